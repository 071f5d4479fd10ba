"""One record of a pack, read field by field: text becomes a type here, and what is wrong is noted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from content.reading.diagnostics import Diagnostics, Reference, ReferenceKind, SourcePassage
from content.reading.marks import marks_in_field
from content.reading.web_address import OPEN_LINK, is_open_to_others, why_refused
from content.reading.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode

ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_FLAGS = {"true": True, "yes": True, "false": False, "no": False, "": False}


class RecordReader:
    """Hands out the fields of one record; `finish` then names the fields that nobody asked for."""

    def __init__(self, node: MappingNode, path: str, diagnostics: Diagnostics) -> None:
        self._node = node
        self._path = path
        self._diagnostics = diagnostics
        self._asked: set[str] = set()
        self.id = ""

    def line(self, name: str = "") -> int:
        """Where the field stands, or the record when it has no such field."""
        return self._node.lines.get(name, self._node.line)

    def error(self, name: str, rule: str, sentence: str) -> None:
        """Note what is wrong with a field."""
        self._diagnostics.error(self._path, self.line(name), rule, sentence)

    def warning(self, name: str, rule: str, sentence: str) -> None:
        """Note what the author should look at in a field."""
        self._diagnostics.warning(self._path, self.line(name), rule, sentence)

    def identity(self, given: str = "") -> str:
        """The record's id, or empty when it has none that can be used; `given` is the file's name."""
        own = self.text("id", required=not given)
        if given and own and own != given:
            self.error("id", "bad-id", f'The id is the file\'s name, "{given}": leave this field out.')
        self.id = given or own
        if self.id and not ID.fullmatch(self.id):
            sentence = f'"{self.id}" cannot be an id: use a-z, 0-9 and single hyphens.'
            self.error("id", "bad-id", sentence)
            self.id = ""
        return self.id

    def text(self, name: str, *, required: bool = False) -> str:
        """The field's words without outer space; empty when absent."""
        scalar = self._scalar(name)
        words = scalar.text.strip() if scalar else ""
        if required and not words and self._node_is_plain(name):
            self._missing(name)
        if scalar and "://" not in words:
            for offset, sentence in marks_in_field(words):
                line = scalar.line + words.count("\n", 0, offset)
                self._diagnostics.error(self._path, line, "mark", sentence)
        return words

    def markdown(self, name: str, *, required: bool = False) -> tuple[str, int]:
        """The field's Markdown as written, and the line on which it begins."""
        scalar = self._scalar(name)
        if required and not (scalar and scalar.text.strip()) and self._node_is_plain(name):
            self._missing(name)
        return (scalar.text, scalar.line) if scalar else ("", self._node.line)

    def prose(self, name: str, *, required: bool = False, page: str = "") -> str:
        """Like `text`, for words that a worker reads: the rules about words look at them too."""
        words = self.text(name, required=required)
        if words:
            scalar = self._scalar(name)
            line = scalar.line if scalar else self._node.line
            self._diagnostics.passages.append(SourcePassage(self._path, line, words, page))
        return words

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of words; a single word stands for a list of one."""
        return tuple(scalar.text.strip() for scalar in self._scalars(name))

    def one(self, name: str, kind: ReferenceKind) -> str:
        """The id of one other thing; whether it exists is seen when the pack is linked."""
        ids = self.several(name, kind)
        if len(ids) > 1:
            self.error(name, "bad-shape", f'The field "{name}" names one thing: leave the others out.')
        return next(iter(ids), "")

    def several(self, name: str, kind: ReferenceKind) -> tuple[str, ...]:
        """The ids of other things, each once."""
        scalars = self._scalars(name)
        for scalar in scalars:
            self._diagnostics.references.append(Reference(self._path, scalar.line, kind, scalar.text.strip()))
        return tuple(dict.fromkeys(scalar.text.strip() for scalar in scalars))

    def day(self, name: str, rule: str = "") -> date | None:
        """A date such as 2026-11-23; with a `rule`, its absence is an error of that rule."""
        words = self.text(name)
        try:
            if words:
                return date.fromisoformat(words)
        except ValueError:
            self.error(name, "bad-date", f'"{words}" is not a date: write it as 2026-11-23.')
            return None
        if rule and self._node_is_plain(name):
            self.error(name, rule, f'The date "{name}" is missing: please fill it in.')
        return None

    def address(self, name: str, *, in_words: bool = False) -> str:
        """A web address; `in_words` is for people: it may be a hint such as "through their website"."""
        words = self.text(name)
        if in_words and " " in words and ":" not in words:
            return words
        if words and (refused := why_refused(words)):
            self.error(name, "bad-link", refused)
            return ""
        if in_words and is_open_to_others(words):  # where a source was read is a fact, and stays as it was
            self._diagnostics.warning(self._path, self.line(name), "open-link", OPEN_LINK)
        return words

    def number(self, name: str, *, least: int = 0) -> int:
        """A whole number; 0 when absent."""
        words = self.text(name)
        if words.isascii() and words.isdigit() and least <= int(words[:9]):
            return int(words[:9])
        if words:
            self.error(name, "bad-number", f'"{words[:20]}" is not a number that can stand here.')
        return 0

    def flag(self, name: str) -> bool:
        """True or false; false when absent."""
        words = self.text(name).lower()
        if words not in _FLAGS:
            self.error(name, "bad-flag", f'"{words}" is neither true nor false.')
        return _FLAGS.get(words, False)

    def child(self, name: str) -> RecordReader:
        """The record below this field; an empty one when absent."""
        node = self._take(name)
        if isinstance(node, MappingNode):
            return RecordReader(node, self._path, self._diagnostics)
        if node is not None and node != ScalarNode("", node.line):
            self._wrong_shape(name, node, "fields with names")
        return RecordReader(MappingNode({}, {}, self.line(name)), self._path, self._diagnostics)

    def children(self, name: str) -> Iterator[RecordReader]:
        """Each record of the list below this field."""
        node = self._take(name)
        for item in self._members(name, node):
            if isinstance(item, MappingNode):
                yield RecordReader(item, self._path, self._diagnostics)
            else:
                self._wrong_shape(name, item, "a list of fields with names")

    def keys(self, name: str, kind: ReferenceKind) -> tuple[str, ...]:
        """The names below this field, where each name is the id of another thing."""
        node = self._take(name)
        names = node.lines if isinstance(node, MappingNode) else {}
        for id_, line in names.items():
            self._diagnostics.references.append(Reference(self._path, line, kind, id_))
        return tuple(names)

    def finish(self) -> None:
        """Say where each field stands, and name the fields that nothing reads."""
        for name, line in self._node.lines.items():
            self._diagnostics.field_lines[self._path, self.id, name] = line
            if name not in self._asked:
                sentence = f'Nothing reads the field "{name}": is it misspelt?'
                self._diagnostics.warning(self._path, line, "unknown-field", sentence)

    def _missing(self, name: str) -> None:
        self.error(name, "missing-field", f'The field "{name}" is missing: please fill it in.')

    def _take(self, name: str) -> Node | None:
        self._asked.add(name)
        return self._node.values.get(name)

    def _node_is_plain(self, name: str) -> bool:
        return isinstance(self._node.values.get(name), ScalarNode | None)

    def _scalar(self, name: str) -> ScalarNode | None:
        node = self._take(name)
        if isinstance(node, SequenceNode | MappingNode):
            self._wrong_shape(name, node, "plain words")
            return None
        return node

    def _scalars(self, name: str) -> tuple[ScalarNode, ...]:
        scalars = []
        for item in self._members(name, self._take(name)):
            if isinstance(item, ScalarNode):
                scalars.append(item)
            else:
                self._wrong_shape(name, item, "a list of plain words")
        return tuple(scalar for scalar in scalars if scalar.text.strip())

    def _members(self, name: str, node: Node | None) -> tuple[Node, ...]:
        if isinstance(node, SequenceNode):
            return node.items
        return () if node is None or node == ScalarNode("", node.line) else (node,)

    def _wrong_shape(self, name: str, node: Node, wanted: str) -> None:
        self._diagnostics.error(self._path, node.line, "bad-shape", f'The field "{name}" must be {wanted}.')
