"""The whole window in another language: none of the program's own words is left in English."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QAbstractItemView, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.app_paths import AppPaths
from desktop.commands import COMMANDS
from desktop.edition.compile_edition import build_index, content_hash, read_library
from desktop.edition.editions import Edition
from desktop.i18n import use_language
from desktop.leave.faults import Faults
from desktop.traces import Traces
from desktop.ui.control.announcements import Announcer
from desktop.ui.main_window import TITLE
from dev_tasks.messages import messages
from dev_tasks.pseudo_language import LANGUAGE, write_pseudo
from tests.journeys.conftest import ROOT, Worker, open_program
from tests.journeys.cyrillic_guidance import cyrillic, in_cyrillic

SMALL = ROOT / "tests" / "packs" / "small"
PROPERTIES = ("text", "accessibleName", "accessibleDescription", "toolTip", "statusTip", "whatsThis")
MORE = ("placeholderText", "windowTitle", "title")
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
ENGLISH = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture
def pseudo_worker(qtbot: QtBot, places: AppPaths, faults: Faults, tmp_path: Path) -> Iterator[Worker]:
    """The program in the pseudo-language, on guidance in letters of its own."""
    write_pseudo(messages(), tmp_path / "languages")
    assert use_language([LANGUAGE], tmp_path / "languages") == LANGUAGE
    library = in_cyrillic(read_library(SMALL)[0])
    library = replace(library, info=replace(library.info, id=cyrillic(library.info.id)))
    edition = Edition(library, lambda: build_index(library), content_hash(library), SMALL)
    yield from open_program(qtbot, edition, places, faults)
    use_language([], tmp_path)


def own_names(places: AppPaths) -> list[str]:
    """What is the same in every language: the name of the program, of its files and of keys."""
    native = QKeySequence.SequenceFormat.NativeText
    keys = {key for one in COMMANDS.values() for key in one.keys_on(sys.platform)}
    words = {QKeySequence(key).toString(native) for key in keys} | {TITLE, "https"}
    folders = [str(file.parent) for file in (places.settings_file, places.bookmarks_file) if file]
    files = [file.name for file in (places.settings_file, places.bookmarks_file) if file]
    traces = [str(one.path) for one in Traces(places, os.environ).found()]
    return sorted([*words, *folders, *files, *traces], key=len, reverse=True)


def told_by(worker: Worker) -> Iterator[tuple[str, str]]:
    """Every text of every widget, shown or not, as (where, words)."""
    window = worker.program.window
    for widget in (window, *window.findChildren(QWidget)):
        where = f"{type(widget).__name__} {widget.objectName()}"
        for name in (*PROPERTIES, *MORE):
            if isinstance(found := widget.property(name), str):
                yield f"{where}.{name}", found
        if isinstance(widget, QTextEdit):
            yield f"{where}.document", widget.toPlainText()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from ((f"{where}.rows", words) for words in rows_of(widget, QModelIndex()))
    for action in window.findChildren(QAction):
        yield "QAction.text", action.text()
        yield "QAction.toolTip", action.toolTip()


def rows_of(view: QAbstractItemView, parent: QModelIndex) -> Iterator[str]:
    for row in range(view.model().rowCount(parent)):
        index = view.model().index(row, 0, parent)
        yield from (found for role in ROLES if isinstance(found := index.data(role), str))
        yield from rows_of(view, index)


def painted_by(window: QWidget) -> str:
    """All words that the window paints now, whoever paints them: Qt writes them down as SVG."""
    data = QByteArray()
    buffer = QBuffer(data)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(window.size())
    window.render(generator)
    found = re.findall(r"<text[^>]*>([^<]*)</text>", data.toStdString())
    return unescape("\n".join(found))


@pytest.mark.slow
@dataclass
class Reader:
    """Goes through the window and notes each line that has plain letters in it, and where."""

    worker: Worker
    names: list[str]
    said: list[str] = field(default_factory=list)
    found: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Listen to what a screen reader is told unasked."""
        announcer = self.worker.program.window.findChild(Announcer)
        assert announcer is not None
        announcer.told.connect(self.said.append)

    def look(self, at: str) -> None:
        self.worker.run_events()
        window = self.worker.program.window
        said = [("said", words) for words in self.said]
        for where, words in (*told_by(self.worker), *said, ("painted", painted_by(window))):
            for name in self.names:
                words = words.replace(name, "")
            for line in filter(ENGLISH.search, words.splitlines()):
                self.found.setdefault(line, f"{at}: {where}")


def test_the_window_shows_no_english_of_ours(pseudo_worker: Worker, places: AppPaths) -> None:
    worker, reader = pseudo_worker, Reader(pseudo_worker, own_names(places))
    program = worker.program
    reader.look("start page")
    for panel in ("display", "help", "practice"):
        program.navigation.open_panel(panel)
        reader.look(panel)
    program.navigation.open_node("theme", next(iter(program.library.themes)))
    reader.look("theme")
    for page in program.library.heads:
        program.navigation.open_page(page)
        reader.look(page)
    read_a_page(reader, next(iter(program.library.heads)))
    for words in ("bruise", "bruis", "brusie", "nai", "who do i ring", "xyzzyx"):
        ask(worker, cyrillic(words))
        reader.look(f"search for {words}")
    assert reader.said
    assert reader.found == {}


def ask(worker: Worker, words: str) -> None:
    """Put words into the search box, because no key has such letters, and wait for their answer."""
    worker.program.search.put_words(words)
    title = worker.program.window.results.title
    worker.qtbot.waitUntil(lambda: words in title.text(), timeout=20_000)


def read_a_page(reader: Reader, page: str) -> None:
    """Everything that can be asked of an open page, and what is said about it."""
    worker, window = reader.worker, reader.worker.program.window
    worker.program.navigation.open_page(page)
    window.reading.page.setFocus()
    for command in ("find", "outline", "bookmark", "bookmarks", "print"):
        action_of(window, command).trigger()
        reader.look(command)
    window.reading.page.address_wanted.emit("https://")
    reader.look("address")
    for contact in worker.program.library.contacts:
        window.reading.page.contact_wanted.emit(contact)
        reader.look(contact)


def action_of(window: QWidget, command: str) -> QAction:
    wanted = [QKeySequence(key) for key in COMMANDS[command].keys_on(sys.platform)]
    return next(action for action in window.actions() if action.shortcuts() == wanted)
