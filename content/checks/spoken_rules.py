"""Rules about what people say: enough of it for pages in need, and each sentence for one page alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.checks.rule import RuleContext
from content.findings import Finding, error, warning
from content.model import Library

SPOKEN_SENTENCES = 8
"""Fewer than these leave too many of the ways in which a worker may ask."""

_WORDS = re.compile(r"\w+")


def acting_page_has_spoken_sentences(context: RuleContext) -> Iterator[Finding]:
    """A page that says what to do now is found by those who do not know its words."""
    for page in context.library.pages.values():
        count = len(page.spoken)
        if page.act_now and count < SPOKEN_SENTENCES:
            least = f"write at least {SPOKEN_SENTENCES}, as people say them."
            sentence = f"The page has {count} spoken sentences: {least}"
            where = context.page_field(page.head.id, "spoken" if count else "title")
            yield warning(*where, "few-spoken", sentence)


def spoken_sentence_is_for_one_page(context: RuleContext) -> Iterator[Finding]:
    """A sentence that leads to two pages leads to neither; one that is a question proves nothing."""
    library = context.library
    asked = (*(question.words for question in library.questions), *_questions_of_hazards(library))
    questions = set(map(_plain, asked))
    owners: dict[str, str] = {}
    for page in library.pages.values():
        where = context.page_field(page.head.id, "spoken")
        for sentence in page.spoken:
            words = _plain(sentence)
            if words in questions:
                told = f'"{sentence}" is a question that proves the search: say it in other words.'
                yield error(*where, "spoken-question", told)
            if (owner := owners.setdefault(words, page.head.id)) != page.head.id:
                told = f'"{sentence}" is said under "{owner}" too: leave it with the page that answers it.'
                yield error(*where, "spoken-twice", told)


def _questions_of_hazards(library: Library) -> Iterator[str]:
    for hazard in library.hazards:
        yield from hazard.questions


def _plain(sentence: str) -> str:
    return " ".join(_WORDS.findall(sentence.casefold().replace("'", "").replace("’", "")))
