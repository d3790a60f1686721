"""Maps that the tests of the diagram draw."""

import random

from argmap.model import ArgumentMap
from argmap.pipeline import load_text

KINDS = ("claim", "evidence", "rebuttal", "warrant")
LETTERS = """
topic: Следует ли запретить 汽車 in der Innenstadt? 🚗
side pro: За запрет
side con: ضد الحظر

source ivanov: Города без машин
    author: Иванов, Пётр; 王小明
    date: 2021-03
    publisher: 城市研究所
    url: https://example.org/cities?a=1&b=2

section: Воздух и шум

claim air (pro): 禁止汽車後，城市中心的空氣質量會明顯改善，這一點在許多城市都得到了證實。
    evidence e1 [ivanov para 3]: После запрета уровень шума "снизился на треть" в центре города.
    evidence e2 [ivanov page 4-5]: وجدت الدراسة أن جودة الهواء تحسنت بشكل ملحوظ في وسط المدينة بعد الحظر.
claim word (con): Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamte
    bleiben 👩‍👩‍👧‍👦🏳️‍🌈 zu Hause.
    evidence e3 [ivanov]: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
    rebuttal r1 turn: नगर के केंद्र में दुकानें बंद हो जाएँगी और लोग दूर जाकर खरीदारी करेंगे।
        ไม่มีรถยนต์ในเมือง
        rebuttal no-link: 日本語の文章は「かぎ括弧」と、読点と、句点を含む。ゆえに改行が難しい。
con concedes air
"""

HOSTILE = """
topic: <script>alert(1)</script> & "quotes" ]]> <!-- --> \\N \\G <b>bold</b>
    date: 2020
side graph: </text><script>alert(2)</script>
side node: &lt;&#x202e;entity&#0;

source s: "><img src=x onerror=alert(3)>
    author: <b>Mallory</b>
    url: javascript:alert(4)
source t: A title
    author: Tom O'Neill
    url: https://example.org/"onload="alert(5)

section: <svg onload=alert(6)>

claim a-b (graph) #x: \\N \\L \\G <table><tr><td>&nbsp;</td></tr></table> %d {}|record|{<p>port}
    evidence a_b [s para 1]: He said "</title><script>alert(7)</script>" \u202e reversed \u2066 isolated
    evidence digraph [t]: Zalgo: z\u0300\u0301\u0302\u0303\u0304\u0305algo \ufdfd and a tab\tthere
    rebuttal strict turn: <![CDATA[ x ]]> <?xml version="1.0"?> <!DOCTYPE x [<!ENTITY a "b">]> &a;
        rebuttal edge no-link: subgraph cluster_0 { n0 -> n1 } "; } digraph { label="
claim n0 (node): URL="javascript:alert(8)" fontname="x' onload='alert(9)" image="/etc/passwd"
"""

SHAPES = """
topic: Shall the town close its centre to cars?
    format: public-forum
side pro: Yes
side con: No
source fp: Cities without cars
    author: Ann Poe; Bo Li; Cy Young
    date: 2022-05-01
    publisher: City Press (a reprint)
    url: https://example.org/cars
section: Air
claim clean (pro) @AC: The air becomes cleaner.
    evidence fell [fp para 2]: Soot "fell by a third".
        warrant less: Less soot is cleaner air.
            rebuttal dust: Not if dust rises.
        rebuttal far no-link analytic: One street is not the centre.
    rebuttal hot non-unique: It was getting cleaner anyway.
claim noise (pro) analytic: Streets become quiet.
claim shops (con): Shops lose trade.
    evidence trade [fp page 3]: Trade "moved away".
claim jobs (con): Jobs are lost.
noise + shops support jobs
fell + trade support clean
clean contradicts shops
hot supports noise
con concedes noise
"""


def sample(text: str, name: str = "folder/sample.argmap") -> ArgumentMap:
    """The map of a text, whatever is wrong with it."""
    return load_text(text, name).map


def random_map(seed: int, size: int, *, tree: bool = False, circles: bool = False) -> ArgumentMap:
    """A map of about `size` statements, the same for one seed."""
    roll = random.Random(seed)
    lines = ["topic: Is this a map?", "side pro: For", "side con: Against", "source s: A source", ""]
    names: list[str] = []
    for number in range(size):
        kind = roll.choice(["claim", "claim", "evidence", "evidence", "rebuttal", "warrant"])
        if number < 3:
            kind = "claim"
        depth = 0 if number < 3 else roll.randint(0, 3)
        words = " ".join(roll.choice(["cars", "the", "centre", "noise", "and", "is", "air"]) for _ in range(9))
        mark = roll.choice(["", "turn ", "no-link "]) if kind == "rebuttal" else ""
        side = roll.choice(["", "(pro) ", "(con) "]) if depth == 0 else ""
        if depth == 0 and number % 7 == 3:
            lines.append(f"section: Part {number}")
        lines.append("    " * _allowed(lines, depth) + f"{kind} x{number} {mark}{side}: {words}")
        names.append(f"x{number}")
    for _ in range(0 if tree else size // 3):
        a, b = roll.sample(range(size), 2)
        a, b = (a, b) if circles else (max(a, b), min(a, b))
        verb = roll.choice(["supports", "rebuts", "supports", "contradicts"] if circles else ["supports", "rebuts"])
        lines.append(f"x{a} {verb} x{b}")
    for _ in range(0 if tree else size // 9):
        a, b, c = sorted(roll.sample(range(size), 3), reverse=True)
        lines.append(f"x{a} + x{b} support x{c}")
    return sample("\n".join(lines))


def _allowed(lines: list[str], depth: int) -> int:
    """The depth that a line may have after the last one."""
    last = lines[-1]
    before = (len(last) - len(last.lstrip())) // 4
    return min(depth, before + 1) if last.strip().startswith(KINDS) else 0


def chain(length: int) -> ArgumentMap:
    """Each statement supports the one before it."""
    lines = ["claim c0: First."]
    lines += [f"claim c{n}: Number {n}." for n in range(1, length)]
    lines += [f"c{n} supports c{n - 1}" for n in range(1, length)]
    return sample("\n".join(lines))
