"""Practice joined to the window: while its page is in front, a third press of Shift does not leave."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from desktop.store.settings import LEAVE_KEY, NO_KEY, SEEN_PRACTICE, Settings
from desktop.ui.control.navigation import NavigationController
from desktop.ui.control.panels import PRACTICE, Panels
from desktop.ui.control.settings import SettingsController
from desktop.ui.leave.leave_filter import LeaveFilter
from desktop.ui.leave.practice_page import PracticePage
from desktop.ui.main_window import MainWindow


class PracticeController(QObject):
    """Only Shift is rehearsed: button, leave key, closing and signals go the one way out as ever."""

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        choosing: SettingsController,
        navigation: NavigationController,
        keys: LeaveFilter,
        panels: Panels,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._choose = choosing.choose
        self._navigation = navigation
        self._keys = keys
        self._panels = panels
        keys.rehearsing = self.in_front
        keys.presses_changed.connect(self._pressed)
        panels.help.when_made(lambda page: page.practice_wanted.connect(self.open))
        panels.practice.when_made(self._wire)

    def _wire(self, page: PracticePage) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._state_changed)
        page.reading_wanted.connect(self.start_reading)
        page.limits_wanted.connect(lambda: self._navigation.open_page("help-leaving-limits"))

    @property
    def due(self) -> bool:
        """Whether this profile starts for the first time; never where nothing is kept."""
        return not self._settings.in_memory and not self._settings.get(SEEN_PRACTICE)

    def open(self) -> None:
        """Open the page, as at a first start while its button has not been pressed."""
        page = self._page()
        page.show_first(self.due)
        page.begin_again()
        self._navigation.open_panel(PRACTICE)
        page.focus_start()

    def open_first(self) -> None:
        """Open the page in place of the start page, where it is due."""
        if self.due:
            self.open()

    def start_reading(self) -> None:
        """Go to the start page; a first start is over now."""
        if self.due:
            self._choose(SEEN_PRACTICE, True)
        self._navigation.open_start()

    @Slot(Qt.ApplicationState)
    def _state_changed(self, state: Qt.ApplicationState) -> None:
        """A key that the desktop keeps for itself never comes here; what it opens instead does show."""
        key = self._settings.get(LEAVE_KEY)
        if state != Qt.ApplicationState.ApplicationActive and key != NO_KEY and self.in_front():
            self._page().show_another_window(key)

    def in_front(self) -> bool:
        """Whether a third press of Shift is a rehearsal."""
        page = self._panels.practice.made
        covered = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        return page is not None and page.isVisible() and covered is None

    def _page(self) -> PracticePage:
        return self._panels.practice.get()

    def _pressed(self, count: int) -> None:
        if self.in_front():
            page = self._page()
            page.show_press(count, self._keys.last_ms)
            if count and page.rehearsal.too_many:
                self._keys.begin_again()
