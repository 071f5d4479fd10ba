"""What a search gives back: frozen values that the window may hold while the next search runs.

Importing this module costs nothing: neither whoosh nor the guidance is touched.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from content.translatable import N_

Mark = tuple[int, int]
SYNONYM = N_("Also searched: {word}")
SPELLING = N_("Also searched, in another spelling: {word}")
SPOKEN = N_("Found by what people say")
# How much of a question is read; what lies beyond cannot be meant by someone in a hurry
MOST_LETTERS, MOST_WORDS = 200, 12
CUT = N_("Only the first {letters} letters and {words} different words are searched for.")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a hit is there, as a sentence: the word that brought it, and what the program says of that word.

    `pattern` is translated where it is shown; the word is the guidance's or the worker's, and is not.
    """

    word: str
    pattern: str = SYNONYM

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
    alike: frozenset[str] = frozenset()  # those of them that stand for another word than the one typed

    @property
    def ready(self) -> bool:
        """Whether all of it is there to be looked at; else the first look fetches its page."""
        return True


class Excerpt(NamedTuple):
    """What a hit shows of its page's text: the one thing for which the page itself has to be fetched."""

    section: str
    breadcrumb: str
    title_marks: tuple[Mark, ...]
    snippet: Snippet
    why: tuple[Reason, ...]


class LateHit(Hit):
    """A hit whose excerpt is made when it is first looked at, in whichever thread that is.

    Of fifty hits a worker sees six. Nothing but the excerpt is late, and it is the same whenever it is made.
    """

    __slots__ = ("_excerpt", "_make_excerpt")
    _excerpt: Excerpt | None
    _make_excerpt: Callable[[], Excerpt]

    def __init__(
        self,
        *,
        rank: int,
        page: str,
        title: str,
        theme: str,
        kind: str,
        score: float,
        more: int,
        matched: frozenset[str],
        alike: frozenset[str],
        make_excerpt: Callable[[], Excerpt],
    ) -> None:
        put = object.__setattr__
        put(self, "rank", rank)
        put(self, "page", page)
        put(self, "title", title)
        put(self, "theme", theme)
        put(self, "kind", kind)
        put(self, "score", score)
        put(self, "more", more)
        put(self, "matched", matched)
        put(self, "alike", alike)
        put(self, "_excerpt", None)
        put(self, "_make_excerpt", make_excerpt)

    @property
    def ready(self) -> bool:
        """Whether its excerpt has been made."""
        return self._excerpt is not None

    def excerpt(self) -> Excerpt:
        """The excerpt, made now unless it has been."""
        made = self._excerpt
        if made is None:  # two threads may make it at the same time: the same one
            made = self._make_excerpt()
            object.__setattr__(self, "_excerpt", made)
        return made

    @property
    def section(self) -> str:
        """The anchor of the section that answers best."""
        return self.excerpt().section

    @property
    def breadcrumb(self) -> str:
        """The themes above the page, then the heading of the section."""
        return self.excerpt().breadcrumb

    @property
    def title_marks(self) -> tuple[Mark, ...]:
        """Where in the title the words stand that were found."""
        return self.excerpt().title_marks

    @property
    def snippet(self) -> Snippet:
        """The passage that answers best."""
        return self.excerpt().snippet

    @property
    def why(self) -> tuple[Reason, ...]:
        """What explains a match that the words do not show."""
        return self.excerpt().why


@dataclass(frozen=True, slots=True)
class Answer:
    """All hits for what was typed. `complete` is False when no page has every word: `missing` names them.

    `cut` says that more was typed than is read: CUT tells it. `too_short` says that it was one letter.
    The first `good` of the pages found answer best; `weaker` are the others, and `capped` says that there are
    more of these than were counted. `danger` names the contacts to ring for words of immediate danger.
    Only an answer without a hit offers `near_words` of the guidance and `near_themes` (ids) that hold them.
    """

    query: str
    hits: tuple[Hit, ...]
    complete: bool = True
    missing: tuple[str, ...] = ()
    suggestion: str = ""
    near_words: tuple[str, ...] = ()
    near_themes: tuple[str, ...] = ()
    cut: bool = False
    good: int = 0
    weaker: int = 0
    capped: bool = False
    danger: tuple[str, ...] = ()
    too_short: bool = False

    @property
    def good_hits(self) -> tuple[Hit, ...]:
        """The hits without the weak tail."""
        return self.hits[: self.good] if self.weaker else self.hits
