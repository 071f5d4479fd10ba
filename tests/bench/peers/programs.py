"""The programs that are compared: how each is started, which keys it hears, where its text stands."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.peers.formats import COLLECTION, NAMESPACE, QHELPGENERATOR, VIRTUAL_FOLDER
from tests.bench.peers.material import ROOT, Material
from tests.bench.peers.painted import Area
from tests.journeys.real_keys import RealKeys

BUNDLED, FROM_SOURCE, MINIMAL = "Handrail", "Handrail from source", "Minimal PySide6"
SANDBOX_OFF = {"QTWEBENGINE_DISABLE_SANDBOX": "1"}  # Chromium refuses to run as root with it
ASSISTANT = "/usr/lib/qt6/bin/assistant"
_PAGE = "neglect"  # what the peers show first: a Leeds page, which every size has


@dataclass(frozen=True, slots=True)
class Home:
    """Where a program keeps its own state, and what it is run with."""

    folder: Path
    environment: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Started:
    """The command, and the folder to run it in."""

    command: tuple[str, ...]
    folder: Path = ROOT


Chord = tuple[str, ...]
"""Keys that are pressed together."""


@dataclass(frozen=True, slots=True)
class Program:
    """A row of the table. `needs` and `packages` say what Debian has to have installed for it."""

    name: str
    start: Callable[[Material, Home], Started]
    page: Area
    leave: Chord
    needs: tuple[str, ...] = ()
    packages: str = ""
    prepare: Callable[[Material, Home], None] = lambda material, home: None
    environment: Mapping[str, str] = field(default_factory=dict)
    search: tuple[Chord, ...] = ()
    """Brings the cursor into the search box and marks what stands there; empty: it has no search."""
    ask: Chord = ()
    """Asks for the answer; empty: it comes with each key."""
    results: Area = field(default=Area(0, 0, 1, 1))
    open: tuple[Chord, ...] = ()
    """Opens a page: the first result, or where there is no search the next page."""
    click: tuple[int, int] | None = None
    """Where the mouse opens the first result of a program whose results no key reaches."""
    begins_with_a_page: bool = False
    searches: int = 10
    """How many a session has; 0 for no session."""

    def missing(self) -> str:
        """The sentence for a program that is not here; empty when it is."""
        if all(shutil.which(one) for one in self.needs):
            return ""
        return f"{self.name} is not installed and was left out: apt-get install {self.packages}."

    def open_page(self, keys: RealKeys) -> None:
        """Press or click what opens a page."""
        if self.click:
            keys.move(*self.click)
            keys.button(True)
            keys.button(False)
        for chord in self.open:
            keys.key(*chord)


def _bundle(material: Material, home: Home) -> Started:
    folder = material.bundle
    return Started((str(folder / "handrail"),), folder)


def _source(material: Material, home: Home) -> Started:
    return Started((sys.executable, "-m", "desktop"), material.source)


def _minimal(material: Material, home: Home) -> Started:
    script = Path(__file__).with_name("minimal_window.py")
    return Started((sys.executable, str(script), str(material.html)))


def _assistant(material: Material, home: Home) -> Started:
    url = f"qthelp://{NAMESPACE}/{VIRTUAL_FOLDER}/{_PAGE}.html"
    collection = str(material.qch.with_suffix(COLLECTION))
    return Started((ASSISTANT, "-collectionFile", collection, "-showUrl", url, "-show", "search"))


def _zeal(material: Material, home: Home) -> Started:
    return Started(("zeal", _PAGE))


def _zeal_settings(material: Material, home: Home) -> None:
    folder = home.folder / "config" / "Zeal"
    folder.mkdir(parents=True, exist_ok=True)
    said = f"[General]\ncheck_for_update=false\n[docsets]\npath={material.docsets}\n"
    (folder / "Zeal.conf").write_text(said, encoding="utf-8")


def _kiwix(material: Material, home: Home) -> Started:
    return Started(("kiwix-desktop", str(material.zim)))


def _kiwix_folder(material: Material, home: Home) -> None:
    (home.folder / "data" / "kiwix").mkdir(parents=True, exist_ok=True)  # without it Kiwix ends at once


_HANDRAIL_PAGE, _HANDRAIL_RESULTS = Area(340, 180, 1300, 740), Area(340, 180, 1300, 740)
_SEARCH: tuple[Chord, ...] = (("Control_L", "k"), ("Control_L", "a"))

PROGRAMS = (
    Program(
        BUNDLED, _bundle, _HANDRAIL_PAGE, ("F12",),
        search=_SEARCH, results=_HANDRAIL_RESULTS, open=(("Return",),), searches=55,
    ),
    Program(
        FROM_SOURCE, _source, _HANDRAIL_PAGE, ("F12",),
        search=_SEARCH, results=_HANDRAIL_RESULTS, open=(("Return",),), searches=0,
    ),
    Program(MINIMAL, _minimal, Area(340, 20, 1340, 740), ("F12",), open=(("Down",),)),
    Program(
        "Qt Assistant", _assistant, Area(310, 70, 1340, 740), ("Control_L", "q"),
        needs=(ASSISTANT, QHELPGENERATOR), packages="assistant-qt6 qt6-documentation-tools",
        search=(("Alt_L", "s"), ("Control_L", "a")), ask=("Return",),
        results=Area(10, 172, 275, 460), click=(60, 182),
        begins_with_a_page=True,
    ),
    Program(
        "Zeal", _zeal, Area(170, 130, 1340, 740), ("Control_L", "q"),
        needs=("zeal",), packages="zeal", prepare=_zeal_settings, environment=SANDBOX_OFF,
        search=_SEARCH, results=Area(5, 90, 150, 740), open=(("Return",),),
    ),
    Program(
        "Kiwix", _kiwix, Area(10, 120, 1340, 740), ("Control_L", "q"),
        needs=("kiwix-desktop", "zimwriterfs"), packages="kiwix zim-tools", prepare=_kiwix_folder,
        environment=SANDBOX_OFF, search=(("Control_L", "l"), ("Control_L", "a")),
        results=Area(140, 56, 560, 260), open=(("Down",), ("Return",)),
    ),
)  # fmt: skip
