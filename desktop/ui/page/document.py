"""From a page to a text document, in the order in which a worker under stress needs it: action first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import inf
from time import monotonic

from PySide6.QtGui import QTextDocument

from content.blocks import Paragraph, Run
from content.kinds import KINDS
from content.model import Library, Page, Status
from desktop.dates import long_date
from desktop.i18n import _, ngettext
from desktop.ui.look.style import Style
from desktop.ui.page.block_writer import BlockWriter
from desktop.ui.page.foot import write_foot
from desktop.ui.page.related import write_related
from desktop.ui.page.tab_stops import TabStop
from desktop.ui.page.tables import write_pager
from desktop.ui.page.writer import PageWriter


@dataclass(frozen=True, slots=True)
class PageContext:
    """A page with what stands around it: its neighbours in reading order and the date it is read on."""

    library: Library
    page: Page
    previous: str
    next: str
    today: date


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A document and the places in it, as character positions."""

    document: QTextDocument
    sections: tuple[tuple[str, int], ...] = ()
    ticks: tuple[int, ...] = ()
    list_markers: tuple[int, ...] = ()
    tab_stops: tuple[TabStop, ...] = ()


def build_page(context: PageContext, style: Style, narrow: bool = False) -> RenderedPage:
    """Write a whole page into a new document."""
    page = IncrementalRenderer(context, style, narrow)
    page.write()
    return page.rendered()


class IncrementalRenderer:
    """A page that is written a part at a time, from its top: a long one must keep nobody waiting.

    Built by cursor, so nothing in its text is ever markup. Positions that have been told never change.
    `narrow` takes a smaller title and writes tables row under row: for less than 500 effective pixels.
    """

    def __init__(self, context: PageContext, style: Style, narrow: bool = False) -> None:
        self._document = QTextDocument()
        self._document.setUndoRedoEnabled(False)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(style.font("body"))
        self._writer = PageWriter(self._document, style)
        self._blocks = BlockWriter(self._writer, context.library.contacts, narrow)
        self._sections: list[tuple[str, int]] = []
        self._parts = self._write(context, narrow)
        self.complete = False

    def write(self, letters: int | None = None, seconds: float = inf) -> None:
        """Write about so many letters more, or for so long, or all; then `whole` tells if that was all."""
        cursor = self._writer.cursor
        until = inf if letters is None else cursor.position() + letters
        end = monotonic() + seconds
        cursor.beginEditBlock()
        try:
            self.complete = not any(cursor.position() >= until or monotonic() >= end for _part in self._parts)
        finally:
            cursor.endEditBlock()  # else the document would never be laid out again

    def rendered(self) -> RenderedPage:
        """The document, which goes on growing, and the places in it so far."""
        return RenderedPage(
            self._document,
            tuple(self._sections),
            self._blocks.ticks(),
            self._blocks.list_markers(),
            self._writer.tab_stops(),
        )

    def _write(self, context: PageContext, narrow: bool) -> Iterator[None]:
        writer, head = self._writer, context.page.head
        yield from _write_head(writer, self._blocks, context, narrow)
        for section in context.page.sections:
            if section.title:
                writer.line(section.title, "h2", 700, above=28, below=10)
                self._sections.append((section.anchor, writer.cursor.block().position()))
            yield from self._blocks.write(section.blocks)
        write_related(writer, context.library, head)
        write_foot(writer, context.library, head)
        write_pager(writer, context.library.heads, context.previous, context.next)


def past_review(context: PageContext) -> bool:
    """Whether the page's review is due: the clock may be wrong, so the edition's date counts too.

    Help is renewed with the program and is not relied on as guidance is: it carries no warning.
    """
    head, info = context.page.head, context.library.info_of(context.page.head)
    return info.status is not Status.PROGRAM and head.review_by < max(context.today, info.edition)


def _write_head(
    writer: PageWriter, blocks: BlockWriter, context: PageContext, narrow: bool
) -> Iterator[None]:
    page = context.page
    writer.line(page.head.title, "h1-narrow" if narrow else "h1", 700, below=10)
    writer.line(_about(page), "ui", colour="ink2", below=4)
    if context.library.info_of(page.head).status is Status.DRAFT:
        writer.line(_("Draft: nobody has signed this"), "ui", 600, "warn_ink", below=4)
    if past_review(context):
        words = _("This page is past its review date. Ask your safeguarding lead before you rely on it.")
        yield from blocks.box("overdue", _("Past its review date"), (Paragraph((Run(words),)),))
    if page.at_a_glance:
        yield from blocks.box("glance", _("At a glance"), page.at_a_glance)
    if page.act_now:
        yield from blocks.box("act", _("Act now"), page.act_now)


def _about(page: Page) -> str:
    facts_read = _("Facts read on {date}").format(date=long_date(page.head.reviewed))
    minutes = ngettext("{n} minute read", "{n} minute read", page.head.minutes).format(n=page.head.minutes)
    kind = _(KINDS[page.head.kind].name)
    # only the last space may break, so no dot begins a line
    return "\u00a0\u00a0\u00a0·\u00a0\u00a0 ".join(
        part.replace(" ", "\u00a0") for part in (facts_read, minutes, kind)
    )
