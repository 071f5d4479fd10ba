"""The ways the program around the guidance can fail; each message is one sentence for the person."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from content.errors import HandrailError
from desktop.i18n import _


class OptionsError(HandrailError):
    """The command line could not be understood."""


class ProfileError(HandrailError):
    """The folder that was named for settings and bookmarks is not a folder."""


class SettingsUnreadableError(HandrailError):
    """The settings file is damaged or cannot be read."""


class FileDamagedError(HandrailError):
    """A file of the worker's is not what was written: it is set aside, never written over."""


class NotSavedError(HandrailError):
    """A change could not be written; it holds until the program closes."""


class BookmarksNotSavedError(NotSavedError):
    """Your bookmarks could not be saved. They will last until you close the program."""


class SettingsNotSavedError(NotSavedError):
    """Your settings could not be saved. They will last until you close the program."""


class WindowOpenError(HandrailError):
    """The window is open, and would write again what is erased now."""


class NotErasedError(HandrailError):
    """Some of what the program has written could not be erased: these files are left."""

    def __init__(self, left: Iterable[Path]) -> None:
        super().__init__(_("These could not be erased: {paths}.").format(paths=", ".join(map(str, left))))


class StartIncompleteError(HandrailError):
    """Part of the program could not be loaded once its window stood: half a program shows nothing."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The program could not be loaded to its end, so it has closed. Start it again. "
                "If it closes again, copy it to this computer anew."
            )
        )


class WindowUnavailableError(HandrailError):
    """Qt or a system library it needs is missing, so no window can open."""
