"""The packaged program, carried to a place where nothing of the checkout can help it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = pytest.mark.bundle

ROOT = Path(__file__).resolve().parents[2]
SYSTEMS = {
    "linux": ("linux", "handrail", "handrail"),
    "win32": ("windows", "Handrail", "Handrail-console.exe"),
    "darwin": ("macos", "Handrail.app", "Contents/MacOS/Handrail"),
}
TARGET, FOLDER, PROGRAM = SYSTEMS[sys.platform]

# A program without these cannot talk to a network, whatever it is told to do
NETWORK = {
    "socket",
    "_socket",
    "ssl",
    "_ssl",
    "http",
    "urllib.request",
    "asyncio",
    "email",
    "smtplib",
    "ftplib",
}
AUTHORS_ONLY = {"yaml", "_yaml", "markdown_it", "mdit_py_plugins", "spellchecker"}
NETWORK_FILES = re.compile(
    r"(lib)?(ssl|crypto|curl|Qt6?Network|Qt6?WebSockets|_ssl|_socket)\b", re.IGNORECASE
)
PATIENCE = 90.0  # seconds for a cold start on a busy machine


@dataclass(frozen=True, slots=True)
class Carried:
    """The bundle as a worker has it: a folder on a stick, and a home that knows nothing of it."""

    folder: Path
    home: Path

    def start(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the program with almost no environment, far from the checkout."""
        needed = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
        own = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(self.home), "LANG": "C.UTF-8"}
        return subprocess.run(
            [self.folder / PROGRAM, *words],
            cwd=self.home,
            env={**own, **needed, **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )

    def files(self) -> list[str]:
        return [file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*") if file.is_file()]


@pytest.fixture(scope="module")
def built() -> Path:
    """What `./dev bundle` made; made now where it was not."""
    made = ROOT / "dist" / TARGET / FOLDER
    if not made.exists():
        subprocess.run([sys.executable, ROOT / "dev.py", "bundle", TARGET], check=True)
    return made


@pytest.fixture
def carried(built: Path, tmp_path: Path) -> Iterator[Carried]:
    """A copy outside the checkout, thrown away at once: it is large."""
    folder, home = tmp_path / "carried here" / FOLDER, tmp_path / "home"
    shutil.copytree(built, folder, symlinks=True)
    home.mkdir()
    yield Carried(folder, home)
    shutil.rmtree(folder)


def modules(built: Path) -> set[str]:
    """The names of all Python modules that are frozen into the executable, or lie beside it."""
    readers = pytest.importorskip("PyInstaller.archive.readers")
    archive = readers.CArchiveReader(str(built / PROGRAM))
    inside = next(name for name, entry in archive.toc.items() if entry[4] == "z")
    frozen = set(archive.open_embedded_archive(inside).toc)
    beside = {file.name.partition(".")[0] for file in built.rglob("*") if file.suffix in (".so", ".pyd")}
    return frozen | beside


def test_the_program_walks_through_itself_far_from_the_checkout(carried: Carried) -> None:
    before = carried.files()
    ended = carried.start("--self-test")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert json.loads(ended.stdout)["ok"] is True
    assert ended.stderr == ""
    assert carried.files() == before, "the program left something in its own folder"
    assert [path for path in carried.home.rglob("*") if path.is_file()] == []


def test_the_program_answers_on_the_command_line(carried: Carried) -> None:
    ended = carried.start("search", "bruise on a baby", "--json")
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout)[0]["page"] == "baby-bruise"


def test_the_program_says_which_it_is(carried: Carried) -> None:
    assert re.fullmatch(r"Handrail \d+(\.\d+)+\S*", carried.start("--version").stdout.strip())


@pytest.mark.screen
@pytest.mark.skipif(sys.platform != "linux", reason="X is Linux's")
def test_the_program_opens_on_a_real_screen(carried: Carried, screen: str) -> None:
    ended = carried.start("--self-test", QT_QPA_PLATFORM="xcb", DISPLAY=screen)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert json.loads(ended.stdout)["ok"] is True


def test_pyside_reads_its_own_files_compiled(carried: Carried) -> None:
    """And not packed as text, which it would compile at every start."""
    files = [file for file in carried.folder.rglob("files.dir/**/*") if file.is_file()]
    assert len(files) > 10
    assert {file.suffix for file in files} == {".pyc"}
    next(file for file in files if file.stem == "loader").unlink()
    assert carried.start("--self-test").returncode != 0, "they are not read from there"


@pytest.mark.parametrize("name", ["library.bin", "index.bin"])
def test_a_byte_that_no_start_reads_is_seen_by_the_self_test(carried: Carried, name: str) -> None:
    file = next(carried.folder.rglob(name))
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    ended = carried.start("--self-test")
    assert ended.returncode == 2
    assert len(ended.stderr.strip().splitlines()) == 1


def test_a_damaged_edition_is_told_in_one_sentence(carried: Carried) -> None:
    library = next(carried.folder.rglob("library.bin"))
    library.write_bytes(library.read_bytes()[:-10])
    ended = carried.start("--self-test")
    assert ended.returncode == 2
    assert len(ended.stderr.strip().splitlines()) == 1


def test_pack_folders_need_the_authors_program(carried: Carried) -> None:
    """The bundle has no YAML reader; it must say so rather than fall over."""
    (carried.home / "pack").mkdir()
    (carried.home / "pack" / "pack.yml").write_text("id: x\n", encoding="utf-8")
    for words in (("check", "pack"), ("--self-test", "--pack", "pack")):
        ended = carried.start(*words)
        assert ended.returncode == 2, ended.stdout + ended.stderr
        assert len(ended.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("left_out", [NETWORK, AUTHORS_ONLY], ids=["network", "authors only"])
def test_what_must_stay_out_is_out(built: Path, left_out: set[str]) -> None:
    inside = modules(built)
    assert "desktop.app" in inside
    packages = {name.partition(".")[0] for name in inside}
    assert not (inside | packages).intersection(left_out)


def test_no_library_for_a_network_lies_beside_the_program(built: Path) -> None:
    names = [file.name for file in built.rglob("*") if file.is_file()]
    assert [name for name in names if NETWORK_FILES.match(name)] == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system's own dialog prints")
def test_nothing_that_speaks_to_a_printing_service_is_carried(built: Path) -> None:
    assert [file.name for file in built.rglob("*") if "cups" in file.name.lower()] == []


def test_the_edition_is_carried_compiled(built: Path) -> None:
    names = {file.name for file in built.rglob("*")}
    assert {"library.bin", "index.bin", "manifest.json"} <= names
    assert not [name for name in names if name.endswith((".yml", ".yaml", ".md"))]
