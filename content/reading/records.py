"""The tables of a pack: themes, child groups, contacts, sources, synonyms, glossary, questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol, TypeVar

from content.model import (
    Contact,
    GlossaryTerm,
    Group,
    Question,
    Source,
    Synonym,
    Theme,
)
from content.reading.contacts import read_contact
from content.reading.diagnostics import Diagnostics
from content.reading.record_reader import RecordReader
from content.reading.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode, read_nodes

_GRADES = (1, 2)


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Record = TypeVar("_Record")
_Named = TypeVar("_Named", bound=_HasId)


@dataclass(frozen=True, slots=True)
class PackTables:
    """Everything of a pack but its pages."""

    themes: Mapping[str, Theme]
    groups: Mapping[str, Group]
    contacts: Mapping[str, Contact]
    sources: Mapping[str, Source]
    synonyms: tuple[Synonym, ...]
    glossary: tuple[GlossaryTerm, ...]
    questions: tuple[Question, ...]


def read_tables(texts: Mapping[str, str], diagnostics: Diagnostics) -> PackTables:
    """Read every table; a table that is not there is empty."""
    reader = _Reader(texts, diagnostics)
    tables = PackTables(
        themes=reader.by_id("themes", _theme),
        groups=reader.by_id("groups", _group),
        contacts=reader.by_id("contacts", read_contact),
        sources=reader.by_id("sources", _source),
        synonyms=tuple(reader.rows("synonyms", _synonym)),
        glossary=tuple(reader.rows("glossary", _term)),
        questions=tuple(reader.rows("questions", _question)),
    )
    reader.name_empty()
    return tables


def _theme(record: RecordReader) -> Theme:
    return Theme(
        id=record.id,
        title=record.prose("title", required=True),
        order=record.number("order"),
        summary=record.prose("summary"),
        parent=record.one("parent", "theme"),
        icon=record.text("icon"),
        start_page=record.one("start_page", "page"),
    )


def _group(record: RecordReader) -> Group:
    return Group(
        id=record.id,
        title=record.prose("title", required=True),
        order=record.number("order"),
        summary=record.prose("summary"),
        icon=record.text("icon"),
        start_page=record.one("start_page", "page"),
    )


def _source(record: RecordReader) -> Source:
    return Source(
        id=record.id,
        title=record.text("title", required=True),
        publisher=record.text("publisher", required=True),
        url=record.address("url"),
        licence=record.text("licence"),
        page_date=record.text("page_date"),
        seen_on=record.day("seen_on"),
        ours=record.flag("ours"),
    )


def _synonym(record: RecordReader) -> Synonym:
    return Synonym(
        term=record.text("term", required=True),
        means=record.text("means", required=True),
        variants=record.texts("variants"),
        caps_only=record.flag("caps_only"),
        pages=record.several("pages", "page"),
    )


def _term(record: RecordReader) -> GlossaryTerm:
    return GlossaryTerm(
        term=record.text("term", required=True),
        definition=record.prose("definition", required=True),
        page=record.one("page", "page"),
    )


def _question(record: RecordReader) -> Question:
    words = record.text("words", required=True)
    grades = record.child("grades")
    pages = record.keys("grades", "page")
    for page in pages:
        if grades.number(page) not in _GRADES:
            grades.error(page, "bad-grade", "A grade is 2 (the best answer) or 1 (helps too).")
    graded = tuple((page, grades.number(page)) for page in pages)
    if not graded:
        record.error("grades", "missing-field", "A known question names the pages that answer it.")
    return Question(words=words, grades=graded, kind=record.text("type") or "plain")


class _Reader:
    """Walks the rows of each table."""

    def __init__(self, texts: Mapping[str, str], diagnostics: Diagnostics) -> None:
        self._texts = texts
        self._diagnostics = diagnostics
        self._empty: set[str] = set()

    def name_empty(self) -> None:
        """A table without a row may have been emptied by a slip; one that is meant to be empty holds []."""
        for name in self._texts.keys() & self._empty:
            sentence = f"The file {name}.yml has no rows: fill it, delete it, or write [] into it."
            self._diagnostics.warning(f"{name}.yml", 1, "empty-file", sentence)

    def rows(self, name: str, make: Callable[[RecordReader], _Record]) -> Iterator[_Record]:
        """Each row as a record, in the author's order."""
        for record in self._records(name):
            yield make(record)
            record.finish()

    def by_id(self, name: str, make: Callable[[RecordReader], _Named]) -> Mapping[str, _Named]:
        """The rows by their ids; of two with the same id the first stays."""
        found: dict[str, _Named] = {}
        for record in self._records(name):
            id_ = record.identity()
            made = make(record)
            record.finish()
            if id_ in found:
                sentence = f'The id "{id_}" stands twice in {name}.yml: each needs its own.'
                record.error("id", "duplicate-id", sentence)
            elif id_:
                found[id_] = made
        return MappingProxyType(found)

    def _records(self, name: str) -> Iterator[RecordReader]:
        path = f"{name}.yml"
        table = read_nodes(self._texts.get(name, ""), path, self._diagnostics)
        if isinstance(table, ScalarNode) and not table.text:
            self._empty.add(name)
        for node in _rows(table):
            if isinstance(node, MappingNode):
                yield RecordReader(node, path, self._diagnostics)
            else:
                self._diagnostics.error(
                    path, node.line, "bad-shape", "Here stands a list of fields with names."
                )


def _rows(node: Node | None) -> tuple[Node, ...]:
    if isinstance(node, SequenceNode):
        return node.items
    empty = node is None or (isinstance(node, ScalarNode) and not node.text)
    return () if empty or node is None else (node,)
