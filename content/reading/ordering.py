"""The last stage of reading: pages in their order, and a library in which every id leads somewhere."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from content.model import Contact, Group, Hazard, Library, PackInfo, Page, PageHead, Theme
from content.reading.records import PackTables
from content.text import blocks_text, section_text

WORDS_A_MINUTE = 200  # a calm reading pace
_Branch = TypeVar("_Branch", Theme, Group)


def in_reading_order(
    info: PackInfo, order: Iterable[str], tables: PackTables, pages: Mapping[str, Page]
) -> Library:
    """The library with its pages in reading order; what leads nowhere is left out."""
    ordered = {id_: _pruned_page(pages[id_], tables) for id_ in in_order(order, pages)}
    heads = {id_: _pruned_related(page.head, pages) for id_, page in ordered.items()}
    whole = {id_: replace(page, head=heads[id_]) for id_, page in ordered.items()}
    return Library(
        info=_pruned_info(info, tables, pages),
        themes=MappingProxyType(_pruned_starts(tables.themes, pages)),
        groups=MappingProxyType(_pruned_starts(tables.groups, pages)),
        contacts=MappingProxyType({id_: _pruned_contact(c, tables) for id_, c in tables.contacts.items()}),
        sources=tables.sources,
        synonyms=tuple(replace(s, pages=_only(s.pages, pages)) for s in tables.synonyms),
        glossary=tuple(term if term.page in pages else replace(term, page="") for term in tables.glossary),
        questions=tuple(
            replace(q, grades=tuple(grade for grade in q.grades if grade[0] in pages))
            for q in tables.questions
        ),
        hazards=tuple(_pruned_hazards(tables, pages)),
        heads=MappingProxyType(heads),
        pages=MappingProxyType(whole),
    )


def in_order(order: Iterable[str], pages: Mapping[str, Page]) -> tuple[str, ...]:
    """The pages that the pack lists, as listed; then the others by title."""
    listed = dict.fromkeys(id_ for id_ in order if id_ in pages)
    others = sorted(pages.keys() - listed.keys(), key=lambda id_: (pages[id_].head.title.casefold(), id_))
    return (*listed, *others)


def _only(ids: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_ in known)


def _pruned_page(page: Page, tables: PackTables) -> Page:
    head = replace(
        page.head,
        themes=_only(page.head.themes, tables.themes),
        groups=_only(page.head.groups, tables.groups),
        sources=_only(page.head.sources, tables.sources),
        minutes=minutes(page, tables.contacts),
    )
    return replace(page, head=head)


def _pruned_related(head: PageHead, pages: Collection[str]) -> PageHead:
    return replace(head, related=_only(head.related, pages))


def minutes(page: Page, contacts: Mapping[str, Contact]) -> int:
    """Whole minutes that reading the page takes, at least one."""
    parts = [blocks_text(page.at_a_glance, contacts), blocks_text(page.act_now, contacts)]
    parts += (section_text(section, contacts) for section in page.sections)
    return max(1, math.ceil(len(" ".join(parts).split()) / WORDS_A_MINUTE))


def _pruned_info(info: PackInfo, tables: PackTables, pages: Collection[str]) -> PackInfo:
    return replace(
        info,
        start_here=_only(info.start_here, pages),
        danger_page=info.danger_page if info.danger_page in pages else "",
        danger_contacts=_only(info.danger_contacts, tables.contacts),
        changed=_only(info.changed, pages),
        sign_off=tuple(replace(rule, pages=_only(rule.pages, pages)) for rule in info.sign_off),
        readability_exceptions=tuple(row for row in info.readability_exceptions if row[0] in pages),
    )


def _pruned_contact(contact: Contact, tables: PackTables) -> Contact:
    return replace(
        contact,
        out_of_hours=contact.out_of_hours if contact.out_of_hours in tables.contacts else "",
        sources=_only(contact.sources, tables.sources),
    )


def _pruned_hazards(tables: PackTables, pages: Collection[str]) -> Iterator[Hazard]:
    for hazard in tables.hazards:
        if hazard.page in pages:
            yield replace(hazard, contacts=_only(hazard.contacts, tables.contacts))


def _pruned_starts(branches: Mapping[str, _Branch], pages: Collection[str]) -> dict[str, _Branch]:
    return {
        id_: branch if branch.start_page in pages else replace(branch, start_page="")
        for id_, branch in branches.items()
    }
