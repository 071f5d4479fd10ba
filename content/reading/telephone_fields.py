"""The numbers of contacts.yml: each can be rung or texted from Britain as it stands, or is refused.

What is refused is left out of the contact as well, so that no wrong number can be shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from content.reading.numbering_plan import (
    Charge,
    is_directory,
    is_short,
    is_text_code,
    is_whole,
    national,
    number_range,
    without_relay,
)
from content.reading.record_reader import RecordReader

RULE = "bad-phone"
_NUMBER = re.compile(r"\+?[ (]*[0-9][0-9 ()./-]*")
_AFTERWARDS = re.compile(
    r"[ ,;(]*\b(?:(?:ext(?:ension|n)?|opt(?:ion)?|(?:and )?then|press|dial|choose|select"
    r"|est(?:yniad)?|opsiwn|pwyswch)\b|x(?= ?\d)).*",
    re.IGNORECASE,
)
"""What is pressed or said once somebody answers, such as an extension; in English and in Welsh."""
_PART = re.compile(r"[^\s,;:.()'’-]+")
_WORD = re.compile(r"[^\W\d_]{2,}|[^\W\d_OoIil]|x?[0-9]{1,6}|[#*][0-9]{0,6}", re.IGNORECASE)
_SECOND_NUMBER = re.compile(r"[0-9](?:[ ()./-]{0,2}[0-9]){6,}")
_TEXTED = re.compile(r"(?:[^\W\d_]{2,}[0-9]{0,3} +)*")
"""The words that are texted to a number, such as SHOUT to."""


def read_phone(record: RecordReader) -> str:
    """The field `phone`: a number and perhaps what is pressed afterwards; empty when there is none."""
    return _read(record, "phone", _phone_problem)


def read_text(record: RecordReader) -> str:
    """The field `text`: a number or a code, perhaps after the words that are texted to it."""
    return _read(record, "text", _text_problem)


def _read(record: RecordReader, name: str, problem: Callable[[str], str]) -> str:
    words = _plain(record.text(name))
    if not words:
        return ""
    if why := problem(words):
        record.error(name, RULE, why)
        return ""
    among = number_range(_digits(words))
    if among and among.charge is Charge.SERVICE:
        begins = f"Numbers that begin with {among.prefix} cost the caller {among.charge.value}"
        record.warning(name, "dear-number", f"{begins}: is there one that begins with 03 or 0800?")
    return words


def _plain(words: str) -> str:
    """The same with one kind of space and one of hyphen."""
    plain = {"Zs": " ", "Pd": "-"}
    return "".join(plain.get(unicodedata.category(character), character) for character in words)


def _digits(number: str) -> str:
    return without_relay(national(_AFTERWARDS.sub("", number)))


def _phone_problem(words: str) -> str:
    afterwards = _AFTERWARDS.search(words)
    number = words[: afterwards.start()] if afterwards else words
    return _number_problem(number) or (_afterwards_problem(afterwards[0]) if afterwards else "")


def _text_problem(words: str) -> str:
    texted = _TEXTED.match(words)
    number = words[texted.end() :] if texted else words
    return "" if is_text_code(national(number)) and _NUMBER.fullmatch(number) else _number_problem(number)


def _afterwards_problem(words: str) -> str:
    if _SECOND_NUMBER.search(words):
        return "Here stand two numbers: give the second a contact of its own."
    odd = next((part for part in _PART.findall(words) if not _WORD.fullmatch(part)), "")
    return f'"{odd[:40]}" is neither a word nor a number: write 0 and 1 as digits.' if odd else ""


def _number_problem(number: str) -> str:
    """Why this is no number for a contact, as a sentence; empty when it is one."""
    shown = number.strip()
    if any(character.isalpha() for character in shown):
        return f'"{shown[:40]}" holds letters: write 0 and 1 as digits, and put other words into the note.'
    if not _NUMBER.fullmatch(shown):
        return f'"{shown[:40]}" is no telephone number: write it with the digits 0 to 9, spaces and hyphens.'
    digits = without_relay(national(shown))
    if is_short(digits):
        return ""
    told = next((told for fails, told in _PROBLEMS if fails(digits)), "")
    return told.format(number=shown[:40], begins=digits[:4], count=len(digits), lengths=_lengths(digits))


def _lengths(digits: str) -> str:
    among = number_range(digits)
    return " or ".join(map(str, among.lengths)) if among else ""


def _is_unknown(digits: str) -> bool:
    return number_range(digits) is None


def _is_dear(digits: str) -> bool:
    among = number_range(digits)
    return among is not None and among.charge is Charge.PREMIUM


_PROBLEMS: tuple[tuple[Callable[[str], bool], str], ...] = (
    (
        lambda digits: digits.startswith("+"),
        '"{number}" is a foreign number: give one of the United Kingdom, which begins with 0 or +44.',
    ),
    (is_directory, '"{number}" is a directory, which costs the caller much: give the number itself.'),
    (
        lambda digits: not digits.startswith("0"),
        '"{number}" is no short number such as 999: write it whole, with its area code.',
    ),
    (
        lambda digits: digits.startswith("00"),
        '"{number}" has a 0 after +44: leave it out, or put it in brackets.',
    ),
    (_is_unknown, '"{number}" begins with {begins}, as no British number does: look it up again.'),
    (
        lambda digits: not is_whole(digits),
        '"{number}" has {count} digits, but those that begin with {begins} have {lengths}: look it up again.',
    ),
    (_is_dear, '"{number}" costs the caller a high fee: give a number at the usual price.'),
)
"""What makes a number no number for a contact, in the order in which it is looked at, and how it is told."""
