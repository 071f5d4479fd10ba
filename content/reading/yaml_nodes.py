"""YAML as plain text with line numbers; what a field's text means is decided by whoever reads the field.

So `publish: yes` stays "yes", `phone: 0113` keeps its zero and `from: 09:00` is no number in base sixty.
Anchors, aliases and tags are refused: a pack needs none, and they can make a small file endless.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from content.errors import ContentError
from content.reading.control_characters import SENTENCE, find_control_character
from content.reading.diagnostics import Diagnostics

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml where the platform has it
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


class _YamlRefusedError(ContentError):
    """What stands here may be YAML, but not in a pack."""


def read_nodes(text: str, path: str, diagnostics: Diagnostics, first_line: int = 1) -> Node | None:
    """The one document in this text, or None after noting why it cannot be read."""
    try:
        return _Composer(text, path, diagnostics, first_line).document()
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        line = first_line + (mark.line if mark else 0)
        diagnostics.error(
            path, line, "yaml", f"This is not valid YAML: {problem.problem or problem.context}."
        )
    except yaml.YAMLError:
        diagnostics.error(path, first_line, "yaml", "This text holds a character that YAML does not allow.")
    except _YamlRefusedError as refused:
        line, sentence = refused.args
        diagnostics.error(path, line, "yaml", sentence)
    return None


class _Composer:
    """Turns libyaml's events into nodes."""

    def __init__(self, text: str, path: str, diagnostics: Diagnostics, first_line: int) -> None:
        self._events: Iterator[Any] = yaml.parse(text, Loader=_Loader)
        self._path = path
        self._diagnostics = diagnostics
        self._first_line = first_line

    def document(self) -> Node | None:
        found: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if found is not None:
                    raise _YamlRefusedError(
                        self._line(event), "There is a second document in this file: leave out '---'."
                    )
                found = self._node(next(self._events), 0)
        return found

    def _line(self, event: Any) -> int:
        return self._first_line + int(event.start_mark.line)

    def _node(self, event: Any, depth: int) -> Node:
        line = self._line(event)
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise _YamlRefusedError(
                line, "YAML anchors (&) and aliases (*) are not allowed in a pack: write it out."
            )
        if event.tag is not None:
            raise _YamlRefusedError(line, "YAML tags (!) are not allowed in a pack: write the plain value.")
        if depth > _DEEPEST:
            raise _YamlRefusedError(line, "This is nested too deeply for a pack.")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, line)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(line, depth)
        return self._mapping(line, depth)

    def _scalar(self, event: Any, line: int) -> ScalarNode:
        if find_control_character(event.value) is not None:
            raise _YamlRefusedError(line, SENTENCE)
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
