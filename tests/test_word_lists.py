"""The lists of words by which argmap reads people: every word of them does its work.

The lists stand here once more, so that none of them is lost by a slip.
"""

import pytest

import argmap
from argmap.checks.evidence import overclaim
from argmap.words.references import short_name

KINDS = {
    "claim": "argument contention point premise clame so therefore opinion supports",
    "warrant": "reason because since explanation",
    "evidence": "proof quote support example examples fact facts statistic statistics supported-by",
    "rebuttal": "counter answer response reply objection rebutle but rebuts rebutted-by",
}
VERBS = {
    "rebuts": "attacks answers refutes counters opposes beats defeats denies disproves challenges against rebuttal",
    "supports": "proves backs helps supporting",
    "contradicts": "vs vs. versus",
}
DECLARED = {"topic": "Resolution motion Question", "section": "heading"}
FIELDS = {
    "url": "link website web address",
    "date": "year published",
    "publisher": "publication journal newspaper magazine",
    "credentials": "qualification qualifications quals",
    "accessed": "retrieved",
    "author": "writer by",
    "text": "file",
}
ANSWERS = {
    "alt-cause": "alternative-cause alternate-cause alternative",
    "turn": "link-turn impact-turn",
    "deny": "denial",
    "indict": "indictment",
    "mitigate": "mitigation",
    "analytic": "analytical",
}
PARTICLES = """
    af al ap av bin bint da das de degli dei del della den der des di do dos du el ibn la las le lo los st ten
    ter van vom von zu zum zur
"""
BEHIND_A_NAME = "Jr Sr Jr. Sr. II III IV Esq PhD Ph.D. MD M.D. JD DDS EdD RN"
ORGANISATIONS = """
    of the for and on in to with without sans against die new us uk un eu national international federal
    european american british african asian global world united public royal general supreme central associated
    human civil social foreign local state county city town village academy agency alliance army assembly
    association authority bank board bureau cabinet campaign center centre chamber church city club coalition
    college commission committee community company conference congress consortium consulting convention
    cooperative corp corporation council court department directorate district division embassy endowment
    enterprise federation forum foundation fund government group hospital house inc industries initiative
    inspectorate institut institute institution laboratory league legislature library limited llc llp ltd
    ministry ministries movement museum nations navy network office organisation organization parliament
    partnership party police program programme project register registry republic school schools secretariat
    senate service services society states taskforce team tribunal trust trusts union universität universidad
    université university watch affairs broadcasting bulletin chronicle daily digest economist editor editors
    editorial gazette guardian herald independent intelligence journal magazine media mirror monitor news
    newspaper observer opinion post press publishers publishing quarterly radio reporter report reports review
    standard studio television times today tribune tv weekly analytics authors citizens contributors
    correspondent doctors economics economists education engineers environment farmers finance friends health
    investigations journalists lawyers ministers nurses parents physicians politics reporters research rights
    science sciences scientists security staff statistics students studies survey systems teachers technologies
    technology trade transport veterans women workers writers youth
"""
HEDGES = """
    can would should probably probable maybe tend tends suggest suggests seem seems appear appears arguably chance
    danger threaten threatens if unless some sometimes often almost unlikely fear fears expected expect expects
    hope hopes aim aims believe believes think thinks warn warns said say says may might could risk risks possibly
    possible perhaps potential potentially likely
"""
CERTAIN = "will inevitable inevitably certainly undoubtedly always guarantee guarantees guaranteed prove proves"


def words(lists: dict[str, str]) -> list[tuple[str, str]]:
    return [(word, meant) for meant, said in lists.items() for word in said.split()]


def first_mend(text: str) -> tuple[str, str]:
    found = argmap.load_text(text).diagnostics[0]
    return found.code, found.edits[0].replacement


def test_what_debaters_call_a_kind_is_understood() -> None:
    above = "claim c: One thing\n    claim d: Two\n"
    wrong = {
        word: first_mend(f"{above}        {word.replace('-', ' ')}: Another thing is so.\n") for word, _ in words(KINDS)
    }
    assert wrong == {word: ("misspelt-word", kind) for word, kind in words(KINDS)}


def test_what_debaters_call_a_link_is_understood() -> None:
    claims = "claim a: One thing.\nclaim b: Two.\n"
    wrong = {word: first_mend(f"{claims}a {word} b\n") for word, _ in words(VERBS)}
    assert wrong == {word: ("misspelt-word", verb) for word, verb in words(VERBS)}


def test_what_else_a_declaration_a_field_and_an_answer_are_called_is_understood() -> None:
    heads = {word: first_mend(f"{word}: A thing.\n") for word, _ in words(DECLARED)}
    assert heads == {word: ("misspelt-word", meant) for word, meant in words(DECLARED)}
    fields = {word: first_mend(f"source s: S\n    {word}: 2024\n") for word, _ in words(FIELDS)}
    assert fields == {word: ("misspelt-word", meant) for word, meant in words(FIELDS)}
    answers = {word: first_mend(f"claim c: One thing.\n    rebuttal {word}: Two.\n") for word, _ in words(ANSWERS)}
    assert answers == {word: ("misspelt-word", meant) for word, meant in words(ANSWERS)}


def test_small_words_belong_to_the_last_name() -> None:
    wanted = {word: f"{word} Dam" for word in PARTICLES.split()}
    assert {word: short_name(f"Ada Maria {word} Dam") for word in wanted} == wanted


@pytest.mark.parametrize("comma", ["", ","])
def test_what_stands_behind_a_last_name_is_no_part_of_it(comma: str) -> None:
    names = [f"Ada Dam{comma} {word}" for word in BEHIND_A_NAME.split()]
    assert [name for name in names if short_name(name) != "Dam"] == []


def test_a_word_that_no_person_is_called_keeps_a_name_whole() -> None:
    names = [f"Ada {word.title()} Dam" for word in ORGANISATIONS.split()]
    assert [name for name in names if short_name(name) != name] == []


def overclaims(claim: str) -> bool:
    text = (
        "source s: T\n    author: Ada Dam\n    date: 2024\n"
        f"claim c: {claim}\n    evidence [s para 1]: It could fail in a storm.\n"
    )
    return any(found.code == overclaim.RULE.name for found in argmap.check(argmap.load_text(text)))


def test_a_claim_that_hedges_as_its_source_does_is_no_overclaim() -> None:
    assert [word for word in HEDGES.split() if overclaims(f"The dam will {word} give way.")] == []


def test_a_claim_that_is_certain_where_its_source_is_not_overclaims() -> None:
    assert [word for word in CERTAIN.split() if not overclaims(f"The dam {word} gives way.")] == []
    assert overclaims("The dam is bound to give way.") and overclaims("The dam fails.")
    assert not overclaims("The dam gives way.")
