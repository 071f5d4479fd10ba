"""Where a theme or a child group lands: what it is about, where to start, and its pages by kind."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from content.kinds import KINDS
from content.model import Group, Library, PageHead, Theme
from content.tree import TreeNode, branch_rows, pages_in_order
from desktop.i18n import _
from desktop.ui.look.appearance import Appearance
from desktop.ui.panels.start_page import page_line
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.card_page import CardPage


class NodePage(CardPage):
    """Filled anew for each node that the worker opens."""

    page_wanted = Signal(str)
    node_wanted = Signal(str, str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, _("Topic"), parent)

    def forget(self) -> None:
        """Show nothing, as before the first theme."""
        self.clear()

    def show_node(self, library: Library, node: TreeNode) -> None:
        """Show one theme or group with everything below it."""
        self.clear()
        place: Theme | Group = (library.themes if node.kind == "theme" else library.groups)[node.id]
        self.add_words(place.title, "h1", 700)
        self.add_words(place.summary, "lead", 400, "ink2")
        pages = [library.heads[page] for page in pages_in_order(library, node)]
        first = next((head for head in pages if head.id == place.start_page), None)
        if first:
            self.add_words(_("Start here"), "h2", 700)
            self.add_cards([self._page_card(first)])
        if below := [branch for _row, branch in branch_rows(node)]:
            self.add_words(_("Topics below"), "h2", 700)
            self.add_cards([self._node_card(child) for child in below])
        self._add_by_kind([head for head in pages if head is not first])
        self.end()
        self.verticalScrollBar().setValue(0)

    def _add_by_kind(self, pages: list[PageHead]) -> None:
        pages.sort(key=lambda head: KINDS[head.kind].order)
        for kind, heads in groupby(pages, key=lambda head: head.kind):
            self.add_words(_(KINDS[kind].plural), "h2", 700)
            self.add_cards([self._page_card(head) for head in heads])

    def _page_card(self, head: PageHead) -> Card:
        card = Card(self._appearance, head.title, head.summary or page_line(head), KINDS[head.kind].icon)
        card.clicked.connect(lambda: self.page_wanted.emit(head.id))
        return card

    def _node_card(self, node: TreeNode) -> Card:
        card = Card(self._appearance, node.title, "", "folder-open")
        card.clicked.connect(lambda: self.node_wanted.emit(node.kind, node.id))
        return card
