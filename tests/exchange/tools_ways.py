"""Files as other tools write them, of arguments made by chance in words of our own, the odd ways that
were seen in real files among them. What stands in a file follows from the random numbers that are given.
"""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from word_files import BODY, CITE, LIT, NAME, line, run, tag, word_file

from argmap.papers.flow.app import to_flow_json
from argmap.papers.flow.placing import flow
from argmap.papers.flow.workbook import to_xlsx
from argmap.pipeline import load_text

SAID = (
    "Dams hold back floods.", "The river rose & fell", "Fish need rivers", "Costs: 4 million", "“Ten years”, she says",
    "It isnâ€™t so", "Water &lt; stone", "#dams", "claim x: so", "| a bar", 'An "odd one', "水が必要だ", "السد",
    "e\u0301", "a" * 70, "[1]", "(so)", "It <b>pays</b>", "", "  ", "1. First", "- a dash", '"""', "x\u2028y", "\u202e",
    "note: x",
)  # fmt: skip


@dataclass
class Said:
    """Something said, whether it supports what it stands under, and what stands under it."""

    number: int
    text: str
    supports: bool = True
    under: "list[Said]" = field(default_factory=list)
    path: str = "1"


def argument(rng: random.Random) -> list[Said]:
    """A tree of a few things said, in reading order; the first is its root."""
    made = [Said(1, rng.choice(SAID) or "Keep the dam.")]
    for number in range(2, rng.randrange(3, 12)):
        above = rng.choice(made[-4:])
        above.under.append(Said(number, rng.choice(SAID), rng.random() < 0.6))
        above.under[-1].path = f"{above.path}.{len(above.under)}"
        made.append(above.under[-1])
    return made


def kialo(rng: random.Random) -> str:
    made = sorted(argument(rng), key=lambda each: [int(n) for n in each.path.split(".")])
    lines = ["Discussion Title: Dams?", ""]
    for each in made:
        stance = "" if each.path == "1" else "Pro: " if each.supports else "Con: "
        text = each.text.replace("(", r"\(").replace(")", r"\)").replace("[", r"\[").replace("]", r"\]")
        text += rng.choice(("", "", " [a study](https://example.org/a_(b)?x=1)", " [1](http://example.org)"))
        see = stance and not each.under and rng.random() < 0.2
        lines.append(f"{each.path}. {stance}{f'-> See {rng.choice(made).path}.' if see else text}")
    return "\n".join(lines) + "\n"


def kialo_new(rng: random.Random) -> str:
    lines = ["Discussion Name: Dams?", ""]
    for each in sorted(argument(rng), key=lambda each: [int(n) for n in each.path.split(".")]):
        depth = each.path.count(".")
        head = "Thesis:" if not depth else "Pro:" if each.supports else "Con:" if rng.random() < 0.9 else "Question:"
        text = (
            each.text + rng.choice(("", "[1]", " [2][3]", "\nMore of it."))
            if rng.random() < 0.9
            else "-> See discussion #7"
        )
        lines.append("  " * depth + f"{each.path}. {head}")
        lines += ["  " * (depth + 1) + part for part in text.split("\n")]
    lines += [
        "",
        "Sources:",
        "[1] https://example.org/a",
        "It was __so__.",
        "",
        'Twice """so""".',
        "[2] ",
        "[3] https://example.org/a",
    ]
    return "\r\n".join(lines) + "\r\n"


def _schemes(rng: random.Random) -> tuple[list[dict[str, Any]], list[tuple[str, str]], list[Said]]:
    """Points and links as nodes, and plain edges: an answer may point at a link."""
    made = argument(rng)
    nodes = [{"id": str(each.number), "text": each.text} for each in made]
    edges: list[tuple[str, str]] = []
    links: list[str] = []
    for each in made:
        for child in each.under:
            if child.supports and links and rng.random() < 0.3:
                edges.append((str(child.number), rng.choice(links)))  # together with others
                continue
            link = f"s{child.number}"
            nodes.append({"id": link, "supports": child.supports})
            onto = rng.choice(links) if links and rng.random() < 0.3 else str(each.number)
            edges += [(str(child.number), link), (link, onto)]
            links.append(link)
    if rng.random() < 0.3:
        edges.append((rng.choice(nodes)["id"], rng.choice(nodes)["id"]))
    return nodes, edges, made


