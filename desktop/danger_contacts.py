"""Whom to ring about a child: what the start page and a search without hits both say."""

from __future__ import annotations

from content.model import Library
from desktop.i18n import _


def danger_lines(library: Library) -> list[tuple[str, str]]:
    """Whom to ring when 999 is too much, as (when and whom, number); the second line is for out of hours."""
    named = [library.contacts[name] for name in library.info.danger_contacts if name in library.contacts]
    contacts = [one for one in named if one.phone != "999"]
    later = {one.out_of_hours for one in contacts}
    worried = _("Worried, but not an emergency? {name}")
    night = _("Evenings, nights and weekends, if it cannot wait: {name}")
    return [((night if one.id in later else worried).format(name=one.name), one.phone) for one in contacts]


def usual_lines(library: Library) -> list[tuple[str, str]]:
    """Whom to ring, life in danger first, as (when and whom, number)."""
    return [(_("A child is in danger now"), "999"), *danger_lines(library)]
