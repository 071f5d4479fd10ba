"""The lines at the foot of the sidebar: which edition this is, and what to know about it."""

from __future__ import annotations

from content.model import Library, Status
from desktop.dates import month_and_year
from desktop.i18n import _


def edition_words(library: Library, private: bool) -> str:
    """Pack and date; that it is a draft; that nothing is kept, where `private`."""
    info = library.info
    words = _("{pack} edition, {date}").format(pack=info.id.capitalize(), date=month_and_year(info.edition))
    draft = _("Draft: nobody has signed this") if info.status is Status.DRAFT else ""
    nothing_kept = _("Private: nothing is kept") if private else ""
    return "\n".join(filter(None, (words, draft, nothing_kept)))
