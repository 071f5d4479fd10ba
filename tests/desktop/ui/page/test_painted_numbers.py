"""A number is painted from left to right and on one line, whatever words stand around it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextDocument

from content.blocks import Block, ContactTarget, ListBlock, PageTarget, Paragraph, Run, Table, TickList
from content.model import Contact, Library
from content.text import shown_number
from desktop.ui.look.style import Style
from desktop.ui.page.block_writer import BlockWriter
from desktop.ui.page.contacts import write_contact
from desktop.ui.page.document import PageContext, build_page
from desktop.ui.page.matches import MatchFinder
from desktop.ui.page.surface import PageSurface
from desktop.ui.page.writer import PageWriter
from desktop.ui.widgets.marked_text import MarkedText
from tests.desktop.ui.page.painted_order import laid_lines, painted_lines

NUMBERS = (
    "0113 496 0112",
    "+44 (0)113 496 0112",
    "(0113) 496-0112",
    "0113-496-0112",
    "111 option 2",
    "116 123",
)
AROUND = {
    "English": ("Ring ", " now."),
    "Arabic": ("اتصل على ", " الآن، من فضلك."),
    "Hebrew": ("חייגו ", " עכשיו (בבקשה)."),
    "Urdu": ("ابھی ", " پر کال کریں"),
    "Arabic between Latin": ("NHS: اتصل ", " NHS."),
    "a number before": ("في 2026، رقم ", "، 24 ساعة"),
}


def mention(number: str) -> Run:
    """The run that a reader of packs makes of {contact:duty}."""
    return Run(shown_number(Contact("duty", "Duty", "All", phone=number)), True, ContactTarget("duty"))


@pytest.fixture
def page(writer: PageWriter, document: QTextDocument):
    """A document with these blocks."""

    def written(*blocks: Block) -> QTextDocument:
        for _part in BlockWriter(writer, {}).write(blocks):
            pass
        return document

    return written


@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND)
@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_keeps_its_order_among_words_of_any_script(
    page, number: str, around: tuple[str, str]
) -> None:
    before, after = around
    runs = (Run(before), mention(number), Run(after))
    lines = painted_lines(page(Paragraph(runs), ListBlock(((Paragraph(runs),),), False), TickList((runs,))))
    assert len(lines) == 3
    assert [number in line for line in lines] == [True] * 3


@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND)
@pytest.mark.parametrize("width", [190, 215, 240])
@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_is_never_broken_over_lines(
    page, number: str, around: tuple[str, str], width: float
) -> None:
    before, after = (words * 4 for words in around)
    lines = painted_lines(page(Paragraph((Run(before), mention(number), Run(after)))), width)
    assert len(lines) > 1
    assert [line.strip() for line in lines if number in line]


@pytest.mark.parametrize("words", ["111 option 2", "111, press 2", "116 123 ext 4"])
def test_what_is_pressed_after_a_short_number_stays_with_it_in_plain_words(page, words: str) -> None:
    lines = painted_lines(
        page(Paragraph((Run(f"اتصل على {words} الآن"),)), Paragraph((Run(f"Ring {words}."),)))
    )
    assert [words in line for line in lines] == [True, True]
    narrow = painted_lines(
        page(Paragraph((Run(f"If you are not sure what you may do now, ring {words}."),))), 200
    )
    assert any(words in line for line in narrow)


def test_a_card_of_another_script_keeps_its_numbers(writer: PageWriter, document: QTextDocument) -> None:
    night = Contact("night", "فريق الليل", "الجميع", phone="+44 (0)113 496 0456")
    duty = Contact(
        "duty",
        "فريق المناوبة",
        "الجميع",
        phone="+44 (0)113 496 0123",
        text="كلمة to 85258",
        out_of_hours="night",
    )
    write_contact(writer, duty, {"night": night})
    lines = painted_lines(document)
    assert "+44 (0)113 496 0123" in lines
    assert [line for line in lines if "+44 (0)113 496 0456" in line]


@pytest.mark.parametrize("width", [500, 620, 760])
@pytest.mark.parametrize("columns", [2, 3, 4, 6])
@pytest.mark.parametrize("number", NUMBERS)
def test_a_narrow_cell_has_room_for_its_number(page, number: str, columns: int, width: float) -> None:
    head = tuple((Run(f"Column {place}"),) for place in range(columns))
    row = tuple((Run("Somebody who answers any question about it"),) for _ in head[1:])
    lines = painted_lines(page(Table(head, (((mention(number), Run(".")), *row),))), width)
    assert any(number in line for line in lines)


def test_a_table_of_many_numbers_becomes_rows(page) -> None:
    head = tuple((Run(f"Team {place}"),) for place in range(6))
    numbers = [f"+44 (0)113 496 011{place}" for place in range(6)]
    lines = painted_lines(page(Table(head, (tuple((mention(number),) for number in numbers),))), 500)
    assert [any(number in line for line in lines) for number in numbers] == [True] * 6


def test_a_number_is_spoken_without_our_signs(writer: PageWriter) -> None:
    duty = Contact("duty", "فريق", "الجميع", text="+44 (0)113 496 0123")
    for _part in BlockWriter(writer, {}).write(
        (Paragraph((Run("اتصل 111 option 2", target=PageTarget("x")),)),),
    ):
        pass
    write_contact(writer, duty, {})
    words = [stop.words.replace("\u00a0", " ") for stop in writer.tab_stops()]
    assert words == ["اتصل 111 option 2", "Text +44 (0)113 496 0123"]


def test_what_is_copied_from_the_page_holds_no_sign_of_ours(qtbot, page) -> None:
    view = PageSurface()
    qtbot.addWidget(view)
    document = page(Paragraph((Run("اتصل على "), mention("+44 (0)113 496 0112"), Run(" الآن"))))
    assert "\u2066" in document.toPlainText()
    view.setDocument(document)
    view.selectAll()
    assert view.createMimeDataFromSelection().text() == "اتصل على +44 (0)113 496 0112 الآن"


def test_a_number_beside_words_that_turn_is_found_with_them(page) -> None:
    document = page(Paragraph((Run("اتصل على "), mention("+44 (0)113 496 0112"), Run(" الآن"))))
    finder = MatchFinder(["على +44 (0)113", "0112 الآن"])
    assert finder.scan(document)
    assert len(finder.matches) == 2


def test_a_hit_paints_its_number_in_order(style: Style) -> None:
    text = "اتصل على +44\u00a0(0)113\u00a0496\u00a00112 الآن"
    marks = [(0, 4), (text.index("0112"), text.index("0112") + 4)]
    layout = MarkedText(style.font("ui"), style, 600, 2).lay_out(text, marks)
    (line,) = laid_lines(layout, layout.text())
    assert "+44 (0)113 496 0112" in line
    marked = [layout.text()[one.start : one.start + one.length] for one in layout.formats()]
    assert marked == ["اتصل", "0112"]


def test_a_card_on_paper_keeps_its_numbers(small: Library, style: Style) -> None:
    duty = replace(
        small.contacts["duty"], name="فريق المناوبة", phone="+44 (0)113 496 0123", out_of_hours="duty"
    )
    library = replace(small, contacts={**small.contacts, "duty": duty})
    context = PageContext(library, small.pages["who-to-call"], "", "", small.info.edition)
    lines = painted_lines(build_page(context, replace(style, scale=0.85)).document, 640)
    assert len([line for line in lines if "+44 (0)113 496 0123" in line]) == 2
