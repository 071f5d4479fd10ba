"""What was typed, as words: capped, split into phrases and terms, never parsed as a language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.words import Analysis, Token

# In a longer text quotes are somebody's speech, not a wish for these words side by side
_PHRASE_WITHIN = 12
_PHRASE = re.compile(r'["“”„]([^"“”„]+)["“”„]')


@dataclass(frozen=True, slots=True)
class Caps:
    """How much of a question is read; what lies beyond cannot be meant by someone in a hurry."""

    characters: int = 200
    terms: int = 12


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question. `typed` is how it stood there; `open` says that it may still grow."""

    word: str
    stem: str
    typed: str
    stop: bool = False
    open: bool = False
    whole: str = ""  # the joined form of the hyphen word or number that it is part of


@dataclass(frozen=True, slots=True)
class Query:
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
    wholes = {
        token.position: joined.word
        for joined in tokens
        if joined.joined
        for token in tokens
        if not token.joined and joined.start <= token.start and token.end <= joined.end
    }
    terms: list[Term] = []
    seen: set[str] = set()
    for token in tokens:
        if token.joined or not token.word:
            continue
        if not token.stop:
            if token.word not in seen and len(seen) >= caps.terms:
                continue
            seen.add(token.word)
        grows = token.end == len(text)
        typed = text[token.start : token.end]
        whole = wholes.get(token.position, "")
        terms.append(Term(token.word, token.stem, typed, token.stop, grows, whole))
    return tuple(terms)
