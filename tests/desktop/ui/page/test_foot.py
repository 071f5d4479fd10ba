"""What stands below a page's words: a source in a line, without saying its date twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.ui.page.foot import source_words


@pytest.mark.parametrize(
    ("title", "page_date", "seen_on", "said"),
    [
        ("A guide", "", None, "Town. A guide."),
        ("A guide.", "March 2023", None, "Town. A guide, March 2023."),
        ("A guide", "March 2023", date(2026, 10, 1), "Town. A guide, March 2023, taken on 1 October 2026."),
        ("A guide, March 2023", "March 2023", None, "Town. A guide, March 2023."),
        ("A guide", "1 October 2026", date(2026, 10, 1), "Town. A guide, taken on 1 October 2026."),
        ("A guide", "the editor saw 2023 on its cover somewhere", None, "Town. A guide."),
    ],
)
def test_a_source_says_its_own_date_once(small, title, page_date, seen_on, said) -> None:
    source = replace(
        next(iter(small.sources.values())),
        publisher="Town.",
        title=title,
        page_date=page_date,
        seen_on=seen_on,
    )
    assert source_words(source) == said
