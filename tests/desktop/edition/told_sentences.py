"""What the program tells a person when something fails, gathered from the code as it stands."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[3]
TOOLS = {"index/evaluation/evaluate.py", "index/evaluation/qrels.py"}
"""For those who measure search; a worker never meets their sentences."""
_READERS = ("parser", "yaml_nodes", "yaml_mistakes", "link", "line_looks", "word_guard", "pages")
FINDINGS = {f"content/reading/{name}.py" for name in (*_READERS, "broken_letters", "web_address")}
"""For authors: the check shows these beside the file and the line that they are about."""


@cache
def told() -> list[tuple[str, str]]:
    """Every whole sentence that is raised, handed on, printed as an error or shown in the notice line."""
    files = [path for folder in ("content", "index", "desktop") for path in _files(folder)]
    return [
        (name, words)
        for name, path in ((path.relative_to(ROOT).as_posix(), path) for path in files)
        if name not in TOOLS | FINDINGS
        for words in dict.fromkeys(_sentences(ast.parse(path.read_text("utf-8")), "/ui/" not in name))
        if " " in words and words.endswith((".", "{url}", "{memory}"))
    ]


def template(words: str) -> str:
    """The words with each blank alike."""
    return re.sub(r"\{[^}]*\}", "{}", words)


def _files(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def _sentences(tree: ast.AST, handed_on: bool) -> Iterator[str]:
    named: dict[str, list[ast.AST]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and _is_words(node.value):
            named.setdefault(node.targets[0].id, []).append(node.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) or _says(node) or (handed_on and isinstance(node, ast.Return)):
            yield from _texts(node)
            names = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
            for value in (value for name in names for value in named.get(name, ())):
                yield from _texts(value)


def _is_words(value: ast.expr) -> bool:
    """Whether words are given a name here, as they are or through `_` or `plural`."""
    if not isinstance(value, ast.Call):
        return True
    made = value.func.value if isinstance(value.func, ast.Attribute) else value
    return isinstance(made, ast.Call) and isinstance(made.func, ast.Name) and made.func.id in ("_", "plural")


def _says(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    to_errors = any(word.arg == "file" for word in node.keywords)
    return to_errors or (isinstance(node.func, ast.Attribute) and node.func.attr == "say")


def _texts(node: ast.AST) -> Iterator[str]:
    inside = {id(part) for one in ast.walk(node) if isinstance(one, ast.JoinedStr) for part in one.values}
    for one in ast.walk(node):
        if isinstance(one, ast.JoinedStr):
            yield "".join(_part(part) for part in one.values)
        elif isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in inside:
            yield one.value


def _part(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "{}"
