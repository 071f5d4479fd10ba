from __future__ import annotations

from dataclasses import replace

import pytest

from content.model import Library, Status
from desktop.ui.sidebar.edition_words import edition_words


@pytest.mark.parametrize(
    ("status", "private", "lines"),
    [
        (Status.APPROVED, False, ["Small edition, November 2026"]),
        (Status.DRAFT, False, ["Small edition, November 2026", "Draft: nobody has signed this"]),
        (Status.APPROVED, True, ["Small edition, November 2026", "Private: nothing is kept"]),
    ],
)
def test_the_foot_tells_edition_draft_and_privacy(
    small: Library, status: Status, private: bool, lines: list[str]
) -> None:
    library = replace(small, info=replace(small.info, status=status))
    assert edition_words(library, private).splitlines() == lines
