"""Statements: what an author says in one breath, and where it comes from. Never shown to a worker."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statement:
    """A paragraph, a line of a list or a row of a table, as it is read.

    `sources` are those that the author named behind it or behind a heading above it; empty where nobody did.
    """

    path: str
    line: int
    page: str
    words: str
    sources: tuple[str, ...] = ()
