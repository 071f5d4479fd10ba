"""The program's own words in the worker's language: `_` translates now, `N_` marks for later.

Which language is spoken is one fact about the whole process, so it is the one value kept in a module.
"""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations, translation
from pathlib import Path

DOMAIN = "handrail"


class _Speaker:
    """Holds the catalogue in use; English, as written in the code, until a language is chosen."""

    catalogue: NullTranslations = NullTranslations()


def _(text: str) -> str:
    """The words in the language in use."""
    return _Speaker.catalogue.gettext(text)


def N_(text: str) -> str:
    """Mark words in a table; whoever shows them calls `_`."""
    return text


def plural(one: str, many: str, number: int) -> str:
    """The form of the words that fits the number; the caller fills the number in."""
    return _Speaker.catalogue.ngettext(one, many, number)


def use_language(languages: Sequence[str], folder: Path) -> str:
    """Speak the first of these languages that has a catalogue; returns it, or empty for English."""
    for language in languages:
        try:
            _Speaker.catalogue = translation(DOMAIN, folder, [language])
        except Exception:  # no catalogue, or one that breaks gettext's own reader in any of its ways
            continue
        return language
    _Speaker.catalogue = NullTranslations()
    return ""
