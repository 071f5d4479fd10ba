"""The plain text of a page in reading order: what is indexed and what snippets are cut from.

Both sides use these functions, so an offset found by the index is an offset in the snippet's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from content.blocks import (
    Block,
    Callout,
    ContactCards,
    Heading,
    ListBlock,
    NeedsSignature,
    Paragraph,
    Runs,
    Table,
    TickList,
)
from content.model import Contact, Section
from content.shown_numbers import whole

NO_CONTACTS: Mapping[str, Contact] = MappingProxyType({})
CELL_GAP = " · "  # between the cells of a table row and the parts of a contact card


def runs_text(runs: Runs) -> str:
    """What the runs say, without their style."""
    return "".join(run.text for run in runs)


def shown_number(contact: Contact) -> str:
    """The number as it is shown: phone, else text line, else empty; it never breaks across lines."""
    return whole(contact.phone or contact.text)


def quickest_way(contact: Contact) -> str:
    """How to reach the contact soonest, as it is copied: phone, else text line, else e-mail, else site."""
    return contact.phone or contact.text or contact.email or contact.web


def contact_text(contact: Contact) -> str:
    """One line for a contact card: name, whom it is for, each way to reach it, its hours, what to know."""
    said = (contact.name, contact.for_whom, *ways_to_reach(contact), contact.hours_words, contact.note)
    return CELL_GAP.join(part for part in said if part)


def ways_to_reach(contact: Contact) -> tuple[str, ...]:
    """Every number and address of the contact as it is shown, the quickest way first."""
    ways = (whole(contact.phone), whole(contact.text), contact.email, contact.web)
    return tuple(way for way in ways if way)


def block_text(block: Block, contacts: Mapping[str, Contact] = NO_CONTACTS) -> str:
    """The text of one block; list items, table rows and contact cards stand on a line each."""
    match block:
        case Heading(runs=runs) | Paragraph(runs=runs):
            return runs_text(runs)
        case ListBlock():
            items = ((number, blocks_text(item, contacts)) for number, item in block.numbered_items())
            return _lines(f"{number} {text}" if number else text for number, text in items)
        case TickList(items=lines):
            return _lines(map(runs_text, lines))
        case Callout(title=title, blocks=blocks):
            return _lines((title, blocks_text(blocks, contacts)))
        case Table(header=header, rows=rows):
            return _lines(CELL_GAP.join(map(runs_text, row)) for row in (header, *rows))
        case ContactCards(contacts=ids):
            return _lines(contact_text(contacts[id_]) for id_ in ids if id_ in contacts)
        case NeedsSignature():
            return ""


def blocks_text(blocks: Iterable[Block], contacts: Mapping[str, Contact] = NO_CONTACTS) -> str:
    """The text of several blocks, joined by line ends; blocks without text leave no empty line."""
    return _lines(block_text(block, contacts) for block in blocks)


def section_text(section: Section, contacts: Mapping[str, Contact]) -> str:
    """The text below a section's heading; the heading itself is not part of it."""
    return blocks_text(section.blocks, contacts)


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)
