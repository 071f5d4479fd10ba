"""`./dev readability [FOLDER]`: how hard each page of a pack is to read, as a table for its authors.

It stands outside the program because it needs a library that the program must not carry.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from content.checks.readability import GRADE, PageReadability, Syllables, readability, too_hard
from content.errors import ContentError
from content.model import Library
from content.reading.read import read_pack

LEEDS = Path(__file__).resolve().parents[1] / "content" / "leeds"
_MISSING = "The reading grade needs the library syllapy: “./dev readability” installs it."
_WIDTHS = "{:<24} {:<16} {:>6} {:>10} {:>6} {:>8} {:>6}  {}"


class ReportError(Exception):
    """The report cannot be made: the message is one sentence that says what to do."""


def main(arguments: Sequence[str]) -> int:
    """Print the table; 1 if a page that is read in a hurry is too hard and nobody said why."""
    try:
        library = _library(Path(arguments[0]) if arguments else LEEDS)
        rows = readability(library, _syllables())
    except (ContentError, ReportError) as problem:
        print(problem, file=sys.stderr)
        return 2
    reasons = dict(library.info.readability_exceptions)
    print("\n".join(_table(rows, reasons)))
    unexplained = [row.page for row in rows if too_hard(row) and row.page not in reasons]
    if unexplained:
        print(f"Above grade {GRADE:g} without a reason: {', '.join(unexplained)}.", file=sys.stderr)
    return 1 if unexplained else 0


def _syllables() -> Syllables:
    try:
        import syllapy
    except ImportError as missing:
        raise ReportError(_MISSING) from missing
    count: Syllables = syllapy.count
    return count


def _library(folder: Path) -> Library:
    library = read_pack(folder).library
    if library is None:
        raise ReportError(f"{folder} holds no pack that can be read: run the check command on it.")
    return library


def _table(rows: Sequence[PageReadability], reasons: dict[str, str]) -> Iterator[str]:
    yield _WIDTHS.format("page", "kind", "words", "sentences", "mean", "longest", "grade", "")
    for row in rows:
        yield _line(row, reasons.get(row.page, ""))
    yield ""
    yield _WIDTHS.format("kind", "", "pages", "hardest", "", "longest", "mean", "")
    for kind, group in groupby(sorted(rows, key=lambda row: row.kind), key=lambda row: row.kind):
        yield _kind_line(kind, tuple(group))
    yield f"Aim: grade {GRADE:g} or less for pages that are read in a hurry (Flesch-Kincaid)."


def _line(row: PageReadability, reason: str) -> str:
    note = (reason or "too hard, and pack.yml gives no reason") if too_hard(row) else ""
    figures = (row.words, row.sentences, f"{row.mean_words:.1f}", row.longest_words, f"{row.grade:.1f}")
    return _WIDTHS.format(row.page, row.kind, *figures, note).rstrip()


def _kind_line(kind: str, rows: Sequence[PageReadability]) -> str:
    hardest = max(row.grade for row in rows)
    mean = sum(row.grade for row in rows) / len(rows)
    longest = max(row.longest_words for row in rows)
    return _WIDTHS.format(kind, "", len(rows), f"{hardest:.1f}", "", longest, f"{mean:.1f}", "").rstrip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
