"""When a quotation is faithful: each row of the contract, with cases on either side of the line."""

import pytest
from said import helps_of, said, said_of_card

FINE: set[str] = set()
WRONG = {"misquotation"}

NO_DIFFERENCE = [
    ("“We’re at the inﬂection point”", "'We're at the inflection point'"),
    ("a café — now", "a cafe\u0301 - now"),
    ("non\u00a0breaking\u2009blanks", "non breaking blanks"),
    ("the tram pays, he said", "The tram pays,"),
    ("the tram pays. He left", "the tram pays"),
    # A word divided at a line's end.
    ("the long-\nterm gov-\nernment", "the long-term government"),
    ("the long-\nterm gov-\nernment", "the longterm gov-ernment"),
    ("repeatedly un\u00ad\nderestimated it", "repeatedly underestimated it"),
    ("the gov-\n\fernment of the day", "the government of the day"),
    ("the government of the day", "the gov- ernment of the day"),
    ("a pre- and post-war boom", "a pre- and post-war boom"),
    ("the long-term plan", "the long- term plan"),
    # Many PDFs have soft hyphens for all their hyphens.
    ("real\u00adtime data of the F\u00ad35", "real-time data of the F-35"),
    ("the gov\u00adernment of the day", "the government of the day"),
    ("it fell by \u00ad3 percent", "fell by -3 percent"),
    # Footnote markers.
    ("The policy[12] was a success.³ The effect¹ was large.", "The policy was a success. The effect was large"),
    ("The policy[12] was a success.³ The effect¹ was large.", "The policy[12] was a success. The effect¹ was large"),
    ("The policy [12] was a success (so it seems).[3][4] It was", "The policy was a success (so it seems). It was"),
    ("The policy[2–4] was old", "The policy was old"),
    # Page furniture.
    ("The dam will\n\n12\n\fhold in a storm", "The dam will hold in a storm"),
    ("Rivers\nA one.\n\fRivers\nThe dam will\n\fRivers\nhold in a storm", "The dam will hold in a storm"),
    ("The dam will\nPage 3 of 9\n\f\nhold in a storm", "The dam will hold in a storm"),
    ("To the board, June\n2023\nThe dam will\n\f2\nhold in a storm", "June 2023 The dam will hold in a storm"),
    # Brackets of the source's own.
    ("risk rose [95% CI 1.2-2.6] there", "risk rose [95% CI 1.2-2.6] there"),
    ("they was [sic] late", "they was [sic] late"),
    ("risk rose [95% CI 1.2-2.6] there", "risk rose [95% … 1.2-2.6] there"),
    ("risk rose [95% CI 1.2-2.6] up there", "risk ... [95% ... 1.2-2.6] ... there"),
    ("risk rose [as I had told them all] there", "risk rose [as I ... all] there"),
    ("the city[3] grew", "the city[3] grew"),
    ("[T]he tram runs", "the tram runs"),
    # One letter's case.
    ("it's so in japan's north", "[I]t's so in [J]apan's north"),
    ("The tram runs", "[t]he tram runs"),
    ("NATO's plan", "[n]ato's plan"),
    # Signs that are there.
    ("Aged ≥12 years, −3 percent, ±2 points, ₹500", "Aged ≥12 years, −3 percent, ±2 points, ₹500"),
    ("fell by −3 percent", "fell by -3 percent"),
    ("fell by -3 percent", "fell by –3 percent"),
    ("10⁹ grains", "10^9 grains"),
    ("50 % of all", "50% of all"),
    ("from 2019–2020 on", "from 2019-2020 on"),
    ("from 2019 – 2020 on", "from 2019-2020 on"),
    # Marks.
    ("Is it safe? Nobody knows.", "Is it safe? Nobody knows"),
    ("Is it safe? Nobody knows.", "Is it safe?"),
    ("He left. It is safe!", "It is safe!"),
    # Hyphens that stay.
    ("a man-eating shark", "man-eating shark"),
    ("a man‑eating shark", "man–eating shark"),
    ("London–Paris trains", "London — Paris trains"),
]


@pytest.mark.parametrize(("text", "quoted"), NO_DIFFERENCE)
def test_no_difference(text: str, quoted: str) -> None:
    assert said(quoted, text, marks="“”" if '"' in quoted else '""') == FINE


