"""Word files without styles for tags, and tables: no word of the debater's is put into a source's mouth."""

import time

from word_files import BODY, CARD, CITE, line, run, style, tag, word_file

from argmap.exchange.importers import IMPORTERS
from argmap.exchange.importing import Imported, Options, read_foreign
from argmap.exchange.telling import lines
from argmap.model import Card
from argmap.pipeline import load_text

WORD = next(importer for importer in IMPORTERS if importer.name == "docx")
BOLD = "<w:b/>"
LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
NAMED_LIST = style("paragraph", "ListBullet", "List Bullet", paragraph=LIST)
ENDED = "a line below a card that looks like a heading or a list; the card ends above it"
DOUBTFUL = "a line in a card that looks like a heading; see whether it is the source's"
UNMARKED = "a line in a card in which nothing is underlined or highlighted; see whether it is the source's"
UNDERLINE = '<w:u w:val="single"/>'
READ = "The river ==__did not flood__== that year."


def bold(words: str) -> str:
    return line(run(words, BOLD))


def plain(words: str) -> str:
    return line(run(words))


def imported(body: str, **more: str) -> Imported:
    made = read_foreign(word_file(body, **more), "round.docx", WORD, Options())
    assert isinstance(made, Imported), made
    assert load_text(made.text).errors == (), made.text
    return made


def said(made: Imported) -> list[str]:
    """The statements of a map in order, with their sections; and the cards."""
    return [
        f"{s.section.title if s.section else '-'} / {s.kind.value} / "
        f"{s.card.markup if isinstance(s.card, Card) else s.text}"
        for s in load_text(made.text).map.statements
    ]


def looks(made: Imported) -> list[tuple[str, str]]:
    """What to look at, each with the words of its line."""
    text = made.text.splitlines()
    return [(text[remark.line - 1].strip(), remark.words) for remark in made.remarks]


def test_a_bold_line_below_a_card_ends_it() -> None:
    body = (
        bold("Contention 1: Water") + bold("Floods are rare.") + CITE + BODY
        + bold("Contention 2: Fish") + plain("Fish need the river.") + line(run("Salmon"), properties=LIST)
        + bold("They came back.") + CITE + BODY + bold("Why that counts")
        + bold("AT: Cost") + plain("It pays for itself.")
    )  # fmt: skip
    made = imported(body, styles="")
    assert said(made) == [
        "Contention 1: Water / claim / Floods are rare.",
        f"Contention 1: Water / evidence / {READ}",
        "Contention 2: Fish / claim / Fish need the river.",
        "Contention 2: Fish / claim / Salmon",
        "Contention 2: Fish / claim / They came back.",
        f"Contention 2: Fish / evidence / {READ}",
        "Contention 2: Fish / claim / Why that counts",
        "Contention 2: Fish / claim / Cost",
        "Contention 2: Fish / rebuttal / It pays for itself.",
    ]
    assert ("section: Contention 2: Fish", ENDED) in looks(made)


def test_a_list_or_a_line_that_names_itself_ends_a_card() -> None:
    for below in (
        line(run("Salmon"), properties=LIST),
        line(run("Salmon"), style="ListBullet"),
        plain("• Salmon"),
        bold("Salmon"),
    ):
        made = imported(bold("Floods are rare.") + CITE + BODY + below, styles=NAMED_LIST)
        assert said(made)[1] == f"- / evidence / {READ}"
        assert said(made)[2].endswith("Salmon")
        assert ENDED in [words for _, words in looks(made)]
    for below in ("AT: Cost", "A2: Cost", "A/T --- Cost"):
        made = imported(bold("Floods are rare.") + CITE + BODY + plain(below) + plain("It pays."), styles="")
        assert said(made)[1:] == [f"- / evidence / {READ}", "- / claim / Cost", "- / rebuttal / It pays."]


def test_what_is_marked_or_long_stays_in_its_card() -> None:
    kept = (
        line(run("did not", BOLD + '<w:u w:val="single"/>'))
        + line(run("flood", '<w:highlight w:val="cyan"/>'), properties=LIST)
        + plain("At – as they say – no time of the year.")
        + line(run("The whole of it was dry. " * 6, BOLD))
    )
    [_, evidence] = said(imported(bold("Floods are rare.") + CITE + BODY + kept, styles=""))
    assert "**" in evidence and "==" in evidence and "At – as" in evidence and "was dry" in evidence


def test_a_card_of_thousands_of_unmarked_lines_is_read_at_once() -> None:
    """Each line was once compared with all above it: 4,000 took 20 seconds of a processor."""
    many = line(run("A plain "), run("line", BOLD), run(" of it.")) * 4000
    data = word_file(bold("Floods are rare.") + CITE + many, styles="")
    before = time.process_time()
    assert isinstance(read_foreign(data, "round.docx", WORD, Options()), Imported)
    assert time.process_time() - before < 8


def underlined(before: str, words: str) -> str:
    return line(run(before), run(words, UNDERLINE), run("."))


def test_a_line_that_looks_own_stays_in_a_card_that_goes_on_below_it() -> None:
    ends = underlined("It ends here and ", "matters much")
    for between, told in (
        (plain("- first it is warm") + plain("- second is wet"), UNMARKED),
        (line(run("first it is warm"), properties=LIST) + plain("It is warm."), UNMARKED),
        (bold("A part of the article"), DOUBTFUL),
    ):
        body = underlined("The source says ", "three things") + between + ends
        made = imported(bold("Floods are rare.") + CITE + body + bold("Dams hold.") + CITE + BODY, styles="")
        [_, card, _, other] = said(made)
        assert card.endswith("It ends here and __matters much__.")
        assert other == f"- / evidence / {READ}"
        assert told in [words for _, words in looks(made)]
        assert ENDED not in [words for _, words in looks(made)]


