"""Whoever gets over a failure of any kind says where it was: nothing breaks without leaving its place."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.sources import PROGRAM, files, tree

BROAD = {"Exception", "BaseException"}
NOTHING_TO_LEARN = {
    "desktop/leave/faults.py": "the list itself",
    "desktop/i18n.py": "a catalogue that is missing or broken is English, and is seen at once",
    "desktop/ui/self_test.py": "its report names the failure",
}


def broad_handlers(module: ast.AST) -> Iterator[ast.ExceptHandler]:
    """Every handler that takes failures of any kind, a bare one included."""
    for node in ast.walk(module):
        if isinstance(node, ast.ExceptHandler) and (node.type is None or names(node.type) & BROAD):
            yield node


def broad_suppressions(module: ast.AST) -> Iterator[ast.Call]:
    """Every `suppress` of failures of any kind: it can tell nobody."""
    for node in ast.walk(module):
        if (
            isinstance(node, ast.Call)
            and "suppress" in names(node.func)
            and any(names(one) & BROAD for one in node.args)
        ):
            yield node


def names(node: ast.AST) -> set[str]:
    """The names that are written there, as `Exception` or `builtins.Exception`."""
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)} | {
        one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute)
    }


def raises(handler: ast.ExceptHandler) -> bool:
    """Whether it ends with a failure again, its own or a sentence for the worker."""
    return isinstance(handler.body[-1], ast.Raise)


def notes(handler: ast.ExceptHandler) -> bool:
    """Whether it hands on the very failure that it caught."""
    return any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "note"
        and "faults" in ast.unparse(node.func.value)
        and [ast.unparse(one) for one in node.args] == [handler.name]
        for node in ast.walk(handler)
    )


def unseen(module: ast.AST) -> list[int]:
    """The lines that get over failures of any kind and say nothing of them."""
    handlers = [one for one in broad_handlers(module) if not raises(one) and not notes(one)]
    return sorted(one.lineno for one in (*handlers, *broad_suppressions(module)))


def test_nothing_gets_over_a_failure_without_noting_it() -> None:
    found = {path: unseen(tree(path)) for path in files(*PROGRAM) if path not in NOTHING_TO_LEARN}
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_each_exception_is_still_needed() -> None:
    assert [name for name in NOTHING_TO_LEARN if not unseen(tree(name))] == []


def test_what_is_looked_for_is_seen() -> None:
    """The test above would also pass if it saw nothing."""
    source = (
        "try: work()\nexcept Exception: pass\n"
        "try: work()\nexcept: pass\n"
        "try: work()\nexcept (OSError, builtins.BaseException) as error: faults.note(other)\n"
        "with contextlib.suppress(Exception): work()\n"
        "try: work()\nexcept Exception as error: self._faults.note(error)\n"
        "try: work()\nexcept BaseException: raise\n"
        "try: work()\nexcept Exception as error: raise Damaged from error\n"
        "try: work()\nexcept OSError: pass\n"
    )
    assert unseen(ast.parse(source)) == [2, 4, 6, 7]


def test_only_the_tests_of_the_list_make_one_of_their_own() -> None:
    """Any other would be filled unseen: `faults` in tests/conftest.py is the one that is looked at."""
    makers = [path for path in files("tests") if makes_a_list(tree(path)) and "/bench/" not in path]
    assert makers == ["tests/conftest.py", "tests/desktop/leave/test_faults.py"]


def makes_a_list(module: ast.AST) -> bool:
    return any(isinstance(node, ast.Call) and "Faults" in names(node.func) for node in ast.walk(module))
