"""Tests see neither the screen nor the home of who runs them: both are made for the run, then gone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from desktop.leave.faults import Faults

# Qt reads this once, when it is first loaded; whoever wants to watch sets another platform outside
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

HOME_NAMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
XDG_NAMES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
SCREEN_TOOLS = ("Xvfb", "openbox", "xdotool")


def pytest_configure(config: pytest.Config) -> None:
    """Move home before anything of ours looks for it."""
    home = tempfile.TemporaryDirectory(prefix="handrail-tests-", ignore_cleanup_errors=True)
    config.add_cleanup(home.cleanup)
    for name in HOME_NAMES:
        os.environ[name] = home.name
    os.environ["LANGUAGE"] = "en"  # what tests read is English, whatever this machine speaks
    for name in XDG_NAMES:
        os.environ[name] = str(Path(home.name, name.lower()))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests that need a real screen say so where there is none to be had, rather than fail."""
    missing = [tool for tool in SCREEN_TOOLS if shutil.which(tool) is None]
    no_screen = pytest.mark.skip(reason=f"needs {', '.join(missing)}")
    for item in items:
        on_screen = item.get_closest_marker("screen") is not None
        if on_screen and missing:
            item.add_marker(no_screen)


def start_manager(display: str, *options: str) -> subprocess.Popen[bytes]:
    """Start the window manager; a server that has only just come up may turn the first caller away."""
    for _try in range(5):
        environment = {**os.environ, "DISPLAY": display}
        manager = subprocess.Popen(["openbox", *options], env=environment, stderr=subprocess.DEVNULL)
        try:
            manager.wait(timeout=0.7)
        except subprocess.TimeoutExpired:  # it stays: it manages
            return manager
    raise RuntimeError("the window manager does not stay on the display")


@contextmanager
def own_display(*manager_options: str) -> Iterator[str]:
    """The DISPLAY of an X server with a window manager, for as long as it takes."""
    reading, writing = os.pipe()
    options = ["-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(["Xvfb", *options], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with ExitStack() as started:
        started.callback(end, server)
        with os.fdopen(reading) as numbers:
            display = f":{numbers.readline().strip()}"
        started.callback(end, start_manager(display, *manager_options))
        yield display


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask it to end; what does not is killed."""
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """A display for programs that are started by a test marked `screen`."""
    with own_display() as display:
        yield display


@pytest.fixture(autouse=True)
def faults() -> Iterator[Faults]:
    """The list to build programs and their parts with: whatever they get over must not go unseen.

    Every test ends with it empty. One that makes something fail says so: see `expect_faults`.
    """
    noted = Faults()
    yield noted
    assert [str(fault) for fault, _times in noted.noted()] == []


@pytest.fixture(autouse=True)
def nothing_left_open() -> Iterator[None]:
    """No box, menu, grab or press that a test leaves behind keeps the next one's mouse and keys from it."""
    yield
    if (widgets := sys.modules.get("PySide6.QtWidgets")) and (application := widgets.QApplication.instance()):
        put_the_mouse_away()
        left = {
            "modal window": application.modalWindow(),
            "popup": application.activePopupWidget(),
            "mouse grab": widgets.QWidget.mouseGrabber(),
            "keyboard grab": widgets.QWidget.keyboardGrabber(),
            "cursor": application.overrideCursor(),
            "button held": application.mouseButtons().value or None,
        }
        assert {what: one for what, one in left.items() if one is not None} == {}


def put_the_mouse_away() -> None:
    """No button is down, and the pointer is where no test looks: a move to where it is already would be none.

    A button that a test pressed and that is still down would keep every other from seeing the mouse.
    """
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QCursor, QGuiApplication, QWindow
    from PySide6.QtTest import QTest

    if QGuiApplication.mouseButtons():
        QTest.mouseRelease(QWindow(), Qt.MouseButton.LeftButton)
    QCursor.setPos(-1, -1)


@pytest.fixture
def expect_faults(faults: Faults) -> Callable[..., None]:
    """Say the kinds of what has failed up to now, each fault once, in their order; the list is empty then."""

    def expect(*kinds: str) -> None:
        assert [fault.kind for fault, _times in faults.noted()] == list(kinds)
        faults.forget()

    return expect


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden texts are written anew only when somebody asks, and then read in the diff."""
    parser.addoption("--write-golden", action="store_true", help="write the texts in tests/golden anew")
