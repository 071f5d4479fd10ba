"""The Leeds pack passes its own check, on the day of its edition: later, pages fall due for review."""

from __future__ import annotations

from pathlib import Path

from content.checks.check import check
from content.findings import Severity
from content.reading.read import read_pack

LEEDS = Path(__file__).parents[2] / "content" / "leeds"


def test_the_leeds_pack_has_no_error_and_no_warning() -> None:
    reading = read_pack(LEEDS)
    assert reading.library is not None
    found = check(reading, reading.library.info.edition)
    assert [str(one) for one in found if one.severity is not Severity.NOTE] == []
