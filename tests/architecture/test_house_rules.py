"""The habits that keep the house easy to find one's way in, file by file."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from statistics import median

import pytest

from tests.architecture import sources

MOST_LINES_OF_A_FILE = 400
MEDIAN_LINES_OF_A_FILE = 100
MOST_LINES_OF_A_FUNCTION = 50
SAYS_NOTHING = {"utils", "util", "common", "misc", "helpers", "helper", "manager", "managers"}
ALL_FILES = sources.files(*sources.PROGRAM, *sources.TOOLS, "tests")
OWN_FILES = sources.files(*sources.PROGRAM, *sources.TOOLS)
PROGRAM_FILES = sources.files(*sources.PROGRAM)
BY_TEXT = {"import_module", "__import__"}

# Tests lie in folders named like our packages, and packaging/ is named like one that PyInstaller needs:
# an __init__.py in any of them would hide the real one.
NOT_A_PACKAGE = ("packaging", "tests", "dev_tasks")

# A word on the same line says why a rule is set aside there; lines right below it share the reason
EXCUSE = re.compile(r"#\s*(?:noqa(?::\s*[A-Z0-9, ]+)?|type:\s*ignore(?:\[[^\]]*\])?)(?P<reason>.*)$")


def offenders(files: Iterable[str], offends: Callable[[str], object]) -> list[str]:
    """The files of which this is true, so that one run shows all there is to mend."""
    return [path for path in files if offends(path)]


def test_every_file_can_be_read_in_one_go() -> None:
    def too_long(path: str) -> bool:
        return len(sources.text(path).splitlines()) > MOST_LINES_OF_A_FILE

    assert offenders(ALL_FILES, too_long) == []


def test_the_files_of_the_program_are_small() -> None:
    assert median(len(sources.text(path).splitlines()) for path in PROGRAM_FILES) < MEDIAN_LINES_OF_A_FILE


def test_every_function_fits_on_a_screen() -> None:
    def too_long(path: str) -> list[str]:
        functions = [node for node in ast.walk(sources.tree(path)) if isinstance(node, ast.FunctionDef)]
        return [f.name for f in functions if (f.end_lineno or 0) - f.lineno >= MOST_LINES_OF_A_FUNCTION]

    assert offenders(OWN_FILES, too_long) == []


def test_every_module_is_named_for_what_it_holds() -> None:
    assert offenders(ALL_FILES, lambda path: SAYS_NOTHING.intersection(re.split(r"[/_.]", path))) == []


def test_every_module_says_what_it_is_for() -> None:
    assert offenders(OWN_FILES, lambda path: not ast.get_docstring(sources.tree(path))) == []


def bare_excuses(lines: list[str]) -> Iterator[str]:
    """The first line of each run of excuses that gives no reason."""
    run_goes_on = False
    for line in lines:
        excuse = EXCUSE.search(line)
        if excuse and not run_goes_on and not excuse["reason"].strip(" #"):
            yield line
        run_goes_on = excuse is not None


def test_a_rule_is_set_aside_only_with_a_reason() -> None:
    assert offenders(ALL_FILES, lambda path: list(bare_excuses(sources.text(path).splitlines()))) == []


def test_no_words_are_taken_from_docstrings() -> None:
    """The bundle leaves docstrings out: what a worker reads must not stand there."""

    def takes(path: str) -> set[str]:
        names = {getattr(node, "attr", getattr(node, "id", "")) for node in ast.walk(sources.tree(path))}
        return names.intersection({"__doc__", "getdoc"})

    assert offenders(PROGRAM_FILES, takes) == []


def test_no_promise_hangs_on_an_assert() -> None:
    """The bundle leaves asserts out, too: only those that tell the type checker something may stand."""

    def hangs(path: str) -> list[ast.Assert]:
        asserts = [node for node in ast.walk(sources.tree(path)) if isinstance(node, ast.Assert)]
        telling = [node for node in asserts if not ast.unparse(node.test).startswith("isinstance(")]
        return [node for node in telling if "is not None" not in ast.unparse(node.test)]

    assert offenders(PROGRAM_FILES, hangs) == []


def test_no_code_starts_a_drag() -> None:
    """While a drag goes on, Qt gives keys to nobody, and leaving would not be heard."""

    def drags(path: str) -> bool:
        imported = {name.rpartition(".")[2] for _line, name in sources.imports(path)}
        return "QDrag" in imported or "startDrag(" in sources.text(path)

    assert offenders(sources.files("desktop"), drags) == []


def test_nothing_is_imported_by_a_name_that_no_linter_sees() -> None:
    def imports_by_text(path: str) -> bool:
        calls = [node for node in ast.walk(sources.tree(path)) if isinstance(node, ast.Call)]
        return any(ast.unparse(call.func).rpartition(".")[2] in BY_TEXT for call in calls)

    assert offenders(PROGRAM_FILES, imports_by_text) == []


@pytest.mark.parametrize("folder", NOT_A_PACKAGE)
def test_some_folders_are_no_packages(folder: str) -> None:
    assert not list((sources.ROOT / folder).rglob("__init__.py"))


def test_scripts_of_the_packaging_hide_no_other_module() -> None:
    """A script's folder comes first on the path: packaging/platform.py would be taken for Python's own."""
    own = ("bundle", "shots")
    assert (
        offenders(sources.files("packaging"), lambda path: not path.rpartition("/")[2].startswith(own)) == []
    )
