"""Where the desktop has no session bus, none is said to be there; where it has one, it is left as it is."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from desktop.session_bus import ADDRESS, DISABLED, start_no_bus


@pytest.mark.parametrize("named", [{}, {ADDRESS: ""}], ids=["not named", "named by nothing"])
def test_no_bus_is_started_where_there_is_none(tmp_path: Path, named: dict[str, str]) -> None:
    for environ in (dict(named), {**named, "XDG_RUNTIME_DIR": str(tmp_path)}):
        start_no_bus(environ, "linux")
        assert environ[ADDRESS] == DISABLED


@pytest.mark.skipif(not hasattr(os, "mknod"), reason="no sockets on the disk here")
def test_a_bus_that_is_there_is_used(tmp_path: Path) -> None:
    os.mknod(tmp_path / "bus", stat.S_IFSOCK | 0o600)
    by_address, by_folder = {ADDRESS: "unix:path=/one"}, {"XDG_RUNTIME_DIR": str(tmp_path)}
    for environ in (by_address, by_folder):
        before = dict(environ)
        start_no_bus(environ, "linux")
        assert environ == before


def test_what_only_looks_like_a_bus_is_none(tmp_path: Path) -> None:
    """The library starts one where the file is no socket of this person's own."""
    (tmp_path / "bus").touch()
    for environ in ({"XDG_RUNTIME_DIR": str(tmp_path)}, {ADDRESS: "autolaunch:"}):
        start_no_bus(environ, "linux")
        assert environ[ADDRESS] == DISABLED


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_have_their_own_ways(platform: str) -> None:
    environ: dict[str, str] = {}
    start_no_bus(environ, platform)
    assert environ == {}
