"""The ways the program around the guidance can fail; each message is one sentence for the person."""

from __future__ import annotations


class HandrailError(Exception):
    """Something the person can read and act on; the message is one clear sentence."""


class OptionsWrong(HandrailError):
    """The command line could not be understood."""


class ProfileUnusable(HandrailError):
    """The folder that was named for settings and bookmarks is not a folder."""


class SettingsUnreadable(HandrailError):
    """The settings file is damaged or cannot be read."""


class NotSaved(HandrailError):
    """A change could not be written; it holds until the program closes."""


class BookmarksNotSaved(NotSaved):
    """Your bookmarks could not be saved. They will last until you close the program."""


class SettingsNotSaved(NotSaved):
    """Your settings could not be saved. They will last until you close the program."""


class WindowOpen(HandrailError):
    """The window is open, and would write again what is erased now."""


class NotErased(HandrailError):
    """Some of what the program has written could not be erased."""


class WindowUnavailable(HandrailError):
    """Qt or a system library it needs is missing, so no window can open."""
