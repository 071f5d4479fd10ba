"""A window with all its parts, as the composition root makes it in two steps."""

from __future__ import annotations

from content.model import Library
from content.tree import group_tree, theme_tree
from desktop.leave.faults import Faults
from desktop.ui.control.placement import FIRST
from desktop.ui.look.appearance import Appearance
from desktop.ui.main_window import MainWindow
from desktop.ui.page.reading_area import ReadingArea
from desktop.ui.page.view import PageView
from desktop.ui.panels.node_page import NodePage
from desktop.ui.search.results_view import ResultsView


def whole_window(appearance: Appearance, library: Library, faults: Faults) -> MainWindow:
    """The front, and what the first paint does not show."""
    window = MainWindow(appearance, library, theme_tree(library), group_tree(library))
    window.resize(FIRST)
    window.take_in(
        ReadingArea(appearance, PageView(appearance, faults), window.middle),
        NodePage(appearance, window.middle),
        ResultsView(appearance, window.middle),
    )
    return window
