"""JSON as a compiled library holds it: compact, and with whole numbers only.

A number such as 1e999 would be read as infinity, which nothing that counts can take: it is refused here.
"""

from __future__ import annotations

import json
from typing import Any

MOST_COUNT = 1_000_000_000
"""Above every count, minute and place of a library, and small enough for whoever draws it."""


def json_bytes(value: object) -> bytes:
    """The value as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def read_json(data: bytes) -> Any:
    """The value in these bytes; ValueError for all that json_bytes would not write."""
    try:
        return _DECODER.decode(data.decode())
    except RecursionError as problem:
        raise ValueError("nested too deep") from problem


def text_in(value: object) -> str:
    """The value if it is text; TypeError otherwise."""
    if type(value) is not str:
        raise TypeError("not a text")
    return value


def texts_in(value: object) -> tuple[str, ...]:
    """The value if it is a list of texts; TypeError otherwise."""
    return tuple(map(text_in, list_in(value)))


def list_in(value: object) -> list[Any]:
    """The value if it is a list; TypeError otherwise."""
    if type(value) is not list:
        raise TypeError("not a list")
    return value


def flag_in(value: object) -> bool:
    """The value if it is true or false; TypeError otherwise."""
    if type(value) is not bool:
        raise TypeError("neither true nor false")
    return value


def count_in(value: object, most: int = MOST_COUNT) -> int:
    """The value if it is a whole number from 0 to `most`; TypeError or ValueError otherwise."""
    if type(value) is not int:
        raise TypeError("not a whole number")
    if not 0 <= value <= most:
        raise ValueError("out of range")
    return value


def _refuse(_number: str) -> Any:
    raise ValueError("not a whole number")


_DECODER = json.JSONDecoder(parse_float=_refuse, parse_constant=_refuse)
