"""The end of a page's words: where they come from, when its facts were read and who answers for them."""

from __future__ import annotations

import re

from content.model import Library, PageHead, Source, Status
from desktop.dates import long_date
from desktop.i18n import _
from desktop.ui.page.writer import PageWriter

_DATED = re.compile(r"(?:[\w ]{1,16} )?(?:19|20)\d\d")
"""A source's own date, such as "March 2023"; longer remarks are the editor's, not the worker's."""


def write_foot(writer: PageWriter, library: Library, head: PageHead) -> None:
    """Sources first, then the dates and who answers, then the edition."""
    sources = [library.sources[name] for name in head.sources if name in library.sources]
    if sources:
        writer.line(_("Where this comes from"), "ui", 700, above=36, below=6)
    for source in sources:
        writer.line(source_words(source), "small", colour="ink2", below=4)
    writer.line(_answerable(library, head), "small", 600, "ink2", above=10 if sources else 36, below=4)
    info = library.info_of(head)
    edition = _("{publisher}. Edition of {date}.").format(
        publisher=info.publisher, date=long_date(info.edition)
    )
    writer.line(edition, "small", colour="ink2", below=4)


def source_words(source: Source) -> str:
    """A source in a line: publisher, title, its date, and when its words were taken."""
    known = f"{source.title} {long_date(source.seen_on) if source.seen_on else ''}"
    dated = source.page_date if _DATED.fullmatch(source.page_date) and source.page_date not in known else ""
    taken = _("taken on {date}").format(date=long_date(source.seen_on)) if source.seen_on else ""
    title = ", ".join(part for part in (source.title.rstrip("."), dated, taken) if part)
    return f"{source.publisher.rstrip('.')}. {title}."


def _answerable(library: Library, head: PageHead) -> str:
    said = [
        _("Facts read on {date}. To be read again by {due}.").format(
            date=long_date(head.reviewed), due=long_date(head.review_by)
        )
    ]
    if head.owner:
        said.append(_("Owner: {owner}.").format(owner=head.owner))
    if head.signed_off_by and library.info_of(head).status is Status.APPROVED:
        names = [
            _("{name} ({role}, {date})").format(name=one.name, role=one.role, date=long_date(one.on))
            for one in head.signed_off_by
            if one.on
        ]
        said.append(_("Signed off by {name}.").format(name="; ".join(names)))
    return " ".join(said)
