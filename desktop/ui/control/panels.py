"""The panels that stand in place of the page when asked for, by the names that the history remembers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from content.model import Library
from desktop.store.settings import Table
from desktop.ui.leave.practice_page import PracticePage
from desktop.ui.look.appearance import Appearance
from desktop.ui.main_window import TITLE, MainWindow
from desktop.ui.panels.display_panel import DisplayPanel
from desktop.ui.panels.help_page import HelpPage, help_heads
from desktop.ui.panels.lazy_panel import LazyPanel
from desktop.ui.widgets.card_page import CardPage

DISPLAY, HELP, PRACTICE = "display", "help", "practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Panels:
    """Each is made when first opened; whoever listens to one says so beforehand."""

    display: LazyPanel[DisplayPanel]
    help: LazyPanel[HelpPage]
    practice: LazyPanel[PracticePage]

    def open(self, name: str) -> CardPage:
        """The panel of this name."""
        panels: dict[str, Callable[[], CardPage]] = {
            DISPLAY: self.display.get,
            HELP: self.help.get,
            PRACTICE: self.practice.get,
        }
        return panels[name]()


def lazy_panels(
    window: MainWindow,
    appearance: Appearance,
    library: Library,
    places: Mapping[str, str],
    settings: Table,
) -> Panels:
    """The panels of this window; `places` is what help tells of files."""
    return Panels(
        display=LazyPanel(lambda: DisplayPanel(appearance, settings, window.middle), window.add_panel),
        help=LazyPanel(
            lambda: HelpPage(appearance, help_heads(library), places, window.middle), window.add_panel
        ),
        practice=LazyPanel(lambda: PracticePage(appearance, TITLE, window.middle), window.add_panel),
    )
