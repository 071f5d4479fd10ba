"""The passage of a section that answers, with the found words marked by their place in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence, Set

from index.documents import Document
from index.hits import Mark, Snippet
from index.words import Analysis

# About two lines below a hit's title
SNIPPET_LENGTH = 160
_BEFORE = 40  # characters kept before the first found word when no sentence begins there
_BEGIN_WITHIN = 90  # how far back the beginning of a sentence is looked for
_LINE_END = re.compile(r"(?<=[.:;!?])\n|\n")
_SENTENCE_GAP = re.compile(r"(?:[.!?:;]| ·) +")
_ELLIPSIS = "…"


class Passage:
    """A section analysed once: where every stem stands in its body, and its texts as words."""

    def __init__(self, document: Document, analysis: Analysis) -> None:
        self.text = _LINE_END.sub(lambda m: " " if _ends_sentence(m) else " · ", document.body)
        self.spans: dict[str, list[Mark]] = {}
        self.positions: dict[str, list[int]] = {}
        body: list[str] = []
        for token in analysis.tokens(self.text):
            self.spans.setdefault(token.stem, []).append((token.start, token.end))
            if not token.joined:
                self.positions.setdefault(token.stem, []).append(token.position)
                body.append(token.word)
        others = (document.title, document.heading, document.keywords)
        texts = [[t.word for t in analysis.tokens(text) if not t.joined] for text in others]
        self._texts = [" ".join(("", *words, "")) for words in (body, *texts)]

    def says(self, phrase: Sequence[str]) -> bool:
        """Whether these words stand next to each other in one of the section's texts."""
        wanted = " ".join(("", *phrase, ""))
        return any(wanted in text for text in self._texts)

    def snippet(self, stems: Set[str], weigh: Mapping[str, float]) -> Snippet:
        """The stretch with the most telling found words, whole words only, at most some 160 characters."""
        found = sorted({mark: stem for stem in stems for mark in self.spans.get(stem, ())}.items())
        if not found:
            return Snippet(_cut(self.text, 0, self._end(0))[0])
        marks = [mark for mark, _ in found]
        start = self._start(marks[_best_first(marks, [stem for _, stem in found], weigh)][0])
        text, shift = _cut(self.text, start, self._end(start))
        inside = (m for m in marks if m[0] >= start and m[1] <= start + len(text) - (shift > 0))
        moved = ((max(0, a - start + shift), b - start + shift) for a, b in inside)
        return Snippet(text, _merged(m for m in moved if m[1] <= len(text.rstrip(_ELLIPSIS))))

    def _start(self, first: int) -> int:
        """Where to begin so that the found word is read in its sentence."""
        if first <= _BEGIN_WITHIN:
            return 0
        ends = [m.end() for m in _SENTENCE_GAP.finditer(self.text, first - _BEGIN_WITHIN, first)]
        if ends:
            return ends[-1]
        space = self.text.find(" ", first - _BEFORE, first)
        return space + 1 if space >= 0 else first

    def _end(self, start: int) -> int:
        if len(self.text) - start <= SNIPPET_LENGTH:
            return len(self.text)
        space = self.text.rfind(" ", start + SNIPPET_LENGTH // 2, start + SNIPPET_LENGTH)
        return space if space >= 0 else start + SNIPPET_LENGTH


def marks_in(text: str, stems: Set[str], analysis: Analysis) -> tuple[Mark, ...]:
    """Where words with these stems stand in a text."""
    return _merged((t.start, t.end) for t in analysis.tokens(text) if t.stem in stems)


def _ends_sentence(match: re.Match[str]) -> bool:
    return match.start() > 0 and match.string[match.start() - 1] in ".:;!?"


def _cut(text: str, start: int, end: int) -> tuple[str, int]:
    """The stretch with an ellipsis at each side where text was left out, and how far that moves offsets."""
    piece = text[start:end].rstrip(" ·")
    before = _ELLIPSIS if start else ""
    after = _ELLIPSIS if end < len(text) else ""
    return before + piece + after, len(before)


def _best_first(marks: Sequence[Mark], stems: Sequence[str], weigh: Mapping[str, float]) -> int:
    """Which found word to begin with: different words count whole, the same word again a little."""
    starts = [start for start, _ in marks]
    best, best_at = -1.0, 0
    for at, start in enumerate(starts):
        until = bisect_right(starts, start + SNIPPET_LENGTH - _BEFORE, lo=at)
        inside = stems[at:until]
        worth = sum(weigh.get(stem, 1.0) for stem in set(inside)) + 0.1 * len(inside)
        if worth > best:
            best, best_at = worth, at
    return best_at


def _merged(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    merged: list[Mark] = []
    for start, end in sorted(marks):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
