"""Text to words: one analysis for indexing, asking and marking alike, so that offsets and terms agree."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from sys import intern
from typing import NamedTuple

from index.folding import fold
from index.numbers import LONGEST, SHORTEST, is_whole, national
from index.signs import APOSTROPHES, DASHES, EMOJI, HYPHENS, INVISIBLE, MARKS, SPACES

# A word with the marks of its letters, its inner apostrophes and whatever stands in it unseen
WORD = re.compile(rf"\w+(?:[{MARKS}{INVISIBLE}{APOSTROPHES}]+\w+)*[{MARKS}]*|{EMOJI}")
# What may stand between the parts of a number: 0113-496 0112, (0113) 496 - 0112; no sentence's end
_NUMBER_GAP = rf"(?![./·] | [./·])[{SPACES}{DASHES}./·()]{{1,3}}"
_THOUSANDS = r"(?<=\d),(?=\d{3}(?!\d))"
_NO_AMOUNT = r"(?!\d{1,3},\d{3}(?!\d))"
_BETWEEN = rf"(?:[{HYPHENS}](?=\w){_NO_AMOUNT}|(?<=\d){_NUMBER_GAP}(?=\d){_NO_AMOUNT}|{_THOUSANDS})"
# Where a run of words that are also one word may go on: behind a word, or a mark of its last letter
_GAP = re.compile(rf"(?<![\x00-/:-@\[-^`{{-\x7f]){_BETWEEN}")

# At least every such run, whole; what a word is need not be known so well
_ANY_WORD = r"[^\s\x00-&(-/:-@\[-^`{-\x7f]+"
_RUN = re.compile(rf"{_ANY_WORD}(?:{_BETWEEN}{_ANY_WORD})+")

_WITHIN_RUN = re.compile(r"\S")
_HYPHEN = re.compile(f"[{HYPHENS}]")
_COMMA = ","
_PLURAL = re.compile(r"\d+[a-z]*s")
# No more than this is joined, so a beginning is looked for no further away
_LONGEST_RUN = 400

# Words longer than this are never indexed nor asked for
LONGEST_WORD = 40
# Surfaces that are cached unless told otherwise: those of a few hundred sections, in a megabyte
_CACHED_SURFACES = 5_000

# Stop words, too common to search for; longer lists lost more than they gained on four public collections
_STOP_LIST = """
    a about above after again all also am an and any are as at be because been before being below
    between both but by can cannot could did do does doing down during each few for from further had has
    have having he her here hers him his how i if in into is it its itself just me more most my no nor
    not of off on once only or other our out over own same she should so some such than that the their
    them then there these they this those through to too under until up very was we were what when where
    which while who whom why will with would you your yours im ive hes shes theyre theyve youre weve
    whats whos isnt dont doesnt didnt wont cant couldnt wouldnt shouldnt wasnt werent havent hasnt arent
    thats theres cos cuz