ERRORS = [
    # Numbers and brackets of the source's own.
    ("risk rose [95% CI 1.2-2.6] there", "risk rose [95% CI 1.2-2.7] there"),
    ("risk rose [95% CI 1.2-2.6] there", "risk rose [95% … 1.2-2.7] there"),
    ("the city[3] grew", "the city[4] grew"),
    ("they was [sic] late", "they was [sick] late"),
    ("The policy.³ It was", "policy.⁴ It was"),
    # What looks like a footnote marker or a page's number, and is none.
    ("The policy[a] was a success", "The policy was a success"),
    ("The policy 12 was a success", "The policy was a success"),
    ("The policy (12) was a success", "The policy was a success"),
    ("One.\nTwo.\nThree.\nThe dam\n12\nwill hold.\nFour.\nFive.\nSix.\n\fSeven.", "The dam will hold"),
    ("In June\n2023\nit held\nAnd more.\n\fSeven.", "In June it held"),
    # Brackets that hide letters.
    ("the act was unlawful", "the act was [l]awful"),
    ("the line is ineffective", "the line is [e]ffective"),
    ("ministers cannot raise it", "ministers can[] raise it"),
    ("he says that it isn't so", "he says that it is[] so"),
    ("he says that it isn't so", "he says that it is[n]t so"),
    ("he says that it don't matter", "he says that it do[es] matter"),
    # Brackets that turn the sense.
    ("was not shown to be safe in it", "was [indeed] safe in it"),
    ("the board has never approved it", "the board has [now] approved it"),
    ("mayors cannot close it", "mayors [can] close it"),
    ("mayors can close it", "mayors can[not] close it"),
    ("it is safe to use", "it is [not] safe to use"),
    ("it is unsafe to use", "it is [safe] to use"),
    # More than 12 words.
    ("a b c d e f g h i j k l m n o p", "a [x] o p"),
    ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen", "one [x] fifteen"),
    ("so it was in the old days of the town when all the trams ran at night", "so [it was that they] at night"),
    # Signs.
    ("passengers aged ≥12 years pay", "passengers aged 12 years pay"),
    ("grew by −3 percent in 2019", "grew by 3 percent in 2019"),
    ("and -4 percent in 2020", "4 percent in 2020"),
    ("fell by ±2 points", "fell by 2 points"),
    ("it cost ₹500 crore", "it cost 500 crore"),
    ("it cost ₹500 crore", "it cost $500 crore"),
    ("a fleet of 10⁹ grains", "a fleet of 109 grains"),
    ("a share of 5‰ there", "a share of 5% there"),
    ("more than 50% did", "more than 50"),
    ("it is 3×4 m", "it is 3÷4 m"),
    ("p < 0.05 in all", "p > 0.05 in all"),
    ("an area of 5 km² there", "an area of 5 km there"),
    # A question made of a statement.
    ("It is safe. He left", "It is safe? He left"),
    ("It is safe. He left", "It is safe!"),
    ("It is safe, he said", "It is safe?"),
    # Words.
    ("the upper fields", "the up per fields"),
    ("the co-operative grew", "the cooperative grew"),
    ("the long-\nterm plan", "the longish term plan"),
]


@pytest.mark.parametrize(("text", "quoted"), ERRORS)
def test_an_error(text: str, quoted: str) -> None:
    assert said(quoted, text) >= WRONG


WARNINGS = [
    ("the gas is harmless to birds", "the gas is harm[ful] to birds", "altered-quotation"),
    ("the gas is careful to birds", "the gas is care[d for] to birds", "altered-quotation"),
    ("the woman left it", "the wom[e]n left it", "altered-quotation"),
    ("the three of them said so then", "the [allies] said so then", None),
    ("that they and all the others said so", "that [the allies] said so", "altered-quotation"),
    ("the board of the town has asked", "[it] has asked", None),
    ("for the board of the town has asked", "for [it] has asked", "altered-quotation"),
    ("it sold 20 trams", "it sold [many] trams", "altered-quotation"),
    ("it sold many trams", "it sold [20] trams", "altered-quotation"),
    ("it sold $5 trams", "it sold [cheap] trams", "altered-quotation"),
    ("they fear the in no way drought in summer", "they fear the [drought] in", "altered-quotation"),
    ("they fear the drought in summer, and in May", "they fear the [dry] in", None),
    ("a man-eating shark", "a man eating shark", "retouched-quotation"),
    ("a man-\neating shark", "a man eating shark", "retouched-quotation"),
    ("a well-known non-profit group", "a well known non-profit group", "retouched-quotation"),
    ("a non-profit group", "profit group", "retouched-quotation"),
    ("it holds, but not for long, he says", "it holds ... he says", "dropped-negation"),
    ("it holds where nobody lives there now", "it holds [...] there now", "dropped-negation"),
    ("it holds unless it rains there now", "it holds … there now", "dropped-negation"),
    ("it holds where all live there now", "it holds … there now", None),
    ("a one\n\nb\n\nc\n\ntwo", "a one ... two", "long-omission"),
    ("a one\n\nb\n\ntwo", "a one ... two", None),
    ("a one\n\nb\n\nc\n\nd\n\ntwo", "a one [...] two", "long-omission"),
    ("a one\n\nb\n\ntwo\n\nc three", "a one ... two ... c three", None),
    ("a one b two\n\nc\n\nd\n\nthree", "a one ... two ... three", "long-omission"),
    ("a one\ntwo\nthree\nfour\nfive", "a one … five", None),
    ("it holds, and all know it, he says", "it holds ... he says", None),
    ("it holds notably well, he says", "it holds ... he says", None),
    # An omission of nothing is taken at its word.
    ("it is in no way kept in", "it is ... in", "dropped-negation"),
    ("it is in the hills and kept in", "it is ... in", None),
    ("it is in. No, he stays in", "it is ... in", None),
    ("He denied that the dam will hold", "the dam will hold", "denied-quotation"),
    ("It is not the case that the dam will hold", "the dam will hold", "denied-quotation"),
    ("It is no ‘Asian NATO at all’ there", "Asian NATO at all", "denied-quotation"),
    ("He refused to say it. The dam will hold", "The dam will hold", None),
    ("It did not rain, and the dam will hold", "the dam will hold", None),
    ("It is not only old but the dam will hold", "the dam will hold", None),
]


