"""pack.yml: who publishes the guidance, in which edition, and what stands on the start page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from content.kinds import KINDS
from content.model import PackInfo, SignOffRule, Status
from content.reading.diagnostics import Diagnostics
from content.reading.record_reader import ID, RecordReader
from content.reading.yaml_nodes import MappingNode, read_nodes

HANDBOOK = "handbook"
"""The id of the program's own help, which no other pack can have: it is joined to every edition."""
_NO_EDITION = date.min  # never leaves this file: a pack without an edition is not read


def read_info(text: str, diagnostics: Diagnostics) -> tuple[PackInfo, tuple[str, ...]] | None:
    """Who publishes the pack, and the reading order that it asks for; None when that cannot be read."""
    path = "pack.yml"
    node = read_nodes(text, path, diagnostics)
    if node is None:
        return None
    if not isinstance(node, MappingNode):
        diagnostics.error(
            path, 1, "bad-shape", "pack.yml must be fields with names, such as title: My guide."
        )
        return None
    record = RecordReader(node, path, diagnostics)
    record.identity()
    order = record.several("reading_order", "page")
    info = _info(record)
    record.finish()
    return (info, order) if info else None


def _info(record: RecordReader) -> PackInfo | None:
    edition = record.day("edition", "missing-field")
    info = PackInfo(
        id=record.id,
        title=record.text("title", required=True),
        publisher=record.text("publisher", required=True),
        language=record.text("language", required=True),
        edition=edition or _NO_EDITION,
        licence=record.text("licence", required=True),
        status=_status(record),
        approved_by=record.text("approved_by"),
        approved_on=record.day("approved_on"),
        review_policy=record.text("review_policy"),
        start_here=record.several("start_here", "page"),
        danger_page=record.one("danger_page", "page"),
        danger_contacts=record.several("danger_contacts", "contact"),
        changed=record.several("changed", "page"),
        sign_off=tuple(_sign_off(record)),
        readability_exceptions=_exceptions(record),
    )
    if info.status is Status.APPROVED and not (info.approved_by and info.approved_on):
        record.error("status", "bad-status", "An approved pack names approved_by and approved_on.")
    return info if edition and record.id else None


def _status(record: RecordReader) -> Status:
    """What stands there if it may stand there, else a draft: nothing passes for signed by a slip."""
    words = record.text("status", required=True)
    allowed = {status.value: status for status in Status}
    if record.id != HANDBOOK:  # else guidance could pass for help and lose its draft line
        del allowed[Status.PROGRAM.value]
    if words and words not in allowed:
        record.error("status", "bad-status", f'"{words}" is not a status: write draft or approved.')
    return allowed.get(words, Status.DRAFT)


def _sign_off(record: RecordReader) -> Iterator[SignOffRule]:
    """Who signs; of two roles with the same id the first keeps it."""
    ids: set[str] = set()
    for row in record.children("sign_off"):
        rule = _rule(row)
        id_ = rule.id
        if id_ and not ID.fullmatch(id_):
            row.error("id", "bad-id", f'"{id_}" cannot be an id: use a-z, 0-9 and single hyphens.')
            id_ = ""
        elif id_ in ids:
            row.error("id", "duplicate-id", f'Two roles have the id "{id_}": each needs its own.')
            id_ = ""
        ids.update({id_} - {""})
        yield replace(rule, id=id_)


def _rule(row: RecordReader) -> SignOffRule:
    rule = SignOffRule(
        role=row.text("role", required=True),
        kinds=row.texts("kinds"),
        pages=row.several("pages", "page"),
        why=row.text("why"),
        id=row.text("id"),
        hazards=row.flag("hazards"),
    )
    row.finish()
    for kind in rule.kinds:
        if kind not in KINDS:
            row.error("kinds", "unknown-kind", f'"{kind}" is not a kind: the kinds are {", ".join(KINDS)}.')
    return rule


def _exceptions(record: RecordReader) -> tuple[tuple[str, str], ...]:
    reasons = record.child("readability_exceptions")
    pages = record.keys("readability_exceptions", "page")
    return tuple((page, reasons.text(page, required=True)) for page in pages)
