"""One window for each profile: the first is found, a dead one is not, and nothing stays behind."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.app_paths import AppPaths
from desktop.instance.file_instance import FileInstance
from desktop.instance.instance import Instance, Patience, Request
from desktop.instance.runtime_folder import make_runtime_folder
from desktop.instance.single_instance import acquire, all_locks, instance_name, is_open, remove_own
from tests.desktop.instance.starts import ASKED, AT_ONCE, leave

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows needs no lock file")
LONG = Patience(loading=20.0, open=20.0)
fcntl = pytest.importorskip("fcntl")


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "run").mkdir()
    return {"XDG_RUNTIME_DIR": str(tmp_path / "run")}


@pytest.fixture
def places(tmp_path: Path) -> AppPaths:
    return AppPaths(tmp_path / "mine" / "settings.json", tmp_path / "mine" / "bookmarks.json")


@pytest.fixture
def first(places: AppPaths, environ: dict[str, str]) -> Instance:
    return held(places, environ)


def held(places: AppPaths, environ: dict[str, str]) -> Instance:
    instance = acquire(places, environ, AT_ONCE)
    assert isinstance(instance, FileInstance)
    return instance


def what_is_left(environ: dict[str, str]) -> list[Path]:
    return list(Path(environ["XDG_RUNTIME_DIR"]).iterdir())


def test_the_first_start_holds_one_empty_file_in_a_folder_of_this_account(
    first: Instance, environ: dict[str, str]
) -> None:
    (lock,) = all_locks(environ)
    assert what_is_left(environ) == [lock.parent]
    assert lock.read_bytes() == b""
    assert lock.stat().st_mode & 0o077 == 0
    assert stat.S_IMODE(lock.parent.stat().st_mode) == 0o700
    assert "mine" not in lock.name
    assert first.request() is Request.NOTHING


def test_nothing_is_left_after_leaving(first: Instance, environ: dict[str, str]) -> None:
    leave(first)
    assert what_is_left(environ) == []


def test_a_second_start_is_answered_and_ends(
    first: Instance, places: AppPaths, environ: dict[str, str]
) -> None:
    assert first.open()
    with ThreadPoolExecutor(1) as pool:
        second = pool.submit(acquire, places, environ, LONG)
        while first.request() is not Request.COME_FORWARD:
            assert not second.done()
        assert second.result(LONG.open) is None
    assert first.request() is Request.NOTHING
    assert len(all_locks(environ)) == 1


def test_a_second_start_waits_for_one_that_still_loads(
    first: Instance, places: AppPaths, environ: dict[str, str]
) -> None:
    """However short its patience with a window that is open and does not answer."""
    with ThreadPoolExecutor(1) as pool:
        second = pool.submit(acquire, places, environ, Patience(LONG.loading, 0))
        wait_until_asked(environ, second)
        for _look in range(200):  # it looks a hundred times a second
            assert len(all_locks(environ)) == 1
        assert not second.done()
        first.answer()
        assert second.result(LONG.loading) is None
    leave(first)


def wait_until_asked(environ: dict[str, str], second: Future[Instance | None]) -> None:
    (lock,) = all_locks(environ)
    while lock.stat().st_mtime_ns != ASKED:
        assert not second.done()


def test_a_second_start_that_nobody_answers_opens_a_window_of_its_own(
    first: Instance, places: AppPaths, environ: dict[str, str]
) -> None:
    assert first.open()
    second = held(places, environ)
    assert second.open()
    leave(second)
    assert first.request() is Request.COME_FORWARD
    leave(first)


def test_one_that_loaded_too_long_does_not_open_beside_the_one_that_was_quicker(
    first: Instance, places: AppPaths, environ: dict[str, str]
) -> None:
    second = held(places, environ)
    assert second.open()
    assert not first.open()
    assert second.request() is Request.COME_FORWARD
    leave(first)
    leave(second)
    assert what_is_left(environ) == []


def test_leaving_in_one_leaves_all_windows_of_this_person(
    first: Instance, tmp_path: Path, environ: dict[str, str]
) -> None:
    of_another_profile = held(AppPaths(tmp_path / "other" / "settings.json"), environ)
    loading = held(AppPaths(), environ)
    assert first.open()
    assert of_another_profile.open()
    first.release()
    first.tell_others()
    assert first.others_stay()
    assert of_another_profile.request() is Request.LEAVE
    assert not loading.open()
    later = held(AppPaths(tmp_path / "third" / "settings.json"), environ)
    of_another_profile.release()
    of_another_profile.tell_others()  # which was told itself
    assert later.open()
    assert not first.others_stay()  # the later start is none of those that were to leave
    for instance in (first, of_another_profile, loading, later):
        instance.remove()
    assert what_is_left(environ) == []


def test_a_start_while_the_first_is_leaving_is_the_next_first(
    first: Instance, places: AppPaths, environ: dict[str, str]
) -> None:
    first.release()
    second = held(places, environ)
    assert second.open()
    first.remove()
    assert is_open(places, environ)
    leave(second)
    assert what_is_left(environ) == []


def test_a_start_that_waits_while_the_first_leaves_ends_with_it(
    first: Instance, places: AppPaths, environ: dict[str, str]
) -> None:
    """A window that comes up after leaving would be worse than none."""
    assert first.open()
    with ThreadPoolExecutor(1) as pool:
        second = pool.submit(acquire, places, environ, LONG)
        wait_until_asked(environ, second)
        leave(first)
        assert second.result(LONG.open) is None
    assert what_is_left(environ) == []


def test_profiles_have_a_window_each(first: Instance, tmp_path: Path, environ: dict[str, str]) -> None:
    for other in (AppPaths(tmp_path / "other" / "settings.json"), AppPaths()):
        leave(held(other, environ))
    assert first.request() is Request.NOTHING


def test_a_profile_has_one_name_however_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    names = {instance_name(AppPaths(tmp_path / way / "settings.json")) for way in ("a", "link/a", "b/../a")}
    assert len(names) == 1


HOLD = """
import sys
from pathlib import Path
from desktop.instance.single_instance import acquire
from desktop.app_paths import AppPaths
held = acquire(AppPaths(Path(sys.argv[1])), {"XDG_RUNTIME_DIR": sys.argv[2]})
if "open" in sys.argv:
    held.open()
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def another(places: AppPaths, environ: dict[str, str], *words: str) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the window of this profile."""
    command = [sys.executable, "-c", HOLD, str(places.settings_file), environ["XDG_RUNTIME_DIR"], *words]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_dead_process_holds_nothing(places: AppPaths, environ: dict[str, str]) -> None:
    with another(places, environ, "open"):
        (left,) = all_locks(environ)
        leave(held(places, environ))
    assert left.exists()
    next_first = held(places, environ)
    assert not left.exists()
    assert next_first.request() is Request.NOTHING  # the unanswered request was for the dead one
    leave(next_first)
    assert what_is_left(environ) == []


def test_leaving_ends_a_window_that_hangs_and_what_it_left(
    first: Instance, tmp_path: Path, environ: dict[str, str]
) -> None:
    assert first.open()
    with another(AppPaths(tmp_path / "other" / "settings.json"), environ, "open") as hanging:
        hanging.send_signal(signal.SIGSTOP)
        first.release()
        first.tell_others()
        first.remove()
        assert first.others_stay()
        first.end_others()
        assert hanging.wait(LONG.open) == -signal.SIGKILL
    assert what_is_left(environ) == []


def test_leaving_ends_no_process_that_only_bears_the_number_of_one(
    first: Instance, environ: dict[str, str]
) -> None:
    """As in a sandbox, or where somebody names a lock after a process of another kind."""
    if not sys.platform.startswith("linux"):
        pytest.skip("asks /proc")
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as bystander:
        (lock,) = all_locks(environ)
        named = lock.with_name(f"handrail-0123456789ab-{bystander.pid}-01234567.lock")
        descriptor = os.open(named, os.O_CREAT | os.O_RDWR, 0o600)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        first.tell_others()
        assert first.others_stay()
        first.end_others()
        assert bystander.poll() is None
        os.close(descriptor)
        bystander.communicate(b"\n")
    leave(first)


def test_a_start_that_ends_early_removes_its_own_lock_and_no_other(
    places: AppPaths, environ: dict[str, str]
) -> None:
    with another(places, environ):
        (theirs,) = all_locks(environ)
        held(AppPaths(), environ)
        assert len(all_locks(environ)) == 2
        remove_own(environ)
        assert all_locks(environ) == (theirs,)


def put_a_link(folder: Path) -> None:
    folder.symlink_to(folder.parent)


def put_a_file(folder: Path) -> None:
    folder.touch()


def put_a_pipe(folder: Path) -> None:
    os.mkfifo(folder)


def put_a_folder_of_somebody_else(folder: Path) -> None:
    folder.mkdir(0o777)
    try:
        os.chown(folder, 12345, 12345)
    except PermissionError:
        pytest.skip("only root gives folders away")


@pytest.mark.parametrize("put", [put_a_link, put_a_file, put_a_pipe, put_a_folder_of_somebody_else])
def test_what_somebody_put_in_the_way_is_left_alone_and_gives_no_second_window(
    put: Callable[[Path], None], places: AppPaths, environ: dict[str, str], tmp_path: Path
) -> None:
    environ["TMPDIR"] = str(tmp_path / "tmp")
    (tmp_path / "tmp").mkdir()
    put(Path(environ["XDG_RUNTIME_DIR"], "handrail"))
    before = os.lstat(Path(environ["XDG_RUNTIME_DIR"], "handrail"))
    first = held(places, environ)
    (lock,) = all_locks(environ)
    assert lock.parent.parent == tmp_path / "tmp"
    assert is_open(places, environ)
    leave(first)
    assert os.path.samestat(before, os.lstat(Path(environ["XDG_RUNTIME_DIR"], "handrail")))


def test_a_pipe_in_place_of_a_lock_keeps_nobody_waiting(
    first: Instance, places: AppPaths, environ: dict[str, str]
) -> None:
    (lock,) = all_locks(environ)
    os.mkfifo(lock.with_name("handrail-0123456789ab-1-01234567.lock"))
    assert is_open(places, environ)
    leave(first)
    assert not is_open(places, environ)


@pytest.mark.parametrize(
    "environ", [{}, {"TMPDIR": "relative"}, {"XDG_RUNTIME_DIR": "/no/such/folder"}, {"TMPDIR": "/tmp"}]
)
def test_in_a_shared_folder_it_is_one_of_this_account_that_does_not_tell_its_program(
    environ: dict[str, str],
) -> None:
    folder = make_runtime_folder(environ)
    try:
        assert str(folder.parent) == "/tmp"
        assert re.fullmatch(r"\.[0-9a-f]{12}", folder.name)
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    finally:
        folder.rmdir()


def test_a_folder_that_was_open_to_others_is_closed(environ: dict[str, str]) -> None:
    folder = Path(environ["XDG_RUNTIME_DIR"], "handrail")
    folder.mkdir()
    folder.chmod(0o777)
    assert make_runtime_folder(environ) == folder
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
