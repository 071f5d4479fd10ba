"""From a page's blocks to a text document: built by cursor, without HTML from anywhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)

from content.blocks import (
    Block,
    Callout,
    CalloutKind,
    ContactCards,
    ContactTarget,
    Heading,
    ListBlock,
    PageTarget,
    Paragraph,
    Run,
    Table,
    Target,
    TickList,
)
from content.kinds import KINDS
from content.model import Contact, Library, Page, Section, Status
from desktop.ui.page_boxes import TEXT_LEFT
from desktop.ui.page_formats import BOX, INSIDE, PageFormats
from desktop.ui.style import Style
from desktop.words import N_, _, plural

CALLOUT_TITLES = {
    CalloutKind.WARNING: N_("Warning"),
    CalloutKind.GOOD_PRACTICE: N_("Good practice"),
    CalloutKind.DO_NOT_ASSUME: N_("Do not assume"),
    CalloutKind.FAMILY: N_("Words for the family"),
}
CELL_PAD, PAGER_PAD = 8, 14
"""Room around the words of a table's cell and of a way to another page, as drawn at 100 %."""
_CALLOUT_INK = {
    CalloutKind.WARNING: "warn_ink",
    CalloutKind.GOOD_PRACTICE: "good_ink",
    CalloutKind.DO_NOT_ASSUME: "warn_ink",
    CalloutKind.FAMILY: "ink",
}
ICON_SCHEME = "icon"


@dataclass(frozen=True, slots=True)
class Opening:
    """A page with what stands around it: its neighbours, the date it is read on, the lines ticked so far."""

    library: Library
    page: Page
    previous: str
    next: str
    today: date
    ticked: frozenset[int] = frozenset()


def long_date(day: date) -> str:
    """A date as written in a sentence: 23 November 2026."""
    return f"{day.day} {day:%B} {day.year}"


def href(target: Target | None) -> str:
    """The address of a link inside the program; a web address stays what it is."""
    if isinstance(target, PageTarget):
        return f"page:{target.page}#{target.section}" if target.section else f"page:{target.page}"
    if isinstance(target, ContactTarget):
        return f"contact:{target.contact}"
    return target.url if target else ""


def fill_document(document: QTextDocument, opening: Opening, style: Style) -> tuple[tuple[str, int], ...]:
    """Write a page into an empty document; returns each section's anchor and its position."""
    return _Writer(document, opening, style).write()


