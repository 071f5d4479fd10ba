"""Rules about hazards: each has a page that answers at once, and questions that must find it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from content.blocks import Block, Callout, ContactCards, ContactTarget, ListBlock, runs_in
from content.checks.rule import RuleContext
from content.findings import Finding, error, warning
from content.model import Hazard, Page

MOST_MONTHS = 3
"""From one review of a page that answers a hazard to the next: a wrong step there hurts a child."""
_PATH = "hazards.yml"


def hazard_page_acts(context: RuleContext) -> Iterator[Finding]:
    """The page of a hazard names on its first screen whom to ring: at a glance, or under act now."""
    for hazard, page in _answered(context):
        if not contacts_in((*page.at_a_glance, *page.act_now)).intersection(hazard.contacts):
            sentence = f'Neither at_a_glance nor act_now of "{hazard.page}" names a contact of this hazard.'
            yield error(*context.record_field(_PATH, hazard.id, "page"), "hazard-page", sentence)


def hazard_has_questions(context: RuleContext) -> Iterator[Finding]:
    """Each hazard has a question that must find its page, and no question asks for two pages."""
    wanted: dict[str, str] = {}
    graded = {_folded(question.words): dict(question.grades) for question in context.library.questions}
    for hazard, _page in _answered(context):
        if not hazard.questions:
            sentence = "No question leads to this hazard's page: add sentences as people say them."
            yield error(*context.record_field(_PATH, hazard.id, "id"), "hazard-question", sentence)
        for question in hazard.questions:
            place = context.record_field(_PATH, hazard.id, "questions")
            first = wanted.setdefault(_folded(question), hazard.page)
            if first != hazard.page:
                sentence = f'"{question}" must find "{first}" first, and also "{hazard.page}": choose one.'
                yield error(*place, "hazard-question", sentence)
            elif graded.get(_folded(question), {first: 2}).get(first) != 2:
                sentence = f'questions.yml does not grade "{first}" with 2 for "{question}".'
                yield error(*place, "hazard-question", sentence)


def hazard_page_is_read_often(context: RuleContext) -> Iterator[Finding]:
    """A page that answers a hazard comes up for review within three months."""
    for page_id in dict.fromkeys(hazard.page for hazard, _page in _answered(context)):
        head = context.library.heads[page_id]
        if head.review_by > months_after(head.reviewed, MOST_MONTHS):
            sentence = f"This page answers a hazard: let its review fall due within {MOST_MONTHS} months."
            yield warning(*context.page_field(page_id, "review_by"), "long-review", sentence)


def contacts_in(blocks: Iterable[Block]) -> frozenset[str]:
    """The contacts that a worker meets in these blocks, as a mention or as a card."""
    return frozenset(_contacts(tuple(blocks)))


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError(day)


def _answered(context: RuleContext) -> Iterator[tuple[Hazard, Page]]:
    for hazard in context.library.hazards:
        yield hazard, context.library.pages[hazard.page]


def _contacts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for runs in runs_in(blocks):
        yield from (run.target.contact for run in runs if isinstance(run.target, ContactTarget))
    for block in blocks:
        match block:
            case ContactCards(contacts=contacts):
                yield from contacts
            case Callout(blocks=inner):
                yield from _contacts(inner)
            case ListBlock(items=items):
                for item in items:
                    yield from _contacts(item)


def _folded(question: str) -> str:
    return " ".join(question.casefold().split())
