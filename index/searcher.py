"""Answers a worker's words with pages, the best first, each saying why it is there.

Import this in the search thread, after the first paint: it loads Whoosh. One searcher per thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple
from unicodedata import category

from content.model import Library
from index.analysis import Analysis
from index.bare_numbers import without_bare_numbers
from index.bounded_cache import BoundedCache
from index.engine import Engine, stem
from index.errors import IndexDamagedError, SearchCancelledError
from index.grouping import PageFound, best_pages, good_pages, keep_first, sections_needed, weighed
from index.hazards import Danger, HazardFinder
from index.hit_builder import HitBuilder
from index.hits import Answer
from index.matching import Match, Matcher, QueryClause, clauses_of
from index.max_score import Impacts, summed, top_k_sums
from index.nothing_found import FallbackFinder
from index.precedence import dangers_first, do_now_first
from index.proximity import with_proximity
from index.query import Caps, Query, read_query
from index.ranking import Ranking, Weights
from index.relevance_feedback import pseudo_relevance_feedback
from index.spelling import Vocabulary
from index.synonyms import Thesaurus
from index.titles import Titles
from index.words_apart import WordsApart

# Fewer pages than this, and misspellings are tried for every word: after all others
_FEW_PAGES = 3
# A page that the pack names for what was typed: share of the best that the words themselves reach
_NAMED_PAGE = 0.5
# A phrase is looked for in the best sections that have all its words
_PHRASE_SECTIONS = 400
# Hits of an answer unless told otherwise. So many pages are put in order however few are asked for, so that
# the first ones are the same
_HITS = 50
# Letters of the alphabets in which one letter is no word
_LETTER = "Ll"
# Stems made ready while nobody waits, those of the commonest words, so many in a step
_WARM_WORDS, _WARM_STEP = 3000, 40
_ALL_WARM = object()
# Term vectors cached for the next pause, counted in their terms: some hundred bytes each
_CACHED_TERMS = 5_000


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
        self._vocabulary = Vocabulary(tables.vocabulary)
        self._hit_builder = HitBuilder(library, tables, self._analysis)
        self._words_apart = WordsApart(
            self._ranking,
            self._vocabulary,
            self._analysis.stem_of,
            partial(_has_phrase, self._hit_builder),
        )
        self._matcher = Matcher(self._ranking, self._vocabulary, self._analysis.stem_of, self._words_apart)
        self._thesaurus = Thesaurus(library.synonyms, tables.synonyms())
        self._term_vectors = BoundedCache[int, dict[str, float]](_CACHED_TERMS)
        self._titles = Titles(engine)
        self._fallback = FallbackFinder(
            library, tables, self._ranking, self._vocabulary, self._analysis.stem_of
        )
        self._help = tables.help_pages
        self._hazards = HazardFinder(library.hazards, tables.hazards())
        numbers = map(tables.number_of, {hazard.page for hazard in library.hazards})
        self._hazard_pages = frozenset(number for number in numbers if number is not None)
        self._is_warm = False
        # knows no searcher: it and this one would hold each other, and all that is cached, in memory
        self._warming = _warming(
            self._matcher, self._vocabulary, self._analysis, sections_needed(self._depth(_HITS))
        )
        if len(tables.pages) != len(library.heads):
            raise IndexDamagedError("The search index belongs to other pages. Build it again from the pack.")

    def search(
        self,
        query: str,
        *,
        limit: int = _HITS,
        still_wanted: Callable[[], bool] = always,
        rerank: bool = False,
    ) -> Answer | None:
        """The answer, or None when it was given up on the way.

        `rerank` says that the worker has paused: a second stage then compares the best sections with each
        other, and the hits below the first may change places.
        """

        def check() -> None:
            if not still_wanted():
                raise SearchCancelledError

        try:
            return self._answer(query, limit, check, rerank)
        except SearchCancelledError:
            return None

    def warm(self, still_wanted: Callable[[], bool] = always) -> None:
        """Make ready what the first questions would wait for: stems, and what a letter finds.

        Asked between steps of a millisecond or two whether to go on. Given up, it goes on from there the next
        time; once all is ready it does nothing.
        """
        while not self._is_warm and still_wanted():
            self._is_warm = next(self._warming, _ALL_WARM) is _ALL_WARM

    def _answer(self, text: str, limit: int, check: Callable[[], None], rerank: bool) -> Answer:
        query = self._query(text)
        if _is_one_letter(query):
            return Answer(text, (), too_short=True)
        clauses = clauses_of(query.terms, self._thesaurus, self._words_apart)
        if not clauses:
            titled = self._by_titles(text, query, limit)
            if titled.hits or not query.terms or not query.terms[-1].is_prefix:
                return titled
            clauses = (QueryClause((query.terms[-1]._replace(stop=False),)),)
        dangers = self._hazards.find(query.terms)
        context = _QueryContext(query, clauses, self._matches(query, clauses, limit, check), limit, check)
        found, missing_phrases = self._pages(context, rerank, dangers)
        check()
        hits = self._hit_builder.hits(found[:limit], clauses, context.matches, check)
        more: list[PageFound] = []
        if len(found) < _FEW_PAGES and not query.phrases:
            more, misspellings = self._misspelt(context, found)
            further = more[: max(0, limit - len(hits))]
            hits += self._hit_builder.hits(further, clauses, misspellings, check, first_rank=len(hits) + 1)
        counted = [*found, *more][:_HITS]
        good = good_pages(counted)
        missing = (*_missing(clauses, [*found, *more]), *missing_phrases)
        near = () if hits else self._fallback.near_words(query.content)
        return Answer(
            text,
            hits,
            not missing,
            missing,
            _suggestion(text, context, found, self._vocabulary.is_prose),
            near,
            self._fallback.themes(near),
            query.cut,
            good,
            len(counted) - good,
            len(found) > _HITS,
            tuple(dict.fromkeys(contact for danger in dangers for contact in danger.contacts)),
        )

    def _query(self, text: str) -> Query:
        query = read_query(text, self._analysis, self._caps)
        known = self._engine.tables.short_numbers
        return without_bare_numbers(query, known, self._words_apart.are_written)

    def _matches(
        self, query: Query, clauses: Sequence[QueryClause], limit: int, check: Callable[[], None]
    ) -> list[Match]:
        alone = len(clauses) == 1 and not query.phrases
        best = sections_needed(self._depth(max(limit, _HITS))) if alone else None
        matches = []
        for clause in clauses:
            check()
            matches.append(self._matcher.match(clause, best))
        return matches

    def _pages(
        self, context: _QueryContext, rerank: bool, dangers: Sequence[Danger]
    ) -> tuple[list[PageFound], list[str]]:
        """The pages in their order: always so many, and more where more are wanted."""
        found, scores, missing = self._best(context, _HITS)
        if rerank and found:
            depth = self._depth(_HITS)
            reranked = self._best_pages(self._reranked(context, scores), context.matches, depth)
            found = keep_first(found[0], reranked)
        asked = {term.stem for clause in context.clauses for term in clause.content}
        builder = self._hit_builder
        found = do_now_first(found, builder.kind_of, partial(builder.is_titled, asked))
        found = dangers_first(found, dangers, self._engine.tables)
        if context.limit > _HITS:
            known, lowest = {page.page for page in found}, min((page.score for page in found), default=0.0)
            further = (page for page in self._best(context, context.limit)[0] if page.page not in known)
            found += (page._replace(score=min(page.score, lowest)) for page in further)
        return found, missing

    def _depth(self, pages: int) -> int:
        """Pages looked at for so many: help moves down, and one more tells that there are others."""
        return pages + len(self._help) + 1

    def _best(self, context: _QueryContext, pages: int) -> tuple[list[PageFound], Impacts, list[str]]:
        """At least so many pages by their scores, those scores, and the phrases that stand nowhere."""
        wanted = self._depth(pages)
        scores = self._scores(context, sections_needed(wanted))
        context.check()
        scores, missing = self._with_phrases(context, scores)
        return self._best_pages(scores, context.matches, wanted), scores, missing

    def _best_pages(self, scores: Impacts, matches: Sequence[Match], limit: int) -> list[PageFound]:
        found = best_pages(scores, matches, self._engine.tables, limit)
        return weighed(found, self._help, self._hazard_pages)

    def _scores(self, context: _QueryContext, needed: int) -> Impacts:
        """What the sections are worth, at least the best of them; all of them where a phrase chooses."""
        parts = [(match.max_score, match.scores) for match in context.matches]
        if lifts := self._named_pages(context):
            parts.append((max(lifts.values()), lifts))
        return summed(part for _, part in parts) if context.query.phrases else top_k_sums(parts, needed)

    def _reranked(self, context: _QueryContext, scores: Impacts) -> Impacts:
        """The second stage: the best sections anew, by term proximity and pseudo-relevance feedback.

        Both read the texts of the sections, which is too much for a keystroke and little for the best few.
        """
        clauses, check = context.clauses, context.check
        scores = with_proximity(scores, clauses, self._ranking, self._hit_builder.passage, check)
        return pseudo_relevance_feedback(
            scores, clauses, self._term_vector, self._ranking.impacts_among, check
        )

    def _term_vector(self, section: int) -> dict[str, float]:
        vector = self._term_vectors.get(section)
        if vector is None:
            vector = self._ranking.term_weights(section, self._hit_builder.counts(section))
            self._term_vectors.put(section, vector, len(vector))
        return vector

    def _named_pages(self, context: _QueryContext) -> Impacts:
        """What lifts the first section of each page that the pack names for a synonym that was typed."""
        lifts: Impacts = {}
        for clause, match in zip(context.clauses, context.matches, strict=True):
            tables = self._engine.tables
            numbers = (tables.number_of(page) for entry in clause.entries for page in entry.pages)
            named = {number for number in numbers if number is not None}
            best = match.max_score or self._ranking.max_idf()
            for page in named:
                section = tables.first_of(page)
                lifts[section] = lifts.get(section, 0.0) + _NAMED_PAGE * best
        return lifts

    def _with_phrases(self, context: _QueryContext, scores: Impacts) -> tuple[Impacts, list[str]]:
        """Only sections with the quoted words side by side; a phrase that stands nowhere is left out."""
        missing: list[str] = []
        for phrase in context.query.phrases:
            context.check()
            lists = [self._ranking.impacts(self._analysis.stem_of(word)) for word in phrase]
            lists = [impacts for impacts in lists if impacts]
            candidates = [s for s in scores if all(s in impacts for impacts in lists)]
            candidates.sort(key=scores.__getitem__, reverse=True)
            passage = self._hit_builder.passage
            holding = set()
            for section in candidates[:_PHRASE_SECTIONS]:
                context.check()
                if passage(section).has_phrase(phrase):
                    holding.add(section)
            if holding:
                scores = {s: scores[s] for s in holding}
            else:
                missing.append(" ".join(phrase))
        return scores, missing

    def _misspelt(
        self, context: _QueryContext, found: Sequence[PageFound]
    ) -> tuple[list[PageFound], list[Match]]:
        """More pages where little was found: each word read as a misspelling, below all other pages."""
        matches = []
        for clause in context.clauses:
            context.check()
            matches.append(_as_misspelling([self._matcher.fuzzy(term) for term in clause.content]))
        scores = summed(match.scores for match in matches)
        more = best_pages(scores, matches, self._engine.tables, _HITS)
        known = {page.page for page in found}
        lowest = min((page.score for page in found), default=float("inf"))
        new = (page for page in more if page.page not in known)
        capped = [page._replace(score=min(page.score, lowest)) for page in new]
        return capped[: _HITS - len(found)], matches

    def _by_titles(self, text: str, query: Query, limit: int) -> Answer:
        """For queries of nothing but stop words: pages whose title holds them."""
        pages = self._titles.matching([term.word for term in query.terms], limit)
        found = [PageFound(page, self._engine.tables.first_of(page), 0.0, 0, ()) for page in pages]
        hits = self._hit_builder.titled(found, frozenset(term.stem for term in query.terms))
        missing = () if hits else tuple(term.typed for term in query.terms)
        return Answer(text, hits, not missing, missing, cut=query.cut, good=len(hits))


def _has_phrase(hit_builder: HitBuilder, section: int, words: Sequence[str]) -> bool:
    return hit_builder.passage(section).has_phrase(words)


def _warming(matcher: Matcher, vocabulary: Vocabulary, analysis: Analysis, best: int) -> Iterator[None]:
    """The steps of getting warm, a millisecond or two each."""
    words = vocabulary.commonest(_WARM_WORDS)
    for at in range(0, len(words), _WARM_STEP):
        yield
        for word in words[at : at + _WARM_STEP]:
            analysis.stem_of(word)
    for letter in vocabulary.first_letters():
        yield from matcher.warm_letter(letter, best)


class _QueryContext(NamedTuple):
    """A query on its way: what it was read as, what that matches, how many pages are wanted.

    `check` is asked between steps; it raises SearchCancelledError once nobody waits for the answer.
    """

    query: Query
    clauses: Sequence[QueryClause]
    matches: Sequence[Match]
    limit: int
    check: Callable[[], None]


def _is_one_letter(query: Query) -> bool:
    """Whether a letter is all that was typed: too little to say anything."""
    (first, *others) = query.terms or (None,)
    if first is None or others or len(first.typed) > 1:
        return False
    return len(first.word) == 1 and category(first.word) == _LETTER


def _suggestion(
    text: str, context: _QueryContext, found: Sequence[PageFound], is_prose: Callable[[str], bool]
) -> str:
    """The query with its misspelt words put right where that brought one of the first pages, or empty."""
    corrected = text
    for at, (clause, match) in enumerate(zip(context.clauses, context.matches, strict=True)):
        brought = any(at not in page.missing for page in found[:_FEW_PAGES])
        if match.correction and brought and is_prose(match.correction):
            corrected = corrected.replace(clause.typed, match.correction, 1)
    return corrected if corrected != text else ""


def _as_misspelling(terms: Sequence[Match]) -> Match:
    """A clause with each of its terms read as a misspelling."""
    expansions = tuple(expansion for term in terms for expansion in term.expansions)
    stems = frozenset[str]().union(*(term.stems for term in terms))
    return Match(summed(term.scores for term in terms), {}, expansions, stems)


def _missing(clauses: Sequence[QueryClause], found: Sequence[PageFound]) -> tuple[str, ...]:
    """What the best page lacks, unless some page has everything."""
    if any(not page.missing for page in found):
        return ()
    lacking = found[0].missing if found else range(len(clauses))
    return tuple(dict.fromkeys(clauses[at].typed for at in lacking))
