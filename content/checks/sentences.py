"""Where a sentence ends: one answer for the rule about long sentences and for the reading grade."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?][\"'”’)]*\s+")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence of the text and the offset at which it begins."""
    start = 0
    for end in _END.finditer(text):
        yield start, text[start : end.end()]
        start = end.end()
    yield start, text[start:]
