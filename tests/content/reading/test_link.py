"""No link is dead, no uncleared number shows, and a wrong id is named with the nearest right one."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

import pytest

from content.blocks import Block, ContactCards, ContactTarget, PageTarget, Paragraph, Run
from content.model import Contact, Page, PageHead, Section, Theme
from content.reading.diagnostics import Diagnostics, Reference, ReferenceKind
from content.reading.link import DEEPEST_THEME, Known, Linker, linked_themes, shareable, unresolved
from content.reading.records import PackTables

DAY = date(2026, 11, 23)
DUTY = Contact("duty", "Duty team", "Any worry", phone="0113 496 0123", publish="yes")
WEB_ONLY = Contact("web-only", "A website", "Advice", web="https://example.org", publish="yes")


def page(page_id: str, *blocks: Block) -> Page:
    head = PageHead(page_id, page_id.title(), "signs", (), (), (), (), DAY, DAY, "Nobody")
    return Page(head, (), (), (Section("first", "First things", blocks),))


def known(*pages: Page) -> Known:
    tables = PackTables(
        themes=MappingProxyType({"babies": Theme("babies", "Babies", 1, "")}),
        groups=MappingProxyType({}),
        contacts=MappingProxyType({one.id: one for one in (DUTY, WEB_ONLY)}),
        sources=MappingProxyType({}),
        synonyms=(),
        glossary=(),
        questions=(),
    )
    by_id = {one.head.id: one for one in pages}
    return Known(by_id, by_id.keys(), tables, {"lead": "Lead"})


def linked(*runs: Run) -> tuple[Block, ...]:
    found = Linker(known(page("here", Paragraph(runs)), page("there"))).page(page("here", Paragraph(runs)))
    return found.sections[0].blocks


@pytest.mark.parametrize(
    ("run", "becomes"),
    [
        (Run("", target=PageTarget("there")), Run("There", target=PageTarget("there"))),
        (
            Run("", target=PageTarget("there", "first")),
            Run("First things", target=PageTarget("there", "first")),
        ),
        (Run("go", target=PageTarget("there", "gone")), Run("go", target=PageTarget("there"))),
        (Run("go", target=PageTarget("gone")), Run("go")),
        (Run("", target=PageTarget("gone")), Run("gone")),
        (Run("", target=ContactTarget("duty")), Run("0113\u00a0496\u00a00123", True, ContactTarget("duty"))),
        (Run("", target=ContactTarget("web-only")), Run("A website", True, ContactTarget("web-only"))),
        (Run("", target=ContactTarget("gone")), Run("gone", True)),
    ],
)
def test_a_reference_gets_its_words_or_stays_as_words(run: Run, becomes: Run) -> None:
    assert linked(run) == (Paragraph((becomes,)),)


def test_cards_of_unknown_contacts_are_left_out() -> None:
    linker = Linker(known())
    blocks = (ContactCards(("gone", "duty")), ContactCards(("gone",)))
    assert linker.page(page("here", *blocks)).sections[0].blocks == (ContactCards(("duty",)),)


@pytest.mark.parametrize("publish", ["no", "check-first", "", "anything"])
def test_a_number_that_nobody_cleared_is_taken_out(publish: str) -> None:
    contact = Contact("a", "A", "B", phone="1", text="2", email="a@example.org", publish=publish)
    assert (shareable(contact).phone, shareable(contact).text) == ("", "")


@pytest.mark.parametrize("publish", ["yes", "yes-number-only"])
def test_a_cleared_number_stays(publish: str) -> None:
    contact = Contact("a", "A", "B", phone="1", text="2", publish=publish)
    assert shareable(contact) == contact


@pytest.mark.parametrize(
    ("kind", "id_", "rule", "hint"),
    [
        ("page", "heer", "unresolved-page", 'did you mean "here"?'),
        ("contact", "dutty", "unresolved-contact", 'did you mean "duty"?'),
        ("source", "guide", "unresolved-source", 'no source "guide".'),
        ("theme", "babys", "unknown-theme", 'did you mean "babies"?'),
        ("group", "carers", "unknown-group", 'no child group "carers".'),
        ("role", "leed", "unknown-role", 'did you mean "lead"?'),
    ],
)
def test_a_wrong_id_is_named_with_the_nearest(kind: ReferenceKind, id_: str, rule: str, hint: str) -> None:
    (finding,) = unresolved([Reference("x.md", 7, kind, id_)], known(page("here")))
    assert (finding.path, finding.line, finding.rule) == ("x.md", 7, rule)
    assert finding.sentence.endswith(hint)


def test_a_wrong_section_is_named_and_a_right_one_is_not() -> None:
    references = [
        Reference("x.md", 1, "page", "here", "first"),
        Reference("x.md", 2, "page", "here", "frist"),
    ]
    (finding,) = unresolved(references, known(page("here")))
    assert (finding.line, finding.rule) == (2, "unresolved-anchor")


def test_themes_that_stand_below_themselves_are_cut_and_named() -> None:
    themes = {id_: Theme(id_, id_, 1, "", parent) for id_, parent in (("a", "b"), ("b", "a"), ("c", "gone"))}
    diagnostics = Diagnostics(field_lines={("themes.yml", "a", "parent"): 4})
    found = linked_themes(themes, diagnostics)
    assert {theme.parent for theme in found.values()} == {""}
    assert [(one.rule, one.line) for one in diagnostics.findings] == [
        ("theme-circle", 4),
        ("theme-circle", 1),
    ]


def test_the_deepest_theme_that_may_be_stays_and_the_next_is_moved_up() -> None:
    chain = [f"t{number}" for number in range(DEEPEST_THEME + 1)]
    themes = {id_: Theme(id_, id_, 1, "", above) for id_, above in zip(chain, ["", *chain], strict=False)}
    diagnostics = Diagnostics()
    found = linked_themes(themes, diagnostics)
    assert found[chain[-2]].parent == chain[-3]
    assert found[chain[-1]].parent == ""
    assert [one.rule for one in diagnostics.findings] == ["theme-too-deep"]
