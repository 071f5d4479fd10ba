"""Whom to ring is named in the order of the pack, and never without its number."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from content.model import Library
from content.reading.read import read_pack
from desktop.danger_contacts import danger_lines

SMALL = Path(__file__).resolve().parents[1] / "packs" / "small"


def small() -> Library:
    library = read_pack(SMALL).library
    assert library is not None
    return library


def test_day_and_night_are_told_apart() -> None:
    assert danger_lines(small()) == [
        ("Worried, but not an emergency? Small Town Duty Team", "0113 496 0000"),
        ("Evenings, nights and weekends, if it cannot wait: Night Team", "0113 496 0999"),
    ]


def test_a_contact_that_the_pack_does_not_know_is_left_out() -> None:
    library = small()
    info = replace(library.info, danger_contacts=("nobody", "night-team"))
    assert [number for _words, number in danger_lines(replace(library, info=info))] == ["0113 496 0999"]
