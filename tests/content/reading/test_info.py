"""Nothing passes for approved, or for the program's own help, by a slip in pack.yml."""

from __future__ import annotations

import pytest

from content.model import PackInfo, Status
from content.reading.diagnostics import Diagnostics
from content.reading.info import HANDBOOK, read_info

INFO = """id: small
title: A guide
publisher: A town
language: en-GB
edition: 2026-11-01
licence: Invented
status: draft
"""


def read(text: str) -> tuple[PackInfo | None, list[tuple[str, int]]]:
    diagnostics = Diagnostics()
    found = read_info(text, diagnostics)
    return found and found[0], [(one.rule, one.line) for one in diagnostics.findings]


@pytest.mark.parametrize("status", ["aproved", "Approved", "program", "signed", ""])
def test_an_unknown_status_is_a_draft(status: str) -> None:
    info, found = read(INFO.replace("status: draft", f"status: {status}"))
    assert info is not None
    assert info.status is Status.DRAFT
    assert len(found) == 1


def test_only_the_handbook_may_call_itself_help() -> None:
    text = INFO.replace("id: small", f"id: {HANDBOOK}").replace("status: draft", "status: program")
    info, found = read(text)
    assert info is not None
    assert (info.status, found) == (Status.PROGRAM, [])


@pytest.mark.parametrize("who", ["", "approved_by: A. Lead\n", "approved_on: 2026-11-20\n"])
def test_an_approval_without_name_and_day_is_an_error(who: str) -> None:
    _info, found = read(INFO.replace("status: draft", "status: approved") + who)
    assert found == [("bad-status", 7)]


@pytest.mark.parametrize("line", ["edition: 2026-11-01\n", "id: small\n"])
def test_without_edition_or_id_there_is_no_pack(line: str) -> None:
    info, found = read(INFO.replace(line, ""))
    assert info is None
    assert [rule for rule, _line in found] == ["missing-field"]


def test_a_list_is_no_pack() -> None:
    assert read("- id: small\n") == (None, [("bad-shape", 1)])


def test_the_reading_order_is_a_list_of_pages() -> None:
    diagnostics = Diagnostics()
    found = read_info(INFO + "reading_order: [b, a]\n", diagnostics)
    assert found is not None
    assert found[1] == ("b", "a")
    assert [(one.kind, one.id) for one in diagnostics.references] == [("page", "b"), ("page", "a")]
