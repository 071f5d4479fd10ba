"""Bookmarks in the window: one key keeps a page, the list and the star are told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from content.model import Library
from desktop.errors import NotErasedError, NotSavedError
from desktop.i18n import _
from desktop.store.bookmarks import Bookmarks
from desktop.ui.control.navigation import NavigationController
from desktop.ui.main_window import MainWindow
from desktop.ui.sidebar.bookmark_list import Bookmark


class BookmarkController(QObject):
    """Joins the store of bookmarks, which knows no Qt, to the window, which knows no store."""

    def __init__(
        self, window: MainWindow, library: Library, bookmarks: Bookmarks, navigation: NavigationController
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._bookmarks = bookmarks
        self._navigation = navigation
        bookmarks.listen(self.show)
        bookmarks.listen_for_words(window.notice.say)
        star, rows = window.page_bar.bookmark, window.bookmark_list
        star.clicked.connect(self.toggle)
        rows.remove_wanted.connect(self.remove)
        rows.remove_all_wanted.connect(self.remove_all)
        navigation.page_shown.connect(self.show_star)
        self.show()

    def toggle(self) -> None:
        """Keep the open page, or keep it no longer."""
        if page := self._navigation.page:
            self._try(lambda: self._bookmarks.toggle(page))

    def remove(self, page: str) -> None:
        """Keep this page no longer, whichever edition it is from."""
        if self._bookmarks.has(page):
            self._try(lambda: self._bookmarks.toggle(page))

    def remove_all(self) -> None:
        """Empty the list."""
        self._try(self._bookmarks.remove_all)

    def show(self) -> None:
        """Tell the list and the star."""
        rows = [Bookmark(page, self._title(page)) for page in self._bookmarks.pages]
        self._window.bookmark_list.show_bookmarks(rows, not self._bookmarks.in_memory)
        self.show_star()

    def show_star(self) -> None:
        """Tell the button over the page."""
        self._window.page_bar.show_bookmarked(self._bookmarks.has(self._navigation.page))

    def _title(self, page: str) -> str:
        head = self._library.heads.get(page)
        return head.title if head else _("{page} (not in this edition)").format(page=page)

    def _try(self, change: Callable[[], object]) -> None:
        try:
            change()
        except (NotErasedError, NotSavedError) as problem:
            self._window.notice.say(str(problem))
