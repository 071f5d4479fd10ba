"""Dates read the same on every computer, and never with one month for another."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.dates import long_date, month_and_year

MONTHS = "January February March April May June July August September October November December"


@pytest.mark.parametrize(("month", "name"), list(enumerate(MONTHS.split(), start=1)))
def test_each_month_has_its_own_name(month: int, name: str) -> None:
    assert long_date(date(2026, month, 5)) == f"5 {name} 2026"
    assert month_and_year(date(2026, month, 5)) == f"{name} 2026"