def aif(rng: random.Random) -> str:
    nodes, edges, _ = _schemes(rng)
    kinds = {True: ("RA", "Cause To Effect"), False: ("CA", "Default Conflict")}
    listed: list[dict[str, Any]] = []
    for node in nodes:
        kind, scheme = kinds.get(node.get("supports", None), ("I", ""))
        listed.append({"nodeID": node["id"], "text": node.get("text", kind), "type": kind, "timestamp": "2020-01-01"})
        if scheme:
            listed[-1] |= {"scheme": scheme, "schemeID": "91"}
    for number, kind in enumerate(("L", "YA", "TA", "MA")):
        if rng.random() < 0.4:
            listed.append({"nodeID": f"t{number}", "text": "Ann : so", "type": kind})
            edges.append((f"t{number}", nodes[0]["id"]))
    graph: dict[str, Any] = {"nodes": listed, "edges": [
        {"edgeID": str(number), "fromID": source, "toID": target, "formEdgeID": None}
        for number, (source, target) in enumerate(edges)
    ], "locutions": []}  # fmt: skip
    way = rng.random()
    if way < 0.3:  # xAIF, OVA 3
        for number, edge in enumerate(graph["edges"]):
            edge["edgeID"] = number
        graph |= {"schemefulfillments": [{"nodeID": "s2", "schemeID": 72}], "participants": [{"participantID": 1}]}
        shown = [{"nodeID": node["nodeID"], "visible": True, "x": 0, "y": 0} for node in listed]
        return json.dumps(
            {"AIF": graph, "text": rng.choice(("Words.", {"txt": "Words.", "url": ""})), "OVA": {"nodes": shown}}
        )
    if way < 0.5:  # OVA 2: an edge holds whole nodes
        old = {
            node["nodeID"]: {"id": n, "type": node["type"], "text": node["text"], "scheme": 0}
            for n, node in enumerate(listed)
        }
        ends = [{"from": old[source], "to": old[target], "visible": True} for source, target in edges]
        return json.dumps({"nodes": list(old.values()), "edges": ends, "participants": []})
    return json.dumps(graph)


def arguebuf(rng: random.Random) -> str:
    nodes, edges, _ = _schemes(rng)
    listed: dict[str, Any] = {}
    for node in nodes:
        ways = {None: {"atom": {"text": node.get("text", "")}}, True: {"scheme": {"support": "SUPPORT_DEFAULT"}}}
        listed[node["id"]] = ways.get(node.get("supports"), {"scheme": {"attack": "ATTACK_DEFAULT"}})
    found = {str(number): {"source": source, "target": target} for number, (source, target) in enumerate(edges)}
    return json.dumps(
        {"nodes": listed, "edges": found, "majorClaim": "1", "schemaVersion": 1, "resources": {"r": {"text": "x"}}}
    )


def sadface(rng: random.Random) -> str:
    nodes, edges, _ = _schemes(rng)
    listed = [
        {"id": node["id"], "type": "atom", "text": node["text"], "sources": [], "metadata": {}} if "text" in node
        else {"id": node["id"], "type": "scheme",
              "name": "support" if node["supports"] else rng.choice(("conflict", "attack"))}
        for node in nodes
    ]  # fmt: skip
    found = [{"id": str(n), "source_id": source, "target_id": target} for n, (source, target) in enumerate(edges)]
    core = {"id": "x", "title": "Dams", "description": "", "analyst_name": "A"}
    top = core if rng.random() < 0.4 else {"metadata": {"core": core}}
    return json.dumps(
        {**top, "nodes": listed, "edges": found, "resources": [{"id": "r", "content": "x", "type": "text"}]}
    )


def arggraph(rng: random.Random) -> str:
    made = argument(rng)
    texts = [each.text.replace("&", "&amp;").replace("<", "&lt;").replace("\x0b", "") for each in made]
    parts = ["<?xml version='1.0' encoding='UTF-8'?>", '<arggraph id="m" topic_id="keep_the_dam" stance="pro">']
    parts += [f'<edu id="e{n}">{text}</edu>' if n % 2 else f'<edu id="e{n}"><![CDATA[{each.text}]]></edu>'
              for n, (each, text) in enumerate(zip(made, texts, strict=True), 1)]  # fmt: skip
    parts += [f'<adu id="a{each.number}" type="{"pro" if each.supports else "opp"}"/>' for each in made]
    parts += [f'<edge id="c{n}" src="e{n}" trg="a{n}" type="seg"/>' for n in range(1, len(made) + 1)]
    links: list[str] = []
    for each in made:
        for child in each.under:
            kind = rng.choice(("sup", "exa") if child.supports else ("reb",))
            target = f"a{each.number}"
            if links and rng.random() < 0.4:
                kind, target = rng.choice((("add", rng.choice(links)), ("und", rng.choice(links))))
            links.append(f"r{child.number}")
            parts.append(f'<edge id="{links[-1]}" src="a{child.number}" trg="{target}" type="{kind}"/>')
    return "\n".join([*parts, "</arggraph>"])


