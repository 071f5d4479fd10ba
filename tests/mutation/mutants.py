"""What is taken out of leaving, one thing at a time, to see that some test notices.

A mutant names a file, words that stand there once, and what stands there instead. Its tests are those that
should notice first; if they do not, all tests of leaving are asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
JOURNEYS = "tests/journeys/test_leave"
STEP = re.compile(r'^ +(?P<kind>Step|forget)\("(?P<name>[^"]+)", .+\),$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mutant:
    """One thing taken out."""

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def made_from(self, source: str) -> str:
        """The file without that thing. ValueError if it does not stand there just once."""
        if source.count(self.old) != 1:
            raise ValueError(f"{self.name}: {self.file} has {source.count(self.old)} times: {self.old}")
        return source.replace(self.old, self.new)


def journeys(*names: str) -> tuple[str, ...]:
    return tuple(f"{JOURNEYS}_{name}.py" if name else f"{JOURNEYS}.py" for name in names)


LEAVE, GATE, LEAVING = (
    "desktop/leave/leave_steps.py",
    "desktop/ui/leave/leave_gate.py",
    "desktop/ui/control/leaving.py",
)
FILTER, PRESSES, BUTTON = (
    "desktop/ui/leave/leave_filter.py",
    "desktop/leave/shift_presses.py",
    "desktop/ui/leave/leave_button.py",
)
COVER, PREFERENCES, SIGNALS = (
    "desktop/ui/leave/cover.py",
    "desktop/ui/control/leave_preferences.py",
    "desktop/ui/leave/signals.py",
)
PRINTING, WINDOW, COMMANDS = (
    "desktop/ui/control/printing.py",
    "desktop/ui/main_window.py",
    "desktop/ui/control/command_handlers.py",
)
ACTIVATION, BOOKMARKS = "desktop/ui/control/activation.py", "desktop/store/bookmarks.py"

OF_STEPS = ("tests/desktop/leave/test_leave_steps.py", *journeys("faults"))
OF_WINDOWS = journeys("faults", "")
OF_CLEARING = journeys("clears", "", "print", "faults")
OF_KEYS = (
    "tests/desktop/ui/leave/test_leave_filter.py",
    "tests/desktop/leave/test_shift_presses.py",
    *journeys("keys", "choices"),
)
OF_BUTTON = ("tests/desktop/ui/leave/test_leave_button.py", *journeys("choices", "keys", "cover"))
OF_COVER = journeys("cover", "keys", "")
OF_CHOICES = journeys("choices", "keys")
OF_SIGNALS = ("tests/desktop/ui/leave/test_signals.py", *journeys("on_screen"))
ALL = (
    *("tests/desktop/leave/test_leave_steps.py", "tests/desktop/leave/test_shift_presses.py"),
    *(f"tests/desktop/ui/leave/test_{name}.py" for name in ("leave_filter", "leave_button", "signals")),
    *journeys("faults", "clears", "print", "keys", "cover", "choices", "", "on_screen"),
    *(
        "tests/journeys/test_practice.py",
        "tests/journeys/test_activation.py",
        "tests/journeys/test_one_window.py",
    ),
    *(
        "tests/journeys/test_on_screen.py",
        "tests/journeys/test_commands_do.py",
        "tests/desktop/ui/leave/test_idle_watch.py",
    ),
    *("tests/desktop/ui/leave/test_session_windows.py", "tests/desktop/store/test_bookmarks.py"),
)


RESETS = (
    *(
        "MouseButtonPress",
        "MouseButtonDblClick",
        "Wheel",
        "ApplicationDeactivate",
        "TabletPress",
        "TouchBegin",
    ),
)
CONTROL, ALT = "Qt.KeyboardModifier.ControlModifier", "Qt.KeyboardModifier.AltModifier"
PAINTS_ALL = (
    "self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # or Qt would first paint the page below it"
)


def steps() -> Iterator[Mutant]:
    """Each step keeps its name and does nothing."""
    for found in STEP.finditer((ROOT / LEAVING).read_text("utf-8")):
        line = found[0].strip()
        name = found["name"] if found["kind"] == "Step" else f"forget {found['name']}"
        yield Mutant(f"step: {name}", LEAVING, line, f'Step("{name}", lambda: None),', OF_CLEARING)


def gone(file: str, tests: tuple[str, ...], *lines: str) -> Iterator[Mutant]:
    """Lines that do something, each replaced by one that does nothing."""
    for line in lines:
        room = line[: len(line) - len(line.lstrip())]
        yield Mutant(f"without: {line.strip()}", file, f"{line}\n", f"{room}pass\n", tests)


def changed(file: str, tests: tuple[str, ...], *pairs: tuple[str, str]) -> Iterator[Mutant]:
    """Words that decide something, decided otherwise."""
    for old, new in pairs:
        yield Mutant(f"{old} -> {new}", file, old, new, tests)


MUTANTS: tuple[Mutant, ...] = (
    *steps(),
    # the guards and the watch
    *gone(LEAVE, OF_STEPS, 'self._guard(Step("watch", self.watch))', "self._failed.append(step.name)"),
    *gone(LEAVE, OF_STEPS, "start_new_thread(self._end_at_the_latest, ())", "        self._end()"),
    *changed(
        LEAVE,
        OF_STEPS,
        ("if not self._once.acquire(blocking=False):", "if self._once.acquire(blocking=False) is None:"),
        ("if not self._watched.acquire(blocking=False):\n            return\n", ""),
        ("except BaseException as", "except Exception as"),
        ("for step in self._steps:", "for step in reversed(self._steps):"),
        ("faulthandler.dump_traceback_later(self._latest_end", "(lambda *_, **__: None)(self._latest_end"),
        ("self._latest_end - _HEAD_START", "self._latest_end + _HEAD_START"),
        ("LATEST_END = 1.5", "LATEST_END = 15.0"),
        ("return self._once.locked()", "return False"),
    ),
    *changed(LEAVE, OF_SIGNALS, ("self._once.acquire(blocking=False)", "self._once.acquire()")),
    # the gate and hiding
    *gone(GATE, OF_WINDOWS, "application.installEventFilter(self)"),
    *gone(GATE, OF_WINDOWS, "_keep_away(watched)", "_keep_away(one)"),
    *gone(GATE, OF_WINDOWS, "popup.hide()", "one.hide()"),
    *changed(
        GATE,
        OF_WINDOWS,
        ("(QEvent.Type.Polish, QEvent.Type.Show)", "(QEvent.Type.Show,)"),
        ("(QEvent.Type.Polish, QEvent.Type.Show)", "(QEvent.Type.Polish,)"),
        ("popup = above if above is not popup else None", "popup = None"),
        ("with suppress(RuntimeError):\n            popup", "if popup:\n            popup"),
        ("with suppress(RuntimeError):  # Qt", "if one:  # Qt"),
        (", *QGuiApplication.topLevelWindows()", ""),
    ),
    # the sweeps and the end
    *changed(
        LEAVING,
        OF_WINDOWS,
        ("(0, 12, 24)", "(12, 24)"),
        ("(0, 12, 24)", "(0, 24)"),
        ("(0, 12, 24)", "(0, 12)"),
        ("SWEEPS_MS[-1] + _AFTER_LAST_SWEEP_MS", "SWEEPS_MS[1]"),
    ),
    *gone(LEAVING, OF_WINDOWS, "self._thread.wait(_PATIENCE_MS)", "self.steps.watch()"),
    *changed(LEAVING, OF_WINDOWS, ("QTimer.singleShot(0, self, self.leave)", "self.leave()")),
    # the clipboard
    *gone(LEAVING, OF_CLEARING, "board.clear()", "board.clear(board.Mode.Selection)"),
    *changed(
        LEAVING,
        OF_CLEARING,
        ("if board.ownsClipboard():", "if True:"),
        ("and board.ownsSelection():", "and True:"),
        ("if board.supportsSelection() and", "if"),
    ),
    # every trigger
    *gone(LEAVING, OF_COVER, "button.covered.connect(cover.cover)"),
    *gone(LEAVING, OF_COVER, "button.uncovered.connect(cover.hide)"),
    *gone(LEAVING, OF_COVER, "button.leave_wanted.connect(self.leave)"),
    *gone(LEAVING, OF_COVER, "cover.pressed.connect(self.leave)"),
    *gone(LEAVING, OF_KEYS, "self.keys.presses_changed.connect(self._show_presses)"),
    *gone(LEAVING, OF_KEYS, "self._presses_over.timeout.connect(lambda: button.show_presses(0))"),
    *gone(LEAVING, OF_KEYS, "self._window.leave_button.show_presses(count)", "self._presses_over.stop()"),
    *gone(LEAVING, OF_KEYS, "application.installEventFilter(self.keys)"),
    *gone(LEAVING, journeys(""), "self._window.close_wanted.connect(self.leave)"),
    *gone(
        LEAVING, ("tests/journeys/test_activation.py",), "self._activation.leave_wanted.connect(self.leave)"
    ),
    *gone(LEAVING, ("tests/journeys/test_one_window.py",), "            self._instance.end_others()"),
    *gone(LEAVING, OF_WINDOWS, "application.commitDataRequest.connect(self._session_ends)"),
    *gone(LEAVING, OF_WINDOWS, "application.saveStateRequest.connect(_never_restart)"),
    *gone(LEAVING, OF_WINDOWS, "        _never_restart(manager)", "        self.leave()"),
    *gone(LEAVING, OF_WINDOWS, "manager.setRestartHint(QSessionManager.RestartHint.RestartNever)"),
    *gone(LEAVING, journeys(""), "        self.steps.leave()"),
    *gone(WINDOW, journeys(""), "self.close_wanted.emit()"),
    *gone(
        WINDOW,
        journeys(""),
        "event.ignore()  # closing is leaving: the one way out decides what happens",
    ),
    *changed(COMMANDS, journeys(""), ('"close": self.leaving.leave', '"close": lambda: None')),
    *changed(SIGNALS, OF_SIGNALS, ("lambda *_: leave_soon()", "lambda *_: None"), ('"SIGTERM", ', "")),
    *gone(
        SIGNALS,
        OF_SIGNALS,
        "_wake_by_pipe(parent)",
        "signal.set_wakeup_fd(writing, warn_on_full_buffer=False)",
    ),
    *gone("desktop/app.py", journeys("on_screen"), "    write_no_dumps()"),
    *gone(
        "desktop/app.py",
        ("tests/journeys/test_session_bus.py",),
        "    start_no_bus(os.environ, sys.platform)",
    ),
    *gone("desktop/app.py", OF_SIGNALS, "listen_to_signals(front.leaving.leave_soon, front.leaving)"),
    # what the worker chose
    *gone(
        PREFERENCES,
        OF_CHOICES,
        "settings.follow(SHIFT_GAP, self._take_gap)",
        "settings.follow(LEAVE_KEY, self._take_key)",
        "settings.follow(LEAVE_BUTTON, self._take_button)",
        "settings.follow(IDLE_LEAVE, self._take_idle)",
        "settings.follow(LEAVE_ON_LOCK, self._take_lock)",
        "self._leaving.presses.gap_seconds = seconds",
    ),
    *changed(
        "desktop/store/settings.py",
        OF_CHOICES,
        ("        callback(self.get(setting))\n", ""),
        ("        self.listen(setting, callback)\n", ""),
    ),
    *changed(
        PREFERENCES,
        OF_CHOICES,
        ("LEAVE_KEYS[key]", 'LEAVE_KEYS["F12"]'),
        ('colour == "grey"', "False"),
        ("minutes * 60", "0"),
        ("IdleWatch(Idleness(), leaving.leave, self)", "IdleWatch(Idleness(), lambda: None, self)"),
        ("SessionFilter(self._leaving.leave)", "SessionFilter(lambda: None)"),
        ("ask_for_news(self._sessions, window)", "pass"),
        ("            no_more_news(self._sessions, window)", "            pass"),
        ("application.installNativeEventFilter(self._session_filter)", "pass"),
        ("application.removeNativeEventFilter(self._session_filter)", "pass"),
    ),
    *changed(FILTER, OF_KEYS, *((f"        QEvent.Type.{kind},\n", "") for kind in RESETS)),
    *changed(FILTER, OF_KEYS, *((f"{other} |", "") for other in (f"{CONTROL}", f"{ALT}"))),
    *changed(
        FILTER,
        OF_KEYS,
        (" | Qt.KeyboardModifier.MetaModifier\n", "\n"),
        ("watched.isWindowType() and ", ""),
        ("if not self._is_shift(event):\n", "if True:\n"),
        (
            "if not self._is_shift(event):\n                self._reset()",
            "if not self._is_shift(event):\n                pass",
        ),
        ("event.nativeScanCode() in self._scan_codes and not event.text()", "False"),
        (" and not event.text()\n", "\n"),
        ("shift_scan_codes() if scan_codes is None else scan_codes", "scan_codes or ()"),
        ("in _RESETS:\n            self._reset()", "in _RESETS:\n            pass"),
        ("return True\n        self._reset()", "return True\n        pass"),
        (" and not self._handed_over", ""),
        ("        finally:\n            self._handed_over = False", "        finally:\n            pass"),
        ("            self._leave()\n            return True", "            return True"),
        (
            "            self._leave()\n            return True",
            "            self._leave()\n            return False",
        ),
        (" and not event.modifiers() & Qt.KeyboardModifier.AltModifier", ""),
        ("not event.modifiers() & Qt.KeyboardModifier.AltModifier", "not event.modifiers()"),
        ("event.timestamp(), event.isAutoRepeat(), held", "event.timestamp(), False, held"),
        ("event.timestamp(), event.isAutoRepeat(), held", "event.timestamp(), event.isAutoRepeat(), False"),
        ("event.timestamp(), event.isAutoRepeat(), held", "0, event.isAutoRepeat(), held"),
        ("PRESSES_TO_LEAVE and not self._is_rehearsal():\n            self._leave()", "0:\n            pass"),
        (" and not self._is_rehearsal()", ""),
        (
            "self._faults.note(error)\n            return False",
            "self._faults.note(error)\n            return True",
        ),
        ("        else:\n            self.presses_changed.emit(count)", ""),
        ("            self._presses.reset()\n", ""),
        ("            self.presses_changed.emit(0)", "            pass"),
    ),
    *changed(
        PRESSES,
        OF_KEYS,
        ("PRESSES_TO_LEAVE = 3", "PRESSES_TO_LEAVE = 2"),
        ("if auto_repeat:", "if False:"),
        (
            "        if other_modifiers:\n            self.reset()",
            "        if other_modifiers:\n            pass",
        ),
        ("if other_modifiers:", "if False:"),
        ("if self._too_late(timestamp_ms):", "if False:"),
        ("passed < 0 or ", ""),
        ("self.gap_seconds > 0 and ", ""),
        ("        self._last_ms = timestamp_ms\n", ""),
        ("        self._count = 0\n        return PRESSES_TO_LEAVE", "        return PRESSES_TO_LEAVE"),
    ),
    # the button and the cover
    *gone(
        BUTTON,
        OF_BUTTON,
        "self.covered.emit()",
        "        self.uncovered.emit()",
        "self._announce(PRESSES_TO_LEAVE - count)",
    ),
    *changed(
        BUTTON,
        OF_BUTTON,
        ("SLIDE_OFF = 60", "SLIDE_OFF = 0"),
        ("SLIDE_OFF = 60", "SLIDE_OFF = 600"),
        ("if event.button() == Qt.MouseButton.LeftButton:", "if True:"),
        (" or event.button() != Qt.MouseButton.LeftButton", ""),
        ("if not self._pressed or", "if"),
        (
            "            self._pressed = False\n            self.leave_wanted.emit()",
            "            self._pressed = False",
        ),
        ("            self._take_back()\n\n    def mouseRelease", "            pass\n\n    def mouseRelease"),
        ("else:\n            self._take_back()", "else:\n            pass"),
        (
            "    def _take_back(self) -> None:\n        self._pressed = False",
            "    def _take_back(self) -> None:\n        pass",
        ),
        (
            " and not event.isAutoRepeat():\n            self.leave_wanted.emit()",
            ":\n            self.leave_wanted.emit()",
        ),
        ("isAutoRepeat():\n            self.leave_wanted.emit()", "isAutoRepeat():\n            pass"),
        ("Qt.Key.Key_Space, ", ""),
        ("            self._presses = count\n", ""),
        ("if self.isVisible() and 0 < missing", "if 0 < missing"),
        ("0 < missing < PRESSES_TO_LEAVE", "missing < PRESSES_TO_LEAVE"),
        ("0 < missing < PRESSES_TO_LEAVE", "0 < missing"),
        ("lit = number < self._presses", "lit = False"),
        ("        self._draw_presses(painter, pill, style)\n", ""),
    ),
    *gone(
        COVER,
        OF_COVER,
        "self.setGeometry(self._window.rect())",
        "self.raise_()",
        "self.show()",
        "self.repaint()",
    ),
    *gone(
        COVER,
        OF_COVER,
        "self.pressed.emit()",
        'QPainter(self).fillRect(self.rect(), self._appearance.style.colour("bg"))',
    ),
    *gone(COVER, OF_COVER, PAINTS_ALL),
    *gone(WINDOW, OF_COVER, "self.cover.setGeometry(self.rect())"),
    # printing, and what is left of bookmarks
    *gone(PRINTING, journeys("print"), "        self._stopped = True", "self._dialog.reject()"),
    *changed(PRINTING, journeys("print"), (" and not self._stopped", "")),
    *changed(BOOKMARKS, ("tests/desktop/store/test_bookmarks.py",), ("self._store.remove_leftovers()", "()")),
    # coming forward, which ends where leaving begins
    *changed(
        ACTIVATION,
        ("tests/desktop/ui/control/test_activation.py",),
        ("        if self._stopped:\n            return\n        match", "        match"),
        (
            "        if not self._stopped:\n            self.leave_wanted",
            "        if True:\n            self.leave_wanted",
        ),
        ("self._watcher.files() and not self._stopped", "self._watcher.files()"),
        (
            "        if not self._stopped:\n            self._instance.answer()",
            "        if True:\n            self._instance.answer()",
        ),
        ("            notifier.setEnabled(False)", "            pass"),
        ("        self._timer.stop()", "        pass"),
    ),
)
