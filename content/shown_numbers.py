"""How a telephone number stands among other words: whole on one line, and left to right.

In text that runs from right to left the parts of "+44 (0)113 496 0112" would be painted in another order.
There a number stands between U+2066 and U+2069, which isolate it. Packs may not hold these two signs, so each
of them is ours, and is taken out of all that is copied or spoken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

NO_BREAK = "\u00a0"
_OPEN, _CLOSE = "\u2066", "\u2069"
_ISOLATES = str.maketrans("", "", _OPEN + _CLOSE)
_AS_SPACES = str.maketrans(_OPEN + _CLOSE, "  ")
# Patterns are compiled when they are first asked for: a start of the program asks for none.
_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
"""Hebrew, Arabic, Syriac, Thaana, NKo, Adlam and older scripts."""
_GAP = r"(?<=[\d)]) (?=[\d(])"
_CHOICE = (
    r"(?:ext(?:ension|n)?|opt(?:ion)?|(?:(?:and )?then )?press|est(?:yniad)?|opsiwn|pwyswch)\.? \d{1,6}"
    r"|x ?\d{1,6}"
)
"""What is pressed once somebody answers; it belongs to the number."""
_CHOICE_BEHIND = rf"(?i)(?<=\d),? (?:{_CHOICE})\b"
_SHORT_WITH_CHOICE = rf"(?i)(?<![\w.,])\d{{3}}(?: \d{{3}})?,? (?:{_CHOICE})\b"
_TURNABLE = r"(?<!\w)\+?\(?\d[\d ()\u00a0‑-]{4,}\d(?!\w)"
"""A number of several groups, as it stands where nobody says which words are one."""


def unbroken(number: str) -> str:
    """Words that stay on one line."""
    return number.replace(" ", NO_BREAK)


def whole(number: str) -> str:
    """A number whose digits, and what is pressed after it, stay on one line; other words may break."""
    return re.sub(_CHOICE_BEHIND, lambda found: unbroken(found[0]), re.sub(_GAP, NO_BREAK, number))


def turns(text: str) -> bool:
    """Whether some of the text runs from right to left, and might turn a number beside it."""
    return not text.isascii() and re.search(_RIGHT_TO_LEFT, text) is not None


def isolated(number: str) -> str:
    """The number, so that no words around it change its order."""
    return number if turns(number) else f"{_OPEN}{number}{_CLOSE}"


def beside(pattern: str, number: str, **words: str) -> str:
    """The pattern with a number in it, and with words that may run the other way."""
    told = pattern.format(number=number, **words)
    return pattern.format(number=isolated(number), **words) if turns(told) else told


def short_numbers_whole(text: str, turning: bool) -> str:
    """Running text, in which 111 option 2 and the like stand whole; isolated where words are `turning`."""

    def shown(found: re.Match[str]) -> str:
        number = unbroken(found[0])
        return isolated(number) if turning else number

    return re.sub(_SHORT_WITH_CHOICE, shown, text)


def numbers_isolated(text: str, marks: Sequence[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """Running text with each number of several groups isolated, where the text turns, and its marks moved."""
    places = [found.span() for found in re.finditer(_TURNABLE, text)] if turns(text) else []
    if not places:
        return text, list(marks)

    def moved(offset: int) -> int:
        return (
            offset
            + sum(start <= offset for start, _end in places)
            + sum(end <= offset for _start, end in places)
        )

    return "".join(_parts(text, places)), [(moved(start), moved(end - 1) + 1) for start, end in marks]


def without_isolates(text: str) -> str:
    """The words alone: what is copied or spoken."""
    return text.translate(_ISOLATES)


def isolates_as_spaces(text: str) -> str:
    """The same number of signs, in which nothing but spaces stands between words and a number."""
    return text.translate(_AS_SPACES)


def _parts(text: str, places: Sequence[tuple[int, int]]) -> Iterator[str]:
    last = 0
    for start, end in places:
        yield text[last:start]
        yield isolated(text[start:end])
        last = end
    yield text[last:]
