"""Parts of a compiled library made small, each by itself: deflate with words that the whole pack shares.

A page by itself is too short for deflate to learn its words from; a preset dictionary (RFC 1950) brings the
phrases that stand on many pages, so that a page stays readable alone and is a quarter smaller.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from content.errors import damaged_edition

MOST_BYTES = 16 * 1024 * 1024
"""Of one part when inflated: the longest page that a pack may hold is below a tenth of it."""
_WINDOW = 32 * 1024 - 262
"""Bytes that deflate can look back: its window without what it keeps for itself (zlib, deflate.c)."""
_SAMPLED_TEXTS = 200
_FEWEST_TEXTS = 2
"""A phrase of fewer texts brings less than it costs."""
_TOKEN = re.compile(rb'[^\s"\[\]{}]+\s?|[\s"\[\]{}:,]+')
_RAW = -15
"""No header and no checksum of zlib's: each part has its digest."""


def deflated(data: bytes, dictionary: bytes = b"") -> bytes:
    """The data made small; the same data and dictionary always give the same bytes."""
    if len(data) > MOST_BYTES:
        raise ValueError("a part is too long")
    if dictionary:
        deflater = zlib.compressobj(9, zlib.DEFLATED, _RAW, 9, zlib.Z_DEFAULT_STRATEGY, dictionary)
    else:
        deflater = zlib.compressobj(9, zlib.DEFLATED, _RAW, 9)
    return deflater.compress(data) + deflater.flush()


def inflated(data: bytes, dictionary: bytes = b"") -> bytes:
    """What was made small; EditionDamagedError if it is not that, or would not end."""
    inflater = zlib.decompressobj(_RAW, dictionary) if dictionary else zlib.decompressobj(_RAW)
    try:
        whole = inflater.decompress(data, MOST_BYTES)
    except zlib.error as problem:
        raise damaged_edition() from problem
    if not inflater.eof or inflater.unused_data:
        raise damaged_edition()
    return whole


def dictionary_of(texts: Sequence[bytes], most: int = _WINDOW) -> bytes:
    """The phrases that stand in many of these texts, those that save most last: deflate sees them nearest."""
    step = max(1, len(texts) // _SAMPLED_TEXTS)
    texts_with: Counter[bytes] = Counter()
    for text in texts[::step]:
        texts_with.update(set(_phrases(text)))
    shared = {phrase: found for phrase, found in texts_with.items() if found > _FEWEST_TEXTS}
    worth = {phrase: (found - 1) * len(phrase) for phrase, found in shared.items()}
    chosen: list[bytes] = []
    joined = b""
    for phrase in sorted(worth, key=lambda phrase: (-worth[phrase], phrase)):
        if len(joined) + len(phrase) > most:
            break
        if phrase not in joined:
            chosen.append(phrase)
            joined += phrase
    return b"".join(reversed(chosen))


def _phrases(text: bytes) -> Iterator[bytes]:
    """Every two tokens that follow each other: words with the space or the marks between them."""
    return (first + second for first, second in pairwise(_TOKEN.findall(text)))
