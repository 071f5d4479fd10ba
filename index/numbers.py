"""Telephone numbers as they are written in Britain and from abroad: one number, whatever stands between."""

from __future__ import annotations

import re

# Digits are a number from so many on, and up to as many as the longest has with all prefixes
SHORTEST, LONGEST = 5, 15
_TRUNK = "0"
_FROM_ABROAD = re.compile(r"^(?:00)?440?(?=[1-9]\d{8,9}$)")
_BEGUN_ABROAD = re.compile(r"^(?:00)?440?(?=[1-9]\d{2})")
_WHOLE = re.compile(r"0[1-9]\d{9,}|(?:00)?440?[1-9]\d{9,}")


def national(digits: str) -> str:
    """The number as it is dialled within the country: 441134960112 -> 01134960112."""
    return _FROM_ABROAD.sub(_TRUNK, digits)


def readings(digits: str) -> tuple[str, ...]:
    """What digits may be the beginning or a part of, as they stand in the index."""
    return tuple(dict.fromkeys((digits, _BEGUN_ABROAD.sub(_TRUNK, digits))))


def is_whole(digits: str) -> bool:
    """Whether what follows these digits can no longer belong to their number."""
    return bool(_WHOLE.fullmatch(digits))
