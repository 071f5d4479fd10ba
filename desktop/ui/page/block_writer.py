"""Content blocks on the page: paragraphs, lists, tick lists, callouts, tables and contact cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from content.blocks import (
    Block,
    Callout,
    CalloutKind,
    ContactCards,
    Heading,
    ListBlock,
    Paragraph,
    Runs,
    Table,
    TickList,
)
from content.model import Contact
from desktop.i18n import N_, _
from desktop.ui.page.boxes import BOXES
from desktop.ui.page.contacts import write_contact
from desktop.ui.page.formats import BULLET, NUMBER, TICK
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
"""From one level of lists to the next, as drawn at 100 %."""
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
        """Where each block begins that has a marker to its left: bullet, number or tick box."""
        return tuple(self._markers)

    def write(self, blocks: Iterable[Block], depth: int = 0) -> Iterator[None]:
        """Write blocks, one part at each step; `depth` is how many lists they stand in."""
        for block in blocks:
            with self._writer.indented(0 if isinstance(block, ListBlock) else depth * INDENT):
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
        last = block.start + len(block.items) - 1
        for number, item in enumerate(block.items, block.start):
            first, rest = (item[0], item[1:]) if item else (None, ())
            if isinstance(first, Paragraph):
                marker = (NUMBER, f"{number}.") if block.ordered else (BULLET, depth)
                with self._writer.indented((depth - 1) * INDENT):
                    self._marked_line(first.runs, INDENT, 12 if number == last and depth == 1 else 6, marker)
                yield from self.write(rest, depth)
            else:
                yield from self.write(item, depth)
            yield

    def _tick_line(self, runs: Runs) -> None:
        number = len(self._ticks)
        self._marked_line(runs, TICK_INDENT, 8, (TICK, number), TickTarget(number))
        self._ticks.append(self._markers[-1])

    def _marked_line(
        self,
        runs: Runs,
        indent: float,
        below: float,
        marker: tuple[int, int | str],
        target: LinkTarget | None = None,
    ) -> None:
        """Words with a marker painted to their left. Qt's own lists put it too close, off the line."""
        writer = self._writer
        base = writer.formats.text()
        fmt = writer.formats.block(below=below)
        fmt.setLeftMargin(writer.style.size(indent))
        fmt.setProperty(*marker)
        writer.block(fmt, base)
        self._markers.append(writer.cursor.position())
        if target is None:
            writer.runs(runs, base)
            return
        with writer.tab_stop(target):
            writer.runs(runs, writer.formats.anchor(base, href(target)))
