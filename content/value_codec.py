"""Every other value of a library as JSON and back: themes, contacts, sources, what the pack says of itself.

A frozen dataclass becomes {"its name": [its fields in order]} with trailing defaults left out, a tuple a
list, a date {"date": "2026-11-01"}. A field that is not as its type says is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import Field, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from content import model
from content.json_text import MOST_COUNT, json_bytes, list_in, read_json

VALUES: tuple[type, ...] = (
    *(model.PackInfo, model.SignOffRule, model.Theme, model.Group, model.OpenHours, model.Contact),
    *(model.Source, model.Synonym, model.GlossaryTerm, model.Question, model.Hazard),
)
_FIELDS: Mapping[type, tuple[Field[Any], ...]] = {value: fields(value) for value in VALUES}


def _tuple_of(*kinds: type) -> Callable[[Any], bool]:
    """Whether a value is a tuple of these, however many."""
    return lambda value: type(value) is tuple and all(type(item) in kinds for item in value)


def _pairs_of(first: type, second: type) -> Callable[[Any], bool]:
    return lambda value: (
        type(value) is tuple
        and all(type(pair) is tuple and [type(item) for item in pair] == [first, second] for pair in value)
    )


_FITS: Mapping[str, Callable[[Any], bool]] = {
    "str": lambda value: type(value) is str,
    "int": lambda value: type(value) is int and abs(value) <= MOST_COUNT,
    "bool": lambda value: type(value) is bool,
    "date": lambda value: type(value) is date,
    "date | None": lambda value: value is None or type(value) is date,
    "Status": lambda value: type(value) is model.Status,
    "tuple[str, ...]": _tuple_of(str),
    "tuple[int, ...]": _tuple_of(int),
    "tuple[OpenHours, ...]": _tuple_of(model.OpenHours),
    "tuple[SignOffRule, ...]": _tuple_of(model.SignOffRule),
    "tuple[tuple[str, str], ...]": _pairs_of(str, str),
    "tuple[tuple[str, int], ...]": _pairs_of(str, int),
}
"""Whether a value may stand in a field of this type."""
_CHECKS = {value: tuple(_FITS[str(field.type)] for field in _FIELDS[value]) for value in VALUES}
_BY_NAME = {value.__name__: value for value in VALUES}


def encoded(value: object) -> bytes:
    """The value as bytes; equal values always give the same bytes."""
    return json_bytes(_plain(value))


def decoded(data: bytes) -> Any:
    """The value in these bytes; ValueError or TypeError for all that `encoded` would not write."""
    try:
        return _value(read_json(data))
    except (KeyError, RecursionError) as problem:
        raise ValueError(str(problem)) from problem


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return {type(value).__name__: [value.value]}
    if isinstance(value, date):
        return {"date": [value.isoformat()]}
    if is_dataclass(value):
        return {type(value).__name__: _arguments(value)}
    return value


def _arguments(value: Any) -> list[Any]:
    """The fields in order, without those at the end that are as the class would make them anyway."""
    declared = _FIELDS[type(value)]
    end = len(declared)
    while end and getattr(value, declared[end - 1].name) == declared[end - 1].default:
        end -= 1
    return [_plain(getattr(value, field.name)) for field in declared[:end]]


def _value(found: Any) -> Any:
    if type(found) is list:
        return tuple(map(_value, found))
    if type(found) is dict:
        ((tag, arguments),) = found.items()
        return _made(tag, tuple(map(_value, list_in(arguments))))
    return found


def _made(tag: str, arguments: tuple[Any, ...]) -> Any:
    if tag == "date":
        return date.fromisoformat(*arguments)
    if tag == "Status":
        return model.Status(*arguments)
    value = _BY_NAME[tag]
    if not all(fits(argument) for fits, argument in zip(_CHECKS[value], arguments, strict=False)):
        raise TypeError(f"{tag} holds what it may not hold")
    return value(*arguments)
