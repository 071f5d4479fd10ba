"""A library as bytes that open at once: no YAML, no Markdown, pages read only when they are asked for.

Line 1 says what this is and holds the SHA-256 of the rest; line 2 is the library without its pages; then
each page has a line, in reading order. A value is JSON: a frozen dataclass becomes {"its name": [its fields
in order]} with trailing defaults left out, a tuple a list, a date {"date": "2026-11-01"}.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import Field, fields, is_dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any

from content import blocks, model
from content.errors import EditionDamagedError
from content.model import Library, Page, PageHead

FORMAT = 3  # 2: the packs that were joined, and each page says which brought it; 3: no intro of a pack

_VALUES: tuple[type, ...] = (
    *(blocks.PageTarget, blocks.ContactTarget, blocks.WebTarget, blocks.Run),
    *(blocks.Heading, blocks.Paragraph, blocks.ListBlock, blocks.TickList),
    *(blocks.Callout, blocks.Table, blocks.ContactCards),
    *(model.PackInfo, model.SignOffRule, model.Theme, model.Group, model.OpenHours, model.Contact),
    *(model.Source, model.Synonym, model.GlossaryTerm, model.Question, model.PageHead, model.Section),
)
_ENUMS: tuple[type[Enum], ...] = (blocks.CalloutKind, model.Status)
_FIELDS: Mapping[type, tuple[Field[Any], ...]] = {value: fields(value) for value in _VALUES}
_MAKERS: Mapping[str, Callable[..., Any]] = {
    **{value.__name__: value for value in (*_VALUES, *_ENUMS)},
    "date": date.fromisoformat,
}
_NOT_OURS = "This edition is damaged or comes from another version of Handrail: install it again."


def compile_library(library: Library) -> bytes:
    """The library as bytes; the same library always gives the same bytes."""
    whole = (
        *(library.info, tuple(library.themes.values()), tuple(library.groups.values())),
        *(tuple(library.contacts.values()), tuple(library.sources.values())),
        *(library.synonyms, library.glossary, library.questions, tuple(library.heads.values())),
        tuple(library.joined.values()),
    )
    pages = (library.pages[id_] for id_ in library.heads)
    lines = [_line(whole), *(_line((page.at_a_glance, page.act_now, page.sections)) for page in pages)]
    body = b"\n".join(lines)
    return _header(body) + body


def open_compiled(data: bytes) -> Library:
    """The library in these bytes; raises EditionDamagedError unless every byte is as it was compiled."""
    line, newline, body = data.partition(b"\n")
    if line + newline != _header(body):
        raise EditionDamagedError(_NOT_OURS)
    first, *lines = body.split(b"\n")
    try:
        info, themes, groups, contacts, sources, synonyms, glossary, questions, heads, joined = _value(first)
        pages = _LazyPages(_by_id(heads), dict(zip(_by_id(heads), lines, strict=True)))
    except (TypeError, ValueError, AttributeError) as problem:
        raise EditionDamagedError(_NOT_OURS) from problem
    return Library(
        info=info,
        themes=_by_id(themes),
        groups=_by_id(groups),
        contacts=_by_id(contacts),
        sources=_by_id(sources),
        synonyms=synonyms,
        glossary=glossary,
        questions=questions,
        heads=pages.heads,
        pages=pages,
        joined=_by_id(joined),
    )


class _LazyPages(Mapping[str, Page]):
    """Pages by id, each made when first asked for; two threads that ask at once get the same page."""

    __slots__ = ("_lines", "_made", "heads")

    def __init__(self, heads: Mapping[str, PageHead], lines: Mapping[str, bytes]) -> None:
        self.heads = heads
        self._lines = lines
        self._made: dict[str, Page] = {}

    def __getitem__(self, page_id: str) -> Page:
        made = self._made.get(page_id)
        return made if made is not None else self._made.setdefault(page_id, self._make(page_id))

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def _make(self, page_id: str) -> Page:
        line = self._lines[page_id]
        try:
            return Page(self.heads[page_id], *_value(line))
        except (TypeError, ValueError) as problem:
            raise EditionDamagedError(_NOT_OURS) from problem


def _header(body: bytes) -> bytes:
    """Format and checksum: it shows damage, not who made the edition."""
    return b'{"handrail":%d,"sha256":"%s"}\n' % (FORMAT, hashlib.sha256(body).hexdigest().encode())


def _by_id(values: tuple[Any, ...]) -> Mapping[str, Any]:
    return MappingProxyType({value.id: value for value in values})


def _line(value: object) -> bytes:
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode()


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


def _value(line: bytes) -> Any:
    try:
        return _tuples(json.loads(line, object_hook=_made))
    except (KeyError, RecursionError) as problem:
        raise ValueError(str(problem)) from problem


def _made(tagged: dict[str, Any]) -> Any:
    ((tag, arguments),) = tagged.items()
    return _MAKERS[tag](*map(_tuples, arguments))


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if type(value) is list else value
