"""Blocks on the page: every word, each line with its own marker, and tick lines numbered over all lists."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF

from content.blocks import (
    Block,
    Callout,
    CalloutKind,
    Heading,
    ListBlock,
    NeedsSignature,
    Paragraph,
    Run,
    Runs,
    TickList,
)
from desktop.ui.look.style import Style
from desktop.ui.page.block_writer import INDENT, BlockWriter
from desktop.ui.page.formats import BULLET, TICK
from desktop.ui.page.geometry import lines_of, marker_area
from desktop.ui.page.links import TickTarget


def words(text: str) -> Runs:
    return (Run(text),)


def item(text: str, *more: Block) -> tuple[Block, ...]:
    return (Paragraph(words(text)), *more)


@pytest.fixture
def blocks(writer) -> BlockWriter:
    return BlockWriter(writer, {})


@pytest.fixture
def write(blocks, document):
    """Write blocks to their end; each written line with its marker and how far in it stands."""

    def write_(*written: Block) -> list[tuple[str, str, float]]:
        for _part in blocks.write(written):
            pass
        rows, block = [], document.begin()
        while block.isValid():
            fmt = block.blockFormat()
            marker = "•" * fmt.intProperty(BULLET)
            marker = f"[{fmt.intProperty(TICK)}]" if fmt.hasProperty(TICK) else marker
            rows += [(marker, block.text(), fmt.leftMargin())] if block.text() else []
            block = block.next()
        return rows

    return write_


def test_a_numbered_list_shows_the_numbers_that_the_author_wrote(write) -> None:
    rows = write(ListBlock((item("Ring"), (), item("Write")), ("999.", "101.", "111.")))
    assert [text for _marker, text, _left in rows] == ["999.\tRing", "101.\t", "111.\tWrite"]


@pytest.mark.parametrize("numbers", [("1.", "2."), ("999.", "101."), ("8.", "100000000.")])
def test_the_column_of_numbers_is_as_wide_as_the_widest(write, document, style, numbers) -> None:
    inner = ListBlock((item("Deep"),), ("123456.",))
    write(ListBlock((item("Ring", *item("Below"), inner), item("Wait")), numbers))
    document.setTextWidth(600)
    text, wide = document.toPlainText(), QFontMetricsF(style.font("body")).horizontalAdvance

    def left(words: str) -> float:
        at = text.index(words)
        return lines_of(document, at, at + 1)[0].left()

    assert [left(number) for number in numbers] == [0, 0]
    assert left("Ring") == left("Wait") == left("Below") == left("123456.")
    assert left("Ring") > max(map(wide, numbers))
    assert left("Deep") - left("123456.") > wide("123456.")


def test_numbers_of_words_from_right_to_left_stand_at_the_right_and_on_the_page(write, document) -> None:
    write(ListBlock((item("اتصل بالشرطة الآن " * 9), item("خطر")), ("999.", "101.")))
    document.setTextWidth(600)
    edges = []
    for number in range(2):
        block = document.findBlockByNumber(number)
        document.documentLayout().blockBoundingRect(block)  # has it laid out
        layout = block.layout()
        edges += [
            layout.lineAt(n).naturalTextRect().translated(layout.position()).right()
            for n in range(layout.lineCount())
        ]
    first, *further, last = edges
    assert first == last == pytest.approx(600, abs=1)
    assert further
    assert all(right < 600 - INDENT for right in further)


def test_a_list_in_a_list_stands_further_in_and_what_follows_does_not(write) -> None:
    inner = ListBlock((item("Inside"),))
    assert write(ListBlock((item("Outside", inner, *item("Beside")), item("Again"))), *item("After")) == [
        ("•", "Outside", INDENT),
        ("••", "Inside", 2 * INDENT),
        ("", "Beside", INDENT),
        ("•", "Again", INDENT),
        ("", "After", 0),
    ]


def test_a_list_in_a_list_from_right_to_left_stands_further_in_from_the_right(write, document) -> None:
    arabic = "دع الطفل يتحدث"
    inner = ListBlock((item(arabic, ListBlock((item(arabic),), ("1.",))),))
    write(ListBlock((item(arabic, inner, *item(arabic)), item("Latin"))))
    margins = []
    for number in range(document.blockCount()):
        fmt = document.findBlockByNumber(number).blockFormat()
        margins.append((fmt.leftMargin(), fmt.rightMargin()))
    assert margins == [(0, INDENT), (0, 2 * INDENT), (0, 3 * INDENT), (0, INDENT), (INDENT, 0)]


def test_no_item_is_lost_that_does_not_begin_with_a_paragraph(write) -> None:
    odd = (Heading(3, words("Heading")), *item("Below it"))
    rows = write(ListBlock((odd, (), (ListBlock((item("Deep"),)),), item("Last"))))
    assert [(marker, text) for marker, text, _left in rows] == [
        ("", "Heading"),
        ("", "Below it"),
        ("••", "Deep"),
        ("•", "Last"),
    ]


def test_tick_lines_are_counted_over_all_lists_and_found_where_they_begin(
    write, blocks, writer, document
) -> None:
    rows = write(
        TickList((words("One"), words("Two"))), *item("Between"), TickList((words("Three \U0001f600"),))
    )
    assert [marker for marker, _text, _left in rows] == ["[0]", "[1]", "", "[2]"]
    assert [document.findBlock(at).text() for at in blocks.ticks()] == ["One", "Two", "Three \U0001f600"]
    assert [(one.target, one.words) for one in writer.tab_stops()] == [
        (TickTarget(0), "One"),
        (TickTarget(1), "Two"),
        (TickTarget(2), "Three \U0001f600"),
    ]


def test_each_marker_is_told_where_it_is_drawn(write, blocks, document) -> None:
    write(*item("Plain"), ListBlock((item("Bullet", *item("Its second")),)), TickList((words("Tick"),)))
    assert [document.findBlock(at).text() for at in blocks.list_markers()] == ["Bullet", "Tick"]


@pytest.mark.parametrize(
    ("title", "shown"), [("", "Do not assume"), ("About this family", "About this family")]
)
def test_a_callout_says_what_it_is(write, title: str, shown: str) -> None:
    rows = write(Callout(CalloutKind.DO_NOT_ASSUME, title, item("Ask first.")), *item("After"))
    assert [text for _marker, text, _left in rows] == [shown, "Ask first.", "After"]


@pytest.mark.parametrize("kind", ["bullets", "ticks"])
def test_markers_of_words_from_right_to_left_stand_at_the_right_before_them(
    write, document, style: Style, kind: str
) -> None:
    arabic, latin = "دع الطفل يتحدث", "Let the child speak"
    both = [words(arabic), words(latin)]
    write(ListBlock(tuple((Paragraph(one),) for one in both)) if kind == "bullets" else TickList(tuple(both)))
    document.setTextWidth(600)
    turned, plain = (document.findBlockByNumber(number) for number in range(2))
    for block in (turned, plain):
        document.documentLayout().blockBoundingRect(block)  # has it laid out
    assert marker_area(document, turned.position(), style).right() == pytest.approx(600, abs=1)
    assert marker_area(document, plain.position(), style).left() == 0
    line = turned.layout().lineAt(0)
    end = turned.layout().position().x() + line.x() + line.width()
    assert marker_area(document, turned.position(), style).left() == pytest.approx(end, abs=1)


def test_in_place_of_a_part_that_nobody_signed_stands_whose_signature_it_waits_for(write) -> None:
    held = Paragraph(words("Breathe in"))
    rows = [text for _marker, text, _left in write(NeedsSignature("Doctor for children", (held,)))]
    assert rows[0] == "This part waits for a signature"
    assert "It waits for: Doctor for children." in rows[1]
    assert len(rows) == 2
