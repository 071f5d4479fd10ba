"""Where to read on: the pages that the author named, else those found most like it for the edition."""

from __future__ import annotations

from content.blocks import PageTarget, Run
from content.model import Library, PageHead
from desktop.i18n import _
from desktop.ui.page.writer import PageWriter


def write_related(writer: PageWriter, library: Library, head: PageHead) -> None:
    """A link for each related page of this edition; nothing when there is none."""
    pages = [library.heads[name] for name in head.related if name in library.heads]
    if pages:
        writer.line(_("Related pages"), "h3", 700, above=28, below=6)
    for page in pages:
        base = writer.formats.text("ui")
        writer.block(writer.formats.block("ui", below=8), base)
        writer.runs((Run(page.title, target=PageTarget(page.id)),), base)
