"""Tables on a page, and the two ways on at its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLength, QTextTable

from content.blocks import PageTarget, Run, Runs, Table
from content.model import PageHead
from desktop.i18n import _
from desktop.ui.page.column_widths import needs, shares
from desktop.ui.page.formats import BOX
from desktop.ui.page.writer import PageWriter

CELL_ABOVE, CELL_BELOW = 9, 9
PAGER_PADDING = 14
"""Room around words, as drawn at 100 %."""
PAGER_SHARE = 49
"""Width of each card, in percent of the column."""
AT_ONCE = 40
"""Rows written at a time: a slow computer takes 40 ms for them."""
_WIDE_AT_ONCE = 480
"""Rows times the square of the columns, for wide tables: so grows the time that Qt lays them out in."""
_BETWEEN = 16  # room between the words of two columns
_ALL = 100  # percent of the room


def write_table(writer: PageWriter, block: Table) -> Iterator[None]:
    """A header in bold over lines; painted lines stand below each row. A long table comes in parts.

    Where its numbers have no room beside each other, it is written row under row.
    """
    lines = (block.header, *block.rows)
    least = needs(lines, writer.style)
    if sum(least) > _ALL:
        yield from write_rows(writer, block)
        return
    rows = max(1, min(AT_ONCE, _WIDE_AT_ONCE // max(1, len(block.header)) ** 2))
    parts = [lines[start : start + rows] for start in range(0, len(lines), rows)]
    # each part is a table to Qt, and would choose widths of its own
    widths = shares(lines, least) if least or len(parts) > 1 else []
    for number, part in enumerate(parts):
        first, last = number == 0, number == len(parts) - 1
        fmt = writer.formats.table("table", above=6 if first else 0, below=6 if last else 0)
        fmt.setHeaderRowCount(int(first))
        fmt.setColumnWidthConstraints(widths)
        table = writer.table(len(part), len(block.header), fmt)
        for row, cells in enumerate(part):
            for column, runs in enumerate(cells):
                _cell(writer, table, (row, column), runs, head=first and not row)
        writer.leave(table)
        yield


def write_rows(writer: PageWriter, block: Table) -> Iterator[None]:
    """The same where columns have no room: each row a paragraph of its own, each cell under its heading."""
    for row in block.rows:
        for column, (head, cell) in enumerate(zip(block.header, row, strict=True)):
            below = 14 if column == len(row) - 1 else 2
            writer.block(writer.formats.block("body", below=below), writer.formats.text())
            writer.runs((*head, Run(": ")), writer.formats.text("body", 700, "ink2"))
            writer.runs(cell, writer.formats.text())
        yield


def _cell(writer: PageWriter, table: QTextTable, place: tuple[int, int], runs: Runs, head: bool) -> None:
    last = place[1] == table.columns() - 1
    cell = table.cellAt(*place)
    base = writer.formats.text("ui", 700 if head else 400, "ink2" if head else "ink")
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
    fmt = writer.formats.table("pager", above=22, below=0)
    fmt.setColumnWidthConstraints([half, gap, half])
    table = writer.table(1, 3, fmt)
    if previous:
        _pager_card(writer, table, 0, _("Previous"), heads[previous])
    if next_:
        _pager_card(writer, table, 2, _("Next"), heads[next_])
    writer.leave(table)


def _pager_card(writer: PageWriter, table: QTextTable, column: int, words: str, head: PageHead) -> None:
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
    fmt = writer.formats.cell((PAGER_PADDING, PAGER_PADDING), PAGER_PADDING, PAGER_PADDING)
    fmt.setProperty(BOX, "pager")
    cell.setFormat(fmt)