"""
STOP_WORDS = frozenset(_STOP_LIST.split())


class Token(NamedTuple):
    """A word at a place: `word` folded, `stem` what is indexed, offsets into the text as given.

    `stop` words are kept (phrases need them) but not indexed. A `joined` token spans the parts of a
    hyphenated word or a telephone number; it follows its last part and has that part's `position`.
    """

    word: str
    stem: str
    start: int
    end: int
    position: int
    stop: bool = False
    joined: bool = False


class Occurrence(NamedTuple):
    """Where one of the stems that were asked for stands; a joined form has the position of its last part."""

    start: int
    joined: bool
    stem: str
    end: int
    position: int


class AnalysedText(NamedTuple):
    """A text as its different words and where they stand: some ten bytes a word, and no stem worked out."""

    surfaces: tuple[str, ...]  # the different words as written, as they first come
    words: array[int]  # which of them each word of the text is
    starts: array[int]
    joined: tuple[Token, ...]


class Analysis:
    """The analysis with its cache; the stemmer is handed in, so this module loads nothing."""

    def __init__(self, stem: Callable[[str], str], cached: int = _CACHED_SURFACES) -> None:
        self._stem = stem
        self._capacity = cached
        self._cache: dict[str, tuple[str, str, bool]] = {}
        self._asked: tuple[Set[str], dict[str, str]] = (frozenset(), {})

    def tokens(self, text: str) -> Iterator[Token]:
        """Every word of the text in order, with the joined forms of hyphen words and numbers."""
        cache, analyse = self._cache, self._analyse
        gaps = {match.start(): match.end() for match in _GAP.finditer(text)}
        run: list[Token] = []
        for position, match in enumerate(WORD.finditer(text)):
            surface = match.group()
            word, stem, stop = cache.get(surface) or analyse(surface)
            token = Token(word, stem, *match.span(), position, stop)
            if run and not (gaps.get(run[-1].end) == token.start and _belongs(run, token, text)):
                yield from self._joined(run, text)
                run = []
            yield token
            if run or token.end in gaps:
                run.append(token)
        yield from self._joined(run, text)

    def words(self, text: str) -> Iterator[tuple[Token, int]]:
        """The different words of the text that are indexed, joined forms too, and how often: not where."""
        cache, analyse = self._cache, self._analyse
        for surface, times in Counter(WORD.findall(text)).items():
            word, stem, stop = cache.get(surface) or analyse(surface)
            if not stop:
                yield Token(word, stem, 0, 0, 0), times
        for _, run in _runs(text):
            yield from ((token, 1) for token in self.tokens(run) if token.joined)

    def folded_words(self, text: str) -> list[str]:
        """The words of the text alone, folded, in order: much faster where places and stems do not matter."""
        cache, analyse = self._cache, self._analyse
        return [(cache.get(surface) or analyse(surface))[0] for surface in WORD.findall(text)]

    def analysed(self, text: str) -> AnalysedText:
        """The text made ready to be asked about again and again."""
        numbers: dict[str, int] = {}
        words, starts = array("I"), array("I")
        for match in WORD.finditer(text):
            words.append(numbers.setdefault(match.group(), len(numbers)))
            starts.append(match.start())
        joined = [
            token._replace(
                start=start + token.start,
                end=start + token.end,
                position=bisect_left(starts, start) + token.position,
            )
            for start, run in _runs(text)
            for token in self.tokens(run)
            if token.joined
        ]
        return AnalysedText(tuple(map(intern, numbers)), words, starts, tuple(joined))

    def counts(self, text: AnalysedText) -> Counter[str]:
        """How often each stem that is searched for stands in the text, in the order in which they come."""
        cache, analyse = self._cache, self._analyse
        entries = [cache.get(surface) or analyse(surface) for surface in text.surfaces]
        joined = {token.position: token.stem for token in text.joined}
        counted: Counter[str] = Counter()
        if not joined:
            for at, times in Counter(text.words).items():
                if not entries[at][2]:
                    counted[entries[at][1]] += times
            return counted
        for position, at in enumerate(text.words):
            if not entries[at][2]:
                counted[entries[at][1]] += 1
            if position in joined:
                counted[joined[position]] += 1
        return counted

    def stop_stems(self, text: AnalysedText) -> Iterator[str]:
        """The stems of the small words of the text."""
        entries = (self._cache.get(surface) or self._analyse(surface) for surface in text.surfaces)
        return (stem for _, stem, stop in entries if stop)

    def occurrences(self, text: AnalysedText, stems: Set[str]) -> list[Occurrence]:
        """Where words with these stems stand, in the order of their beginnings.

        A question looks into many texts, so what it made of a word is remembered until the next question.
        """
        if self._asked[0] != stems or len(self._asked[1]) > self._capacity:
            self._asked = (frozenset(stems), {})
        asked, wanted = self._asked[1], {}
        for at, surface in enumerate(text.surfaces):
            stem = asked.get(surface)
            if stem is None:
                stem = asked[surface] = self._stem_among(surface, stems, {stem[:1] for stem in stems})
            if stem:
                wanted[at] = stem
        found = (
            [
                Occurrence(start, False, wanted[at], start + len(text.surfaces[at]), position)
                for position, (at, start) in enumerate(zip(text.words, text.starts, strict=True))
                if at in wanted
            ]
            if wanted
            else []
        )
        found += (
            Occurrence(token.start, True, token.stem, token.end, token.position)
            for token in text.joined
            if token.stem in stems
        )
        return sorted(found) if text.joined else found

    def stems_among(self, text: str, stems: Set[str]) -> set[str]:
        """Those of the stems that stand in the text."""
        firsts = {stem[:1] for stem in stems}
        found = {self._stem_among(surface, stems, firsts) for surface in set(WORD.findall(text))}
        found.update(token.stem for _, run in _runs(text) for token in self.tokens(run) if token.joined)
        return found & stems

    def surface_forms(self, text: str, stems: Set[str]) -> Iterator[str]:
        """The different words of the text that are indexed under one of these, as they are written there."""
        firsts = {stem[:1] for stem in stems}
        for surface in dict.fromkeys(WORD.findall(text)):
            if self._stem_among(surface, stems, firsts):
                yield surface
        for run in dict.fromkeys(run for _, run in _runs(text)):
            for token in self.tokens(run):
                if token.joined and token.stem in stems:
                    yield run[token.start : token.end]

    def stem_of(self, word: str) -> str:
        """The indexed form of one folded word."""
        return (self._cache.get(word) or self._analyse(word))[1]

    def _stem_among(self, surface: str, stems: Set[str], firsts: Set[str]) -> str:
        """The stem of a word if it is one of these: a stem begins as its word does, and stemming is slow."""
        first = surface[0]
        if first.isdigit():  # a number from abroad begins otherwise within the country
            firsts = firsts | {first}
        if (first.lower() if first.isascii() else fold(surface)[:1]) not in firsts:
            return ""
        stem = (self._cache.get(surface) or self._analyse(surface))[1]
        return stem if stem in stems else ""

    def _analyse(self, surface: str) -> tuple[str, str, bool]:
        word = fold(surface)
        if word.isdigit():
            word = national(word)
        word = surface if word == surface else word  # one string less in the cache
        entry = (word, self._stemmed(word), word in STOP_WORDS or not word or len(word) > LONGEST_WORD)
        if len(self._cache) >= self._capacity:
            self._cache.clear()
        self._cache[surface] = entry
        return entry

    def _stemmed(self, word: str) -> str:
        if len(word) < 2 or not word.isascii():
            return word
        if _has_digit(word):
            return word[:-1] if _PLURAL.fullmatch(word) else word
        return self._stem(word) if len(word) > 2 else word

    def _joined(self, run: list[Token], text: str) -> Iterator[Token]:
        if len(run) < 2:
            return
        word = "".join(token.word for token in run)
        first, last = run[0], run[-1]
        if _has_digit(word) and text[first.end] != _COMMA and not SHORTEST <= len(word) <= LONGEST:
            return
        if word.isdigit():
            word = national(word)
        if len(word) <= LONGEST_WORD:
            yield Token(word, self.stem_of(word), first.start, last.end, last.position, joined=True)


def _runs(text: str) -> Iterator[tuple[int, str]]:
    """The stretches in which words are also one word and where they begin: a long page has few.

    Looked for only where a gap is.
    """
    end = 0
    for gap in _GAP.finditer(text):
        if gap.start() < end:
            continue
        start = gap.start()
        while start > end and _WITHIN_RUN.match(text, start - 1):
            start -= 1
        if run := _RUN.search(text, start, gap.start() + _LONGEST_RUN):
            if run.end() == gap.start() + _LONGEST_RUN:
                run = _RUN.match(text, run.start()) or run  # what goes on is passed over whole
            end = run.end()
            yield run.start(), run.group()


def _has_digit(word: str) -> bool:
    return any(c.isdigit() for c in word)


def _belongs(run: Sequence[Token], token: Token, text: str) -> bool:
    """Whether a token behind a gap continues the run: a whole number ends, an amount stands alone."""
    if not (run[-1].word.isdigit() and token.word.isdigit()):
        return bool(_HYPHEN.fullmatch(text, run[-1].end, token.start))
    amounts = {text[part.end] == _COMMA for part in run}
    return len(amounts) == 1 and not is_whole("".join(part.word for part in run))
