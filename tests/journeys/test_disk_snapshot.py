"""After everything has been used, the trace report and a snapshot of the home folder say the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.app_paths import AppPaths
from desktop.traces import Traces
from tests.journeys.real_screen import PATIENCE, ROOT, Screen, wait_until

pytestmark = pytest.mark.screen


def snapshot(home: Path) -> set[Path]:
    """All but the caches that the system's own font and graphics libraries keep for every program."""
    return {one for one in home.rglob("*") if home / "cache" not in (one, *one.parents)}


def told(screen: Screen) -> set[Path]:
    report, _nothing = screen.start("traces", "--json").communicate(timeout=PATIENCE)
    found = {Path(row["path"]) for row in json.loads(report)}
    return {one for one in found if ROOT not in one.parents}  # a checkout's own folder, which tests share


@pytest.mark.slow
def test_the_report_is_what_a_snapshot_shows(at_screen: Screen, tmp_path: Path) -> None:
    state = tmp_path / "config" / "handrail"
    state.mkdir(parents=True, exist_ok=True)
    before = {one for one in snapshot(tmp_path) if state not in (one, *one.parents)}
    (state / "bookmarks.json").write_text("{broken")
    process = at_screen.start()
    at_screen.opened(process)
    at_screen.tool("type", "bruise")
    at_screen.tool("key", "Return")
    at_screen.tool("key", "ctrl+plus")
    assert wait_until(lambda: "text_size" in (state / "settings.json").read_text())
    assert wait_until(lambda: at_screen.tool("key", "ctrl+d") or (state / "bookmarks.json").exists())
    assert told(at_screen) == snapshot(tmp_path) - before
    assert [one.suffix for one in (tmp_path / "run").glob("*/*")] == [".lock"]
    at_screen.tool("key", "F12")
    assert process.wait(timeout=PATIENCE) == 0
    left = told(at_screen)
    assert left == snapshot(tmp_path) - before
    assert {one.name for one in left} >= {"settings.json", "bookmarks-damaged-1.json", "handrail"}
    traces = Traces(AppPaths(state / "settings.json"), {"XDG_RUNTIME_DIR": str(tmp_path / "run")})
    assert traces.erase() == ()
    assert snapshot(tmp_path) == before
