"""What is wrong with a relation that the grammar could not read."""

import re

from ..regex import regex
from ..vocabulary import VERB_FORMS
from .citing import Trouble
from .shapes import ID

VERB = regex(rf"(?<!\S)({'|'.join(VERB_FORMS)})(?=[\s:]|$)")
AND = regex(r"\w\s*(,|\band\b|&)\s*\w")
SEVERAL = regex(r"\w\s*(,|\band\b|&|\+)\s*\w[^>]*$")
SPEECH = regex(r"@[^\s()\[\]:#@]+")
ONE_ID = regex(ID)
NUMBER = regex(r"(?<!\S)[0-9][\w-]*")
LISTING = ("concedes", "extends")
"""The verbs that several statements may stand after, with commas between."""


def explain_relation(line: str) -> Trouble:
    """The fault of a line at the margin that is no declaration and no statement."""
    verb = VERB.search(line)
    colon = line.find(":")
    if verb and colon >= 0 and not line[verb.end() : colon].strip():
        whole = " ".join(line.replace(":", " ", 1).split())
        return Trouble(colon, colon + 1, "a relation has no colon", f"write `{whole}`")
    several = SEVERAL.search(line, verb.end()) if verb else None
    if several:
        if verb and VERB_FORMS[verb[1]] in LISTING:
            message = f"what stands after `{verb[1]}` is listed with commas"
            return Trouble(*several.span(1), message, f"write it as in `{verb[1]} a, b`")
        return Trouble(*several.span(1), "a relation points at one statement", "write a line for each of them")
    if verb and colon > verb.end():
        advice = "leave out what follows the statements; a reason is a statement of its own, such as a `warrant`"
        return Trouble(colon, len(line), "a relation has no words of its own", advice)
    if verb and (joint := AND.search(line)):
        return Trouble(*joint.span(1), "statements are joined with `+`", "write it as in `a + b support c`")
    return _unlike_any(line, verb)


def _unlike_any(line: str, verb: re.Match[str] | None) -> Trouble:
    """The fault of a relation that has no signs too many: what is missing in it."""
    if verb is None and (speech := SPEECH.match(line)):
        named = line[speech.end() :].strip(": ")
        extended = f"`{speech.group()} extends {named if ONE_ID.fullmatch(named) else 'a, b'}`"
        return Trouble(0, len(line), "a speech extends statements", f"write it as in {extended}")
    if digit := NUMBER.search(line):
        message, advice = "an id begins with a letter", f"write a letter before it, such as `c{digit.group()}`"
        return Trouble(*digit.span(), message, advice)
    if verb and not line[: verb.start()].strip():
        message = f"nothing stands before `{verb[1]}`"
    elif verb and not line[verb.end() :].strip():
        message = f"nothing stands after `{verb[1]}`"
    else:
        message = "this relation cannot be read" if verb else "this relation has no verb"
    advice = (
        "a relation is a line of its own, such as `a supports b`, `a + b support c`, `a rebuts b`,"
        " `a rebuts b -> c`, `a contradicts b`, `con concedes a` or `@AS extends a`"
    )
    return Trouble(0, len(line), message, advice)
