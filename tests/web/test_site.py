"""The page that needs no server, where its parts were built (`argmap/web/editor/`): in one file and in a folder."""

import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from driving import COUNTS, SLIPPED, Page, nothing_keeps_anybody_out, what_if_by_keyboard
from editing import DEBATE, RIVER
from test_serve import conversation, hear, over_stdio

import argmap
from argmap.web.alone import BUILT, MADE, ONE, stamp

ROOT = Path(argmap.__file__).parent.parent


def of_this_argmap() -> bool:
    """Whether the parts were built, and of the argmap that is here."""
    return (BUILT / MADE).is_file() and json.loads((BUILT / MADE).read_text(encoding="utf-8"))["argmap"] == stamp()


pytestmark = [pytest.mark.browser, pytest.mark.skipif(not of_this_argmap(), reason="the site is not built here")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "argmap", "site", str(out), "--quiet"]
    assert subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stderr == ""
    return out


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Any web server: it knows nothing of argmap."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def one(browser: Any, folder: Path) -> Iterator[Page]:
    """The page in one file, opened from the disk, in a browser that can write no file by itself."""
    without = "delete window.showSaveFilePicker; delete window.showOpenFilePicker;"
    one = Page(browser, (folder / ONE).as_uri(), script=f"{without} {COUNTS}")
    said = one.page.evaluate("window.counts")
    assert said[0] == "Reading…", "nothing is said of a text before it was read"
    with one.page.expect_file_chooser() as choosing:
        one.page.click("#own button:text('Open')")
    given = [("map.argmap", SLIPPED), ("river.txt", RIVER)]
    choosing.value.set_files([{"name": n, "mimeType": "text/plain", "buffer": t.encode()} for n, t in given])
    yield one
    one.close("")


def drawn(words: str) -> str:
    return f"document.querySelector('#drawing').shadowRoot.textContent.includes({json.dumps(words)})"


def test_a_slip_is_seen_mended_by_a_click_and_drawn(one: Page) -> None:
    one.until("document.querySelector('#findings li')")
    assert "`evidense` is not a word of the language" in one.found()
    one.page.click("#findings li:first-child button:text('Fix')")
    one.until("!document.querySelector('#findings').innerText.includes('evidense')")
    one.until(drawn("The fields are"))
    one.page.click("#tab-sources")
    one.until("document.querySelector('#sources').innerText.includes('1 verified')")
    one.page.click("#tab-picture")


def test_by_keyboard_alone(one: Page) -> None:
    one.page.focus("#editor .cm-content")
    one.page.keyboard.press("Control+End")
    one.page.keyboard.type("\nclaim more (pro) analytic: Children swim there.")
    one.until(drawn("Children swim there."))
    what_if_by_keyboard(one)


def test_both_layouts_and_sheets(one: Page) -> None:
    one.page.select_option("#layout", "flow")
    one.until("document.querySelector('#drawing').shadowRoot.querySelector('#row-C1')")
    one.page.select_option("#layout", "map")
    one.until("!document.querySelector('#drawing').shadowRoot.querySelector('#row-C1')")
    one.page.evaluate("void (window.print = () => { document.body.dataset.printed = 'yes'; })")
    one.page.click("#print")
    one.until("document.body.dataset.printed")
    assert one.page.locator("#printing svg").count() >= 1


def test_files_to_keep_and_to_pass_on(one: Page) -> None:
    offered = one.page.locator("#forms option").all_inner_texts()
    assert {"picture (svg)", "Word file (docx)", "markdown", "aif"} <= set(offered)
    assert not {"picture (pdf)", "picture (png)", "flow sheet (xlsx)", "slides (pptx)"} & set(offered)
    for form, name in (("docx", "map.docx"), ("html", "map.html"), ("markdown", "map.md")):
        one.page.select_option("#forms", form)
        with one.page.expect_download() as downloading:
            one.page.click("#write")
        assert downloading.value.suggested_filename == name
        assert downloading.value.path().stat().st_size > 500
    one.page.focus("#editor .cm-content")
    one.page.keyboard.press("Control+Home")
    one.page.keyboard.type("# Mine")
    one.page.keyboard.press("Enter")
    with one.page.expect_download() as downloading:
        one.page.keyboard.press("Control+s")
    assert downloading.value.path().read_text(encoding="utf-8").startswith("# Mine\ntopic: ")
    one.until("document.querySelector('#save').disabled")


def test_a_text_that_a_map_has_in_a_folder_is_found_among_what_was_opened(one: Page) -> None:
    given = [("folders.argmap", DEBATE.replace("text: river.txt", "text: texts/brook.txt"))]
    with one.page.expect_file_chooser() as choosing:
        one.page.click("#own button:text('Open')")
    choosing.value.set_files([{"name": n, "mimeType": "text/plain", "buffer": t.encode()} for n, t in given])
    one.until("document.querySelector('#findings').innerText.includes('texts/brook.txt')")
    assert "there is no folder" not in one.found()
    with one.page.expect_file_chooser() as choosing:
        one.page.click("#own button:text('Open')")
    choosing.value.set_files([{"name": "brook.txt", "mimeType": "text/plain", "buffer": RIVER.encode()}])
    one.until("!document.querySelector('#findings').innerText.includes('texts/brook.txt')")
    one.page.select_option("#maps", label="map.argmap")


def test_nothing_keeps_anybody_out(one: Page) -> None:
    nothing_keeps_anybody_out(one)


