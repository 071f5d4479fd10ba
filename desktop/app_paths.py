"""Where things lie on this computer: portable first, and nothing made before it is needed."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import ProfileError
from desktop.i18n import _
from desktop.options import Options

PORTABLE_MARK = "portable"
"""A file of this name beside the program keeps all state there: nothing is left on a borrowed computer."""
PORTABLE_FOLDER = "handrail-data"
OWN_FOLDERS = (PORTABLE_FOLDER, "handrail", "Handrail")
"""What the folder of the worker's state is called where nobody has named another."""
SETTINGS_FILE, BOOKMARKS_FILE = "settings.json", "bookmarks.json"
EDITION_FOLDER = "edition"
"""What the guidance made ready lies in, beside the program or in its cache."""
CHECKOUT_FOLDER = ".build"
"""In a checkout: what can be made anew from the source at any time."""


@dataclass(frozen=True, slots=True)
class AppPaths:
    """The files of this start; None means memory only. Their folders are made by the first write."""

    settings_file: Path | None = None
    bookmarks_file: Path | None = None
    cache_folder: Path | None = None

    @property
    def state_folder(self) -> Path | None:
        """Where the worker's own files lie; None means memory only."""
        return self.settings_file.parent if self.settings_file else None


def program_folder() -> Path:
    """The folder that holds the program: the executable's when frozen, else the checkout."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    return Path(__file__).resolve().parents[1]


def find_app_paths(
    options: Options, environ: Mapping[str, str], program: Path, platform: str = sys.platform
) -> AppPaths:
    """Choose the folder for the worker's state; looks, but writes nothing."""
    if options.private:
        return AppPaths()
    state = _state_folder(options, environ, program, platform)
    if state is None:
        return AppPaths(cache_folder=_cache_folder(program, None))
    return AppPaths(state / SETTINGS_FILE, state / BOOKMARKS_FILE, _cache_folder(program, state))


def _state_folder(options: Options, environ: Mapping[str, str], program: Path, platform: str) -> Path | None:
    if options.profile is not None:
        return _named_profile(options.profile)
    if options.portable or (program / PORTABLE_MARK).is_file():
        return program / PORTABLE_FOLDER
    return _usual_folder(environ, platform)


def _named_profile(folder: Path) -> Path:
    if folder.exists() and not folder.is_dir():
        raise ProfileError(_("{folder} is a file: name a folder after --profile.").format(folder=folder))
    return folder


def _usual_folder(environ: Mapping[str, str], platform: str) -> Path | None:
    home = _home(environ, platform)
    if platform == "win32":
        return _below(_absolute(environ.get("APPDATA")) or _below(home, "AppData", "Roaming"), "Handrail")
    if platform == "darwin":
        return _below(home, "Library", "Application Support", "Handrail")
    return _below(_absolute(environ.get("XDG_CONFIG_HOME")) or _below(home, ".config"), "handrail")


def _home(environ: Mapping[str, str], platform: str) -> Path | None:
    named = _absolute(environ.get("USERPROFILE" if platform == "win32" else "HOME"))
    if named is not None:
        return named
    try:
        return Path.home()
    except RuntimeError:  # an account without a home, as services have: state stays in memory
        return None


def _absolute(path: str | None) -> Path | None:
    """A folder named by the environment; a relative one is to be ignored (XDG base directory rules)."""
    return Path(path) if path and Path(path).is_absolute() else None


def _below(folder: Path | None, *names: str) -> Path | None:
    return None if folder is None else folder.joinpath(*names)


def _cache_folder(program: Path, state: Path | None) -> Path | None:
    """Where an edition compiled from source may wait for the next start; a bundle never needs it."""
    if (program / "pyproject.toml").is_file():
        return program / CHECKOUT_FOLDER / EDITION_FOLDER
    return _below(state, EDITION_FOLDER)
