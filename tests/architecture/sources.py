"""The source as it lies in the checkout: read as text and as syntax trees, never imported."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ("content", "index", "desktop")
TOOLS = ("dev.py", "dev_tasks", "packaging")


def files(*places: str) -> list[str]:
    """Every Python file below these places, as paths from the root (they serve as test ids)."""
    found: list[Path] = []
    for place in places:
        path = ROOT / place
        found += [path] if path.is_file() else path.rglob("*.py")
    return sorted(file.relative_to(ROOT).as_posix() for file in found if "__pycache__" not in file.parts)


def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def tree(path: str) -> ast.Module:
    return ast.parse(text(path), path)


def module_name(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def imports(path: str) -> Iterator[tuple[int, str]]:
    """Line and full name of all that a module imports, wherever in it: `from a import b` gives a and a.b."""
    package = module_name(path) if path.endswith("__init__.py") else module_name(path).rpartition(".")[0]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.stmt | ast.expr):
            yield from ((node.lineno, name) for name in _names(node, package))


def _names(node: ast.AST, package: str) -> Iterable[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
        base = ".".join([*above, *([node.module] if node.module else [])])
        return [base, *(f"{base}.{alias.name}" for alias in node.names)]
    if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in (
        "import_module",
        "__import__",
    ):
        return [
            word.value
            for word in node.args[:1]
            if isinstance(word, ast.Constant) and isinstance(word.value, str)
        ]
    return []


def is_or_is_in(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")
