"""The typed tree that Markdown becomes: what a page is made of, without HTML and without Qt.

Every value is frozen, so threads may hold it. Text is plain text; nothing in it is markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class PageTarget:
    """A link to a page of the same pack; `section` is the anchor of one of its sections, or empty."""

    page: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class ContactTarget:
    """A mention of a contact: the run's text is what the worker dials, the id finds the card."""

    contact: str


@dataclass(frozen=True, slots=True)
class WebTarget:
    """An address on the web: shown and copied, never opened by the program."""

    url: str


Target = PageTarget | ContactTarget | WebTarget


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; runs follow each other without a gap."""

    text: str
    strong: bool = False
    target: Target | None = None


Runs = tuple[Run, ...]


class CalloutKind(Enum):
    """What a boxed part says of itself; drawn with icon, words and bar, never by colour alone."""

    WARNING = "warning"
    GOOD_PRACTICE = "good-practice"
    DO_NOT_ASSUME = "do-not-assume"
    FAMILY = "family"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section's body; `level` is 3 or 4 (the page title is 1, sections are 2)."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bulleted or numbered list; an item is itself made of blocks, so lists nest.

    `numbers` are as the author wrote them, such as "999." and "101.": they may be telephone numbers, so
    nothing counts them anew. A bulleted list has none.
    """

    items: tuple[tuple[Block, ...], ...]
    numbers: tuple[str, ...] = ()

    def numbered_items(self) -> Iterator[tuple[str, tuple[Block, ...]]]:
        """Each item with its number, which is empty where a bullet stands."""
        return zip(self.numbers or ("",) * len(self.items), self.items, strict=True)


@dataclass(frozen=True, slots=True)
class TickList:
    """Lines to tick off. Ticks live in memory only, keyed by page and line number."""

    items: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A boxed part: a warning, good practice, "do not assume" or words for the family."""

    kind: CalloutKind
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class NeedsSignature:
    """A part that no worker may read before the page carries the signature of a role.

    `blocks` are there only while a pack is being read. In a library, and so in a compiled edition, they are
    empty: the words of a part that is signed stand in the page itself, and those of any other nowhere.
    """

    role: str
    blocks: tuple[Block, ...] = ()


MOST_COLUMNS = 12
MOST_ROWS = 200
"""The largest table of a page: a larger one would keep the window busy when a worker leaves."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as the header, and it is at most so wide and long as above."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True, slots=True)
class ContactCards:
    """Contact cards, drawn from the pack's contacts in this order."""

    contacts: tuple[str, ...]


Block = Heading | Paragraph | ListBlock | TickList | Callout | Table | ContactCards | NeedsSignature


def runs_in(blocks: Iterable[Block], *, headings: bool = True) -> Iterator[Runs]:
    """Each stretch of text in reading order, at any depth; without `headings`, only what holds sentences.

    The head of a table counts as a heading. Contact cards hold no runs, as their words are the contacts', and
    neither does a part that waits for a signature.
    """
    for block in blocks:
        match block:
            case Heading(runs=runs):
                if headings:
                    yield runs
            case Paragraph(runs=runs):
                yield runs
            case ListBlock(items=items):
                for item in items:
                    yield from runs_in(item, headings=headings)
            case TickList(items=lines):
                yield from lines
            case Callout(blocks=inner):
                yield from runs_in(inner, headings=headings)
            case Table(header=header, rows=rows):
                yield from (cell for row in ((header, *rows) if headings else rows) for cell in row)
            case ContactCards() | NeedsSignature():
                pass
