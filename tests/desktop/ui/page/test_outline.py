"""The headings beside a page, also when they are thousands."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from desktop.ui.page.outline import Outline


def test_of_many_sections_those_that_are_asked_for_are_drawn_and_chosen(qtbot, appearance) -> None:
    outline, style = Outline(appearance), appearance.style
    qtbot.addWidget(outline)
    outline.show_sections([(f"part-{number}", f"Part {number}") for number in range(2000)])
    row = (outline.height() - style.size(32)) / 2000
    middle = round(style.size(32) + 1500.5 * row)
    image = outline.grab(QRect(0, middle - 10, outline.width(), 20)).toImage()
    inked = {image.pixelColor(x, y).name() for x in range(20, 120) for y in range(image.height())}
    assert style.colour("link").name() in inked
    with qtbot.waitSignal(outline.section_wanted) as wanted:
        QTest.mouseClick(outline, Qt.MouseButton.LeftButton, pos=QPoint(60, middle))
    assert wanted.args == ["part-1500"]


def test_the_places_follow_another_text_size_and_another_page(qtbot, appearance) -> None:
    outline = Outline(appearance)
    qtbot.addWidget(outline)
    outline.show_sections([("one", "One"), ("two", "Two")])
    outline.grab()
    small = outline.height()
    appearance.show(replace(appearance.style, scale=2.0))
    outline.grab()
    assert outline.height() > 1.5 * small
    outline.show_sections(())
    outline.grab()
    assert outline.height() == 0
