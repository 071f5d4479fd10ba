"""What looks like a telephone number is found wherever it stands; years, dates, times and sums are not."""

from __future__ import annotations

from datetime import date

import pytest

from content.checks.rule import RuleContext
from content.checks.telephone_numbers import numbers_are_contacts
from content.findings import Finding
from content.reading.read import read_pack

RISK = "pages/outside-risk.md"


@pytest.fixture
def findings(pack):
    """What the rule finds in the small pack when a passage of it says this."""

    def findings_(words: str) -> list[Finding]:
        pack.edit(RISK, "Are you hurt?", words)
        reading = read_pack(pack.folder)
        assert reading.library is not None
        return list(numbers_are_contacts(RuleContext(reading.library, reading, date(2026, 11, 23))))

    return findings_


@pytest.fixture
def found(findings):
    """The numbers that it shows."""
    return lambda words: [one.sentence.split('"')[1] for one in findings(words)]


@pytest.mark.parametrize(
    "number",
    [
        "0113 496 0123",
        "(0113) 496 0123",
        "+44 (0)113 496 0123",
        "0113\u00a0496\u00a00123",
        "0113–496–0123",
        "0113.496.0123",
        "07700900001",
        "0800 1111",
        "496012",
        "0113 2022-2023",
    ],
)
def test_a_number_is_shown_whole_however_it_is_written(found, number: str) -> None:
    assert found(f"Ring {number}, or go there.") == [" ".join(number.split())]


@pytest.mark.parametrize("words", ["Text HELP to 85258.", "text the word SHOUT to 85258"])
def test_a_code_to_text_is_one_too(found, words: str) -> None:
    assert found(words) == [words.rstrip(".")]


@pytest.mark.parametrize(
    "words",
    [
        "In 2022-2023, in 2022/23, in 2001–02 and in 2023 –24.",
        "On 2026-11-23, on 23/11/2026 and on 1.2.2026.",
        "Open 9.00-17.00, 9.30 – 16.30 and 10.00–10.30.",
        "Ring 999, 101 or 111; then press 55.",
        "Of 22,247 families 1,234,567 said so.",
        "Send a text. In all 22247 did.",
        "Say 12 34 5.",
    ],
)
def test_years_dates_times_and_sums_are_left_alone(found, words: str) -> None:
    assert found(words) == []


def test_a_number_beside_a_year_is_still_found(found) -> None:
    assert found("Since 2022-2023 ring 0113 496 0123, or 0113 496 0456.") == [
        "0113 496 0123",
        "0113 496 0456",
    ]


def test_each_number_is_named_on_its_own_line(pack, findings) -> None:
    lines = [(one.path, one.line) for one in findings("Ring 0113 496 0123\n  or 0113 496 0456,\n  or not.")]
    assert lines == [(RISK, pack.line_of(RISK, number)) for number in ("0123", "0456")]
    assert lines[0] != lines[1]
