"""The sheet for sign-off names every page, every signature and every number, and invents none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from content.checks.sign_off import PageToSign, SignOffSheet, sign_off_sheet
from content.compiled import compile_library, open_compiled
from content.reading.read import Reading, read_pack

TODAY = date(2026, 11, 23)
LEEDS = Path(__file__).parents[3] / "content" / "leeds"
ROWS = """
sign_off:
- role: Safeguarding lead
  kinds: [do_now, signs, prompts, questions, checklist]
  why: Workers act on these.
- role: Content owner
  kinds: [contact, one_minute, national_theme, emerging_theme, glossary]
- role: Midwife
  pages: [safe-sleep]
"""


def sheet_of(folder: Path, today: date = TODAY) -> SignOffSheet:
    return sign_off_sheet_of(read_pack(folder), today)


def sign_off_sheet_of(reading: Reading, today: date = TODAY) -> SignOffSheet:
    assert reading.library is not None
    return sign_off_sheet(reading.library, reading, today)


@pytest.fixture(scope="module")
def leeds() -> Reading:
    return read_pack(LEEDS)


@pytest.fixture(scope="module")
def leeds_sheet(leeds: Reading) -> SignOffSheet:
    return sign_off_sheet_of(leeds)


def page_of(sheet: SignOffSheet, page: str) -> PageToSign:
    return next(one for one in sheet.pages if one.page == page)


def sign(pack, page: str, *roles: str) -> None:
    rows = (f"- {{name: A. Reader, role: {role}, on: 2026-11-20}}" for role in roles)
    pack.edit(f"pages/{page}.md", "owner:", "\n".join(("signed_off_by:", *rows, "owner:")))


def test_a_pack_that_names_nobody_has_no_page_that_is_signed(pack) -> None:
    sheet = sheet_of(pack.folder)
    assert (sheet.rules, sheet.counts.signed) == ((), 0)
    assert sheet.counts.nobody_named == sheet.counts.pages == len(sheet.pages)
    assert pack.check() == ()


def test_kind_and_page_both_ask_for_a_signature(pack) -> None:
    pack.append("pack.yml", ROWS)
    sheet = sheet_of(pack.folder)
    assert page_of(sheet, "danger-now").must_sign == ("Safeguarding lead",)
    assert page_of(sheet, "safe-sleep").must_sign[-1] == "Midwife"
    assert len(page_of(sheet, "safe-sleep").must_sign) == 2
    assert sheet.counts.still_to_sign["Midwife"] == 1
    assert pack.check() == ()


def test_a_name_counts_only_for_the_role_beside_it(pack) -> None:
    pack.append("pack.yml", ROWS)
    first, second = page_of(sheet_of(pack.folder), "safe-sleep").must_sign
    sign(pack, "safe-sleep", first)
    sheet = sheet_of(pack.folder)
    assert page_of(sheet, "safe-sleep").still_to_sign == (second,)
    assert sheet.counts.signed == 0
    row = f"signed_off_by:\n- {{name: B. Nurse, role: {second}, on: 2026-11-21}}"
    pack.edit("pages/safe-sleep.md", "signed_off_by:", row)
    sheet = sheet_of(pack.folder)
    assert page_of(sheet, "safe-sleep").still_to_sign == ()
    assert sheet.counts.signed == 1


def test_wording_of_our_own_is_known_by_its_source(pack) -> None:
    assert sheet_of(pack.folder).counts.own_wording == 0
    pack.edit("sources.yml", "- id: town-guide\n", "- id: town-guide\n  mark: ours\n")
    sheet = sheet_of(pack.folder)
    risk = page_of(sheet, "outside-risk")
    assert (risk.own_wording, risk.outside_sources) == (True, 0)
    before = sheet.counts
    assert before.only_own_wording == before.own_wording - 1  # baby-bruise has a source beside it
    pack.edit("pages/outside-risk.md", "sources: [town-guide]", "sources: [town-guide, sleep-leaflet]")
    after = sheet_of(pack.folder).counts
    assert (after.own_wording, after.only_own_wording) == (before.own_wording, before.only_own_wording - 1)
    assert not page_of(sheet, "safe-sleep").own_wording


def test_each_contact_says_where_a_worker_meets_it(pack) -> None:
    contacts = {one.contact: one for one in sheet_of(pack.folder).contacts}
    assert list(contacts) == list(read_pack(pack.folder).library.contacts)
    duty, night = contacts["duty"], contacts["night-team"]
    assert duty.danger_line
    assert "danger-now" in duty.pages
    assert "safe-sleep" in duty.pages
    assert duty.number
    assert night.publish == "yes-number-only"


def test_a_number_that_nobody_cleared_is_not_printed_on_the_sheet(pack) -> None:
    pack.edit("contacts.yml", "publish: yes-number-only", "publish: check-first")
    night = next(one for one in sheet_of(pack.folder).contacts if one.contact == "night-team")
    assert (night.publish, night.number) == ("check-first", "")


def test_a_lead_sees_under_which_terms_the_words_stand(pack) -> None:
    sheet = sheet_of(pack.folder)
    assert sheet.publisher == "Small Town Partnership (invented)"
    assert sheet.language == "en-GB"
    assert sheet.licence.startswith("Invented for the tests")
    assert sheet.review_policy == "Every page is read again within a year."
    guide, leaflet = sheet.sources
    assert (guide.url, guide.licence) == ("https://example.org/guide", "Invented")
    assert (leaflet.licence, leaflet.seen_on) == ("", date(2026, 9, 12))
    assert leaflet.pages == ("baby-bruise", "safe-sleep")


def test_who_approved_stands_on_the_sheet(pack) -> None:
    pack.edit("pack.yml", "status: draft", "status: approved\napproved_on: 2026-11-20")
    pack.edit("pack.yml", 'approved_by: ""', "approved_by: A. Lead")
    sheet = sheet_of(pack.folder)
    assert (sheet.approved_by, sheet.approved_on) == ("A. Lead", date(2026, 11, 20))


def test_what_is_overdue_is_on_the_sheet(pack) -> None:
    pack.edit("pages/words-we-use.md", "2090-01-01", "2026-11-22")
    pack.edit("contacts.yml", "2090-01-01", "2026-11-22")
    for day in (TODAY, date(2001, 1, 1)):  # a clock before the edition hides nothing that was due by then
        sheet = sheet_of(pack.folder, day)
        late = day == TODAY
        assert page_of(sheet, "words-we-use").overdue == late
        assert (sheet.counts.overdue_pages, sheet.counts.overdue_contacts) == (late, late)


@pytest.mark.parametrize(
    ("old", "new", "rule", "at"),
    [
        ("pages: [safe-sleep]", "pages: [sleep]", "unresolved-page", "pages: [sleep]"),
        ("[do_now, signs", "[do_later, signs", "unknown-kind", "do_later"),
        ("role: Midwife", "rule: Midwife", "missing-field", "rule: Midwife"),
    ],
)
def test_a_slip_in_the_rows_is_named(pack, old: str, new: str, rule: str, at: str) -> None:
    pack.append("pack.yml", ROWS.replace(old, new))
    assert ("pack.yml", pack.line_of("pack.yml", at), rule) in [
        (one.path, one.line, one.rule) for one in pack.check()
    ]


def test_a_page_that_nobody_signs_is_named(pack) -> None:
    pack.append("pack.yml", ROWS.replace(", glossary]", "]"))
    assert {(one.path, one.rule) for one in pack.check()} == {("pages/words-we-use.md", "no-signer")}


def test_an_approved_pack_has_every_signature(pack) -> None:
    pack.append("pack.yml", ROWS)
    pack.edit("pack.yml", "status: draft", "status: approved")
    pack.edit("pack.yml", 'approved_by: ""', "approved_by: A. Lead\napproved_on: 2026-11-20")
    for page in sheet_of(pack.folder).pages:
        if page.page != "danger-now":
            sign(pack, page.page, *page.must_sign)
    place = "pages/danger-now.md"
    sign(pack, "danger-now", "Content owner")  # who is not the one that this page needs
    (missing,) = pack.check()
    assert (missing.path, missing.rule) == (place, "unsigned")
    assert missing.line == pack.line_of(place, "signed_off_by")
    pack.edit(place, "role: Content owner", "role: Safeguarding lead")
    assert pack.check() == ()


def test_the_rows_come_back_from_a_compiled_edition(pack) -> None:
    pack.append("pack.yml", ROWS + "readability_exceptions:\n  safe-sleep: The words of the leaflet.\n")
    library = read_pack(pack.folder).library
    assert library is not None
    assert library.info.sign_off
    assert library.info.readability_exceptions == (("safe-sleep", "The words of the leaflet."),)
    assert open_compiled(compile_library(library)).info == library.info


def test_the_leeds_pack_names_who_signs_each_page_by_its_danger(leeds, leeds_sheet) -> None:
    hazards = {hazard.page for hazard in leeds.library.hazards}
    for page in leeds_sheet.pages:
        acted_on = page.kind in ("do_now", "signs", "prompts") or page.page in hazards
        assert "Safeguarding lead" in page.must_sign or not acted_on, page.page
        assert page.must_sign, page.page
        assert page.own_wording
        assert page.outside_sources


@pytest.mark.parametrize(
    ("role", "pages"),
    [
        (
            "Safeguarding lead",
            "sharing-and-consent before-you-ring notes-offline disagree who-to-call da-contacts",
        ),
        (
            "Safeguarding lead",
            "mh-contacts parental-mental-health child-mental-health disability domestic-abuse",
        ),
        (
            "Health professional",
            "baby-bruise self-harm-now self-harm-talk mh-contacts past-the-diagnosis hurt-child",
        ),
        ("Clinician trained in emergency care of children", "ill-or-hurt-now"),
        ("Domestic abuse service", "domestic-abuse da-signs da-ask da-high-risk da-contacts"),
        ("Police or the West Yorkshire sexual assault referral centre", "sexual-abuse"),
        ("Karma Nirvana or a similar organisation", "honour-forced-marriage"),
        ("Information governance", "sharing-and-consent"),
        ("Leeds GATE or a similar organisation", "grt grt-visit"),
    ],
)
def test_who_knows_a_danger_signs_its_pages(leeds_sheet, role: str, pages: str) -> None:
    signed = {one.page: one.must_sign for one in leeds_sheet.pages}
    assert [page for page in pages.split() if role not in signed[page]] == []


def test_those_whom_pages_are_about_read_them_before_they_are_signed(leeds_sheet) -> None:
    roles = {role for one in leeds_sheet.pages for role in one.must_sign}
    assert {"Young people", "Disabled young people and parents"} < roles
    assert "Parents who have had help from services" in roles


def test_a_role_may_sign_each_page_that_answers_a_hazard(pack) -> None:
    pack.append("pack.yml", ROWS.replace("  pages: [safe-sleep]", "  hazards: true"))
    row = (
        "- {id: sleep, situation: A baby may die, page: safe-sleep, contacts: [duty], questions: [asleep]}\n"
    )
    pack.write("hazards.yml", row)
    sheet = sheet_of(pack.folder)
    assert [one.page for one in sheet.pages if "Midwife" in one.must_sign] == ["safe-sleep"]