@pytest.mark.parametrize(("text", "quoted", "code"), WARNINGS)
def test_a_warning(text: str, quoted: str, code: str | None) -> None:
    assert said(quoted, text) == ({code} if code else FINE)


@pytest.mark.parametrize(
    ("quoted", "told"),
    [("no tram", True), ("the tram sleeps", True), ("tram", True), ("the tram never runs again", False)],
)
def test_few_words_may_be_ones_own(quoted: str, told: bool) -> None:
    helps = helps_of(quoted, "The bus runs at night, and the town pays for it.")
    assert any("single quotation marks" in help for help in helps) is told


def test_a_denial_that_the_statement_tells_is_none() -> None:
    text = "He denied that the dam will hold"
    assert said("the dam will hold", text, own="He does not believe that ") == FINE
    assert said("denied that the dam will hold", text) == FINE


REMARKS = [
    ("they allow it", "they allow[ed] it", True),
    ("they make it", "they mak[ing] it", True),
    ("the years of it", "the year[] of it", True),
    ("they rise fast", "they [the floods] rise fast", True),
    ("they say it is so", "they say [the act] is so", True),
    ("they rise fast", "they rise [sic] fast", False),
    ("they rise fast", "they rise fast [emphasis added]", False),
    ("it rises fast", "[I]t rises fast", False),
]


@pytest.mark.parametrize(("text", "quoted", "told"), REMARKS)
def test_a_remark_by_profile(text: str, quoted: str, told: bool) -> None:
    assert said(quoted, text) == FINE
    assert said(quoted, text, profile="nsda") == ({"bracketed-insertion"} if told else FINE)


TABLE = "1990 2.1 million 12 percent " * 4
NETWORK = f"Ridership doubled within a decade.\n\nTable 1: {TABLE}\n\nMost of it came later."
NOTES = ["[ Table Omitted ]", "[FIGURE OMITTED]", "< Figure Omitted >", "<Table 2 omitted>", "[Footnote removed]"]


@pytest.mark.parametrize("note", [*NOTES, "(table omitted)"])
def test_notes_of_what_was_left_out(note: str) -> None:
    assert said_of_card(f"Ridership doubled within a decade. {note} Most of it came later.", NETWORK) == FINE


@pytest.mark.parametrize("note", ["[Table]", "< Figure >", "[The committee commits]"])
def test_what_is_no_such_note(note: str) -> None:
    assert said_of_card(f"Ridership doubled within a decade. {note} Most of it came later.", NETWORK) != FINE


LONG = "Nobody knows it, he says: the dam will hold, and it is not old.\nThe town cannot pay, and nobody will."


@pytest.mark.parametrize(
    ("card", "told"),
    [
        (LONG.replace("the dam will hold", "__the dam will hold__"), False),
        (LONG.replace("it is", "__it is__"), True),
        (LONG.replace("The town", "__The town__").replace("will.", "__will__."), True),
        (LONG.replace("is not old", "is __not old__"), False),
    ],
)
def test_what_a_card_leaves_unread(card: str, told: bool) -> None:
    assert said_of_card(card, LONG) == ({"dropped-negation"} if told else FINE)


@pytest.mark.parametrize("marks", ['""', "“”", "„“", "«»", "»«", "‘’", "””"])
def test_marks_of_every_style_are_looked_at(marks: str) -> None:
    assert said("le tram roule lentement", "« le tram roule vite »", marks=marks) == WRONG
    assert said("le tram roule vite", "« le tram roule vite »", marks=marks) == FINE


NO_QUOTATIONS = [
    'a 12" pipe and a 5\'6" man: ',
    "the ‘tram’ and ‘no tram’: ",
    "don’t, the states’, ‘90s: ",
    "the 'one two three four': ",
]


@pytest.mark.parametrize("own", NO_QUOTATIONS)
def test_what_is_no_quotation(own: str) -> None:
    assert said("the tram runs", "the tram runs", own=own) == FINE


@pytest.mark.parametrize(
    ("quoted", "marks"),
    [
        ("the states’ rights are at risk here", "‘’"),
        ("One runs. “Two runs", "“”"),
        ('One runs. "Two runs', '""'),
        ('the pipe is 12" wide', '""'),
    ],
)
def test_one_quotation_with_marks_inside(quoted: str, marks: str) -> None:
    text = 'One runs.\n\nTwo runs. The pipe is 12" wide and the states’ rights are at risk here.'
    assert said(quoted, text, marks=marks) == FINE
    assert said(quoted + " x", text, marks=marks) == WRONG
