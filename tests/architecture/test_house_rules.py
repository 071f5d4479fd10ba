"""The habits that keep the house easy to find one's way in, file by file."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture import sources

MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 50
SAYS_NOTHING = {"utils", "util", "common", "misc", "helpers", "helper", "manager", "managers"}
ALL_FILES = sources.files(*sources.PROGRAM, *sources.TOOLS, "tests")
OWN_FILES = sources.files(*sources.PROGRAM, *sources.TOOLS)

# Tests lie in folders named like our packages, and packaging/ is named like one that PyInstaller needs:
# an __init__.py in any of them would hide the real one.
NOT_A_PACKAGE = ("packaging", "tests", "dev_tasks")

# A word on the same line says why a rule is set aside there; lines right below it share the reason
EXCUSE = re.compile(r"#\s*(?:noqa(?::\s*[A-Z0-9, ]+)?|type:\s*ignore(?:\[[^\]]*\])?)(?P<reason>.*)$")


@pytest.mark.parametrize("path", ALL_FILES)
def test_a_file_can_be_read_in_one_go(path: str) -> None:
    assert len(sources.text(path).splitlines()) <= MOST_LINES_OF_A_FILE


@pytest.mark.parametrize("path", OWN_FILES)
def test_a_function_fits_on_a_screen(path: str) -> None:
    functions = [node for node in ast.walk(sources.tree(path)) if isinstance(node, ast.FunctionDef)]
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno >= MOST_LINES_OF_A_FUNCTION] == []


@pytest.mark.parametrize("path", ALL_FILES)
def test_a_module_is_named_for_what_it_holds(path: str) -> None:
    assert not SAYS_NOTHING.intersection(re.split(r"[/_.]", path))


@pytest.mark.parametrize("path", OWN_FILES)
def test_a_module_says_what_it_is_for(path: str) -> None:
    assert ast.get_docstring(sources.tree(path))


def bare_excuses(lines: list[str]) -> Iterator[str]:
    """The first line of each run of excuses that gives no reason."""
    run_goes_on = False
    for line in lines:
        excuse = EXCUSE.search(line)
        if excuse and not run_goes_on and not excuse["reason"].strip(" #"):
            yield line
        run_goes_on = excuse is not None


@pytest.mark.parametrize("path", ALL_FILES)
def test_a_rule_is_set_aside_only_with_a_reason(path: str) -> None:
    assert list(bare_excuses(sources.text(path).splitlines())) == []


@pytest.mark.parametrize("path", sources.files(*sources.PROGRAM))
def test_no_words_are_taken_from_docstrings(path: str) -> None:
    """The bundle leaves docstrings out: what a worker reads must not stand there."""
    names = {getattr(node, "attr", getattr(node, "id", "")) for node in ast.walk(sources.tree(path))}
    assert not names.intersection({"__doc__", "getdoc"})


@pytest.mark.parametrize("path", sources.files(*sources.PROGRAM))
def test_no_promise_hangs_on_an_assert(path: str) -> None:
    """The bundle leaves asserts out, too: only those that tell the type checker something may stand."""
    asserts = [node for node in ast.walk(sources.tree(path)) if isinstance(node, ast.Assert)]
    telling = [node for node in asserts if not ast.unparse(node.test).startswith("isinstance(")]
    assert [node.lineno for node in telling if "is not None" not in ast.unparse(node.test)] == []


@pytest.mark.parametrize("folder", NOT_A_PACKAGE)
def test_some_folders_are_no_packages(folder: str) -> None:
    assert not list((sources.ROOT / folder).rglob("__init__.py"))


@pytest.mark.parametrize("path", sources.files("packaging"))
def test_scripts_of_the_packaging_hide_no_other_module(path: str) -> None:
    """A script's folder comes first on the path: packaging/platform.py would be taken for Python's own."""
    assert path.rpartition("/")[2].startswith(("bundle", "shots"))
