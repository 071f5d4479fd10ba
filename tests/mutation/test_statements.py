"""What is left alone: no test could tell it from the program as it is."""

from __future__ import annotations

import ast

import pytest

from tests.mutation.statements import own_nodes, statements


def lines_of(source: str, platform: str = "linux") -> list[int]:
    return [one.lineno for one in statements(ast.parse(source), platform)]


def constants_in(source: str) -> list[object]:
    """All constants that an operator is asked about."""
    nodes = [node for one in statements(ast.parse(source)) for node in own_nodes(one)]
    return [node.value for node in nodes if isinstance(node, ast.Constant)]


@pytest.mark.parametrize(
    "source",
    [
        '"""Words."""',
        'class A:\n    """Words."""',
        "import a\nfrom a import b",
        "__all__ = ['a']",
        "__slots__: tuple[str, ...] = ('a',)",
        "T = TypeVar('T', bound=int)",
        "typing.assert_never(a)",
        "if TYPE_CHECKING:\n    x = 1",
        "if typing.TYPE_CHECKING:\n    x = 1",
        "class A(Protocol):\n    ...",
    ],
)
def test_these_are_no_statements_to_change(source: str) -> None:
    assert lines_of(source) == []


def test_every_other_statement_has_its_turn_once() -> None:
    source = """
class A:
    a = 1
    def f(self):
        try:
            b()
        except E:
            c()
        else:
            d()
        finally:
            e()
        with f() as g:
            h()
        match i:
            case 1:
                j()
        return k
async def l():
    m()
"""
    assert lines_of(source) == [3, 4, 5, 6, 8, 10, 12, 13, 14, 15, 17, 18, 19, 20]


@pytest.mark.parametrize(
    ("test", "taken", "not_taken"),
    [
        ("sys.platform == 'win32'", "win32", "linux"),
        ("sys.platform != 'win32'", "linux", "win32"),
    ],
)
def test_a_branch_for_another_system_is_left_alone(test: str, taken: str, not_taken: str) -> None:
    source = f"if {test}:\n    a()\nelse:\n    b()"
    assert lines_of(source, taken) == [1, 2]
    assert lines_of(source, not_taken) == [1, 4]


def test_what_is_no_type_checking_is_kept() -> None:
    assert lines_of("if TYPE_CHECKING:\n    a()\nelse:\n    b()") == [4]


@pytest.mark.parametrize(
    "source",
    [
        "x: Literal['a']",
        "def f(a: 'A', *, b: 'B') -> 'C': ...",
        "@cache(1)\ndef f(): ...",
        "x = Literal['a', 'b']",
        "x = _('a'), ngettext('a', 'b', n)",
        "x = f(cast('A', y))",
        "x = f'{a[1]}'",
    ],
)
def test_types_and_words_are_left_alone(source: str) -> None:
    assert [one for one in constants_in(source) if one is not ...] == []


def test_each_constant_belongs_to_one_statement() -> None:
    source = "if a == 1:\n    x = 2\nelif a == 3:\n    x = [lambda y=4: 5 for z in b if z > 6]"
    assert constants_in(source) == [1, 2, 3, 4, 5, 6]


def test_what_a_handler_catches_and_a_case_matches_is_of_the_statement_around() -> None:
    assert constants_in("try:\n    a()\nexcept E[1]:\n    x = 2") == [1, 2]
    assert constants_in("match a:\n    case 1 if b == 2:\n        x = 3") == [1, 2, 3]
