"""Numbers of a whole pack, from the files to what a reader gets: right, or refused with file and line."""

from __future__ import annotations

import pytest

from content.findings import Severity
from content.reading.read import read_pack
from content.text import ways_to_reach

PHONE = 'phone: "0113 496 0000"'
PAGE = "pages/outside-risk.md"


@pytest.mark.parametrize(
    ("phone", "rule"),
    [
        ("O113 496 O1l2", "bad-phone"),
        ("0113 37O 0336", "bad-phone"),
        ("0113 496 011", "bad-phone"),
        ("+1 900 555 0000", "bad-phone"),
        ("javascript:alert(1)", "bad-phone"),
        ("ring the office", "bad-phone"),
        ("0909 879 0000", "bad-phone"),
        ("\u202b0113 496 0112\u202c", "encoding"),
        ("\u2067+44 (0)113 496 0112\u2069", "encoding"),
        ("\u202a0113 496 0112\u202c", "encoding"),
        ("0113\u200b496\u200b0112", "encoding"),
        ("\\u2067+44 (0)113 496 0112\\u2069", "yaml"),
    ],
    ids=ascii,
)
def test_a_wrong_number_is_named_and_shown_nowhere(pack, phone: str, rule: str) -> None:
    pack.edit("contacts.yml", PHONE, f'phone: "{phone}"')
    found = [(one.path, one.line) for one in pack.check() if one.rule == rule]
    assert found == [("contacts.yml", pack.line_of("contacts.yml", "phone:"))]
    reading = read_pack(pack.folder)
    assert not reading.sound
    assert reading.library is not None
    contacts = reading.library.contacts
    assert not [
        one
        for one in contacts.values()
        if "duty" in one.id and any(map(str.isdigit, "".join(ways_to_reach(one))))
    ]


@pytest.mark.parametrize(
    "phone", ["+44 (0)113 496 0112", "0800 1111", "116 123", "111, option 2", "01134960112"]
)
def test_a_right_number_gives_no_finding(pack, phone: str) -> None:
    pack.edit("contacts.yml", PHONE, f'phone: "{phone}"')
    assert pack.check() == ()


def test_a_contact_that_nobody_can_reach_is_an_error_with_its_line(pack) -> None:
    pack.edit("contacts.yml", 'how: {phone: "0113 496 0999"}', "how: {phone: '', web: ''}")
    (finding,) = [one for one in pack.check() if one.rule == "no-way"]
    assert (finding.path, finding.severity) == ("contacts.yml", Severity.ERROR)
    assert finding.line == pack.line_of("contacts.yml", "phone: ''")


@pytest.mark.parametrize(
    "words",
    [
        "Ring 0113\u2011496\u20110112 first.",
        "Or 0113 - 496 - 0112.",
        "Or 0113 &middot; 496 &middot; 0112.",
        "Or 0113&mdash;496&mdash;0112, or **0113** *496* `0112`.",
        "Or O113 496 O112.",
        "Or 0909, then 879,\n  then 0000.",
    ],
    ids=ascii,
)
def test_a_number_in_words_is_named_with_its_line(pack, words: str) -> None:
    pack.edit(PAGE, "Are you hurt?", words)
    found = {(one.path, one.line) for one in pack.check() if one.rule == "phone-number"}
    assert found == {(PAGE, pack.line_of(PAGE, words))}
