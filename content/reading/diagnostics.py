"""What the stages of reading write down for linking and checking: findings, references, passages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from content.blocks import Block, Runs
from content.findings import Finding, error, warning

ReferenceKind = Literal["page", "contact", "source", "theme", "group", "role"]
FieldKey = tuple[str, str, str]  # path, id of the record, name of the field


@dataclass(frozen=True, slots=True)
class Reference:
    """Something named by its id in a pack, and where, so that a wrong id can be pointed at."""

    path: str
    line: int
    kind: ReferenceKind
    id: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class SourcePassage:
    """Words that a worker will read, with the author's line ends, so that a rule can name the line."""

    path: str
    line: int
    text: str
    page: str = ""

    def line_at(self, offset: int) -> int:
        """The line of the file on which this offset of the text stands."""
        return self.line + self.text.count("\n", 0, offset)


@dataclass(frozen=True, slots=True)
class HeldPart:
    """A ::: needs-signature of a page, as it stands in its file: `role` is the word behind it."""

    path: str
    line: int
    page: str
    role: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class WrittenStatement:
    """A paragraph, a line of a list or a row of a table; `sources` are its own, or those of its heading."""

    path: str
    line: int
    page: str
    cells: tuple[Runs, ...]
    sources: tuple[str, ...]


@dataclass(slots=True)
class Diagnostics:
    """Collects what one reading sees, and the line of each field; it never leaves that reading."""

    findings: list[Finding] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    passages: list[SourcePassage] = field(default_factory=list)
    field_lines: dict[FieldKey, int] = field(default_factory=dict)
    held: list[HeldPart] = field(default_factory=list)
    statements: list[WrittenStatement] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """Files that are there and could not be read: nothing is said of what is missed because of them."""

    def error(self, path: str, line: int, rule: str, sentence: str) -> None:
        """Write down what stops the edition."""
        self.findings.append(error(path, line, rule, sentence))

    def warning(self, path: str, line: int, rule: str, sentence: str) -> None:
        """Write down what the author should look at."""
        self.findings.append(warning(path, line, rule, sentence))
