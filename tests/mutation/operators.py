"""The mutation operators: each makes one small change of one syntax node.

An operator is asked about every node of a statement and says what could stand instead: the node to replace
(itself, or one in it) and the new text. Texts that could stand inside a larger expression carry parentheses.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator

Change = tuple[ast.stmt | ast.expr, str]
Operator = Callable[[ast.AST], Iterator[Change]]

_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_SWAPPED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
_KEPT = (ast.Attribute, ast.Subscript)
_LIMITS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


def comparison_turned(node: ast.AST) -> Iterator[Change]:
    """A limit moves by the one value on it; every other comparison says the opposite."""
    if isinstance(node, ast.Compare):
        for number, operation in enumerate(node.ops):
            turned = copy.deepcopy(node)
            turned.ops[number] = _TURNED[type(operation)]()
            yield node, ast.unparse(turned)


def condition_negated(node: ast.AST) -> Iterator[Change]:
    """What was done when it holds is done when it does not."""
    for test in _conditions(node):
        if not _is_negated_by_another(test):
            yield test, f"not ({ast.unparse(test)})"


def negation_dropped(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node, f"({ast.unparse(node.operand)})"


def and_or_swapped(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.BoolOp):
        swapped = copy.deepcopy(node)
        swapped.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield node, f"({ast.unparse(swapped)})"


def arithmetic_swapped(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in _SWAPPED and not _is_text(node):
        swapped = copy.deepcopy(node)
        swapped.op = _SWAPPED[type(node.op)]()
        text = ast.unparse(swapped)
        yield node, f"({text})" if isinstance(node, ast.BinOp) else text


def constant_changed(node: ast.AST) -> Iterator[Change]:
    """Numbers grow by one, yes becomes no, a key gets another letter; sentences stay as they are."""
    if isinstance(node, ast.Constant):
        value = node.value
        if isinstance(value, bool):
            yield node, str(not value)
        elif isinstance(value, int | float):
            yield node, repr(value + 1)
        elif isinstance(value, str) and value and len(value.split()) == 1:
            yield node, repr(f"{value}x")


def call_dropped(node: ast.AST) -> Iterator[Change]:
    """A call that only does something is left out; one whose answer is kept answers None."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield node, "pass"
    elif isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Call):
        yield node.value, "None"


def keyword_dropped(node: ast.AST) -> Iterator[Change]:
    """The callee decides by its default."""
    if isinstance(node, ast.Call):
        for number, keyword in enumerate(node.keywords):
            if keyword.arg is not None:
                fewer = copy.deepcopy(node)
                del fewer.keywords[number]
                yield node, ast.unparse(fewer)


def return_value_dropped(node: ast.AST) -> Iterator[Change]:
    """None instead; not where that counts as the same in a condition."""
    if isinstance(node, ast.Return) and node.value is not None and not _is_falsy(node.value):
        yield node.value, "None"


def assignment_dropped(node: ast.AST) -> Iterator[Change]:
    """An attribute or an item keeps what it had. A plain name would only be missing."""
    if isinstance(node, ast.AugAssign):
        yield node, "pass"
    if isinstance(node, ast.Assign) and all(isinstance(one, _KEPT) for one in node.targets):
        yield node, "pass"


def raise_or_delete_dropped(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Raise | ast.Delete):
        yield node, "pass"


def break_continue_swapped(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Break):
        yield node, "continue"
    elif isinstance(node, ast.Continue):
        yield node, "break"


OPERATORS: dict[str, Operator] = {
    "comparison turned": comparison_turned,
    "condition negated": condition_negated,
    "negation dropped": negation_dropped,
    "and/or swapped": and_or_swapped,
    "arithmetic swapped": arithmetic_swapped,
    "constant changed": constant_changed,
    "call dropped": call_dropped,
    "keyword dropped": keyword_dropped,
    "return value dropped": return_value_dropped,
    "assignment dropped": assignment_dropped,
    "raise or delete dropped": raise_or_delete_dropped,
    "break/continue swapped": break_continue_swapped,
}


def _conditions(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        yield node.test
    elif isinstance(node, ast.comprehension):
        yield from node.ifs
    elif isinstance(node, ast.match_case) and node.guard is not None:
        yield node.guard


def _is_negated_by_another(test: ast.expr) -> bool:
    """Whether turning its comparison, or dropping its `not`, gives just the same program."""
    if isinstance(test, ast.Compare):
        return len(test.ops) == 1 and not isinstance(test.ops[0], _LIMITS)
    return isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)


def _is_text(node: ast.BinOp | ast.AugAssign) -> bool:
    """Whether an operand is plainly text, for which the other operation is not defined."""
    sides = (node.left, node.right) if isinstance(node, ast.BinOp) else (node.value,)
    return any(
        isinstance(side, ast.JoinedStr)
        or (isinstance(side, ast.Constant) and isinstance(side.value, str | bytes))
        for side in sides
    )


def _is_falsy(value: ast.expr) -> bool:
    if isinstance(value, ast.Constant):
        return not value.value
    if isinstance(value, ast.Tuple | ast.List):
        return not value.elts
    return isinstance(value, ast.Dict) and not value.keys
