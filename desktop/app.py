"""The composition root: opens the edition, builds the window in two steps, runs it.

The first step is what the first paint shows (`desktop/front.py`). The second, `desktop/program.py`, is
imported and taken after it: that takes longer than all of the first.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from desktop.app_paths import AppPaths, program_folder
from desktop.edition.editions import Edition, open_edition
from desktop.errors import StartIncompleteError
from desktop.front import Front, build_front
from desktop.i18n import languages_of, use_language
from desktop.instance.instance import Instance
from desktop.leave.crash_dumps import write_no_dumps
from desktop.leave.faults import Faults, install_hooks
from desktop.leave.leave_steps import end_process
from desktop.options import Options
from desktop.session_bus import start_no_bus
from desktop.ui.control.turns import InputHold, Turns
from desktop.ui.leave.signals import listen_to_signals
from desktop.ui.main_window import TITLE

if TYPE_CHECKING:  # imported after the first paint
    from desktop.program import Program

IN_TURNS = (
    "desktop.ui.page.writer",
    "desktop.ui.page.document",
    "desktop.ui.page.view",
    "desktop.ui.page.reading_area",
    "desktop.ui.search.hit_delegate",
    "desktop.ui.search.results_view",
    "desktop.ui.control.navigation",
    "desktop.ui.control.command_handlers",
    "desktop.program",
)
"""What the second step imports, in the order of what needs what: each takes a turn of the event loop."""

_TURN = 0.0005
"""Seconds that the search may compute before the window, if it waits, gets its turn.

Painting and leaving are many small steps. At Python's own 0.005 each of them may wait that long for a busy
thread: `tests/bench/bench_turns.py` prints what that comes to.
"""
_THREAD_ENDS_MS = 2000
"""For the search to end between two of its steps, where the program goes on to its own end."""


def make_application() -> QApplication:
    """The Qt application under its one neutral name."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    start_no_bus(os.environ, sys.platform)
    QCoreApplication.setApplicationName(TITLE)
    # asked for by name here: setStyle would hand a QStyle back, and with it some 300 names of Qt's
    application = QApplication([TITLE.lower(), "-style", "fusion"])
    application.setQuitOnLastWindowClosed(False)
    return application


def complete(front: Front) -> Program:
    """Add what the first paint does not show."""
    import desktop.program  # longer than the whole front: not before the first paint

    return desktop.program.complete(front)


def build_program(
    edition: Edition,
    paths: AppPaths,
    faults: Faults,
    end: Callable[[], None] = end_process,
    instance: Instance | None = None,
) -> Program:
    """Build and wire everything before anything is shown."""
    return complete(build_front(edition, paths, faults, end, instance))


def languages_of_system() -> tuple[str, ...]:
    """The languages that this computer is set to, best first, named as catalogues are: cy_GB, cy.

    Qt asks each system in its own way; on Windows and on a Mac the environment is mostly silent.
    """
    return tuple(tag.replace("-", "_") for tag in QLocale.system().uiLanguages())


def open_window(options: Options, paths: AppPaths, instance: Instance) -> int:
    """Open the program and run until the worker leaves."""
    use_language(languages_of(os.environ) or languages_of_system())
    write_no_dumps()
    sys.setswitchinterval(_TURN)
    program_at = program_folder()
    edition = open_edition(program_at, options.pack, paths.cache_folder)
    application = make_application()
    faults = Faults()
    install_hooks(faults)
    front = build_front(edition, paths, faults, instance=instance)
    listen_to_signals(front.leaving.leave_soon, front.leaving)
    program = complete(front) if front.starts_with_practice else None
    if program:
        program.practice.open_first()
    if not instance.open():  # another start was quicker, or every window was left meanwhile
        return 0
    if program:
        program.show()
        return application.exec()
    held: list[InputHold] = []
    failed: list[Exception] = []
    front.show(lambda: begin_second_step(front, held[0], failed.append))
    held.append(hold_input(front))  # from the first moment on: Enter may come before the first paint
    code = application.exec()
    if failed:
        raise StartIncompleteError from failed[0]
    return code


def hold_input(front: Front) -> InputHold:
    """Hold clicks and keys back from a window that is shown and has not taken its second step."""
    return InputHold(front.window, front.window.leave_button)


def begin_second_step(front: Front, hold: InputHold, failed: Callable[[Exception], object]) -> None:
    """The second step in turns; what is clicked and typed meanwhile is done after it.

    If one of them fails there is no program behind the window: it closes, and `failed` is told why.
    """

    def finish() -> None:
        complete(front).begin()
        with front.leaving.keys.handing_over():
            hold.release()

    def wanted() -> bool:
        return not front.leaving.steps.leaving

    def close(error: Exception) -> None:
        hold.forget()
        front.window.hide()
        front.thread.stop()
        front.thread.wait(_THREAD_ENDS_MS)  # no longer: what it reads may be a stick that is gone
        failed(error)
        QCoreApplication.exit()

    imports = (partial(import_module, name) for name in IN_TURNS)
    Turns((*imports, finish), wanted, hold.forget, close, front.faults, front.window).begin()


def run_self_test(options: Options, paths: AppPaths) -> int:
    """Walk once through the whole program and print what was seen as JSON; 0 when all of it worked.

    EditionDamagedError when a byte of the edition has changed, whether or not the walk came by it.
    """
    started = perf_counter()
    import json

    from desktop.ui.self_test import SelfTest

    edition = open_edition(program_folder(), options.pack, paths.cache_folder)
    application = make_application()
    ended: list[bool] = []
    # the worker's own bookmarks are not a test's to touch: memory only, unless a profile was named for it
    own = paths if options.profile else AppPaths(cache_folder=paths.cache_folder)
    faults = Faults()
    install_hooks(faults)
    program = build_program(edition, own, faults, end=lambda: ended.append(True))
    test = SelfTest(program.window, program.library, faults, started)
    summary = test.run(program.show, application.processEvents, lambda: bool(ended))
    program.thread.stop()
    program.thread.wait(_THREAD_ENDS_MS)
    edition.verify()  # a start reads what it shows; this is for whoever hands the program on
    print(json.dumps(summary, indent=1))
    sys.stdout.flush()
    return 0 if summary["ok"] else 1
