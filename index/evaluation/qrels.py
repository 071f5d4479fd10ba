"""Questions with known answers, read from the files that people keep them in."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from content.blocks import Paragraph, Run
from content.model import Library, PackInfo, Page, PageHead, Section, Status
from index.errors import EvaluationDataError

_LONG_AGO = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """Words as someone typed them and the pages that answer, graded: more is better."""

    id: str
    words: str
    kind: str = "plain"
    grades: dict[str, int] = field(default_factory=dict)


def read_queries(file: Path) -> list[JudgedQuery]:
    """A table with the columns qid, query, type and grades ("page:2;other:1")."""
    queries = []
    for line, row in enumerate(_table(file), 2):
        try:
            queries.append(JudgedQuery(row["qid"], row["query"], row["type"], _grades(row["grades"])))
        except (KeyError, TypeError, ValueError, AttributeError) as cause:
            raise EvaluationDataError(f"{file.name}:{line}: this is not qid, query, type, grades") from cause
    return queries


def own_queries(library: Library) -> list[JudgedQuery]:
    """The questions that a pack carries to prove itself."""
    return [
        JudgedQuery(str(number), question.words, question.kind, dict(question.grades))
        for number, question in enumerate(library.questions, 1)
    ]


def danger_queries(library: Library) -> list[JudgedQuery]:
    """The sentences that must find the page of their hazard first."""
    return [
        JudgedQuery(f"{hazard.id} {number}", words, "danger", {hazard.page: 2})
        for hazard in library.hazards
        for number, words in enumerate(hazard.questions, 1)
    ]


def read_collection(folder: Path) -> tuple[Library, list[JudgedQuery]]:
    """docs.jsonl (id, title, text) as a library of one section per page, and its judged queries."""
    grades: dict[str, dict[str, int]] = {}
    for line, row in enumerate(_table(folder / "qrels.tsv"), 2):
        try:
            grades.setdefault(row["query-id"], {})[row["doc-id"]] = int(row["score"])
        except (KeyError, TypeError, ValueError) as cause:
            raise EvaluationDataError(f"qrels.tsv:{line}: this is not query-id, doc-id, score") from cause
    queries = [
        JudgedQuery(str(query["id"]), str(query["text"]), "collection", grades[str(query["id"])])
        for query in _objects(folder / "queries.jsonl", {"id", "text"})
        if str(query["id"]) in grades
    ]
    return _library(folder), queries


def _library(folder: Path) -> Library:
    info = PackInfo(folder.name, folder.name, "", "en", _LONG_AGO, "", Status.DRAFT)
    pages = {}
    for doc in _objects(folder / "docs.jsonl", {"id", "text"}):
        head = PageHead(
            *(str(doc["id"]), str(doc.get("title", "")), "document", (), (), (), ()),
            *(_LONG_AGO, _LONG_AGO, ""),
        )
        body = Section("", "", (Paragraph((Run(str(doc["text"])),)),))
        pages[head.id] = Page(head, (), (), (body,))
    heads = {id_: page.head for id_, page in pages.items()}
    return Library(info, {}, {}, {}, {}, (), (), (), heads, pages)


def _grades(text: str) -> dict[str, int]:
    parts = (part.strip().rpartition(":") for part in text.split(";") if part.strip())
    return {page: int(grade) for page, _, grade in parts}


def _table(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(_text(file).splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def _objects(file: Path, needed: set[str]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(_text(file).split("\n"), 1):
        if line.strip():
            try:
                value = json.loads(line)
            except ValueError as cause:
                raise EvaluationDataError(f"{file.name}:{number}: this is not JSON") from cause
            if not isinstance(value, dict) or not needed <= value.keys():
                raise EvaluationDataError(
                    f"{file.name}:{number}: {', '.join(sorted(needed))} must stand here"
                )
            yield value


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, ValueError) as cause:
        raise EvaluationDataError(f"{file} cannot be read as text: check the name.") from cause
