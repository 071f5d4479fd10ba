"""Printing a page: asked once in the notice line, because paper can be found by others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.i18n import _
from desktop.ui.control.navigation import NavigationController
from desktop.ui.main_window import MainWindow

if TYPE_CHECKING:  # Qt's print parts are loaded only when a page is printed
    from PySide6.QtPrintSupport import QPrintDialog


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
