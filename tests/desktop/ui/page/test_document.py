"""A page as a text document: the same words in the same order as the author wrote them, on any Qt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextDocument

from content.blocks import (
    MOST_COLUMNS,
    MOST_ROWS,
    Callout,
    CalloutKind,
    ContactCards,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Table,
    TickList,
    WebTarget,
)
from content.model import Library, Page, Section
from content.reading.parser import LONGEST
from desktop.ui.look.style import Style
from desktop.ui.page.block_writer import BlockWriter
from desktop.ui.page.document import IncrementalRenderer, PageContext, build_page
from desktop.ui.page.formats import BOX, BULLET, TICK, PageFormats
from desktop.ui.page.renderer import PART
from desktop.ui.page.writer import PageWriter

GOLDEN = Path(__file__).resolve().parents[3] / "golden"
TODAY = date(2026, 11, 23)


def written(library: Library, page: Page, style: Style, today: date = TODAY) -> QTextDocument:
    order = list(library.heads)
    at = order.index(page.head.id) if page.head.id in order else 0
    before, after = order[at - 1] if at else "", order[at + 1] if at + 1 < len(order) else ""
    return build_page(PageContext(library, page, before, after, today), style).document


def marker(block: QTextBlock) -> str:
    """What is painted left of a block's words."""
    made = block.blockFormat()
    if made.hasProperty(TICK):
        return f"[{made.intProperty(TICK)}]"
    return "•" * made.intProperty(BULLET)


def dump(document: QTextDocument) -> str:
    """Each block with its box, list marker and links: what a reader gets, the same on every platform."""
    rows = []
    block = document.begin()
    while block.isValid():
        frame = document.frameAt(block.position())
        kind = frame.frameFormat().property(BOX) or "-"
        parts = []
        for fragment in block:
            look = fragment.fragment().charFormat()
            text = fragment.fragment().text().replace("\u00a0", "~")
            text = f"*{text}*" if look.fontWeight() >= 700 else text
            parts.append(f"<{look.anchorHref()}|{text}>" if look.isAnchor() else text)
        if parts:
            rows.append(f"{kind:14} {marker(block):3} {''.join(parts)}".rstrip())
        block = block.next()
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize("page", ["baby-bruise", "who-to-call", "safe-sleep", "young-carers"])
def test_a_page_reads_as_it_was_written(small: Library, style: Style, page: str, request) -> None:
    found = dump(written(small, small.pages[page], style))
    golden = GOLDEN / f"page-{page}.txt"
    if request.config.getoption("--write-golden"):
        golden.write_text(found, "utf-8")
    assert found == golden.read_text("utf-8")


def test_every_page_of_the_pack_can_be_written_in_every_look(small: Library, style: Style) -> None:
    for page in small.heads:
        assert small.heads[page].title in written(small, small.pages[page], style).toPlainText()


def test_a_draft_says_so_on_every_page(small: Library, style: Style) -> None:
    for page in small.heads:
        text = written(small, small.pages[page], style).toPlainText()
        assert ("Draft: nobody has signed" in text) == (small.info.status.value == "draft")


def test_an_overdue_page_says_so_at_the_top(small: Library, style: Style) -> None:
    page = small.pages["baby-bruise"]
    assert "past its review date" not in written(small, page, style).toPlainText()
    late = written(small, page, style, date(2095, 1, 1)).toPlainText()
    assert late.index("past its review date") < late.index("At a glance")


def test_a_clock_set_back_does_not_hide_an_overdue_page(small: Library, style: Style) -> None:
    page = small.pages["baby-bruise"]
    head = replace(page.head, review_by=small.info.edition.replace(year=2000))
    late = Page(head, page.at_a_glance, page.act_now, page.sections)
    assert "past its review date" in written(small, late, style, date(1999, 1, 1)).toPlainText()


HOSTILE = "<script>alert(1)</script> <b>x</b> &amp; \u202etxt \U0001f600 {contact:x} [[y]]"


def test_hostile_text_is_shown_to_the_letter(small: Library, style: Style) -> None:
    head = small.pages["baby-bruise"].head
    blocks = (Paragraph((Run(HOSTILE), Run("here", target=WebTarget("https://example.org/?a=<b>")))),)
    page = Page(head, (), (), (Section("", "", blocks), Section("s", HOSTILE, ())))
    document = written(small, page, style)
    assert document.toPlainText().count(HOSTILE) == 2
    assert [frame.frameFormat().property(BOX) for frame in document.rootFrame().childFrames()] == ["pager"]


@pytest.mark.parametrize("kind", CalloutKind)
def test_a_callout_is_words_and_box(small: Library, style: Style, kind: CalloutKind) -> None:
    head = small.pages["baby-bruise"].head
    page = Page(head, (), (), (Section("", "", (Callout(kind, "", (Paragraph((Run("inside"),)),)),)),))
    document = written(small, page, style)
    kinds = [frame.frameFormat().property(BOX) for frame in document.rootFrame().childFrames()]
    assert kind.value in kinds


