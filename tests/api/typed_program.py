"""A program that uses all of argmap's Python API. It is never run: mypy must know every type in it.

What a comment says behind two slashes is what mypy must say of that line.
"""

from pathlib import Path
from typing import reveal_type

import argmap

loaded = argmap.load(Path("debate.argmap"))
text = argmap.load_text("claim a analytic: One.\n", "a.argmap", allow_outside=True)
map: argmap.ArgumentMap = loaded.map
found = argmap.check(loaded)
errors: list[argmap.Diagnostic] = [one for one in found if one.severity is argmap.Severity.ERROR]
again = argmap.check(map, settings=argmap.Settings(ignore=frozenset({"orphan"})))
part = argmap.select(loaded, focus="a", depth=2, side="pro", kinds=[argmap.Kind.CLAIM], without=["evidence"])
judged = argmap.judge(part, drop=["a"], concede=["b"], answer=["a -> b"])
verdict: argmap.Verdict = judged.verdict("a")
reveal_type(found)  # // "argmap.report.findings.Findings"
reveal_type(found[0])  # // "argmap.diagnostic.Diagnostic"
reveal_type(found.errors)  # // "argmap.report.findings.Findings"
reveal_type(argmap.render(loaded))  # // "str"
reveal_type(argmap.render(part, "html", theme="dark", title="A title"))  # // "str"
reveal_type(argmap.render(part, "pdf", page="a4", key=False, width=30))  # // "bytes"
reveal_type(argmap.sheets(map, "svg", page="slide"))  # // "tuple[str | bytes, ...]"
reveal_type(judged.because("a"))  # // "str"
reveal_type(part.statements[0].side)  # // "argmap.model.Side | None"

argmap.render(loaded, "png", them="dark")  # // did you mean "theme"?
argmap.chek(loaded)  # // maybe "check"?
argmap.select(loaded, focus=3)  # // expected "str | None"
