"""Whose word each statement of a pack is: law, those responsible here, a national body, others, or ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from content.model import MARKS, OURS, Library
from content.reading.read import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedStatement:
    """A statement with its marks, the strongest first; without any where its author has not yet said.

    `sources` are what it rests on: its own, else those of its page.
    """

    page: str
    path: str
    line: int
    marks: tuple[str, ...]
    sources: tuple[str, ...]
    words: str

    @property
    def only_ours(self) -> bool:
        """Whether nobody outside has said it."""
        return self.marks == (OURS,)


def marked_statements(library: Library, reading: Reading) -> Iterator[MarkedStatement]:
    """Every statement of every page that could be read, in the order of the pages and of their words."""
    by_page: dict[str, list[MarkedStatement]] = {page: [] for page in library.heads}
    for one in reading.statements:
        if one.page in by_page:
            sources = one.sources or library.heads[one.page].sources
            marks = _marks(library, sources)
            known = bool(one.sources) or len(marks) == 1  # of several nobody can tell which holds
            by_page[one.page].append(
                MarkedStatement(
                    page=one.page,
                    path=one.path,
                    line=one.line,
                    marks=marks if known else (),
                    sources=sources,
                    words=one.words,
                )
            )
    for statements in by_page.values():
        yield from statements


def _marks(library: Library, sources: tuple[str, ...]) -> tuple[str, ...]:
    """The marks of these sources, the strongest first; none where one of them has no mark."""
    marks = {library.sources[source].mark for source in sources if source in library.sources}
    return () if "" in marks else tuple(mark for mark in MARKS if mark in marks)