def test_marks_of_the_next_card_do_not_hold_a_line_in_this_one() -> None:
    first = bold("Floods are rare.") + CITE + BODY + bold("Why that counts") + plain("It does.")
    for after in (bold("Dams hold.") + CITE + BODY, CITE + BODY, plain("AT: Cost") + underlined("It ", "pays")):
        made = imported(first + after, styles="")
        assert said(made)[1:3] == [f"- / evidence / {READ}", "- / claim / Why that counts"]
        assert ENDED in [words for _, words in looks(made)]


def test_a_sources_own_argument_one_is_no_heading() -> None:
    for words in (
        line(run("Argument one: treaties fail, and "), run("this is underlined", UNDERLINE), run(".")),
        line(run("Argument one: treaties fail, and "), run("this is underlined", UNDERLINE)),
        plain("Argument one: treaties fail."),
    ):
        made = imported(bold("Floods are rare.") + CITE + BODY + words + underlined("On ", "it goes"), styles="")
        [_, card] = said(made)
        assert "Argument one: treaties fail" in card and card.endswith("On __it goes__.")
    for look in (BOLD, BOLD + UNDERLINE, ""):
        heading = line(run("Contention 2: Fish", look))
        made = imported(bold("Floods are rare.") + CITE + BODY + heading + plain("Fish swim."), styles="")
        assert said(made)[2] == "Contention 2: Fish / claim / Fish swim."
    sentence = bold("Contention 2: Fish need the river.") + plain("Fish swim.")
    made = imported(bold("Floods are rare.") + CITE + BODY + sentence, styles="")
    assert said(made)[2] == "Contention 2: Fish need the river. / claim / Fish swim."


def test_a_card_cut_with_bold_alone_keeps_its_lines() -> None:
    for first in (bold("The first line is all bold."), line(run("The first line is "), run("bold in part.", BOLD))):
        body = first + bold("The second is all bold too.") + bold("Third.")
        made = imported(bold("Floods are rare.") + CITE + body + bold("Dams hold.") + CITE + BODY, styles="")
        [_, card, tagged, _] = said(made)
        assert "The first line is" in card and card.endswith("The second is all bold too.\n\nThird.")
        assert tagged == "- / claim / Dams hold."
        assert DOUBTFUL in [words for _, words in looks(made)]


def test_a_line_that_may_be_the_debaters_own_is_told_where_no_style_can_say() -> None:
    above = bold("Floods are rare.") + CITE + BODY
    for below, words in (
        (plain("So dams work."), "a line in a card in which nothing is underlined or highlighted"),
        (line(run("Fish", BOLD + '<w:u w:val="single"/>')), "a line in a card that looks like a heading"),
    ):
        told = [words for _, words in looks(imported(above + below, styles=""))]
        assert f"{words}; see whether it is the source's" in told
    assert looks(imported(CARD + plain("So it was."))) == []


def test_in_a_file_with_tags_a_bold_line_stays_and_what_looks_like_a_heading_is_told() -> None:
    made = imported(CARD + bold("A dry year") + bold("AT: Cost"))
    [_, evidence] = said(made)
    assert evidence == f"- / evidence / {READ}\n\nA dry year\n\nAT: Cost"
    assert looks(made) == [
        ("evidence moreau-23 [moreau-23]: Moreau 2023",
         "a line in a card that looks like a heading; see whether it is the source's")
    ]  # fmt: skip
    assert made.report.left_out["bold stretch of a card (its words stay)"] == 2


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{plain(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


TIMES = table(("Speech", "Time"), ("AC", "4"))


def test_a_tables_words_and_numbers_are_no_answers() -> None:
    block = line(run("AT: Cost"), style="Heading3") + plain("It pays for itself.")
    made = imported(CARD + block + TIMES + line(run("Water"), style="Heading3") + tag("Dams hold."))
    assert said(made)[2:] == [
        "- / claim / Cost",
        "- / rebuttal / It pays for itself.",
        "Water / claim / Dams hold.",
    ]
    assert "\n# a table's line: Speech | Time\n# a table's line: AC | 4\n" in made.text
    assert made.report.left_out["table (its words stay)"] == 1
    assert made.report.changed["line of a table outside a card (now a comment)"] == 2


def test_a_tables_words_stay_where_they_stood() -> None:
    made = imported(plain("Good evening.") + TIMES + CARD + tag("Dams hold."))
    order = ["claim analytic: Good evening.", "# a table's line: Speech", "# a table's line: AC", "claim: Floods are",
             "claim analytic: Dams hold."]  # fmt: skip
    places = [made.text.index(words) for words in order]
    assert places == sorted(places)
    assert any("1 table (its words stay)" in told for told in lines(made))


def test_a_tables_sentences_are_claims() -> None:
    made = imported(table(("Claim", "Dams hold the river back in any year."), ("Why", "So it was.")))
    assert [text.rpartition(" / ")[2] for text in said(made)] == [
        "Claim", "Dams hold the river back in any year.", "Why", "So it was."
    ]  # fmt: skip


def test_a_table_in_a_card_is_told() -> None:
    made = imported(CARD + TIMES)
    assert looks(made) == [
        ("evidence moreau-23 [moreau-23]: Moreau 2023", "a table's lines in a card; see whether they are the source's")
    ]
