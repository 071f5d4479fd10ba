"""The log of hazards that a board asks for, made from the pack itself: `handrail check FOLDER --hazards`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from content.checks.sign_off import signers, still_to_sign
from content.model import Contact, Hazard, Library, Page
from content.reading.read import Reading
from content.text import blocks_text, quickest_way, shown_number

Find = Callable[[str], Sequence[str]]
"""What a worker's search gives for a question: the ids of pages, the best first."""
LISTED = 5
"""Hits of a question that are shown to whoever judges their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """A question, where it finds the page that it must find, and what stands first; place 0 is not found."""

    words: str
    page: str
    place: int
    hits: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HazardRow:
    """One hazard and all that is done against it."""

    hazard: str
    situation: str
    page: str
    title: str
    first_step: str
    contacts: tuple[str, ...]
    words: tuple[str, ...]
    must_sign: tuple[str, ...]
    still_to_sign: tuple[str, ...]
    facts_read: date
    review_by: date
    questions: tuple[AskedQuestion, ...]


def hazard_log(library: Library, reading: Reading, find: Find) -> Iterator[HazardRow]:
    """A row for each hazard, in the author's order, with every question asked."""
    for hazard in library.hazards:
        page = library.pages[hazard.page]
        yield HazardRow(
            hazard=hazard.id,
            situation=hazard.situation,
            page=hazard.page,
            title=page.head.title,
            first_step=first_step(page, [library.contacts[id_] for id_ in hazard.contacts]),
            contacts=tuple(_reached(library.contacts[id_]) for id_ in hazard.contacts),
            words=hazard.words,
            must_sign=signers(page.head, library, reading),
            still_to_sign=still_to_sign(page.head, library, reading),
            facts_read=page.head.reviewed,
            review_by=page.head.review_by,
            questions=tuple(_asked(words, hazard, find) for words in hazard.questions),
        )


def life_and_death(library: Library, find: Find) -> Iterator[AskedQuestion]:
    """The first question of each hazard: whoever signs looks at the order of what it finds."""
    for hazard in library.hazards:
        yield from (_asked(words, hazard, find) for words in hazard.questions[:1])


def first_step(page: Page, contacts: Sequence[Contact]) -> str:
    """What to do first: the first line, under act now or else at a glance, that says whom to ring."""
    lines = [*blocks_text(page.act_now).split("\n"), *blocks_text(page.at_a_glance).split("\n")]
    numbers = [number for number in map(shown_number, contacts) if number]
    step = next((line for line in lines if any(number in line for number in numbers)), "")
    return step or next(filter(None, lines), "")


def _asked(words: str, hazard: Hazard, find: Find) -> AskedQuestion:
    hits = tuple(find(words))
    place = hits.index(hazard.page) + 1 if hazard.page in hits else 0
    return AskedQuestion(words=words, page=hazard.page, place=place, hits=hits[:LISTED])


def _reached(contact: Contact) -> str:
    return f"{contact.name}: {quickest_way(contact)}"
