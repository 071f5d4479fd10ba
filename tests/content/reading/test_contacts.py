"""A wrong number, a wrong hour or a number that nobody cleared would hurt: each field is read strictly."""

from __future__ import annotations

import pytest

from content.model import OpenHours
from content.reading.contacts import PUBLISHABLE, read_contact

ROW = """id: duty
name: Duty team
for_whom: Any worry
how: {phone: 0113 496 0123, text: 55555}
publish: yes
checked_on: 2026-11-01
review_by: 2027-02-01
"""


def test_a_number_keeps_its_zero_and_its_spaces(record) -> None:
    made, diagnostics = record(ROW)
    made.identity()
    contact = read_contact(made)
    assert (contact.id, contact.phone, contact.text, contact.publish) == (
        "duty",
        "0113 496 0123",
        "55555",
        "yes",
    )
    assert diagnostics.findings == []


@pytest.mark.parametrize("words", ["maybe", "YES PLEASE", "2", "[yes, no]"])
def test_a_slip_in_publish_hides_the_number_and_says_so(record, words: str) -> None:
    made, diagnostics = record(ROW.replace("publish: yes", f"publish: {words}"))
    assert read_contact(made).publish not in PUBLISHABLE
    assert diagnostics.findings


@pytest.mark.parametrize(
    ("words", "publish"), [("true", "yes"), ("False", "no"), ("Check-First", "check-first")]
)
def test_what_yaml_editors_make_of_yes_and_no_is_understood(record, words: str, publish: str) -> None:
    made, diagnostics = record(ROW.replace("publish: yes", f"publish: {words}"))
    assert read_contact(made).publish == publish
    assert diagnostics.findings == []


def test_hours_are_days_and_minutes(record) -> None:
    made, diagnostics = record(
        ROW + "hours:\n- {days: [mon, Sun], from: 00:00, to: 24:00, bank_holidays: yes}\n"
    )
    assert read_contact(made).hours == (OpenHours((0, 6), 0, 1440, True),)
    assert diagnostics.findings == []


@pytest.mark.parametrize(
    "row",
    [
        "{days: [mon], from: 09:00, to: 09:00}",
        "{days: [mon], from: 17:00, to: 09:00}",
        "{days: [mon], from: 09:00, to: 24:30}",
        "{days: [mon], from: 9:00, to: 17:00}",
        "{days: [mon], from: 09:00, to: 17:60}",
        "{days: [monday], from: 09:00, to: 17:00}",
        "{days: [mon, xyz], from: 09:00, to: 17:00}",
        "{days: [], from: 09:00, to: 17:00}",
        "{days: [mon], from: noon, to: 17:00}",
    ],
)
def test_hours_that_cannot_be_are_left_out_and_named(record, row: str) -> None:
    made, diagnostics = record(ROW + f"hours:\n- {row}\n")
    assert read_contact(made).hours == ()
    assert {finding.rule for finding in diagnostics.findings} == {"bad-hours"}
    assert {finding.line for finding in diagnostics.findings} == {9}
