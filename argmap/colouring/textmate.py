"""A TextMate grammar, for VS Code and the editors that read the same."""

import json
from collections.abc import Mapping
from typing import Any

from .patterns import ARROW, CARD, COMMENT, DECLARATION, FIELD, HEAD, ID, KIND, QUOTED, VERB

SCOPES = {
    "mark": "storage.modifier",
    "analytic": "storage.modifier",
    "cite": "markup.underline.link",
    "side": "entity.name.type",
    "speech": "entity.name.function",
    "tag": "entity.name.tag",
    "id": "variable.other",
}


def grammar() -> Mapping[str, Any]:
    """The grammar as the value of a `.tmLanguage.json` file."""
    before = r"(?<![\w-])"
    parts = [{"match": before + part.pattern if part.name in ("mark", "analytic", "id") else part.pattern,
              "name": f"{SCOPES[part.name]}.argmap"} for part in HEAD]  # fmt: skip
    return {
        "name": "argmap",
        "scopeName": "source.argmap",
        "patterns": [{"include": f"#{name}"} for name in ("comment", "card", "head", "field", "relation", "text")],
        "repository": {
            "comment": {"match": rf"^\s*({COMMENT})$", "captures": {"1": {"name": "comment.line.argmap"}}},
            "card": {"begin": CARD, "end": CARD, "name": "string.quoted.triple.argmap"},
            "head": {
                "begin": rf"^\s*(?:(\+)\s*)?(?:({KIND})|({DECLARATION}))",
                "end": r"(:)|$",
                "beginCaptures": {
                    "1": {"name": "keyword.operator.argmap"},
                    "2": {"name": "keyword.control.argmap"},
                    "3": {"name": "keyword.other.argmap"},
                },
                "endCaptures": {"1": {"name": "punctuation.separator.argmap"}},
                "patterns": parts,
            },
            "field": {
                "match": rf"^\s+({FIELD})\s*(:)",
                "captures": {
                    "1": {"name": "support.type.property-name.argmap"},
                    "2": {"name": "punctuation.separator.argmap"},
                },
            },
            "relation": {
                "begin": rf"^(?=(?:@\S+|{ID}(?:\s*\+\s*{ID})*)\s+{VERB})",
                "end": "$",
                "patterns": [
                    {"match": rf"(?<=\s){VERB}", "name": "keyword.operator.word.argmap"},
                    {"match": r"@[^\s()\[\]:#@]+", "name": f"{SCOPES['speech']}.argmap"},
                    {"match": ARROW, "name": "keyword.operator.argmap"},
                    {"match": ID, "name": f"{SCOPES['id']}.argmap"},
                ],
            },
            "text": {"match": QUOTED, "name": "string.quoted.double.argmap"},
        },
    }


def as_json() -> str:
    """The grammar as the text of its file."""
    return json.dumps(grammar(), ensure_ascii=False, indent=2) + "\n"
