"""What the worker sees first: danger, where to start, and all topics. Nothing here tells what was read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from content.join import own_children
from content.kinds import KINDS
from content.model import Library, PageHead, Status
from content.tree import TreeNode
from desktop.danger_contacts import danger_lines
from desktop.i18n import _, ngettext
from desktop.ui.look.appearance import Appearance
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.card_page import CardPage
from desktop.ui.widgets.danger_line import DangerLine

NO_ICON = "file-text"


def page_line(head: PageHead) -> str:
    """The small line below a page's title on a card."""
    minutes = ngettext("{n} minute", "{n} minutes", head.minutes).format(n=head.minutes)
    return f"{_(KINDS[head.kind].name)} · {minutes}"


class StartPage(CardPage):
    """Editorial picks of the pack; never "most used", which would betray what was read."""

    page_wanted = Signal(str)
    node_wanted = Signal(str, str)

    def __init__(
        self, appearance: Appearance, library: Library, themes: TreeNode, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, _("Start page"), parent)
        self.show_library(library, themes)

    def show_library(self, library: Library, themes: TreeNode) -> None:
        """Fill the page from a pack."""
        info = library.info
        self.add_words(_("Guidance for work with children and families"), "h1", 700)
        lead = _("Everything here works without the internet. Search above, or choose a topic.")
        self.add_words(lead, "lead", 400, "ink2")
        if info.status is Status.DRAFT:
            self.add_words(_("Draft: nobody has signed this"), "ui", 700, "warn_ink")
        self._add_danger(library)
        self.add_words(_("Start here"), "h2", 700)
        self.add_cards(
            [self._page_card(library.heads[page]) for page in info.start_here if page in library.heads]
        )
        self.add_words(_("Browse by topic"), "h2", 700)
        self.add_cards([self._theme_card(library, node) for node in own_children(library, themes)])
        if changed := [page for page in info.changed if page in library.heads]:
            self.add_words(_("Changed in this edition"), "h2", 700)
            self.add_cards([self._page_card(library.heads[page]) for page in changed])
        self.end()

    def _add_danger(self, library: Library) -> None:
        info = library.info
        danger = DangerLine(self._appearance, danger_lines(library), self)
        danger.first_steps_wanted.connect(lambda: self.page_wanted.emit(info.danger_page))
        self.add_part(danger)

    def _page_card(self, head: PageHead) -> Card:
        card = Card(self._appearance, head.title, page_line(head), KINDS[head.kind].icon)
        card.clicked.connect(lambda: self.page_wanted.emit(head.id))
        return card

    def _theme_card(self, library: Library, node: TreeNode) -> Card:
        pages = ngettext("{n} page", "{n} pages", node.count).format(n=node.count)
        card = Card(self._appearance, node.title, pages, library.themes[node.id].icon or NO_ICON)
        card.clicked.connect(lambda: self.node_wanted.emit("theme", node.id))
        return card
