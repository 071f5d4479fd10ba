"""What is counted on a page, and that pages which are read in a hurry can be read in a hurry."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import syllapy

from content.blocks import Block
from content.checks.readability import (
    GRADE,
    READ_IN_A_HURRY,
    PageReadability,
    flesch_kincaid,
    page_readability,
    readability,
    too_hard,
)
from content.model import PackInfo, Page, PageHead
from content.reading.diagnostics import Diagnostics
from content.reading.markdown import MarkdownReader
from content.reading.read import read_pack

ROOT = Path(__file__).parents[3]
LEEDS = ROOT / "content" / "leeds"
SMALL = ROOT / "tests" / "packs" / "small"
SCRIPT = ROOT / "dev_tasks" / "readability.py"
HARD = (
    "Practitioners operationalising multidisciplinary safeguarding responsibilities necessarily "
    "demonstrate considerable interdisciplinary professional curiosity."
)


def blocks(text: str) -> tuple[Block, ...]:
    return MarkdownReader("pages/x.md", "x", Diagnostics()).blocks(text, 1)


def counted(text: str, kind: str = "do_now") -> PageReadability:
    day = date(2026, 11, 23)
    head = PageHead("x", "X", kind, (), (), (), (), day, day, "Nobody")
    return page_readability(Page(head, blocks(text), (), ()), syllapy.count)


@pytest.mark.parametrize(
    ("text", "words", "sentences", "longest"),
    [
        ("Stay calm. Ring your lead today.", 6, 2, 4),
        ("- ring\n- write it down", 4, 2, 3),
        ("- [ ] ring\n- [ ] write it down", 4, 2, 3),
        ("1. Ring **now**.\n\n   Then wait.", 4, 2, 2),
        ("### A heading counts nothing\n\nWait.", 1, 1, 1),
        ("| sign | may mean |\n|---|---|\n| thin | not fed |", 3, 2, 2),
        ("::: warning\nStop now.\n:::", 2, 1, 2),
        ("Ring {contact:duty}.", 2, 1, 2),
        ("{contact:duty}", 0, 0, 0),
        ("Mum's self-care doesn’t count as two.", 6, 1, 6),
        ("“Are you safe?” Ask.", 4, 2, 3),
        ("", 0, 0, 0),
    ],
)
def test_words_and_sentences_are_counted_as_they_are_read(
    text: str, words: int, sentences: int, longest: int
) -> None:
    row = counted(text)
    assert (row.words, row.sentences, row.longest_words) == (words, sentences, longest)
    assert row.mean_words == (words / sentences if sentences else 0)


def test_the_longest_sentence_is_told() -> None:
    assert counted("Wait. Ring your lead today, please. Go.").longest == "Ring your lead today, please."


def test_the_grade_is_flesch_kincaids() -> None:
    assert flesch_kincaid(100, 5, 150) == pytest.approx(0.39 * 20 + 11.8 * 1.5 - 15.59)
    assert flesch_kincaid(0, 0, 0) == 0
    assert counted("The cat sat on the mat.").grade == pytest.approx(-1.45)
    assert counted("Ring 999 now.").grade == flesch_kincaid(3, 1, 3)  # a numeral is said, too


def test_only_pages_that_are_read_in_a_hurry_can_be_too_hard() -> None:
    assert counted(HARD).grade > GRADE
    assert {kind for kind in (*READ_IN_A_HURRY, "national_theme") if too_hard(counted(HARD, kind))} == set(
        READ_IN_A_HURRY
    )
    assert not too_hard(counted("Ring now."))


@cache
def leeds() -> tuple[PackInfo, dict[str, PageReadability]]:
    library = read_pack(LEEDS).library
    assert library is not None
    return library.info, {row.page: row for row in readability(library, syllapy.count)}


@pytest.mark.parametrize("page", sorted(path.stem for path in LEEDS.glob("pages/*.md")))
def test_a_page_of_leeds_is_plain_or_says_why_not(page: str) -> None:
    info, rows = leeds()
    row, reason = rows[page], dict(info.readability_exceptions).get(page, "")
    assert too_hard(row) == bool(reason), f"grade {row.grade:.1f}; the longest sentence: {row.longest}"


def report(*argv: str, code: str = "pass") -> subprocess.CompletedProcess[str]:
    run = f"import runpy, sys; {code}; runpy.run_path({str(SCRIPT)!r}, run_name='__main__')"
    return subprocess.run(
        [sys.executable, "-c", run, *argv],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.slow
def test_the_report_has_a_line_for_each_page() -> None:
    done = report()
    assert (done.returncode, done.stderr) == (0, "")
    _info, rows = leeds()
    for page, row in rows.items():
        assert re.search(rf"^{page} +{row.kind} +{row.words} .* {row.grade:.1f}$", done.stdout, re.MULTILINE)


def test_the_report_asks_for_a_reason_and_shows_it(pack) -> None:
    pack.edit("pages/safe-sleep.md", "\n## ", f"\n{(HARD + ' ') * 20}\n\n## ")
    done = report(str(pack.folder))
    assert done.returncode == 1
    assert done.stderr == "Above grade 9 without a reason: safe-sleep.\n"
    pack.append("pack.yml", "readability_exceptions:\n  safe-sleep: A test needs it.\n")
    done = report(str(pack.folder))
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"^safe-sleep .* A test needs it\.$", done.stdout, re.MULTILINE)


@pytest.mark.parametrize(
    ("folder", "code", "sentence"),
    [
        (SMALL, "sys.modules['syllapy'] = None", "“./dev readability” installs it."),
        (SMALL / "pages", "pass", "choose the folder that holds pack.yml."),
    ],
)
def test_whatever_is_missing_is_one_sentence(folder: Path, code: str, sentence: str) -> None:
    done = report(str(folder), code=code)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(f"{sentence}\n")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("row", "rule"),
    [("  nowhere: Because.", "unresolved-page"), ("  safe-sleep:", "missing-field")],
)
def test_an_exception_names_a_page_and_a_reason(pack, row: str, rule: str) -> None:
    pack.append("pack.yml", f"readability_exceptions:\n{row}\n")
    line = pack.line_of("pack.yml", row)
    assert [(one.path, one.line, one.rule) for one in pack.check()] == [("pack.yml", line, rule)]
