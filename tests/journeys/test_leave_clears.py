"""After leaving no part holds what was read or searched; whoever asks the hidden process hears nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from types import FunctionType, ModuleType

import pytest
from PySide6.QtCore import QModelIndex, Qt, QUrl
from PySide6.QtGui import QAccessible, QAccessibleInterface, QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QTextEdit

from content.model import Library
from tests.journeys.conftest import open_program

CONTROL = Qt.KeyboardModifier.ControlModifier
TEXT = QAccessible.Text
NEUTRAL = {"up and down to choose, enter to open, esc to go back"}
"""Words of the program's own that stand there hidden, whatever was searched."""


def use_everything(worker) -> None:
    """Leave a word of reading and searching in as many parts as can hold one."""
    program, window = worker.program, worker.program.window
    program.navigation.open_node("theme", "babies")
    program.navigation.open_page("domestic-abuse")
    page = window.reading.page
    page.mark(("partner",))
    page.setFocus()
    worker.key(Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(window.reading.find_bar.field, "strangulation")
    page.selectAll()
    window.notice.say("The number of the strangulation line: 0", "Copy", lambda: None)
    window.sidebar.show_tab(0)
    worker.search("strangulation")
    worker.qtbot.waitUntil(lambda: window.results.hits.model().rowCount() > 0)


def told_by(one: QAccessibleInterface | None) -> Iterator[str]:
    """All that a screen reader can ask of this part and of those below it."""
    if one is None or not one.isValid():
        return
    for kind in (TEXT.Name, TEXT.Description, TEXT.Value, TEXT.Help):
        yield one.text(kind)
    if words := one.textInterface():
        yield words.text(0, words.characterCount())
    for number in range(one.childCount()):
        yield from told_by(one.child(number))


def heard(worker) -> set[str]:
    """All that the window tells, line by line."""
    told = "\n".join(told_by(QAccessible.queryAccessibleInterface(worker.program.window)))
    return {line.strip().lower() for line in told.splitlines()}


def test_the_accessible_tree_tells_nothing_that_it_did_not_tell_at_the_start(worker) -> None:
    for tab in (1, 0):  # a list that was never in sight tells nothing yet, not even what it always holds
        worker.program.window.sidebar.show_tab(tab)
        worker.run_events()
    at_start = heard(worker)
    use_everything(worker)
    while_used = heard(worker) - at_start
    assert sum("strangulation" in line for line in while_used) > 3  # else this looks at nothing
    worker.leave()
    worker.run_events()
    after = heard(worker)
    assert "quick leave" in after
    assert after - at_start <= NEUTRAL


def holders(word: str) -> list[object]:
    """Every object that refers to a text with this word, whichever part of the program made it."""
    gc.unfreeze()  # what is frozen is not told
    todo = gc.get_objects()
    known, found, letters = set(map(id, todo)), [], word.encode()
    while todo:
        one = todo.pop()
        names = list(one) if isinstance(one, dict) else []  # of a mapping only the values are told
        for held in names + gc.get_referents(one):
            if isinstance(held, (str, bytes)):
                if word in held.lower() if isinstance(held, str) else letters in held:
                    found.append(one)
            elif id(held) not in known and not gc.is_tracked(held):  # a mapping of plain texts is not
                known.add(id(held))
                todo.append(held)
    return found


def parts_of(library: Library) -> set[int]:
    """All that the library is made of, as it came with the edition."""
    todo: list[object] = [library]
    known = {id(library)}
    while todo:
        for held in gc.get_referents(todo.pop()):
            if id(held) not in known and not isinstance(held, (type, ModuleType, FunctionType)):
                known.add(id(held))
                todo.append(held)
    return known


@pytest.mark.slow
def test_no_object_keeps_a_word_that_was_typed_or_read(qtbot, edition, places, faults) -> None:
    """Only the library may, for it is the same whatever was read, and what other tests left behind.

    The words are put together here, because as constants this test would hold them itself.
    """
    typed, read = "".join(["zygo", "mat"]), " ".join(["children", "who", "watch", "every"])
    others = holders(read)
    for worker in open_program(qtbot, edition, places, faults):
        program, window = worker.program, worker.program.window
        worker.search(typed)
        worker.search(f"{typed} strangulation")
        program.navigation.open_page("domestic-abuse", "", (typed, "strangulation"))
        assert read in worker.page()
        worker.key(Qt.Key.Key_F, CONTROL)
        QTest.keyClicks(window.reading.find_bar.field, typed)
        assert len(holders(typed)) > 10  # else this looks at nothing
        assert len(holders(read)) > len(others)
        worker.type(typed)
        worker.leave()
        worker.run_events()
        assert program.thread.isFinished()
        assert holders(typed) == []
        known = parts_of(program.library) | set(map(id, others))
        assert [one for one in holders(read) if id(one) not in known] == []


def trees(worker) -> tuple[QAbstractItemView, ...]:
    return worker.program.window.sidebar.trees()


def open_branches(tree) -> int:
    model = tree.model()
    return sum(tree.isExpanded(model.index(row, 0)) for row in range(model.rowCount(QModelIndex())))


def test_every_part_is_empty(worker) -> None:
    use_everything(worker)
    window = worker.program.window
    trees(worker)[1].expandAll()
    assert window.reading.outline.sections()
    assert trees(worker)[0].currentIndex().isValid()
    worker.leave()
    worker.run_events()
    assert worker.program.navigation.page == ""
    assert not worker.program.navigation._history.can_back
    assert window.reading.page.toPlainText() == ""
    assert window.reading.page.marks() == 0
    assert window.reading.outline.sections() == ()
    assert window.reading.find_bar.field.text() == ""
    assert window.header.search.words() == ""
    assert window.results.title.text() == ""
    assert window.results.hits.model().rowCount() == 0
    assert window.node.cards() == ()
    assert window.notice.words.text() == ""
    assert [tree for tree in trees(worker) if tree.currentIndex().isValid() or open_branches(tree)] == []


def test_ticks_are_forgotten(worker) -> None:
    page = worker.program.window.reading.page
    checklist = next(
        head.id
        for head in worker.program.library.heads.values()
        if head.kind == "checklist"
        and worker.program.navigation.open_page(head.id) is None
        and page._renderer.rendered.ticks
    )
    page.anchorClicked.emit(QUrl("tick:0"))
    assert page.ticked() == {0}
    worker.leave()
    worker.program.navigation.open_page(checklist)
    assert page.ticked() == frozenset()


def test_nothing_can_be_undone_or_completed(worker) -> None:
    use_everything(worker)
    worker.leave()
    for field in worker.program.window.findChildren(QLineEdit):
        assert not field.isUndoAvailable()
        assert not field.isRedoAvailable()
        assert field.completer() is None
        assert field.selectedText() == ""
    for text in worker.program.window.findChildren(QTextEdit):
        text.document().undo()
        assert text.toPlainText() == ""
        assert text.extraSelections() == []


class Board:
    """A clipboard as X11 gives it: two places, each filled by us or by somebody else."""

    Mode = QClipboard.Mode

    def __init__(self, ours: bool, selection: bool = True) -> None:
        self._ours, self._selection = ours, selection
        self.held = {self.Mode.Clipboard: "words", self.Mode.Selection: "words"}

    def ownsClipboard(self) -> bool:
        return self._ours

    def ownsSelection(self) -> bool:
        return self._ours

    def supportsSelection(self) -> bool:
        return self._selection

    def clear(self, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
        assert mode is not self.Mode.Selection or self._selection
        self.held[mode] = ""


@pytest.mark.parametrize(
    ("board", "left"),
    [(Board(ours=True), ["", ""]), (Board(ours=False), ["words"] * 2), (Board(True, False), ["", "words"])],
    ids=["ours", "somebody else's", "no selection here"],
)
def test_only_our_own_copies_are_taken_off_the_clipboard(
    worker, monkeypatch: pytest.MonkeyPatch, board: Board, left: list[str]
) -> None:
    monkeypatch.setattr(QApplication, "clipboard", staticmethod(lambda: board))
    worker.leave()
    assert list(board.held.values()) == left
    assert worker.program.leaving.steps.failed == ()


def test_an_answer_that_comes_after_leaving_is_not_shown(worker) -> None:
    worker.type("strangulation")
    worker.program.leaving.leave()
    answered: list[object] = []
    worker.program.thread.answered.connect(lambda *answer: answered.append(answer))
    worker.qtbot.waitUntil(lambda: bool(worker.ended), timeout=5000)
    worker.run_events()
    assert worker.program.window.results.hits.model().rowCount() == 0
    assert not [line for line in heard(worker) if "strangulation" in line]
    assert worker.program.window.header.search.words() == ""
    assert worker.program.thread.isFinished()


def test_title_and_icon_are_the_same_on_every_page(worker) -> None:
    window = worker.program.window
    handle = window.windowHandle()
    seen = set()
    for page in worker.program.library.heads:
        worker.program.navigation.open_page(page)
        told = (window.windowTitle(), window.windowIconText(), window.windowFilePath(), window.windowRole())
        seen.add((*told, handle.title(), handle.filePath(), window.windowIcon().cacheKey()))
        window.setWindowTitle(page)  # whoever tries is overruled
        assert window.windowTitle() == handle.title() == "Handrail"
    assert len(worker.program.library.heads) >= 20
    assert len(seen) == 1


def test_the_next_start_knows_nothing(worker, qtbot, edition, places, faults) -> None:
    use_everything(worker)
    worker.program.navigation.open_page("domestic-abuse", "", ("partner",))
    worker.program.window.reading.page.verticalScrollBar().setValue(300)
    worker.leave()
    worker.program.leaving.gate.open()  # the next start is a new process, which has no gate to pass
    for again in open_program(qtbot, edition, places, faults):
        window = again.program.window
        assert window.part() is window.start
        assert window.header.search.words() == ""
        assert window.start.verticalScrollBar().value() == 0
        assert not window.notice.isVisible()
        assert not window.header.back.isEnabled()
        assert window.windowTitle() == "Handrail"
        again.program.navigation.open_page("domestic-abuse")
        assert window.reading.page.verticalScrollBar().value() == 0
        assert window.reading.page.marks() == 0
