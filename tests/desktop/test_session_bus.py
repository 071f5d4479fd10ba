"""Where the desktop has no session bus, none is said to be there; where it has one, it is left as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.session_bus import ADDRESS, DISABLED, start_no_bus


@pytest.mark.parametrize("named", [{}, {ADDRESS: ""}], ids=["not named", "named by nothing"])
def test_no_bus_is_started_where_there_is_none(tmp_path: Path, named: dict[str, str]) -> None:
    for environ in (dict(named), {**named, "XDG_RUNTIME_DIR": str(tmp_path)}):
        start_no_bus(environ, "linux")
        assert environ[ADDRESS] == DISABLED


def test_a_bus_that_is_there_is_used(tmp_path: Path) -> None:
    (tmp_path / "bus").touch()
    by_address, by_folder = {ADDRESS: "unix:path=/one"}, {"XDG_RUNTIME_DIR": str(tmp_path)}
    for environ in (by_address, by_folder):
        before = dict(environ)
        start_no_bus(environ, "linux")
        assert environ == before


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_have_their_own_ways(platform: str) -> None:
    environ: dict[str, str] = {}
    start_no_bus(environ, platform)
    assert environ == {}
