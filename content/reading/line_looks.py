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
_BULLET = "[•·◦▪‣●○■§]"
_MAY_LOOK = re.compile(r"\s*[^\w\s\"'“‘]|\s*\w{1,9}[.)\s]|[^|]*\|")
"""A line that begins with a long word and holds no bar looks like nothing but words."""
_TICK = re.compile(rf"{_LEAD}{_MARKER}\s+\[[ xX]\]\s+\S")
_FALSE_TICK = re.compile(
    rf"{_LEAD}(?:(?:{_MARKER}|{_BULLET}|[\u2013\u2014])?\s*\[[ xXvV✓✔]?\](?!\()|{_MARKER}?\s*[☐☑☒])"
)
_PLUS = re.compile(rf"{_LEAD}\+\s+\d")
_BAR = re.compile(r"(?<!\\)\|")
_LIKE_TICK = (
    "This looks like a line to tick off, but is shown as words: write it as - [ ] words, below its list."
)
_LOOKS = (
    (
        re.compile(rf"{_LEAD}#+(?:[^\s#\d]|\s+\S)|{_LEAD}#{{2,}}\d"),
        "This looks like a heading, but is shown as words: put one space after the #, or write \\#.",
    ),
    (_FALSE_TICK, _LIKE_TICK),
    (
        re.compile(rf"{_LEAD}(?:[-=_*~]\s?){{2,}}\s*$"),
        "This line draws nothing, and is shown as words: take it out. A heading begins with ##.",
    ),
    (
        re.compile(rf"{_LEAD}(?:[-+*]\s+\S|[-+]?{_BULLET}|o\t|-[^\W\d]|\d{{1,9}}[.)](?:\s+\S|[^\W\d]))"),
        "This looks like a line of a list, but stands in the words beside it: put a space after its "
        "- or number, and an empty line above the list.",
    ),
    (
        re.compile(rf"{_LEAD}\[[^\]]+\]:\s*<?(?:#|[a-zA-Z]+:|www\.|\S+\.\S+/)"),
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
_LATER_LOOKS = (
    (
        re.compile(
            rf"{_LEAD}(?:\(?(?:\d{{1,3}}|[a-zA-Z]|[ivx]{{1,4}})\)|[b-hj-z]\.|[ivx]{{2,4}}\.|:)\s+\S",
        ),
        "This looks like a line of a list, but stands in the words above it: begin each line of a list with "
        "1. or - and a space.",
    ),
)
_PLUS_LOST = "This + would become a bullet, and the number would lose it: write \\+, or - for a bullet."
_GLUED = "This line is joined to the list line above it: put an empty line between them, or indent this one."
_IN_TABLE = "This sentence has become a row of the table above it: put an empty line above it."
_UNDERLINED = "This line is not shown, and makes no heading of the words above it: a heading begins with ##."


@dataclass(frozen=True, slots=True)
class Misread:
    """A line, counted from 0, that is not shown as it looks; `lines` are those of its paragraph."""

    line: int
    lines: range
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
                yield Misread(first, range(first, end), "words-in-table", _IN_TABLE)
            case "hr" if first and lines[first - 1].strip(" >\t"):
                yield Misread(first, range(first, end), "underlined", _UNDERLINED)


def _paragraph(lines: Sequence[str], places: range, items: Sequence[int]) -> Iterator[Misread]:
    told: set[str] = set()
    for place in places:
        begins_item = bool(items) and items[-1] == place
        sentence = _look(lines[place], begins_item, place == places.start)
        if not sentence and items and place > places.start and not lines[place][:1].isspace():
            sentence = _GLUED
        if sentence and sentence not in told:
            told.add(sentence)
            yield Misread(place, places, "line-look", sentence)


def _look(line: str, begins_item: bool, first: bool) -> str:
    """What this line looks like, as the sentence that says so; empty for plain words."""
    if not _MAY_LOOK.match(line):
        return ""
    if begins_item:
        return _look_of_item(line)
    looks = (*_LOOKS, *(_FIRST_LOOKS if first else _LATER_LOOKS))
    return next((sentence for pattern, sentence in looks if pattern.match(line)), "")


def _look_of_item(line: str) -> str:
    if _PLUS.match(line):
        return _PLUS_LOST
    return _LIKE_TICK if _FALSE_TICK.match(line) and not _TICK.match(line) else ""
