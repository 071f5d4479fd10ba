"""The words that go into a page come out of it: what an author wrote and what a worker reads, compared.

Whatever the parser may do to a text, a word that is lost, gained or changed is seen here, because nothing of
the parser's is asked: only the few marks below, which are not words, are passed over.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from content.blocks import Block, Callout, ContactCards, Heading, ListBlock, Paragraph, Runs, Table, TickList

_NO_WORD = re.compile(
    r"""(?P<kept>(?P<ticks>`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)(?P=ticks)(?!`))  # between ticks, all is as it is
      | \\[!-/:-@\[-`{-~]                                        # a sign that is meant as a sign
      | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|\w{1,40});)
      | \[\[[a-z0-9_-]+(?:\#[a-z0-9_-]+)?(?=[|\ue000\]])         # the id in [[page-id#section|words]]
      | \{contact:\s*[a-z0-9_-]+\s*\}
      | (?<=\])\(\s*<?[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*    # the address in [words](address)
      | ^[^\S\n>]*(?:>[^\S\n]*)*:{3,}[^\S\n]*[\w-]+               # the kind of a box
      | (?<=[-*+.)])\s+\[[xX]\](?=\s)                            # a box to tick off
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_WORD = re.compile(r"[^\s!-/:-@\[-`{-~\ue000]+")
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
    written = _source_words(source)
    read = [word for part in shown for word in _WORD.findall(part)]
    if "".join(word for word, _line in written) != "".join(read):
        yield from _changes(written, read)


def _changes(written: Sequence[tuple[str, int]], read: Sequence[str]) -> Iterator[WordChange]:
    words = [word for word, _line in written]
    last = written[-1][1] if written else 0
    for tag, a, b, c, d in SequenceMatcher(None, words, read, autojunk=False).get_opcodes():
        if tag != "equal" and "".join(words[a:b]) != "".join(read[c:d]):
            lines = [line for _word, line in written[a:b]] or [written[a][1] if a < len(written) else last]
            yield WordChange(lines[0], lines[-1], " ".join(words[a:b]), " ".join(read[c:d]))


def _source_words(source: str) -> list[tuple[str, int]]:
    plain = _NO_WORD.sub(_as_read, source)
    return [(word, at) for at, line in enumerate(plain.split("\n")) for word in _WORD.findall(line)]


def _as_read(found: re.Match[str]) -> str:
    """What is read instead, with as many line ends."""
    if found["kept"]:
        return found[0]
    if found["entity"]:
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
            case Callout(title=title, blocks=inner):
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
