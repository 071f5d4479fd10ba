"""The words of workers, families and offices for one thing: query-time synonym expansion.

At query time and not in the index, so that the ranking can count a synonym less than what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from content.model import Synonym
from index.analysis import Analysis
from index.query import Term

_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_USE = re.compile(r"^\s*use:\s*", re.IGNORECASE)

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the pack's synonyms: what is shown, how else it is said, which pages it names."""

    term: str
    means: str
    variants: tuple[Stems, ...]
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThesaurusMatch:
    """Entries that some consecutive terms of a query call up, from term `start` up to `end`."""

    start: int
    end: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Key:
    stems: Stems
    capitals: bool
    entry: Entry


class Thesaurus:
    """Finds the entries that a query calls up: longest match first, so that a phrase wins over its words."""

    def __init__(self, synonyms: Iterable[Synonym], analysis: Analysis) -> None:
        self._keys: dict[str, list[_Key]] = {}
        for synonym in synonyms:
            for key in _keys(synonym, analysis):
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


def _keys(synonym: Synonym, analysis: Analysis) -> Iterator[_Key]:
    wordings = (synonym.term, *_meanings(synonym.means), *synonym.variants)
    stemmed = [_stems(wording, analysis) for wording in wordings]
    capitals = synonym.caps_only
    # an acronym that is an English word is never searched for: the pages mean the English word by it
    variants = [
        content
        for at, wording in enumerate(wordings)
        if (content := _content(wording, analysis)) and not (capitals and at == 0)
    ]
    entry = Entry(synonym.term, synonym.means, tuple(dict.fromkeys(variants)), synonym.pages)
    for at, stems in enumerate(stemmed):
        if stems:
            yield _Key(stems, capitals and at == 0, entry)


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


def _stems(wording: str, analysis: Analysis) -> Stems:
    return tuple(token.stem for token in analysis.tokens(wording) if not token.joined)


def _content(wording: str, analysis: Analysis) -> Stems:
    tokens = analysis.tokens(wording)
    return tuple(dict.fromkeys(token.stem for token in tokens if not token.stop and not token.joined))
