"""A page with its bar, its find bar and its outline, arranged for the width there is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.look.appearance import Appearance
from desktop.ui.look.breakpoints import FULL_WIDTH, PAGE_BAR_FROM_HEIGHT, Breakpoint, breakpoint_at, columns
from desktop.ui.page.bar import PageBar
from desktop.ui.page.find_bar import FindBar
from desktop.ui.page.outline import Outline
from desktop.ui.page.view import PageView

_OUTLINE_TOP = 28


class ReadingArea(QWidget):
    """Puts the reading column in the middle, with the outline beside it or on request."""

    def __init__(self, appearance: Appearance, page: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._breakpoint = breakpoint_at(FULL_WIDTH)
        self._asked_for_outline = False
        self.bar = PageBar(appearance, self)
        self.find_bar = FindBar(appearance, self)
        self.page = page
        self.outline = Outline(appearance, self)
        self.setFocusProxy(page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for part in (self.bar, self.find_bar):
            rows.addWidget(part)
        rows.addWidget(page, 1)
        self.bar.outline.clicked.connect(self.show_or_hide_outline)
        page.width_changed.connect(self._place)
        page.tick_changed.connect(self._show_ticks)
        page.marks_changed.connect(self.bar.show_marks)
        page.found_changed.connect(self.find_bar.show_count)
        self.bar.clear_ticks.clicked.connect(page.clear_ticks)
        self.outline.section_wanted.connect(self._section_chosen)
        appearance.follow(self._restyle)

    def show_or_hide_outline(self) -> None:
        """Bring up the headings where they do not stand beside the page; give them the keyboard."""
        if not self._breakpoint.outline_beside_page:
            self._asked_for_outline = not self._asked_for_outline
        self._place()
        if self.outline.isVisible():
            self.outline.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_ticks(self) -> None:
        self.bar.clear_ticks.setVisible(bool(self.page.ticked()))

    def close_outline(self) -> bool:
        """Take the headings away where they were asked for; whether they were."""
        if not self._asked_for_outline:
            return False
        self._asked_for_outline = False
        self._place()
        self.page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _section_chosen(self, anchor: str) -> None:
        self._asked_for_outline = False
        self.page.scroll_to_section(anchor)
        self._place()

    def show_sections(self) -> None:
        """Take the outline from the page that is open."""
        self.outline.show_sections(self.page.outline())
        self._show_ticks()
        self._asked_for_outline = False
        self._place()

    def show_breakpoint(self, now: Breakpoint) -> None:
        """Fit the window's width."""
        self._breakpoint = now
        self.bar.show_breakpoint(now)
        self._place()

    @Slot()
    def _restyle(self) -> None:
        self._place()

    def _place(self) -> None:
        style = self._appearance.style
        self.bar.setVisible(self.height() / style.scale >= PAGE_BAR_FROM_HEIGHT - 66)
        beside = self._breakpoint.outline_beside_page and bool(self.outline.sections())
        area = columns(self.page.viewport().width() / style.scale, self._breakpoint.outline_beside_page)
        self.page.set_column(style.size(area.left), style.size(area.width))
        self.outline.show_as_panel(not beside)
        self.outline.setVisible(bool(self.outline.sections()) and (beside or self._asked_for_outline))
        left = (
            style.size(area.outline_left) if beside else self.width() - self.outline.width() - style.size(32)
        )
        self.outline.move(max(0, left), self.page.y() + style.size(_OUTLINE_TOP))
        self.outline.raise_()
