"""Draws mutants over the whole program: each statement has the same chance, then each operator that fits."""

from __future__ import annotations

import ast
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.mutation.operators import OPERATORS
from tests.mutation.statements import own_nodes, statements


@dataclass(frozen=True, slots=True)
class DrawnMutant:
    """One small change of one file. `start` and `end` count bytes of UTF-8, as the syntax tree does."""

    file: str
    line: int
    operator: str
    start: int
    end: int
    old: str
    new: str

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}"

    @property
    def change(self) -> str:
        """On one line: what was done, to what."""
        old, new = (" ".join(text.split()) for text in (self.old, self.new))
        return f"{self.operator}: {old} -> {new}"

    def made_from(self, source: str) -> str:
        """The file with the change. ValueError if the file is another one."""
        encoded = source.encode()
        if encoded[self.start : self.end] != self.old.encode():
            raise ValueError(f"{self.place} does not read: {self.old}")
        return (encoded[: self.start] + self.new.encode() + encoded[self.end :]).decode()


def draw(root: Path, folders: Iterable[str], count: int, seed: int) -> list[DrawnMutant]:
    """As many mutants as asked for, of different statements, in the order drawn; the seed decides all of it.

    FileNotFoundError if a folder is not there.
    """
    choice = random.Random(seed)
    sources = {file: read(root / file) for file in sorted(source_files(root, folders))}
    every = [mutants for file, source in sources.items() for mutants in mutants_by_statement(file, source)]
    drawn: list[DrawnMutant] = []
    for mutants in choice.sample(every, len(every)):
        if len(drawn) == count:
            break
        mutant = choice.choice(mutants[choice.choice(sorted(mutants))])
        if is_another_program(sources[mutant.file], mutant):
            drawn.append(mutant)
    return drawn


def source_files(root: Path, folders: Iterable[str]) -> Iterator[str]:
    """The modules below these folders, as paths from the root; a folder may be a file, too."""
    for folder in folders:
        path = root / folder
        if not path.exists():
            raise FileNotFoundError(f"There is no {folder} to draw from.")
        for file in [path] if path.is_file() else path.rglob("*.py"):
            yield file.relative_to(root).as_posix()


def read(file: Path) -> str:
    """The text with its line ends as they are, so that places in it count right."""
    return file.read_bytes().decode()


def mutants_by_statement(file: str, source: str) -> Iterator[dict[str, list[DrawnMutant]]]:
    """For each statement that has any: operator -> mutants."""
    line_starts = [0]
    for line in source.encode().splitlines(keepends=True):
        line_starts.append(line_starts[-1] + len(line))
    for statement in statements(ast.parse(source)):
        mutants = defaultdict(list)
        for operator, node, new in _changes(statement):
            start = line_starts[node.lineno - 1] + node.col_offset
            end = line_starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
            old = source.encode()[start:end].decode()
            mutants[operator].append(DrawnMutant(file, node.lineno, operator, start, end, old, new))
        if mutants:
            yield dict(mutants)


def _changes(statement: ast.stmt) -> Iterator[tuple[str, ast.stmt | ast.expr, str]]:
    for node in own_nodes(statement):
        for name, operator in OPERATORS.items():
            yield from ((name, changed, new) for changed, new in operator(node))


def is_another_program(source: str, mutant: DrawnMutant) -> bool:
    """Whether the changed text is Python and means something else."""
    try:
        changed = ast.parse(mutant.made_from(source))
    except SyntaxError:
        return False
    return ast.dump(changed) != ast.dump(ast.parse(source))
