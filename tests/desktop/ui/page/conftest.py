"""The parts of the reading surface without the surface: a renderer, and a scroll bar over what it wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QScrollBar

from content.model import Library, Page
from desktop.leave.faults import Faults
from desktop.ui.look.style import Style
from desktop.ui.page.column import Column
from desktop.ui.page.document import PageContext
from desktop.ui.page.renderer import PageRenderer
from desktop.ui.page.scroller import PageScroller
from desktop.ui.page.writer import PageWriter

HEIGHT = 500
COLUMN = Column(left=26, width=600, viewport=700, scale=1.0)
Render = Callable[..., PageRenderer]


@pytest.fixture
def document(style: Style) -> QTextDocument:
    """An empty one; whoever takes it keeps it alive, which a pen alone does not."""
    one = QTextDocument()
    one.setDocumentMargin(0)
    one.setDefaultFont(style.font("body"))
    return one


@pytest.fixture
def writer(document: QTextDocument, style: Style) -> PageWriter:
    """A pen at the top of that document."""
    return PageWriter(document, style)


@pytest.fixture
def lines(document: QTextDocument) -> Callable[[], list[str]]:
    """What stands in the document, a block a line, without the empty ones that Qt needs between frames."""
    return lambda: [line for line in document.toPlainText().splitlines() if line]


@pytest.fixture
def renderer(qapp, style: Style, faults: Faults) -> Iterator[PageRenderer]:
    """A renderer with a style and no page."""
    one = PageRenderer(style, faults)
    yield one
    one.blockSignals(True)
    one.clear()


@pytest.fixture
def bar(renderer: PageRenderer) -> QScrollBar:
    """Goes as far as what is written, as the bar of a text view does."""
    one = QScrollBar()

    def begin() -> None:
        renderer.rendered.document.setTextWidth(COLUMN.viewport)  # lays out anew, so once
        grow()

    def grow() -> None:
        one.setRange(0, max(0, round(renderer.rendered.document.size().height()) - HEIGHT))

    renderer.replaced.connect(begin)
    renderer.grown.connect(grow)
    return one


@pytest.fixture
def scroller(renderer: PageRenderer, bar: QScrollBar) -> PageScroller:
    """Moves that bar; it is told of each part, as the view tells it."""
    one = PageScroller(renderer, bar, lambda: HEIGHT)
    renderer.replaced.connect(one.restart)
    renderer.grown.connect(one.retry)
    return one


@pytest.fixture
def render(renderer: PageRenderer, small: Library) -> Render:
    """Render a page, or a page of the small pack by its id; the first part stands then."""

    def render_(page: Page | str, column: Column = COLUMN) -> PageRenderer:
        page = small.pages[page] if isinstance(page, str) else page
        renderer.context = PageContext(small, page, "danger-now", "safe-sleep", small.info.edition)
        renderer.render(column)
        return renderer

    return render_


@pytest.fixture
def completed(qtbot, renderer: PageRenderer) -> Callable[[], None]:
    """Wait until the end of the page stands."""
    return lambda: qtbot.waitUntil(lambda: not renderer.growing, timeout=60_000)
