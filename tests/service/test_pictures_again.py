"""A picture that is drawn after others, of which much is remembered, is the one that a new process draws."""

import random
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from editing import DEBATE

from argmap.diagram.layout.engine import start
from argmap.service import Desk
from argmap.service.picture import picture

LOOKS: list[dict[str, object]] = [{}, {"verdicts": True}, {"orientation": "top"}, {"layout": "flow"}]
MORE = """claim more (con): More words
    evidence wet
    warrant: So it is.
    rebuttal no-link: It is not.
more + tax support pool
wet rebuts tax -> pool
"""


def drawn(path: Path, text: str) -> list[str | bytes]:
    desk = Desk([path.parent])
    desk.put(path, text)
    with start() as engine:
        return [picture(desk.view(path), look, engine=engine).files[0] for look in LOOKS]


def edits() -> list[str]:
    chance, text, made = random.Random(3), DEBATE + MORE, []
    for new in ("x", " words" * 9, "", "claim z (con): New.\n    rebuttal: Old.\n", "[river para 2]", "\n"):
        at = chance.randrange(len(text))
        text = text[:at] + new + text[at + 7 * (not new) :]
        made += [text, text.replace("costs too much", "costs so much"), text.replace("More words", "More words " * 30)]
    return made


def test_a_picture_after_others_is_the_one_that_a_new_process_draws(tmp_path: Path) -> None:
    path, texts = tmp_path / "map.argmap", edits()
    here = [drawn(path, text) for text in texts]
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as others:
        assert here[-3:] == list(others.map(drawn, [path] * 3, texts[-3:]))
