"""A page as the sections that are indexed: the same texts are searched, marked and cut into snippets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from content.blocks import Block, ContactTarget, runs_in
from content.model import Contact, Library, Page, PageHead, Section
from content.text import section_text, ways_to_reach


class Document(NamedTuple):
    """One section as searched; `anchor` is empty for the lead-in, which also carries the keywords.

    Keywords are the page's summary and search terms, and how to reach those whom a section only names: they
    find the page but are never cut into a snippet. Nor is what is `spoken`: the page's sentences as people
    say them, in the lead-in.
    """

    page: str
    anchor: str
    title: str
    heading: str
    keywords: str
    body: str
    spoken: str = ""


def page_documents(library: Library, page: Page) -> tuple[Document, ...]:
    """The page's documents in reading order; the first is what stands before the first heading."""
    head, (lead, rest) = page.head, _lead_and_rest(page)
    keywords = "\n".join((head.summary, *head.search_terms)).strip()
    return (
        _document(library, head, "", lead, keywords)._replace(spoken="\n".join(page.spoken)),
        *(_document(library, head, one.anchor, one, "") for one in rest),
    )


def _document(library: Library, head: PageHead, anchor: str, section: Section, keywords: str) -> Document:
    contacts = library.contacts
    body = section_text(section, contacts)
    unseen = (way for way in _ways_to_named(section.blocks, contacts) if way not in body)
    found_by = "\n".join(filter(None, (keywords, *dict.fromkeys(unseen))))
    return Document(head.id, anchor, head.title, section.title, found_by, body)


def _ways_to_named(blocks: Iterable[Block], contacts: Mapping[str, Contact]) -> Iterator[str]:
    """How else those are reached whose number stands in a sentence."""
    for runs in runs_in(blocks):
        for run in runs:
            if isinstance(run.target, ContactTarget) and run.target.contact in contacts:
                yield from ways_to_reach(contacts[run.target.contact])


def library_documents(library: Library) -> Iterator[Document]:
    """All documents of a library, page after page in reading order."""
    for page_id in library.heads:
        yield from page_documents(library, library.pages[page_id])


def _lead_and_rest(page: Page) -> tuple[Section, tuple[Section, ...]]:
    first, *rest = page.sections or (Section("", "", ()),)
    if first.title:
        first, rest = Section("", "", ()), [first, *rest]
    return Section("", "", (*page.at_a_glance, *page.act_now, *first.blocks)), tuple(rest)
