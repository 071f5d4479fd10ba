"""The versions we run on: pinned by hash for every system, and never a Qt that loses count of None."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture import sources

SETTINGS = tomllib.loads(sources.text("pyproject.toml"))
PROJECT, GROUPS = SETTINGS["project"], SETTINGS["dependency-groups"]
LOCKS = sorted((sources.ROOT / "requirements").glob("*.lock"))
PINNED = re.compile(r"^([a-z0-9.-]+)==(\S+)", re.MULTILINE)


def pins(lock: Path) -> dict[str, str]:
    return {
        canonicalize_name(name): found for name, found in PINNED.findall(lock.read_text(encoding="utf-8"))
    }


def requirements(level: str) -> list[Requirement]:
    if level in GROUPS:
        return [Requirement(line) for line in GROUPS[level]]
    extras: list[str] = [] if level == "run" else PROJECT["optional-dependencies"][level]
    return [Requirement(line) for line in [*PROJECT["dependencies"], *extras]]


def test_qt_is_older_than_the_one_that_loses_references() -> None:
    """PySide6 6.12.0 gives up a reference to None with each void call, and aborts after some thousand."""
    allowed = next(r for r in requirements("run") if r.name == "PySide6-Essentials").specifier
    assert allowed.contains("6.11.3")
    assert not allowed.contains("6.12.0")
    assert allowed.contains(version("PySide6-Essentials"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_place_to_fetch_from(lock: Path) -> None:
    assert not re.search(r"://|index-url|find-links|trusted-host", lock.read_text(encoding="utf-8"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_everything_in_a_lock_has_its_hash(lock: Path) -> None:
    entries = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_holds_what_the_project_asks_for(lock: Path) -> None:
    found = pins(lock)
    wanted = {canonicalize_name(r.name): r.specifier for r in requirements(lock.stem)}
    assert {
        name: found.get(name)
        for name, allowed in wanted.items()
        if not allowed.contains(found.get(name, "0"))
    } == {}


def test_the_locks_agree_with_each_other() -> None:
    everything: dict[str, set[str]] = {}
    for lock in LOCKS:
        for name, found in pins(lock).items():
            everything.setdefault(name, set()).add(found)
    assert [name for name, versions in everything.items() if len(versions) > 1] == []


def test_the_two_whooshes_are_never_together() -> None:
    """They share an import name: whichever came last would be the one that is tested."""
    for lock in LOCKS:
        assert len({"whoosh", "whoosh3"} & pins(lock).keys()) <= 1, lock.name
    assert "whoosh3" in pins(sources.ROOT / "requirements" / "whoosh3.lock")
