"""Nothing of the current folder is run, and a checkout that is read-only starts wherever it stands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "packs" / "small"
LEFT_OUT = shutil.ignore_patterns("__pycache__", "leeds", "*.ttf")
on_unix = pytest.mark.skipif(sys.platform == "win32", reason="starts ./dev, a shell script")
STAMP = """
from dev_tasks.environment import ROOT, Stamp, _fingerprint, _write_stamp
_write_stamp(Stamp({"run": _fingerprint("run")}, {}, str(ROOT)))
"""
FROM_THE_FOLDER = 'raise SystemExit("run from the current folder")\n'


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout that is set up, with the wheels of this one."""
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    for name in ("content", "index", "desktop", "dev_tasks", "requirements"):
        shutil.copytree(ROOT / name, checkout / name, ignore=LEFT_OUT)
    for name in ("dev", "dev.py", "pyproject.toml"):
        shutil.copy(ROOT / name, checkout)
    venv.EnvBuilder(symlinks=True).create(checkout / ".venv")
    (site,) = (checkout / ".venv").glob("lib/python*/site-packages")
    (site / "wheels.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    command = [*python(checkout), "-c", STAMP]
    subprocess.run(command, cwd=checkout, env=environment(checkout), check=True)
    return checkout


def python(checkout: Path) -> list[str]:
    return [str(checkout / ".venv" / "bin" / "python")]


def environment(checkout: Path) -> dict[str, str]:
    found = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**found, "HANDRAIL_PYTHON": python(checkout)[0], "HOME": str(checkout.parent)}


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder as it may come: a pack, and modules with the names of what the program imports."""
    stick = tmp_path / "stick"
    shutil.copytree(SMALL, stick / "pack")
    for name in ("yaml", "json", "argparse", "hashlib", "subprocess", "markdown_it", "sitecustomize"):
        (stick / f"{name}.py").write_text(FROM_THE_FOLDER, encoding="utf-8")
    for name in ("index", "content", "whoosh", "dev_tasks"):
        (stick / name).mkdir()
        (stick / name / "__init__.py").write_text(FROM_THE_FOLDER, encoding="utf-8")
    return stick


def ran(command: list[str], folder: Path, environment: dict[str, str]) -> str:
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "current folder" not in done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.mark.slow
@on_unix
@pytest.mark.parametrize("python_path", [None, "", ".", "/nowhere:"])
def test_dev_runs_nothing_of_the_current_folder(checkout: Path, stick: Path, python_path: str | None) -> None:
    more = {} if python_path is None else {"PYTHONPATH": python_path}
    command = [str(checkout / "dev"), "run", "--", "check", "pack"]
    assert "0 errors" in ran(command, stick, {**environment(checkout), **more})


def test_the_module_runs_nothing_of_the_current_folder(stick: Path) -> None:
    """Started by hand; what Python itself imports before ours is none of it."""
    (stick / "sitecustomize.py").unlink()
    command = [sys.executable, "-m", "desktop", "check", "pack"]
    assert "0 errors" in ran(command, stick, {**os.environ, "PYTHONPATH": str(ROOT)})


def test_the_console_script_runs_nothing_of_the_current_folder(stick: Path, tmp_path: Path) -> None:
    """As pip writes it."""
    (stick / "sitecustomize.py").unlink()
    script = tmp_path / "bin" / "handrail"
    script.parent.mkdir()
    script.write_text("import sys\nfrom desktop.__main__ import run\nsys.exit(run())\n", encoding="utf-8")
    command = [sys.executable, str(script), "check", "pack"]
    assert "0 errors" in ran(command, stick, {**os.environ, "PYTHONPATH": str(ROOT)})


READ_ONLY = 'mount --bind "$1" "$2" && mount -o remount,bind,ro "$2" && cd / && shift 2 && exec "$@"'


def read_only(checkout: Path, place: Path) -> list[str]:
    """The beginning of a command that sees the checkout at another place, where nobody can write."""
    place.mkdir()
    begin = [
        "unshare",
        "-m",
        "sh",
        "-c",
        READ_ONLY,
        "-",
        str(checkout),
        str(place),
    ]
    if not shutil.which("unshare") or subprocess.run([*begin, "true"], capture_output=True).returncode:
        pytest.skip("only root mounts")
    return begin


@on_unix
def test_a_read_only_checkout_at_another_place_starts(checkout: Path, tmp_path: Path) -> None:
    place = tmp_path / "elsewhere"
    begin = read_only(checkout, place)
    command = [*begin, str(place / "dev"), "run", "--", "--version"]
    env = {**environment(checkout), "HANDRAIL_PYTHON": sys.executable}
    assert "Handrail" in ran(command, tmp_path, env)


@on_unix
def test_one_that_is_not_set_up_says_one_sentence(checkout: Path, tmp_path: Path) -> None:
    place = tmp_path / "elsewhere"
    begin = read_only(checkout, place)
    (checkout / ".venv" / "handrail.json").unlink()
    env = {**environment(checkout), "HANDRAIL_PYTHON": sys.executable}
    command = [*begin, str(place / "dev"), "run", "--", "--version"]
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=300)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "This checkout is read-only and not set up: copy it to a folder of yours and start it there.\n"
    )
