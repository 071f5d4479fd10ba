"""The reading surface: links, ticks, marks, finding and scrolling."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.look import read_look
from desktop.ui.page_view import PageView
from desktop.ui.style import Style


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


def test_a_link_reports_its_page(qtbot, show_page) -> None:
    view = show_page("baby-bruise", next_="safe-sleep")
    with qtbot.waitSignal(view.page_wanted) as wanted:
        view.anchorClicked.emit(QUrl("page:safe-sleep#every-sleep"))
    assert wanted.args == ["safe-sleep", "every-sleep"]


def test_a_web_address_is_offered_never_opened(qtbot, show_page) -> None:
    view = show_page("baby-bruise")
    with qtbot.waitSignal(view.address_wanted) as wanted:
        view.anchorClicked.emit(QUrl("https://www.example.org/x"))
    assert wanted.args == ["https://www.example.org/x"]


def test_a_number_is_offered_for_copying(qtbot, show_page) -> None:
    view = show_page("who-to-call")
    with qtbot.waitSignal(view.contact_wanted) as wanted:
        view.anchorClicked.emit(QUrl("contact:duty"))
    assert wanted.args == ["duty"]


def test_other_schemes_do_nothing(qtbot, show_page) -> None:
    view = show_page("baby-bruise")
    before = view.toPlainText()
    with qtbot.assertNotEmitted(view.page_wanted), qtbot.assertNotEmitted(view.address_wanted):
        for address in ("file:///etc/passwd", "javascript:alert(1)", "tick:x", "mailto:a@b.c"):
            view.anchorClicked.emit(QUrl(address))
    assert view.toPlainText() == before


def test_tab_walks_the_links_in_order(qtbot, show_page) -> None:
    view = show_page("who-to-call", previous="danger-now", next_="baby-bruise")
    view.setFocus()
    wanted, walked = anchors(view), []
    for _press in wanted:
        QTest.keyClick(view, Qt.Key.Key_Tab)
        walked.append(view.textCursor().charFormat().anchorHref())
    assert walked == wanted
    assert walked[-2:] == ["page:danger-now", "page:baby-bruise"]


def test_ticks_stay_while_the_program_runs_and_go_with_it(show_page, small) -> None:
    page = next(name for name in small.heads if "tick:0" in anchors(show_page(name)))
    view = show_page(page)
    view.anchorClicked.emit(QUrl("tick:0"))
    assert view.ticked() == {0}
    view.show_page(small, small.pages["danger-now"], previous="", next_="", today=small.info.edition)
    assert view.ticked() == frozenset()
    view.show_page(small, small.pages[page], previous="", next_="", today=small.info.edition)
    assert view.ticked() == {0}
    view.clear_page()
    view.show_page(small, small.pages[page], previous="", next_="", today=small.info.edition)
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


def test_a_look_changes_colours_and_keeps_the_place(show_page, style: Style) -> None:
    view = show_page("baby-bruise")
    view.resize(700, 160)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    view.show_style(Style(read_look("dark"), 1.0, style.family, style.icons))
    assert abs(bar.value() - before) <= 2


def test_a_drag_of_selected_words_cannot_start(qtbot, show_page) -> None:
    view = show_page("baby-bruise")
    view.selectAll()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    assert not view.textCursor().hasSelection()


def test_copies_the_words_without_markup(show_page) -> None:
    view = show_page("baby-bruise")
    view.selectAll()
    view.copy()
    assert "A bruise on a baby who cannot crawl" in QApplication.clipboard().text()


def test_nothing_is_ever_loaded(show_page) -> None:
    view = show_page("baby-bruise")
    assert view.loadResource(2, QUrl("file:///etc/hostname")) is None
    assert view.loadResource(2, QUrl("https://example.org/pixel.png")) is None
