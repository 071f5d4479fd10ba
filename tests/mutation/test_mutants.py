"""The table of mutants fits the code as it stands; `python -m tests.mutation` tries them."""

from __future__ import annotations

import ast
from collections import Counter

import pytest

from tests.mutation.mutants import ALL, MUTANTS, ROOT, Mutant


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda one: one.name)
def test_each_mutant_changes_one_place_and_still_is_python(mutant: Mutant) -> None:
    source = (ROOT / mutant.file).read_text("utf-8")
    changed = mutant.made_from(source)
    assert ast.dump(ast.parse(changed)) != ast.dump(ast.parse(source))


def test_no_mutant_stands_twice() -> None:
    assert [one for one, times in Counter((m.file, m.old, m.new) for m in MUTANTS).items() if times > 1] == []


@pytest.mark.parametrize("file", sorted({file for mutant in MUTANTS for file in mutant.tests} | set(ALL)))
def test_the_tests_that_shall_notice_are_there(file: str) -> None:
    assert (ROOT / file).is_file()


def test_each_step_of_leaving_has_its_mutant() -> None:
    """Read from the source; a test of the journeys holds that these are `LeaveSteps.names`."""
    source = (ROOT / "desktop/ui/control/leaving.py").read_text("utf-8")
    names = [
        ("" if ast.unparse(node.func) == "Step" else "forget ") + node.args[0].value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("Step", "forget")
        and isinstance(node.args[0], ast.Constant)
    ]
    assert len(names) > 15
    assert {f"step: {name}" for name in names} == {
        one.name for one in MUTANTS if one.name.startswith("step: ")
    }
