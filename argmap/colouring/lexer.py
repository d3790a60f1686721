"""A lexer for Pygments, so that Sphinx, MkDocs, Jupyter and others colour maps. Needs Pygments."""

from typing import ClassVar

from pygments.lexer import RegexLexer, bygroups
from pygments.token import Comment, Keyword, Name, Operator, Punctuation, String, Text, Whitespace

from .patterns import ARROW, CARD, COMMENT, DECLARATION, FIELD, HEAD, ID, KIND, QUOTED, VERB

TOKENS = {
    "mark": Keyword.Type,
    "analytic": Keyword.Type,
    "cite": Name.Entity,
    "side": Name.Class,
    "speech": Name.Decorator,
    "tag": Name.Label,
    "id": Name.Variable,
}


class ArgmapLexer(RegexLexer):
    """Colours the text of an argument map."""

    name = "Argmap"
    aliases: ClassVar = ["argmap"]
    filenames: ClassVar = ["*.argmap"]
    mimetypes: ClassVar = ["text/x-argmap"]
    url = ""

    tokens: ClassVar = {
        "root": [
            (r"[^\S\n]+", Whitespace),
            (r"\n", Whitespace),
            (COMMENT, Comment.Single),
            (CARD, String.Doc, "card"),
            (rf"(\+)([^\S\n]*)({KIND})", bygroups(Operator, Whitespace, Keyword), "head"),
            (KIND, Keyword, "head"),
            (DECLARATION, Keyword.Declaration, "head"),
            (FIELD, Name.Attribute, "head"),
            (rf"@[^\s()\[\]:#@]+(?=\s+{VERB})", Name.Decorator, "relation"),
            (rf"^(?=[^\s:|][^:\n]*\s{VERB})", Text, "relation"),
            (r"", Text, "text"),
        ],
        "head": [
            (r"[^\S\n]+", Whitespace),
            (":", Punctuation, ("#pop", "text")),
            *((part.pattern, TOKENS[part.name]) for part in HEAD),
            (r"(?=\n)", Text, "#pop"),
            (r"[^\n]", Text),
        ],
        "relation": [
            (r"[^\S\n]+", Whitespace),
            (VERB, Operator.Word),
            (ARROW, Operator),
            (ID, Name.Variable),
            (r"(?=\n)", Text, "#pop"),
            (r"[^\n]", Text),
        ],
        "text": [
            (QUOTED, String.Double),
            (r"(?=\n)", Text, "#pop"),
            (r"""[^\n"“«„]+|[^\n]""", Text),
        ],
        "card": [
            (CARD, String.Doc, "#pop"),
            (r'[^"]+|"', String.Doc),
        ],
    }
