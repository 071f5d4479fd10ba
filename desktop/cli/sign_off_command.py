"""`check FOLDER --sign-off`: the sheet that a safeguarding lead works through before a pack is approved."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from content.findings import Severity
from content.kinds import KINDS
from content.model import PackInfo
from desktop.cli.check_command import exit_code, read_and_check, summary
from desktop.cli.hazards_command import place_words
from desktop.cli.print_json import print_json
from desktop.cli.statements_command import mark_name, mark_names
from desktop.i18n import _

if TYPE_CHECKING:  # loads YAML and Markdown, which a bundle does not carry
    from content.checks.hazard_log import AskedQuestion
    from content.checks.sign_off import ContactToRing, SignOffSheet

_GAP = " · "


def run_sign_off(folder: Path, *, as_json: bool = False) -> int:
    """Print the sheet as far as the pack can be read; 1 if the pack has an error, as for `check`."""
    reading, found = read_and_check(folder)
    if reading.library is not None:
        from content.checks.hazard_log import life_and_death
        from content.checks.sign_off import sign_off_sheet
        from desktop.cli.pack_search import pack_search

        sheet = sign_off_sheet(reading.library, reading)
        asked = tuple(life_and_death(reading.library, pack_search(folder))) if reading.library.hazards else ()
        if as_json:
            print_json({**asdict(sheet), "questions": [asdict(one) for one in asked]})
        else:
            print("\n".join(_lines(sheet, asked, reading.library.info)))
    if any(one.severity is not Severity.NOTE for one in found):
        words = _("The check found {summary}: put these right first, with “handrail check”.")
        print(words.format(summary=summary(found)), file=sys.stderr)
    return exit_code(found)


def _lines(sheet: SignOffSheet, asked: tuple[AskedQuestion, ...], info: PackInfo) -> Iterator[str]:
    yield _("Sign-off sheet: {title}").format(title=sheet.title)
    yield _("Edition {edition}, status {status}, sheet of {day}").format(
        edition=sheet.edition, status=sheet.status, day=sheet.day
    )
    yield from _provenance(sheet)
    parts = (
        (_("SUMMARY"), _summary(sheet)),
        (_("WHO MUST SIGN"), _roles(sheet)),
        (_("PAGES"), _pages(sheet)),
        (_("WORDS HELD BACK UNTIL SIGNED"), _held(sheet)),
        (_("STATEMENTS AND WHOSE WORD THEY ARE"), _statements(sheet, info)),
        (_("WORDS WITHOUT AN OUTSIDE SOURCE"), _own_wording(sheet)),
        (_("CONTACTS TO RING"), _contacts(sheet)),
        (_("SOURCES AND THEIR LICENCES"), _sources(sheet)),
        (_("QUESTIONS OF LIFE AND DEATH, AND WHAT THEY FIND"), _questions(asked)),
        (_("WORDS THAT LEAD TO A PAGE"), _search_words(sheet)),
        (_("SYNONYMS"), _synonyms(sheet)),
        (_("GLOSSARY"), _glossary(sheet)),
        (_("PAST THEIR REVIEW DATE"), _overdue(sheet)),
    )
    for title, lines in parts:
        yield ""
        yield title
        yield from lines


def _provenance(sheet: SignOffSheet) -> Iterator[str]:
    yield _("Publisher: {publisher} (language {language})").format(
        publisher=sheet.publisher, language=sheet.language
    )
    yield _("Licence: {licence}").format(licence=sheet.licence)
    if sheet.review_policy:
        yield _("Review policy: {policy}").format(policy=" ".join(sheet.review_policy.split()))
    if sheet.approved_by:
        yield _("Approved by {name} on {day}").format(name=sheet.approved_by, day=_day(sheet.approved_on))


def _summary(sheet: SignOffSheet) -> Iterator[str]:
    counts = sheet.counts
    yield _("Pages: {all}, of which {signed} have every signature they need").format(
        all=counts.pages, signed=counts.signed
    )
    for role, number in counts.still_to_sign.items():
        yield _("Still to be signed by {role}: {number}").format(role=role, number=number)
    if counts.nobody_named:
        yield _("Pages that nobody is named to sign: {number}").format(number=counts.nobody_named)
    if counts.held_parts:
        yield _("Parts that no reader sees until they are signed: {number}").format(number=counts.held_parts)
    yield _("Pages with wording of our own: {own}, of which {only} have no outside source at all").format(
        own=counts.own_wording, only=counts.only_own_wording
    )
    yield _("Contacts to ring or look up: {all}, of which {number} show the number but no hours").format(
        all=counts.contacts, number=counts.number_only
    )
    yield _("Past their review date: {pages} pages, {contacts} contacts").format(
        pages=counts.overdue_pages, contacts=counts.overdue_contacts
    )


def _roles(sheet: SignOffSheet) -> Iterator[str]:
    if not sheet.rules:
        yield _("This pack names nobody: add sign_off to its pack.yml.")
    for rule in sheet.rules:
        kinds = [_(KINDS[kind].name) for kind in rule.kinds if kind in KINDS]
        dangers = [_("each page that answers a hazard")] if rule.hazards else []
        yield f"{rule.role}: {', '.join((*kinds, *dangers, *rule.pages))}"
        if rule.why:
            yield f"    {rule.why}"


def _pages(sheet: SignOffSheet) -> Iterator[str]:
    for page in sheet.pages:
        box = "[ ]" if page.still_to_sign or not page.must_sign else "[x]"
        yield f"{box} {page.page}{_GAP}{page.title}{_GAP}{_(KINDS[page.kind].name)}"
        if page.still_to_sign:
            yield _("    to sign: {roles}").format(roles="; ".join(page.still_to_sign))
        elif not page.must_sign:
            yield _("    to sign: nobody is named")
        if page.signed_off_by:
            names = (f"{one.name} ({one.role}, {_day(one.on)})" for one in page.signed_off_by)
            yield _("    signed: {names}").format(names="; ".join(names))
        yield _("    owner: {owner}; facts read on {day}, to be read again by {review_by}").format(
            owner=page.owner, day=page.reviewed, review_by=page.review_by
        )


def _held(sheet: SignOffSheet) -> Iterator[str]:
    if not sheet.held:
        yield _("None.")
        return
    yield _("No reader sees these words until the role beside them has signed the page.")
    for part in sheet.held:
        box = "[x]" if part.signed else "[ ]"
        yield f"{box} {part.page}{_GAP}{part.role}{_GAP}{part.path}:{part.line}"
        yield from (f"    | {line}" for line in part.words.split("\n"))


def _statements(sheet: SignOffSheet, info: PackInfo) -> Iterator[str]:
    """Each page with its statements in figures, and those whose word somebody outside is."""
    counts = sheet.counts
    marks = (f"{mark_name(mark, info)} {number}" for mark, number in counts.marked.items())
    yield _("{all} statements: {marks}; not yet marked {unmarked}").format(
        all=counts.statements, marks=", ".join(marks), unmarked=counts.unmarked_statements
    )
    for page, statements in groupby(sheet.statements, lambda one: one.page):
        ours = tuple(statements)
        marked = [one for one in ours if one.marks]
        yield _("{page}: {marked} of {all} statements marked").format(
            page=page, marked=len(marked), all=len(ours)
        )
        for one in marked:
            if not one.only_ours:
                sources = ", ".join(one.sources)
                yield f"    [ ] {mark_names(one, info)}{_GAP}{one.words}  [{sources}, :{one.line}]"


def _own_wording(sheet: SignOffSheet) -> Iterator[str]:
    own = [one for one in sheet.statements if one.only_ours]
    yield _("Nobody outside has said these words: read each statement and ask who else says so.")
    for page, statements in groupby(own, lambda one: one.page):
        yield page
        yield from (f"    [ ] {one.words}  [:{one.line}]" for one in statements)
    if not own:
        yield _("No statement is marked as our own yet.")
    mixed = [page for page in sheet.pages if page.own_wording and page.outside_sources]
    waiting = Counter(one.page for one in sheet.statements if not one.marks)
    for page in mixed:
        if waiting[page.page]:
            yield _("{page}: {number} statements do not yet say whether they are our own").format(
                page=page.page, number=waiting[page.page]
            )


def _contacts(sheet: SignOffSheet) -> Iterator[str]:
    for contact in sheet.contacts:
        number = contact.number or _("no number here")
        yield f"[ ] {contact.name}{_GAP}{number}  [{contact.contact}]"
        yield _("    looked up {checked}, next by {review}; publish: {publish}").format(
            checked=_day(contact.checked_on), review=_day(contact.review_by), publish=contact.publish
        )
        if contact.hours:
            yield _("    hours: {hours}").format(hours=contact.hours)
        yield _("    shown on: {places}").format(places=_shown_on(contact))


def _shown_on(contact: ContactToRing) -> str:
    danger = [_("the danger line")] if contact.danger_line else []
    return ", ".join((*danger, *contact.pages)) or _("no page")


def _sources(sheet: SignOffSheet) -> Iterator[str]:
    for source in sheet.sources:
        yield f"[ ] {source.publisher.rstrip('.')}. {source.title}  [{source.source}]"
        yield _("    seen {day}: {address}").format(
            day=_day(source.seen_on), address=source.url or _("no address")
        )
        yield _("    licence: {licence}").format(licence=source.licence or _("not noted"))
        yield _("    used on: {pages}").format(pages=", ".join(source.pages) or _("no page"))


def _questions(asked: tuple[AskedQuestion, ...]) -> Iterator[str]:
    if not asked:
        yield _("This pack names no hazard: add them in its hazards.yml.")
        return
    yield _(
        "Is this the order in which a worker should see these pages? The first of each must be the right one."
    )
    for one in asked:
        yield f"[ ] “{one.words}”: {place_words(one)}"
        yield "    " + ", ".join(f"{place}. {page}" for place, page in enumerate(one.hits, 1))


def _search_words(sheet: SignOffSheet) -> Iterator[str]:
    yield _("Our own guesses at what people type. None of it is shown: does each lead to the right page?")
    for row in sheet.search_words:
        if row.search_terms:
            yield _("[ ] {page}, terms: {words}").format(page=row.page, words=", ".join(row.search_terms))
        if row.spoken:
            yield _("[ ] {page}, as people say it:").format(page=row.page)
            yield from (f"    “{sentence}”" for sentence in row.spoken)


def _synonyms(sheet: SignOffSheet) -> Iterator[str]:
    for one in sheet.synonyms:
        pages = f"  [{', '.join(one.pages)}]" if one.pages else ""
        yield f"[ ] {', '.join((one.term, *one.variants))} → {one.means}{pages}"
    if not sheet.synonyms:
        yield _("None.")


def _glossary(sheet: SignOffSheet) -> Iterator[str]:
    for one in sheet.glossary:
        yield f"[ ] {one.term}: {one.definition}"
    if not sheet.glossary:
        yield _("None.")


def _overdue(sheet: SignOffSheet) -> Iterator[str]:
    late = [(page.review_by, page.page) for page in sheet.pages if page.overdue]
    late += [(one.review_by, one.contact) for one in sheet.contacts if one.overdue and one.review_by]
    for day, name in sorted(late):
        yield f"[ ] {name}{_GAP}{day}"
    if not late:
        yield _("None.")


def _day(day: date | None) -> str:
    return str(day) if day else _("never")
