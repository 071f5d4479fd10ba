"""What the program has written is listed and erased; what is not ours is neither."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.app_paths import AppPaths
from desktop.edition.editions import compile_edition
from desktop.instance.instance import Request
from desktop.instance.single_instance import acquire
from desktop.instance.windows_events import is_there
from desktop.store.bookmarks import Bookmarks
from desktop.store.settings import TEXT_SIZE, Settings
from desktop.traces import Trace, TraceKind, Traces
from tests.desktop.instance.starts import AT_ONCE

SMALL = Path(__file__).parents[1] / "packs" / "small"


@pytest.fixture
def environ(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    (tmp_path / "run").mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    return {"XDG_RUNTIME_DIR": str(tmp_path / "run")}


@pytest.fixture
def places(tmp_path: Path) -> AppPaths:
    state = tmp_path / "home" / "handrail"
    state.parent.mkdir()
    return AppPaths(state / "settings.json", state / "bookmarks.json", state / "edition")


@pytest.fixture
def used(places: AppPaths) -> AppPaths:
    """A profile in which everything that writes has written."""
    assert places.settings_file
    assert places.bookmarks_file
    assert places.cache_folder
    places.settings_file.parent.mkdir()
    places.bookmarks_file.write_text("{broken")
    (places.settings_file.parent / ".settings.json.77-0123abcd.new").write_text("{")
    assert Bookmarks(places.bookmarks_file).load()
    Bookmarks(places.bookmarks_file).toggle("babies")
    Settings(places.settings_file).set(TEXT_SIZE, 150)
    compile_edition(SMALL, places.cache_folder)
    return places


def everything(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def paths(traces: tuple[Trace, ...]) -> list[Path]:
    return sorted(one.path for one in traces)


def test_all_that_was_written_is_listed_and_erased(
    used: AppPaths, tmp_path: Path, environ: dict[str, str]
) -> None:
    traces = Traces(used, environ)
    assert paths(traces.found()) == everything(tmp_path / "home")
    assert {one.kind for one in traces.found()} == set(TraceKind) - {TraceKind.LOCK}
    assert all(one.words for one in traces.found())
    assert traces.erase() == ()
    assert everything(tmp_path / "home") == []
    assert traces.found() == ()


def test_what_somebody_else_put_there_stays(used: AppPaths, tmp_path: Path, environ: dict[str, str]) -> None:
    assert used.settings_file
    state = used.settings_file.parent
    foreign = [
        state / name
        for name in ("letter.txt", "settings.json.bak", ".x.1-0123abcd.new", "settings-damaged-a.json")
    ]
    for one in foreign:
        one.write_text("mine")
    (state / "bookmarks-damaged-9.json").mkdir()
    Traces(used, environ).erase()
    assert everything(tmp_path / "home") == sorted([state, *foreign, state / "bookmarks-damaged-9.json"])


def test_a_named_profile_that_was_never_used_is_not_ours(tmp_path: Path, environ: dict[str, str]) -> None:
    (tmp_path / "mine").mkdir()
    assert Traces(AppPaths(tmp_path / "mine" / "settings.json"), environ).found() == ()
    assert Traces(AppPaths(), environ).found() == ()


def test_looking_makes_nothing(places: AppPaths, tmp_path: Path, environ: dict[str, str]) -> None:
    before = everything(tmp_path)
    assert Traces(places, environ).found() == ()
    assert Traces(places, environ).erase() == ()
    assert everything(tmp_path) == before


def test_a_checkout_names_its_build_folder(tmp_path: Path, environ: dict[str, str]) -> None:
    cache = tmp_path / "checkout" / ".build" / "edition"
    compile_edition(SMALL, cache)
    found = Traces(AppPaths(cache_folder=cache), environ)
    assert found.found()[-2:] == (Trace(cache, TraceKind.FOLDER), Trace(cache.parent, TraceKind.FOLDER))
    (cache.parent / "of-another-tool").mkdir()
    assert cache.parent not in paths(found.found())
    assert found.erase() == ()
    assert everything(cache.parent) == [cache.parent / "of-another-tool"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows needs no lock file")
@pytest.mark.parametrize("private", [True, False])
def test_the_lock_of_an_open_window_is_listed_and_stays(
    places: AppPaths, environ: dict[str, str], private: bool
) -> None:
    held = acquire(AppPaths() if private else places, environ, AT_ONCE)
    assert held is not None
    traces = Traces(places, environ)
    lock, folder = traces.found()
    assert (lock.kind, folder.kind) == (TraceKind.LOCK, TraceKind.FOLDER)
    assert traces.erase() == ()
    assert traces.found() == (lock, folder)
    held.release()  # as after kill -9: nobody holds it, but it stands there
    assert traces.erasable() == (lock, folder)
    assert traces.erase() == ()
    assert not folder.path.exists()


def test_what_cannot_be_erased_is_told(used: AppPaths, environ: dict[str, str]) -> None:
    assert used.settings_file
    traces = Traces(used, environ)
    state = used.settings_file.parent
    before = traces.found
    late = state / "letter.txt"

    class Slow(Traces):
        def erasable(self) -> tuple[Trace, ...]:
            found = before()
            late.write_text("put there meanwhile")
            return found

    assert Slow(used, environ).erase() == (Trace(state, TraceKind.FOLDER),)
    assert everything(state) == [late]


@pytest.fixture
def command(
    used: AppPaths, environ: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> list[str]:
    """The command line for this profile, of a program that is no checkout."""
    monkeypatch.setattr("desktop.__main__.program_folder", lambda: tmp_path / "program")
    assert used.settings_file
    return ["traces", "--profile", str(used.settings_file.parent)]


def test_the_command_lists_for_a_person_and_for_a_program(
    command: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(command) == 0
    lines = capsys.readouterr().out.splitlines()
    assert f"{tmp_path / 'home' / 'handrail' / 'bookmarks.json'}: your bookmarks" in lines
    assert main([*command, "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert sorted(Path(row["path"]) for row in rows) == everything(tmp_path / "home")
    assert len(lines) == len(rows)
    assert {row["kind"] for row in rows} <= set(TraceKind)


def test_the_command_erases_and_says_what(
    command: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main([*command, "--erase", "--json"]) == 0
    assert "bookmarks" in {row["kind"] for row in json.loads(capsys.readouterr().out)}
    assert everything(tmp_path / "home") == []
    assert main([*command, "--erase"]) == 0
    assert capsys.readouterr().out == "Nothing of this program's is written here.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="asks for a lock file")
def test_nothing_is_erased_below_an_open_window(
    command: list[str], used: AppPaths, environ: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    held = acquire(used, environ, AT_ONCE)
    assert held is not None
    before = Traces(used, environ).found()
    assert main([*command, "--erase"]) == 2
    assert capsys.readouterr().err == "The window is open: leave it first, and then erase.\n"
    assert Traces(used, environ).found() == before
    assert held.request() is Request.NOTHING


def test_on_windows_an_open_window_is_known_by_its_event() -> None:
    class Names:
        def __init__(self, there: bool) -> None:
            self.there, self.closed = there, 0

        def create(self, name: str) -> tuple[int, bool]:
            return 4, self.there

        def close(self, handle: int) -> None:
            self.closed += 1

    for there in (True, False):
        names = Names(there)
        assert is_there("one", names) is there
        assert names.closed == 1
