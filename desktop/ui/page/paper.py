"""A page on paper: the same boxes and icons in the light look, with room at the edges and numbered sheets."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter

from desktop.i18n import _
from desktop.ui.look.look_files import read_look
from desktop.ui.look.style import Style
from desktop.ui.page.document import PageContext, RenderedPage, build_page
from desktop.ui.page.painter import PagePainter

_MARGIN = 18.0
"""Room at each edge of the sheet, in millimetres."""
_SCALE = 0.85
"""Text size on paper: body text of 12 points."""
_DOTS = 96.0
"""Pixels to the inch in which a page is laid out; the printer's own are many more."""
_FOOT = 28
"""Room for the line below each sheet, in pixels of the page."""
_SHARP = 4.0  # icons are drawn this many times finer than a screen needs


def print_page(
    printer: QPagedPaintDevice, context: PageContext, style: Style, ticked: frozenset[int]
) -> None:
    """Print a page; its ways to other pages stay on the screen."""
    printer.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter)
    paper = replace(style, look=read_look("light"), scale=_SCALE)
    rendered = build_page(replace(context, previous="", next=""), paper)
    painter = QPainter(printer)
    dots = painter.viewport().width() / painter.window().width() * printer.logicalDpiX() / _DOTS
    sheet = QSizeF(printer.width() / dots, printer.height() / dots - _FOOT)
    rendered.document.setPageSize(sheet)
    sheets = rendered.document.pageCount()
    painter.scale(dots, dots)
    for number in range(sheets):
        if number:
            printer.newPage()
        area = QRectF(0, number * sheet.height(), sheet.width(), sheet.height())
        _sheet(painter, rendered, paper, area, ticked)
        words = _("{title}. Sheet {n} of {all}.")
        words = words.format(title=context.page.head.title, n=number + 1, all=sheets)
        painter.setFont(paper.font("small"))
        painter.setPen(paper.colour("ink2"))
        below = QRectF(0, sheet.height() + 4, sheet.width(), _FOOT - 4)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)
    painter.end()


def _sheet(
    painter: QPainter, rendered: RenderedPage, style: Style, area: QRectF, ticked: frozenset[int]
) -> None:
    painter.save()
    painter.translate(0, -area.top())
    painter.setClipRect(area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    PagePainter(style, _SHARP).draw(painter, rendered, area, ticked)
    rendered.document.drawContents(painter, area)
    painter.restore()
