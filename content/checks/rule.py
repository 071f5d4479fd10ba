"""What a rule may look at: the library, how it was read, and the day it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from content.model import Library
from content.reading.read import Reading
from content.reading.source_files import page_path


@dataclass(frozen=True, slots=True)
class RuleContext:
    """One check of one pack: the same for every rule."""

    library: Library
    reading: Reading
    day: date
    blames: frozenset[tuple[str, str]] = frozenset()
    """The path and the rule of each finding that reading made."""

    def page_field(self, page_id: str, field: str) -> tuple[str, int]:
        """The file of a page and the line of a field in its front matter, or the first line."""
        path = page_path(page_id)
        return path, self.reading.field_lines.get((path, page_id, field), 1)

    def blamed(self, page_id: str, *rules: str) -> bool:
        """Whether reading has already named one of these mistakes in a page: its consequences are none."""
        return any((page_path(page_id), rule) in self.blames for rule in rules)

    def record_field(self, path: str, record_id: str, field: str) -> tuple[str, int]:
        """A table's file and the line of a field of one of its records."""
        return path, self.reading.field_lines.get((path, record_id, field), 1)
