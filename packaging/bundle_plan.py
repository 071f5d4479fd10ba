"""What a bundle holds, as lists of what may go in: all that is not named here stays out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACK = ROOT / "content" / "leeds"

# Qt's own libraries and Python modules that the window uses, and those that they link to
QT_MODULES = frozenset({"Core", "Gui", "Widgets", "Svg", "PrintSupport", "DBus", "XcbQpa", "WaylandClient"})
# Read at build time only (the bundle carries the guidance compiled), or a way to a network, or never used.
# Without sockets and their wrappers the program cannot talk to a network at all.
NETWORK = (
    *("socket", "_socket", "ssl", "_ssl", "http", "urllib.request", "urllib.error", "urllib.response"),
    *("socketserver", "asyncio", "email", "ftplib", "smtplib", "imaplib", "poplib", "nntplib", "telnetlib"),
    *("xmlrpc", "wsgiref", "webbrowser", "PySide6.QtNetwork"),
)
AUTHORS_ONLY = ("yaml", "_yaml", "markdown_it", "mdit_py_plugins", "mdurl", "spellchecker")
NEVER_USED = (
    *("xml", "html", "multiprocessing", "concurrent", "sqlite3", "tkinter", "unittest", "doctest", "pdb"),
    *("pydoc", "pydoc_data", "curses", "readline", "dbm", "lib2to3", "ensurepip", "venv", "distutils"),
    *("setuptools", "pkg_resources", "packaging", "pytest", "_pytest", "hypothesis", "typing_extensions"),
    *("_hashlib",),  # hashlib has its own sha256; this one brings OpenSSL
    *("tarfile", "bz2", "_bz2", "lzma", "_lzma", "cgi", "pyexpat", "cProfile", "profile"),
)
EXCLUDED = (*NETWORK, *AUTHORS_ONLY, *NEVER_USED)

# Imported only once the window stands, by name of module, where the freezer may not see it
HIDDEN = ("index.searcher", "index.engine")

# Windows: a whole OpenGL in software, and a compiler for Direct3D
NOT_FOR_WIDGETS = re.compile(r"opengl32sw\.dll|d3dcompiler_\d+\.dll", re.IGNORECASE)
QT_LIBRARY = re.compile(r"^(?:lib)?Qt6?([A-Z]\w*?)(?:\.|$)")
PLUGIN = re.compile(r"(?:^|/)plugins/([\w-]+)/(?:lib)?([\w-]+?)\.(?:so|dll|dylib)$")


@dataclass(frozen=True, slots=True)
class Plan:
    """How one system's bundle differs from the others'."""

    target: str
    program: str  # name of the executable
    output: str  # what people are given, below dist/<target>/
    platform: str  # sys.platform of the machine that can build it
    plugins: frozenset[str]  # as folder/name without lib and suffix
    system_libraries: re.Pattern[str]  # of the build machine, taken along
    finish: Callable[[Path], None]  # the last look at the folder that was made
    strip: bool = False
    console_too: bool = False  # a second executable that prints: windowed ones on Windows cannot


def keeps(plan: Plan, name: str, from_the_machine: bool) -> bool:
    """Whether a shared library or plugin, by its name in the bundle, goes in."""
    path = name.replace("\\", "/")
    plugin = PLUGIN.search(path)
    if plugin:
        return f"{plugin[1]}/{plugin[2]}" in plan.plugins
    file = path.rpartition("/")[2]
    qt = QT_LIBRARY.match(file)
    if qt:
        return qt[1] in QT_MODULES
    if NOT_FOR_WIDGETS.match(file):
        return False
    if from_the_machine and not file.endswith(".pyd"):  # Windows keeps Python's own beside its library
        return plan.system_libraries.match(file) is not None
    return True


def keeps_data(name: str) -> bool:
    """Whether a data file goes in: none of Qt's translations, QML or type hints."""
    return not re.match(r"PySide6/(?:Qt/)?(?:translations|qml|resources)/|.*\.pyi$", name.replace("\\", "/"))


def own_data(root: Path = ROOT) -> list[tuple[str, str]]:
    """The looks, icons and fonts of the window and all catalogues, each with its folder in the bundle."""
    files = [file for file in (root / "desktop" / "ui").rglob("*") if file.is_file()]
    wanted = [file for file in files if file.suffix not in (".py", ".pyc", ".pyi")]
    wanted += (root / "desktop" / "languages").glob("*/LC_MESSAGES/*.mo")
    return sorted((str(file), str(file.parent.relative_to(root))) for file in wanted)
