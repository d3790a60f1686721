"""Maps that the tests of the page show, and how they are opened."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from argmap.model import ArgumentMap
from argmap.page.html import to_html
from argmap.pipeline import load_text

DEBATE = """
topic: Shall the town close its centre to cars?
    format: public-forum
side pro: Close it
side con: Keep it open
source board: What the shops say
    author: Ann Poe; Bo Li
    credentials: for the trade board
    date: 2022-05-01
    publisher: City Press
    url: https://example.org/shops?a=1&b=2

section: Trade
claim trade (pro): Shops gain when cars go.
    evidence walk [board para 3]: Most shops "sold more on foot traffic".
        card: \"\"\"
            In the street __most shops__ said that they
            __sold **more** on foot traffic__ than ==before==.
            \"\"\"
        note: Asked in May.
        warrant why: People on foot stop and look.
            rebuttal rain: Not in the rain.
    rebuttal few mitigate: Only those in the pedestrian street did.
        rebuttal nolink no-link: The street stands for the town.
claim air (pro): The air becomes cleaner.
    evidence soot [board page 4]: Soot "fell by a third".
claim jobs (con): Jobs are lost.
    evidence walk
trade + air rebut jobs
walk + soot support air
con concedes soot
"""
DEBATE = DEBATE.replace("trade + air rebut jobs\n", "")

HOSTILE = """
topic: </title></script><script>window.bad=1</script> & "quotes" ' ]]> <!-- --> <img src=x onerror=bad()>
side graph: </style><script>window.bad=2</script>
side node: &lt;script&gt;&#x202e;&bomb;
source constructor: "><svg onload=window.bad=3>
    author: <b>Mallory</b>
    url: javascript:window.bad=4
source t: <!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b "&c;&c;">]>&a;
    url: https://example.org/"onmouseover="window.bad=5
section: <iframe srcdoc="<script>window.bad=6</script>">
claim a-b (graph) #x: {{constructor.constructor('window.bad=7')()}} </article></ul></main> [x](javascript:bad())
    evidence a_b [constructor para 1]: He said "</script><script>window.bad=8</script>" \u202e back \u2066 in \x07 bell
        card: \"\"\"
            <u onclick=bad()>__</u><script>window.bad=9</script>__ ==</mark>== **</strong>
            \"\"\"
        note: <a href="javascript:window.bad=10">press</a>
    evidence __proto__x: constructor toString hasOwnProperty
    rebuttal prototype turn: <base href="https://example.org/"><meta http-equiv=refresh content="0;url=x">
        rebuttal node no-link: "; } digraph
claim text (node): text.C1 C1 #C1
claim panel (node): panel
claim toString (node): to string
"""

LONG = "claim long: " + "endless words and moreofthem " * 3500 + "\n    rebuttal also: " + "x" * 100_000


def debate() -> ArgumentMap:
    return load_text(DEBATE, "town.argmap").map


@dataclass
class Opened:
    """A page in the browser, with all that it said or asked for."""

    page: Any
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def chosen(self) -> str | None:
        """The label of the box that is ringed."""
        found: str | None = self.page.evaluate(
            """() => {
              const ring = document.querySelector('.ring.on');
              if (!ring) return null;
              const at = ring.getBoundingClientRect();
              const middle = box => {
                const { x, y, width, height } = box.getBoundingClientRect();
                return [x + width / 2, y + height / 2];
              };
              const [x, y] = middle(ring);
              return [...document.querySelectorAll('.picture g[id]')].find(box => {
                const [a, b] = middle(box);
                return Math.abs(a - x) < 9 && Math.abs(b - y) < 9;
              })?.id ?? null;
            }"""
        )
        return found

    def settle(self) -> None:
        self.page.wait_for_timeout(300)

    def seen(self) -> list[str]:
        """The labels of the boxes that are in the picture."""
        return list(
            self.page.evaluate(
                """() => [...document.querySelectorAll('.picture g[id][transform]:not([data-leads])')]
                  .filter(box => box.getBoundingClientRect().width).map(box => box.id)"""
            )
        )


def opened(browser: Any, folder: Path, map: ArgumentMap, end: str = "", **how: Any) -> Opened:
    """The page of a map, opened from a file as a reader would."""
    path = folder / "map.html"
    path.write_text(to_html(map), encoding="utf-8")
    page = browser.new_page(**{"viewport": {"width": 1400, "height": 900}, **how})
    result = Opened(page)
    page.on("console", lambda message: result.said.append(message.text))
    page.on("pageerror", lambda error: result.said.append(str(error)))
    page.on("dialog", lambda dialog: (result.said.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: result.asked.append(request.url.split("#")[0]))
    page.goto(path.as_uri() + end)
    result.settle()
    return result
