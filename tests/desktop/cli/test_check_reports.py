"""What `check` prints besides findings: the sign-off sheet, the statements, the hazard log."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from content.reading.read import read_pack
from desktop.__main__ import main

ROOT = Path(__file__).parents[3]
Said = pytest.CaptureFixture[str]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests" / "packs" / "small", tmp_path / "pack")
    return tmp_path / "pack"


@pytest.mark.slow
def test_the_sign_off_sheet_can_be_read_by_a_person(capsys: Said) -> None:
    assert main(["check", str(ROOT / "content" / "leeds"), "--sign-off"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "status draft" in out
    assert "Safeguarding lead: Do now, Signs, Words to use" in out
    assert "[ ] danger-now · A child is in danger now · Do now\n    to sign: Safeguarding lead\n" in out
    assert "0113 376 0336  [duty-and-advice]" in out
    assert "publish: yes-number-only" in out
    assert "shown on: the danger line, " in out
    assert "\nLicence: CC BY 4.0 for the words of this pack" in out
    assert "\nReview policy: Pages are reviewed every 12 months. Local processes" in out
    assert "    licence: © NSPCC. No open licence was visible" in out
    assert "    used on: " in out


def test_the_sign_off_sheet_can_be_read_by_a_program(pack: Path, capsys: Said) -> None:
    assert main(["check", str(pack), "--sign-off", "--json"]) == 0
    sheet = json.loads(capsys.readouterr().out)
    assert list(sheet) == [
        *("pack", "title", "publisher", "language", "licence", "review_policy", "edition", "status"),
        *("approved_by", "approved_on", "day", "rules", "counts", "pages", "held", "statements", "contacts"),
        *("sources", "search_words", "synonyms", "glossary", "questions"),
    ]
    assert sheet["counts"]["pages"] == len(sheet["pages"])
    assert sheet["pages"][0]["review_by"][:2] == "20"


@pytest.mark.slow
def test_the_sheet_lists_what_leads_to_pages_and_what_nobody_outside_has_said(capsys: Said) -> None:
    assert main(["check", str(ROOT / "content" / "leeds"), "--sign-off"]) == 0
    out, _err = capsys.readouterr()
    library = read_pack(ROOT / "content" / "leeds").library
    assert library is not None
    parts = out.split("QUESTIONS OF LIFE AND DEATH")[1]
    for hazard in library.hazards:
        assert f"[ ] “{hazard.questions[0]}”: " in parts
    assert len(library.hazards) >= 20
    assert all(
        f", {', '.join(one.variants)} → {one.means}" in parts for one in library.synonyms if one.variants
    )
    assert all(f"[ ] {one.term}: {one.definition}" in parts for one in library.glossary)
    for page in library.pages.values():
        assert all(f"    “{sentence}”" in parts for sentence in page.spoken)
        if page.head.search_terms:
            assert f"[ ] {page.head.id}, terms: {', '.join(page.head.search_terms)}" in parts


HELD = """
::: needs-signature clinician
Zebrafinch first.
:::
"""


def test_held_words_stand_on_the_sheet_and_nowhere_else(pack: Path, capsys: Said) -> None:
    page = pack / "pages" / "danger-now.md"
    page.write_text(page.read_text(encoding="utf-8") + HELD, encoding="utf-8")
    roles = "\nsign_off:\n- role: Clinician of children\n  id: clinician\n  kinds: [do_now]\n"
    with (pack / "pack.yml").open("a", encoding="utf-8") as opened:
        opened.write(roles)
    assert main(["check", str(pack), "--sign-off"]) == 0
    out, _err = capsys.readouterr()
    line = len(page.read_text(encoding="utf-8").splitlines()) - 2
    where = f"[ ] danger-now · Clinician of children · pages/danger-now.md:{line}\n    | Zebrafinch first.\n"
    assert "WORDS HELD BACK UNTIL SIGNED" in out
    assert where in out
    assert "Parts that no reader sees until they are signed: 1" in out
    assert main(["check", str(pack)]) == 0
    out, err = capsys.readouterr()
    assert f"pages/danger-now.md:{line}: note: No reader sees this part" in out
    assert "0 errors" in err
    assert main(["search", "zebrafinch", "--pack", str(pack)]) == 0
    assert "Zebrafinch" not in capsys.readouterr().out


def test_each_statement_is_printed_with_whose_word_it_is(pack: Path, capsys: Said) -> None:
    sources = (pack / "sources.yml").read_text(encoding="utf-8")
    for name, mark in (("town-guide", "local"), ("sleep-leaflet", "ours")):
        sources = sources.replace(f"- id: {name}\n", f"- id: {name}\n  mark: {mark}\n")
    (pack / "sources.yml").write_text(sources, encoding="utf-8")
    assert main(["check", str(pack), "--statements"]) == 0
    out, _err = capsys.readouterr()
    assert re.search(r"^pages/danger-now\.md:\d+: Small \(town-guide\): Notice: a child is hurt", out, re.M)
    assert ": ours (sleep-leaflet): " in out
    assert main(["check", str(pack), "--statements", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert set(rows[0]) == {"page", "path", "line", "marks", "sources", "words"}
    assert main(["check", str(pack), "--sign-off"]) == 0
    own = capsys.readouterr().out.split("WORDS WITHOUT AN OUTSIDE SOURCE")[1].split("CONTACTS TO RING")[0]
    assert "safe-sleep\n    [ ] " in own
    assert "danger-now" not in own


HAZARDS = """
- id: danger
  situation: A child is being hurt.
  page: danger-now
  contacts: [duty]
  words: [choking]
  questions: [danger emergency help now, xyzzy nothing like it]
"""


def test_the_hazard_log_says_what_answers_a_danger_and_whether_it_is_found(pack: Path, capsys: Said) -> None:
    assert main(["check", str(pack), "--hazards"]) == 0
    assert "This pack names no hazard" in capsys.readouterr().out
    (pack / "hazards.yml").write_text(HAZARDS, encoding="utf-8")
    page = pack / "pages" / "danger-now.md"
    text = page.read_text(encoding="utf-8").replace("review_by: 2090-01-01", "review_by: 2026-12-31")
    page.write_text(text, encoding="utf-8")
    assert main(["check", str(pack), "--hazards"]) == 0
    out, err = capsys.readouterr()
    assert "0 errors" in err
    for line in (
        "1 hazards, answered by 1 pages; 1 of them lack a signature",
        "2 questions: 1 find their page first, 1 in the first three",
        "danger · A child is being hurt.",
        "    page: danger-now, “A child is in danger now”",
        "    first step: 2. Tell the Duty Team on ",
        "    whom to ring: ",
        "    facts read on 2026-10-01, to be read again by 2026-12-31",
        "    to sign: nobody is named",
        "    words of danger: choking",
        "    [x] “danger emergency help now”: found first",
        "    [ ] “xyzzy nothing like it”: NOT FOUND; first is ",
    ):
        assert line in out, line
    assert main(["check", str(pack), "--hazards", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["hazard"], row["page"], [one["place"] for one in row["questions"]]) == (
        "danger",
        "danger-now",
        [1, 0],
    )


def test_a_sign_off_sheet_of_a_pack_with_errors_says_so(pack: Path, capsys: Said) -> None:
    page = min(pack.glob("pages/*.md"))
    page.write_text(page.read_text(encoding="utf-8") + "\nSee [[a-page-nobody-wrote]].\n", encoding="utf-8")
    assert main(["check", str(pack), "--sign-off"]) == 1
    out, err = capsys.readouterr()
    assert "This pack names nobody" in out
    assert "1 error" in err
