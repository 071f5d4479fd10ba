"""The tables of a pack: themes, child groups, contacts, sources, synonyms, glossary, questions, hazards."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol, TypeVar

from content.model import (
    MARKS,
    Contact,
    GlossaryTerm,
    Group,
    Hazard,
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
    hazards: tuple[Hazard, ...] = ()


def read_tables(texts: Mapping[str, str], diagnostics: Diagnostics) -> PackTables:
    """Read every table; a table that is not there is empty."""
    reader = _Reader(texts, diagnostics)
    return PackTables(
        themes=reader.by_id("themes", _theme),
        groups=reader.by_id("groups", _group),
        contacts=reader.by_id("contacts", read_contact),
        sources=reader.by_id("sources", _source),
        synonyms=tuple(reader.rows("synonyms", _synonym)),
        glossary=tuple(reader.rows("glossary", _term)),
        questions=tuple(reader.rows("questions", _question)),
        hazards=tuple(reader.by_id("hazards", _hazard).values()),
    )


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
        mark=_mark(record),
    )


def _mark(record: RecordReader) -> str:
    mark = record.text("mark")
    if mark and mark not in MARKS:
        record.error("mark", "unknown-mark", f'"{mark}" is not a mark: write {", ".join(MARKS)}.')
        return ""
    return mark


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


def _hazard(record: RecordReader) -> Hazard:
    hazard = Hazard(
        id=record.id,
        situation=record.prose("situation", required=True),
        page=record.one("page", "page"),
        contacts=record.several("contacts", "contact"),
        words=record.texts("words"),
        questions=record.texts("questions"),
    )
    for field, value in (("page", hazard.page), ("contacts", hazard.contacts)):
        if not value:
            record.error(field, "missing-field", f'The field "{field}" is missing: please fill it in.')
    return hazard


_EMPTY = "This file has no rows: fill it, delete it, or write [] into it."
_NO_LIST = "This file holds a list: begin each row with a hyphen and a space."


class _Reader:
    """Walks the rows of each table."""

    def __init__(self, texts: Mapping[str, str], diagnostics: Diagnostics) -> None:
        self._texts = texts
        self._diagnostics = diagnostics

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
        for node in self._table(name, path):
            if isinstance(node, MappingNode):
                yield RecordReader(node, path, self._diagnostics)
            else:
                self._diagnostics.error(
                    path, node.line, "bad-shape", "Here stands a list of fields with names."
                )

    def _table(self, name: str, path: str) -> tuple[Node, ...]:
        """The rows of a table; a file without rows may have been emptied by a slip, unless it holds []."""
        if name not in self._texts:
            return ()
        table = read_nodes(self._texts[name], path, self._diagnostics)
        if isinstance(table, SequenceNode):
            return table.items
        if table is not None:
            empty = isinstance(table, ScalarNode) and not table.text
            rule, sentence = ("empty-file", _EMPTY) if empty else ("bad-shape", _NO_LIST)
            self._diagnostics.error(path, table.line, rule, sentence)
            self._diagnostics.unread.add(path)
        return ()
