"""Numbers that say nothing alone: "she is 13" is not about the page that has a 13 in its text.

A number is asked for where it is all that was typed, where it is a contact's (999), may grow into one (0113),
or stands in the guidance just behind the word it was typed behind: section 47. Ages never are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from content.model import Library
from index.numbers import SHORTEST
from index.query import Query, Term

# What a telephone number begins with
_TRUNK = "0"
_AGES = frozenset(("age", "aged", "ages", "turned", "year", "years", "yr", "yrs", "month", "months"))


def short_numbers(library: Library) -> list[str]:
    """The numbers of contacts that are as short as an age or an amount."""
    phones = {contact.phone.strip() for contact in library.contacts.values()}
    return sorted(phone for phone in phones if phone.isdecimal() and len(phone) < SHORTEST)


def without_bare_numbers(
    query: Query, known: Collection[str], are_written: Callable[[Sequence[str]], bool]
) -> Query:
    """The query with the numbers that say nothing taken for small words, unless nothing else is left."""
    terms = tuple(_passed(query.terms, known, are_written))
    return query._replace(terms=terms) if any(not term.stop for term in terms) else query


def _passed(
    terms: Sequence[Term], known: Collection[str], are_written: Callable[[Sequence[str]], bool]
) -> Iterator[Term]:
    before: Term | None = None
    for term in terms:
        bare = term.word.isdigit() and len(term.word) < SHORTEST and not term.word.startswith(_TRUNK)
        if bare and term.word not in known and not _is_said_with(before, term, are_written):
            yield term._replace(stop=True)
        else:
            yield term
        before = term


def _is_said_with(before: Term | None, term: Term, are_written: Callable[[Sequence[str]], bool]) -> bool:
    if before is None or before.stop or not before.word.isalpha() or before.word in _AGES:
        return False
    return are_written([before.word, term.word])