def test_what_was_written_is_there_at_the_next_visit(one: Page) -> None:
    one.page.focus("#editor .cm-content")
    one.page.keyboard.press("Control+End")
    one.page.keyboard.type("\n# kept")
    one.page.reload()
    one.until("document.body.dataset.ready && document.body.dataset.pictures")
    one.page.click("#editor .cm-content")
    one.page.keyboard.press("Control+End")
    assert "# kept" in one.page.inner_text("#editor .cm-content")
    assert not one.page.is_disabled("#save")


TALK = """async ({ put, messages, runs }) => {
  const worker = new Worker("worker.js"), heard = [], ran = [];
  const done = new Promise((yes, no) => {
    worker.onmessage = ({ data }) => {
      if (typeof data === "string") heard.push(JSON.parse(data));
      else if (data.fault) no(new Error(data.fault));
      else if (data.ran) ran.push([data.status, new TextDecoder().decode(data.out), data.said]);
      const answered = new Set(heard.map(each => each.method ? "found" : each.id));
      const wanted = messages.filter(each => "id" in each).map(each => each.id);
      if (wanted.every(id => answered.has(id)) && answered.has("found") && ran.length === runs.length) yes();
    };
  });
  worker.postMessage({ start: { inside: null, base: new URL(".", location.href).href, files: put } });
  for (const each of messages) worker.postMessage(JSON.stringify(each));
  runs.forEach(([args, given], number) => worker.postMessage({ run: number + 1, args, given }));
  await done;
  worker.terminate();
  return { heard, ran };
}"""
FORMS = (
    *("svg", "html", "dot", "json", "mermaid", "markdown", "outline"),
    *("aif", "argdown", "graphml", "tgf", "apx", "flow"),
)
RUNS: list[tuple[list[str], str]] = [
    (["--version"], ""),
    (["check", "."], ""),
    (["check", "--format", "json", "--strict", "slipped.argmap"], ""),
    (["check", "--fix", "--diff", "slipped.argmap"], ""),
    (["check", "-"], "claim a: One\nclaim a: Two\n"),
    *((["export", "in-short.argmap", "--to", form, "-o", "-"], "") for form in FORMS),
    (["export", "camp-david.argmap", "-o", "-"], ""),
    (["export", "camp-david.argmap", "--layout", "flow", "--verdicts", "-o", "-"], ""),
    (["export", "in-short.argmap", "--page", "a4", "--layout", "map", "--theme", "print", "-o", "-"], ""),
    (["export", "in-short.argmap", "--to", "pdf", "-o", "-"], ""),
    (["show", "camp-david.argmap"], ""),
    (["judge", "camp-david.argmap", "--format", "json"], ""),
    (["judge", "in-short.argmap", "--answer", "noalliance"], ""),
    (["sources", "camp-david.argmap"], ""),
    (["speech", "camp-david.argmap"], ""),
    (["explain"], ""),
    (["explain", "circular-support"], ""),
    (["new", "-"], ""),
    (["fmt", "--check", "."], ""),
    (["nonsense"], ""),
]
DIFFERENT = {"pdf"}
"""Needs an extra: the page says so, where the machine here may have it."""


def test_the_same_conversation_and_the_same_command_line_inside(browser: Any, folder: Path, tmp_path: Path) -> None:
    maps = tmp_path / "maps"
    maps.mkdir()
    put = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "arguments").glob("*.argmap")}
    put |= {"map.argmap": DEBATE, "river.txt": RIVER, "slipped.argmap": SLIPPED}
    for name, text in put.items():
        (maps / name).write_text(text, encoding="utf-8", newline="")
    messages = conversation("file:///maps/map.argmap", "file:///maps")
    with serving(folder) as host:
        page = browser.new_page()
        page.goto(f"http://{host}/")
        given = {"put": list(put.items()), "messages": messages, "runs": RUNS}
        answered = page.evaluate(TALK, given)
        page.close()
    inside: dict[object, Any] = {}
    for each in answered["heard"]:
        hear(inside, each)
    there = json.dumps(over_stdio(conversation((maps / "map.argmap").as_uri(), maps.as_uri()), maps))
    there = there.replace(maps.as_uri(), "file:///maps").replace(str(maps), "/maps")
    assert json.loads(json.dumps(inside)) == json.loads(there)
    for (args, given_in), (status, out, said) in zip(RUNS, answered["ran"], strict=True):
        command = [sys.executable, "-m", "argmap", *args]
        done = subprocess.run(command, cwd=maps, input=given_in.encode(), capture_output=True, timeout=120, check=False)
        if DIFFERENT & set(args):
            assert (status, out) == (2, "")
            assert "typst" in said
        else:
            assert (args, status, out, said) == (args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_it_works_after_its_server_is_gone(browser: Any, folder: Path) -> None:
    with serving(folder) as host:
        live = Page(browser, f"http://{host}/")
        live.until("navigator.serviceWorker.controller !== null", 180)
        manifest = live.page.evaluate("fetch('manifest.webmanifest').then(answer => answer.json())")
        assert manifest["display"] == "standalone"
    live.page.goto(f"http://{host}/")
    live.until("document.body.dataset.ready && document.body.dataset.pictures")
    assert "Sleep" in live.picture()
    live.close(host)


def test_licences_of_all_that_is_in_it(folder: Path) -> None:
    said = (folder / "licences.txt").read_text(encoding="utf-8")
    for name in ("Mozilla Public License", "Graphviz", "codemirror", "@viz-js/viz", "lark", "pygls", "attrs", "click"):
        assert name in said


def test_parts_of_another_argmap_are_not_put_together(monkeypatch: pytest.MonkeyPatch) -> None:
    from argmap.web import alone

    monkeypatch.setattr(alone, "stamp", lambda: "another")
    with pytest.raises(alone.NotBuiltError, match="another argmap"):
        alone.site()
