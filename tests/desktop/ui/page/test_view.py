"""The reading surface: links, ticks, marks, finding and scrolling."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSizeF, Qt, QUrl
from PySide6.QtGui import QMouseEvent, QPdfWriter, QTextBlock, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from desktop.ui.look.look import palette
from desktop.ui.look.look_files import look_names, read_look
from desktop.ui.look.style import Style
from desktop.ui.page.boxes import BOXES
from desktop.ui.page.document import PageContext
from desktop.ui.page.formats import TICK
from desktop.ui.page.geometry import marker_area
from desktop.ui.page.view import PageView
from tests.desktop.ui.page.long_pages import hurried


def anchors(view: PageView) -> list[str]:
    found: list[str] = []
    block = view.document().begin()
    while block.isValid():
        here: list[str] = []
        for fragment in block:
            look = fragment.fragment().charFormat()
            if look.isAnchor() and look.anchorHref() not in here[-1:]:
                here.append(look.anchorHref())
        found += here
        block = block.next()
    return found


def blocks(view: PageView) -> list[QTextBlock]:
    found, block = [], view.document().begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def link_words(view: PageView) -> list[str]:
    """The words behind each address, in reading order."""
    found = []
    for block in blocks(view):
        parts = [(one.fragment().charFormat().anchorHref(), one.fragment().text()) for one in block]
        for address, run in groupby(parts, key=itemgetter(0)):
            words = "".join(text for _address, text in run)
            found += [" ".join(words.split())] if address else []
    return found


def test_a_link_reports_its_page(qtbot, show_page) -> None:
    view = show_page("baby-bruise", next_="safe-sleep")
    with qtbot.waitSignal(view.page_wanted) as wanted:
        view.anchorClicked.emit(QUrl("page:safe-sleep#every-sleep"))
    assert wanted.args == ["safe-sleep", "every-sleep"]


def test_a_web_address_is_offered_never_opened(qtbot, show_page) -> None:
    view = show_page("baby-bruise")
    with qtbot.waitSignal(view.address_wanted) as wanted:
        view.anchorClicked.emit(QUrl("web:https://www.example.org/x?a=b%20c#d"))
    assert wanted.args == ["https://www.example.org/x?a=b%20c#d"]


def test_a_number_is_offered_for_copying(qtbot, show_page) -> None:
    view = show_page("who-to-call")
    with qtbot.waitSignal(view.contact_wanted) as wanted:
        view.anchorClicked.emit(QUrl("contact:duty"))
    assert wanted.args == ["duty"]


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "https://example.org",
        "web:javascript:alert(1)",
        "web:",
        "tick:x",
        "tick:99",
        "page:",
        "contact:",
    ],
)
def test_other_schemes_do_nothing(qtbot, show_page, address: str) -> None:
    view = show_page("baby-bruise")
    before = view.toPlainText()
    signals = (view.page_wanted, view.address_wanted, view.contact_wanted, view.tick_changed)
    with ExitStack() as none_of_them:
        for signal in signals:
            none_of_them.enter_context(qtbot.assertNotEmitted(signal))
        view.anchorClicked.emit(QUrl(address))
    assert view.toPlainText() == before


class Watched(PageView):
    """Notes each size that a document takes while Qt lays it out."""

    def setDocument(self, document: QTextDocument) -> None:
        self.sizes: list[QSizeF] = []
        document.documentLayoutChanged.connect(
            lambda: document.documentLayout().documentSizeChanged.connect(self.sizes.append)
        )
        super().setDocument(document)


def test_a_page_is_laid_out_in_its_own_room_alone(qtbot, small, faults, appearance) -> None:
    view = Watched(appearance, faults)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.set_column(26, 600)
    view.show()
    view.show_page(PageContext(small, small.pages["safe-sleep"], "", "", small.info.edition))
    view.show_page(PageContext(small, small.pages["who-to-call"], "", "", small.info.edition))
    assert {round(size.width()) for size in view.sizes if not size.isNull()} == {view.viewport().width()}


def test_tab_walks_the_links_in_order(qtbot, show_page) -> None:
    view = show_page("who-to-call", previous="danger-now", next_="baby-bruise")
    hurried(view)
    said: list[str] = []
    view.reached.connect(said.append)
    view.setFocus()
    for _press in anchors(view):
        QTest.keyClick(view, Qt.Key.Key_Tab)
    assert [words.partition(", ")[2] for words in said] == link_words(view)
    assert said[0] == "Number, 0113 496 0000"
    assert said[-2:] == ["Link, A child is in danger now", "Link, A bruise on a baby who cannot crawl"]
    with qtbot.waitSignal(view.page_wanted) as wanted:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert wanted.args == ["baby-bruise", ""]


def test_tab_is_not_kept_waiting_on_a_usual_page(show_page) -> None:
    view = show_page("who-to-call")
    view.setFocus()
    begun = len(anchors(view))
    assert view._renderer.growing
    for _press in range(begun + 1):
        assert view.focusNextPrevChild(True)
    assert len(anchors(view)) > begun
    assert view._links.current() == view._renderer.rendered.tab_stops[begun]


def test_tab_leaves_the_page_at_its_ends(qtbot, small, style, faults, appearance) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    before, view, after = QPushButton("before"), PageView(appearance, faults), QPushButton("after")
    for part in (before, view, after):
        rows.addWidget(part)
    appearance.show(style)
    view.show_page(PageContext(small, small.pages["who-to-call"], "", "", small.info.edition))
    hurried(view)
    with qtbot.waitActive(window):
        window.show()
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert view.hasFocus()
    stops = len(anchors(view))
    for _press in range(stops):
        QTest.keyClick(view, Qt.Key.Key_Tab)
        assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert after.hasFocus()
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    assert view.hasFocus()
    with qtbot.waitSignal(view.reached) as reached:
        QTest.keyClick(view, Qt.Key.Key_Backtab)
    assert reached.args[0].endswith(link_words(view)[-1])
    for _press in range(stops):
        QTest.keyClick(view, Qt.Key.Key_Backtab)
    assert before.hasFocus()


def test_space_ticks_the_line_that_tab_has_reached(qtbot, show_page, small) -> None:
    page = next(name for name in small.heads if "tick:0" in anchors(show_page(name)))
    view = show_page(page)
    view.setFocus()
    said: list[str] = []
    view.reached.connect(said.append)
    for _press in anchors(view)[: anchors(view).index("tick:0") + 1]:
        QTest.keyClick(view, Qt.Key.Key_Tab)
    assert said[-1].startswith("Tick box, not ticked, ")
    before = view.document()
    with qtbot.waitSignal(view.tick_changed) as changed:
        QTest.keyClick(view, Qt.Key.Key_Space)
    assert changed.args == [0, True]
    assert said[-1].startswith("Tick box, ticked, ")
    assert view.ticked() == {0}
    assert view.document() is before  # nothing moves when a line is ticked
    view.clear_ticks()
    assert view.ticked() == frozenset()


def test_the_box_left_of_a_line_ticks_it(qtbot, show_page, small, style) -> None:
    page = next(name for name in small.heads if "tick:0" in anchors(show_page(name)))
    view = show_page(page)
    view.resize(700, 2000)
    line = next(block for block in blocks(view) if block.blockFormat().hasProperty(TICK))
    middle = marker_area(view.document(), line.position(), style).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert view.ticked() == {0}
    words = middle + QPoint(60, 0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=words)
    assert view.ticked() == frozenset()


def test_ticks_stay_while_the_program_runs_and_go_with_it(show_page, small) -> None:
    page = next(name for name in small.heads if "tick:0" in anchors(show_page(name)))
    view = show_page(page)
    view.anchorClicked.emit(QUrl("tick:0"))
    assert view.ticked() == {0}
    view.show_page(PageContext(small, small.pages["danger-now"], "", "", small.info.edition))
    assert view.ticked() == frozenset()
    view.show_page(PageContext(small, small.pages[page], "", "", small.info.edition))
    assert view.ticked() == {0}
    view.forget()
    view.show_page(PageContext(small, small.pages[page], "", "", small.info.edition))
    assert view.ticked() == frozenset()


def test_marks_whole_words_in_any_case_and_walks_them(show_page) -> None:
    view = show_page("baby-bruise")
    view.mark(("BRUISE", "baby"))
    text = view.toPlainText().lower()
    assert view.marks() >= 4
    assert view.marks() <= text.count("bruise") + text.count("baby")
    chosen = [selection.cursor.selectedText() for selection in view.extraSelections()]
    assert {word.lower() for word in chosen} == {"bruise", "baby"}
    for _step in range(view.marks() + 1):
        view.step_mark(forward=True)


def test_finds_across_formatting_and_counts(show_page) -> None:
    view = show_page("baby-bruise")
    total = view.toPlainText().lower().count("baby")
    assert view.find_words("baby", True) == (1, total)
    assert view.find_words("baby", True) == (2, total)
    assert view.find_words("baby", False) == (1, total)
    assert view.find_words("baby", False) == (total, total)
    assert view.find_words("zebra", True) == (0, 0)
    assert view.find_words("", True) == (0, 0)


def test_scrolls_to_a_section_and_says_where_it_is(qtbot, show_page) -> None:
    view = show_page("baby-bruise")
    view.resize(700, 160)
    anchor = view.outline()[-1][0]
    with qtbot.waitSignal(view.section_changed) as changed:
        view.scroll_to_section(anchor)
    assert changed.args == [anchor]
    assert view.verticalScrollBar().value() > 0


def test_a_look_changes_colours_and_keeps_the_place(show_page, style: Style, appearance) -> None:
    view = show_page("baby-bruise")
    view.resize(700, 160)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    appearance.show(Style(read_look("dark"), 1.0, style.family, style.icons))
    assert abs(bar.value() - before) <= 2


def test_a_drag_of_selected_words_cannot_start(qtbot, show_page) -> None:
    view = show_page("baby-bruise")
    view.selectAll()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    assert not view.textCursor().hasSelection()


@pytest.mark.parametrize(
    "held",
    [
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier,
    ],
)
def test_no_key_that_is_held_lets_a_drag_start(qtbot, show_page, monkeypatch, held) -> None:
    taken: list[str] = []  # Qt asks for what a drag carries when one starts
    monkeypatch.setattr(
        PageView, "createMimeDataFromSelection", lambda _view: taken.append("") or QMimeData()
    )
    view = show_page("baby-bruise")
    view.selectAll()
    start, mouse = QPoint(60, 45), Qt.MouseButton.LeftButton
    QTest.mousePress(view.viewport(), mouse, held, start)
    for step in range(1, 12):
        place = QPointF(start + QPoint(9, 5) * step)
        moved = QMouseEvent(
            QEvent.Type.MouseMove, place, view.mapToGlobal(place), Qt.MouseButton.NoButton, mouse, held
        )
        QApplication.sendEvent(view.viewport(), moved)
    QTest.mouseRelease(view.viewport(), mouse, held, start)
    assert taken == []


def test_copies_the_words_without_markup(show_page) -> None:
    view = show_page("baby-bruise")
    view.selectAll()
    view.copy()
    assert "A bruise on a baby who cannot crawl" in QApplication.clipboard().text()
    QApplication.clipboard().clear()  # Qt would free the copy after Python has gone


def test_shift_and_a_click_carry_the_selection_on(qtbot, show_page) -> None:
    view = show_page("baby-bruise")
    mouse = Qt.MouseButton.LeftButton
    QTest.mouseClick(view.viewport(), mouse, pos=QPoint(60, 45))
    QTest.mouseClick(view.viewport(), mouse, Qt.KeyboardModifier.ShiftModifier, QPoint(300, 45))
    first = view.textCursor().selectedText()
    QTest.mouseClick(view.viewport(), mouse, Qt.KeyboardModifier.ShiftModifier, QPoint(400, 45))
    assert first
    assert view.textCursor().selectedText().startswith(first)


def test_a_narrow_column_takes_a_smaller_title(show_page) -> None:
    view = show_page("baby-bruise")
    assert view.document().begin().charFormat().font().pixelSize() == 30
    view.set_column(10, 320)
    assert view.document().begin().charFormat().font().pixelSize() == 24
    view.set_column(10, 600)
    assert view.document().begin().charFormat().font().pixelSize() == 30


def test_pages_that_were_left_are_not_kept(qtbot, show_page, small) -> None:
    view = show_page("baby-bruise")
    for page in small.heads:
        view.show_page(PageContext(small, small.pages[page], "", "", small.info.edition))
    qtbot.waitUntil(lambda: len(view.findChildren(QTextDocument)) <= 2)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [480, 700, 1000])
def test_no_page_is_wider_than_its_room(
    show_page, small, style, width: int, scale: float, appearance
) -> None:
    view = show_page("baby-bruise")
    view.resize(width, 560)
    appearance.show(replace(style, scale=scale))
    column = min(round(600 * scale), view.viewport().width() - 52)
    view.set_column(26, column)
    for page in small.heads:
        view.show_page(PageContext(small, small.pages[page], "danger-now", "", small.info.edition))
        assert view.document().size().width() <= view.viewport().width()
        assert view.horizontalScrollBar().maximum() == 0, page


@pytest.mark.parametrize("name", look_names())
def test_boxes_are_painted_in_the_colours_of_the_look(
    qtbot, small, style, name: str, faults, appearance
) -> None:
    look = read_look(name)
    view = PageView(appearance, faults)
    qtbot.addWidget(view)
    view.setPalette(palette(look))
    view.resize(700, 900)
    appearance.show(replace(style, look=look))
    view.set_column(26, 600)
    view.show_page(PageContext(small, small.pages["danger-now"], "", "", small.info.edition))
    view.show()
    image = view.grab().toImage()
    for box in (BOXES["glance"], BOXES["act"]):
        painted = {image.pixelColor(x, y).name().upper() for x in (28, 500) for y in range(image.height())}
        assert look.colours[box.tint].upper() in painted
        assert look.colours[box.bar].upper() in painted


def test_a_page_prints_on_numbered_sheets(show_page, tmp_path) -> None:
    view = show_page("who-to-call", next_="baby-bruise")
    paper = QPdfWriter(str(tmp_path / "page.pdf"))
    view.print_on(paper)
    data = (tmp_path / "page.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") >= 2
