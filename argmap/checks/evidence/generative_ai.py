"""Generative AI is cited as a source (profile `nsda`).

The league forbids it since 2025: what a chatbot writes is not evidence, however it is cited. What an
author has written about such a program is evidence like any other.

Bad:

    topic: Should the library open on Sundays?
        rules: nsda

    source answer: Libraries on Sundays
        author: ChatGPT
        credentials: none-in-source
        date: 2025-03-01
        publisher: OpenAI
        url: https://chatgpt.com/share/1
        accessed: 2025-03-02

    claim sunday analytic: The library should open on Sundays.
        evidence many [answer]: Sundays draw the most readers.

Good:

    topic: Should the library open on Sundays?
        rules: nsda

    source visits: Library visits, and what ChatGPT knows of them
        author: Dana Smith
        credentials: City librarian
        date: 2025-03-01
        publisher: City of Elm
        url: none-in-source

    claim sunday analytic: The library should open on Sundays.
        evidence many [visits page 2]: Sundays draw the most readers.

Fix: find the source that the program has it from, read it, and cite that.
"""

import re
from collections.abc import Iterator

from ...diagnostic import Severity
from ...model import Source
from ...regex import regex
from ...source import Span
from ..rule import Finding, Group, Rule
from ..subject import Subject

PROGRAMS = (
    *("chatgpt", "chat gpt", "gpt", "claude", "gemini", "bard", "copilot", "perplexity", "grok", "llama", "deepseek"),
    *("mistral", "le chat", "qwen", "meta ai", "bing chat", "character.ai", "you.com", "poe", "notebooklm", "jasper"),
)
"""Names by which generative programs go, as authors."""
MAKERS = ("openai", "anthropic", "google", "microsoft", "xai", "meta", "mistral ai", "github")
KINDS = (
    *("generative ai", "generative artificial intelligence", "ai chatbot", "ai assistant", "artificial intelligence"),
    *("large language model", "language model", "chatbot", "ai-generated", "ai generated", "ai"),
)
SITES = (
    *("chat.openai.com", "chatgpt.com", "claude.ai", "gemini.google.com", "bard.google.com", "copilot.microsoft.com"),
    *("perplexity.ai", "grok.com", "x.ai", "chat.deepseek.com", "chat.mistral.ai", "poe.com", "character.ai"),
    "meta.ai",
)
_NAMES = "|".join(re.escape(name) for name in (*PROGRAMS, *KINDS))
_VERSION = r"(?:[\s-]*(?:v?\d[\w.]*|plus|pro|turbo|mini|opus|sonnet|haiku|flash|advanced))*"
AUTHOR = regex(rf"(?:(?:{'|'.join(MAKERS)})(?:'s)?\s+)?(?:{_NAMES}){_VERSION}(?:\s*\(.*\))?", re.IGNORECASE)
_ANSWERS = "(?:answer|response|reply|output|conversation|chat|text)s?"
ANSWER = regex(rf"{_ANSWERS}\s+(?:from|by|of|with)\s+(?:{_NAMES})\b.*", re.IGNORECASE)
_SITES = "|".join(re.escape(site) for site in SITES)
SITE = regex(rf"(?:https?://)?(?:www\.)?(?:{_SITES})(?:[/?#:].*)?", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Finding]:
    """Cited sources whose author, title or address is that of a generative program."""
    cited = dict.fromkeys(cite.source for statement in subject.map.statements for cite in statement.cites)
    for source in cited:
        place = _generated(source)
        if place:
            yield Finding(
                place,
                f"`{source.id}` is generative AI, and the NSDA's rules forbid to cite it as a source",
                "find the source that it has this from, read it, and cite that",
            )


def _generated(source: Source) -> Span | None:
    """The place that shows a source to be a program's: its author, its address or its title."""
    if any(AUTHOR.fullmatch(author) for author in source.authors):
        return source.fields["author"].whole
    if SITE.fullmatch(source.get("url") or ""):
        return source.fields["url"].whole
    return source.span if ANSWER.fullmatch(source.title.strip()) else None


RULE = Rule("generative-ai", Group.EVIDENCE, Severity.ERROR, check, __doc__, profiles=frozenset({"nsda"}))
