"""What the checker says to an author: where, how bad, and one sentence that helps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops an edition; a warning is for the author to weigh; a note is to be known, not mended."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing to put right; `path` is relative to the pack and `line` counts from 1."""

    path: str
    line: int
    severity: Severity
    sentence: str
    rule: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.severity}: {self.sentence}"


def error(path: str, line: int, rule: str, sentence: str) -> Finding:
    """A finding that stops the edition."""
    return Finding(path, line, Severity.ERROR, sentence, rule)


def warning(path: str, line: int, rule: str, sentence: str) -> Finding:
    """A finding that the author may leave as it is."""
    return Finding(path, line, Severity.WARNING, sentence, rule)


def note(path: str, line: int, rule: str, sentence: str) -> Finding:
    """A finding that leaves nothing to put right."""
    return Finding(path, line, Severity.NOTE, sentence, rule)
