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
from content.reading.yaml_nodes import Fields, Items, Node, Scalar, read_nodes

_GRADES = (1, 2)


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Record = TypeVar("_Record")
_Named = TypeVar("_Named", bound=_HasId)


@dataclass(frozen=True, slots=True)
class Tables:
    """Everything of a pack but its pages."""

    themes: Mapping[str, Theme]
    groups: Mapping[str, Group]
    contacts: Mapping[str, Contact]
    sources: Mapping[str, Source]
    synonyms: tuple[Synonym, ...]
    glossary: tuple[GlossaryTerm, ...]
    questions: tuple[Question, ...]


def read_tables(texts: Mapping[str, str], notes: Diagnostics) -> Tables:
    """Read every table; a table that is not there is empty."""
    reader = _Reader(texts, notes)
    return Tables(
        themes=reader.by_id("themes", _theme),
        groups=reader.by_id("groups", _group),
        contacts=reader.by_id("contacts", read_contact),
        sources=reader.by_id("sources", _source),
        synonyms=tuple(reader.rows("synonyms", _synonym)),
        glossary=tuple(reader.rows("glossary", _term)),
        questions=tuple(reader.rows("questions", _question)),
    )


def _theme(form: RecordReader) -> Theme:
    return Theme(
        id=form.id,
        title=form.prose("title", required=True),
        order=form.number("order"),
        summary=form.prose("summary"),
        parent=form.one("parent", "theme"),
        icon=form.text("icon"),
        start_page=form.one("start_page", "page"),
    )


def _group(form: RecordReader) -> Group:
    return Group(
        id=form.id,
        title=form.prose("title", required=True),
        order=form.number("order"),
        summary=form.prose("summary"),
        icon=form.text("icon"),
        start_page=form.one("start_page", "page"),
    )


def _source(form: RecordReader) -> Source:
    return Source(
        id=form.id,
        title=form.text("title", required=True),
        publisher=form.text("publisher", required=True),
        url=form.address("url"),
        licence=form.text("licence"),
        page_date=form.text("page_date"),
        seen_on=form.day("seen_on"),
        ours=form.flag("ours"),
    )


def _synonym(form: RecordReader) -> Synonym:
    return Synonym(
        term=form.text("term", required=True),
        means=form.text("means", required=True),
        variants=form.texts("variants"),
        caps_only=form.flag("caps_only"),
        pages=form.several("pages", "page"),
    )


def _term(form: RecordReader) -> GlossaryTerm:
    return GlossaryTerm(
        term=form.text("term", required=True),
        definition=form.prose("definition", required=True),
        page=form.one("page", "page"),
    )


def _question(form: RecordReader) -> Question:
    words = form.text("words", required=True)
    grades = form.form("grades")
    pages = form.keys("grades", "page")
    for page in pages:
        if grades.number(page) not in _GRADES:
            grades.error(page, "bad-grade", "A grade is 2 (the best answer) or 1 (helps too).")
    graded = tuple((page, grades.number(page)) for page in pages)
    if not graded:
        form.error("grades", "missing-field", "A known question names the pages that answer it.")
    return Question(words=words, grades=graded, kind=form.text("type") or "plain")


class _Reader:
    """Walks the rows of each table."""

    def __init__(self, texts: Mapping[str, str], notes: Diagnostics) -> None:
        self._texts = texts
        self._notes = notes

    def rows(self, name: str, make: Callable[[RecordReader], _Record]) -> Iterator[_Record]:
        """Each row as a record, in the author's order."""
        for form in self._forms(name):
            yield make(form)
            form.finish()

    def by_id(self, name: str, make: Callable[[RecordReader], _Named]) -> Mapping[str, _Named]:
        """The rows by their ids; of two with the same id the first stays."""
        found: dict[str, _Named] = {}
        for form in self._forms(name):
            id_ = form.identity()
            record = make(form)
            form.finish()
            if id_ in found:
                sentence = f'The id "{id_}" stands twice in {name}.yml: each needs its own.'
                form.error("id", "duplicate-id", sentence)
            elif id_:
                found[id_] = record
        return MappingProxyType(found)

    def _forms(self, name: str) -> Iterator[RecordReader]:
        path = f"{name}.yml"
        for node in _rows(read_nodes(self._texts.get(name, ""), path, self._notes)):
            if isinstance(node, Fields):
                yield RecordReader(node, path, self._notes)
            else:
                self._notes.error(path, node.line, "bad-shape", "Here stands a list of fields with names.")


def _rows(node: Node | None) -> tuple[Node, ...]:
    if isinstance(node, Items):
        return node.items
    empty = node is None or (isinstance(node, Scalar) and not node.text)
    return () if empty or node is None else (node,)
