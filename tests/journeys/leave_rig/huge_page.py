"""The program with a page of 2 MB, for the rig. No pack can hold one: a long page is repeated in memory."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

import desktop.app
from content.text import section_text
from desktop.__main__ import main
from desktop.edition.editions import Edition, open_edition
from tests.journeys.leave_rig.long_pack import LONG

LETTERS = 2_000_000


def open_huge(*known: Any) -> Edition:
    edition = open_edition(*known)
    library = edition.library
    page = library.pages[LONG]
    own = sum(len(section_text(one, library.contacts)) for one in page.sections)
    sections = (
        replace(one, anchor=f"{one.anchor}-{turn}")
        for turn in range(1 + LETTERS // own)
        for one in page.sections
    )
    huge = replace(page, sections=tuple(sections))
    return replace(edition, library=replace(library, pages={**library.pages, LONG: huge}))


if __name__ == "__main__":
    desktop.app.open_edition = open_huge
    sys.exit(main(sys.argv[1:]))
