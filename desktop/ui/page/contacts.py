"""A contact on a page: whom to ring, the number large, and when it answers."""

from __future__ import annotations

from collections.abc import Mapping

from content.blocks import ContactTarget, WebTarget
from content.model import Contact
from content.shown_numbers import beside, unbroken
from desktop.dates import long_date
from desktop.i18n import _
from desktop.ui.page.writer import PageWriter


def write_contact(writer: PageWriter, contact: Contact, contacts: Mapping[str, Contact]) -> None:
    """Write one card."""
    with writer.box("contact"):
        writer.line(contact.name, "body", 700, below=2)
        if contact.for_whom:
            writer.line(contact.for_whom, "ui", colour="ink2", below=4)
        _write_numbers(writer, contact)
        for words in (contact.hours_words, contact.note, _other_times(contact, contacts)):
            if words:
                writer.line(words, "ui", below=4)
        if contact.checked_on:
            day = long_date(contact.checked_on)
            taken = _("Taken from its source on {date}").format(date=day)
            writer.line(taken, "small", colour="ink2", below=0)


def _write_numbers(writer: PageWriter, contact: Contact) -> None:
    own = ContactTarget(contact.id)
    if contact.phone:
        writer.line(unbroken(contact.phone), "h2", 700, above=2, below=4, target=own)
    if contact.text:
        words = beside(_("Text {number}"), unbroken(contact.text))
        writer.line(words, "h2", 700, above=2, below=4, target=own)
    if contact.email:
        writer.line(contact.email, "ui", 600, below=4, target=own)
    if "://" in contact.web:
        writer.line(contact.web, "ui", 600, "link", below=4, target=WebTarget(contact.web))
    elif contact.web:  # words such as "through their website"
        writer.line(contact.web, "ui", 600, below=4, target=own)


def _other_times(contact: Contact, contacts: Mapping[str, Contact]) -> str:
    other = contacts.get(contact.out_of_hours)
    if other is None or not other.phone:
        return ""
    return beside(_("At other times: {name}, {number}"), unbroken(other.phone), name=other.name)
