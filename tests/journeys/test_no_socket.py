"""A whole journey opens no socket but those of the desktop itself, and loads no module that could."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.real_screen import PATIENCE, ROOT, Screen

pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="asks /proc")
WATCHED_SELF_TEST = """
import json, os, sys, threading
asked, sockets, looks = [], set(), 0
sys.addaudithook(lambda event, _args: asked.append(event) if event.startswith("socket.") else None)
over = threading.Event()

def look():
    global looks
    looks += 1
    for number in os.listdir("/proc/self/fd"):
        try:
            link = os.readlink(f"/proc/self/fd/{number}")
        except OSError:
            continue
        if link.startswith("socket:"):
            sockets.add(link)

def watch():
    while not over.wait(0.001):
        look()

threading.Thread(target=watch, daemon=True).start()
from desktop.__main__ import main
code = main(["--self-test", "--profile", sys.argv[1]])
over.set()
look()
told = {"code": code, "asked": asked, "sockets": sorted(sockets), "looks": looks}
told["modules"] = sorted(sys.modules)
print(json.dumps(told), file=sys.stderr)
"""
NETWORK = {
    *(
        "socket",
        "_socket",
        "ssl",
        "_ssl",
        "http",
        "asyncio",
        "selectors",
        "socketserver",
        "ftplib",
        "smtplib",
    ),
    *("urllib.request", "multiprocessing", "webbrowser", "xmlrpc", "PySide6.QtNetwork", "PySide6.QtDBus"),
}


def test_a_full_self_test_opens_no_socket_and_loads_no_network(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED_SELF_TEST, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=PATIENCE * 4,
        check=True,
    )
    told = json.loads(done.stderr)
    assert told["code"] == 0
    assert told["looks"] > 20
    assert (told["asked"], told["sockets"]) == ([], [])
    assert NETWORK.intersection(told["modules"]) == set()
    assert {"whoosh", "PySide6.QtWidgets"} < set(told["modules"])  # else it has looked at nothing


PRINTING = """
import json, os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QComboBox
from desktop.app import build_program, make_application
from desktop.app_paths import AppPaths
from desktop.edition.editions import open_edition
from desktop.leave.faults import Faults

application = make_application()
program = build_program(open_edition(Path.cwd(), None, AppPaths().cache_folder), AppPaths(), Faults())
program.window.show()
program.navigation.open_page("domestic-abuse")
told = []

def look():
    dialog = QApplication.activeModalWidget()
    links = [os.readlink(f"/proc/self/fd/{one}") for one in os.listdir("/proc/self/fd") if int(one) > 2
             and os.path.islink(f"/proc/self/fd/{one}")]
    maps = Path("/proc/self/maps").read_text()
    sockets = [link for link in links if link.startswith("socket:")]
    ways = dialog.findChild(QComboBox)
    told.append([sockets, "cups" in maps, [ways.itemText(row) for row in range(ways.count())]])
    dialog.reject()

for _time in range(2):
    QTimer.singleShot(0, look)
    program.window.reading.bar.print.click()
    program.window.notice.action.click()
print(json.dumps(told), flush=True)
os._exit(0)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system's own dialog prints")
def test_printing_opens_no_socket_and_asks_no_printing_service(tmp_path: Path) -> None:
    """The service is a listening one of this test's, named as the library that speaks to printers is told."""
    with socket.create_server(("127.0.0.1", 0)) as service:
        port = service.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-c", PRINTING],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "CUPS_SERVER": f"127.0.0.1:{port}"},
            stdout=subprocess.PIPE,
            text=True,
            timeout=PATIENCE * 4,
            check=True,
        )
        service.setblocking(False)
        with pytest.raises(BlockingIOError):  # nobody has called
            service.accept()
    told = json.loads(done.stdout)
    assert told == [[[], False, ["Print to File (PDF)"]]] * 2


def sockets_of(process: int) -> set[str]:
    links = [os.readlink(one) for one in Path("/proc", str(process), "fd").iterdir()]
    return {link.removeprefix("socket:[").rstrip("]") for link in links if link.startswith("socket:")}


def unix_sockets() -> set[str]:
    rows = Path("/proc/net/unix").read_text().splitlines()[1:]
    return {row.split()[6] for row in rows}


@pytest.mark.screen
def test_a_window_on_a_screen_speaks_to_its_own_desktop_only(at_screen: Screen) -> None:
    process = at_screen.start()
    at_screen.opened(process)
    at_screen.tool("type", "bruise")
    at_screen.tool("key", "Return")
    own = sockets_of(process.pid)
    assert len(own) == 1  # the display; this screen has no session bus
    assert own <= unix_sockets()
    at_screen.tool("key", "F12")
    assert process.wait(timeout=PATIENCE) == 0
