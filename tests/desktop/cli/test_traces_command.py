"""`traces`: tells what stands on the disk, and erases only what is ours, only when asked to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.app_paths import BOOKMARKS_FILE, SETTINGS_FILE, AppPaths
from desktop.cli.traces_command import run_traces

Said = pytest.CaptureFixture[str]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A folder with settings, bookmarks and a file of somebody else's."""
    folder = tmp_path / "profile"
    folder.mkdir()
    for name in (SETTINGS_FILE, BOOKMARKS_FILE, "letter.txt"):
        (folder / name).write_bytes(b"{}")
    return folder


def run(profile: Path, *, erase: bool = False, as_json: bool = False) -> int:
    paths = AppPaths(profile / SETTINGS_FILE, profile / BOOKMARKS_FILE)
    locks = {"XDG_RUNTIME_DIR": str(profile.parent)}  # not where a window of this computer has its own
    return run_traces(paths, locks, erase=erase, as_json=as_json)


def test_looking_erases_nothing(profile: Path, capsys: Said) -> None:
    assert run(profile) == 0
    assert sorted(capsys.readouterr().out.splitlines()) == [
        f"{profile / BOOKMARKS_FILE}: your bookmarks",
        f"{profile / SETTINGS_FILE}: your settings",
    ]
    assert len(list(profile.iterdir())) == 3


def test_erasing_tells_what_is_gone_and_leaves_what_is_not_ours(profile: Path, capsys: Said) -> None:
    assert run(profile, erase=True, as_json=True) == 0
    gone = {Path(one["path"]).name: one["kind"] for one in json.loads(capsys.readouterr().out)}
    assert gone == {SETTINGS_FILE: "settings", BOOKMARKS_FILE: "bookmarks"}
    assert [one.name for one in profile.iterdir()] == ["letter.txt"]
    assert run(profile) == 0
    assert capsys.readouterr().out == "Nothing of this program's is written here.\n"
