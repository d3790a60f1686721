"""Work in the page that needs no server is never lost: between visits, beside another page, on the disk."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from driving import Page
from editing import DEBATE
from test_site import folder, pytestmark, serving

__all__ = ["folder", "pytestmark"]

# Nobody can choose a file where no window is: the choice is made here. What is chosen is a real file's handle,
# in the folder that the browser keeps for a page.
PICKED = """
  const put = async text => {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle("river.argmap", { create: true });
    if (text != null) {
      const out = await handle.createWritable();
      await out.write(text);
      await out.close();
    }
    return handle;
  };
  window.showOpenFilePicker = async () => [await put()];
  window.showSaveFilePicker = async () => { throw new DOMException("nothing was chosen", "AbortError"); };
  window.put = put;
  window.shared = [];
  navigator.canShare = () => true;
  navigator.share = async what => { window.shared.push(await what.files[0].text()); };
"""
SAVED = "put().then(handle => handle.getFile()).then(file => file.text())"
WAITS = "!document.querySelector('#save').disabled"


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with serving(folder) as host:
        yield f"http://{host}/"


@pytest.fixture
def live(browser: Any, address: str) -> Iterator[Page]:
    live = Page(browser, address, script=PICKED)
    yield live
    live.close(address.split("/")[2])


def write(page: Any, words: str) -> None:
    page.focus("#editor .cm-content")
    page.keyboard.press("Control+End")
    page.keyboard.type(f"\n# {words}")


def shown(words: str) -> str:
    return f"document.querySelector('#editor .cm-content').innerText.includes('{words}')"


def opened(live: Page, text: str) -> None:
    live.page.evaluate("text => put(text).then(() => true)", text)
    live.page.click("#own button:text('Open')")
    live.until("document.querySelector('#maps').selectedOptions[0]?.text === 'river.argmap'")


def test_what_was_opened_from_the_disk_is_saved_there(live: Page) -> None:
    opened(live, DEBATE)
    write(live.page, "mine")
    live.until(WAITS)
    live.page.keyboard.press("Control+s")
    live.until(f"!({WAITS})")
    assert live.page.evaluate(SAVED) == f"{DEBATE}\n# mine"
    assert live.questions == []


def test_what_is_typed_while_it_is_saved_is_not_taken_for_saved(live: Page) -> None:
    opened(live, DEBATE)
    write(live.page, "mine")
    live.page.evaluate(
        "put().then(handle => { handle.constructor.prototype.createWritable = (plain => async function () {"
        "  await new Promise(done => setTimeout(done, 1500)); return plain.call(this);"
        "})(handle.constructor.prototype.createWritable); })"
    )
    live.page.keyboard.press("Control+s")
    live.page.wait_for_timeout(200)
    live.page.keyboard.type(" and more")
    live.until("document.querySelector('#status').textContent === 'Saved river.argmap'")
    assert live.page.evaluate(WAITS)
    live.page.wait_for_timeout(500)
    live.page.reload()
    live.until("document.body.dataset.ready && document.body.dataset.pictures")
    live.until(shown("# mine and more"))
    assert live.page.evaluate(WAITS)


def test_what_another_wrote_on_the_disk_is_not_written_over_unasked(live: Page) -> None:
    opened(live, DEBATE)
    write(live.page, "mine")
    live.page.wait_for_timeout(20)
    live.page.evaluate("put('# theirs').then(() => true)")
    live.answer = None
    live.page.keyboard.press("Control+s")
    live.until("document.querySelector('#status').textContent === 'Not saved'")
    assert live.questions == ["river.argmap was changed on the disk since it was opened. Write over it?"]
    assert live.page.evaluate(SAVED) == "# theirs"
    assert live.page.evaluate(WAITS)
    live.answer = ""
    live.page.keyboard.press("Control+s")
    live.until(f"!({WAITS})")
    assert live.page.evaluate(SAVED) == f"{DEBATE}\n# mine"


def test_a_file_of_the_disk_does_not_take_the_place_of_unsaved_work(live: Page) -> None:
    opened(live, DEBATE)
    write(live.page, "mine")
    live.until(WAITS)
    live.answer = None
    live.page.click("#own button:text('Open')")
    live.page.wait_for_timeout(100)
    assert live.questions == ["river.argmap was written in here and is not saved. Take the file of the disk instead?"]
    assert live.page.evaluate(shown("# mine"))
    live.answer = ""
    live.page.click("#own button:text('Open')")
    live.until(f"!({shown('# mine')})")


def test_nothing_chosen_is_nothing_saved(live: Page) -> None:
    write(live.page, "mine")
    live.until(WAITS)
    live.page.keyboard.press("Control+s")
    live.until("document.querySelector('#status').textContent === 'Not saved'")
    assert live.page.evaluate(WAITS)


def test_two_pages_beside_each_other_keep_the_work_of_both(live: Page) -> None:
    other = live.context.new_page()
    other.goto(live.page.url)
    other.wait_for_function("() => document.body.dataset.pictures")
    write(live.page, "from one")
    other.wait_for_function(f"() => {shown('# from one')}")
    write(other, "from the other")
    live.until(shown("# from the other"))
    live.until(WAITS)
    live.answer = "second"
    live.page.click("#own button:text('New')")
    live.until("document.querySelector('#maps').options.length === 2")
    other.wait_for_function("() => document.querySelector('#maps').options.length === 2")
    write(other, "at last")
    other.close(run_before_unload=True)
    live.page.wait_for_timeout(500)
    live.page.reload()
    live.until("document.body.dataset.ready && document.body.dataset.pictures")
    live.page.select_option("#maps", label="debate.argmap")
    live.until(shown("# at last"))
    assert live.page.evaluate(shown("# from one"))


def test_line_ends_are_what_they_were_at_the_next_visit(live: Page) -> None:
    opened(live, DEBATE.replace("\n", "\r\n"))
    write(live.page, "mine")
    live.until(WAITS)
    live.page.wait_for_timeout(500)
    live.page.reload()
    live.until("document.body.dataset.ready && document.body.dataset.pictures")
    live.page.click("#own button:text('Share')")
    live.until("window.shared.length")
    assert live.page.evaluate("window.shared[0]") == f"{DEBATE}\n# mine".replace("\n", "\r\n")


def test_a_closed_part_is_no_part_any_more(live: Page) -> None:
    live.answer = "part"
    live.page.click("#own button:text('New')")
    live.until("document.querySelector('#maps').selectedOptions[0]?.text === 'part.argmap'")
    live.page.select_option("#maps", label="debate.argmap")
    live.page.focus("#editor .cm-content")
    live.page.keyboard.press("Control+Home")
    live.page.keyboard.type("include: part.argmap\n")
    missing = "document.querySelector('#findings').innerText.includes('part.argmap')"
    live.until(f"document.body.dataset.checked && !{missing}")
    live.page.select_option("#maps", label="part.argmap")
    live.page.click("#own button:text('Close')")
    live.until(missing)


def test_a_map_is_passed_on_as_a_file(live: Page) -> None:
    write(live.page, "mine")
    live.page.click("#own button:text('Share')")
    live.until("window.shared.length")
    assert live.page.evaluate("window.shared[0].endsWith('# mine')")


def test_a_browser_offers_to_install_it(live: Page) -> None:
    live.until("navigator.serviceWorker.controller !== null", 180)
    asked = live.context.new_cdp_session(live.page).send("Page.getInstallabilityErrors")
    # A window that keeps nothing, as those of tests are, installs nothing; there is no other reason.
    assert [each["errorId"] for each in asked["installabilityErrors"]] in ([], ["in-incognito"])
