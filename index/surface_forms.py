"""Every word of an opened page that the question meant, as it stands there, so that the page marks them all.

Loads Whoosh for its stemmer: by the time there is a hit to open, the search thread has done so.
"""

from __future__ import annotations

from collections.abc import Set

from content.model import Library
from index.analysis import Analysis
from index.documents import page_documents
from index.engine import stem


def surface_forms_on_page(library: Library, page: str, matched: Set[str]) -> tuple[str, ...]:
    """The different words of the page that the index holds under one of these forms, in reading order.

    Safe in any thread: nothing is shared with the searcher. A page takes a millisecond or two.
    """
    analysis = Analysis(stem)
    found: dict[str, None] = {}
    for document in page_documents(library, library.pages[page]):
        for text in (document.title, document.heading, document.body):
            for surface in analysis.surface_forms(text, matched):
                found[surface.lower()] = None
    return tuple(found)
