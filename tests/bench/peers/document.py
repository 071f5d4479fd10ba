"""docs/performance.md, written from a report and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.peers.measures import MEASURES, NO_ANSWER, NO_PAGE, Measure
from tests.bench.peers.painted import NEARLY_ALL
from tests.bench.peers.programs import MINIMAL, PROGRAMS
from tests.bench.peers.results import Figures, Report

COMMAND = "./dev bench peers"
_HEAD = """# Speed and weight beside other programs

Written by `{command}`, with all its figures: nothing here is written by hand, and the next run writes it
anew. Medians, with the least and the most in brackets; × says how many times the minimal window's median of
the same run that is. The minimal window is a tree of all titles beside a text view, made with the same
Python and the same PySide6: no window of theirs can do with less. All programs show the same guidance: 60
pages are the Leeds pack, more are put together from its own sentences (`tests/bench/grown_pack.py`). They
are started in turn, round by round, on one virtual screen without a graphics card; its pixels tell when
something stands there.
"""
_NOTES = """## How to read it

- Start: from the command to a picture in which {nearly:.0%} of the pixels of the page's part do not change
  any more. Handrail begins with its start page, Kiwix with the list of pages, the others with a page.
- Cold: after the system has been made to forget what it has read from the disk.
- Memory: USS, what only the program's processes hold, once they compute nothing. Files that are not the
  system's count whole, so that nothing gets lighter because a test runs the same Qt beside it.
- A session is as many searches as the first table says, typed letter by letter, each followed by opening what
  was found first. The minimal window has no search: it opens the next pages of its tree.
- Qt Assistant does not search while one types: its last key is Enter. Zeal and Kiwix answer keys with titles
  only; Handrail searches the whole text each time.
- A key after which nothing changes for {key} s, or a press for {page} s, is not counted.
- Leaving: F12 in Handrail and in the minimal window, Ctrl+Q in the others.
- What a busy machine adds stands in all rows: compare programs within a table, not with another run.
"""


def document(report: Report) -> str:
    """The whole file."""
    parts = [
        _HEAD.format(command=COMMAND),
        _rows(("", ""), report.about.items()),
        "".join(f"\n- {sentence}" for sentence in report.left_out).removeprefix("\n"),
        *(_section(measure, report) for measure in MEASURES),
        _NOTES.format(nearly=NEARLY_ALL, key=NO_ANSWER, page=NO_PAGE),
    ]
    return "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"


def _section(measure: Measure, report: Report) -> str:
    """A table of one measure: programs by sizes."""
    found = {key[1:]: of for key, of in report.figures.items() if key[0] == measure.name}
    heading = f"## {measure.name}, {measure.unit}"
    if not found:
        return f"{heading}\n\nNot measured in this run."
    sizes = sorted({pages for _, pages in found})
    names = [program.name for program in PROGRAMS if any((program.name, size) in found for size in sizes)]
    rows = [(name, *(_cell(found, name, size) for size in sizes)) for name in names]
    return f"{heading}\n\n" + _rows(("", *(f"{size:,} pages" for size in sizes)), rows)


def _cell(found: dict[tuple[str, int], Figures], name: str, size: int) -> str:
    """Median (least to most), and how many times the minimal window's."""
    of, minimal = found.get((name, size)), found.get((MINIMAL, size))
    if of is None:
        return ""
    said = f"{_number(of.median)} ({_number(of.least)}–{_number(of.most)}), n {of.count}"
    if minimal is None or name == MINIMAL or not minimal.median:
        return said
    return f"{said}, ×{of.median / minimal.median:.2f}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def _rows(head: tuple[str, ...], rows: object) -> str:
    def lines() -> Iterator[tuple[str, ...]]:
        yield head
        yield ("---",) * len(head)
        yield from rows  # type: ignore[misc]  # any rows of words

    return "\n".join("| " + " | ".join(row) + " |" for row in lines())
