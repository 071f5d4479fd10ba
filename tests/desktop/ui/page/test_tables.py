"""Tables: every cell in its row, in wide and narrow windows, in parts; and the two ways on below a page."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextTable

from content.blocks import MOST_COLUMNS, MOST_ROWS, PageTarget, Run, Runs, Table, WebTarget
from desktop.ui.page.tables import AT_ONCE, write_pager, write_rows, write_table

LINK = WebTarget("https://example.org/")
SIGNS = Table(
    ((Run("Sign"),), (Run("What to do"),)),
    (
        ((Run("A bruise"),), (Run("Ring "), Run("duty", strong=True), Run(" now."))),
        ((), (Run("Read this", target=LINK),)),
    ),
)


def cells(table: QTextTable) -> list[list[str]]:
    places = [[table.cellAt(row, column) for column in range(table.columns())] for row in range(table.rows())]
    found = []
    for row in places:
        texts = []
        for cell in row:
            cursor = cell.firstCursorPosition()
            cursor.setPosition(cell.lastPosition(), cursor.MoveMode.KeepAnchor)
            texts.append(cursor.selectedText())
        found.append(texts)
    return found


@pytest.fixture
def tables(document):
    """The tables that stand in the document, from the top."""

    def tables_() -> list[QTextTable]:
        return [one for one in document.rootFrame().childFrames() if isinstance(one, QTextTable)]

    return tables_


def of_rows(number: int) -> Table:
    rows: list[tuple[Runs, ...]] = [((Run(f"Row {n}"),), (Run(f"Cell {n}"),)) for n in range(number)]
    return Table(((Run("A"),), (Run("B"),)), tuple(rows))


def test_every_cell_stands_in_its_row_and_column(writer, tables) -> None:
    assert len(list(write_table(writer, SIGNS))) == 1
    (table,) = tables()
    assert cells(table) == [["Sign", "What to do"], ["A bruise", "Ring duty now."], ["", "Read this"]]
    assert table.format().toTableFormat().headerRowCount() == 1
    assert [(one.words, one.target) for one in writer.tab_stops()] == [("Read this", LINK)]


def test_where_columns_have_no_room_each_cell_is_told_with_its_heading(writer, lines, tables) -> None:
    assert len(list(write_rows(writer, SIGNS))) == len(SIGNS.rows)
    assert tables() == []
    assert lines() == ["Sign: A bruise", "What to do: Ring duty now.", "Sign: ", "What to do: Read this"]
    assert [one.target for one in writer.tab_stops()] == [LINK]


def test_the_widest_table_comes_in_parts_of_a_few_rows(writer, tables) -> None:
    """Forty rows of twelve columns took Qt a quarter of a second, and nobody could have left meanwhile."""
    row = ((Run("word"),),) * MOST_COLUMNS
    list(write_table(writer, Table(row, (row,) * MOST_ROWS)))
    assert max(one.rows() for one in tables()) <= 3
    assert sum(one.rows() for one in tables()) == 1 + MOST_ROWS


def test_a_long_table_comes_in_parts_and_loses_no_row(writer, tables) -> None:
    block = of_rows(2 * AT_ONCE)
    assert len(list(write_table(writer, block))) == len(tables()) == 3
    rows = [row for table in tables() for row in cells(table)]
    assert rows == [["A", "B"], *([f"Row {n}", f"Cell {n}"] for n in range(2 * AT_ONCE))]
    assert [one.format().toTableFormat().headerRowCount() for one in tables()] == [1, 0, 0]
    first, *others = (
        [w.rawValue() for w in one.format().toTableFormat().columnWidthConstraints()] for one in tables()
    )
    assert sum(first) == pytest.approx(100)
    assert others == [first, first]


@pytest.mark.parametrize(
    ("previous", "next_", "shown"),
    [
        ("danger-now", "safe-sleep", ["Previous", "danger-now", "Next", "safe-sleep"]),
        ("danger-now", "", ["Previous", "danger-now"]),
        ("", "safe-sleep", ["Next", "safe-sleep"]),
        ("", "", []),
    ],
)
def test_the_ways_on_lead_where_they_say(
    writer, lines, small, previous: str, next_: str, shown: list[str]
) -> None:
    write_pager(writer, small.heads, previous, next_)
    assert lines() == [small.heads[one].title if one in small.heads else one for one in shown]
    assert [one.target for one in writer.tab_stops()] == [PageTarget(one) for one in (previous, next_) if one]
