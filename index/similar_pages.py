"""Where to read on from a page whose author named nothing: found by its words when an edition is made."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from heapq import nlargest
from math import log, sqrt

from content.model import Library, Page, PageHead
from index.analysis import Analysis
from index.documents import page_documents
from index.engine import stem

# More links than this are not followed; fewer than this leave a page hanging
_MOST, _FEWEST = 4, 2
# A page much less alike than the likest one is left out
_SHARE_OF_BEST = 0.5
# The most telling words of a page stand for it
_TELLING = 60
# A title says what a page is about; a page of the same theme is the likelier one to read next
_TITLE_TIMES = 3
_SAME_THEME = 1.2

Weights = Mapping[str, float]


def with_related(library: Library) -> Library:
    """The library with related pages for every page that has none; what an author named stands."""
    if all(head.related for head in library.heads.values()):
        return library
    found = _Alike(library)
    heads = {id_: _filled(head, found) for id_, head in library.heads.items()}
    pages = {id_: replace(library.pages[id_], head=head) for id_, head in heads.items()}
    return replace(library, heads=heads, pages=pages)


def _filled(head: PageHead, found: _Alike) -> PageHead:
    return head if head.related else replace(head, related=found.pages_like(head))


class _Alike:
    """Pages as their telling words; those of another pack never count as alike."""

    def __init__(self, library: Library) -> None:
        self._heads = library.heads
        counts = {page.head.id: _counts(library, page) for page in library.pages.values()}
        having = Counter(word for words in counts.values() for word in words)
        self._words = {id_: _weights(words, having, len(counts)) for id_, words in counts.items()}
        self._pages: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for id_, weights in self._words.items():
            for word, weight in weights.items():
                self._pages[word].append((id_, weight))

    def pages_like(self, head: PageHead) -> tuple[str, ...]:
        """The pages most like this one, the likest first."""
        alike: dict[str, float] = defaultdict(float)
        for word, weight in self._words[head.id].items():
            for other, its in self._pages[word]:
                alike[other] += weight * its
        near = dict(self._weighed(head, alike))
        best = nlargest(_MOST, near, key=near.__getitem__)
        least = _SHARE_OF_BEST * near[best[0]] if best else 0.0
        return tuple(id_ for at, id_ in enumerate(best) if at < _FEWEST or near[id_] >= least)

    def _weighed(self, head: PageHead, alike: Weights) -> Iterator[tuple[str, float]]:
        for id_, worth in alike.items():
            other = self._heads[id_]
            if id_ != head.id and other.pack == head.pack:
                yield id_, worth * (_SAME_THEME if set(other.themes) & set(head.themes) else 1.0)


def _counts(library: Library, page: Page) -> Counter[str]:
    analysis = Analysis(stem)
    documents = page_documents(library, page)
    texts = [page.head.title] * _TITLE_TIMES
    texts += [text for one in documents for text in (one.heading, one.keywords, one.body)]
    return Counter(token.stem for text in texts for token in analysis.tokens(text) if not token.stop)


def _weights(words: Counter[str], having: Counter[str], pages: int) -> Weights:
    """The page's most telling words, their squares adding up to one."""
    worth = {word: (1 + log(times)) * log(1 + pages / having[word]) for word, times in words.items()}
    telling = nlargest(_TELLING, worth, key=worth.__getitem__)
    length = sqrt(sum(worth[word] ** 2 for word in telling)) or 1.0
    return {word: worth[word] / length for word in telling}
