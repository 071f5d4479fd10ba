"""The passage of a section that answers, with the found words marked by their place in the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence, Set

from index.analysis import Analysis
from index.bounded_cache import BoundedCache
from index.documents import Document
from index.hits import Mark, Snippet

# About two lines below a hit's title
SNIPPET_LENGTH = 160
_BEFORE = 40  # characters kept before the first found word when no sentence begins there
_BEGIN_WITHIN = 90  # how far back the beginning of a sentence is looked for
_LINE_END = re.compile(r"(?<=[.:;!?])\n|\n")
_SENTENCE_GAP = re.compile(r"(?:[.!?:;]| ·) +")
_ELLIPSIS = "…"
# While a word is typed the same words are found again and again
_CACHED_SNIPPETS = 4


class Passage:
    """A section analysed once: its different words and where they stand, some ten bytes each."""

    def __init__(self, document: Document, analysis: Analysis) -> None:
        self.text = _LINE_END.sub(lambda m: " " if _ends_sentence(m) else " · ", document.body)
        self.document = document
        self._analysis = analysis
        self._analysed = analysis.analysed(self.text)
        self._phrase_text: str | None = None
        self._snippets = BoundedCache[frozenset[str], Snippet](_CACHED_SNIPPETS)

    def positions(self, stems: Iterable[str]) -> dict[str, list[int]]:
        """Where those of the stems that stand here do, in their order, in words from the beginning."""
        places: dict[str, list[int]] = {stem: [] for stem in stems}
        for occurrence in self._analysis.occurrences(self._analysed, places.keys()):
            places[occurrence.stem].append(occurrence.position)
        return {stem: sorted(positions) for stem, positions in places.items() if positions}

    def counts(self) -> Counter[str]:
        """How often each stem that is searched for stands here."""
        counted = self._analysis.counts(self._analysed)
        for stem in self._analysis.stop_stems(self._analysed):
            counted.pop(stem, None)
        return counted

    def has_phrase(self, phrase: Sequence[str]) -> bool:
        """Whether these words stand next to each other in one of the section's texts."""
        if self._phrase_text is None:
            document = self.document
            texts = (document.body, document.title, document.heading, document.keywords)
            # one text cannot go on into the next: no word is a line break
            self._phrase_text = "\n".join(
                f" {' '.join(self._analysis.folded_words(text))} " for text in texts
            )
        return f" {' '.join(phrase)} " in self._phrase_text

    def snippet(self, stems: Set[str]) -> Snippet:
        """The stretch with the most telling found words, whole words only, at most some 160 characters."""
        asked = frozenset(stems)
        return self._snippets.get(asked) or self._snippets.put(asked, self._snippet(asked))

    def _snippet(self, stems: Set[str]) -> Snippet:
        found = self._analysis.occurrences(self._analysed, stems)
        if not found:
            return Snippet(_cut(self.text, 0, self._end(0))[0])
        firsts = [occurrence.start for occurrence in found]
        start = self._start(firsts[_best_first(firsts, [occurrence.stem for occurrence in found])])
        text, shift = _cut(self.text, start, self._end(start))
        until = len(text.rstrip(_ELLIPSIS))
        shown = found[bisect_left(firsts, start) : bisect_left(firsts, start + until)]
        moved = ((one.start - start + shift, one.end - start + shift) for one in shown)
        return Snippet(text, _merged(mark for mark in moved if mark[1] <= until))

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


def marks_of(text: str, stems: Set[str], analysis: Analysis) -> tuple[Mark, ...]:
    """Where words with these stems stand."""
    return _merged((one.start, one.end) for one in analysis.occurrences(analysis.analysed(text), stems))


def _ends_sentence(match: re.Match[str]) -> bool:
    return match.start() > 0 and match.string[match.start() - 1] in ".:;!?"


def _cut(text: str, start: int, end: int) -> tuple[str, int]:
    """The stretch with an ellipsis at each side where text was left out, and how far that moves offsets."""
    piece = text[start:end].rstrip(" ·")
    before = _ELLIPSIS if start else ""
    after = _ELLIPSIS if end < len(text) else ""
    return before + piece + after, len(before)


def _best_first(starts: Sequence[int], stems: Sequence[str]) -> int:
    """Which found word to begin with: different words count whole, the same word again a little."""
    best, best_at = -1.0, 0
    for at, start in enumerate(starts):
        until = bisect_right(starts, start + SNIPPET_LENGTH - _BEFORE, lo=at)
        inside = stems[at:until]
        worth = len(set(inside)) + 0.1 * len(inside)
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