def brat(rng: random.Random) -> str:
    made = argument(rng)
    lines: list[str] = []
    for each in made:
        depth = each.path.count(".")
        kind = "MajorClaim" if depth == 0 or rng.random() < 0.1 else "Claim" if depth == 1 else "Premise"
        lines.append(f"T{each.number}\t{kind} {each.number}0 {each.number}9\t{' '.join(each.text.split())}")
        for child in each.under:
            if depth == 0:
                lines.append(f"A{child.number}\tStance T{child.number} {'For' if child.supports else 'Against'}")
            else:
                kind = "supports" if child.supports else "attacks"
                lines.append(f"R{child.number}\t{kind} Arg1:T{child.number} Arg2:T{each.number}\t")
    return "\n".join(lines) + "\n"


def mindmup(rng: random.Random) -> str:
    root, *_ = argument(rng)

    def idea(each: Said) -> dict[str, Any]:
        ideas: dict[str, Any] = {}
        for rank, child in enumerate(each.under, 1):
            key = rng.choice((str(rank), f"{rank}.5", f"-{rank}"))
            group = {"group": "supporting" if child.supports else "opposing"}
            inner = {"1": idea(child)} | ({"2": {"title": "And", "id": 99}} if rng.random() < 0.3 else {})
            ideas[key] = (
                {"title": "group", "id": 100 + child.number, "attr": group, "ideas": inner} if rank % 3 else idea(child)
            )
        note = {"attr": {"note": {"index": 1, "text": "A note"}}} if rng.random() < 0.2 else {}
        return {"title": each.text, "id": each.number, "ideas": ideas, **note}

    whole = {"id": "root", "formatVersion": 3, "title": "Dams", "ideas": {"1": idea(root)}}
    links = [{"ideaIdFrom": 1, "ideaIdTo": 2}]
    return json.dumps({**(whole if rng.random() < 0.7 else {"formatVersion": 2, **idea(root)}), "links": links})


def carneades(rng: random.Random) -> str:
    made = argument(rng)
    lines = ["meta:", "  title: Dams", "statements:"]
    lines += [f"  s{each.number}: {json.dumps(each.text)}" for each in made if rng.random() < 0.9]
    lines += [] if lines[-1].startswith("  s") else ["  s1: Keep it."]
    lines.append("arguments:")
    for each in made:
        for child in each.under:
            premises = rng.choice((f"[s{child.number}]", f"{{major: s{child.number}, minor: also}}", "[]"))
            lines += [f"  a{child.number}:", f"    premises: {premises}", f"    conclusion: s{each.number}"]
            lines += [] if child.supports else ["    undercutter: silt"]
            lines += ["    weight: 0.5", "    scheme: cause"] if rng.random() < 0.3 else []
    lines += [
        "issues:",
        "  i1:",
        "    positions: [s1, s2]",
        "    standard: PE",
        "assumptions: [s2]",
        "tests:",
        "  - assuming: [s2]",
    ]
    return "\n".join(lines) + "\n"


def argdown(rng: random.Random) -> str:
    lines = rng.choice(([], ["===", "title: Dams", "===", ""])) + rng.choice(([], ["# Water", ""]))

    def put(each: Said, depth: int) -> None:
        sign = (
            ""
            if not depth
            else rng.choice(("+ ", "<+ ", "+> "))
            if each.supports
            else rng.choice(("- ", "<- ", "_ ", ">< "))
        )
        title = rng.choice((f"[S{each.number}]: ", f"<A{each.number}>: ", "")) if depth else f"[S{each.number}]: "
        tail = rng.choice(("", " #tag", " {a: 1}", " // so", " **bold**", " /* x */"))
        lines.append("  " * depth + f"{sign}{title}{' '.join(each.text.split()) or 'So.'}{tail}")
        for child in each.under:
            put(child, depth + 1)

    put(argument(rng)[0], 0)
    if rng.random() < 0.5:
        lines += ["", "<Growth>: A gist.", "", "(1) [P]: Fields need water.", "(2) [S2]", "-- {uses: [1]} by so --",
                  "(3) [S1]", "  + <Pride>: Ours.", "", "<Growth>", "  _ <Rain>"]  # fmt: skip
    return "\n".join(lines) + "\n"


