"""Each mutation operator on a line of its own: what is made of it, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.mutation.drawing import is_another_program, mutants_by_statement
from tests.mutation.operators import OPERATORS

MADE = [
    ("comparison turned", "x = a < b", ["x = a <= b"]),
    ("comparison turned", "x = a >= b", ["x = a > b"]),
    ("comparison turned", "x = a == b", ["x = a != b"]),
    ("comparison turned", "x = a is not b", ["x = a is b"]),
    ("comparison turned", "x = (a or b) not in c", ["x = (a or b) in c"]),
    ("comparison turned", "x = 0 < a <= b", ["x = 0 <= a <= b", "x = 0 < a < b"]),
    ("condition negated", "if a or b: pass", ["if not (a or b): pass"]),
    ("condition negated", "while a < b: pass", ["while not (a < b): pass"]),
    ("condition negated", "x = a if f(b) else c", ["x = a if not (f(b)) else c"]),
    ("condition negated", "x = [a for a in b if a]", ["x = [a for a in b if not (a)]"]),
    ("condition negated", "if a == b: pass", []),
    ("condition negated", "if a == b == c: pass", ["if not (a == b == c): pass"]),
    ("condition negated", "if not a: pass", []),
    ("negation dropped", "if not a: pass", ["if (a): pass"]),
    ("negation dropped", "x = b and not (a or c)", ["x = b and (a or c)"]),
    ("and/or swapped", "x = c == (a and b)", ["x = c == ((a or b))"]),
    ("and/or swapped", "if a or b or c: pass", ["if (a and b and c): pass"]),
    ("arithmetic swapped", "x = a + b * c", ["x = (a - b * c)", "x = a + (b / c)"]),
    ("arithmetic swapped", "x = a // b", ["x = (a * b)"]),
    ("arithmetic swapped", "x -= 1", ["x += 1"]),
    ("arithmetic swapped", "x = a + 'words'", []),
    ("arithmetic swapped", "x = f'{a}' + b", []),
    (
        "constant changed",
        "x = [7, 2.5, True]",
        ["x = [8, 2.5, True]", "x = [7, 3.5, True]", "x = [7, 2.5, False]"],
    ),
    ("constant changed", "x = a['key']", ["x = a['keyx']"]),
    ("constant changed", "x = 'é', 1", ["x = 'éx', 1", "x = 'é', 2"]),
    ("constant changed", "x = 'a sentence', '', None, b'b'", []),
    ("constant changed", "def f(a=3): pass", ["def f(a=4): pass"]),
    ("call dropped", "f(a)", ["pass"]),
    ("call dropped", "x = f(a)", ["x = None"]),
    ("call dropped", "x: int = f(a)", ["x: int = None"]),
    ("call dropped", "x = [f(a)]", []),
    ("keyword dropped", "f(a, b=1, **c)", ["f(a, **c)"]),
    ("return value dropped", "def f(): return a", ["def f(): return None"]),
    ("return value dropped", "def f(): return False", []),
    ("return value dropped", "def f(): return ()", []),
    ("return value dropped", "def f(): return {}", []),
    ("return value dropped", "def f(): return", []),
    ("assignment dropped", "a.b = c", ["pass"]),
    ("assignment dropped", "a[0] = c", ["pass"]),
    ("assignment dropped", "a.b = d = c", []),
    ("assignment dropped", "a += c", ["pass"]),
    ("raise or delete dropped", "raise a", ["pass"]),
    ("raise or delete dropped", "del a[0]", ["pass"]),
    ("break/continue swapped", "for a in b: break", ["for a in b: continue"]),
    ("break/continue swapped", "for a in b: continue", ["for a in b: break"]),
]


def made_by(operator: str, source: str) -> list[str]:
    found = [one for mutants in mutants_by_statement("one.py", source) for one in mutants.get(operator, [])]
    assert all(is_another_program(source, mutant) for mutant in found)
    return [mutant.made_from(source) for mutant in found]


@pytest.mark.parametrize(
    ("operator", "source", "changed"), MADE, ids=lambda one: one if isinstance(one, str) else ""
)
def test_an_operator_makes_one_small_change(operator: str, source: str, changed: list[str]) -> None:
    assert made_by(operator, source) == changed


def test_each_operator_stands_in_the_table() -> None:
    assert {operator for operator, _, changed in MADE if changed} == OPERATORS.keys()


def test_what_stands_over_several_lines_is_changed_whole() -> None:
    source = "x = (\n    # why\n    a\n    < b  # limit\n)\ny = 1\n"
    assert made_by("comparison turned", source) == ["x = (\n    # why\n    a <= b  # limit\n)\ny = 1\n"]


def test_line_ends_of_windows_stay() -> None:
    assert made_by("call dropped", "a = 1\r\nf(a)\r\n") == ["a = 1\r\npass\r\n"]
