"""Everything an author should put right before an edition is made, in one run: `handrail check FOLDER`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from content.checks.hazard_rules import hazard_has_questions, hazard_page_acts, hazard_page_is_read_often
from content.checks.page_rules import (
    branch_has_pages,
    glance_is_short,
    names_are_used_once,
    page_can_be_found,
    page_can_be_reached,
    page_has_a_source,
    page_stands_somewhere,
    review_is_not_overdue,
    shown_contacts_may_be_shown,
)
from content.checks.rule import RuleContext
from content.checks.sign_off_rules import (
    approved_pages_are_signed,
    held_words_are_signed,
    page_has_a_signer,
)
from content.checks.spoken_rules import acting_page_has_spoken_sentences, spoken_sentence_is_for_one_page
from content.checks.statement_rules import sources_have_a_mark, statements_rest_on_sources_of_their_page
from content.checks.telephone_numbers import numbers_are_contacts
from content.checks.word_rules import acronyms_are_explained, sentences_are_short
from content.findings import Finding
from content.reading.read import Reading

Rule = Callable[[RuleContext], Iterator[Finding]]
_PLACES = ("themes.yml", "groups.yml")
RULES: Mapping[Rule, tuple[str, ...]] = {
    page_stands_somewhere: _PLACES,
    page_can_be_reached: (*_PLACES, "pages"),
    page_has_a_source: ("sources.yml",),
    glance_is_short: (),
    names_are_used_once: (),
    shown_contacts_may_be_shown: (),
    numbers_are_contacts: (),
    review_is_not_overdue: (),
    page_can_be_found: ("synonyms.yml",),
    acting_page_has_spoken_sentences: (),
    spoken_sentence_is_for_one_page: (),
    branch_has_pages: (*_PLACES, "pages"),
    page_has_a_signer: (),
    approved_pages_are_signed: (),
    held_words_are_signed: (),
    sentences_are_short: (),
    acronyms_are_explained: ("glossary.yml",),
    statements_rest_on_sources_of_their_page: ("sources.yml",),
    sources_have_a_mark: ("sources.yml",),
    hazard_page_acts: (),
    hazard_has_questions: ("questions.yml",),
    hazard_page_is_read_often: (),
}
"""Each rule, with the files without which it would blame the innocent: one mistake is one finding."""


def check(reading: Reading, today: date | None = None) -> tuple[Finding, ...]:
    """What reading found and what the rules find, in the order of the files.

    The clock of a laptop may be wrong: a day before the edition counts as the day of the edition.
    """
    if reading.library is None:
        return reading.findings
    day = max(today or date.today(), reading.library.info.edition)
    blames = frozenset((finding.path, finding.rule) for finding in reading.findings)
    context = RuleContext(reading.library, reading, day, blames)
    unread = {path.partition("/")[0] for path in reading.unread}
    rules = [rule for rule, files in RULES.items() if unread.isdisjoint(files)]
    found = {finding for rule in rules for finding in rule(context)}
    return tuple(sorted({*reading.findings, *found}))
