"""Marks that stay on the page as signs: what Markdown or a dialect of it takes when it is whole.

A mark that is meant as a sign is written with a backslash before it, or stands between ticks (`). So no list
of correct pages is needed: whatever else is left of a mark is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

FILLER = "x"
"""Stands for each character that an author has said to be no mark, so that places stay the same."""
REFERENCE = "\ufffc"
"""The same for a whole {contact:id} or [[page-id]]."""


@dataclass(frozen=True, slots=True)
class _Mark:
    pattern: re.Pattern[str]
    sentence: str


def _mark(pattern: str, sentence: str) -> _Mark:
    return _Mark(re.compile(pattern), sentence)


_IN_TEXT = (
    _mark(
        r"~~|~\w[^~\n]*\w~",
        "Struck-out words are shown as live advice: take them out, or write \\~ for the sign.",
    ),
    _mark(r"\^?\[\^[^\]]*\]|\^\[", "Footnotes are not shown: put the words where they belong."),
    _mark(
        r"\]\(|\]\[|\]\s+\((?:https?:|www\.)|^\[[^\]\n]+\]:[ \t]*<?(?:\S+:)?//",
        "A link is written as [words](https://...), with nothing between the brackets.",
    ),
    _mark(
        r"\*+", "A star is left over: put ** close to the words, without a space, or write \\* for a star."
    ),
    _mark(
        r"(?<!\w)_{1,3}(?=[^\W_])|(?<=[^\W_])_{1,3}(?![\w}])",
        "A _ is left over: put it close to both ends of the words, or write \\_ for the sign.",
    ),
    _mark(r"`", "A ` is left over: close it, or write \\` for the sign."),
    _mark(
        r"\|",
        "A | stands in the text: a table needs a second line, |---|---|, with as many columns as the first, "
        "or write \\| for the sign.",
    ),
    _mark(r"(?<=[^\n])\[[ xX]?\](?!\w)", "A box to tick begins a line of its own, as in: - [ ] words."),
    _mark(
        r"(?i)\{\{|\}\}|\{[%#.]|\{\s*[\w-]+\s*:|\{\s*(?:contacts?|glossary|from)\b|\{\ufffc|\ufffc\}",
        "A { or } is no part of a whole {contact:id} or {from:source}, nor of a {glossary} alone: "
        "write \\{ for it.",
    ),
    _mark(r"::+", "::: opens or closes a box on a line of its own."),
    _mark(r"(?<!\S)#{2,}", "A heading begins a line, and has a space after its ##."),
    _mark(
        r"(==|\+\+|\$\$|\^|%%|~)(?=\w)(?:(?!\1)[^\n])+?(?<=\w)\1",
        "These signs mark nothing here, and are shown: take them out.",
    ),
    _mark(r"(?<!\S):[a-z][a-z0-9_+-]*:(?!\S)", "Names of emoji are shown as they are: use words."),
    _mark(
        r"&#?\w+;|&(?:nbsp|amp|lt|gt|quot)\b",
        "This name of a character is not known: write the character itself.",
    ),
    _mark(r"\\", "A backslash is left over: write \\\\ for the sign."),
)
_IN_A_FIELD = (
    _mark(
        r"\*\*\S|\S\*\*|~~|`[^`]+`|\]\(|\[\[|\]\]|\{(?:contact|glossary|from:)|<(?:/?[a-z]+|br */?)>|&#?\w+;",
        "This field is plain words: Markdown in it would be shown as signs.",
    ),
)


_ANY = re.compile(r"[*_`|{}~^\\]|\[[\s^xX]?\]|\]\s*[(\[:]|\[\^|==|\+\+|\$\$|%%|##|::|(?<!\S):[a-z]|&#?\w")
"""What each of them holds: most words hold none, and are looked through once."""


def marks_in(text: str) -> Iterator[tuple[int, str]]:
    """Where each sort of mark first stands in words of a page, and what to do."""
    if _ANY.search(text):
        yield from _found(text, _IN_TEXT)


def marks_in_field(text: str) -> Iterator[tuple[int, str]]:
    """The same for a field of plain words, where no backslash helps: only marks in pairs count."""
    yield from _found(text, _IN_A_FIELD)


def _found(text: str, marks: tuple[_Mark, ...]) -> Iterator[tuple[int, str]]:
    for mark in marks:
        if found := mark.pattern.search(text):
            yield found.start(), mark.sentence
