"""What a British telephone number is: how it may begin, how many digits it has, and what it costs to ring.

After Ofcom's National Telephone Numbering Plan. Only the first digits and the length are looked at: which
blocks are given out changes each week, and a table that is older than a helpline would call its number wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from content.reading.short_local_numbers import SHORT_LOCAL


class Charge(Enum):
    """What a call costs beside the caller's usual price."""

    USUAL = ""
    SERVICE = "a fee on top"
    PREMIUM = "a high fee"


@dataclass(frozen=True, slots=True)
class NumberRange:
    """Numbers that begin alike: digits in the whole, with the 0 before the area."""

    prefix: str
    lengths: tuple[int, ...]
    charge: Charge = Charge.USUAL


_WHOLE = (11,)
_GEOGRAPHIC = (*(f"01{digit}" for digit in "23456789"), *(f"011{digit}" for digit in "345678"))
_CITIES = ("020", "023", "024", "028", "029")
_USUAL = (*_GEOGRAPHIC, *_CITIES, "030", "033", "034", "037", "055", "056")
_MOBILE = ("071", "072", "073", "074", "075", "076", "077", "078", "079")
_RANGES: Mapping[str, NumberRange] = MappingProxyType(
    {
        **{prefix: NumberRange(prefix, _WHOLE) for prefix in (*_USUAL, *_MOBILE, "0808")},
        "0800": NumberRange("0800", (10, 11)),
        "084": NumberRange("084", _WHOLE, Charge.SERVICE),
        **{prefix: NumberRange(prefix, _WHOLE, Charge.PREMIUM) for prefix in ("070", "087", "09")},
        **{f"0{area}{local}": NumberRange(f"0{area}", (10, 11)) for area, local in SHORT_LOCAL},
    }
)
_LONGEST_PREFIX = max(map(len, _RANGES))

FREE = frozenset({"08001111"})
"""Childline's, older than the plan: the only free number of eight digits."""
SHORT = frozenset({"999", "112", "111", "101", "105", "159", "18000"})
_HARMONISED = re.compile(r"116\d{3}")  # 116 123: the same number in all of Europe
_DIRECTORY = re.compile(r"118\d{3}")
_TEXT_CODE = re.compile(r"[5-8]\d{4}")
_RELAY = ("18001", "18002")
"""Before a number: the call goes through Relay UK."""
_TRUNK = re.compile(r"(?<=44)\s*\(0\)")
"""The 0 of +44 (0)113, which is rung at home only."""


def number_range(digits: str) -> NumberRange | None:
    """The numbers among which this one would be; None where no British number begins so."""
    starts = (digits[:length] for length in range(min(_LONGEST_PREFIX, len(digits)), 1, -1))
    return next((_RANGES[start] for start in starts if start in _RANGES), None)


def is_whole(digits: str) -> bool:
    """Whether these are all the digits of a number with its area, whatever it costs."""
    if digits in FREE:
        return True
    among = number_range(digits)
    return among is not None and len(digits) in among.lengths


def is_short(digits: str) -> bool:
    """Whether these are a number without an area that everybody can ring, such as 999 or 116 123."""
    return digits in SHORT or _HARMONISED.fullmatch(digits) is not None


def is_text_code(digits: str) -> bool:
    """Whether these are a number to which only texts are sent, such as 85258."""
    return _TEXT_CODE.fullmatch(digits) is not None


def is_directory(digits: str) -> bool:
    """Whether a directory answers here, dearly."""
    return _DIRECTORY.fullmatch(digits) is not None


def without_relay(digits: str) -> str:
    """The number itself, where the way to it leads through Relay UK."""
    return digits[5:] if digits.startswith(_RELAY) else digits


def national(written: str) -> str:
    """The digits as they are rung at home, however the number is written; one from abroad keeps its +."""
    digits = re.sub(r"[^\d+]", "", _TRUNK.sub("", written))
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    return f"0{digits[3:]}" if digits.startswith("+44") else digits
