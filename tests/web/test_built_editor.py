"""What is built of other people's code, where it was built (`argmap/web/editor/`): editor and extension."""

import json
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from editing import RIVER

for package in ("pygls", "starlette", "uvicorn", "watchfiles", "websockets"):
    pytest.importorskip(package)

from driving import SLIPPED, Page  # noqa: E402
from serving import served  # noqa: E402

import argmap  # noqa: E402

HOME = Path(argmap.__file__).parent.parent
EDITOR = HOME / "argmap/web/site/editor.js"
EXTENSION = HOME / "argmap/web/editor/out/argmap.vsix"
GRAMMAR_TEST = HOME / "argmap/web/editor/node_modules/.bin/vscode-tmgrammar-test"


@pytest.mark.browser
@pytest.mark.skipif(not EDITOR.exists(), reason="the editor is not built here")
def test_the_built_editor(browser: Any, tmp_path: Path) -> None:
    (tmp_path / "map.argmap").write_text(SLIPPED, encoding="utf-8")
    (tmp_path / "river.txt").write_text(RIVER, encoding="utf-8")
    with served(tmp_path, "map.argmap") as running:
        time.sleep(1)
        live = Page(browser, running.address)
        page = live.page
        live.until("document.querySelectorAll('#findings li').length")
        page.click("#findings li:first-child button:text('Fix')")
        live.until("!document.querySelector('#findings').innerText.includes('evidense')")
        page.click(".cm-content")
        page.keyboard.press("Control+End")
        page.keyboard.type("tax ")
        page.wait_for_selector(".cm-tooltip-autocomplete")
        assert page.locator(".cm-tooltip-autocomplete .cm-completionLabel").all_inner_texts() == [
            "supports",
            "rebuts",
            "contradicts",
        ]
        page.keyboard.type("con")
        time.sleep(0.5)
        page.keyboard.press("Enter")
        page.keyboard.type("po")
        time.sleep(0.5)
        page.keyboard.press("Enter")
        live.until("document.querySelector('.cm-content').innerText.includes('tax contradicts pool')")
        assert page.is_visible("#leaving")
        assert page.get_attribute(".cm-content", "aria-describedby") == "leaving"
        page.keyboard.press("Escape")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "findings", "Esc, then Tab, leaves the text"
        assert not page.is_visible("#leaving")
        page.hover(".cm-content >> text=turn")
        page.wait_for_selector(".hover")
        assert "Offence" in page.inner_text(".hover")
        assert page.locator(".tok-keyword").count() > 5
        live.close(running.origin.partition("//")[2])


SOURCES = "source river: What the river says\n    author: Dana Smith\n    date: 2023\n"
PART = "include: sources.argmap\nclaim a: A\n    evidence [river para 1]: They do.\n"


@pytest.mark.browser
@pytest.mark.skipif(not EDITOR.exists(), reason="the editor is not built here")
def test_a_name_is_changed_in_every_file(browser: Any, tmp_path: Path) -> None:
    (tmp_path / "map.argmap").write_text(PART, encoding="utf-8", newline="")
    (tmp_path / "sources.argmap").write_text(SOURCES, encoding="utf-8", newline="")
    with served(tmp_path) as running:
        time.sleep(1)
        live = Page(browser, running.address)
        live.page.focus(".cm-content")
        for key in ("Control+Home", "ArrowDown", "ArrowDown", "End", *["ArrowLeft"] * 18):
            live.page.keyboard.press(key)
        live.answer = "brook"
        live.page.keyboard.press("F2")
        live.until("document.querySelector('#status').textContent.includes('sources.argmap')")
        assert "[brook para 1]" in live.page.inner_text(".cm-content")
        live.page.keyboard.press("Control+s")
        live.until("document.querySelector('#save').disabled")
        live.page.keyboard.press("F12")
        live.until("document.querySelector('#maps').selectedOptions[0].textContent === 'sources.argmap'")
        live.close(running.origin.partition("//")[2])
    assert (tmp_path / "map.argmap").read_text(encoding="utf-8") == PART.replace("river", "brook")
    assert (tmp_path / "sources.argmap").read_text(encoding="utf-8") == SOURCES.replace("source river", "source brook")


@pytest.mark.skipif(not EXTENSION.exists(), reason="the extension is not built here")
def test_the_extension_has_all_that_it_names() -> None:
    with ZipFile(EXTENSION) as packed:
        names = set(packed.namelist())
        manifest = json.loads(packed.read("extension/package.json"))
    offered = manifest["contributes"]
    paths = [manifest["main"], offered["grammars"][0]["path"], offered["snippets"][0]["path"]]
    paths += [offered["languages"][0]["configuration"]]
    assert {f"extension/{path.removeprefix('./')}" for path in paths} <= names
    assert not [name for name in names if "node_modules" in name]


@pytest.mark.skipif(not GRAMMAR_TEST.exists() or not shutil.which("node"), reason="needs the editor built")
def test_the_grammar_in_the_engine_of_vs_code(tmp_path: Path) -> None:
    from argmap.colouring.textmate import as_json

    grammar, case = tmp_path / "argmap.tmLanguage.json", tmp_path / "case.argmap"
    grammar.write_text(as_json(), encoding="utf-8")
    case.write_text(GRAMMAR_CASE, encoding="utf-8")
    command = [str(GRAMMAR_TEST), "-g", str(grammar), str(case)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


GRAMMAR_CASE = """# SYNTAX TEST "source.argmap" "the parts of a map"
topic: One
# <----- keyword.other.argmap
    format: public-forum
#   ^^^^^^ support.type.property-name.argmap
claim wär (pro) analytic @AC [s section "a: b"; t] #tag: It "is so" here.
# <----- keyword.control.argmap
#     ^^^ variable.other.argmap
#         ^^^^^ entity.name.type.argmap
#               ^^^^^^^^ storage.modifier.argmap
#                        ^^^ entity.name.function.argmap
#                            ^^^^^^^^^^^^^^^^^^^^^ markup.underline.link.argmap
#                                                  ^^^^ entity.name.tag.argmap
#                                                           ^^^^^^^ string.quoted.double.argmap
con concedes a, b
#   ^^^^^^^^ keyword.operator.word.argmap
a + b support c
# ^ keyword.operator.argmap
#     ^^^^^^^ keyword.operator.word.argmap
"""
