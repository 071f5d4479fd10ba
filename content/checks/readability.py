"""How hard a page is to read: a report for authors, not a rule, because a number cannot read.

The grade is Flesch-Kincaid's: the school year (of the United States) in which a text is read with ease.
Whoever asks brings the counting of syllables, which needs a library that the program does not carry.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from content.blocks import Block, ContactTarget, Runs, runs_in
from content.checks.sentences import sentences
from content.model import Library, Page

Syllables = Callable[[str], int]

GRADE = 9.0  # a page that is read standing up should ask for no more
READ_IN_A_HURRY = ("do_now", "prompts", "checklist")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReadability:
    """What was counted on one page; `longest` is the sentence itself."""

    page: str
    kind: str
    words: int
    sentences: int
    mean_words: float
    longest_words: int
    longest: str
    grade: float


def readability(library: Library, syllables: Syllables) -> tuple[PageReadability, ...]:
    """Every page of the pack, in reading order."""
    return tuple(page_readability(page, syllables) for page in library.pages.values())


def page_readability(page: Page, syllables: Syllables) -> PageReadability:
    """One page: at a glance, act now and all sections, but no headings, contact cards or table heads.

    A sentence ends where it ends, and with each list item, tick and table cell: so it is read. A number to
    ring counts as one word of one syllable, however it is grouped.
    """
    blocks = (*page.at_a_glance, *page.act_now, *(block for part in page.sections for block in part.blocks))
    counted = [(words, sentence) for sentence in _sentences(blocks) if (words := _WORD.findall(sentence))]
    lengths = [len(words) for words, _sentence in counted]
    total = sum(lengths)
    spoken = sum(max(1, syllables(word)) for words, _sentence in counted for word in words)
    longest, sentence = max(counted, key=lambda one: len(one[0]), default=([], ""))
    return PageReadability(
        page=page.head.id,
        kind=page.head.kind,
        words=total,
        sentences=len(counted),
        mean_words=total / len(counted) if counted else 0.0,
        longest_words=len(longest),
        longest=sentence.strip(),
        grade=flesch_kincaid(total, len(counted), spoken),
    )


def flesch_kincaid(words: int, sentences: int, syllables: int) -> float:
    """The grade by Kincaid and others, 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59."""
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59 if words else 0.0


def too_hard(row: PageReadability) -> bool:
    """Whether a page that is read in a hurry asks for more than it should."""
    return row.kind in READ_IN_A_HURRY and row.grade > GRADE


def _sentences(blocks: tuple[Block, ...]) -> Iterator[str]:
    for runs in runs_in(blocks, headings=False):
        yield from (sentence for _start, sentence in sentences(_text(runs)))


def _text(runs: Runs) -> str:
    return "".join("999" if isinstance(run.target, ContactTarget) else run.text for run in runs)
