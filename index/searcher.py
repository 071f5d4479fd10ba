"""Answers a worker's words with pages, the best first, each saying why it is there.

Import this in the search thread, after the first paint: it loads Whoosh. One searcher per thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from content.model import Library, Status
from index.analysis import Analysis
from index.bounded_cache import BoundedCache
from index.engine import Engine, stem
from index.errors import IndexDamagedError, SearchCancelledError
from index.grouping import PageFound, best_pages, first_stays, guidance_first, sections_needed
from index.hit_builder import HitBuilder
from index.hits import Answer
from index.matching import Match, Matcher, QueryClause, clauses_of
from index.max_score import Impacts, summed, top_k_sums
from index.nothing_found import NothingFound
from index.proximity import near_each_other
from index.query import Caps, Query, Term, read_query
from index.ranking import Ranking, Weights
from index.relevance_feedback import pseudo_relevance_feedback
from index.spelling import Vocabulary
from index.synonyms import Thesaurus
from index.titles import Titles

# Fewer pages than this, and misspellings are tried for every word: after all others
_FEW_PAGES = 3
# A page that the pack names for what was typed: share of the best that the words themselves reach
_NAMED_PAGE = 0.5
# A phrase is looked for in the best sections that have all its words
_PHRASE_SECTIONS = 400
# Sections analysed while nobody waits: those of a usual pack, in a tenth of a second
_WARM_SECTIONS = 1000
# What sections say, kept for the next pause, counted in stems: some five megabytes
_KEPT_SAID = 50_000


def always() -> bool:
    """For callers who never give up a search."""
    return True


class Searcher:
    """Search over one open index and its library; IndexDamagedError when they do not belong together."""

    def __init__(
        self, engine: Engine, library: Library, *, weights: Weights | None = None, caps: Caps | None = None
    ) -> None:
        self._engine = engine
        self._caps = caps or Caps()
        self._analysis = Analysis(stem)
        self._ranking = Ranking(engine, weights)
        tables = engine.tables
        self._vocabulary = Vocabulary(tables.words, tables.word_counts)
        self._matcher = Matcher(self._ranking, self._vocabulary, self._analysis.stem_of)
        self._thesaurus = Thesaurus(library.synonyms, self._analysis)
        self._shelf = HitBuilder(library, tables, self._analysis)
        self._warmed = 0
        self._said = BoundedCache[int, dict[str, float]](_KEPT_SAID)
        self._titles = Titles(library, self._analysis)
        self._nothing = NothingFound(library, tables, self._ranking, self._vocabulary, self._analysis.stem_of)
        self._numbers = {page: number for number, page in enumerate(tables.pages)}
        self._help = frozenset(
            number
            for page, number in self._numbers.items()
            if (head := library.heads.get(page)) and library.info_of(head).status is Status.PROGRAM
        )
        if self._numbers.keys() != library.heads.keys():
            raise IndexDamagedError("The search index belongs to other pages. Build it again from the pack.")

    def search(
        self,
        query: str,
        *,
        limit: int = 50,
        still_wanted: Callable[[], bool] = always,
        rerank: bool = False,
        generation: int = 0,
    ) -> Answer | None:
        """The answer, or None when it was given up on the way.

        `rerank` says that the worker has paused: the best sections are then compared with each other, and
        the hits below the first may change places. `generation` comes back in the answer.
        """

        def check() -> None:
            if not still_wanted():
                raise SearchCancelledError

        try:
            return self._answer(query, limit, check, rerank, generation)
        except SearchCancelledError:
            return None

    def warm(self, still_wanted: Callable[[], bool] = always) -> None:
        """Make ready what the first letters of a word, a misspelling and the first hits would wait for.

        Given up, it goes on from there the next time; once all is ready it does nothing.
        """
        # counted: a generator kept here and its searcher would hold each other, and all words, in memory
        for step in islice(self._warming(), self._warmed, None):
            if not still_wanted():
                return
            step()
            self._warmed += 1

    def _warming(self) -> Iterator[Callable[[], object]]:
        for letter in self._vocabulary.first_letters():
            yield partial(self._matcher.match, QueryClause((Term(letter, letter, letter, open=True),)))
        yield self._vocabulary.warm
        yield self._titles.warm
        for section in range(min(self._engine.tables.count, _WARM_SECTIONS)):
            yield partial(self._shelf.passage, section)

    def _answer(
        self, words: str, limit: int, check: Callable[[], None], rerank: bool, generation: int
    ) -> Answer:
        query = read_query(words, self._analysis, self._caps)
        units = clauses_of(query.terms, self._thesaurus)
        if not units:
            titled = self._by_titles(words, query, limit, generation)
            if titled.hits or not query.terms or not query.terms[-1].open:
                return titled
            units = (QueryClause((query.terms[-1]._replace(stop=False),)),)
        matches = self._matches(units, check)
        found, missing_phrases = self._pages(query, units, matches, limit, check, rerank)
        check()
        hits = self._shelf.hits(found, units, matches, check)
        if len(found) < min(limit, _FEW_PAGES) and not query.phrases:
            more, misread = self._misspelt(units, found, limit - len(found), check)
            hits += self._shelf.hits(more, units, misread, check, first_rank=len(hits) + 1)
            found += more
        missing = (*_missing(units, found), *missing_phrases)
        suggestion = self._suggestion(words, units, matches)
        near = () if hits else self._nothing.near_words(query.content)
        themes = self._nothing.themes(near)
        return Answer(words, hits, not missing, missing, suggestion, generation, near, themes)

    def _matches(self, units: Sequence[QueryClause], check: Callable[[], None]) -> list[Match]:
        matches = []
        for unit in units:
            check()
            matches.append(self._matcher.match(unit))
        return matches

    def _pages(
        self,
        query: Query,
        units: Sequence[QueryClause],
        matches: Sequence[Match],
        limit: int,
        check: Callable[[], None],
        rerank: bool,
    ) -> tuple[list[PageFound], list[str]]:
        pages_wanted = limit + len(self._help)
        scores = self._scores(query, units, matches, sections_needed(pages_wanted))
        check()
        scores, missing = self._with_phrases(query, scores, check)
        found = self._best_pages(scores, matches, pages_wanted)
        if rerank and found:
            reranked = self._best_pages(self._reranked(scores, units, check), matches, pages_wanted)
            found = first_stays(found[0], reranked)
        return found[:limit], missing

    def _best_pages(self, scores: Impacts, matches: Sequence[Match], limit: int) -> list[PageFound]:
        return guidance_first(best_pages(scores, matches, self._engine.tables, limit), self._help)

    def _scores(
        self, query: Query, units: Sequence[QueryClause], matches: Sequence[Match], needed: int
    ) -> Impacts:
        """What the sections are worth, at least the best of them; all of them where a phrase chooses."""
        parts = [(match.most, match.scores) for match in matches]
        if lifts := self._named_pages(units, matches):
            parts.append((max(lifts.values()), lifts))
        return summed(part for _, part in parts) if query.phrases else top_k_sums(parts, needed)

    def _reranked(self, scores: Impacts, units: Sequence[QueryClause], check: Callable[[], None]) -> Impacts:
        """The best sections by what stands in them: words near each other, and what they have in common."""
        scores = near_each_other(scores, units, self._ranking, self._shelf.passage, check)
        return pseudo_relevance_feedback(scores, units, self._says, self._ranking.impacts, check)

    def _says(self, section: int) -> dict[str, float]:
        says = self._said.get(section)
        if says is None:
            says = self._ranking.said_in(section, self._shelf.counts(section))
            self._said.put(section, says, len(says))
        return says

    def _named_pages(self, units: Sequence[QueryClause], matches: Sequence[Match]) -> Impacts:
        """What lifts the first section of each page that the pack names for a synonym that was typed."""
        lifts: Impacts = {}
        for unit, match in zip(units, matches, strict=True):
            named = {self._numbers[p] for e in unit.entries for p in e.pages if p in self._numbers}
            best = match.most or self._ranking.rarest()
            for page in named:
                section = self._engine.tables.first_of[page]
                lifts[section] = lifts.get(section, 0.0) + _NAMED_PAGE * best
        return lifts

    def _with_phrases(
        self, query: Query, scores: Impacts, check: Callable[[], None]
    ) -> tuple[Impacts, list[str]]:
        """Only sections with the quoted words side by side; a phrase that stands nowhere is left out."""
        missing: list[str] = []
        for phrase in query.phrases:
            check()
            lists = [self._ranking.impacts(self._analysis.stem_of(word)) for word in phrase]
            lists = [impacts for impacts in lists if impacts]
            candidates = [s for s in scores if all(s in impacts for impacts in lists)]
            candidates.sort(key=scores.__getitem__, reverse=True)
            kept = {s for s in candidates[:_PHRASE_SECTIONS] if self._shelf.passage(s).says(phrase)}
            if kept:
                scores = {s: scores[s] for s in kept}
            else:
                missing.append(" ".join(phrase))
        return scores, missing

    def _misspelt(
        self, units: Sequence[QueryClause], found: Sequence[PageFound], room: int, check: Callable[[], None]
    ) -> tuple[list[PageFound], list[Match]]:
        """More pages where little was found: each word read as a misspelling, below all other pages."""
        matches = []
        for unit in units:
            check()
            matches.append(_read_otherwise([self._matcher.fuzzy(term) for term in unit.content]))
        tables = self._engine.tables
        more = best_pages(summed(match.scores for match in matches), matches, tables, room + len(found))
        known = {page.page for page in found}
        lowest = min((page.score for page in found), default=float("inf"))
        new = (page for page in more if page.page not in known)
        return [replace(page, score=min(page.score, lowest)) for page in new][:room], matches

    def _by_titles(self, words: str, query: Query, limit: int, generation: int) -> Answer:
        """For questions of nothing but small words: pages whose title holds them."""
        pages = self._titles.holding([term.word for term in query.terms], limit)
        found = [
            PageFound(self._numbers[page], self._engine.tables.first_of[self._numbers[page]], 0.0, 0, ())
            for page in pages
            if page in self._numbers
        ]
        hits = self._shelf.titled(found, frozenset(term.stem for term in query.terms))
        missing = () if hits else tuple(term.typed for term in query.terms)
        return Answer(words, hits, not missing, missing, "", generation)

    def _suggestion(self, words: str, units: Sequence[QueryClause], matches: Sequence[Match]) -> str:
        """The question with its misspelt words put right, or empty."""
        corrected = words
        for unit, match in zip(units, matches, strict=True):
            if match.corrected:
                corrected = corrected.replace(unit.typed, match.corrected, 1)
        return corrected if corrected != words else ""


def _read_otherwise(words: Sequence[Match]) -> Match:
    """A unit with each of its words read as a misspelling."""
    others = tuple(other for word in words for other in word.others)
    stems = frozenset[str]().union(*(word.stems for word in words))
    return Match(summed(word.scores for word in words), {}, others, stems)


def _missing(units: Sequence[QueryClause], found: Sequence[PageFound]) -> tuple[str, ...]:
    """What the best page lacks, unless some page has everything."""
    if any(not page.lacking for page in found):
        return ()
    lacking = found[0].lacking if found else range(len(units))
    return tuple(dict.fromkeys(units[at].typed for at in lacking))
