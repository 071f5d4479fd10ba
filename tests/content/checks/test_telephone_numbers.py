"""What looks like a telephone number is found wherever it stands; years, dates, times and sums are not."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from content.checks.rule import RuleContext
from content.checks.telephone_numbers import numbers_are_contacts, telephone_numbers
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


UNUSUAL = (
    *("0113‑496‑0112", "0113 - 496 - 0112", "0113 · 496 · 0112", "0113 — 496 — 0112", "0113•496•0112"),
    *(
        "O113 496 O112",
        "0113 49O Oll2",
        "0113 4S6 01BZ",
        "О113 496 0112",
        "o113 496 o112",
        "tel0113 496 0112",
    ),
    *("⁰¹¹³ ⁴⁹⁶ ⁰¹¹²", "٠١١٣ ٤٩٦ ٠١١٢", "०११३ ४९६ ०११२", "０１１３ ４９６ ０１１２", "⓪①①③ ④⑨⑥ ⓪①①②"),
    *("0909, then 879, then 0000", "0113 (then) 496 and 0112", "0113 dash 496 dash 0112", "0113, 496, 0112"),
    *("oh one one three, four nine six, oh one one two", "nought eight hundred, eleven eleven"),
    *("oh eight hundred double one double one", "zero one one three dash four nine six dash oh one one two"),
    *("oh two oh seven nine four six oh one twenty three", "one one six, one two three", "0 8 0 0 1 1 1 1"),
    *("0113_496_0112", "0113 | 496 | 0112", "0113 / 496 / 0112", "01 13 49 60 11 2"),
    *("+44 113 - 496 - 0112", "+44 (0)113, 496, 0112", "0044, 113, 496, 0112", "0113 - 496 - 011"),
)


@pytest.mark.parametrize("number", UNUSUAL)
def test_a_number_is_shown_whole_whatever_stands_between_or_instead_of_its_digits(found, number: str) -> None:
    assert found(f"Ring {number}, or go there.") == [number]


@pytest.mark.parametrize("between", ["\u200b", "\u00ad", "\u2060", "\u202c", "\ufe0f\u20e3"], ids=ascii)
def test_signs_that_nobody_sees_hide_no_number(between: str) -> None:
    text = f"Ring {between.join('01134960112')}."
    assert list(telephone_numbers(text)) == [(5, len(text) - 1)]


GAPS = (
    "",
    " ",
    "-",
    " - ",
    "‑",
    "–",
    "—",
    ".",
    " . ",
    "·",
    " • ",
    "/",
    ", ",
    ", then ",
    "\u00a0",
    "\u202f",
    "\n",
    "_",
)
DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "⁰¹²³⁴⁵⁶⁷⁸⁹", "０１２３４５６７８９", "Ol23456789")
PLACES = st.sets(st.integers(1, 10), max_size=6)
AREAS = st.sampled_from(["0113", "0207", "07700", "0808", "0300", "01904", "0909"])


@given(AREAS, st.text("0123456789", min_size=7, max_size=7), PLACES, st.data())
def test_a_number_with_any_signs_in_it_is_found(area: str, more: str, cuts: set[int], data) -> None:
    number = (area + more)[:11]
    edges = [0, *sorted(cuts), len(number)]
    groups = [int(number[start:end]) for start, end in pairwise(edges)]
    assume(len(groups) < 4 or groups != sorted(groups))  # ages count up, too
    signs = data.draw(st.sampled_from(DIGITS))
    written = "".join(
        (data.draw(st.sampled_from(GAPS)) if place in cuts else "") + signs[int(digit)]
        for place, digit in enumerate(number)
    )
    text = f"Ring {written}."
    (span,) = telephone_numbers(text)
    assert text[slice(*span)] == written


@pytest.mark.parametrize(
    "words",
    ["Text HELP to 85258.", "text the word SHOUT to 85258", "Text YM to 85‑258", "Text YM to 8 5 2 5 8."],
)
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
        "Open 24/7, at 09:00, 17:00, 09:00 and 16:30.",
        "On 02/03/2026, 9.30. On 02/03, 09/03 and 16/03, or 02/03, 9/03 and 16/03.",
        "In 07/2023 and 08/2024. Rooms 013, 014, 015 and 016.",
        "Of 116, 123 came.",
        "Ages 0-5, 6-11, 12-16 and 17-25; 0–1, 2–4, 5–10, 11–16; 10 to 12.",
        "Live in LS14 6JD. Section 47, sections 17, 20 and 31.",
        "Levels 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10.",
        "Take 0.5, 0.75, 1.25, 2.5 and 10.5. It costs £0.50, £1.20, £3.40, £5.60.",
        "One, two, three, four, five, six; zero, one, two, three, four, five, six, seven, eight, nine.",
        "Oh one of them said, two or three did. Nil by mouth: nine nine nine.",
        "In 2019 - 20, 2020 - 21 and 2021 - 22. Text 50,000 people.",
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


@pytest.mark.parametrize(
    ("path", "field"),
    [
        *(
            ("contacts.yml", field)
            for field in ("name: Small Town Duty Team", "note: Say that", "hours_words: Mon")
        ),
        *((RISK, field) for field in ("owner: Small Town Partnership",)),
        *(("pack.yml", field) for field in ("title: Small Town", "publisher: Small Town")),
    ],
)
def test_a_number_beside_the_words_of_pages_is_found(pack, path: str, field: str) -> None:
    pack.edit(path, field, f"{field} (0113 496 0456)")
    found = [(one.path, one.line) for one in pack.check() if one.rule == "phone-number"]
    assert found == [(path, pack.line_of(path, "0456"))]
