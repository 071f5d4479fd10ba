"""The bar over a page: where it stands, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.ui.look.breakpoints import Breakpoint
from desktop.ui.look.style import Style
from desktop.ui.widgets.push_button import Dress, PushButton

HEIGHT = 49
_CRUMB = Dress(ink="link", pad=4, height=34, role="small", weight=400)
_TOOL = Dress(pad=8, icon=22)


class PageBar(QWidget):
    """Breadcrumb at the left; on this page, find, bookmark and print at the right."""

    node_wanted = Signal(str, str)
    topics_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self._crumbs: list[QWidget] = []
        self.outline = PushButton(_("On this page"), _("On this page"), _TOOL, "list-tree", self)
        self.find_tool = PushButton("", _("Find on this page"), _TOOL, "search", self)
        self.clear_ticks = PushButton(_("Clear ticks"), _("Clear ticks"), _TOOL, "square", self)
        self.clear_ticks.hide()
        self.bookmark = PushButton(_("Bookmark"), _("Bookmark this page"), _TOOL, "bookmark", self)
        self.print = PushButton(_("Print"), _("Print this page"), _TOOL, "printer", self)
        self.marks = QLabel(self)
        self.marks.setTextFormat(Qt.TextFormat.PlainText)
        self.marks.hide()
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._row.addWidget(self.marks)
        for button in self.tools():
            self._row.addWidget(button)

    def tools(self) -> tuple[PushButton, ...]:
        """The buttons at the right."""
        return (self.outline, self.find_tool, self.clear_ticks, self.bookmark, self.print)

    def show_breadcrumb(self, way: Sequence[tuple[str, str, str]]) -> None:
        """Show the way from the topics to this page, as (kind, id, title)."""
        for crumb in self._crumbs:
            crumb.hide()
            crumb.deleteLater()
        self._crumbs = []
        self._add_crumb(_("Topics"), "", "")
        for kind, node, title in way:
            self._crumbs.append(QLabel("›", self))
            self._add_crumb(title, kind, node)
        for place, crumb in enumerate(self._crumbs):
            self._row.insertWidget(place, crumb)
        if self._style:
            self.show_style(self._style)

    def forget(self) -> None:
        """Show no way to a page, as before the first one."""
        self.show_breadcrumb(())

    def _add_crumb(self, title: str, kind: str, node: str) -> None:
        crumb = PushButton(title, title, _CRUMB, parent=self)
        crumb.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        crumb.setMinimumWidth(20)
        if node:
            crumb.clicked.connect(lambda: self.node_wanted.emit(kind, node))
        else:
            crumb.clicked.connect(self.topics_wanted)
        self._crumbs.append(crumb)

    def show_bookmarked(self, bookmarked: bool) -> None:
        """Say whether the open page is among the bookmarks."""
        self.bookmark.setText(_("Bookmarked") if bookmarked else _("Bookmark"))
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

    def show_arrangement(self, arrangement: Breakpoint) -> None:
        """Drop words and rare buttons as the window narrows."""
        self.outline.setVisible(not arrangement.outline_beside_page)
        for button in self.tools():
            button.show_words(arrangement.words_in_page_bar)
        self.print.setVisible(arrangement.print_in_bar)

    def show_style(self, style: Style) -> None:
        """Take on a look and a text size."""
        self._style = style
        self.setFixedHeight(style.size(HEIGHT))
        self._row.setContentsMargins(style.size(20), 0, style.size(16), 1)
        self._row.setSpacing(style.size(4))
        self.marks.setFont(style.font("small"))
        for widget in (*self.tools(), *self._crumbs):
            if isinstance(widget, PushButton):
                widget.show_style(style)
            else:
                widget.setFont(style.font("ui", 600))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._style.colour("surface"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._style.colour("line"))
