"""Which statements of a source file are worth a mutant, and which nodes in them.

Left alone is what no test could tell: docstrings, annotations, imports, `__all__` and its like, what only the
type checker reads, branches for another system, and the words on the screen.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator

_OF_TYPES = {"annotation", "returns", "type_comment", "type_params"}
_WORDS = {"_", "N_", "ngettext", "gettext"}
_TYPE_MAKERS = {"TypeVar", "NewType", "ParamSpec", "cast", "assert_never"}
_UNTOUCHED = (ast.Import, ast.ImportFrom, ast.Global, ast.Nonlocal, ast.Pass, ast.ClassDef)


def statements(tree: ast.AST, platform: str = sys.platform) -> Iterator[ast.stmt]:
    """Each statement that a test could miss, in the order of the file, those inside others included."""
    for child in _inside(tree, platform):
        if isinstance(child, ast.stmt):
            if not _is_left_alone(child):
                yield child
            yield from statements(child, platform)
        elif isinstance(child, ast.ExceptHandler | ast.match_case):
            yield from statements(child, platform)


def own_nodes(statement: ast.stmt) -> Iterator[ast.AST]:
    """The statement and the expressions in it; the statements that it holds have their own turn."""
    untouched = _OF_TYPES
    if isinstance(statement, ast.FunctionDef):
        untouched = _OF_TYPES | {"decorator_list"}  # what `@cache` does is told by a clock, not by a test
    yield statement
    yield from _below(statement, untouched)


def _below(node: ast.AST, untouched: set[str]) -> Iterator[ast.AST]:
    for name, value in ast.iter_fields(node):
        if name not in untouched:
            for child in value if isinstance(value, list) else [value]:
                yield from _expressions(child)


def _expressions(node: object) -> Iterator[ast.AST]:
    if not isinstance(node, ast.AST) or isinstance(node, ast.stmt | ast.JoinedStr):
        return  # the places in an f-string differ between versions of Python
    yield node
    if not _is_of_words_or_types(node):
        yield from _below(node, _OF_TYPES)


def _inside(tree: ast.AST, platform: str) -> Iterator[ast.AST]:
    """What stands right inside, without a branch that is never taken here."""
    dead = _dead_branch(tree, platform) if isinstance(tree, ast.If) else ""
    for name, value in ast.iter_fields(tree):
        if name != dead and isinstance(value, list):
            yield from (child for child in value if isinstance(child, ast.AST))


def _dead_branch(choice: ast.If, platform: str) -> str:
    """The name of the branch that only the type checker or another system reads, or nothing."""
    test = choice.test
    if ast.unparse(test).rpartition(".")[2] == "TYPE_CHECKING":
        return "body"
    if isinstance(test, ast.Compare) and ast.unparse(test.left) == "sys.platform" and len(test.ops) == 1:
        operation, other = test.ops[0], test.comparators[0]
        if isinstance(operation, ast.Eq | ast.NotEq) and isinstance(other, ast.Constant):
            holds = (other.value == platform) == isinstance(operation, ast.Eq)
            return "orelse" if holds else "body"
    return ""


def _is_left_alone(statement: ast.stmt) -> bool:
    if isinstance(statement, _UNTOUCHED):
        return True
    if isinstance(statement, ast.If):
        return ast.unparse(statement.test).rpartition(".")[2] == "TYPE_CHECKING"
    if isinstance(statement, ast.Assign | ast.AnnAssign):
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        if any(isinstance(one, ast.Name) and one.id.startswith("__") for one in targets):
            return True
    value = getattr(statement, "value", None)
    if isinstance(value, ast.Call):
        return _name_of(value.func) in _TYPE_MAKERS
    return isinstance(statement, ast.Expr) and isinstance(value, ast.Constant)


def _is_of_words_or_types(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        return _name_of(node.func) in _WORDS | _TYPE_MAKERS
    return isinstance(node, ast.Subscript) and _name_of(node.value) == "Literal"


def _name_of(node: ast.expr) -> str:
    return ast.unparse(node).rpartition(".")[2]
