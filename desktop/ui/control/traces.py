"""What the program has written, shown in help, and erased after one question in the line over the page."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.errors import NotErasedError
from desktop.i18n import _
from desktop.store.bookmarks import Bookmarks
from desktop.store.settings import Settings
from desktop.traces import Traces
from desktop.ui.main_window import MainWindow
from desktop.ui.panels.help_page import HelpPage
from desktop.ui.panels.lazy_panel import LazyPanel


class TraceController(QObject):
    """Joins the traces, which know no Qt, to the help page, which knows no files."""

    def __init__(
        self,
        window: MainWindow,
        traces: Traces,
        bookmarks: Bookmarks,
        settings: Settings,
        help_page: LazyPanel[HelpPage],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._traces = traces
        self._bookmarks = bookmarks
        self._settings = settings
        self._help = help_page
        help_page.when_made(self._wire)

    def _wire(self, page: HelpPage) -> None:
        page.opened.connect(self.show)
        page.erase_wanted.connect(self.ask)

    def show(self) -> None:
        """Tell the help page what stands on the disk now."""
        if page := self._help.made:
            lines = [f"{one.path}: {one.words}" for one in self._traces.found()]
            page.show_traces(lines, bool(self._traces.erasable()))

    def ask(self) -> None:
        """Ask once; the question goes with the page, and with Esc."""
        question = _("Erase all that is listed here? Your bookmarks and settings will be gone.")
        self._window.notice.ask(question, _("Erase"), self.erase)

    def erase(self) -> None:
        """Erase the files, and forget what was in them, or the next change would write it again."""
        left = self._traces.erase()
        self._bookmarks.forget()
        self._settings.forget()
        self.show()
        if left:
            self._window.notice.say(str(NotErasedError(one.path for one in left)))
        else:
            self._window.notice.say(_("Erased. What you keep or change from now on is written again."))
