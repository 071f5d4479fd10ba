"""docs/performance.md is what the command writes: every figure in it comes from the data of a run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bench.peers.document import COMMAND, document
from tests.bench.peers.measures import MEASURES, START, USS
from tests.bench.peers.programs import MINIMAL, PROGRAMS
from tests.bench.peers.results import Collected, Report

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "performance.md"


def made() -> Report:
    collected = Collected()
    for seconds in (200.0, 220.0, 240.04):
        collected.add((START.name, MINIMAL, 60), seconds)
        collected.add((START.name, PROGRAMS[0].name, 60), seconds * 2)
    collected.add((START.name, PROGRAMS[0].name, 9_000), 1_234.0)
    return Report({"Date": "2026-11-25"}, ["Zeal is not installed."], collected.figures())


def test_the_document_stands_as_the_command_writes_it() -> None:
    told = json.loads(DOCUMENT.with_suffix(".json").read_text("utf-8"))
    assert DOCUMENT.read_text("utf-8") == document(Report.from_json(told))


def test_it_says_which_command_wrote_it_and_what_was_left_out() -> None:
    text = document(made())
    assert f"Written by `{COMMAND}`" in text.split("\n\n")[1]
    assert "| Date | 2026-11-25 |" in text
    assert "- Zeal is not installed." in text


def test_a_table_has_medians_limits_and_ratios_to_the_minimal_window() -> None:
    text = document(made())
    assert "|  | 60 pages | 9,000 pages |" in text
    assert f"| {PROGRAMS[0].name} | 440 (400–480), n 3, ×2.00 | 1,234 (1,234–1,234), n 1 |" in text
    assert f"| {MINIMAL} | 220 (200–240), n 3 |  |" in text


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
def test_every_measure_has_its_heading(measure) -> None:
    assert f"\n## {measure.name}, {measure.unit}\n" in document(made())


def test_what_was_not_measured_is_said() -> None:
    after = document(made()).partition(f"## {USS.name}")[2]
    assert after.split("\n\n")[1] == "Not measured in this run."


def test_data_of_a_run_comes_back_whole() -> None:
    report = made()
    assert Report.from_json(json.loads(json.dumps(report.as_json()))) == report


def test_each_program_that_is_not_python_says_what_to_install() -> None:
    named = [program for program in PROGRAMS if program.needs]
    assert {"Qt Assistant", "Zeal", "Kiwix"} == {program.name for program in named}
    assert all(program.packages for program in named)
