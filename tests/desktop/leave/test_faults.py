"""A failure is told by kind and place; what was being read is not in it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import FileDamagedError
from desktop.leave.faults import MOST, Faults, install_hooks
from desktop.store.atomic_file import read_object

ROOT = Path(__file__).resolve().parents[3]
HERE = "tests/desktop/leave/test_faults.py"


@pytest.fixture
def own() -> Faults:
    """A list of this test's own: it is meant to be filled."""
    return Faults()


@pytest.fixture
def hooks() -> Iterator[None]:
    """Put back whatever hooks were there before."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    yield
    sys.excepthook, threading.excepthook, sys.unraisablehook = before


def fail(words: str = "domestic-abuse") -> None:
    raise KeyError(words)


def note(faults: Faults, kind: type[Exception] = KeyError) -> None:
    try:
        raise kind("domestic-abuse")
    except kind as error:
        faults.note(error)


def told(faults: Faults) -> list[str]:
    return [str(fault) for fault, _times in faults.noted()]


def test_kind_file_and_line_are_kept_and_nothing_else(own: Faults) -> None:
    note(own)
    note(own)
    note(own, ValueError)
    line = note.__code__.co_firstlineno + 2
    assert [(str(fault), times) for fault, times in own.noted()] == [
        (f"KeyError at {HERE}:{line}", 2),
        (f"ValueError at {HERE}:{line}", 1),
    ]
    assert "domestic" not in repr(vars(own))
    own.forget()
    assert own.noted() == ()


def test_the_place_is_the_innermost_line_of_the_program(own: Faults, tmp_path: Path) -> None:
    """Below it stands the JSON reader, which any part of the program may have called."""
    (tmp_path / "strangulation.json").write_text("{broken", encoding="utf-8")
    with pytest.raises(FileDamagedError) as damaged:
        read_object(tmp_path / "strangulation.json")
    own.note(damaged.value.__cause__ or damaged.value)
    (line,) = told(own)
    assert line.startswith("JSONDecodeError at desktop/store/atomic_file.py:")


def test_one_that_was_never_raised_has_no_place(own: Faults) -> None:
    own.note(RuntimeError("domestic-abuse"))
    assert told(own) == ["RuntimeError at unknown"]


def test_what_fails_on_and_on_does_not_fill_the_memory(own: Faults) -> None:
    for number in range(MOST + 10):
        note(own, type(f"Error{number}", (Exception,), {}))
    note(own, ValueError)
    assert len(own.noted()) == MOST
    assert told(own)[0].startswith("Error0 at ")


def test_threads_may_note_while_another_reads(own: Faults) -> None:
    """The list is read whole, whatever is noted meanwhile."""
    kinds = [type(f"Error{number}", (Exception,), {}) for number in range(MOST)]
    over = threading.Event()

    def write() -> None:
        for _turn in range(200):
            own.forget()
            for kind in kinds:
                note(own, kind)
        over.set()

    writer = threading.Thread(target=write)
    writer.start()
    while not over.is_set():
        own.noted()
    writer.join()
    assert len(own.noted()) == MOST


@pytest.mark.usefixtures("hooks")
def test_the_line_on_the_terminal_holds_kind_and_place_only(
    own: Faults, capsys: pytest.CaptureFixture[str]
) -> None:
    install_hooks(own)
    try:
        fail()
    except KeyError:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]  # there is one: it was just raised
    line = capsys.readouterr().err
    assert line == f"Handrail: {told(own)[0]}\n"
    assert line.startswith(f"Handrail: KeyError at {HERE}:")


@pytest.mark.usefixtures("hooks")
def test_an_interrupt_says_nothing(own: Faults, capsys: pytest.CaptureFixture[str]) -> None:
    install_hooks(own)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert capsys.readouterr().err == ""
    assert own.noted() == ()


UNCAUGHT = """
import io, json, sys, threading
from _thread import start_new_thread
from desktop.leave.faults import Faults, install_hooks

class Goes:
    def __del__(self):
        raise ValueError("domestic-abuse")

def fail():
    raise KeyError("domestic-abuse")

faults = Faults()
install_hooks(faults)
said = sys.stderr = io.StringIO()
thread = threading.Thread(target=fail)
thread.start()
thread.join()
Goes()
done = threading.Event()

def fail_bare():
    try:
        raise OSError("domestic-abuse")
    finally:
        done.set()

start_new_thread(fail_bare, ())
done.wait()
while said.getvalue().count("\\n") < 3:  # the hook prints a moment after it has noted
    pass
print(json.dumps([said.getvalue(), *(fault.kind for fault, _ in faults.noted())]))
"""


def test_threads_and_what_cannot_be_raised_are_noted_too() -> None:
    """In a program of its own, because the tests have hooks of their own there."""
    done = subprocess.run(
        [sys.executable, "-c", UNCAUGHT], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    said, *kinds = json.loads(done.stdout)
    assert kinds == ["KeyError", "ValueError", "OSError"]
    assert said.count("\n") == 3
    assert "domestic" not in said + done.stderr
