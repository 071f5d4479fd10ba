"""Who may know whom: every module imports only from its own floor and those below."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import pytest

from tests.architecture import sources


@dataclass(frozen=True, slots=True)
class Floor:
    """What a floor may import besides the standard library, and what not although it lies below."""

    may: tuple[str, ...]
    may_not: tuple[str, ...] = ()


CONTENT = Floor(("content", "yaml", "markdown_it", "mdit_py_plugins"))
INDEX = Floor(("index", "content", "whoosh"))
DESKTOP = Floor(("desktop", "content", "index"), ("desktop.ui", "desktop.app", "desktop.__main__"))
UI = Floor((*DESKTOP.may, "PySide6", "shiboken6"), ("desktop.app", "desktop.__main__", "PySide6.QtNetwork"))
ROOM_WITH_ALL = Floor((*UI.may,), ("PySide6.QtNetwork",))

# The only two modules that may know everything: they build, wire and run
COMPOSITION_ROOT = ("desktop/app.py", "desktop/__main__.py")

NETWORK = (
    *("socket", "socketserver", "ssl", "http", "urllib.request", "urllib.error", "ftplib", "smtplib"),
    *("imaplib", "poplib", "xmlrpc", "asyncio", "wsgiref", "webbrowser", "multiprocessing"),
    *("requests", "httpx", "aiohttp", "urllib3"),
)
WHOOSH_DOOR = "index/engine.py"
PROGRAM_FILES = sources.files(*sources.PROGRAM)


def floor_of(path: str) -> Floor:
    if path in COMPOSITION_ROOT:
        return ROOM_WITH_ALL
    floors = {"content/": CONTENT, "index/": INDEX, "desktop/ui/": UI, "desktop/": DESKTOP}
    return next(floor for folder, floor in floors.items() if path.startswith(folder))


def within(name: str, packages: tuple[str, ...]) -> bool:
    return any(sources.is_or_is_in(name, package) for package in packages)


def strangers(path: str) -> list[str]:
    """The imports of a module that its floor has no business with."""
    floor = floor_of(path)
    return [
        f"{path}:{line}: {name}"
        for line, name in sources.imports(path)
        if within(name, floor.may_not)
        or not (name.partition(".")[0] in sys.stdlib_module_names or within(name, floor.may))
    ]


@pytest.mark.parametrize("path", PROGRAM_FILES)
def test_a_module_imports_only_from_its_floor_and_below(path: str) -> None:
    assert strangers(path) == []


@pytest.mark.parametrize("path", PROGRAM_FILES)
def test_no_module_can_reach_a_network(path: str) -> None:
    assert [f"{path}:{line}: {name}" for line, name in sources.imports(path) if within(name, NETWORK)] == []


def test_whoosh_has_one_door() -> None:
    doors = {path for path in PROGRAM_FILES for _, name in sources.imports(path) if within(name, ("whoosh",))}
    assert doors <= {WHOOSH_DOOR}


@pytest.mark.parametrize("path", sources.files("tests", *sources.PROGRAM))
def test_nobody_imports_the_packaging_or_the_tests(path: str) -> None:
    ours = (
        ("dev", "dev_tasks", "bundle")
        if path.startswith("tests/")
        else ("dev", "dev_tasks", "bundle", "tests")
    )
    assert [name for _, name in sources.imports(path) if within(name, ours)] == []
