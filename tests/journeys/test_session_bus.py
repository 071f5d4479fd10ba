"""The program uses a session bus where there is one, and starts none where there is not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from desktop.session_bus import ADDRESS
from tests.journeys.real_screen import PATIENCE, Screen

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no such bus"),
]
LAUNCH = """#!/bin/sh
: > "$HOME/called"
exit 1
"""


@pytest.mark.slow
def test_no_bus_is_started_where_none_is_named(at_screen: Screen, tmp_path: Path) -> None:
    """A real `dbus-launch` leaves a folder in the home, the one here says that it was called."""
    launch = tmp_path / "bin" / "dbus-launch"
    launch.parent.mkdir()
    launch.write_text(LAUNCH, encoding="ascii")
    launch.chmod(0o755)
    del at_screen.environment[ADDRESS]
    at_screen.environment["PATH"] = os.pathsep.join((str(launch.parent), os.environ["PATH"]))
    process = at_screen.start()
    at_screen.opened(process)
    at_screen.tool("key", "F12")
    assert process.wait(timeout=PATIENCE) == 0
    assert not (tmp_path / "called").exists()
    assert not (tmp_path / ".dbus").exists()
