"""Characters that are not text: they end lines where no editor shows it, or turn the words around them round.

A telephone number with U+202E before it is read backwards. They may come as they are, as an escape in YAML
or as an entity in Markdown, so whoever has made text of a file asks here.
"""

from __future__ import annotations

import re

_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u2028\u2029\u202d\u202e\ufdd0-\ufdef\ufffe\uffff]"
)
SENTENCE = "This line holds a control character: delete it."


def find_control_character(text: str) -> int | None:
    """The offset of the first such character, if there is one."""
    found = _CONTROL.search(text)
    return found.start() if found else None
