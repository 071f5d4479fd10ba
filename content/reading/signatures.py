"""Signatures on pages, and the parts of pages that are held back until a role has signed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from content.model import PackInfo, PageHead, Signature
from content.reading.record_reader import RecordReader


@dataclass(frozen=True, slots=True)
class HeldWords:
    """What such a part says, for whoever has to sign it; `role` is the role as the pack calls it.

    It is for the author and the signatory alone: no library and no edition holds it.
    """

    path: str
    line: int
    page: str
    role: str
    words: str
    signed: bool


def read_signatures(record: RecordReader) -> tuple[Signature, ...]:
    """The field signed_off_by of a page: who, in which role, on which day."""
    return tuple(_signature(row) for row in record.children("signed_off_by"))


def _signature(row: RecordReader) -> Signature:
    signature = Signature(
        name=row.text("name", required=True),
        role=row.one("role", "role"),
        on=row.day("on", "missing-field"),
    )
    if not signature.role:
        row.error("role", "missing-field", 'The field "role" is missing: write a role of pack.yml.')
    row.finish()
    return signature


def roles_of(info: PackInfo | None) -> Mapping[str, str]:
    """What a page may call each role, its short id or its whole name, and the name that it stands for."""
    rules = info.sign_off if info else ()
    names = {rule.role: rule.role for rule in rules}
    return MappingProxyType({**names, **{rule.id: rule.role for rule in rules if rule.id}})


def signed_roles(head: PageHead, roles: Mapping[str, str]) -> frozenset[str]:
    """The roles that have signed a page, by name; a signature without a name or a day is none."""
    signed: Iterable[Signature] = head.signed_off_by
    return frozenset(roles[one.role] for one in signed if one.role in roles and one.name and one.on)
