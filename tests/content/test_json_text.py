"""JSON of a library holds whole numbers within bounds, and every value is asked what it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from content.json_text import MOST_COUNT, count_in, flag_in, json_bytes, list_in, read_json, text_in, texts_in


def test_what_is_written_is_read() -> None:
    value = {"a": [1, "ä", None, True, ["b", -3]]}
    assert json_bytes(value) == '{"a":[1,"ä",null,true,["b",-3]]}'.encode()
    assert read_json(json_bytes(value)) == value


@pytest.mark.parametrize(
    "data",
    [b"", b"1e999", b"[1.5]", b"NaN", b"-Infinity", b"[" * 9000, b"\xff", b"[1", b"9" * 5000],
)
def test_anything_else_is_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_json(data)


@pytest.mark.parametrize(
    ("take", "good", "bad"),
    [
        (text_in, "a", [1, None, [], True]),
        (texts_in, ["a", "b"], ["ab", [1], None]),
        (list_in, [1], ["ab", {}, (1,), None]),
        (flag_in, False, [0, 1, None, "x"]),
        (count_in, MOST_COUNT, [True, None, "1", 1.0, -1, MOST_COUNT + 1]),
    ],
)
def test_a_value_is_what_it_must_be(
    take: Callable[[object], object], good: object, bad: list[object]
) -> None:
    assert take(good) == (tuple(good) if take is texts_in else good)  # type: ignore[arg-type]  # a list there
    for value in bad:
        with pytest.raises((TypeError, ValueError)):
            take(value)
