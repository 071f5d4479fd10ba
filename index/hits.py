"""What a search gives back: frozen values that the window may hold while the next search runs.

Importing this module costs nothing: neither whoosh nor the guidance is touched.
"""

from __future__ import annotations

from dataclasses import dataclass

from content.translatable import N_

Mark = tuple[int, int]
SPELLING = N_("spelling: {word}")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a hit is there: the word that brought it, and what the program says of that word.

    `pattern` is translated where it is shown; the word is the guidance's or the worker's, and is not.
    """

    word: str
    pattern: str = "{word}"

    def __str__(self) -> str:
        return self.pattern.format(word=self.word)


@dataclass(frozen=True, slots=True)
class Snippet:
    """The passage that answers best; `marks` are character offsets (start, end) into `text`."""

    text: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One page that answers, opened at its best section; `why` explains a match the words do not show."""

    rank: int
    page: str
    section: str
    title: str
    title_marks: tuple[Mark, ...]
    theme: str
    breadcrumb: str
    kind: str
    snippet: Snippet
    why: tuple[Reason, ...]
    score: float
    more: int
    matched: frozenset[str] = frozenset()  # under which forms the index holds what was found; never shown


@dataclass(frozen=True, slots=True)
class Answer:
    """All hits for what was typed. `complete` is False when no page has every word: `missing` names them.

    Only an answer without a hit offers `near_words` of the guidance and `near_themes` (ids) that hold them.
    """

    query: str
    hits: tuple[Hit, ...]
    complete: bool = True
    missing: tuple[str, ...] = ()
    suggestion: str = ""
    near_words: tuple[str, ...] = ()
    near_themes: tuple[str, ...] = ()
