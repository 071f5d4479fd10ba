"""One window for each profile: the first is found, a dead one is not, and nothing stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop.app_paths import AppPaths
from desktop.instance.instance import Instance, NullInstance
from desktop.instance.single_instance import acquire, instance_name, lock_path
from desktop.instance.windows_events import EventInstance, acquire_events

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows needs no lock file")
PATIENCE = 20.0


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "run").mkdir()
    return {"XDG_RUNTIME_DIR": str(tmp_path / "run")}


@pytest.fixture
def places(tmp_path: Path) -> AppPaths:
    return AppPaths(tmp_path / "mine" / "settings.json", tmp_path / "mine" / "bookmarks.json")


@pytest.fixture
def first(places: AppPaths, environ: dict[str, str]) -> Instance:
    instance = acquire(places, environ, 0)
    assert instance is not None
    return instance


def leave(instance: Instance) -> None:
    instance.release()
    instance.remove()


def test_the_first_start_holds_one_empty_file(
    first: Instance, places: AppPaths, environ: dict[str, str]
) -> None:
    lock = lock_path(places, environ)
    assert lock is not None
    assert list(lock.parent.iterdir()) == [lock]
    assert lock.read_bytes() == b""
    assert lock.stat().st_mode & 0o077 == 0
    assert "mine" not in lock.name
    assert not first.activation_requested()


def test_nothing_is_left_after_leaving(first: Instance, environ: dict[str, str]) -> None:
    leave(first)
    assert list(Path(environ["XDG_RUNTIME_DIR"]).iterdir()) == []


def test_a_second_start_is_answered_and_ends(
    first: Instance, places: AppPaths, environ: dict[str, str]
) -> None:
    with ThreadPoolExecutor(1) as pool:
        second = pool.submit(acquire, places, environ, PATIENCE)
        while not first.activation_requested():
            assert not second.done()
        assert second.result(PATIENCE) is None
    assert not first.activation_requested()


def test_a_second_start_that_nobody_answers_opens_a_window_of_its_own(
    first: Instance, places: AppPaths, environ: dict[str, str]
) -> None:
    second = acquire(places, environ, 0)
    assert isinstance(second, NullInstance)
    leave(second)
    assert first.activation_requested()
    assert lock_path(places, environ) is not None


def test_a_start_while_the_first_is_leaving_is_the_next_first(
    first: Instance, places: AppPaths, environ: dict[str, str]
) -> None:
    first.release()
    second = acquire(places, environ, 0)
    assert second is not None
    assert not isinstance(second, NullInstance)
    first.remove()
    assert isinstance(acquire(places, environ, 0), NullInstance)  # the file of the second still stands
    leave(second)
    assert list(Path(environ["XDG_RUNTIME_DIR"]).iterdir()) == []


def test_a_start_that_waits_while_the_first_leaves_is_the_next_first(
    first: Instance, places: AppPaths, environ: dict[str, str]
) -> None:
    lock = lock_path(places, environ)
    assert lock is not None
    with ThreadPoolExecutor(1) as pool:
        second = pool.submit(acquire, places, environ, PATIENCE)
        while lock.stat().st_mtime_ns:
            assert not second.done()
        leave(first)
        found = second.result(PATIENCE)
    assert found is not None
    assert not isinstance(found, NullInstance)
    leave(found)


def test_profiles_know_nothing_of_each_other(
    first: Instance, tmp_path: Path, environ: dict[str, str]
) -> None:
    for other in (AppPaths(tmp_path / "other" / "settings.json"), AppPaths()):
        instance = acquire(other, environ, 0)
        assert instance is not None
        assert not isinstance(instance, NullInstance)
        leave(instance)
    assert not first.activation_requested()


def test_a_profile_has_one_name_however_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    names = {instance_name(AppPaths(tmp_path / way / "settings.json")) for way in ("a", "link/a", "b/../a")}
    assert len(names) == 1


def test_a_dead_process_holds_nothing(places: AppPaths, environ: dict[str, str]) -> None:
    code = (
        "import sys, time\nfrom pathlib import Path\n"
        "from desktop.instance.single_instance import acquire\nfrom desktop.app_paths import AppPaths\n"
        f"held = acquire(AppPaths(Path({str(places.settings_file)!r})), {environ!r})\n"
        "print('held', flush=True)\nsys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as dead:
        assert dead.stdout is not None
        assert dead.stdout.readline() == "held\n"
        assert isinstance(acquire(places, environ, 0), NullInstance)
        dead.send_signal(signal.SIGKILL)
    lock = lock_path(places, environ)
    assert lock is not None
    assert lock.exists()
    next_first = acquire(places, environ, 0)
    assert next_first is not None
    assert not isinstance(next_first, NullInstance)
    assert not next_first.activation_requested()  # the unanswered request was for the dead one
    leave(next_first)
    assert not lock.exists()


def put_a_link(lock: Path) -> None:
    lock.symlink_to(lock.parent / "of-another")


def put_a_folder(lock: Path) -> None:
    lock.mkdir()


@pytest.mark.parametrize("put", [put_a_link, put_a_folder])
def test_what_somebody_put_in_the_way_is_left_alone(
    put: Callable[[Path], None], places: AppPaths, environ: dict[str, str]
) -> None:
    lock = lock_path(places, environ)
    assert lock is not None
    put(lock)
    assert isinstance(acquire(places, environ, 0), NullInstance)
    assert [one.name for one in lock.parent.iterdir()] == [lock.name]


@pytest.mark.parametrize(
    ("environ", "folder"),
    [({}, "/tmp"), ({"TMPDIR": "relative"}, "/tmp"), ({"XDG_RUNTIME_DIR": "/no/such/folder"}, "/tmp")],
)
def test_without_a_runtime_folder_it_is_the_temporary_one(environ: dict[str, str], folder: str) -> None:
    lock = lock_path(AppPaths(), environ)
    assert lock is not None
    assert str(lock.parent) == folder
    assert lock.name.endswith(f"-{os.getuid()}.lock")


@dataclass
class OneSession:
    """Named events as Windows keeps them: alive as long as someone holds a handle."""

    names: dict[int, str] = field(default_factory=dict)
    set_now: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    refused: bool = False
    while_waiting: Callable[[], object] = lambda: None

    def create(self, name: str) -> tuple[int, bool]:
        if self.refused:
            raise PermissionError(name)
        was_there = name in self.names.values()
        if not was_there:
            self.set_now.discard(name)
        handle = max(self.names, default=0) + 4
        self.names[handle] = name
        return handle, was_there

    def set(self, handle: int) -> None:
        self.set_now.add(self.names[handle])

    def wait(self, handle: int, seconds: float) -> bool:
        if seconds:
            self.while_waiting()
        was_set = self.names[handle] in self.set_now
        self.set_now.discard(self.names[handle])
        return was_set

    def close(self, handle: int) -> None:
        del self.names[handle]

    def let_others_come_forward(self) -> None:
        self.asked.append("forward")


def test_on_windows_a_second_start_is_answered_and_ends() -> None:
    session = OneSession()
    first = acquire_events("one", session, 1)
    assert isinstance(first, EventInstance)
    assert not first.activation_requested()
    session.while_waiting = first.activation_requested
    assert acquire_events("one", session, 1) is None
    assert session.asked == ["forward"]
    assert isinstance(acquire_events("two", session, 1), EventInstance)
    first.release()
    first.remove()
    assert isinstance(acquire_events("one", session, 1), EventInstance)


def test_on_windows_a_hanging_window_is_not_waited_for_twice() -> None:
    session = OneSession()
    first = acquire_events("one", session, 1)
    assert first is not None
    assert isinstance(acquire_events("one", session, 1), NullInstance)
    assert first.activation_requested()  # too late: the answer must not count for the next start
    assert isinstance(acquire_events("one", session, 1), NullInstance)
    assert len(session.names) == 2


def test_on_windows_a_start_that_waits_while_the_first_leaves_is_the_next_first() -> None:
    session = OneSession()
    first = acquire_events("one", session, 1)
    assert first is not None
    session.while_waiting = first.release
    assert isinstance(acquire_events("one", session, 1), EventInstance)


def test_on_windows_events_of_another_account_are_no_reason_not_to_open() -> None:
    with pytest.raises(PermissionError):
        acquire_events("one", OneSession(refused=True), 1)
