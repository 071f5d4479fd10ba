"""Each line of a page is shown as what it looks like, or its author hears what became of it.

Markdown never refuses a line: what is not quite a heading, a table or a list becomes part of what stands
above it. So the look of each line is compared with what the parser made of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

_LEAD = r"\s*(?:>\s*)*"
_MARKER = r"(?:[-*+]|\d{1,9}[.)])"
_MAY_LOOK = re.compile(r"\s*[^\w\s\"'“‘(]|\s*\d{1,9}[.)]|[^|]*\|")
"""A line that begins with a letter and holds no bar looks like nothing but words."""
_TICK = re.compile(rf"{_LEAD}{_MARKER}\s+\[[ xX]\]\s+\S")
_BAR = re.compile(r"(?<!\\)\|")
_LOOKS = (
    (
        re.compile(rf"{_LEAD}#+(?:[^\s#\d]|\s+\S)|{_LEAD}#{{2,}}\d"),
        "This looks like a heading, but is shown as words: put one space after the #, or write \\#.",
    ),
    (
        re.compile(rf"{_LEAD}(?:{_MARKER}|[•·◦▪‣●○■\u2013\u2014])?\s*\[[ xX]?\]"),
        "This looks like a line to tick off, but is shown as words: write it as - [ ] words, below its list.",
    ),
    (
        re.compile(rf"{_LEAD}(?:[-=_*~]\s?){{2,}}\s*$"),
        "This line draws nothing, and is shown as words: take it out. A heading begins with ##.",
    ),
    (
        re.compile(rf"{_LEAD}(?:[-+*]\s+\S|[-+]?[•·◦▪‣●○■]|-[^\W\d]|\d{{1,9}}[.)](?:\s+\S|[^\W\d]))"),
        "This looks like a line of a list, but stands in the words beside it: put a space after its "
        "- or number, and an empty line above the list.",
    ),
    (
        re.compile(rf"{_LEAD}\[[^\]]+\]:\s*<?(?:[a-zA-Z]+:|www\.|\S+\.\S+/)"),
        "An address below the text is not read: write the link as [words](https://...).",
    ),
    (
        re.compile(rf"{_LEAD}\|.*\S|[^|]*\S\s*(?<!\\)\|[^|]*(?<!\\)\|"),
        "This looks like a table, but is shown as words: its second line must be |---|---|, with as many "
        "columns as the first.",
    ),
)
_FIRST_LOOKS = (
    (
        re.compile(rf"{_LEAD}[\u2013\u2014]\s"),
        "A dash is no list: begin each line of a list with - and a space.",
    ),
)
_GLUED = "This line is joined to the list line above it: put an empty line between them, or indent this one."
_IN_TABLE = "This sentence has become a row of the table above it: put an empty line above it."
_UNDERLINED = "This line is not shown, and makes no heading of the words above it: a heading begins with ##."


@dataclass(frozen=True, slots=True)
class Misread:
    """A line, counted from 0, that is not shown as it looks; `start` is the first line of its paragraph."""

    line: int
    start: int
    rule: str
    sentence: str


def misread_lines(tokens: Iterable[Token], lines: Sequence[str]) -> Iterator[Misread]:
    """The lines that are not shown as they look, the first of each sort in a paragraph."""
    items: list[int] = []
    for token in tokens:
        first, end = token.map or (0, 0)
        match token.type:
            case "list_item_open":
                items.append(first)
            case "list_item_close":
                items.pop()
            case "paragraph_open":
                yield from _paragraph(lines, range(first, min(end, len(lines))), items)
            case "tr_open" if not _BAR.search(lines[first]):
                yield Misread(first, first, "words-in-table", _IN_TABLE)
            case "hr" if first and lines[first - 1].strip(" >\t"):
                yield Misread(first, first, "underlined", _UNDERLINED)


def _paragraph(lines: Sequence[str], places: range, items: Sequence[int]) -> Iterator[Misread]:
    start = places.start
    told: set[str] = set()
    for place in places:
        begins_item = bool(items) and items[-1] == place
        sentence = _look(lines[place], begins_item, place == start)
        if not sentence and items and place > start and not lines[place][:1].isspace():
            sentence = _GLUED
        if sentence and sentence not in told:
            told.add(sentence)
            yield Misread(place, start, "line-look", sentence)


def _look(line: str, begins_item: bool, first: bool) -> str:
    """What this line looks like, as the sentence that says so; empty for plain words."""
    if not _MAY_LOOK.match(line) or (begins_item and (_TICK.match(line) or not _FALSE_TICK.match(line))):
        return ""
    looks = (*_LOOKS, *_FIRST_LOOKS) if first else _LOOKS
    return next((sentence for pattern, sentence in looks if pattern.match(line)), "")


_FALSE_TICK = _LOOKS[1][0]
