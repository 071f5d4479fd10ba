"""Content blocks on the page: paragraphs, lists, tick lists, callouts, tables and contact cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QTextOption

from content.blocks import (
    Block,
    Callout,
    CalloutKind,
    ContactCards,
    Heading,
    ListBlock,
    NeedsSignature,
    Paragraph,
    Run,
    Runs,
    Table,
    TickList,
)
from content.model import Contact
from desktop.i18n import N_, _
from desktop.ui.page.boxes import BOXES
from desktop.ui.page.contacts import write_contact
from desktop.ui.page.formats import BULLET, TICK
from desktop.ui.page.links import LinkTarget, TickTarget, href
from desktop.ui.page.tables import write_rows, write_table
from desktop.ui.page.writer import PageWriter

CALLOUT_TITLES: Mapping[CalloutKind, str] = MappingProxyType(
    {
        CalloutKind.WARNING: N_("Warning"),
        CalloutKind.GOOD_PRACTICE: N_("Good practice"),
        CalloutKind.DO_NOT_ASSUME: N_("Do not assume"),
        CalloutKind.FAMILY: N_("Words for the family"),
    }
)
INDENT = 28
"""From one level of lists to the next, as drawn at 100 %; a list with wide numbers takes more."""
_AFTER_NUMBER = 8
TICK_INDENT = 36
"""Left of a tick line's words, for its box."""


class BlockWriter:
    """Writes blocks in their order, a part at a time; tick lines are counted over the whole page."""

    def __init__(self, writer: PageWriter, contacts: Mapping[str, Contact], narrow: bool = False) -> None:
        self._writer = writer
        self._write_table = write_rows if narrow else write_table
        self._contacts = contacts
        self._ticks: list[int] = []
        self._markers: list[int] = []

    def ticks(self) -> tuple[int, ...]:
        """Where each tick line written so far begins, by its number."""
        return tuple(self._ticks)

    def list_markers(self) -> tuple[int, ...]:
        """Where each block begins that has a marker painted to its left: bullet or tick box."""
        return tuple(self._markers)

    def write(self, blocks: Iterable[Block], depth: int = 0) -> Iterator[None]:
        """Write blocks, one part at each step; `depth` is how many lists they stand in."""
        for block in blocks:
            yield from self._one(block, depth)

    def box(self, kind: str, title: str, blocks: Iterable[Block]) -> Iterator[None]:
        """A box with its title; the kind names its icon and colours."""
        with self._writer.box(kind):
            self._writer.line(title, "body", 700, BOXES[kind].foreground, below=4)
            yield from self.write(blocks)
        yield

    def _one(self, block: Block, depth: int) -> Iterator[None]:
        writer = self._writer
        match block:
            case Paragraph(runs):
                self._paragraph(runs)
            case Heading(level, runs):
                role = "h3" if level == 3 else "ui"
                base = writer.formats.text(role, 700)
                writer.block(writer.formats.block(role, above=20 if level == 3 else 14, below=6), base)
                writer.runs(runs, base)
            case ListBlock():
                yield from self._list(block, depth + 1)
            case TickList(items):
                for runs in items:
                    self._tick_line(runs)
                    yield
            case Callout(kind, title, blocks):
                yield from self.box(kind.value, title or _(CALLOUT_TITLES[kind]), blocks)
            case NeedsSignature(role):
                yield from self.box("needs-signature", _("This part waits for a signature"), _waiting(role))
            case Table():
                yield from self._write_table(writer, block)
            case ContactCards(contacts):
                for name in contacts:
                    write_contact(writer, self._contacts[name], self._contacts)
                    yield
        yield

    def _paragraph(self, runs: Runs) -> None:
        base = self._writer.formats.text()
        self._writer.block(self._writer.formats.block(), base)
        self._writer.runs(runs, base)

    def _list(self, block: ListBlock, depth: int) -> Iterator[None]:
        indent = self._number_column(block.numbers)
        for place, (number, item) in enumerate(block.numbered_items(), 1):
            first, rest = (item[0], item[1:]) if item else (None, ())
            below = 12 if place == len(block.items) and depth == 1 else 6
            if number:
                self._numbered_line(first.runs if isinstance(first, Paragraph) else (), indent, below, number)
            elif isinstance(first, Paragraph):
                self._marked_line(first.runs, indent, below, (BULLET, depth))
            with self._writer.indented(indent):
                yield from self.write(rest if isinstance(first, Paragraph) else item, depth)
            yield

    def _number_column(self, numbers: Iterable[str]) -> float:
        """The room left of a list's words: as much as its widest number needs, so that no digit is cut."""
        style = self._writer.style
        widths = QFontMetricsF(style.font("body"))
        widest = max(map(widths.horizontalAdvance, numbers), default=0) / style.scale
        return max(INDENT, widest + _AFTER_NUMBER)

    def _numbered_line(self, runs: Runs, indent: float, below: float, number: str) -> None:
        """Words with their number before them, as words too: copied, printed, found and read aloud."""
        writer = self._writer
        base, fmt, room = writer.formats.text(), writer.formats.block(below=below), writer.style.size(indent)
        fmt.setLeftMargin(room)
        fmt.setTextIndent(-room)
        fmt.setTabPositions([QTextOption.Tab(room, QTextOption.TabType.LeftTab)])
        writer.block(fmt, base)
        writer.runs((Run(f"{number}\t"), *runs), base)
        self._mirror_right_to_left(room)  # Qt would hang the number out to the right, off the page

    def _tick_line(self, runs: Runs) -> None:
        number = len(self._ticks)
        self._marked_line(runs, TICK_INDENT, 8, (TICK, number), TickTarget(number))
        self._ticks.append(self._markers[-1])

    def _marked_line(
        self,
        runs: Runs,
        indent: float,
        below: float,
        marker: tuple[int, int],
        target: LinkTarget | None = None,
    ) -> None:
        """Words with a marker painted before them. Qt's own lists put it too close, off the line."""
        writer = self._writer
        base, fmt, room = writer.formats.text(), writer.formats.block(below=below), writer.style.size(indent)
        fmt.setLeftMargin(room)
        fmt.setProperty(*marker)
        writer.block(fmt, base)
        self._markers.append(writer.cursor.position())
        if target is None:
            writer.runs(runs, base)
        else:
            with writer.tab_stop(target):
                writer.runs(runs, writer.formats.anchor(base, href(target)))
        self._mirror_right_to_left(room)

    def _mirror_right_to_left(self, room: float) -> None:
        """Words from right to left have the room for what stands before them at their right."""
        cursor = self._writer.cursor
        if cursor.block().textDirection() == Qt.LayoutDirection.RightToLeft:
            fmt = cursor.blockFormat()
            fmt.setLeftMargin(fmt.leftMargin() - room)
            fmt.setRightMargin(fmt.rightMargin() + room)
            if fmt.tabPositions():  # which Qt turns round as well
                fmt.setTabPositions([QTextOption.Tab(room, QTextOption.TabType.RightTab)])
            cursor.setBlockFormat(fmt)


def _waiting(role: str) -> tuple[Block, ...]:
    """What stands in the place of words that nobody has signed: they are not in the edition at all."""
    words = _(
        "What follows here is not shown, because it has not been signed yet. It waits for: {role}. "
        "Use what stands on the rest of this page."
    )
    return (Paragraph((Run(words.format(role=role)),)),)
