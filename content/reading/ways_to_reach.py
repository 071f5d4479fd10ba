"""How a contact is reached: phone, text, email and web, each checked by itself, and at least one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from content.reading.record_reader import RecordReader
from content.reading.telephone_fields import read_phone, read_text

_WAYS = ("phone", "text", "email", "web")
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_SITE = rf"(?:{_LABEL}\.)+[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])"
_EMAIL = re.compile(rf"[A-Za-z0-9_%+'-]+(?:\.[A-Za-z0-9_%+'-]+)*@{_SITE}")
_WEB = re.compile(rf"https?://{_SITE}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WaysToReach:
    """What stands below `how` in a contact; what is wrong there is left out."""

    phone: str
    text: str
    email: str
    web: str


def read_ways(record: RecordReader, needed: bool) -> WaysToReach:
    """The record below `how`; where one way is `needed`, its absence is an error."""
    how = record.child("how")
    ways = WaysToReach(read_phone(how), read_text(how), _email(how), _web(how))
    if needed and not any(map(how.text, _WAYS)):
        sentence = "Nobody can be reached by this contact: fill in phone, text, email or web below how."
        record.error("how", "no-way", sentence)
    how.finish()
    return ways


def _email(how: RecordReader) -> str:
    words = how.text("email")
    if words and not _EMAIL.fullmatch(words):
        sentence = f'"{words[:60]}" is not an email address: write it as duty@example.org.'
        how.error("email", "bad-email", sentence)
        return ""
    return words


def _web(how: RecordReader) -> str:
    """An address, or words such as "through their website"."""
    words = how.address("web", in_words=True)
    if ":" in words and not _WEB.fullmatch(words):
        sentence = f'"{words[:60]}" names no website: write it as https://example.org/page.'
        how.error("web", "bad-link", sentence)
        return ""
    return words