@pytest.mark.parametrize("letters", [1, 50, PART])
def test_a_page_in_parts_is_the_page_in_one(small, style, letters: int) -> None:
    for page in small.pages.values():
        context = PageContext(small, page, "danger-now", "", small.info.edition)
        parts, expected = IncrementalRenderer(context, style), build_page(context, style)
        while not parts.complete:
            parts.write(letters)
        rendered = parts.rendered()
        assert rendered.document.toHtml() == expected.document.toHtml()
        for name in ("sections", "ticks", "list_markers", "tab_stops"):
            assert getattr(rendered, name) == getattr(expected, name)


def test_a_part_ends_when_its_time_is_up(small, style, long_page) -> None:
    context = PageContext(small, long_page, "", "", small.info.edition)
    parts, expected = IncrementalRenderer(context, style), build_page(context, style)
    parts.write(PART, seconds=0)
    assert 0 < parts.rendered().document.characterCount() < 200
    while not parts.complete:
        parts.write(PART, seconds=0.001)
    assert parts.rendered().document.toHtml() == expected.document.toHtml()


def test_one_list_or_box_of_many_screens_comes_in_parts(qtbot, small, style) -> None:
    page = small.pages["baby-bruise"]
    items = tuple((Paragraph((Run(f"Item {number} of a very long list. " * 3),)),) for number in range(900))
    long_list = ListBlock(items, tuple(f"{number}." for number in range(1, 901)))
    for page_of_one in (
        replace(page, sections=(Section("Long", "long", (long_list,)),)),
        replace(page, act_now=(long_list,)),
    ):
        growing = IncrementalRenderer(PageContext(small, page_of_one, "", "", small.info.edition), style)
        lengths = [0]
        while not growing.complete:
            growing.write(PART)
            lengths.append(growing.rendered().document.characterCount())
        steps = [after - before for before, after in pairwise(lengths)]
        assert len(steps) > 5
        assert max(steps) < PART + 1000


WORDS = (Run("word " * (LONGEST // 5)),)
WORST = {
    "paragraphs": (Paragraph(WORDS),) * 9,
    "styles": (Paragraph((Run("a"), Run("b", strong=True)) * (LONGEST // 2)),) * 3,
    "lines": (ListBlock(((Paragraph(WORDS),),) * 9),),
    "short lines": (ListBlock(((Paragraph((Run("a"),)),),) * 900),),
    "lists in lists": (ListBlock(((ListBlock(((Paragraph(WORDS),),) * 9),),) * 3),),
    "ticks": (TickList((WORDS,) * 9),),
    "short ticks": (TickList(((Run("a"),),) * 900),),
    "headings": (Heading(3, (Run("a"),)), Paragraph((Run("b"),))) * 400,
    "cards": (ContactCards(("duty",) * 300),),
    "boxes": (Callout(CalloutKind.WARNING, "", (Paragraph(WORDS),) * 9),) * 3,
    "table": (Table(((Run("a"),),) * MOST_COLUMNS, (((Run("b " * 40),),) * MOST_COLUMNS,) * MOST_ROWS),),
}


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("worst", WORST)
def test_no_step_of_a_page_that_passes_the_check_holds_more_than_a_key_can_wait_for(
    small: Library, style: Style, worst: str, narrow: bool
) -> None:
    """The longest paragraph, or 100 blocks of the document, are a few milliseconds on a slow computer."""
    page = replace(small.pages["baby-bruise"], sections=(Section("", "", WORST[worst]),))
    context = PageContext(small, page, "", "", small.info.edition)
    growing = IncrementalRenderer(context, style, narrow)
    document = growing.rendered().document
    letters, blocks = [document.characterCount()], [document.blockCount()]
    while not growing.complete:
        growing.write(1)
        letters.append(document.characterCount())
        blocks.append(document.blockCount())
    assert max(after - before for before, after in pairwise(letters)) <= LONGEST + 500
    assert max(after - before for before, after in pairwise(blocks)) <= 100


def test_a_document_does_not_wait_for_the_end_of_a_broken_part(small, style, long_page) -> None:
    sections = list(long_page.sections)
    sections[3] = replace(sections[3], blocks=(ContactCards(("nobody",)),))
    context = PageContext(small, replace(long_page, sections=tuple(sections)), "", "", small.info.edition)
    page = IncrementalRenderer(context, style)
    told: list[bool] = []
    page.rendered().document.contentsChanged.connect(lambda: told.append(True))
    with pytest.raises(KeyError):
        page.write()
    assert told


def test_writing_a_page_changes_no_format_that_is_used_again(small, style) -> None:
    document = QTextDocument()
    writer = PageWriter(document, style)
    roles = ("body", "ui", "small", "h2")

    def made(formats: PageFormats) -> list[tuple[QTextCharFormat, QTextBlockFormat]]:
        return [(formats.text(role), formats.block(role)) for role in roles]

    first = writer.formats.text()
    blocks = BlockWriter(writer, small.contacts)
    for page in small.pages.values():
        for section in page.sections:
            for _part in blocks.write(section.blocks):
                pass
    assert writer.formats.text() is first
    assert made(writer.formats) == made(PageFormats(replace(style)))
