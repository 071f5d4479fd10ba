"""pack.yml: who publishes the guidance, in which edition, and what stands on the start page."""

from __future__ import annotations

from datetime import date

from content.kinds import KINDS
from content.model import PackInfo, SignOffRule, Status
from content.reading.diagnostics import Diagnostics
from content.reading.record_reader import RecordReader
from content.reading.yaml_nodes import Fields, read_nodes

HANDBOOK = "handbook"
"""The id of the program's own help, which no other pack can have: it is joined to every edition."""
_NO_EDITION = date.min  # never leaves this file: a pack without an edition is not read


def read_info(text: str, notes: Diagnostics) -> tuple[PackInfo, tuple[str, ...]] | None:
    """Who publishes the pack, and the reading order that it asks for; None when that cannot be read."""
    path = "pack.yml"
    node = read_nodes(text, path, notes)
    if not isinstance(node, Fields):
        notes.error(path, 1, "bad-shape", "pack.yml must be fields with names, such as title: My guide.")
        return None
    form = RecordReader(node, path, notes)
    form.identity()
    order = form.several("reading_order", "page")
    info = _info(form)
    form.finish()
    return (info, order) if info else None


def _info(form: RecordReader) -> PackInfo | None:
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
        sign_off=tuple(_sign_off(row) for row in form.forms("sign_off")),
        readability_exceptions=_exceptions(form),
    )
    if info.status is Status.APPROVED and not (info.approved_by and info.approved_on):
        form.error("status", "bad-status", "An approved pack names approved_by and approved_on.")
    return info if edition and form.id else None


def _status(form: RecordReader) -> Status:
    """What stands there if it may stand there, else a draft: nothing passes for signed by a slip."""
    words = form.text("status", required=True)
    allowed = {status.value: status for status in Status}
    if form.id != HANDBOOK:  # else guidance could pass for help and lose its draft line
        del allowed[Status.PROGRAM.value]
    if words and words not in allowed:
        form.error("status", "bad-status", f'"{words}" is not a status: write draft or approved.')
    return allowed.get(words, Status.DRAFT)


def _sign_off(row: RecordReader) -> SignOffRule:
    rule = SignOffRule(
        role=row.text("role", required=True),
        kinds=row.texts("kinds"),
        pages=row.several("pages", "page"),
        why=row.text("why"),
    )
    row.finish()
    for kind in rule.kinds:
        if kind not in KINDS:
            row.error("kinds", "unknown-kind", f'"{kind}" is not a kind: the kinds are {", ".join(KINDS)}.')
    return rule


def _exceptions(form: RecordReader) -> tuple[tuple[str, str], ...]:
    reasons = form.form("readability_exceptions")
    pages = form.keys("readability_exceptions", "page")
    return tuple((page, reasons.text(page, required=True)) for page in pages)
