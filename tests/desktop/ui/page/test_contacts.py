"""A card's numbers: whole to the last digit, never broken over two lines, and each one can be copied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QTextBlock, QTextDocument

from content.blocks import ContactTarget, WebTarget
from content.model import Contact
from desktop.ui.page.contacts import write_contact
from desktop.ui.page.geometry import lines_of

NIGHT = Contact("night", "Night team", "Anybody", phone="0113 496 0456")
DUTY = Contact(
    "duty",
    "Duty desk",
    "Whoever worries about a child",
    phone="0113 496 0123",
    text="07700 900 123",
    email="duty@example.org",
    web="https://example.org/duty",
    note="Say first that a child is in danger.",
    hours_words="Monday to Friday, 9 to 5",
    out_of_hours="night",
    checked_on=date(2026, 10, 1),
)


@pytest.fixture
def card(writer, document):
    """The lines of a contact's card, with the other contacts that it may name."""

    def write(contact: Contact, *others: Contact) -> list[str]:
        write_contact(writer, contact, {one.id: one for one in (contact, *others)})
        return [block.text() for block in blocks(document) if block.text()]

    return write


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def test_a_card_holds_everything_that_is_known_in_the_order_of_need(card) -> None:
    assert card(DUTY, NIGHT) == [
        "Duty desk",
        "Whoever worries about a child",
        "0113\u00a0496\u00a00123",
        "Text 07700\u00a0900\u00a0123",
        "duty@example.org",
        "https://example.org/duty",
        "Monday to Friday, 9 to 5",
        "Say first that a child is in danger.",
        "At other times: Night team, 0113\u00a0496\u00a00456",
        "Taken from its source on 1 October 2026",
    ]


def lay_out(document: QTextDocument, width: float) -> None:
    document.setTextWidth(width)
    document.size()  # Qt lays out when it is asked for what came of it


def test_a_number_that_does_not_fit_beside_its_words_goes_whole_to_the_next_line(card, document) -> None:
    card(DUTY, NIGHT)
    block = next(one for one in blocks(document) if one.text().startswith("Text "))
    span = block.position() + len("Text "), block.position() + block.length() - 1
    lay_out(document, 900)
    edges = 900 - block.layout().lineAt(0).width()
    (number,) = lines_of(document, *span)
    lay_out(document, edges + number.width() + 4)
    assert block.layout().lineCount() > 1
    assert len(lines_of(document, *span)) == 1


def test_each_way_to_a_contact_leads_to_that_contact(card, writer) -> None:
    card(DUTY, NIGHT)
    own = ContactTarget("duty")
    assert [(one.words, one.target) for one in writer.tab_stops()] == [
        ("0113\u00a0496\u00a00123", own),
        ("Text 07700\u00a0900\u00a0123", own),
        ("duty@example.org", own),
        ("https://example.org/duty", WebTarget("https://example.org/duty")),
    ]


def test_words_about_a_website_lead_to_no_address(card, writer) -> None:
    assert "through their website" in card(Contact("c", "C", "", web="through their website"))
    assert [one.target for one in writer.tab_stops()] == [ContactTarget("c")]


def test_nothing_is_written_of_what_nobody_knows(card) -> None:
    assert card(Contact("bare", "Somebody", "")) == ["Somebody"]


@pytest.mark.parametrize("others", [(), (replace(NIGHT, phone=""),)], ids=["no contact", "no number"])
def test_no_other_times_are_told_without_a_number_to_ring(card, others) -> None:
    assert [line for line in card(DUTY, *others) if line.startswith("At other times")] == []
