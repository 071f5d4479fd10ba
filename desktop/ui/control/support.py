"""What has failed since the start, shown in help, and copied for whoever gives support."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication

from desktop import __version__
from desktop.i18n import _, ngettext
from desktop.leave.faults import Fault, Faults
from desktop.ui.main_window import TITLE, MainWindow
from desktop.ui.panels.help_page import HelpPage
from desktop.ui.panels.lazy_panel import LazyPanel
from desktop.ui.widgets.marked_copy import copy_words


class SupportController(QObject):
    """Joins the list of faults, which knows no Qt, to the help page."""

    def __init__(self, window: MainWindow, faults: Faults, help_page: LazyPanel[HelpPage]) -> None:
        super().__init__(window)
        self._window = window
        self._faults = faults
        self._help = help_page
        help_page.when_made(self._wire)

    def _wire(self, page: HelpPage) -> None:
        page.opened.connect(self.show)
        page.support_copy_wanted.connect(self.copy)

    def show(self) -> None:
        """Tell the help page what has failed up to now."""
        if page := self._help.made:
            page.show_faults(self._lines())

    def copy(self) -> None:
        """Put the list on the clipboard, with what support asks first."""
        copy_words("\n".join((_this_program(), *(self._lines() or [_("Nothing has failed.")]))))
        self._window.notice.say(
            _("Copied. Paste it into a message now: leaving takes it off the clipboard again.")
        )

    def _lines(self) -> list[str]:
        return [_line(fault, times) for fault, times in self._faults.noted()]


def _line(fault: Fault, times: int) -> str:
    often = ngettext("{times} time", "{times} times", times).format(times=times)
    return f"{fault} ({often})"


def _this_program() -> str:
    """The version, and what kind of computer this is; neither its name nor its owner's."""
    system = f"{QSysInfo.prettyProductName()}, {QSysInfo.currentCpuArchitecture()}"
    return f"{TITLE} {__version__}, Qt {qVersion()} ({QGuiApplication.platformName()}), {system}"
