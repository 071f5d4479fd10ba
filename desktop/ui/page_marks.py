"""Finding words in a page and marking them, across formatting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from desktop.ui.style import Style

MOST = 500
"""More places than this are not marked: nobody walks through them."""
_OVERLAP = 400  # words that are found together may have begun before what was looked through last


class Places:
    """Every place of some words, as positions (start, end), in a page that may still grow at its end.

    `whole` takes only whole words. A space also finds a line's end or a no-break space. Letters of any case.
    """

    def __init__(self, words: Sequence[str] = (), whole: bool = False) -> None:
        self.found: list[tuple[int, int]] = []
        wanted = sorted({word.strip() for word in words if word.strip()}, key=len, reverse=True)
        either = "|".join(r"\s+".join(map(re.escape, word.split())) for word in wanted)
        pattern = rf"(?<!\w)(?:{either})(?!\w)" if whole else f"(?:{either})"
        self._pattern = re.compile(pattern, re.IGNORECASE) if wanted else None
        self._seen = 0
        self._last = (0, 0)  # the end of the last place, in characters and in Qt's units

    def look(self, document: QTextDocument) -> bool:
        """Look through what was written since the last look; whether there were more."""
        room = MOST - len(self.found)
        if self._pattern is None or room <= 0:
            return False
        text = document.toPlainText()
        start = max(self._last[0], self._seen - _OVERLAP)
        self._seen = len(text)
        more = [match.span() for match in islice(self._pattern.finditer(text, start), room)]
        plain = len(text) == document.characterCount() - 1  # Qt counts the end, too
        self.found += self._in_units(text, more, plain)
        return bool(more)

    def _in_units(
        self, text: str, places: Sequence[tuple[int, int]], plain: bool
    ) -> Iterator[tuple[int, int]]:
        """Qt counts UTF-16 units: a character outside the first plane counts twice."""
        for start, end in places:
            at, units = self._last
            first = units + (start - at if plain else _units(text[at:start]))
            last = first + (end - start if plain else _units(text[start:end]))
            self._last = (end, last)
            yield first, last


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def mark_format(style: Style, chosen: bool = False) -> QTextCharFormat:
    """How a marked place looks; the chosen one is underlined too, so colour is not the only sign."""
    made = QTextCharFormat()
    made.setBackground(style.colour("accent" if chosen else "mark"))
    made.setForeground(style.colour("on_accent" if chosen else "on_mark"))
    made.setFontUnderline(chosen)
    return made


def selections(
    document: QTextDocument, places: Sequence[tuple[int, int]], made: QTextCharFormat
) -> list[QTextEdit.ExtraSelection]:
    """The places as what a text view lays over its text."""
    shown = []
    for start, end in places:
        one = QTextEdit.ExtraSelection()
        one.cursor = QTextCursor(document)
        one.cursor.setPosition(start)
        one.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        one.format = made
        shown.append(one)
    return shown


class Marks:
    """The marked places of one page: those of the search that led here, and those of the find bar."""

    def __init__(self) -> None:
        self._marked = Places()
        self._at_mark = -1
        self._walked = False  # only a worker who walks the marks needs to see which one they are at
        self._words = ""
        self._found = Places()
        self._at_found = -1
        self._searched: tuple[str, ...] = ()

    def mark(self, document: QTextDocument, words: Sequence[str]) -> None:
        """Mark whole words."""
        self._searched, self._at_mark = tuple(words), -1
        self._marked = Places(words, whole=True)
        self._marked.look(document)

    def grow(self, document: QTextDocument) -> bool:
        """Mark what has been written since; whether there was anything to mark."""
        marked, found = self._marked.look(document), self._found.look(document)
        return marked or found

    def begin_again(self) -> None:
        """Forget the places but not the words: the page is being written anew."""
        self._marked = Places(self._searched, whole=True)
        self._found = Places((self._words,))

    def first_from(self, start: int, whole: bool) -> tuple[int, int] | None:
        """Choose the first marked place from there on; if a `whole` page has none there, the first of all."""
        places = self._marked.found
        ahead = (number for number, (begin, _end) in enumerate(places) if begin >= start)
        number = next(ahead, 0 if whole and places else -1)
        if number < 0:
            return None
        self._at_mark = number
        return places[number]

    def count(self) -> int:
        """How many places the search marked."""
        return len(self._marked.found)

    def marked(self) -> tuple[int, int]:
        """Which of how many places the search marked; (0, 0) when there is none."""
        return self._at_mark + 1, self.count()

    def step(self, forward: bool) -> tuple[int, int] | None:
        """The next or previous marked place, round and round."""
        if not self.count():
            return None
        self._at_mark = (self._at_mark + (1 if forward else -1)) % self.count()
        self._walked = True
        return self._marked.found[self._at_mark]

    def find(self, document: QTextDocument, words: str, forward: bool) -> tuple[int, int] | None:
        """The next or previous place of these letters; new words begin at the first."""
        if words != self._words:
            self._words, self._found, self._at_found = words, Places((words,)), -1
            self._found.look(document)
        places = self._found.found
        if not places:
            return None
        step = (1 if forward else -1) if self._at_found >= 0 else 1
        self._at_found = (self._at_found + step) % len(places)
        return places[self._at_found]

    def awaits_first(self) -> str:
        """The words of the find bar, while they have been found but none is chosen."""
        return self._words if self._at_found < 0 and self._found.found else ""

    def found(self) -> tuple[int, int]:
        """Which of how many places of the find bar; (0, 0) when there is none."""
        return self._at_found + 1, len(self._found.found)

    def selections(self, document: QTextDocument, style: Style) -> list[QTextEdit.ExtraSelection]:
        """Everything marked, as what a text view lays over its text."""
        marked, found = self._marked.found, self._found.found
        chosen = found[self._at_found :][:1] if self._at_found >= 0 else []
        if not found and self._walked and self._at_mark >= 0:
            chosen = marked[self._at_mark :][:1]
        # while the find bar is in use, only what it found: two kinds of marks cannot be told apart
        plain = selections(document, found or marked, mark_format(style))
        return plain + selections(document, chosen, mark_format(style, chosen=True))
