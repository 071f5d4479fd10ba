"""Words that wait for a signature are nowhere in a library until the page carries it."""

from __future__ import annotations

from datetime import date

import pytest

from content.blocks import NeedsSignature, Paragraph
from content.compiled import compile_library, open_compiled
from content.findings import Severity
from content.model import Page, Signature
from content.reading.read import read_pack
from content.text import blocks_text, section_text
from index.build import content_hash
from index.documents import library_documents

PAGE = "pages/danger-now.md"
ROLES = """
sign_off:
- role: Lead of safety
  kinds: [do_now, signs, prompts, questions, checklist, contact]
- role: Owner of the words
  kinds: [one_minute, national_theme, emerging_theme, glossary]
- role: Doctor for children
  id: clinician
  why: First aid.
"""
HELD = """
## Until help is there

Wait with the child.

::: needs-signature clinician
### With your hands

1. Zebrafinch five times. Ring {contact:duty}.
2. Then look again.

Never zebrafinch a baby.
:::
"""
SIGNED = "signed_off_by:\n- {name: A. Doctor, role: clinician, on: 2026-11-20}\nowner:"


@pytest.fixture
def held(pack):
    pack.append("pack.yml", ROLES)
    pack.append(PAGE, HELD)
    return pack


def words_of(page: Page, contacts) -> str:
    parts = [blocks_text(page.at_a_glance, contacts), blocks_text(page.act_now, contacts)]
    return "\n".join(parts + [section_text(part, contacts) for part in page.sections])


def test_unsigned_words_are_in_no_page_no_index_and_no_edition(held) -> None:
    library = read_pack(held.folder).library
    page = library.pages["danger-now"]
    assert page.sections[-1].blocks[1:] == (NeedsSignature("Doctor for children"),)
    assert "zebrafinch" not in words_of(page, library.contacts).lower()
    indexed = [text for document in library_documents(library) for text in document]
    assert indexed
    assert not [text for text in indexed if "zebrafinch" in text.lower()]
    opened = open_compiled(compile_library(library)).pages["danger-now"]
    assert opened == page


def test_words_that_are_signed_stand_in_the_page_as_written(held) -> None:
    before = content_hash(read_pack(held.folder).library)
    held.edit(PAGE, "owner:", SIGNED)
    library = read_pack(held.folder).library
    page = library.pages["danger-now"]
    assert NeedsSignature("Doctor for children") not in page.sections[-1].blocks
    assert "1. Zebrafinch five times. Ring 01" in words_of(page, library.contacts).replace("\u00a0", " ")
    assert page.sections[-1].blocks[0] == Paragraph(page.sections[-1].blocks[0].runs)
    assert page.head.signed_off_by == (Signature("A. Doctor", "Doctor for children", date(2026, 11, 20)),)
    assert open_compiled(compile_library(library)).heads["danger-now"] == page.head
    assert content_hash(library) != before


@pytest.mark.parametrize(
    "field",
    [
        "signed_off_by:\n- {name: A. Lead, role: Lead of safety, on: 2026-11-20}\nowner:",
        "signed_off_by:\n- {name: A. Doctor, role: clinician}\nowner:",
        "signed_off_by:\n- {role: clinician, on: 2026-11-20}\nowner:",
        "signed_off_by: A. Doctor, clinician\nowner:",
        "signed_off_by:\n- {name: A. Doctor, role: clinicians, on: 2026-11-20}\nowner:",
    ],
)
def test_another_role_or_half_a_signature_opens_nothing(held, field: str) -> None:
    held.edit(PAGE, "owner:", field)
    library = read_pack(held.folder).library
    assert library.pages["danger-now"].sections[-1].blocks[-1] == NeedsSignature("Doctor for children")


def test_a_signature_opens_no_other_page(held) -> None:
    held.edit("pages/safe-sleep.md", "owner:", SIGNED)
    held.append("pages/outside-risk.md", "\n::: needs-signature clinician\nZebrafinch.\n:::\n")
    reading = read_pack(held.folder)
    assert [(part.page, part.signed) for part in reading.held] == [
        ("danger-now", False),
        ("outside-risk", False),
    ]


def test_an_author_still_reads_what_is_held(held) -> None:
    (part,) = read_pack(held.folder).held
    assert (part.path, part.line) == (PAGE, held.line_of(PAGE, "::: needs-signature"))
    assert (part.page, part.role, part.signed) == ("danger-now", "Doctor for children", False)
    assert part.words.startswith("With your hands\n1. Zebrafinch five times. Ring 0")
    assert part.words.endswith("Never zebrafinch a baby.")


def test_a_draft_tells_of_what_is_held_and_an_approved_pack_may_hold_nothing(held) -> None:
    (note,) = held.check()
    assert (note.path, note.severity, note.rule) == (PAGE, Severity.NOTE, "held")
    assert "Doctor for children" in note.sentence
    held.edit("pack.yml", "status: draft", "status: approved")
    held.edit("pack.yml", 'approved_by: ""', "approved_by: A. Lead\napproved_on: 2026-11-20")
    rules = {(one.rule, one.severity, one.line) for one in held.check() if one.path == PAGE}
    assert ("held", Severity.ERROR, held.line_of(PAGE, "::: needs-signature")) in rules
    held.edit(PAGE, "owner:", SIGNED)
    assert "held" not in {one.rule for one in held.check()}


@pytest.mark.parametrize(
    ("written", "rule", "said"),
    [
        ("needs-signature clinicain", "unknown-role", 'did you mean "clinician"?'),
        ("needs-signature", "bad-box", "one word"),
        ("needs-signature Lead of safety", "bad-box", "one word"),
        ("needs-signature nobody", "unknown-role", 'has no role "nobody"'),
    ],
)
def test_a_role_that_the_pack_does_not_name_is_an_error_and_stays_held(held, written, rule, said) -> None:
    held.edit(PAGE, "needs-signature clinician", written)
    held.edit(PAGE, "owner:", SIGNED)
    (found,) = [one for one in held.check() if one.severity is Severity.ERROR]
    assert (found.path, found.rule) == (PAGE, rule)
    assert said in found.sentence
    assert found.line == held.line_of(PAGE, "::: needs-signature")
    page = read_pack(held.folder).library.pages["danger-now"]
    assert isinstance(page.sections[-1].blocks[-1], NeedsSignature)


def test_a_box_without_words_is_named(pack) -> None:
    pack.append("pack.yml", ROLES)
    pack.append(PAGE, "\n::: needs-signature clinician\n:::\n")
    assert ("bad-box", "Nothing stands in this box.") in [(one.rule, one.sentence) for one in pack.check()]


def test_a_role_is_named_once_by_a_word_that_can_be_one(pack) -> None:
    pack.append("pack.yml", ROLES + "- role: Nurse\n  id: clinician\n- role: Aunt\n  id: Aunt Jo\n")
    rules = [(one.rule, one.line) for one in pack.check() if one.path == "pack.yml"]
    assert rules == [
        ("duplicate-id", pack.line_of("pack.yml", "- role: Nurse") + 1),
        ("bad-id", pack.line_of("pack.yml", "  id: Aunt Jo")),
    ]
    info = read_pack(pack.folder).library.info
    assert [rule.id for rule in info.sign_off] == ["", "", "clinician", "", ""]


def test_held_words_obey_the_rules_of_all_words(held) -> None:
    held.edit(PAGE, "Then look again.", "Ring 0113 222 4403 and [[no-such-page]].")
    rules = {one.rule for one in held.check() if one.severity is Severity.ERROR}
    assert rules == {"phone-number", "unresolved-page"}
