"""What was written through a link is listed and erased with the link; what is not ours is neither."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.app_paths import AppPaths
from desktop.store.bookmarks import Bookmarks
from desktop.traces import Trace, TraceKind, Traces

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need rights that accounts lack there")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder of another program's, that the bookmarks of the profile lead to."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "letter.txt").touch()
    (tmp_path / "handrail").mkdir()
    (tmp_path / "handrail" / "bookmarks.json").symlink_to(elsewhere / "list.json")
    return elsewhere


@pytest.fixture
def places(elsewhere: Path) -> AppPaths:
    state = elsewhere.parent / "handrail"
    return AppPaths(state / "settings.json", state / "bookmarks.json")


@pytest.fixture
def environ(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    (tmp_path / "run").mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    return {"XDG_RUNTIME_DIR": str(tmp_path / "run")}


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_the_list_is_listed_and_erased_where_it_lies(
    places: AppPaths, elsewhere: Path, environ: dict[str, str]
) -> None:
    assert places.bookmarks_file
    (elsewhere / "list.json").write_bytes(b"{broken")
    bookmarks = Bookmarks(places.bookmarks_file)
    assert bookmarks.load()
    bookmarks.toggle("domestic-abuse")
    (elsewhere / ".list.json.1-01234567.new").touch()
    traces = Traces(places, environ)
    state = places.bookmarks_file.parent
    assert traces.found() == (
        Trace(elsewhere / ".list.json.1-01234567.new", TraceKind.UNFINISHED),
        Trace(elsewhere / "list-damaged-1.json", TraceKind.DAMAGED),
        Trace(elsewhere / "list.json", TraceKind.BOOKMARKS),
        Trace(places.bookmarks_file, TraceKind.BOOKMARKS),
        Trace(state, TraceKind.FOLDER),
    )
    assert traces.erase() == ()
    assert names(elsewhere) == ["letter.txt"]
    assert not state.exists()


def test_a_target_that_cannot_be_erased_is_named(
    places: AppPaths,
    elsewhere: Path,
    environ: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert places.bookmarks_file
    Bookmarks(places.bookmarks_file).toggle("domestic-abuse")
    unlink = Path.unlink

    def refused(path: Path, missing_ok: bool = False) -> None:
        if path == elsewhere / "list.json":
            raise PermissionError(path)
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refused)  # to root nothing is read-only
    monkeypatch.setattr("desktop.__main__.program_folder", lambda: elsewhere.parent / "program")
    assert main(["traces", "--erase", "--profile", str(places.bookmarks_file.parent)]) == 2
    assert capsys.readouterr().err == f"These could not be erased: {elsewhere / 'list.json'}.\n"


def test_a_link_that_leads_nowhere_is_listed_alone(
    places: AppPaths, elsewhere: Path, environ: dict[str, str]
) -> None:
    assert places.bookmarks_file
    assert [one.path for one in Traces(places, environ).found()] == [
        places.bookmarks_file,
        places.bookmarks_file.parent,
    ]
    assert Traces(places, environ).erase() == ()
    assert names(elsewhere) == ["letter.txt"]


def test_a_profile_folder_that_is_a_link_is_emptied_and_named(
    places: AppPaths, elsewhere: Path, environ: dict[str, str], tmp_path: Path
) -> None:
    linked = tmp_path / "linked" / "handrail"
    linked.parent.mkdir()
    linked.symlink_to(tmp_path / "handrail")
    (tmp_path / "handrail" / "settings.json").write_text("{}", encoding="utf-8")
    traces = Traces(AppPaths(linked / "settings.json", linked / "bookmarks.json"), environ)
    assert traces.erase() == (Trace(linked, TraceKind.FOLDER),)
    assert linked.is_symlink()
    assert names(tmp_path / "handrail") == []
