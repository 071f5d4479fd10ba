"""Tables on a page, and the two ways on at its end."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLength, QTextTable

from content.blocks import PageTarget, Run, Runs, Table
from content.model import PageHead
from desktop.ui.page_formats import BOX
from desktop.ui.page_writer import PageWriter
from desktop.words import _

CELL_ABOVE, CELL_BELOW = 9, 9
PAGER_PADDING = 14
"""Room around words, as drawn at 100 %."""
PAGER_SHARE = 49
"""Width of each card, in percent of the column."""
_BETWEEN = 16  # room between the words of two columns


def write_table(writer: PageWriter, block: Table) -> None:
    """A header in bold over lines; painted lines stand below each row."""
    columns = len(block.header)
    made = writer.formats.table("table", above=6, below=6)
    made.setHeaderRowCount(1)
    table = writer.table(1 + len(block.rows), columns, made)
    for column, runs in enumerate(block.header):
        _cell(writer, table, 0, column, runs)
    for row, cells in enumerate(block.rows, 1):
        for column, runs in enumerate(cells):
            _cell(writer, table, row, column, runs)
    writer.leave(table)


def write_rows(writer: PageWriter, block: Table) -> None:
    """The same where columns have no room: each row a paragraph of its own, each cell under its heading."""
    for row in block.rows:
        for column, (head, cell) in enumerate(zip(block.header, row, strict=True)):
            below = 14 if column == len(row) - 1 else 2
            writer.block(writer.formats.block("body", below=below), writer.formats.text())
            writer.runs((*head, Run(": ")), writer.formats.text("body", 700, "ink2"))
            writer.runs(cell, writer.formats.text())


def _cell(writer: PageWriter, table: QTextTable, row: int, column: int, runs: Runs) -> None:
    last = column == table.columns() - 1
    cell = table.cellAt(row, column)
    base = writer.formats.text("ui", 400 if row else 700, "ink" if row else "ink2")
    with writer.cell(cell):
        writer.block(writer.formats.block("ui", below=0), base)
        writer.runs(runs, base)
    # last, because a cell keeps its own format where its first block keeps that of its characters
    cell.setFormat(writer.formats.cell((0, 0 if last else _BETWEEN), CELL_ABOVE, CELL_BELOW))


def write_pager(writer: PageWriter, heads: Mapping[str, PageHead], previous: str, next_: str) -> None:
    """Two cards side by side; where a way is missing its half stays empty."""
    if not previous and not next_:
        return
    half = QTextLength(QTextLength.Type.PercentageLength, PAGER_SHARE)
    gap = QTextLength(QTextLength.Type.PercentageLength, 100 - 2 * PAGER_SHARE)
    made = writer.formats.table("pager", above=22, below=0)
    made.setColumnWidthConstraints([half, gap, half])
    table = writer.table(1, 3, made)
    if previous:
        _way(writer, table, 0, _("Previous"), heads[previous])
    if next_:
        _way(writer, table, 2, _("Next"), heads[next_])
    writer.leave(table)


def _way(writer: PageWriter, table: QTextTable, column: int, words: str, head: PageHead) -> None:
    cell = table.cellAt(0, column)
    align = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    quiet, title = writer.formats.text("small", 400, "ink2"), writer.formats.text("ui", 700)
    with writer.cell(cell):
        for role, base, below in (("small", quiet, 2), ("ui", title, 0)):
            block = writer.formats.block(role, below=below)
            block.setAlignment(align)
            writer.block(block, base)
            if base is title:
                writer.runs((Run(head.title, target=PageTarget(head.id)),), title)
            else:
                writer.cursor.insertText(words, quiet)
    made = writer.formats.cell((PAGER_PADDING, PAGER_PADDING), PAGER_PADDING, PAGER_PADDING)
    made.setProperty(BOX, "pager")
    cell.setFormat(made)
