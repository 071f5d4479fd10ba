"""Pages and heads are short as JSON, and refused when one field is not what it must be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from content.blocks import ContactTarget, Heading, ListBlock, PageTarget, Paragraph, Run, WebTarget
from content.json_text import json_bytes, read_json
from content.model import Library, Page, PageHead
from content.page_codec import decoded_head, decoded_page, encoded_head, encoded_page

HEAD = PageHead("a", "A", "signs", (), (), (), (), date(2026, 11, 1), date(2027, 11, 1), "owner")


def page(*runs: Run) -> Page:
    return Page(HEAD, (Paragraph(runs),), (), ())


def test_plain_text_is_written_as_it_stands() -> None:
    assert json_bytes(encoded_page(page(Run("Ring.")))) == b'[[["Ring."]],[],[]]'


@pytest.mark.parametrize("strong", [False, True])
@pytest.mark.parametrize(
    "target",
    [None, PageTarget("p"), PageTarget("p", "s"), ContactTarget("c"), WebTarget("https://w")],
)
def test_every_style_of_a_run_comes_back(strong: bool, target: PageTarget | None) -> None:
    made = page(Run("a"), Run("b", strong, target), Run(""))
    assert decoded_page(HEAD, read_json(json_bytes(encoded_page(made)))) == made


def test_what_people_say_comes_back() -> None:
    made = replace(page(), spoken=("nobody has seen him", "is it ok to ring"))
    assert decoded_page(HEAD, read_json(json_bytes(encoded_page(made)))) == made


def test_every_page_and_head_of_a_pack_comes_back(small: Library) -> None:
    for one in small.pages.values():
        assert decoded_page(one.head, read_json(json_bytes(encoded_page(one)))) == one
        assert decoded_head(read_json(json_bytes(encoded_head(one.head)))) == one.head


def test_fields_as_they_would_be_anyway_are_left_out() -> None:
    assert len(encoded_head(HEAD)) == 10
    assert len(encoded_head(replace(HEAD, minutes=2))) == 17


@pytest.mark.parametrize(
    "found",
    [
        None,
        [],
        [[], []],
        [["text"], [], []],
        [[[None]], [], []],
        [[[["a"]]], [], []],
        [[[["a", 0, "p"]]], [], []],
        [[[["a", 2]]], [], []],
        [[[["a", 2, "p", "s", "t"]]], [], []],
        [[[["a", 99, "p"]]], [], []],
        [[[["a", True]]], [], []],
        [[[9]], [], []],
        [[[-1]], [], []],
        [[[0, [], False]], [], []],
        [[[0, [], 0, 1]], [], []],
        [[[0, [], True, -1]], [], []],
        [[[0, [], True, 10**12]], [], []],
        [[[2, "alarm", "", []]], [], []],
        [[[3, 7, []]], [], []],
        [[[4]], [], []],
        [[[4, [["a"]], [["b"], ["c"]]]], [], []],
        [[[5, "abc"]], [], []],
        [[], [], [["anchor", "title"]]],
        [[], [], [[1, "title", []]]],
        [[], [], [], [1]],
        [[], [], [], "abc"],
        [[], [], [], [], []],
    ],
)
def test_a_page_of_another_shape_is_refused(found: object) -> None:
    with pytest.raises((TypeError, ValueError, KeyError, IndexError)):
        decoded_page(HEAD, found)


@pytest.mark.parametrize(
    ("at", "value"), [(0, 5), (3, "themes"), (3, [1]), (7, "someday"), (7, 5), (10, None), (14, 1), (16, -1)]
)
def test_a_head_with_a_field_of_another_kind_is_refused(at: int, value: object) -> None:
    fields = encoded_head(replace(HEAD, pack="other"))
    decoded_head(read_json(json_bytes(fields)))
    fields[at] = value
    with pytest.raises((TypeError, ValueError)):
        decoded_head(read_json(json_bytes(fields)))


def test_a_head_with_too_few_or_too_many_fields_is_refused() -> None:
    for fields in (encoded_head(HEAD)[:-1], [*encoded_head(replace(HEAD, pack="other")), ""]):
        with pytest.raises((TypeError, ValueError)):
            decoded_head(fields)


def test_lists_within_lists_come_back() -> None:
    inner = ListBlock(((Heading(3, (Run("a"),)),),), numbers=("4.",))
    made = replace(page(), at_a_glance=(ListBlock(((inner,), ())),))
    assert decoded_page(HEAD, read_json(json_bytes(encoded_page(made)))) == made


@pytest.mark.parametrize(("columns", "rows"), [(13, 1), (1, 201)])
def test_a_larger_table_than_any_page_may_hold_is_refused(columns: int, rows: int) -> None:
    assert decoded_page(HEAD, [[[4, *[[["a"]] * 12] * 201]], [], []]).at_a_glance
    with pytest.raises(ValueError, match="larger table"):
        decoded_page(HEAD, [[[4, *[[["a"]] * columns] * (1 + rows)]], [], []])


@pytest.mark.parametrize("numbers", [["999."], ["1.", "2.", "3."], ["1.", 2], ["1.", "1" * 10 + "."]])
def test_numbers_that_are_not_those_of_the_lines_are_refused(numbers: list[object]) -> None:
    row = [0, [[["a"]], [["b"]]]]
    assert decoded_page(HEAD, [[[*row, "9.", "1."]], [], []]).at_a_glance
    with pytest.raises((ValueError, TypeError)):
        decoded_page(HEAD, [[[*row, *numbers]], [], []])
