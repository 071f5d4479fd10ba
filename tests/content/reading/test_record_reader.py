"""Text becomes a type at one door: what cannot be the type is named with its line, and never guessed."""

from __future__ import annotations

from datetime import date

import pytest

RULES = {
    "day": ("2026-02-30", "bad-date"),
    "number": ("-1", "bad-number"),
    "flag": ("perhaps", "bad-flag"),
    "address": ("example.org", "bad-link"),
}


@pytest.mark.parametrize(
    ("method", "words", "value"),
    [
        ("day", "2026-11-23", date(2026, 11, 23)),
        ("day", "", None),
        ("number", "12", 12),
        ("number", "", 0),
        ("number", "0", 0),
        ("flag", "Yes", True),
        ("flag", "no", False),
        ("flag", "", False),
        ("address", "HTTPS://example.org/a", "HTTPS://example.org/a"),
        ("texts", "one", ("one",)),
        ("texts", "[one, ' two ', '']", ("one", "two")),
    ],
)
def test_text_becomes_its_type(record, method: str, words: str, value: object) -> None:
    made, diagnostics = record(f"a: x\nfield: {words}\n")
    assert getattr(made, method)("field") == value
    assert diagnostics.findings == []


@pytest.mark.parametrize("method", RULES)
def test_what_cannot_be_the_type_is_named_and_empty(record, method: str) -> None:
    words, rule = RULES[method]
    made, diagnostics = record(f"a: x\nfield: {words}\n")
    assert not getattr(made, method)("field")
    assert [(one.rule, one.line) for one in diagnostics.findings] == [(rule, 2)]


@pytest.mark.parametrize("words", ["file:///etc/passwd", "javascript:alert(1)", "javascript: alert(1)"])
def test_no_words_pass_for_an_address_that_the_program_cannot_show(record, words: str) -> None:
    made, diagnostics = record(f'field: "{words}"\n')
    assert made.address("field", in_words=True) == ""
    assert [one.rule for one in diagnostics.findings] == ["bad-link"]


@pytest.mark.parametrize(
    "words",
    ["**Ring** now", "~~Wait~~", "see [[help]]", "[it](x)", "{contact:a}", "a <br> b"],
)
def test_a_field_of_plain_words_shows_no_marks(record, words: str) -> None:
    made, diagnostics = record(f"a: x\nfield: '{words}'\n")
    assert made.text("field") == words
    assert [(one.rule, one.line) for one in diagnostics.findings] == [("mark", 2)]


@pytest.mark.parametrize("words", ["5 * 3", "A&E", "<5", "a_b_c", "https://x.org/~~a", "[name]"])
def test_signs_that_are_no_marks_may_stand_in_a_field(record, words: str) -> None:
    made, diagnostics = record(f"field: '{words}'\n")
    assert (made.text("field"), diagnostics.findings) == (words, [])


def test_an_address_for_people_to_open_warns_where_others_can_read_along(record) -> None:
    for in_words, rules in ((True, ["open-link"]), (False, [])):
        made, diagnostics = record("field: http://example.org\n")
        assert made.address("field", in_words=in_words) == "http://example.org"
        assert [one.rule for one in diagnostics.findings] == rules


def test_a_hint_may_stand_for_an_address(record) -> None:
    made, diagnostics = record("field: through their website\n")
    assert made.address("field", in_words=True) == "through their website"
    assert diagnostics.findings == []


@pytest.mark.parametrize(
    ("method", "text"), [("text", "[a]"), ("texts", "[[a]]"), ("child", "words"), ("day", "{a: b}")]
)
def test_another_shape_is_named(record, method: str, text: str) -> None:
    made, diagnostics = record(f"field: {text}\n")
    getattr(made, method)("field")
    assert {one.rule for one in diagnostics.findings} == {"bad-shape"}


@pytest.mark.parametrize("own", ["Bad Id", "a--b", "../up", "-a", "ä", "A"])
def test_an_id_that_cannot_be_a_file_name_everywhere_is_none(record, own: str) -> None:
    made, diagnostics = record(f"id: {own}\n")
    assert made.identity() == ""
    assert [one.rule for one in diagnostics.findings] == ["bad-id"]


def test_ids_are_written_down_with_their_lines(record) -> None:
    made, diagnostics = record("pages:\n- a\n- b\n- a\n")
    assert made.several("pages", "page") == ("a", "b")
    assert [(one.kind, one.id, one.line) for one in diagnostics.references] == [
        ("page", "a", 2),
        ("page", "b", 3),
        ("page", "a", 4),
    ]


def test_fields_that_nobody_asked_for_are_named_at_the_end(record) -> None:
    made, diagnostics = record("asked: x\nmisspelt: y\n")
    made.text("asked")
    made.finish()
    assert [(one.rule, one.line) for one in diagnostics.findings] == [("unknown-field", 2)]
    assert diagnostics.field_lines == {("x.yml", "", "asked"): 1, ("x.yml", "", "misspelt"): 2}