def argdown_json(rng: random.Random) -> str:
    made = argument(rng)
    statements = {f"S{each.number}": {"title": f"S{each.number}", "members": [{"text": each.text}]} for each in made}
    relations = [
        {"relationType": "support" if child.supports else rng.choice(("attack", "contrary", "undercut")),
         "from": f"S{child.number}", "fromType": "equivalence-class",
         "to": f"S{each.number}", "toType": "equivalence-class"}
        for each in made for child in each.under
    ]  # fmt: skip
    steps = [{"role": "premise", "title": "S2", "text": "x"}, {"role": "main-conclusion", "title": "S1"}]
    arguments = {"A": {"title": "A", "members": [{"text": "Gist."}], "pcs": rng.choice(([], steps))}}
    relations.append({"relationType": "undercut", "from": "S2", "to": "A", "toType": "argument"})
    return json.dumps(
        {"statements": statements, "arguments": arguments, "relations": relations, "sections": [], "tags": {}}
    )


def a_map(rng: random.Random) -> str:
    """A debate in our own language, answered step by step in the speeches of its format."""
    lines = ["topic: T", "    format: policy", "side a: A", "side b: B"]
    speeches = ("1AC", "1NC", "2AC", "Block", "1AR", "2NR", "2AR")
    for _ in range(rng.randrange(1, 4)):
        lines.append(f"section: {rng.choice(('Water', 'Fish > Salmon', 'Costs: x/y?'))}")
        lines.append(f"claim (a) @1AC: Dams {rng.randrange(99)} hold.")
        for depth in range(1, rng.randrange(1, 6)):
            words = f"So {rng.randrange(99)} it is not."
            lines.append(
                "    " * depth + f"rebuttal {rng.choice(('', 'turn ', 'mitigate '))}@{speeches[depth]}: {words}"
            )
            if rng.random() < 0.3:
                lines.append("    " * (depth + 1) + f"claim: Because {rng.randrange(99)}.")
    return "\n".join(lines) + "\n"


def flow_app(rng: random.Random) -> str:
    return to_flow_json(flow(load_text(a_map(rng)).map))


def flow_sheets(rng: random.Random) -> bytes:
    map = load_text(a_map(rng)).map
    return to_xlsx(map, flow(map))


def word(rng: random.Random) -> bytes:
    """A debater's file: pockets, blocks, cards, analytics, in the looks of several writers."""
    body = ""
    for _ in range(rng.randrange(2, 9)):
        said = rng.choice(SAID)
        cite = line(run("Moreau 23", rng.choice((NAME, "<w:b/>"))), run(' (Lena Moreau, "A River," 2023)'))
        marks = [run(rng.choice(SAID) + " ", rng.choice(("", LIT, '<w:u w:val="single"/>'))) for _ in range(3)]
        body += rng.choice((
            line(run(said), style=f"Heading{rng.randrange(1, 4)}"),
            line(run(f"AT: {said}"), style="Heading3"),
            line(run(said), style="Analytic"),
            tag(said) + CITE + BODY,
            tag(said) + cite + line(*marks) + line(*marks),
            line(run(said, "<w:b/>")) + cite + line(*marks),
            f"<w:tbl><w:tr><w:tc>{line(run(said))}</w:tc></w:tr></w:tbl>",
        ))  # fmt: skip
    return word_file(body)


WAYS: dict[str, tuple[Callable[[random.Random], str | bytes], ...]] = {
    "docx": (word,),
    "kialo": (kialo, kialo_new),
    "aif": (aif,),
    "mindmup": (mindmup,),
    "arggraph": (arggraph,),
    "brat": (brat,),
    "sadface": (sadface,),
    "arguebuf": (arguebuf,),
    "argdown-json": (argdown_json,),
    "flow": (flow_app,),
    "flow-sheets": (flow_sheets,),
    "carneades": (carneades,),
    "argdown": (argdown,),
}
"""How files of each form are made, by the importer's name."""


def made(name: str, rng: random.Random) -> bytes:
    """A file of a form."""
    found = rng.choice(WAYS[name])(rng)
    return found if isinstance(found, bytes) else found.encode("utf-8", "surrogatepass")
