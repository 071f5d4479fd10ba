"""YAML as plain text with line numbers; what a field's text means is decided by whoever reads the field.

So `publish: yes` stays "yes", `phone: 0113` keeps its zero and `from: 09:00` is no number in base sixty.
Anchors, aliases and tags are refused: a pack needs none, and they can make a small file endless.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from content.errors import ContentError
from content.reading.diagnostics import Diagnostics
from content.reading.invisible_signs import first_invisible_sign
from content.reading.yaml_mistakes import explained

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml where the platform has it
_UNREAD = re.compile(r"[#%][^\n]*")
_DEEPEST = 12  # levels of lists in lists; a pack needs four


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """A value as the author wrote it; `line` is where its words begin."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """A list of values."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Names with their values; `lines` says where each name stands."""

    values: dict[str, Node]
    lines: dict[str, int]
    line: int


Node = ScalarNode | SequenceNode | MappingNode


def _not_read(words: str) -> str:
    shown = words.strip()[:40]
    return f'"{shown}" is not read: put quotes around the whole value, or the comment on a line of its own.'


class _YamlRefusedError(ContentError):
    """What stands here may be YAML, but not in a pack."""


def read_nodes(text: str, path: str, diagnostics: Diagnostics, first_line: int = 1) -> Node | None:
    """The one document in this text, or None after noting why it cannot be read; without one, no words."""
    try:
        composer = _Composer(text, path, diagnostics, first_line)
        found = composer.document()
        composer.name_comments()
        return found
    except yaml.MarkedYAMLError as problem:
        at, sentence = explained(text, problem)
        diagnostics.error(path, first_line + at, "yaml", sentence)
    except yaml.YAMLError:
        diagnostics.error(path, first_line, "yaml", "This text holds a character that YAML does not allow.")
    except _YamlRefusedError as refused:
        line, sentence = refused.args
        diagnostics.error(path, line, "yaml", sentence)
    diagnostics.unread.add(path)
    return None


class _Composer:
    """Turns libyaml's events into nodes."""

    def __init__(self, text: str, path: str, diagnostics: Diagnostics, first_line: int) -> None:
        self._events: Iterator[Any] = yaml.parse(text, Loader=_Loader)
        self._text = text
        self._spans: list[tuple[int, int]] = []
        self._may_hold_comments = "#" in text or "%" in text
        self._path = path
        self._diagnostics = diagnostics
        self._first_line = first_line

    def document(self) -> Node:
        found: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if found is not None:
                    raise _YamlRefusedError(
                        self._line(event), "There is a second document in this file: leave out '---'."
                    )
                found = self._node(next(self._events), 0)
        return found or ScalarNode("", self._first_line)

    def _span(self, event: Any) -> tuple[int, int]:
        """Where the words of a value stand; those of a text begin below the line of its | or >."""
        start, end = event.start_mark.index, event.end_mark.index
        return (self._text.find("\n", start) if event.style in ("|", ">") else start), end

    def name_comments(self) -> None:
        """Name what stands between the values and is no comment on a line of its own: nobody will read it."""
        if not self._may_hold_comments:
            return
        ends = (0, *(end for _start, end in self._spans))
        starts = (*(start for start, _end in self._spans), len(self._text))
        for start, end in zip(ends, starts, strict=True):
            for found in _UNREAD.finditer(self._text, start, end):
                line_start = self._text.rfind("\n", 0, found.start()) + 1
                if found[0].startswith("%") or self._text[line_start : found.start()].strip():
                    line = self._first_line + self._text.count("\n", 0, found.start())
                    self._diagnostics.error(self._path, line, "comment", _not_read(found[0]))

    def _line(self, event: Any) -> int:
        return self._first_line + int(event.start_mark.line)

    def _node(self, event: Any, depth: int) -> Node:
        line = self._line(event)
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise _YamlRefusedError(line, "A value cannot begin with & or *: put it in quotes.")
        if event.tag is not None:
            raise _YamlRefusedError(line, "A value cannot begin with !: put it in quotes.")
        if depth > _DEEPEST:
            raise _YamlRefusedError(line, "This is nested too deeply for a pack.")
        if isinstance(event, yaml.ScalarEvent):
            if self._may_hold_comments:
                self._spans.append(self._span(event))
            return self._scalar(event, line)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(line, depth)
        return self._mapping(line, depth)

    def _scalar(self, event: Any, line: int) -> ScalarNode:
        if sign := first_invisible_sign(event.value):
            raise _YamlRefusedError(line, sign.sentence)
        if event.style in ("|", ">"):
            return ScalarNode(event.value, line + 1)
        nothing = not event.style and event.value in ("~", "null")  # libyaml says "", Python's own says None
        return ScalarNode("" if nothing else event.value, line)

    def _sequence(self, line: int, depth: int) -> SequenceNode:
        items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return SequenceNode(tuple(items), line)

    def _mapping(self, line: int, depth: int) -> MappingNode:
        fields = MappingNode({}, {}, line)
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            name = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            self._add(fields, name, value)
        return fields

    def _add(self, fields: MappingNode, name: Node, value: Node) -> None:
        if not isinstance(name, ScalarNode):
            raise _YamlRefusedError(name.line, "A field's name must be a word.")
        if name.text in fields.values:
            sentence = f'The field "{name.text}" stands here twice: keep one.'
            self._diagnostics.error(self._path, name.line, "duplicate-field", sentence)
            return
        fields.values[name.text] = value
        fields.lines[name.text] = name.line
