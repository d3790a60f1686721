"""Reading plain lines (see `plain`) into the outline: the short way past what other lines are asked."""

from .indentation import Indentation
from .nesting import Nesting
from .outline import Entry
from .passages import Passages
from .plain import HEAD, OPENINGS, WORDS
from .texts import Texts


class PlainLines:
    """Reads what is plain, and leaves all else to the reader of lines, with which it shares what was read so far."""

    def __init__(self, text: str, indentation: Indentation, nesting: Nesting, passages: Passages, texts: Texts) -> None:
        self._text = text
        self._indentation = indentation
        self._nesting = nesting
        self._passages = passages
        self._texts = texts

    def read(self, at: int) -> int | None:
        """Read a plain head and the plain lines of its words, or such lines alone, where a line begins; where to
        go on. None where no line here is plain."""
        if self._passages.deeper >= 0:
            return None
        head, texts = HEAD.match(self._text, at), self._texts
        if head is None:
            return self._words(at, texts.last)
        blanks, words, kind, text = head.groups()
        line = self._indentation.measure(head.start(2), blanks, words)
        if line.mixed:
            return None
        entry = self._nesting.put(line, self._nesting.parent(line.width), OPENINGS[kind], apart=False)
        entry.pieces.append((words, line.start, len(words)))
        entry.has_text = texts.goes_on = text is not None
        texts.last, texts.before, texts.told = entry, words if text else "", None
        self._indentation.was_mixed = False
        return self._words(head.end(), entry) or head.end()

    def _words(self, start: int, last: Entry | None) -> int | None:
        if last is None or last.role != "statement" or not last.headed or not self._nesting.is_innermost(last):
            return None
        at = start
        while line := WORDS.match(self._text, at):
            blanks, words = line.groups()
            width, mixed = self._indentation.columns(blanks)
            if mixed or width <= last.width:
                break
            at = line.end()
            # The blank before its words stands for the end of the line above.
            last.pieces.append((f" {words}", line.start(2) - 1, len(words) + 1))
            last.has_text, self._texts.before = True, words
        if at == start:
            return None
        self._texts.goes_on, self._texts.told = True, None
        self._indentation.was_mixed = False
        return at
