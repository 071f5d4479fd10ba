"""The pen that writes a page: lines, boxes and cells in their order, without the gaps that Qt would leave."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from content.blocks import ContactTarget, Runs
from content.shown_numbers import isolated, short_numbers_whole, turns, without_isolates
from desktop.ui.look.style import Style
from desktop.ui.page.boxes import PADDING, TEXT_LEFT, TEXT_RIGHT
from desktop.ui.page.formats import PageFormats
from desktop.ui.page.links import LinkTarget, href
from desktop.ui.page.tab_stops import TabStop

_AFTER_BOX = 14
"""Least room between a box and the words below it, as drawn at 100 %."""


class PageWriter:
    """Writes into one document, from its beginning to its end; lengths as drawn at 100 %.

    Attributes:
        cursor: where the next words go: at the end of the document, or of the cell being written.
        _stops: what leads somewhere, so far.
        _fresh: whether the block at the cursor is empty and may be used.
        _below_frame: whether a box or table ends right above the cursor.
        _insets: how far in from the left and the right words stand.
    """

    def __init__(self, document: QTextDocument, style: Style) -> None:
        self.style = style
        self.formats = PageFormats(style)
        self.cursor = QTextCursor(document)
        self._stops: list[TabStop] = []
        self._fresh = True
        self._below_frame = False
        self._insets: tuple[float, float] = (0, 0)

    def block(self, fmt: QTextBlockFormat, base: QTextCharFormat) -> None:
        """Begin a block; `base` also draws its bullet or number."""
        if any(self._insets):
            fmt.setLeftMargin(fmt.leftMargin() + self.style.size(self._insets[0]))
            fmt.setRightMargin(fmt.rightMargin() + self.style.size(self._insets[1]))
        if self._below_frame:
            # Qt ignores the margin of the block right below a frame
            fmt.setTopMargin(max(fmt.topMargin(), self.style.size(_AFTER_BOX)))
            self._close_fresh()
        if self._fresh:
            self.cursor.setBlockFormat(fmt)
            self.cursor.setBlockCharFormat(base)
        else:
            self.cursor.insertBlock(fmt, base)
        self._fresh = self._below_frame = False

    def line(
        self,
        words: str,
        role: str,
        weight: int = 400,
        colour: str = "ink",
        *,
        above: float = 0,
        below: float = 10,
        target: LinkTarget | None = None,
    ) -> None:
        """A line in one style; with a target it is reached by Tab and click."""
        base = self.formats.text(role, weight, colour)
        self.block(self.formats.block(role, above, below), base)
        words = short_numbers_whole(words, turns(words))
        if target is None:
            self.cursor.insertText(words, base)
            return
        with self.tab_stop(target):
            self.cursor.insertText(words, self.formats.anchor(base, href(target)))

    @contextmanager
    def tab_stop(self, target: LinkTarget) -> Iterator[None]:
        """What is written meanwhile, in one block, leads somewhere."""
        number, start = len(self._stops), self.cursor.position()
        yield
        written = QTextCursor(self.cursor)  # Qt counts UTF-16 units, so it does the cutting
        written.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        words = without_isolates(written.selectedText())
        self._stops.insert(number, TabStop(start, self.cursor.position(), target, words))

    def tab_stops(self) -> tuple[TabStop, ...]:
        """Everything written so far that leads somewhere, in reading order."""
        return tuple(self._stops)

    def runs(self, runs: Runs, base: QTextCharFormat) -> None:
        """Running text at the cursor."""
        turning = any(turns(run.text) for run in runs)
        for run in runs:
            fmt = self.formats.strong(base) if run.strong else base
            if isinstance(run.target, ContactTarget):
                self.cursor.insertText(isolated(run.text) if turning else run.text, fmt)
                continue
            words = short_numbers_whole(run.text, turning)
            if run.target is None:
                self.cursor.insertText(words, fmt)
            else:
                with self.tab_stop(run.target):
                    self.cursor.insertText(words, self.formats.link(fmt, href(run.target)))

    @contextmanager
    def box(self, kind: str) -> Iterator[None]:
        """Everything written meanwhile stands in a box."""
        self._close_fresh()
        insets = self._insets
        self.cursor.insertFrame(self.formats.box(kind, *insets))
        self._fresh, self._insets = True, (TEXT_LEFT - PADDING, TEXT_RIGHT - PADDING)
        yield
        self._close_fresh()
        self._insets = insets
        self._go_below(self.cursor.currentFrame())

    @contextmanager
    def indented(self, room: float) -> Iterator[None]:
        """Everything written meanwhile stands further in from where the words above it begin."""
        insets = left, right = self._insets
        turned = self.cursor.block().textDirection() == Qt.LayoutDirection.RightToLeft
        self._insets = (left, right + room) if turned else (left + room, right)
        yield
        self._insets = insets

    def table(self, rows: int, columns: int, fmt: QTextTableFormat) -> QTextTable:
        """Insert an empty table; write its cells, then call `leave`."""
        self._close_fresh()
        fmt.setLeftMargin(self.style.size(self._insets[0]))
        fmt.setRightMargin(self.style.size(self._insets[1]))
        return self.cursor.insertTable(rows, columns, fmt)

    @contextmanager
    def cell(self, cell: QTextTableCell) -> Iterator[None]:
        """Everything written meanwhile stands in this cell."""
        outside, insets = self.cursor, self._insets
        self.cursor, self._insets, self._fresh = cell.firstCursorPosition(), (0, 0), True
        yield
        self.cursor, self._insets = outside, insets

    def leave(self, table: QTextTable) -> None:
        """Go on below the table."""
        self._go_below(table)

    def _go_below(self, frame: QTextFrame) -> None:
        self.cursor.setPosition(frame.lastPosition() + 1)
        self._fresh = self._below_frame = True

    def _close_fresh(self) -> None:
        """The empty block that Qt leaves before and after a frame must not be seen."""
        if self._fresh:
            self.cursor.setBlockFormat(self.formats.gap())
        self._fresh = self._below_frame = False
