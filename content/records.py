"""The tables of a pack: themes, child groups, contacts, sources, synonyms, glossary, questions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Protocol, TypeVar

from content.form import Form
from content.model import (
    Contact,
    GlossaryTerm,
    Group,
    OpenHours,
    PackInfo,
    Question,
    Source,
    Status,
    Synonym,
    Theme,
)
from content.notes import Notes
from content.yaml_nodes import Fields, Items, Node, Scalar, read_nodes

PUBLISHABLE = ("yes", "yes-number-only")
_PUBLISH = (*PUBLISHABLE, "check-first", "no")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIME = re.compile(r"([01]\d|2[0-4]):([0-5]\d)")
_LAST_MINUTE = 24 * 60
_GRADES = (1, 2)
_NO_EDITION = date.min  # never leaves this file: a pack without an edition is not read


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


def read_tables(texts: Mapping[str, str], notes: Notes) -> Tables:
    """Read every table; a table that is not there is empty."""
    reader = _Reader(texts, notes)
    return Tables(
        themes=reader.by_id("themes", _theme),
        groups=reader.by_id("groups", _group),
        contacts=reader.by_id("contacts", _contact),
        sources=reader.by_id("sources", _source),
        synonyms=tuple(reader.rows("synonyms", _synonym)),
        glossary=tuple(reader.rows("glossary", _term)),
        questions=tuple(reader.rows("questions", _question)),
    )


def read_info(text: str, notes: Notes) -> tuple[PackInfo, tuple[str, ...]] | None:
    """Who publishes the pack, and the reading order that it asks for; None when that cannot be read."""
    path = "pack.yml"
    node = read_nodes(text, path, notes)
    if not isinstance(node, Fields):
        notes.error(path, 1, "bad-shape", "pack.yml must be fields with names, such as title: My guide.")
        return None
    form = Form(node, path, notes)
    form.identity()
    order = form.several("reading_order", "page")
    info = _info(form)
    form.finish()
    return (info, order) if info else None


def _info(form: Form) -> PackInfo | None:
    edition = form.day("edition", "missing-field")
    info = PackInfo(
        id=form.id,
        title=form.text("title", required=True),
        publisher=form.text("publisher", required=True),
        language=form.text("language", required=True),
        edition=edition or _NO_EDITION,
        licence=form.text("licence", required=True),
        status=_status(form),
        approved_by=form.text("approved_by"),
        approved_on=form.day("approved_on"),
        review_policy=form.text("review_policy"),
        intro=form.prose("intro"),
        start_here=form.several("start_here", "page"),
        danger_page=form.one("danger_page", "page"),
        danger_contacts=form.several("danger_contacts", "contact"),
        changed=form.several("changed", "page"),
    )
    if info.status is Status.APPROVED and not (info.approved_by and info.approved_on):
        form.error("status", "bad-status", "An approved pack names approved_by and approved_on.")
    return info if edition and form.id else None


def _status(form: Form) -> Status:
    words = form.text("status", required=True)
    if words and words not in {status.value for status in Status}:
        form.error("status", "bad-status", f'"{words}" is not a status: write draft or approved.')
    return Status.APPROVED if words == Status.APPROVED.value else Status.DRAFT


def _theme(form: Form) -> Theme:
    return Theme(
        id=form.id,
        title=form.prose("title", required=True),
        order=form.number("order"),
        summary=form.prose("summary"),
        parent=form.one("parent", "theme"),
        icon=form.text("icon"),
        start_page=form.one("start_page", "page"),
    )


def _group(form: Form) -> Group:
    return Group(
        id=form.id,
        title=form.prose("title", required=True),
        order=form.number("order"),
        summary=form.prose("summary"),
        icon=form.text("icon"),
        start_page=form.one("start_page", "page"),
    )


def _contact(form: Form) -> Contact:
    how = form.form("how")
    contact = Contact(
        id=form.id,
        name=form.text("name", required=True),
        for_whom=form.text("for_whom", required=True),
        phone=how.text("phone"),
        text=how.text("text"),
        email=how.text("email"),
        web=_address(how, "web", in_words=True),
        note=form.text("note"),
        hours=tuple(hours for row in form.forms("hours") if (hours := _hours(row))),
        hours_words=form.text("hours_words"),
        out_of_hours=form.one("out_of_hours", "contact"),
        publish=_publish(form),
        checked_on=form.day("checked_on", "missing-review"),
        review_by=form.day("review_by", "missing-review"),
        sources=form.several("sources", "source"),
    )
    how.finish()
    return contact


def _publish(form: Form) -> str:
    words = form.text("publish", required=True).lower()
    words = {"true": "yes", "false": "no"}.get(words, words)
    if words and words not in _PUBLISH:
        form.error("publish", "bad-publish", f'"{words}" must be one of {", ".join(_PUBLISH)}.')
    return words if words in _PUBLISH else "no"


def _hours(form: Form) -> OpenHours | None:
    days = tuple(day.lower() for day in form.texts("days"))
    opens, closes = _minutes(form, "from"), _minutes(form, "to")
    hours = OpenHours(
        tuple(_DAYS.index(day) for day in days if day in _DAYS), opens, closes, form.flag("bank_holidays")
    )
    form.finish()
    if not days or not set(days) <= set(_DAYS):
        form.error("days", "bad-hours", f"Days are a list of {', '.join(_DAYS)}.")
        return None
    if closes <= opens:
        form.error("to", "bad-hours", "Closing time comes after opening time; write midnight as 24:00.")
        return None
    return hours


def _minutes(form: Form, name: str) -> int:
    words = form.text(name, required=True)
    found = _TIME.fullmatch(words)
    minutes = int(found[1]) * 60 + int(found[2]) if found else 0
    if words and (not found or minutes > _LAST_MINUTE):
        form.error(name, "bad-hours", f'"{words}" is not a time: write it as 09:00.')
        return 0
    return minutes


def _source(form: Form) -> Source:
    return Source(
        id=form.id,
        title=form.text("title", required=True),
        publisher=form.text("publisher", required=True),
        url=_address(form, "url"),
        licence=form.text("licence"),
        page_date=form.text("page_date"),
        seen_on=form.day("seen_on"),
    )


def _address(form: Form, name: str, *, in_words: bool = False) -> str:
    """A web address; `in_words` also allows a hint such as "through their website"."""
    words = form.text(name)
    if in_words and " " in words and ":" not in words:
        return words
    if words and not words.lower().startswith(("https://", "http://")):
        form.error(name, "bad-link", f'"{words[:60]}" is not a web address: begin with https://.')
        return ""
    return words


def _synonym(form: Form) -> Synonym:
    return Synonym(
        term=form.text("term", required=True),
        means=form.text("means", required=True),
        variants=form.texts("variants"),
        caps_only=form.flag("caps_only"),
        pages=form.several("pages", "page"),
    )


def _term(form: Form) -> GlossaryTerm:
    return GlossaryTerm(
        term=form.text("term", required=True),
        definition=form.prose("definition", required=True),
        page=form.one("page", "page"),
    )


def _question(form: Form) -> Question:
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

    def __init__(self, texts: Mapping[str, str], notes: Notes) -> None:
        self._texts = texts
        self._notes = notes

    def rows(self, name: str, make: Callable[[Form], _Record]) -> Iterator[_Record]:
        """Each row as a record, in the author's order."""
        for form in self._forms(name):
            yield make(form)
            form.finish()

    def by_id(self, name: str, make: Callable[[Form], _Named]) -> Mapping[str, _Named]:
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

    def _forms(self, name: str) -> Iterator[Form]:
        path = f"{name}.yml"
        for node in _rows(read_nodes(self._texts.get(name, ""), path, self._notes)):
            if isinstance(node, Fields):
                yield Form(node, path, self._notes)
            else:
                self._notes.error(path, node.line, "bad-shape", "Here stands a list of fields with names.")


def _rows(node: Node | None) -> tuple[Node, ...]:
    if isinstance(node, Items):
        return node.items
    empty = node is None or (isinstance(node, Scalar) and not node.text)
    return () if empty or node is None else (node,)
