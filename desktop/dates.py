"""Dates as they are written in a sentence."""

from __future__ import annotations

from datetime import date

from desktop.i18n import N_, _

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def long_date(day: date) -> str:
    """The same on every computer, whatever its region: 23 November 2026."""
    return _("{day} {month} {year}").format(day=day.day, month=_(_MONTHS[day.month - 1]), year=day.year)


def month_and_year(day: date) -> str:
    """An edition's date in the sidebar: November 2026."""
    return f"{_(_MONTHS[day.month - 1])} {day.year}"
