"""Printed pages can be read back: every word of the page, letter by letter."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from datetime import date

import pypdf
import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QPageSize, QPdfWriter

from content.blocks import Paragraph, Run
from content.compiled import Library
from content.text import section_text
from desktop.ui.look.style import Style
from desktop.ui.page.document import PageContext
from desktop.ui.page.paper import print_page

LETTERS = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 ÀÁÂĂÄÅ àáâăäå ÇÉÈÊ çéèê ßøØæÆœŁłŠšŽž"
)


def printed(context: PageContext, style: Style) -> str:
    """What a reader of PDF files sees and copies of the page."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    print_page(writer, context, style, frozenset())
    pages = pypdf.PdfReader(io.BytesIO(bytes(buffer.data().data()))).pages
    return "\n".join(page.extract_text() for page in pages)


def words(text: str) -> Counter[str]:
    return Counter(text.split())


@pytest.mark.parametrize("name", ["baby-bruise", "who-to-call"])
def test_every_word_of_a_page_can_be_copied_from_paper(style: Style, small: Library, name: str) -> None:
    page = small.pages[name]
    told = printed(PageContext(small, page, "", "", date(2026, 1, 2)), style)
    expected = words(page.head.title)
    for section in page.sections:
        expected += words(f"{section.title} {section_text(section, small.contacts)}")
    missing = expected - words(told)
    missing.pop("·", None)  # stands between the parts of a card where it is told in one line
    assert not missing


def test_every_letter_can_be_copied_from_paper(style: Style, small: Library) -> None:
    page = small.pages["baby-bruise"]
    section = replace(page.sections[0], blocks=(Paragraph((Run(LETTERS), Run(LETTERS, strong=True))),))
    told = printed(PageContext(small, replace(page, sections=(section,)), "", "", date(2026, 1, 2)), style)
    assert "".join(told.split()).count("".join(LETTERS.split())) == 2
