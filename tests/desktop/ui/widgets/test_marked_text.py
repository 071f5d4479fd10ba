"""The height that the widths of characters tell is the height that the lines take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from content.model import Library
from content.text import section_text
from desktop.ui.look.style import Style
from desktop.ui.widgets.marked_text import MarkedText

LINES = 2


def texts(library: Library) -> Iterator[str]:
    """Beginnings of all lengths of what stands on the pages, ten characters apart."""
    for page in library.pages.values():
        for section in page.sections:
            text = " ".join(section_text(section, library.contacts).split())
            yield from (text[:length].strip() for length in range(1, min(len(text), 300), 10))


def marks_in(text: str) -> tuple[tuple[int, int], ...]:
    """Every third word, which is far more than a search marks."""
    words, at, marks = text.split(" "), 0, []
    for place, word in enumerate(words):
        if place % 3 == 0 and word:
            marks.append((at, at + len(word)))
        at += len(word) + 1
    return tuple(marks)


@pytest.mark.parametrize("weight", [400, 700])
@pytest.mark.parametrize(("scale", "width"), [(1.0, 820), (1.3, 500), (2.0, 300)])
def test_what_is_told_is_what_is_laid_out(
    style: Style, small: Library, scale: float, width: int, weight: int
) -> None:
    style = replace(style, scale=scale)
    kind = MarkedText(style.font("ui", weight), style, width, LINES)
    told = 0
    for text in texts(small):
        for marks in ((), marks_in(text)):
            height = kind.told_height(text, marks)
            told += height is not None
            assert height in (None, kind.height(kind.lay_out(text, marks))), text
    assert told > 200


@pytest.mark.parametrize(
    "text",
    ["", "Ring\n999", "A\u2028B", "Smile \U0001f600", "न", "soft\u00adhyphen", "a" + " " * 900 + "b"],
)
def test_what_widths_cannot_tell_is_left_open(style: Style, text: str) -> None:
    kind = MarkedText(style.font("ui"), style, 600, LINES)
    assert kind.told_height(text, ()) is None


def test_bold_marks_can_make_a_line_more(style: Style) -> None:
    text = "till it fills"  # a sixth wider in bold
    layout = MarkedText(style.font("ui"), style, 9000, LINES).lay_out(text, ())
    kind = MarkedText(style.font("ui"), style, layout.lineAt(0).naturalTextWidth() * 1.09, LINES)
    one, marked = kind.told_height(text, ()), ((0, len(text)),)
    assert one == kind.height(kind.lay_out(text, ()))
    two = kind.height(kind.lay_out(text, marked))
    assert one is not None
    assert two > one
    assert kind.told_height(text, marked) in (None, two)


def test_marks_count_characters_of_every_plane(style: Style) -> None:
    kind = MarkedText(style.font("ui"), style, 600, LINES)
    (mark,) = kind.lay_out("\U0001f600 bruise", ((2, 8),)).formats()
    assert (mark.start, mark.length) == (3, 6)
