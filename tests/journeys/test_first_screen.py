"""Each page that is acted on says on its first screen who rings whom, in a window of 1366 x 705."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextCursor

from content.model import Library, Page, PageHead, Status
from content.text import shown_number
from tests.journeys.conftest import SIZE, Worker


def acting_pages(library: Library) -> list[Page]:
    """Guidance that says what to do now, by its kind, by its box, or because it answers a hazard."""
    hazards = {hazard.page for hazard in library.hazards}

    def acts(head: PageHead) -> bool:
        page = library.pages[head.id]
        return head.kind == "do_now" or head.id in hazards or bool(page.act_now)

    guidance = (one for one in library.heads.values() if library.info_of(one).status is not Status.PROGRAM)
    return [library.pages[head.id] for head in guidance if acts(head)]


def numbers_in_sight(worker: Worker) -> set[str]:
    """The contacts whose number is painted whole in what the worker sees of the open page."""
    view, library = worker.program.window.page_view, worker.program.library
    seen = QRect(0, 0, view.viewport().width(), view.viewport().height())
    text, cursor = _plain(view.toPlainText()), QTextCursor(view.document())
    found = set()
    for contact in library.contacts.values():
        number = _plain(shown_number(contact))
        at = text.find(number) if number else -1
        if at >= 0:
            cursor.setPosition(at)
            start = view.cursorRect(cursor)
            cursor.setPosition(at + len(number))
            if seen.contains(start) and seen.contains(view.cursorRect(cursor)):
                found.add(contact.id)
    return found


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_each_acting_page_shows_whom_to_ring_without_scrolling(worker: Worker) -> None:
    window, library = worker.program.window, worker.program.library
    assert (window.width(), window.height()) == SIZE
    pages = acting_pages(library)
    assert len(pages) >= 20
    wanted: dict[str, set[str]] = {page.head.id: set() for page in pages}
    for hazard in library.hazards:
        wanted[hazard.page].update(hazard.contacts)
    silent = []
    for page in pages:
        worker.program.navigation.open_page(page.head.id)
        worker.run_events()
        assert worker.page().startswith(page.head.title)
        assert window.page_view.verticalScrollBar().value() == 0
        seen = numbers_in_sight(worker)
        if not seen or (wanted[page.head.id] and not seen & wanted[page.head.id]):
            silent.append(page.head.id)
    assert silent == []


def test_what_lies_below_the_first_screen_is_not_in_sight(worker: Worker) -> None:
    worker.program.navigation.open_page("who-to-call")
    worker.run_events()
    seen = numbers_in_sight(worker)
    worker.whole_page()
    shown = {id_: _plain(shown_number(one)) for id_, one in worker.program.library.contacts.items()}
    assert seen < {id_ for id_, number in shown.items() if number and number in _plain(worker.page())}
