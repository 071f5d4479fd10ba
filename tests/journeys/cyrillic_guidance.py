"""Guidance in Cyrillic letters: what stands in plain letters in the window is then the program's own.

The index takes accents off, so the letters of the pseudo-language would not do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from content.model import Contact

SHOWN = frozenset(
    (
        *("title", "publisher", "summary", "name", "for_whom", "note", "hours_words", "page_date", "email"),
        *("web", "url", "text", "intro", "term", "means", "variants", "definition", "words", "owner"),
        "signed_off_by",
    )
)
"""The fields of a pack whose words a worker reads. Ids, dates and numbers stay."""

_PLAIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщы"
_LETTERS = str.maketrans(_PLAIN + _PLAIN.upper(), _CYRILLIC + _CYRILLIC.upper())


def cyrillic(text: str) -> str:
    """The same words, letter for letter."""
    return text.translate(_LETTERS)


def in_cyrillic(value: Any, shown: bool = False) -> Any:
    """The same values with every shown word in Cyrillic letters."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return cyrillic(value) if shown else value
    if isinstance(value, tuple):
        return tuple(in_cyrillic(one, shown) for one in value)
    if isinstance(value, Mapping):
        return {key: in_cyrillic(one) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        known = {one.name: getattr(value, one.name) for one in fields(value)}
        return replace(
            value, **{name: in_cyrillic(one, _is_shown(value, name)) for name, one in known.items()}
        )
    return value


def _is_shown(value: object, name: str) -> bool:
    return name in SHOWN and not (isinstance(value, Contact) and name == "text")
