"""The guidance in so many pages, in the form that each program reads; kept between runs below .build/."""

from __future__ import annotations

import compileall
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.bench import grown_pack
from tests.bench.grown_pack import grow_pack
from tests.bench.peers import formats, html_pages
from tests.bench.peers.formats import write_docset, write_qch, write_zim
from tests.bench.peers.html_pages import write_html

ROOT = Path(__file__).resolve().parents[3]
WORK = ROOT / ".build" / "bench"
PROGRAM = ("content", "index", "desktop")
BUNDLE = ROOT / "dist" / "linux" / "handrail"
_GUIDANCE = ("leeds", "handbook")
_STAMP = "made-from"


class CannotBeMadeError(Exception):
    """A program cannot have the guidance in its form; the message says why."""


@dataclass(frozen=True, slots=True)
class Material:
    """The guidance in one size. Each property makes what is missing and returns where it lies."""

    pages: int

    @property
    def pack(self) -> Path:
        return self._made("pack", _PACK_FROM, lambda folder: grow_pack(self.pages, folder))

    @property
    def edition(self) -> Path:
        """The pack as Handrail's bundle carries it."""
        return self._made("edition", [*_PACK_FROM, *_own_code()], self._compile)

    @property
    def html(self) -> Path:
        return self._made("html", _PEERS_FROM, lambda folder: write_html(self.pack, folder))

    @property
    def qch(self) -> Path:
        return self._made_file("guidance.qch", write_qch)

    @property
    def docsets(self) -> Path:
        return self._made("docsets", _PEERS_FROM, lambda folder: write_docset(self.html, folder))

    @property
    def zim(self) -> Path:
        return self._made_file("guidance.zim", write_zim)

    @property
    def bundle(self) -> Path:
        """Handrail's bundle with this guidance beside it; its files are links, not copies."""
        if not BUNDLE.is_dir():
            raise CannotBeMadeError("There is no bundle yet: ./dev bundle linux makes it.")
        folder = self._fresh("bundle")
        shutil.copytree(BUNDLE, folder, symlinks=True, copy_function=os.link)
        shutil.copytree(self.edition, folder / "edition", copy_function=os.link)
        return folder

    @property
    def source(self) -> Path:
        """Handrail's modules, compiled, with this guidance beside them."""
        folder = self._fresh("source")
        for name in PROGRAM:
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(*_GUIDANCE))
        compileall.compile_dir(folder, quiet=2)
        shutil.copytree(self.edition, folder / "edition", copy_function=os.link)
        return folder

    def _compile(self, folder: Path) -> None:
        command = [sys.executable, "-m", "desktop.edition.editions", self.pack, folder]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            raise CannotBeMadeError(f"Handrail cannot compile {self.pages:,} pages: {done.stderr.strip()}")

    def _fresh(self, name: str) -> Path:
        folder = WORK / str(self.pages) / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        return folder

    def _made_file(self, name: str, write: Callable[[Path, Path], None]) -> Path:
        def make(folder: Path) -> None:
            folder.mkdir()
            write(self.html, folder / name)

        return self._made(name.replace(".", "-"), _PEERS_FROM, make) / name

    def _made(self, name: str, sources: Iterable[Path], make: Callable[[Path], object]) -> Path:
        """The folder of this name; made anew when what it is made from has changed."""
        stamp, digest = WORK / str(self.pages) / f"{name}.{_STAMP}", _digest(sources)
        with _alone(stamp):
            with suppress(OSError):
                if stamp.read_text() == digest:
                    return stamp.with_name(name)
            folder = self._fresh(name)
            stamp.unlink(missing_ok=True)
            make(folder)
            stamp.write_text(digest)
            return folder


@contextmanager
def _alone(stamp: Path) -> Iterator[None]:
    """Let no other process make the same thing meanwhile: tests run side by side."""
    import fcntl  # only where there is /proc, as all of this needs

    stamp.parent.mkdir(parents=True, exist_ok=True)
    with stamp.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


_PACK_FROM = [Path(grown_pack.__file__), grown_pack.LEEDS]
_PEERS_FROM = [*_PACK_FROM, Path(html_pages.__file__), Path(formats.__file__)]


def _own_code() -> list[Path]:
    return [ROOT / name for name in PROGRAM]


def _digest(sources: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for source in sources:
        files = [source] if source.is_file() else source.rglob("*")
        for file in sorted(one for one in files if one.is_file() and one.suffix != ".pyc"):
            digest.update(str(file.relative_to(ROOT)).encode() + file.read_bytes())
    return digest.hexdigest()
