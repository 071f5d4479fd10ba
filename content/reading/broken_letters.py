"""Letters from a wrong encoding: â€™ for an apostrophe, Ã© for é, and the sign that stands for a lost letter.

UTF-8 that some program took for an older encoding is still text, so nothing else notices it. What each
letter becomes can be worked out, so what to look for is not listed but made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_LATIN = "".join(map(chr, range(0xA0, 0x180)))
_SIGNS = "".join(map(chr, (*range(0x2010, 0x2028), *range(0x2030, 0x203B), 0x2044, 0x20AC, 0x2122, 0x2116)))
_PICTURES = "←↑→↓•▪►●★☆☎☐☑☒☹☺✓✔✗✘❌❗❤➔➜\ufeff\ufffd\ufe0f"
_WRONG = ("cp1252", "latin-1", "mac_roman", "cp437", "cp850")
_TYPED_AFTER_CAPITALS = "“”‘’…–—»«›‹„"
"""What may follow a capital with an accent in a text that is right, as in “CAFÉ” or VOILÀ…"""
_RUN = re.compile(
    r"[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]{4,}"
)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")


def _misread(letters: Iterable[str]) -> Iterator[str]:
    """Each letter as a program that takes UTF-8 for something older would show it."""
    for letter in letters:
        raw = letter.encode("utf-8")
        for wrong in _WRONG:
            seen = "".join(bytes([one]).decode(wrong, "ignore") or chr(one) for one in raw)
            if not _CONTROLS.search(seen) and not (seen.isalpha() and seen.islower()):
                yield seen


def _pattern() -> re.Pattern[str]:
    made = sorted(set(_misread(_LATIN + _SIGNS + _PICTURES)), key=len, reverse=True)
    doubtful = [one for one in made if len(one) == 2 and one[1] in _TYPED_AFTER_CAPITALS]
    certain = [one for one in made if one not in set(doubtful)]
    # with a capital before it, or no letter after it, it may be a word in capitals and its quotation mark
    unlikely = rf"(?<![A-ZÀ-Þ])(?:{_any_of(doubtful)})(?=\w)"
    return re.compile(rf"\ufffd|[\ue000-\uf8ff]|ðŸ|{_any_of(certain)}|{unlikely}")


def _any_of(words: Iterable[str]) -> str:
    """One alternative for each beginning, so that most letters are passed over at a glance."""
    ends: dict[str, list[str]] = {}
    for word in words:
        ends.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in ends.items())


_BROKEN = _pattern()
_MAY_BE_BROKEN = re.compile(r"[^\x00-\x7f]{2}|[\ufffd\ue000-\uf8ff]")
"""A letter that is broken has become two signs or more; most letters that are not English stand alone."""


def broken_letters(text: str) -> Iterator[tuple[int, str]]:
    """Where such letters stand, and what is seen there; the first of each line."""
    if text.isascii():
        return
    start = 0
    for line in text.split("\n"):
        if not line.isascii() and _MAY_BE_BROKEN.search(line) and (seen := _first_in(line)):
            yield start, seen
        start += len(line) + 1


def _first_in(line: str) -> str:
    if found := _BROKEN.search(line):
        return found[0]
    return next((run[0] for run in _RUN.finditer(line) if _is_utf8(run[0])), "")


def _is_utf8(run: str) -> bool:
    """Whether a run of accented letters and signs is a word of another script: Cyrillic, Arabic, Greek."""
    try:
        raw = b"".join(one.encode("latin-1" if "\x80" <= one <= "\x9f" else "cp1252") for one in run)
        return len(raw.decode("utf-8")) <= len(run) / 2
    except UnicodeError:
        return False


def sentence(seen: str) -> str:
    """What to do about them."""
    if seen == "\ufffd":
        return "A letter was lost here by a wrong encoding (\ufffd): type it again, and save as UTF-8."
    if "\ue000" <= seen <= "\uf8ff":
        return f"This sign (U+{ord(seen):04X}) belongs to one font only, and would not be seen: type another."
    return f'"{seen}" comes from a wrong encoding: type the letter again, and save the file as UTF-8.'
