"""A number of a contact can be rung as it stands, or an author hears why not and nobody is shown it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.findings import Severity
from content.reading.diagnostics import Diagnostics
from content.reading.record_reader import RecordReader
from content.reading.telephone_fields import read_phone, read_text
from content.reading.yaml_nodes import MappingNode, ScalarNode


def record(**fields: str) -> tuple[RecordReader, Diagnostics]:
    """A record whose fields stand on the second line and below, whatever signs they hold."""
    diagnostics = Diagnostics()
    values = {name: ScalarNode(words, 2 + place) for place, (name, words) in enumerate(fields.items())}
    node = MappingNode({**values}, {name: value.line for name, value in values.items()}, 1)
    return RecordReader(node, "contacts.yml", diagnostics), diagnostics


RIGHT = (
    *("0113 496 0112", "(0113) 496 0112", "+44 (0)113 496 0112", "+44 113 496 0112", "0113-496-0112"),
    *("01134960112", "0800 1111", "0800 555 111", "08000 121 700", "07700 900000", "999", "101", "111"),
    *("116 123", "112", "18001 0113 496 0112", "18001 101", "0113 496 0112 ext 12", "0113 496 0112 x12"),
    *("0113 496 0112, extension 3", "111 option 2", "111, option 2", "999, then 55 when asked"),
    *("0113 496 0112 (press 1, then 2)", "0113 496 0112 est 3", "020 7946 0123", "01204 61234"),
)


@pytest.mark.parametrize("words", RIGHT)
def test_a_number_that_can_be_rung_stays_as_it_is(words: str) -> None:
    made, diagnostics = record(phone=words)
    assert read_phone(made) == words
    assert diagnostics.findings == []


@pytest.mark.parametrize("words", ["0113‑496–0112", "0113\u00a0496\u202f0112"], ids=ascii)
def test_hyphens_and_spaces_of_word_processors_become_plain(words: str) -> None:
    made, diagnostics = record(phone=words)
    assert read_phone(made).translate({ord("-"): " "}) == "0113 496 0112"
    assert diagnostics.findings == []


WRONG = {
    "O113 496 O1l2": "letters",
    "0113 496 O112": "letters",
    "0113 496 0112O": "letters",
    "0113 37O 0336": "letters",
    "О113 496 0112": "letters",  # a letter of another script
    "ring the office": "letters",
    "javascript:alert(1)": "letters",
    "tel:0113 496 0112": "letters",
    "0800 CALL NOW": "letters",
    "0113 496 0112 or 0113 496 0113": "letters",
    "0113 496 011": "10 digits",
    "0113 376 033": "10 digits",
    "0113 496 01120": "12 digits",
    "0113 496 0112/3": "12 digits",
    "0800 111": "7 digits",
    "496 0112": "area code",
    "9999": "area code",
    "0413 222 1111": "begins with 0413",
    "0909 879 0123": "high fee",
    "0871 200 0000": "high fee",
    "070 1234 5678": "high fee",
    "118 118": "directory",
    "+1 900 555 0000": "foreign",
    "00353 1 234 5678": "foreign",
    "+44 0113 496 0112": "0 after +44",
    "٠١١٣ ٤٩٦ ٠١١٢": "digits 0 to 9",
    "0113 496 01１2": "digits 0 to 9",
    "0113 496 0112²": "digits 0 to 9",
    "0113 · 496 · 0112": "digits 0 to 9",
    ".": "digits 0 to 9",
    "0113 496 0112 then 0113 496 0113": "two numbers",
    "0113 496 0112 ext 1O2": '"1O2"',
    "0113 496 0112 ext l2": '"l2"',
    "0113 496 0112, press l": '"l"',
}


@pytest.mark.parametrize(("words", "why"), WRONG.items(), ids=map(ascii, WRONG))
def test_a_wrong_number_is_refused_with_its_line_and_reason(words: str, why: str) -> None:
    made, diagnostics = record(note="Late.", phone=words)
    assert read_phone(made) == ""
    (finding,) = diagnostics.findings
    assert (finding.path, finding.line, finding.severity) == ("contacts.yml", 3, Severity.ERROR)
    assert why in finding.sentence


def test_a_number_with_a_fee_is_kept_and_warned_of() -> None:
    made, diagnostics = record(phone="0845 000 0000")
    assert read_phone(made) == "0845 000 0000"
    assert [(one.line, one.severity) for one in diagnostics.findings] == [(2, Severity.WARNING)]


@pytest.mark.parametrize(
    "words", ["SHOUT to 85258", "85258", "07700 900000", "999", "HELP NOW to 07700 900 000", "TEXT2 to 61016"]
)
def test_a_number_to_text_may_have_its_word(words: str) -> None:
    made, diagnostics = record(text=words)
    assert read_text(made) == words
    assert diagnostics.findings == []


@pytest.mark.parametrize(
    "words", ["SHOUT to 8525B", "SHOUT to 8525", "SHOUT to 852588", "O7700 900000", "07700 90000", "text me"]
)
def test_a_wrong_number_to_text_is_refused(words: str) -> None:
    made, diagnostics = record(text=words)
    assert read_text(made) == ""
    assert [one.line for one in diagnostics.findings] == [2]


@given(
    st.integers(0, 10), st.sampled_from(["0113 496 0112", "020 7946 0123", "07700 900123", "0808 157 0123"])
)
def test_a_number_with_one_digit_lost_is_refused(lost: int, number: str) -> None:
    place = [at for at, character in enumerate(number) if character.isdigit()][lost]
    made, diagnostics = record(phone=number[:place] + number[place + 1 :])
    assert read_phone(made) == ""
    assert diagnostics.findings


@given(st.integers(0, 10), st.sampled_from("OolISBZ?*x٣³"))
def test_a_number_with_one_digit_that_is_none_is_refused(at: int, other: str) -> None:
    number = "0113 496 0112"
    place = [at for at, character in enumerate(number) if character.isdigit()][at]
    made, diagnostics = record(phone=number[:place] + other + number[place + 1 :])
    assert read_phone(made) == ""
    assert diagnostics.findings


@given(st.text(max_size=20))
def test_whatever_is_written_is_a_number_or_a_finding(words: str) -> None:
    made, diagnostics = record(phone=words)
    found = read_phone(made)
    assert bool(found) != bool(diagnostics.findings) or not words.strip()
