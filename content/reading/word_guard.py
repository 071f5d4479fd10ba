"""The words that go into a page come out of it: what an author wrote and what a worker reads, compared.

Whatever the parser may do to a text, a word that is lost, gained or changed is seen here, because nothing of
the parser's is asked: only the few marks below, which are not words, are passed over.
"""

from __future__ import annotations

import html
import re
import string
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from content.blocks import (
    Block,
    Callout,
    ContactCards,
    Heading,
    ListBlock,
    NeedsSignature,
    Paragraph,
    Runs,
    Table,
    TickList,
)

# each alternative begins with a sign of its own, so that words are passed over at a glance
_NO_WORD = re.compile(
    r"""`(?<!``)(?P<more>`*)(?!`)(?:(?!\n\s*\n).){1,4000}?(?<!`)`(?P=more)(?!`)  # words between ticks
      | \\[!-/:-@\[-`{-~]                                        # a sign that is meant as a sign
      | &(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|\w{1,40});
      | \[\[[a-z0-9_-]+(?:\#[a-z0-9_-]+)?(?=[|\ue000\]])         # the id in [[page-id#section|words]]
      | \{contact:\s*[a-z0-9_-]+\s*\}
      | \{from:[\sa-z0-9_,-]+\}                                   # where a statement comes from
      | \]\(\s*<?[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*         # the address in [words](address)
      | :::+[^\S\n]*[\w-]+                                       # the kind of a box
      | \[[xX]\](?=\s)                                           # a box to tick off
    """,
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"[^\s!-/:-@\[-`{-~\ue000]+")
_BETWEEN = dict.fromkeys(map(ord, string.punctuation + string.whitespace + "\ue000"))
_DIGITS = re.compile(r"\d+")
"""A mark inside a word goes without a trace, but one between digits makes another number: 2*3*4."""
_MOST_COMPARED = 4_000_000
"""Words of one side times words of the other: a second's work, and no page of guidance comes near."""
_SHOWN = 60  # characters of each side in a sentence


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words of the source that are not on the page, and what stands there instead; lines count from 0."""

    line: int
    last_line: int
    written: str
    shown: str

    def sentence(self) -> str:
        """What the author should know."""
        written, shown = self.written[:_SHOWN], self.shown[:_SHOWN]
        if not self.shown:
            return f'"{written}" would not be shown on the page: write it in another way.'
        if not self.written:
            return f'"{shown}" would be shown on the page, but is not written here: write it in another way.'
        return f'"{written}" would be shown as "{shown}": write it in another way.'


def changed_words(source: str, shown: Iterable[str]) -> Iterator[WordChange]:
    """Each place where the words of a text are not those that are shown."""
    parts, plain = list(shown), _NO_WORD.sub(_as_read, source)
    joined = "".join(parts).translate(_BETWEEN) == plain.translate(_BETWEEN)
    if not joined or _DIGITS.findall("\n".join(parts)) != _DIGITS.findall(plain):
        read = [word for part in parts for word in _WORD.findall(part)]
        yield from _changes(_words_with_lines(plain), read)


def _changes(written: Sequence[tuple[str, int]], read: Sequence[str]) -> Iterator[WordChange]:
    words = [word for word, _line in written]
    last = written[-1][1] if written else 0
    for a, b, c, d in _differences(words, read):
        written_digits, read_digits = (_DIGITS.findall(" ".join(side)) for side in (words[a:b], read[c:d]))
        if "".join(words[a:b]) != "".join(read[c:d]) or written_digits != read_digits:
            lines = [line for _word, line in written[a:b]] or [written[a][1] if a < len(written) else last]
            yield WordChange(lines[0], lines[-1], " ".join(words[a:b]), " ".join(read[c:d]))


def _differences(words: Sequence[str], read: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """From where to where the two differ, in each of them; a text too long to compare is one difference."""
    first = _alike(words, read)
    rest, other = words[first:], read[first:]
    end = _alike(rest[::-1], other[::-1])
    rest, other = rest[: len(rest) - end], other[: len(other) - end]
    if len(rest) * len(other) > _MOST_COMPARED:
        yield first, first + len(rest), first, first + len(other)
        return
    for tag, a, b, c, d in SequenceMatcher(None, rest, other, autojunk=False).get_opcodes():
        if tag != "equal":
            yield first + a, first + b, first + c, first + d


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _words_with_lines(plain: str) -> list[tuple[str, int]]:
    return [(word, at) for at, line in enumerate(plain.split("\n")) for word in _WORD.findall(line)]


def _as_read(found: re.Match[str]) -> str:
    """What is read instead, with as many line ends."""
    if found[0].startswith("`"):
        return found[0]
    if found[0].startswith("&"):
        return html.unescape(found[0]).replace("\n", " ")
    return " " * found[0].startswith("\\") + "\n" * found[0].count("\n")


def shown_texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Every text of these blocks in reading order, with the numbers of lists and the titles of boxes."""
    for block in blocks:
        match block:
            case Heading(runs=runs) | Paragraph(runs=runs):
                yield _text(runs)
            case ListBlock():
                for number, item in block.numbered_items():
                    yield number
                    yield from shown_texts(item)
            case TickList(items=lines):
                yield from map(_text, lines)
            case Callout(title=title, blocks=inner) | NeedsSignature(role=title, blocks=inner):
                yield title
                yield from shown_texts(inner)
            case Table(header=header, rows=rows):
                yield from (_text(cell) for row in (header, *rows) for cell in row)
            case ContactCards():
                pass


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def untold(changes: Iterable[WordChange], told: Collection[int]) -> Iterator[WordChange]:
    """The changes on lines of which the author has not heard yet."""
    for change in changes:
        if not any(line in told for line in range(change.line, change.last_line + 1)):
            yield change
