"""What the search finds in a pack that is not an edition yet, as a worker would find it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # loads YAML and Markdown, which a bundle does not carry
    from content.checks.hazard_log import Find

_HITS = 20


def pack_search(folder: Path) -> Find:
    """Ask the pack in this folder, with the handbook behind it, after a pause in typing as it were."""
    from desktop.edition.compile_edition import read_library
    from index.build import build_index, content_hash
    from index.engine import open_index  # whoosh is loaded only by a search
    from index.searcher import Searcher

    library, _fault = read_library(folder)
    searcher = Searcher(open_index(build_index(library), content_hash(library)), library)

    def find(words: str) -> tuple[str, ...]:
        answer = searcher.search(words, limit=_HITS, rerank=True)
        assert answer is not None  # only a question that is no longer wanted is given up
        return tuple(hit.page for hit in answer.hits)

    return find
