"""From numbers to what a worker reads: hits with titles, breadcrumbs, snippets and reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from content.model import Library, PageHead
from content.tree import breadcrumb
from index.analysis import Analysis, Token
from index.bounded_cache import BoundedCache
from index.documents import Document, page_documents
from index.engine import Tables
from index.grouping import PageFound
from index.hits import Hit, Mark, Reason
from index.matching import Match, QueryClause
from index.schema import BODY, HEADING, KEYWORDS, TITLE
from index.snippets import Passage, marks_of

# Pages whose sections stay analysed: some ten megabytes
_KEPT_PAGES = 2000
# Hits of the latest questions: the same words are asked again after a pause, and when a letter is taken back
_KEPT_HITS = 3000
_SEPARATOR = " › "


class HitBuilder:
    """Fetches pages for hits and keeps the latest ones analysed. Belongs to one thread."""

    def __init__(self, library: Library, tables: Tables, analysis: Analysis) -> None:
        self._library = library
        self._tables = tables
        self._analysis = analysis
        self._pages = BoundedCache[int, tuple[tuple[Document, ...], dict[int, Passage]]](_KEPT_PAGES)
        self._breadcrumbs: dict[str, tuple[str, str]] = {}
        self._titles: dict[str, list[Token]] = {}
        self._shown = BoundedCache[tuple[int, frozenset[str]], Hit](_KEPT_HITS)

    def passage(self, section: int) -> Passage:
        """A section's text with the places of its words."""
        documents, passages = self._page(self._tables.page_of[section])
        if section not in passages:
            passages[section] = Passage(documents[self._within(section)], self._analysis)
        return passages[section]

    def counts(self, section: int) -> dict[str, Counter[str]]:
        """How often each stem stands in each field of a section."""
        document = self._page(self._tables.page_of[section])[0][self._within(section)]
        texts = {TITLE: document.title, HEADING: document.heading, KEYWORDS: document.keywords}
        counted = {
            field: Counter(token.stem for token in self._analysis.tokens(text) if not token.stop)
            for field, text in texts.items()
            if text
        }
        return {**counted, BODY: self.passage(section).counts()}

    def hits(
        self,
        found: Sequence[PageFound],
        units: Sequence[QueryClause],
        matches: Sequence[Match],
        check: Callable[[], None],
        first_rank: int = 1,
    ) -> tuple[Hit, ...]:
        """The hits for pages found, in this order."""
        stems = frozenset[str]().union(*(match.stems for match in matches))
        by_others = [(unit, match) for unit, match in zip(units, matches, strict=True) if match.others]
        hits = []
        for rank, page in enumerate(found, first_rank):
            check()
            hit = self._hit(rank, page, stems)
            hits.append(self._with_reasons(hit, page, by_others) if by_others else hit)
        return tuple(hits)

    def titled(self, found: Sequence[PageFound], stems: frozenset[str]) -> tuple[Hit, ...]:
        """Hits for pages found by their title alone."""
        return tuple(self._hit(rank, page, stems) for rank, page in enumerate(found, 1))

    def _with_reasons(self, hit: Hit, page: PageFound, by_others: Sequence[tuple[QueryClause, Match]]) -> Hit:
        """Why the hit is there, for each word of the question that is not to be seen in what is shown."""
        reasons = [(unit, why) for unit, match in by_others if (why := _reason(page, match))]
        if not reasons:
            return hit
        shown = "\n".join((hit.title, hit.breadcrumb, hit.snippet.text))
        seen = {token.stem for token in self._analysis.tokens(shown)}
        unseen = (why for unit, why in reasons if not seen.issuperset(term.stem for term in unit.content))
        return replace(hit, why=tuple(dict.fromkeys(unseen)))

    def _hit(self, rank: int, page: PageFound, stems: frozenset[str]) -> Hit:
        shown = self._shown.get((page.section, stems))
        if shown is None:
            shown = self._shown.put((page.section, stems), self._show(page.section, stems))
        return replace(shown, rank=rank, score=page.score, more=page.more)

    def _show(self, section: int, stems: frozenset[str]) -> Hit:
        """A hit as it is shown, but for its place among the others."""
        document = self._page(self._tables.page_of[section])[0][self._within(section)]
        head = self._library.heads[document.page]
        theme, path = self._breadcrumb(head)
        return Hit(
            rank=0,
            page=document.page,
            section=document.anchor,
            title=document.title,
            title_marks=self._title_marks(document.title, stems),
            section_title=document.heading,
            theme=theme,
            breadcrumb=_SEPARATOR.join(part for part in (path, document.heading) if part),
            kind=head.kind,
            snippet=self.passage(section).snippet(stems),
            why=(),
            score=0.0,
            more=0,
            matched=stems,
        )

    def _title_marks(self, title: str, stems: Set[str]) -> tuple[Mark, ...]:
        tokens = self._titles.get(title)
        if tokens is None:
            tokens = self._titles[title] = list(self._analysis.tokens(title))
        return marks_of(tokens, stems)

    def _breadcrumb(self, head: PageHead) -> tuple[str, str]:
        if head.id not in self._breadcrumbs:
            themes = self._library.themes
            titles = [themes[theme].title for theme in breadcrumb(self._library, head.id)]
            self._breadcrumbs[head.id] = (titles[-1] if titles else "", _SEPARATOR.join(titles))
        return self._breadcrumbs[head.id]

    def _page(self, page: int) -> tuple[tuple[Document, ...], dict[int, Passage]]:
        kept = self._pages.get(page)
        if kept is None:
            documents = page_documents(self._library, self._library.pages[self._tables.pages[page]])
            kept = self._pages.put(page, (documents, {}))
        return kept

    def _within(self, section: int) -> int:
        return section - self._tables.first_of[self._tables.page_of[section]]


def _reason(page: PageFound, match: Match) -> Reason | None:
    """Which other word brought the section, or none when it holds the word as typed."""
    if page.section in match.own:
        return None
    best = max(match.others, key=lambda other: other.impacts.get(page.section, 0.0), default=None)
    return best.why if best is not None and page.section in best.impacts else None
