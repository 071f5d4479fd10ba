"""Printing a page: asked once in the notice line, because paper can be found by others."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop.i18n import _
from desktop.ui.control.navigation import NavigationController
from desktop.ui.main_window import MainWindow

if TYPE_CHECKING:  # Qt's print parts are loaded only when a page is printed
    from PySide6.QtPrintSupport import QPrintDialog


def load_no_printer_service(platform: str) -> None:
    """On Linux a page is printed into a PDF file, and no printer is looked for.

    What Qt looks for printers with is a plug-in that opens network sockets, to this computer or to another
    one that its settings name. From the first printing on no plug-in is loaded any more; those that the
    window needs are there by then.
    """
    if platform == "linux":
        QCoreApplication.setLibraryPaths([])


class PrintController(QObject):
    """One question, one dialog of the system's; leaving takes both away."""

    def __init__(
        self,
        window: MainWindow,
        navigation: NavigationController,
        print_document: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._navigation = navigation
        self._print = print_document or self._print_with_dialog
        self._dialog: QPrintDialog | None = None
        self._stopped = False
        button = window.page_bar.print
        button.clicked.connect(self.offer)

    def offer(self) -> None:
        """Ask in the notice line."""
        if self._navigation.page:
            question = _("Print this page? A printed page can be found by others.")
            self._window.notice.ask(question, _("Print"), self._print)

    def _print_with_dialog(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        load_no_printer_service(sys.platform)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("Handrail")  # the printer's queue shows this name to others
        dialog = QPrintDialog(printer, self._window)
        self._dialog = dialog
        try:
            if dialog.exec() and self._navigation.page and not self._stopped:
                self._window.page_view.print_on(printer)
        finally:
            self._dialog = None
            dialog.deleteLater()

    def stop(self) -> None:
        """Take the dialog away unanswered, as part of leaving.

        A page that has been sent on its way is there already: the window has no turn before.
        """
        self._stopped = True
        if self._dialog:
            self._dialog.reject()
