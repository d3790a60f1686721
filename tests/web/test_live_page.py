"""The live page as a coach uses it, in a real browser, with the plain editor that every install has."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from editing import DEBATE, RIVER, editing

from argmap.service.picture import picture, statements

for package in ("pygls", "starlette", "uvicorn", "watchfiles", "websockets"):
    pytest.importorskip(package)

from driving import COUNTS, SLIPPED, Page, nothing_keeps_anybody_out, what_if_by_keyboard  # noqa: E402
from serving import served  # noqa: E402

from argmap.lsp.changes import lines_changed  # noqa: E402

pytestmark = pytest.mark.browser


@pytest.fixture
def live(browser: Any, tmp_path: Path) -> Iterator[Page]:
    (tmp_path / "map.argmap").write_text(SLIPPED, encoding="utf-8")
    (tmp_path / "river.txt").write_text(RIVER, encoding="utf-8")
    with served(tmp_path, "map.argmap") as running:
        for _ in range(100):
            try:
                page = Page(browser, f"{running.address}&plain=1")
                break
            except Exception:  # it is not up yet
                time.sleep(0.1)
        yield page
        page.close(running.origin.partition("//")[2])


def test_a_slip_is_seen_mended_by_a_click_drawn_and_saved(live: Page, tmp_path: Path) -> None:
    live.until("document.querySelector('#findings li')")
    assert "`evidense` is not a word of the language" in live.found()
    live.page.click("#findings li:first-child button:text('Fix')")
    live.until("!document.querySelector('#findings').innerText.includes('evidense')")
    text = live.page.input_value("textarea")
    live.page.fill("textarea", text.replace("It costs too much.", "The sum is large."))
    live.until("document.querySelector('#drawing').shadowRoot.textContent.includes('The sum is large.')")
    live.page.keyboard.press("Control+s")
    live.until("document.querySelector('#status').textContent === 'Saved map.argmap'")
    saved = (tmp_path / "map.argmap").read_text(encoding="utf-8")
    assert "evidence wet" in saved
    assert "The sum is large." in saved


def test_what_if_by_keyboard_alone(live: Page) -> None:
    live.page.click("#findings li:first-child button:text('Fix')")
    live.until("document.querySelector('#drawing').shadowRoot.querySelector('#C2')")
    what_if_by_keyboard(live)
    live.page.focus("#tab-picture")
    live.page.keyboard.press("ArrowRight")
    live.until("document.querySelector('#sources').innerText.includes('Dana Smith, What the river says')")


def test_both_layouts(live: Page) -> None:
    live.page.click("#findings li:first-child button:text('Fix')")
    live.until("document.querySelector('#drawing').shadowRoot.querySelector('#E1')")
    drawn = live.page.evaluate("document.querySelector('#drawing').shadowRoot.innerHTML")
    live.page.select_option("#layout", "flow")
    live.until("document.querySelector('#drawing').shadowRoot.querySelector('#row-C1')", 90)
    assert live.page.evaluate("document.querySelector('#drawing').shadowRoot.innerHTML") != drawn
    assert "The town should build a pool" in live.picture()


def test_sheets_to_print_and_files_to_pass_on(live: Page) -> None:
    live.page.click("#findings li:first-child button:text('Fix')")
    live.until("document.querySelector('#drawing').shadowRoot.querySelector('#E1')")
    live.page.evaluate("void (window.print = () => { document.body.dataset.printed = 'yes'; })")
    live.page.click("#print")
    live.until("document.body.dataset.printed")
    live.page.emulate_media(media="print")
    assert live.page.is_visible("#printing svg")
    assert not live.page.is_visible("main")
    sheet = live.page.evaluate("[...document.querySelector('#printing').shadowRoot.querySelectorAll('svg')].length")
    boxes = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", live.page.pdf(prefer_css_page_size=True))
    assert [tuple(round(float(each)) for each in box) for box in boxes] == [(842, 595)] * sheet, (
        "A4 on its side, filled"
    )
    live.page.emulate_media(media="screen")
    for form, name, begins in (("argdown", "map.argdown", "==="), ("docx", "map.docx", "PK")):
        live.page.select_option("#forms", form)
        with live.page.expect_download() as downloading:
            live.page.click("#write")
        assert downloading.value.suggested_filename == name
        assert downloading.value.path().read_bytes().startswith(begins.encode())


def test_a_change_on_the_disk_reaches_the_page(live: Page, tmp_path: Path) -> None:
    (tmp_path / "map.argmap").write_text(DEBATE.replace("too much", "far too much"), encoding="utf-8")
    live.until("document.querySelector('#drawing').shadowRoot.textContent.includes('far too much')")
    assert "far too much" in live.page.input_value("textarea")


def appended(path: Path, words: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(words)


def replaced(path: Path, words: str) -> None:
    new = path.with_suffix(".new")
    new.write_text(path.read_text(encoding="utf-8") + words, encoding="utf-8")
    new.replace(path)


def torn(live: Page, path: Path, write: Any) -> str:
    """Words that are typed and not saved, and others that another program wrote; what is said then."""
    live.page.fill("textarea", f"{SLIPPED}# PAGE WORDS\n")
    live.until("!document.querySelector('#save').disabled")
    write(path, "# OTHER PROGRAM WORDS\n")
    live.until("!document.querySelector('#clash').hidden", 20)
    return str(live.page.inner_text("#clash"))


@pytest.mark.parametrize("write", [appended, replaced])
def test_what_another_program_wrote_meanwhile_is_asked_about(live: Page, tmp_path: Path, write: Any) -> None:
    path = tmp_path / "map.argmap"
    assert "Another program has changed map.argmap on the disk" in torn(live, path, write)
    live.page.keyboard.press("Control+s")
    live.until("document.querySelector('#status').textContent.includes('Not saved yet')")
    assert path.read_text(encoding="utf-8").endswith("# OTHER PROGRAM WORDS\n")
    with live.page.expect_download() as downloading:
        live.page.click("#keep")
    assert downloading.value.suggested_filename == "map (of the disk).argmap"
    assert downloading.value.path().read_text(encoding="utf-8").endswith("# OTHER PROGRAM WORDS\n")
    live.until("document.querySelector('#save').disabled && document.querySelector('#clash').hidden")
    assert path.read_text(encoding="utf-8") == f"{SLIPPED}# PAGE WORDS\n"


def test_the_version_of_the_disk_is_taken_and_the_other_kept(live: Page, tmp_path: Path) -> None:
    live.page.set_viewport_size({"width": 390, "height": 844})
    torn(live, tmp_path / "map.argmap", appended)
    for place in (0, 10_000):
        live.page.evaluate(f"scrollTo(0, {place})")
        asked = live.page.evaluate("document.querySelector('#take').getBoundingClientRect().toJSON()")
        assert 0 <= asked["top"] < asked["bottom"] <= 844, "wherever one is in the page"
    with live.page.expect_download() as downloading:
        live.page.click("#take")
    assert downloading.value.suggested_filename == "map (mine).argmap"
    assert downloading.value.path().read_text(encoding="utf-8") == f"{SLIPPED}# PAGE WORDS\n"
    live.until("document.querySelector('#save').disabled && document.querySelector('#clash').hidden")
    assert live.page.input_value("textarea") == f"{SLIPPED}# OTHER PROGRAM WORDS\n"
    live.page.fill("textarea", f"{SLIPPED}# BOTH\n")
    live.page.keyboard.press("Control+s")
    live.until("document.querySelector('#save').disabled")
    assert (tmp_path / "map.argmap").read_text(encoding="utf-8") == f"{SLIPPED}# BOTH\n"


def test_a_version_that_could_not_be_saved_is_asked_about_again(live: Page, tmp_path: Path) -> None:
    path = tmp_path / "map.argmap"
    torn(live, path, appended)
    live.page.route("**/save", lambda route: route.fulfill(status=500, body="Internal Server Error"))
    live.page.click("#keep")
    live.until("document.querySelector('#status').textContent.includes('could not answer (500): nothing was saved')")
    live.until("!document.querySelector('#clash').hidden && document.activeElement.id === 'keep'")
    live.page.unroute("**/save")
    assert path.read_text(encoding="utf-8") == f"{SLIPPED}# OTHER PROGRAM WORDS\n"
    live.page.fill("textarea", SLIPPED)  # as it once lay on the disk
    downloads: list[Any] = []
    live.page.on("download", lambda one: downloads.append(one.suggested_filename))
    live.page.evaluate("document.querySelector('#keep').click(); document.querySelector('#keep').click()")
    live.until("document.querySelector('#status').textContent.startsWith('Kept yours')")
    live.until("document.querySelector('#save').disabled && document.querySelector('#clash').hidden")
    assert path.read_text(encoding="utf-8") == SLIPPED
    assert downloads == ["map (of the disk).argmap"]
    appended(path, "# NOTICED\n")
    live.until("document.querySelector('textarea').value.includes('# NOTICED')", 20)
    assert live.said and all("500" in each for each in live.said)
    live.said.clear()


def test_nothing_is_lost_where_no_change_of_the_disk_is_told(live: Page, tmp_path: Path) -> None:
    """Some disks, as those of a network, tell of nothing: the file is looked at before it is written over."""
    path = tmp_path / "map.argmap"
    live.page.route("**/save", lambda route: (appended(path, "# LATE\n"), route.continue_()))
    live.page.fill("textarea", f"{SLIPPED}# PAGE WORDS\n")
    live.page.keyboard.press("Control+s")
    live.until("!document.querySelector('#clash').hidden", 20)
    live.page.unroute("**/save")
    assert path.read_text(encoding="utf-8") == f"{SLIPPED}# LATE\n"
    assert live.said and all("409" in each for each in live.said)
    live.said.clear()
    live.page.click("#keep")
    live.until("document.querySelector('#save').disabled")
    assert path.read_text(encoding="utf-8") == f"{SLIPPED}# PAGE WORDS\n"


def test_sources_take_the_place_of_the_picture(live: Page) -> None:
    for width, height in ((1300, 800), (390, 844)):
        live.page.set_viewport_size({"width": width, "height": height})
        live.page.click("#tab-sources")
        live.until("document.querySelector('#sources table')")
        assert not live.page.is_visible("#picture")
        table, panel = live.page.evaluate(
            "['#sources table', '#sources'].map(each => document.querySelector(each).getBoundingClientRect().toJSON())"
        )
        assert panel["left"] <= table["left"]
        assert table["right"] <= panel["right"] <= width
        live.page.click("#tab-picture")
        assert not live.page.is_visible("#sources")


def test_nothing_is_said_of_a_text_before_it_was_read(live: Page) -> None:
    live.page.add_init_script(COUNTS)
    live.page.reload()
    live.until("document.querySelector('#findings li')")
    said = live.page.evaluate("window.counts")
    assert said[0] == "Reading…"
    assert "Nothing to find fault with" not in said


def test_the_ballot_of_a_map_with_errors_says_so_as_the_command_does(live: Page, tmp_path: Path) -> None:
    live.until("document.querySelector('#judged').textContent")
    command = [sys.executable, "-m", "argmap", "judge", "map.argmap"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    first, _, rest = str(live.page.inner_text("#judged")).partition("\n")
    assert first in done.stderr.splitlines()
    assert rest.split() == done.stdout.split()
    live.page.click("#findings li:first-child button:text('Fix')")
    live.until("!document.querySelector('#judged').textContent.includes('has faults')")


FAILING = """async () => {
  const { handing } = await import("/handing.js"), made = name => document.createElement(name), said = [];
  const [forms, write, print] = ["select", "button", "button"].map(made);
  write.disabled = true;
  const form = { name: "pptx", words: "slides (pptx)", suffix: ".pptx", ends: "" };
  handing({ forms, write, print, paper: made("select"), at: made("div") }, { request: async () => [form] },
    async () => { throw new Error("the disk is full"); }, () => "map", words => said.push(words));
  for (const each of [write, print]) {
    while (each.disabled) await new Promise(done => setTimeout(done));
    await each.onclick();
  }
  return said;
}"""


def test_a_download_that_fails_says_so_in_the_bar(live: Page) -> None:
    assert live.page.evaluate(FAILING) == [
        "Writing slides (pptx)…",
        "slides (pptx) was not written: the disk is full",
        "",
        "Nothing was printed: the disk is full",
    ]


def test_nothing_keeps_anybody_out(live: Page) -> None:
    nothing_keeps_anybody_out(live)


CHANGED = """async pictures => {
  const { picture } = await import("/picture.js"), here = document.createElement("div"), kept = picture(here, () => {});
  document.body.append(here);
  return pictures.map(({ svg, statements }) => {
    kept.show(svg, statements, "map");
    const there = document.createElement("div");
    picture(there, () => {}).show(svg, statements, "map");
    const [one, other] = [here, there].map(each => each.shadowRoot);
    return one.innerHTML === other.innerHTML && one.querySelectorAll("[role=button]").length;
  });
}"""


def test_a_picture_that_is_changed_is_the_one_that_is_drawn_anew(live: Page, tmp_path: Path) -> None:
    """The page changes no more of a picture than is another: the outcome is the whole of the next one."""
    texts = [DEBATE, DEBATE.replace("too much", "so much"), DEBATE.replace("too much", "more words " * 20)]
    texts += [texts[2].replace("claim tax", "claim new: One more.\nclaim tax"), DEBATE.replace("tax", "levy"), DEBATE]
    made = []
    for text, look in [*((text, {}) for text in texts), (DEBATE, {"layout": "flow"}), (DEBATE, {"verdicts": True})]:
        view = editing(tmp_path / "own", text).view
        said = [{"label": s.label, "kind": s.kind, "text": s.text} for s in statements(view)]
        made.append({"svg": picture(view, look).files[0], "statements": said})
    assert live.page.evaluate(CHANGED, made) == [5, 5, 5, 6, 5, 5, 5, 5]


TOLD_AGAIN = """async pictures => {
  const { held } = await import("/again.js");
  let last = null;
  return pictures.map(told => (last = held(last, told)).lines.join("\\n"));
}"""


def test_a_picture_that_is_told_again_is_the_whole_of_the_next_one(live: Page, tmp_path: Path) -> None:
    """The server tells the page only what of a picture has changed."""
    texts = [
        DEBATE,
        DEBATE.replace("too much", "more words " * 20),
        DEBATE.replace("claim tax", "claim new: N.\nclaim tax"),
    ]
    whole = [str(picture(editing(tmp_path / "own", text).view, {}).files[0]) for text in [*texts, DEBATE, DEBATE]]
    marked = '<text>{} transform="translate({})"{}</text>'.format
    whole += [marked("", "$&amp;1", "ab"), marked("a", "1", "b"), marked("a", "$&amp;2", "b")]
    told: list[dict[str, Any]] = [{"files": whole[:1], "statements": [1]}]
    for old, new in pairwise(whole):
        steps = lines_changed(old.split("\n"), new.split("\n"))
        told.append({"changed": {"lines": steps, "statements": [[0, 1]]}})
    assert live.page.evaluate(TOLD_AGAIN, told) == whole
    assert told[4]["changed"]["lines"] == [[0, whole[4].count("\n") + 1]]


ROOTS = """async svgs => {
  const { patched } = await import("/patched.js"), change = patched();
  return svgs.map(svg => change(svg).getAttributeNames());
}"""


def test_what_the_next_picture_has_not_on_its_outermost_element_is_gone(live: Page) -> None:
    named, plain = (f'<svg xmlns="http://www.w3.org/2000/svg"{more}>\n<g></g>\n</svg>' for more in (' lang="en"', ""))
    assert live.page.evaluate(ROOTS, [named, plain, named]) == [["xmlns", "lang"], ["xmlns"], ["xmlns", "lang"]]
