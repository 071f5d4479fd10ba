"""The words of workers, families and offices for one thing: query-time synonym expansion.

At query time and not in the index, so that the ranking can count a synonym less than what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from content.model import Synonym
from index.analysis import Analysis
from index.query import Term

_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_USE = re.compile(r"^\s*use:\s*", re.IGNORECASE)

Stems = tuple[str, ...]

Wording = list[list[str]]
"""All stems of a wording in order, by which it is found; then those that mean something, each once."""


class Entry(NamedTuple):
    """One entry of the pack's synonyms: what is shown, how else it is said, which pages it names."""

    term: str
    means: str
    variants: tuple[Stems, ...]
    pages: tuple[str, ...]


class ThesaurusMatch(NamedTuple):
    """Entries that some consecutive terms of a query call up, from term `start` up to `end`."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class _Key(NamedTuple):
    stems: Stems
    capitals: bool
    entry: Entry


class Thesaurus:
    """Finds the entries that a query calls up: longest match first, so that a phrase wins over its words."""

    def __init__(self, synonyms: Iterable[Synonym], wordings: Iterable[Sequence[Wording]]) -> None:
        self._keys: dict[str, list[_Key]] = {}
        for synonym, its in zip(synonyms, wordings, strict=True):
            for key in _keys(synonym, its):
                self._keys.setdefault(key.stems[0], []).append(key)

    def find(self, terms: Sequence[Term]) -> Iterator[ThesaurusMatch]:
        """Every stretch of the terms that is someone's word for something; stretches do not overlap."""
        start = 0
        while start < len(terms):
            matched = [key for key in self._keys.get(terms[start].stem, ()) if _fits(key, terms, start)]
            length = max((len(key.stems) for key in matched), default=0)
            if length:
                entries = dict.fromkeys(key.entry for key in matched if len(key.stems) == length)
                yield ThesaurusMatch(start, start + length, tuple(entries))
            start += length or 1


def stemmed_wordings(synonyms: Iterable[Synonym], analysis: Analysis) -> list[list[Wording]]:
    """What a thesaurus is made from, per synonym: its term, its meanings and its variants, as stems.

    Found when the index is built: to stem them all takes longer than to open everything else.
    """
    return [
        [_wording(words, analysis) for words in (synonym.term, *_meanings(synonym.means), *synonym.variants)]
        for synonym in synonyms
    ]


def _wording(words: str, analysis: Analysis) -> Wording:
    tokens = [token for token in analysis.tokens(words) if not token.joined]
    return [[token.stem for token in tokens], list(dict.fromkeys(t.stem for t in tokens if not t.stop))]


def _keys(synonym: Synonym, wordings: Sequence[Wording]) -> Iterator[_Key]:
    capitals = synonym.caps_only
    # an acronym that is an English word is never searched for: the pages mean the English word by it
    variants = [
        tuple(content) for at, (_, content) in enumerate(wordings) if content and not (capitals and at == 0)
    ]
    entry = Entry(synonym.term, synonym.means, tuple(dict.fromkeys(variants)), synonym.pages)
    for at, (stems, _) in enumerate(wordings):
        if stems:
            yield _Key(tuple(stems), capitals and at == 0, entry)


def _fits(key: _Key, terms: Sequence[Term], start: int) -> bool:
    part = terms[start : start + len(key.stems)]
    if tuple(term.stem for term in part) != key.stems:
        return False
    alone = len(part) == len(terms)
    return not key.capitals or alone or all(term.typed.isupper() for term in part)


def _meanings(means: str) -> Iterator[str]:
    """A meaning without its brackets; what stands after "use:" in them is a meaning too."""
    yield _IN_BRACKETS.sub(" ", means)
    for inside in _IN_BRACKETS.findall(means):
        if _USE.match(inside):
            yield _USE.sub("", inside)
