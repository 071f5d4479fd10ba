"""Without a screen: one sentence for a window, the offscreen platform for a self-test."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.screen import has_screen

ROOT = Path(__file__).resolve().parents[2]
WITHOUT = {
    name: value
    for name, value in os.environ.items()
    if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
}


@pytest.mark.parametrize(
    ("platform", "names", "screen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_screen_is_known_by_its_names(platform: str, names: dict[str, str], screen: bool) -> None:
    assert has_screen(names, platform) is screen


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_a_window_without_a_screen_is_one_sentence() -> None:
    command = [sys.executable, "-m", "desktop", "--private"]
    done = subprocess.run(command, cwd=ROOT, env=WITHOUT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert done.stderr == "There is no screen here to open the window on: start it on a desktop.\n"
