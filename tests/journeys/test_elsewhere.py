"""Another computer writes into the profile while the window is open: nothing is lost without a word."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from desktop.app_paths import AppPaths
from desktop.store.settings import LEAVE_KEY, TEXT_SIZE
from tests.journeys.conftest import Worker


def put(file: Path, **content: object) -> None:
    """As a synced folder does: a whole file in the place of the old one."""
    file.parent.mkdir(exist_ok=True)
    new = file.with_name("from-elsewhere")
    new.write_text(json.dumps({"format": 1, **content}), encoding="utf-8")
    new.replace(file)


def listed(worker: Worker) -> list[str]:
    return list(worker.program.bookmarks.pages)


def test_bookmarks_from_elsewhere_are_kept_and_shown(worker: Worker, places: AppPaths) -> None:
    assert places.bookmarks_file
    worker.program.navigation.open_page("baby-bruise")
    worker.program.bookmark_controller.toggle()
    put(places.bookmarks_file, pages=["baby-bruise", "danger-now", "neglect"])
    worker.program.navigation.open_page("missing")
    worker.program.bookmark_controller.toggle()
    four = ["baby-bruise", "danger-now", "neglect", "missing"]
    assert json.loads(places.bookmarks_file.read_bytes())["pages"] == four == listed(worker)


def test_what_was_removed_elsewhere_is_told(worker: Worker, places: AppPaths) -> None:
    assert places.bookmarks_file
    for page in ("baby-bruise", "neglect"):
        worker.program.navigation.open_page(page)
        worker.program.bookmark_controller.toggle()
    put(places.bookmarks_file, pages=["neglect"])
    worker.program.navigation.open_page("missing")
    worker.program.bookmark_controller.toggle()
    assert listed(worker) == ["neglect", "missing"]
    assert "removed elsewhere" in worker.program.window.notice.words.text()


def test_settings_from_elsewhere_hold_and_are_told(worker: Worker, places: AppPaths) -> None:
    assert places.settings_file
    worker.program.settings.set(TEXT_SIZE, 110)
    put(places.settings_file, text_size=110, leave_key="F8")
    worker.program.settings.set(TEXT_SIZE, 120)
    assert worker.program.settings.get(LEAVE_KEY) == "F8"
    assert json.loads(places.settings_file.read_bytes()) == {"format": 1, "text_size": 120, "leave_key": "F8"}
    assert "Key that leaves" in worker.program.window.notice.words.text()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights that accounts lack there")
def test_a_bookmark_is_written_through_a_link(worker: Worker, places: AppPaths, tmp_path: Path) -> None:
    assert places.bookmarks_file
    target = tmp_path / "elsewhere.json"
    put(target, pages=[])
    places.bookmarks_file.parent.mkdir(exist_ok=True)
    places.bookmarks_file.unlink(missing_ok=True)
    places.bookmarks_file.symlink_to(target)
    worker.program.navigation.open_page("neglect")
    worker.program.bookmark_controller.toggle()
    assert places.bookmarks_file.is_symlink()
    assert json.loads(target.read_bytes())["pages"] == ["neglect"]
