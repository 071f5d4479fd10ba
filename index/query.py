"""What was typed, as terms: capped, split into phrases and terms, never parsed as a language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.analysis import Analysis, Token

# In a longer text quotes are somebody's speech, not a wish for these words side by side
_PHRASE_WITHIN = 12
_DIGITS = re.compile(r"\d+")
_PHRASE = re.compile(r'["“”„]([^"“”„]+)["“”„]')


class Caps(NamedTuple):
    """How much of a question is read; what lies beyond cannot be meant by someone in a hurry."""

    characters: int = 200
    terms: int = 12


class Term(NamedTuple):
    """A word of the question. `typed` is how it stood there; `is_prefix` says that it may still grow."""

    word: str
    stem: str
    typed: str
    stop: bool = False
    is_prefix: bool = False
    compound: str = ""  # the joined form of the hyphen word that it is part of
    parts: tuple[str, ...] = ()  # of a number written in parts: `word` is the whole of it


class Query(NamedTuple):
    """The question: all its words in order, stop words too, and the phrases that stood in quotes."""

    terms: tuple[Term, ...]
    phrases: tuple[tuple[str, ...], ...] = ()

    @property
    def content(self) -> tuple[Term, ...]:
        """The words to search for."""
        return tuple(term for term in self.terms if not term.stop)


def read_query(text: str, analysis: Analysis, caps: Caps) -> Query:
    """The question in a text of any kind: no character means anything but quotes around a phrase."""
    text = text[: caps.characters]
    terms = _terms(text, list(analysis.tokens(text)), caps)
    query = Query(terms, tuple(filter(None, _phrases(text, analysis))))
    return query if len(query.content) <= _PHRASE_WITHIN else Query(terms)


def _phrases(text: str, analysis: Analysis) -> Iterator[tuple[str, ...]]:
    for match in _PHRASE.finditer(text):
        yield tuple(token.word for token in analysis.tokens(match.group(1)) if not token.joined)


def _terms(text: str, tokens: list[Token], caps: Caps) -> tuple[Term, ...]:
    compounds = _compounds(tokens)
    terms: list[Term] = []
    seen: set[str] = set()
    for token in _without_parts(tokens):
        if not token.stop:
            if token.word not in seen and len(seen) >= caps.terms:
                continue
            seen.add(token.word)
        terms.append(_term(token, text, compounds.get(token.position)))
    return tuple(terms)


def _without_parts(tokens: list[Token]) -> Iterator[Token]:
    """The tokens, with each number whole in place of its parts: they mean nothing one by one."""
    numbers = [token for token in tokens if token.joined and token.word.isdigit()]
    parts = {token.position for compound in numbers for token in tokens if _holds(compound, token)}
    for token in tokens:
        if token in numbers or (token.word and not token.joined and token.position not in parts):
            yield token


def _compounds(tokens: list[Token]) -> dict[int, Token]:
    """The joined form that each part of a hyphen word belongs to, by the part's position."""
    compounds = [token for token in tokens if token.joined]
    return {token.position: compound for compound in compounds for token in tokens if _holds(compound, token)}


def _holds(compound: Token, token: Token) -> bool:
    return compound.start <= token.start and token.end <= compound.end


def _term(token: Token, text: str, compound: Token | None) -> Term:
    typed = text[token.start : token.end]
    term = Term(token.word, token.stem, typed, token.stop, token.end == len(text))
    if token.joined:
        return term._replace(parts=tuple(_DIGITS.findall(typed)))
    return term._replace(compound=compound.word) if compound else term