class _Writer:
    def __init__(self, document: QTextDocument, opening: Opening, style: Style) -> None:
        self._document = document
        self._opening = opening
        self._style = style
        self._formats = PageFormats(style)
        self._cursor = QTextCursor(document)
        self._fresh = True  # the block at the cursor is empty and may be used
        self._room: tuple[float, float] = (0, 0)
        self._ticks = 0
        self._anchors: list[tuple[str, int]] = []

    def write(self) -> tuple[tuple[str, int], ...]:
        self._cursor.beginEditBlock()
        self._head()
        if self._opening.page.at_a_glance:
            self._box("glance", _("At a glance"), "info_ink", self._opening.page.at_a_glance)
        if self._opening.page.act_now:
            self._box("act", _("Act now"), "danger_ink", self._opening.page.act_now)
        for section in self._opening.page.sections:
            self._section(section)
        self._foot()
        self._pager()
        self._cursor.endEditBlock()
        return tuple(self._anchors)

    # head and foot

    def _head(self) -> None:
        head, info = self._opening.page.head, self._opening.library.info
        self._line(head.title, "h1", 700, below=8)
        minutes = plural("{n} minute read", "{n} minute read", head.minutes).format(n=head.minutes)
        kind = _(KINDS[head.kind].name)
        reviewed = _("Reviewed {date}").format(date=long_date(head.reviewed))
        self._line("   ·   ".join((reviewed, minutes, kind)), "ui", colour="ink2", below=4)
        if info.status is Status.DRAFT:
            self._line(_("Draft: not yet approved by the partnership"), "ui", 600, "warn_ink", below=4)
        if head.review_by < max(self._opening.today, info.edition):
            words = _("This page is past its review date. Check with Duty and Advice before you rely on it.")
            self._box("overdue", _("Past its review date"), "warn_ink", (Paragraph((Run(words),)),))

    def _foot(self) -> None:
        head, library = self._opening.page.head, self._opening.library
        self._line(_("Where this comes from"), "ui", 700, above=28, below=4)
        for name in head.sources:
            if source := library.sources.get(name):
                dated = f", {source.page_date}" if source.page_date else ""
                words = f"{source.publisher}. {source.title}{dated}."
                self._line(words, "small", colour="ink2", below=2)
        dates = _("Reviewed {reviewed}. Next review due {due}.").format(
            reviewed=long_date(head.reviewed), due=long_date(head.review_by)
        )
        owner = _("Owner: {owner}.").format(owner=head.owner) if head.owner else ""
        self._line(f"{dates} {owner}".strip(), "small", 600, "ink2", above=8, below=2)
        edition = _("{publisher}. Edition of {date}.").format(
            publisher=library.info.publisher, date=long_date(library.info.edition)
        )
        self._line(edition, "small", colour="ink2", below=4)

    def _pager(self) -> None:
        ways = [(_("Previous"), self._opening.previous), (_("Next"), self._opening.next)]
        if not any(page for _words, page in ways):
            return
        made = QTextTableFormat()
        made.setBorder(0)
        made.setCellSpacing(0)
        made.setCellPadding(self._style.size(PAGER_PAD))
        made.setTopMargin(self._style.size(20))
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        half = QTextLength(QTextLength.Type.PercentageLength, 50)
        made.setColumnWidthConstraints([half, half])
        made.setProperty(BOX, "pager")
        self._close_fresh()
        table = self._cursor.insertTable(1, 2, made)
        for column, (words, page) in enumerate(ways):
            if page:
                self._pager_cell(table.cellAt(0, column).firstCursorPosition(), words, page, column == 1)

    def _pager_cell(self, cursor: QTextCursor, words: str, page: str, right: bool) -> None:
        align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        for role, text, char in (
            ("small", words, self._formats.text("small", 400, "ink2")),
            (
                "ui",
                self._opening.library.heads[page].title,
                self._formats.link(self._formats.text("ui", 700), f"page:{page}"),
            ),
        ):
            block = self._formats.block(role, below=2)
            block.setAlignment(align)
            if role == "ui":
                cursor.insertBlock(block)
            else:
                cursor.setBlockFormat(block)
            cursor.insertText(text, char)

    # blocks

    def _section(self, section: Section) -> None:
        if section.title:
            self._block(self._formats.block("h2", above=22, below=8))
            self._anchors.append((section.anchor, self._cursor.position()))
            self._cursor.insertText(section.title, self._formats.text("h2", 700))
        self._blocks(section.blocks)

    def _blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._one(block)

    def _one(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            self._paragraph(block.runs)
        elif isinstance(block, Heading):
            self._block(self._formats.block("h3", above=12, below=6))
            self._runs(block.runs, self._formats.text("h3", 700))
        elif isinstance(block, ListBlock):
            self._list(block)
        elif isinstance(block, TickList):
            self._tick_list(block)
        elif isinstance(block, Callout):
            title = block.title or _(CALLOUT_TITLES[block.kind])
            self._box(block.kind.value, title, _CALLOUT_INK[block.kind], block.blocks)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, ContactCards):
            for name in block.contacts:
                self._contact(self._opening.library.contacts[name])

    def _paragraph(self, runs: Sequence[Run], below: float = 10) -> None:
        self._block(self._formats.block("body", below=below))
        self._runs(runs, self._formats.text())

    def _runs(self, runs: Sequence[Run], base: QTextCharFormat) -> None:
        for run in runs:
            look = self._formats.strong(base) if run.strong else base
            if run.target is not None and not isinstance(run.target, ContactTarget):
                look = self._formats.link(look, href(run.target))
            self._cursor.insertText(run.text, look)

    def _list(self, block: ListBlock, depth: int = 1) -> None:
        made = QTextListFormat()
        styles = (QTextListFormat.Style.ListDisc, QTextListFormat.Style.ListCircle)
        made.setStyle(QTextListFormat.Style.ListDecimal if block.ordered else styles[min(depth, 2) - 1])
        made.setIndent(depth)
        made.setStart(block.start)
        own = None
        for item in block.items:
            for place, part in enumerate(item):
                if isinstance(part, ListBlock):
                    self._list(part, depth + 1)
                elif isinstance(part, Paragraph):
                    self._paragraph(part.runs, below=7)
                    if place == 0:
                        own = own or self._cursor.createList(made)
                        own.add(self._cursor.block())
                    else:
                        self._indent(depth)
                else:
                    self._one(part)

    def _indent(self, depth: int) -> None:
        indented = QTextBlockFormat(self._cursor.blockFormat())
        indented.setIndent(depth)
        self._cursor.setBlockFormat(indented)

    def _tick_list(self, block: TickList) -> None:
        for runs in block.items:
            number, self._ticks = self._ticks, self._ticks + 1
            made = self._formats.block("body", below=8)
            made.setLeftMargin(made.leftMargin() + self._style.size(36))
            made.setTextIndent(-self._style.size(36))
            self._block(made)
            ticked = number in self._opening.ticked
            self._cursor.insertImage(self._tick_image(number, ticked))
            base = self._formats.link(self._formats.text(), f"tick:{number}", underlined=False)
            self._cursor.insertText("  ", base)
            self._runs(runs, base)

    def _tick_image(self, number: int, ticked: bool) -> QTextImageFormat:
        name = "square-check" if ticked else "square"
        side = self._style.size(22)
        address = QUrl(f"{ICON_SCHEME}:{name}")
        picture = self._style.pixmap(name, "accent", 22, 2.0)
        self._document.addResource(QTextDocument.ResourceType.ImageResource.value, address, picture)
        made = QTextImageFormat()
        made.setName(address.toString())
        made.setWidth(side)
        made.setHeight(side)
        made.setAnchor(True)
        made.setAnchorHref(f"tick:{number}")
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        return made

    def _table(self, block: Table) -> None:
        made = QTextTableFormat()
        made.setBorder(0)
        made.setCellSpacing(0)
        made.setCellPadding(self._style.size(CELL_PAD))
        made.setTopMargin(self._style.size(4))
        made.setBottomMargin(self._style.size(14))
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        made.setHeaderRowCount(1)
        made.setProperty(BOX, "table")
        self._close_fresh()
        outer = self._cursor
        table = outer.insertTable(1 + len(block.rows), len(block.header), made)
        for row, cells in enumerate((block.header, *block.rows)):
            for column, runs in enumerate(cells):
                self._cursor = table.cellAt(row, column).firstCursorPosition()
                self._cursor.setBlockFormat(self._formats.block("ui", below=0))
                look = self._formats.text("ui", 700 if row == 0 else 400, "ink2" if row == 0 else "ink")
                self._runs(runs, look)
        self._cursor = table.lastCursorPosition()
        self._cursor.setPosition(table.lastPosition() + 1)
        self._fresh = True

    def _contact(self, contact: Contact) -> None:
        self._open_box("contact")
        self._line(contact.name, "ui", 700, below=2)
        if contact.for_whom:
            self._line(contact.for_whom, "small", colour="ink2", below=2)
        for number in (contact.phone, contact.text, contact.email, contact.web):
            if number:
                self._block(self._formats.block("h2", below=2))
                spaced = number.replace(" ", "\u00a0") if len(number) < 20 else number
                size = self._formats.text("h2" if len(number) < 20 else "ui", 700)
                self._cursor.insertText(spaced, self._formats.link(size, f"contact:{contact.id}", False))
        for words in (contact.hours_words, contact.note):
            if words:
                self._line(words, "small", colour="ink2", below=2)
        if contact.checked_on:
            checked = _("Checked {date}").format(date=long_date(contact.checked_on))
            self._line(checked, "small", colour="ink2", below=2)
        self._close_box()

    # boxes

    def _box(self, kind: str, title: str, ink: str, blocks: Collection[Block]) -> None:
        self._open_box(kind)
        self._line(title, "h3", 700, ink, below=4)
        self._blocks(blocks)
        self._close_box()

    def _open_box(self, kind: str) -> None:
        self._close_fresh()
        self._cursor.insertFrame(self._formats.box(kind))
        self._fresh = True
        self._room = (self._style.size(TEXT_LEFT - INSIDE), self._style.size(4))

    def _close_box(self) -> None:
        frame = self._cursor.currentFrame()
        self._cursor.setPosition(frame.lastPosition() + 1)
        self._room = (0, 0)
        self._fresh = True

    def _line(
        self,
        words: str,
        role: str,
        weight: int = 400,
        colour: str = "ink",
        above: float = 0,
        below: float = 10,
    ) -> None:
        self._block(self._formats.block(role, above, below))
        self._cursor.insertText(words, self._formats.text(role, weight, colour))

    def _block(self, made: QTextBlockFormat) -> None:
        left, right = self._room
        made.setLeftMargin(made.leftMargin() + left)
        made.setRightMargin(right)
        if self._fresh:
            self._cursor.setBlockFormat(made)
        else:
            self._cursor.insertBlock(made)
        self._fresh = False

    def _close_fresh(self) -> None:
        if self._fresh:
            self._cursor.setBlockFormat(self._formats.gap())
