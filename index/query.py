"""What was typed, as terms: capped, split into phrases and terms, never parsed as a language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.analysis import WORD, Analysis, Token
from index.folding import fold
from index.hits import MOST_LETTERS, MOST_WORDS
from index.numbers import SHORTEST
from index.signs import HYPHENS

# In a longer text quotes are somebody's speech, not a wish for these words side by side
_PHRASE_WITHIN = 12
_DIGITS = re.compile(r"\d+")
_PHRASE = re.compile(r'["“”„]([^"“”„]+)["“”„]')
_HYPHENED = re.compile(rf"\w[{HYPHENS}]$")
# Behind a word: it is only the beginning of what is meant
_BEGUN = "*"


class Caps(NamedTuple):
    """How much of a question is read."""

    characters: int = MOST_LETTERS
    terms: int = MOST_WORDS


class Term(NamedTuple):
    """A word of the question. `typed` is how it stood there; `is_prefix` says that it may still grow."""

    word: str
    stem: str
    typed: str
    stop: bool = False
    is_prefix: bool = False
    compound: str = ""  # the one word that it and its neighbours may be as well
    hyphened: bool = False  # only a hyphen parts it from the word before
    parts: tuple[str, ...] = ()  # of a long number: `word` is the whole of it
    split: tuple[str, ...] = ()  # the words as which it was typed, which are one word in the guidance


class Query(NamedTuple):
    """The question: all its words in order, stop words too, and the phrases that stood in quotes.

    `cut` says that there is more of it than is read.
    """

    terms: tuple[Term, ...]
    phrases: tuple[tuple[str, ...], ...] = ()
    cut: bool = False

    @property
    def content(self) -> tuple[Term, ...]:
        """The words to search for."""
        return tuple(term for term in self.terms if not term.stop)


def read_query(text: str, analysis: Analysis, caps: Caps) -> Query:
    """The question in a text of any kind: no character means anything but quotes around a phrase."""
    read = text[: caps.characters]
    terms, all_terms = _terms(read, list(analysis.tokens(read)), caps)
    cut = not all_terms or WORD.search(text, caps.characters) is not None
    query = Query(terms, tuple(filter(None, _phrases(read, analysis))), cut)
    return query if len(query.content) <= _PHRASE_WITHIN else query._replace(phrases=())


def _phrases(text: str, analysis: Analysis) -> Iterator[tuple[str, ...]]:
    for match in _PHRASE.finditer(text):
        yield tuple(token.word for token in analysis.tokens(match.group(1)) if not token.joined)


def _terms(text: str, tokens: list[Token], caps: Caps) -> tuple[tuple[Term, ...], bool]:
    """The terms within the cap, and whether these are all."""
    terms: list[Term] = []
    seen: set[str] = set()
    complete = True
    for token in _without_parts(tokens):
        if not token.stop:
            if token.word not in seen and len(seen) >= caps.terms:
                complete = False
                continue
            seen.add(token.word)
        terms.append(_term(token, text))
    return tuple(terms), complete


def _without_parts(tokens: list[Token]) -> Iterator[Token]:
    """The tokens, with each number whole in place of its parts: they mean nothing one by one."""
    numbers = [token for token in tokens if token.joined and token.word.isdigit()]
    parts = {token.position for number in numbers for token in tokens if _holds(number, token)}
    for token in tokens:
        if token in numbers or (token.word and not token.joined and token.position not in parts):
            yield token


def _holds(number: Token, token: Token) -> bool:
    return number.start <= token.start and token.end <= number.end


def _term(token: Token, text: str) -> Term:
    typed = text[token.start : token.end]
    begun = token.end == len(text) or text[token.end] == _BEGUN
    is_number = token.word.isdigit() and len(token.word) >= SHORTEST
    parts = tuple(map(fold, _DIGITS.findall(typed))) if is_number else ()
    hyphened = bool(_HYPHENED.match(text, max(0, token.start - 2), token.start))
    return Term(token.word, token.stem, typed, token.stop, begun, hyphened=hyphened, parts=parts)
