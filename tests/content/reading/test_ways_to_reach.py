"""Each way to reach a contact is checked, and a contact that is shown has one."""

from __future__ import annotations

import pytest

from content.reading.ways_to_reach import WaysToReach, read_ways

EMAILS = (
    "duty@example.org",
    "CHSMace@leeds.gov.uk",
    "first.last+desk@sub.example.co.uk",
    "o'neil@example.org",
)
NO_EMAILS = (
    *("duty", "duty@", "@example.org", "duty@example", "mailto:duty@example.org", "duty @example.org"),
    *("a@b@example.org", "duty@example..org", ".duty@example.org", "duty@ехample.org", "ring 999"),
)
SITES = ("https://example.org", "https://www.example.org/a?b=c#d", "https://example.org:8443/")
NO_SITES = (
    *("javascript:alert(1)", "ftp://example.org", "www.example.org", "tel:999", "file:///etc/passwd"),
    *("https://", "https://localhost", "https://leeds.gov.uk@evil.example/", "https://ехample.org/"),
    *("https://example.org/a b", "online", "through: their website"),
)


@pytest.mark.parametrize("address", EMAILS)
def test_an_email_address(record, address: str) -> None:
    made, diagnostics = record(f'how: {{email: "{address}"}}\n')
    assert read_ways(made, needed=True).email == address
    assert diagnostics.findings == []


@pytest.mark.parametrize("address", NO_EMAILS)
def test_what_is_no_email_address_is_named_and_left_out(record, address: str) -> None:
    made, diagnostics = record(f'how:\n  email: "{address}"\n')
    assert read_ways(made, needed=True).email == ""
    assert [(one.line, one.rule) for one in diagnostics.findings] == [(2, "bad-email")]


@pytest.mark.parametrize("address", [*SITES, "through their website"])
def test_a_website_or_words_about_one(record, address: str) -> None:
    made, diagnostics = record(f'how: {{web: "{address}"}}\n')
    assert read_ways(made, needed=True).web == address
    assert diagnostics.findings == []


@pytest.mark.parametrize("address", NO_SITES)
def test_what_leads_to_no_website_is_named_and_left_out(record, address: str) -> None:
    made, diagnostics = record(f'how:\n  web: "{address}"\n')
    assert read_ways(made, needed=True).web == ""
    assert [(one.line, one.rule) for one in diagnostics.findings] == [(2, "bad-link")]


@pytest.mark.parametrize(
    "row",
    [
        "name: Duty\n",
        "name: Duty\nhow: {}\n",
        'name: Duty\nhow: {phone: "", web: ""}\n',
        "name: Duty\nhow:\n",
    ],
)
def test_a_contact_that_nobody_can_reach_is_named(record, row: str) -> None:
    made, diagnostics = record(row)
    assert read_ways(made, needed=True) == WaysToReach("", "", "", "")
    (finding,) = diagnostics.findings
    assert (finding.rule, finding.line) == ("no-way", 2 if "how" in row else 1)


def test_a_contact_that_is_not_shown_yet_may_wait_for_its_number(record) -> None:
    made, diagnostics = record("how: {}\n")
    assert read_ways(made, needed=False) == WaysToReach("", "", "", "")
    assert diagnostics.findings == []


def test_a_wrong_number_is_not_told_twice(record) -> None:
    made, diagnostics = record("how: {phone: ring us}\n")
    assert read_ways(made, needed=True).phone == ""
    assert [one.rule for one in diagnostics.findings] == ["bad-phone"]


def test_a_misspelt_way_is_named(record) -> None:
    made, diagnostics = record('how: {phone: "999", telephone: "999"}\n')
    read_ways(made, needed=True)
    assert [one.rule for one in diagnostics.findings] == ["unknown-field"]
