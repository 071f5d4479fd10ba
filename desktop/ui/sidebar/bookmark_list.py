"""The worker's bookmarks in the sidebar, with what to know about them on a shared laptop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from content.tree import TreeNode
from desktop.i18n import _
from desktop.ui.look.appearance import Appearance
from desktop.ui.sidebar.topic_tree import TopicTree
from desktop.ui.sidebar.tree_model import TreeModel
from desktop.ui.widgets.push_button import ButtonStyle, PushButton

_QUIET = ButtonStyle(foreground="link", pad=6, role="small", height=34, weight=600)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A page kept within reach; `title` says so when the page is no longer in this edition."""

    page: str
    title: str


def bookmark_tree(bookmarks: Sequence[Bookmark]) -> TreeNode:
    """The list as a flat tree, so that it is drawn and used like the other two."""
    rows = tuple(TreeNode("page", mark.page, mark.title, 1, ()) for mark in bookmarks)
    return TreeNode("group", "", "", len(rows), rows)


class BookmarkList(QWidget):
    """Shows the bookmarks, or how to make one."""

    page_wanted = Signal(str)
    remove_wanted = Signal(str)
    remove_all_wanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._model = TreeModel(bookmark_tree(()), self)
        self.tree = TopicTree(appearance, _("Bookmarks"), self)
        self.tree.setModel(self._model)
        self.tree.node_wanted.connect(lambda _kind, page: self.page_wanted.emit(page))
        self.tree.remove_wanted.connect(self.remove_wanted)
        self._note = QLabel(self)
        self._note.setWordWrap(True)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.ensurePolished()  # or Qt takes wide margins away when the label is first shown
        self._remove = PushButton(
            appearance, _("Remove all bookmarks"), _("Remove all bookmarks"), _QUIET, parent=self
        )
        self._remove.clicked.connect(self._ask_or_remove)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.tree, 1)
        rows.addWidget(self._note)
        rows.addWidget(self._remove)
        self._sure = False
        appearance.follow(self._restyle)

    def show_bookmarks(self, bookmarks: Sequence[Bookmark], kept: bool = True) -> None:
        """Replace the list; `kept` tells whether it outlives the program."""
        self._model.show_tree(bookmark_tree(bookmarks))
        self.tree.setVisible(bool(bookmarks))
        self._remove.setVisible(bool(bookmarks))
        self._sure = False
        self._remove.setText(_("Remove all bookmarks"))
        stays = _("Bookmarks stay on this computer. Anyone who opens this program can see them.")
        if not kept:
            stays = _("Nothing is kept of this session. Bookmarks last until you close the program.")
        empty = _("Nothing saved yet. Open a page and press Ctrl+D.")
        self._note.setText(stays if bookmarks else f"{empty}\n\n{stays}")

    def _ask_or_remove(self) -> None:
        if self._sure:
            self.remove_all_wanted.emit()
            return
        self._sure = True
        self._remove.setText(_("Press again to remove them all"))
        self._remove.updateGeometry()

    @Slot()
    def _restyle(self) -> None:
        style = self._appearance.style
        self._note.setFont(style.font("small"))
        pad = style.size(12)
        self._note.setContentsMargins(pad, pad, pad, style.size(4))
