"""The place that Handrail runs in on this machine: .venv with the locked wheels, and what Qt links to."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import subprocess
import sys
import venv
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from dev_tasks import pip_wheel, qt_libraries

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
STAMP = FOLDER / "handrail.json"
PYTHON = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

PIP_OPTIONS = (
    *("--quiet", "--no-input", "--disable-pip-version-check"),
    # Every wheel by its hash, none built here, none that the lock does not name
    *("--require-hashes", "--only-binary", ":all:", "--no-deps"),
)


class SetUpError(Exception):
    """The set-up could not be finished: the message says what is missing."""


@dataclass(slots=True)
class Stamp:
    """What an earlier set-up finished: the lock files by name, the environment that Qt needs, and where."""

    levels: dict[str, str] = field(default_factory=dict)
    environment: dict[str, str] | None = None
    place: str = ""


def ready(*levels: str) -> dict[str, str]:
    """Bring .venv to these lock files, at once when it is there; returns the environment to run in."""
    stamp = _read_stamp()
    if not _may_write():
        stamp = _as_it_is(levels, stamp)
    for level in levels:
        if stamp.levels.get(level) != _fingerprint(level):
            stamp = _set_up(level, stamp)
    if stamp.place != str(ROOT):  # of a set-up that did not write it down yet
        with suppress(OSError):
            _write_stamp(replace(stamp, place=str(ROOT)))
    own = {"PYTHONPATH": str(ROOT), "VIRTUAL_ENV": str(FOLDER)}
    return {**os.environ, **(stamp.environment or {}), **own}


def ready_beside(level: str) -> tuple[Path, dict[str, str]]:
    """An environment of its own with these wheels alone; returns its Python and the environment to run in."""
    folder = FOLDER / level
    python = folder / PYTHON.relative_to(FOLDER)
    done = folder / "handrail.json"
    if not done.exists() or done.read_text(encoding="utf-8") != _fingerprint(level) or not _works(python):
        print(f"Setting Handrail up ({level}) ...", file=sys.stderr)
        venv.EnvBuilder(with_pip=False, clear=True, symlinks=os.name != "nt").create(folder)
        if _start_wheels(level, python).wait():
            raise SetUpError("The Python wheels could not be installed: the lines above say why.")
        done.write_text(_fingerprint(level), encoding="utf-8")
    return python, {**os.environ, "PYTHONPATH": str(ROOT), "VIRTUAL_ENV": str(folder)}


def _as_it_is(levels: Sequence[str], stamp: Stamp) -> Stamp:
    """What is set up in a checkout that cannot be written to, wherever it stands by now."""
    place = stamp.place or str(ROOT)
    if not _works(PYTHON) or any(stamp.levels.get(level) != _fingerprint(level, place) for level in levels):
        raise SetUpError(
            "This checkout is read-only and not set up: copy it to a folder of yours and start it there."
        )
    environment = {name: value.replace(place, str(ROOT)) for name, value in (stamp.environment or {}).items()}
    return Stamp({level: _fingerprint(level) for level in levels}, environment, str(ROOT))


def _may_write() -> bool:
    return os.access(FOLDER if FOLDER.exists() else ROOT, os.W_OK)


def _set_up(level: str, stamp: Stamp) -> Stamp:
    print(f"Setting Handrail up ({level}) ...", file=sys.stderr)
    if not _works(PYTHON):
        venv.EnvBuilder(with_pip=False, clear=True, symlinks=os.name != "nt").create(FOLDER)
        stamp = Stamp()
    wheels = _start_wheels(level)  # downloads while the system's packages are installed
    try:
        if stamp.environment is None:
            stamp.environment = qt_libraries.provide(FOLDER / "system")
        if level == "dev" and sys.platform == "linux":
            qt_libraries.provide_screen()
    finally:
        failed = wheels.wait()
    if failed:
        raise SetUpError("The Python wheels could not be installed: the lines above say why.")
    stamp.levels[level] = _fingerprint(level)
    stamp.place = str(ROOT)
    _write_stamp(stamp)
    return stamp


def _start_wheels(level: str, python: Path = PYTHON) -> subprocess.Popen[bytes]:
    pip = pip_wheel.find(FOLDER / "pip")
    command = pip.command(python, "install", *PIP_OPTIONS, "-r", str(_lock(level)))
    return subprocess.Popen(command, stdout=sys.stderr, env={**pip.environment(), **os.environ})


def _works(python: Path) -> bool:
    """Whether an earlier .venv still runs, and with a Python that the wheels were chosen for."""
    fits = "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))"
    return python.exists() and subprocess.run([str(python), "-c", fits], capture_output=True).returncode == 0


def _lock(level: str) -> Path:
    return ROOT / "requirements" / f"{level}.lock"


def _fingerprint(level: str, place: str = str(ROOT)) -> str:
    """Changes when the lock, the Python or the checkout's place does: each of them asks for a new set-up."""
    parts = (_lock(level).read_bytes(), sys.version.encode(), platform.machine().encode(), place.encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _write_stamp(stamp: Stamp) -> None:
    STAMP.write_text(json.dumps(asdict(stamp), indent=1) + "\n", encoding="utf-8")


def _read_stamp() -> Stamp:
    try:
        found = json.loads(STAMP.read_text(encoding="utf-8"))
        return Stamp(**found) if PYTHON.exists() else Stamp()
    except (OSError, ValueError, TypeError):  # none yet, half written, or of another Handrail
        return Stamp()
