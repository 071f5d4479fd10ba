"""Printing a page: asked once in the notice line, because paper can be found by others."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.ui.browsing import Browsing
from desktop.ui.main_window import MainWindow
from desktop.words import _


class Printing(QObject):
    """Qt's print parts are loaded only when a page is printed."""

    def __init__(
        self, window: MainWindow, browsing: Browsing, print_document: Callable[[], None] | None = None
    ) -> None:
        super().__init__(window)
        self._window = window
        self._browsing = browsing
        self._print = print_document or self._print_with_dialog
        window.reading.bar.print.clicked.connect(self.offer)

    def offer(self) -> None:
        """Ask in the notice line."""
        if self._browsing.page:
            question = _("Print this page? A printed page can be found by others.")
            self._window.notice.ask(question, _("Print"), self._print)

    def _print_with_dialog(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("Handrail")  # the printer's queue shows this name to others
        dialog = QPrintDialog(printer, self._window)
        if dialog.exec() and self._browsing.page:
            self._window.reading.page.print_on(printer)
        dialog.deleteLater()
