"""Which of the hits are shown: by kind, by topic and by child group, each choice narrowing the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from content.kinds import KINDS
from content.model import Library, PageHead
from desktop.i18n import N_, _
from index.hits import Hit


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to divide hits; a page may stand under several of its values."""

    id: str
    words: str
    values_of: Callable[[PageHead], Iterable[str]]


KIND, THEME, GROUP = "kind", "theme", "group"
FACETS: Mapping[str, Facet] = {
    facet.id: facet
    for facet in (
        Facet(KIND, N_("Kind"), lambda head: (head.kind,)),
        Facet(THEME, N_("Topic"), lambda head: head.themes),
        Facet(GROUP, N_("Who it is about"), lambda head: head.groups),
    )
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that hits can be narrowed to, and how many would be left."""

    value: str
    words: str
    count: int


class HitFilters:
    """What is chosen, in memory only. The count beside a choice is what choosing it shows."""

    def __init__(self) -> None:
        self._heads: Mapping[str, PageHead] = {}
        self._titles: dict[str, dict[str, str]] = {KIND: {kind.id: _(kind.plural) for kind in KINDS.values()}}
        self._chosen: dict[str, str] = {}

    def show_library(self, library: Library) -> None:
        """Learn which page stands under which theme and group."""
        self._heads = library.heads
        self._titles[THEME] = {theme.id: theme.title for theme in library.themes.values()}
        self._titles[GROUP] = {group.id: group.title for group in library.groups.values()}

    def choose(self, facet: str, value: str) -> None:
        """Narrow to a value; an empty one takes this facet's choice back."""
        self._chosen.pop(facet, None)
        if value:
            self._chosen[facet] = value

    def chosen(self, facet: str) -> str:
        """The value chosen, or empty."""
        return self._chosen.get(facet, "")

    def any(self) -> bool:
        """Whether hits are left out at present."""
        return bool(self._chosen)

    def clear(self) -> None:
        """Show all again."""
        self._chosen.clear()

    def let_go(self, hits: Sequence[Hit]) -> None:
        """Take back choices that none of these hits fits, so that a new answer never looks empty."""
        while self._chosen and not self.kept(hits):
            self._chosen.popitem()

    def kept(self, hits: Sequence[Hit], but: str = "") -> list[Hit]:
        """The hits that fit every choice (but that of one facet)."""
        wanted = [(facet, value) for facet, value in self._chosen.items() if facet != but]
        if not wanted:
            return list(hits)
        return [hit for hit in hits if all(value in self._values(hit, facet) for facet, value in wanted)]

    def choices(self, facet: str, hits: Sequence[Hit]) -> list[Choice]:
        """What the hits can be narrowed to, most hits first, given what is chosen elsewhere."""
        counts = Counter(value for hit in self.kept(hits, facet) for value in self._values(hit, facet))
        titles = self._titles.get(facet, {})
        return [Choice(value, titles[value], n) for value, n in counts.most_common() if value in titles]

    def _values(self, hit: Hit, facet: str) -> set[str]:
        head = self._heads.get(hit.page)
        if head is None:
            return {hit.kind} if facet == KIND else set()
        return set(FACETS[facet].values_of(head))
