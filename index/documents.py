"""A page as the sections that are indexed: the same texts are searched, marked and cut into snippets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from content.model import Library, Page, Section
from content.text import section_text


class Document(NamedTuple):
    """One section as searched; `anchor` is empty for the lead-in, which also carries the keywords.

    Keywords are the page's summary and search terms: they find the page but are never cut into a snippet.
    """

    page: str
    anchor: str
    title: str
    heading: str
    keywords: str
    body: str


def page_documents(library: Library, page: Page) -> tuple[Document, ...]:
    """The page's documents in reading order; the first is what stands before the first heading."""
    head, (lead, rest) = page.head, _lead_and_rest(page)
    keywords = "\n".join((head.summary, *head.search_terms)).strip()
    contacts = library.contacts
    return (
        Document(head.id, "", head.title, "", keywords, section_text(lead, contacts)),
        *(Document(head.id, s.anchor, head.title, s.title, "", section_text(s, contacts)) for s in rest),
    )


def library_documents(library: Library) -> Iterator[Document]:
    """All documents of a library, page after page in reading order."""
    for page_id in library.heads:
        yield from page_documents(library, library.pages[page_id])


def _lead_and_rest(page: Page) -> tuple[Section, tuple[Section, ...]]:
    first, *rest = page.sections or (Section("", "", ()),)
    if first.title:
        first, rest = Section("", "", ()), [first, *rest]
    return Section("", "", (*page.at_a_glance, *page.act_now, *first.blocks)), tuple(rest)
