"""On this page: the headings, with a mark at the one being read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.ui.look.appearance import Appearance
from desktop.ui.look.breakpoints import OUTLINE
from desktop.ui.look.style import Style
from desktop.ui.widgets.focus_ring import draw_focus_ring

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

_PANEL_PAD = 14


class Outline(QWidget):
    """Lists the sections; a press or Enter goes there."""

    section_wanted = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setAccessibleName(_("On this page"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._sections: tuple[tuple[str, str], ...] = ()
        self._here = 0
        self._pad = 0
        self._rows: list[QRect] = []
        appearance.follow(self._fit)

    def show_as_panel(self, panel: bool) -> None:
        """With a ground and an edge where it lies over the page; bare where it stands beside it."""
        pad = _PANEL_PAD if panel else 0
        if pad != self._pad:
            self._pad = pad
            self._fit()

    def show_sections(self, sections: Sequence[tuple[str, str]]) -> None:
        """Replace the list of (anchor, title)."""
        self._sections = tuple(sections)
        self._here = 0
        self._fit()

    def forget(self) -> None:
        """Show no headings, as before the first page."""
        self.show_sections(())

    def show_section(self, anchor: str) -> None:
        """Mark the section being read."""
        for row, (own, _title) in enumerate(self._sections):
            if own == anchor and row != self._here:
                self._here = row
                self.update()

    def sections(self) -> tuple[tuple[str, str], ...]:
        """What the list shows, as (anchor, title)."""
        return self._sections

    @Slot()
    def _fit(self) -> None:
        style = self._appearance.style
        rows = self._rows = self._places(style)
        pad = style.size(self._pad)
        height = rows[-1].bottom() + 1 + pad if rows else 0
        self.setFixedSize(style.size(OUTLINE) + 2 * pad, height)
        self.update()

    def _places(self, style: Style) -> list[QRect]:
        metrics = QFontMetrics(style.font("small", 700))
        pad = style.size(self._pad)
        left, top = style.size(13) + pad, style.size(32) + pad
        rows: list[QRect] = []
        for _anchor, title in self._sections:
            available = QRect(left, top, style.size(OUTLINE) + pad - left, 1000)
            height = metrics.boundingRect(available, _WRAP, title).height() + style.size(14)
            rows.append(QRect(left, top, available.width(), max(style.size(34), height)))
            top = rows[-1].bottom() + 1
        return rows

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for row, box in enumerate(self._rows):
            if box.contains(event.position().toPoint()):
                self._go(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps and self._sections:
            self._here = (self._here + steps[Qt.Key(event.key())]) % len(self._sections)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._sections:
            self._go(self._here)
        else:
            super().keyPressEvent(event)

    def _go(self, row: int) -> None:
        self._here = row
        self.update()
        self.section_wanted.emit(self._sections[row][0])

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._appearance.style
        if not self._sections:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows = self._rows
        if self._pad:
            painter.setPen(style.colour("border"))
            painter.setBrush(style.colour("surface"))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), style.size(10), style.size(10))
        painter.setFont(style.font("small", 600))
        painter.setPen(style.colour("ink2"))
        pad = style.size(self._pad)
        head = QRect(pad, pad, self.width(), style.size(28))
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, _("On this page"))
        bar = style.size(3)
        painter.fillRect(pad, rows[0].top(), bar, rows[-1].bottom() - rows[0].top(), style.colour("line"))
        for row, ((_anchor, title), box) in enumerate(zip(self._sections, rows, strict=True)):
            if not box.intersects(event.rect()):
                continue  # a long page has thousands of sections, of which a screen shows twenty
            here = row == self._here
            if here:
                painter.fillRect(pad, box.top(), bar, box.height(), style.colour("accent"))
            painter.setFont(style.font("small", 700 if here else 400))
            painter.setPen(style.colour("ink" if here else "link"))
            painter.drawText(box, _WRAP, title)
        if self.hasFocus():
            draw_focus_ring(painter, QRectF(rows[self._here]).adjusted(-4, 6, -6, -6), style, 4)
