"""Tests are asked from the nearest to the farthest, each file once."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest

from tests.mutation.nearest import stages

FILES = {
    "desktop/ui/page/test_marks.py": "",
    "desktop/ui/page/test_marks_far.py": "",
    "desktop/ui/page/test_marksmen.py": "",
    "desktop/ui/page/test_view.py": "",
    "desktop/ui/search/test_hits.py": "from desktop.ui.page import (\n    view,\n    marks,\n)",
    "desktop/ui/test_window.py": "from desktop.ui.page.marks import Mark",
    "desktop/test_dates.py": "from desktop.ui.page.marks_far import Mark",
    "index/test_build.py": "",
    "content/test_model.py": "",
    "journeys/test_leave.py": "from desktop.ui.page.marks import Mark",
    "architecture/test_rooms.py": "",
    "mutation/test_mutants.py": "",
    "desktop/ui/page/conftest.py": "",
}


@pytest.fixture
def tests(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / "tests" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "tests" / name).write_text(text, "utf-8")
    return tmp_path / "tests"


def asked(file: str, tests: Path) -> list[list[str]]:
    return [[one.removeprefix("tests/") for one in stage] for stage in stages(file, tests)]


def test_first_its_own_then_its_room_its_floor_and_the_journeys(tests: Path) -> None:
    assert asked("desktop/ui/page/marks.py", tests) == [
        ["desktop/ui/page/test_marks.py", "desktop/ui/page/test_marks_far.py"],
        ["desktop/ui/search/test_hits.py", "desktop/ui/test_window.py"],
        ["desktop/ui/page/test_marksmen.py", "desktop/ui/page/test_view.py"],
        ["desktop/test_dates.py"],
        ["journeys/test_leave.py"],
    ]


def test_a_room_without_tests_falls_back_to_the_next_folder(tests: Path) -> None:
    assert asked("desktop/ui/panels/help.py", tests)[0] == [
        *(f"desktop/ui/page/test_{name}.py" for name in ("marks", "marks_far", "marksmen", "view")),
        "desktop/ui/search/test_hits.py",
        "desktop/ui/test_window.py",
    ]


def test_what_stands_above_is_asked_too(tests: Path) -> None:
    by_floor = [stage[0].partition("/")[0] for stage in asked("content/reading/parser.py", tests)]
    assert by_floor == ["content", "index", "desktop", "journeys"]
    assert "content/test_model.py" not in chain(*asked("index/build.py", tests))


def test_no_file_is_asked_twice_and_lints_are_not_asked(tests: Path) -> None:
    assert sorted(chain(*asked("content/model.py", tests))) == sorted(
        name
        for name in FILES
        if name.partition("/")[0] not in ("architecture", "mutation") and "conftest" not in name
    )
