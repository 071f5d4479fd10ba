"""The panel at the left: three tabs over the topics, the groups and the bookmarks, and the edition below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from content.tree import TreeNode
from desktop.i18n import _
from desktop.ui.look.appearance import Appearance
from desktop.ui.sidebar.bookmark_list import BookmarkList
from desktop.ui.sidebar.topic_tree import TopicTree
from desktop.ui.sidebar.tree_model import TreeModel
from desktop.ui.widgets.push_button import TAB, PushButton


class Sidebar(QWidget):
    """Holds the two trees and the bookmarks; which is shown is the worker's choice."""

    def __init__(
        self, appearance: Appearance, themes: TreeNode, groups: TreeNode, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._stack = QStackedWidget(self)
        self.topics = TopicTree(appearance, _("Topics"), self._stack)
        self.topics.setModel(TreeModel(themes, self))
        self.groups = TopicTree(appearance, _("Groups"), self._stack)
        self.groups.setModel(TreeModel(groups, self))
        self.bookmarks = BookmarkList(appearance, self._stack)
        self._tabs = QButtonGroup(self)
        self.tabs: list[PushButton] = []
        bar = QHBoxLayout()
        bar.setSpacing(0)
        for number, (words, panel) in enumerate(
            ((_("Topics"), self.topics), (_("Groups"), self.groups), (_("Bookmarks"), self.bookmarks))
        ):
            bar.addWidget(self._tab(words, number), 1)
            self._stack.addWidget(panel)
        self._edition = QLabel(self)
        self._edition.setTextFormat(Qt.TextFormat.PlainText)
        self._edition.setWordWrap(True)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(bar)
        self._rows.addWidget(self._stack, 1)
        self._rows.addWidget(self._edition)
        self.show_tab(0)
        appearance.follow(self._restyle)

    def _tab(self, words: str, number: int) -> PushButton:
        tab = PushButton(self._appearance, words, words, TAB, parent=self)
        tab.setCheckable(True)
        tab.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tabs.addButton(tab, number)
        self.tabs.append(tab)
        tab.clicked.connect(lambda: self.show_tab(number))
        return tab

    def show_tab(self, number: int) -> None:
        """Bring Topics (0), Groups (1) or Bookmarks (2) to the front."""
        self.tabs[number].setChecked(True)
        self._stack.setCurrentIndex(number)

    def front(self) -> QWidget:
        """What takes the keyboard when the worker comes here: the list, or its tab if that is empty."""
        panel = self._stack.currentWidget()
        if isinstance(panel, BookmarkList):
            # a hidden list takes no keyboard, so that it would stay where it was
            return self.tabs[self._stack.currentIndex()] if panel.tree.isHidden() else panel.tree
        return panel or self

    def trees(self) -> tuple[TopicTree, TopicTree, TopicTree]:
        """All three lists, to be told where the worker is."""
        return self.topics, self.groups, self.bookmarks.tree

    def forget(self) -> None:
        """Close every branch and mark nothing, in all three lists."""
        for tree in self.trees():
            tree.forget()

    def show_edition(self, words: str) -> None:
        """Name the edition, and say so if it is a draft."""
        self._edition.setText(words)

    @Slot()
    def _restyle(self) -> None:
        style = self._appearance.style
        self._edition.setFont(style.font("small"))
        palette = self._edition.palette()
        palette.setColor(self._edition.foregroundRole(), style.colour("ink2"))
        self._edition.setPalette(palette)
        pad = style.size(12)
        self._rows.setContentsMargins(pad, pad, 8, pad)
        self._rows.setSpacing(style.size(8))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._appearance.style
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), style.colour("side"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), style.colour("line"))
        first, last = self.tabs[0].geometry(), self.tabs[-1].geometry()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("bg"))
        painter.drawRoundedRect(first.united(last).adjusted(-3, -3, 3, 3), style.size(8), style.size(8))
