"""What a screen reader is told unasked: results, the page that opened, a bookmark. Nothing at leaving."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from content.model import Library
from desktop.i18n import _
from desktop.store.bookmarks import Bookmarks
from desktop.ui.control.navigation import NavigationController
from desktop.ui.main_window import MainWindow


class Announcer(QObject):
    """Joins what happens to words, and keeps none of them: there is nothing here to empty at leaving."""

    told = Signal(str)

    def __init__(
        self, window: MainWindow, library: Library, navigation: NavigationController, bookmarks: Bookmarks
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._navigation = navigation
        self._bookmarks = bookmarks
        self._kept = len(bookmarks.pages)
        results = window.results
        results.said.connect(self.say)
        navigation.page_shown.connect(self._page_shown)
        bookmarks.listen(self._bookmarks_changed)

    def say(self, words: str) -> None:
        """Tell these words politely, while the window is there."""
        if words and self._window.isVisible():
            self.told.emit(words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, words))

    def _page_shown(self, page: str) -> None:
        if head := self._library.heads.get(page):
            self.say(head.title)

    def _bookmarks_changed(self) -> None:
        now, before = len(self._bookmarks.pages), self._kept
        self._kept = now
        if now != before:
            self.say(_("Bookmarked") if now > before else _("Bookmark removed"))
