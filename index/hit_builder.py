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

# Pages whose sections stay analysed, in number: some ten megabytes
_CACHED_PAGES = 2000
# Hits of the latest questions: the same words are asked again after a pause, and when a letter is taken back
_CACHED_HITS = 3000
_SEPARATOR = " › "


class HitBuilder:
    """Builds hits, over caches of analysed pages and of the latest hits. Belongs to one thread."""

    def __init__(self, library: Library, tables: Tables, analysis: Analysis) -> None:
        self._library = library
        self._tables = tables
        self._analysis = analysis
        self._page_cache = BoundedCache[int, tuple[tuple[Document, ...], dict[int, Passage]]](_CACHED_PAGES)
        self._breadcrumbs: dict[str, tuple[str, str]] = {}
        self._titles: dict[str, list[Token]] = {}
        self._hit_cache = BoundedCache[tuple[int, frozenset[str]], Hit](_CACHED_HITS)

    def passage(self, section: int) -> Passage:
        """A section's text with the places of its words."""
        documents, passages = self._page(self._tables.page_of[section])
        if section not in passages:
            passages[section] = Passage(documents[self._index_in_page(section)], self._analysis)
        return passages[section]

    def counts(self, section: int) -> dict[str, Counter[str]]:
        """How often each stem stands in each field of a section."""
        document = self._page(self._tables.page_of[section])[0][self._index_in_page(section)]
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
        clauses: Sequence[QueryClause],
        matches: Sequence[Match],
        check: Callable[[], None],
        first_rank: int = 1,
    ) -> tuple[Hit, ...]:
        """The hits for pages found, in this order."""
        stems = frozenset[str]().union(*(match.stems for match in matches))
        expanded = [
            (clause, match) for clause, match in zip(clauses, matches, strict=True) if match.expansions
        ]
        hits = []
        for rank, page in enumerate(found, first_rank):
            check()
            hit = self._hit(rank, page, stems)
            hits.append(self._with_reasons(hit, page, expanded) if expanded else hit)
        return tuple(hits)

    def titled(self, found: Sequence[PageFound], stems: frozenset[str]) -> tuple[Hit, ...]:
        """Hits for pages found by their title alone."""
        return tuple(self._hit(rank, page, stems) for rank, page in enumerate(found, 1))

    def _with_reasons(self, hit: Hit, page: PageFound, expanded: Sequence[tuple[QueryClause, Match]]) -> Hit:
        """Why the hit is there, for each word of the question that is not to be seen in what is shown."""
        reasons = [(clause, why) for clause, match in expanded if (why := _reason(page, match))]
        if not reasons:
            return hit
        visible = "\n".join((hit.title, hit.breadcrumb, hit.snippet.text))
        seen = {token.stem for token in self._analysis.tokens(visible)}
        unseen = (why for clause, why in reasons if not seen.issuperset(term.stem for term in clause.content))
        return replace(hit, why=tuple(dict.fromkeys(unseen)))

    def _hit(self, rank: int, page: PageFound, stems: frozenset[str]) -> Hit:
        hit = self._hit_cache.get((page.section, stems))
        if hit is None:
            hit = self._hit_cache.put((page.section, stems), self._new_hit(page.section, stems))
        return replace(hit, rank=rank, score=page.score, more=page.more)

    def _new_hit(self, section: int, stems: frozenset[str]) -> Hit:
        """A hit as it is shown, but for its place among the others."""
        document = self._page(self._tables.page_of[section])[0][self._index_in_page(section)]
        head = self._library.heads[document.page]
        theme, path = self._breadcrumb(head)
        return Hit(
            rank=0,
            page=document.page,
            section=document.anchor,
            title=document.title,
            title_marks=self._title_marks(document.title, stems),
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
        cached = self._page_cache.get(page)
        if cached is None:
            documents = page_documents(self._library, self._library.pages[self._tables.pages[page]])
            cached = self._page_cache.put(page, (documents, {}))
        return cached

    def _index_in_page(self, section: int) -> int:
        return section - self._tables.first_of[self._tables.page_of[section]]


def _reason(page: PageFound, match: Match) -> Reason | None:
    """Which other word brought the section, or none when it holds the word as typed."""
    if page.section in match.literal:
        return None
    best = max(match.expansions, key=lambda expansion: expansion.impacts.get(page.section, 0.0), default=None)
    return best.why if best is not None and page.section in best.impacts else None
