"""The program's own words in the worker's language: `_` and `ngettext` translate now, `N_` marks for later.

Which language is spoken is one fact about the whole process, so it is the one value kept in a module.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from gettext import NullTranslations, translation
from pathlib import Path

from content.translatable import N_ as N_

DOMAIN = "handrail"
LANGUAGES = Path(__file__).with_name("languages")
"""The catalogues: <language>/LC_MESSAGES/handrail.mo, as gettext looks for them."""

_NAMES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where a system of the Unix kind says which languages are wanted; the first that is set decides."""

_ENGLISH = re.compile(r"(?:en|c|posix)(?![a-z])", re.IGNORECASE)


class _Translator:
    """Holds the catalogue in use; English, as written in the code, until a language is chosen."""

    catalogue: NullTranslations = NullTranslations()


def _(text: str) -> str:
    """The words in the language in use."""
    return _Translator.catalogue.gettext(text)


def ngettext(one: str, many: str, number: int) -> str:
    """The form of the words that fits the number; the caller fills the number in."""
    return _Translator.catalogue.ngettext(one, many, number)


def use_language(languages: Sequence[str], folder: Path = LANGUAGES) -> str:
    """Speak the first of these languages that can be spoken; returns the one with a catalogue, or empty.

    English needs no catalogue: whoever wants it before another language gets it.
    """
    _Translator.catalogue = NullTranslations()
    for language in languages:
        try:
            _Translator.catalogue = translation(DOMAIN, folder, [language])
        except Exception:  # no catalogue, or one that breaks gettext's own reader in any of its ways
            if _ENGLISH.match(language):
                break
            continue
        return language
    return ""


def languages_of(environ: Mapping[str, str]) -> tuple[str, ...]:
    """The languages that the environment asks for, best first; none where it asks for none."""
    wanted = next((value for name in _NAMES if (value := environ.get(name))), "")
    return tuple(language for language in wanted.split(":") if language)
