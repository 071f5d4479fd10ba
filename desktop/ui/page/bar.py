"""The bar over a page: where it stands, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.ui.look.appearance import Appearance
from desktop.ui.look.breakpoints import Breakpoint
from desktop.ui.widgets.push_button import ButtonStyle, PushButton

HEIGHT = 49
_CRUMB = ButtonStyle(foreground="link", pad=4, height=34, role="small", weight=400)
_TOOL = ButtonStyle(pad=8, icon=22)


class PageBar(QWidget):
    """Breadcrumb at the left; on this page, find, bookmark and print at the right."""

    node_wanted = Signal(str, str)
    topics_wanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._way: list[tuple[str, str, str]] = []
        self._crumbs: list[PushButton] = []
        self._arrows: list[QLabel] = []
        self.outline = self._tool(_("On this page"), _("On this page"), "list-tree")
        self.find_tool = self._tool("", _("Find on this page"), "search")
        self.clear_ticks = self._tool(_("Clear ticks"), _("Clear ticks"), "square")
        self.clear_ticks.hide()
        self.bookmark = self._tool(_("Bookmark"), _("Bookmark this page"), "bookmark")
        self.print = self._tool(_("Print"), _("Print this page"), "printer")
        self.marks = QLabel(self)
        self.marks.setTextFormat(Qt.TextFormat.PlainText)
        self.marks.hide()
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._row.addWidget(self.marks)
        for button in self.tools():
            self._row.addWidget(button)
        appearance.follow(self._restyle)

    def _tool(self, text: str, name: str, icon: str) -> PushButton:
        return PushButton(self._appearance, text, name, _TOOL, icon, self)

    def tools(self) -> tuple[PushButton, ...]:
        """The buttons at the right."""
        return (self.outline, self.find_tool, self.clear_ticks, self.bookmark, self.print)

    def show_breadcrumb(self, way: Sequence[tuple[str, str, str]]) -> None:
        """Show the way from the topics to this page, as (kind, id, title)."""
        self._way = [("", "", _("Topics")), *way]
        while len(self._crumbs) > len(self._way):
            self._drop(self._crumbs.pop())
            self._drop(self._arrows.pop())
        while len(self._crumbs) < len(self._way):
            self._add_crumb(len(self._crumbs))
        for crumb, (_kind, _node, title) in zip(self._crumbs, self._way, strict=True):
            if title != crumb.text():
                crumb.setText(title)
                crumb.setAccessibleName(title)
                crumb.updateGeometry()

    def forget(self) -> None:
        """Show no way to a page, as before the first one."""
        self.show_breadcrumb(())

    def _add_crumb(self, place: int) -> None:
        if place:
            arrow = QLabel("›", self)
            arrow.setFont(self._appearance.style.font("ui", 600))
            self._arrows.append(arrow)
            self._row.insertWidget(2 * place - 1, arrow)
        crumb = PushButton(self._appearance, "", "", _CRUMB, parent=self)
        crumb.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        crumb.setMinimumWidth(20)
        crumb.clicked.connect(lambda: self._go(place))
        self._crumbs.append(crumb)
        self._row.insertWidget(2 * place, crumb)

    def _drop(self, widget: QWidget) -> None:
        widget.hide()
        widget.deleteLater()

    def _go(self, place: int) -> None:
        kind, node, _title = self._way[place]
        if node:
            self.node_wanted.emit(kind, node)
        else:
            self.topics_wanted.emit()

    def show_bookmarked(self, bookmarked: bool) -> None:
        """Say whether the open page is among the bookmarks."""
        words = _("Bookmarked") if bookmarked else _("Bookmark")
        if words == self.bookmark.text():
            return
        self.bookmark.setText(words)
        self.bookmark.setAccessibleName(_("Remove bookmark") if bookmarked else _("Bookmark this page"))
        self.bookmark.show_icon("bookmark-check" if bookmarked else "bookmark")
        self.bookmark.updateGeometry()

    def show_marks(self, number: int, total: int) -> None:
        """Say which of the places that the search marked is shown; nothing while it is none of them."""
        self.marks.setText(_("{n} of {total}").format(n=number, total=total) if number else "")
        self.marks.setAccessibleName(
            _("Words found: {place}").format(place=self.marks.text()) if number else ""
        )
        self.marks.setVisible(bool(number))

    def show_breakpoint(self, now: Breakpoint) -> None:
        """Drop words and rare buttons as the window narrows."""
        self.outline.setVisible(not now.outline_beside_page)
        for button in self.tools():
            button.show_words(now.words_in_page_bar)
        self.print.setVisible(now.print_in_bar)

    @Slot()
    def _restyle(self) -> None:
        style = self._appearance.style
        self.setFixedHeight(style.size(HEIGHT))
        self._row.setContentsMargins(style.size(20), 0, style.size(16), 1)
        self._row.setSpacing(style.size(4))
        self.marks.setFont(style.font("small"))
        for arrow in self._arrows:
            arrow.setFont(style.font("ui", 600))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, style = QPainter(self), self._appearance.style
        painter.fillRect(self.rect(), style.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, style.colour("line"))
