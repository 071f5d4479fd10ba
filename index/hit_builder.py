"""From numbers to what a worker reads: hits with titles, breadcrumbs, snippets and reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence, Set
from contextlib import suppress
from typing import NamedTuple

from content.errors import EditionDamagedError
from content.model import Library, PageHead
from content.tree import breadcrumb
from index.analysis import Analysis
from index.bounded_cache import BoundedCache
from index.documents import Document, page_documents
from index.errors import IndexDamagedError
from index.grouping import PageFound
from index.hits import SPOKEN, Excerpt, Hit, LateHit, Reason
from index.matching import Match, QueryClause
from index.schema import BODY, HEADING, KEYWORDS, TITLE
from index.schema import SPOKEN as SPOKEN_FIELD
from index.snippets import Passage, marks_of
from index.tables import Tables

# Pages that stay fetched with their sections, in bytes: those of the latest questions
_CACHED_BYTES = 2 << 20
# What a section takes beside its text, and a letter of it: in the text and as a passage
_SECTION_BYTES, _LETTER_BYTES = 1200, 4
# Excerpts for the latest questions: asked again after a pause, and when a letter is taken back
_CACHED_EXCERPTS = 600
# Hits that may be in view at once: their excerpts are made with the answer
FIRST_SCREEN = 10
_SEPARATOR = " › "

_Expanded = tuple[QueryClause, Match]
_Because = tuple[QueryClause, Reason]
_Page = tuple[tuple[Document, ...], dict[int, Passage]]


class _FoundBy(NamedTuple):
    """The stems of an answer, and those of them that stand for a synonym alone."""

    stems: frozenset[str]
    alike: frozenset[str] = frozenset()


class HitBuilder:
    """Builds hits, over caches of fetched pages and of the latest excerpts. Belongs to one thread.

    Only what a late hit asks for may come from another: it touches no cache that evicts.
    """

    def __init__(self, library: Library, tables: Tables, analysis: Analysis) -> None:
        self._library = library
        self._tables = tables
        self._analysis = analysis
        self._paths: dict[str, tuple[str, ...]] = {}
        self._page_cache = BoundedCache[int, _Page](_CACHED_BYTES)
        self._excerpts = BoundedCache[tuple[int, frozenset[str]], Excerpt](_CACHED_EXCERPTS)

    def passage(self, section: int) -> Passage:
        """A section's text."""
        documents, passages = self._page(self._tables.page_of[section])
        if section not in passages:
            passages[section] = Passage(self._document(documents, section), self._analysis)
        return passages[section]

    def counts(self, section: int) -> dict[str, Counter[str]]:
        """How often each stem stands in each field of a section."""
        document = self._document(self._page(self._tables.page_of[section])[0], section)
        texts = {
            TITLE: document.title,
            HEADING: document.heading,
            KEYWORDS: document.keywords,
            SPOKEN_FIELD: document.spoken,
        }
        analysis = self._analysis
        counted = {field: analysis.counts(analysis.analysed(text)) for field, text in texts.items() if text}
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
        typed = (match.stems - match.alike for match in matches)
        found_by = _FoundBy(stems, stems.difference(*typed))
        expanded = [
            (clause, match) for clause, match in zip(clauses, matches, strict=True) if match.expansions
        ]
        hits = []
        for rank, page in enumerate(found, first_rank):
            check()
            with suppress(EditionDamagedError):  # without its head there is nothing to show of a page
                hits.append(self._hit(rank, page, found_by, expanded, asked=len(clauses)))
        return tuple(hits)

    def titled(self, found: Sequence[PageFound], stems: frozenset[str]) -> tuple[Hit, ...]:
        """Hits for pages found by their title alone."""
        return tuple(self._hit(rank, page, _FoundBy(stems), ()) for rank, page in enumerate(found, 1))

    def _hit(
        self,
        rank: int,
        page: PageFound,
        found_by: _FoundBy,
        expanded: Sequence[_Expanded],
        asked: int = 0,
    ) -> Hit:
        stems, head = found_by.stems, self._head(page.page)
        themes = self._themes(head)
        reasons = [(clause, why) for clause, match in expanded if (why := _reason(page, match))]
        made = self._excerpts.get((page.section, stems))
        if made is None and rank <= FIRST_SCREEN:
            made = self._excerpt(page.section, stems, themes, self.passage(page.section))
            self._excerpts.put((page.section, stems), made)

        def excerpt() -> Excerpt:
            late = made or self._excerpt(page.section, stems, themes, self._fetched(page))
            if rank == 1 and self._is_title(head.title, stems, asked):
                late = late._replace(section="")  # who asks for a page by its name wants to begin at its top
            why = (*late.why, *self._unseen(head.title, late, reasons))
            return late._replace(why=why) if why else late

        hit = LateHit(
            rank=rank,
            page=head.id,
            title=head.title,
            theme=themes[-1] if themes else "",
            kind=head.kind,
            score=page.score,
            more=page.more,
            matched=stems,
            alike=found_by.alike,
            make_excerpt=excerpt,
        )
        if rank <= FIRST_SCREEN:
            hit.excerpt()
        return hit

    def kind_of(self, page: int) -> str:
        """What sort of page it is; nothing for one whose head is damaged."""
        with suppress(EditionDamagedError):
            return self._head(page).kind
        return ""

    def is_titled(self, stems: Set[str], page: int) -> bool:
        """Whether the title of a page has all of the words."""
        return stems <= self._analysis.counts(self._analysis.analysed(self._head(page).title)).keys()

    def _is_title(self, title: str, stems: frozenset[str], asked: int) -> bool:
        """Whether the question says all of the title, and in no more words."""
        named = self._analysis.counts(self._analysis.analysed(title))
        return asked <= len(named) and named.keys() <= stems

    def _head(self, page: int) -> PageHead:
        head = self._library.heads.get(self._tables.pages[page])
        if head is None:
            raise IndexDamagedError("The search index belongs to other pages. Build it again from the pack.")
        return head

    def _themes(self, head: PageHead) -> tuple[str, ...]:
        """The titles of the themes above a page, from the top down; a guidance has few such paths."""
        first = head.themes[0] if head.themes else ""
        path = self._paths.get(first)
        if path is None:
            themes = self._library.themes
            path = tuple(themes[theme].title for theme in breadcrumb(self._library, head.id))
            self._paths[first] = path
        return path

    def _excerpt(
        self, section: int, stems: frozenset[str], themes: Sequence[str], passage: Passage
    ) -> Excerpt:
        document = passage.document
        path = _SEPARATOR.join((*themes, document.heading) if document.heading else themes)
        marks = marks_of(document.title, stems, self._analysis)
        why = (Reason("", SPOKEN),) if self._is_spoken_alone(document, stems) else ()
        return Excerpt(document.anchor, path, marks, passage.snippet(stems), why)

    def _is_spoken_alone(self, document: Document, stems: frozenset[str]) -> bool:
        """Whether nothing but what people say has a word of the question."""
        if not document.spoken:
            return False
        others = "\n".join((document.title, document.heading, document.keywords, document.body))
        among = self._analysis.stems_among
        return bool(among(document.spoken, stems)) and not among(others, stems)

    def _unseen(self, title: str, excerpt: Excerpt, reasons: Sequence[_Because]) -> tuple[Reason, ...]:
        """Why the hit is there, for each word of the question that is not to be seen in what is shown."""
        visible = "\n".join((title, excerpt.breadcrumb, excerpt.snippet.text))
        asked = [(why, {term.stem for term in clause.content}) for clause, why in reasons]
        seen = self._analysis.stems_among(visible, set[str]().union(*(stems for _, stems in asked)))
        unseen = (why for why, stems in asked if not seen.issuperset(stems))
        return tuple(dict.fromkeys(unseen))

    def _page(self, page: int) -> _Page:
        cached = self._page_cache.get(page)
        if cached is None:
            documents = self._documents(page)
            size = sum(_SECTION_BYTES + _LETTER_BYTES * len(document.body) for document in documents)
            cached = self._page_cache.put(page, (documents, {}), size)
        return cached

    def _documents(self, page: int) -> tuple[Document, ...]:
        try:
            return page_documents(self._library, self._library.pages[self._head(page).id])
        except EditionDamagedError:  # the page is found all the same, and whoever opens it is told
            nothing = Document(self._tables.pages[page], "", "", "", "", "")
            return (nothing,) * self._tables.sections_of(page)

    def _fetched(self, page: PageFound) -> Passage:
        """A passage of one's own: no cache is touched."""
        return Passage(self._document(self._documents(page.page), page.section), self._analysis)

    def _document(self, documents: Sequence[Document], section: int) -> Document:
        at = section - self._tables.first_of(self._tables.page_of[section])
        if not 0 <= at < len(documents):
            raise IndexDamagedError("The search index belongs to other pages. Build it again from the pack.")
        return documents[at]


def _reason(page: PageFound, match: Match) -> Reason | None:
    """Which other word brought the section, or none when it holds the word as typed."""
    if page.section in match.literal:
        return None
    best = max(match.expansions, key=lambda expansion: expansion.impacts.get(page.section, 0.0), default=None)
    return best.why if best is not None and page.section in best.impacts else None
