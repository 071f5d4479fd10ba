"""Where to read on from a page whose author named nothing: found by its words when an edition is made.

TF-IDF vectors compared by their cosine (Salton and Buckley, 1988), with logarithmic frequencies so that one
repeated word does not decide, and cut to the heaviest terms so that long pages are not like everything.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from heapq import nlargest
from math import log, sqrt

from content.model import Library, Page, PageHead
from index.analysis import Analysis
from index.documents import page_documents
from index.engine import stem

# More links than this are not followed; fewer than this leave a page hanging
_MAX_LINKS, _MIN_LINKS = 4, 2
# A page much less similar than the most similar one is left out
_SHARE_OF_BEST = 0.5
# The heaviest terms of a page stand for it
_TERMS_PER_PAGE = 60
# A title says what a page is about; a page of the same theme is the likelier one to read next
_TITLE_TIMES = 3
_SAME_THEME = 1.2

# Postings that are read for a page, and pages that are compared with it whole: with these the work grows as
# the pages do. A pack of some hundred pages stays below both, and nothing is left out
_MOST_POSTINGS = 2_000
_COMPARED_PAGES = 50

TermVector = Mapping[str, float]
"""Stem -> weight; the squares of the weights add up to one."""


def with_related(library: Library) -> Library:
    """The library with related pages for every page that has none; what an author named stands."""
    if all(head.related for head in library.heads.values()):
        return library
    similar = _SimilarPages(library)
    heads = {id_: _filled(head, similar) for id_, head in library.heads.items()}
    pages = {id_: replace(library.pages[id_], head=head) for id_, head in heads.items()}
    return replace(library, heads=heads, pages=pages)


def _filled(head: PageHead, similar: _SimilarPages) -> PageHead:
    return head if head.related else replace(head, related=similar.pages_like(head))


class _SimilarPages:
    """Pages as term vectors, with an inverted index over them; those of another pack never count."""

    def __init__(self, library: Library) -> None:
        analysis = Analysis(stem)
        counts = {page.head.id: _counts(library, page, analysis) for page in library.pages.values()}
        frequencies = Counter(stem for stems in counts.values() for stem in stems)
        self._vectors = {id_: tf_idf(stems, frequencies, len(counts)) for id_, stems in counts.items()}
        self._packs = {id_: head.pack for id_, head in library.heads.items()}
        self._themes = {id_: frozenset(head.themes) for id_, head in library.heads.items()}
        self._postings: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for id_, vector in self._vectors.items():
            for stem_, weight in vector.items():
                self._postings[stem_].append((id_, weight))

    def pages_like(self, head: PageHead) -> tuple[str, ...]:
        """The pages most similar to this one, the most similar first."""
        scores = dict(self._scores(head, self._cosines(head.id)))
        best = nlargest(_MAX_LINKS, scores, key=scores.__getitem__)
        least = _SHARE_OF_BEST * scores[best[0]] if best else 0.0
        return tuple(id_ for at, id_ in enumerate(best) if at < _MIN_LINKS or scores[id_] >= least)

    def _cosines(self, page: str) -> Mapping[str, float]:
        """How similar other pages are: all that share a term, or in a large pack the most similar of them.

        Where the postings of its terms are too many, the shortest lists propose pages, which their vectors
        then compare: a term that stands on half of all pages makes no two of them alike.
        """
        vector = self._vectors[page]
        if sum(len(self._postings[stem_]) for stem_ in vector) <= _MOST_POSTINGS:
            return self._sums(vector, vector)
        sums = self._sums(vector, sorted(vector, key=lambda stem_: len(self._postings[stem_])))
        proposed = nlargest(_COMPARED_PAGES, sums, key=sums.__getitem__)
        return {id_: _product(vector, self._vectors[id_]) for id_ in proposed}

    def _sums(self, vector: TermVector, stems: Iterable[str]) -> Mapping[str, float]:
        """The products of the vector with those of other pages, as far as the first postings make them."""
        sums: dict[str, float] = defaultdict(float)
        left = _MOST_POSTINGS
        for stem_ in stems:
            weight = vector[stem_]
            postings = self._postings[stem_][:left]
            for other, its in postings:
                sums[other] += weight * its
            left -= len(postings)
        return sums

    def _scores(self, head: PageHead, cosines: Mapping[str, float]) -> Iterator[tuple[str, float]]:
        themes = self._themes[head.id]
        for id_, cosine in cosines.items():
            if id_ != head.id and self._packs[id_] == head.pack:
                yield id_, cosine * (1.0 if themes.isdisjoint(self._themes[id_]) else _SAME_THEME)


def _product(one: TermVector, other: TermVector) -> float:
    return sum(weight * other[stem_] for stem_, weight in one.items() if stem_ in other)


def _counts(library: Library, page: Page, analysis: Analysis) -> Counter[str]:
    documents = page_documents(library, page)
    texts = [page.head.title] * _TITLE_TIMES
    texts += [text for one in documents for text in (one.heading, one.keywords, one.body)]
    return Counter(token.stem for text in texts for token in analysis.tokens(text) if not token.stop)


def tf_idf(counts: Mapping[str, int], frequencies: Mapping[str, int], pages: int) -> TermVector:
    """The vector of a page: its stems with their counts, how many pages have each, and how many there are."""
    weights = {stem_: (1 + log(tf)) * log(1 + pages / frequencies[stem_]) for stem_, tf in counts.items()}
    heaviest = nlargest(_TERMS_PER_PAGE, weights, key=weights.__getitem__)
    length = sqrt(sum(weights[stem_] ** 2 for stem_ in heaviest)) or 1.0
    return {stem_: weights[stem_] / length for stem_ in heaviest}
