"""What a safeguarding lead needs before a pack may be called approved: `handrail check FOLDER --sign-off`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from content.checks.statements import MarkedStatement, marked_statements
from content.model import (
    MARKS,
    OURS,
    GlossaryTerm,
    Library,
    PageHead,
    Signature,
    SignOffRule,
    Synonym,
)
from content.reading.read import Reading
from content.reading.signatures import HeldWords
from content.text import quickest_way


@dataclass(frozen=True, slots=True, kw_only=True)
class PageToSign:
    """One page: whose names it needs, whose it has, and what it rests on besides the pack's own wording."""

    page: str
    title: str
    kind: str
    must_sign: tuple[str, ...]
    still_to_sign: tuple[str, ...]
    signed_off_by: tuple[Signature, ...]
    own_wording: bool
    outside_sources: int
    owner: str
    reviewed: date
    review_by: date
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactToRing:
    """One way to reach somebody, when it was last looked up, and where a worker would meet it."""

    contact: str
    name: str
    number: str
    publish: str
    hours: str
    checked_on: date | None
    review_by: date | None
    overdue: bool
    danger_line: bool
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceToWeigh:
    """Where statements come from, what may be done with its words, and which pages rest on it."""

    source: str
    title: str
    publisher: str
    url: str
    licence: str
    seen_on: date | None
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchWords:
    """What leads a worker to a page and is never shown on it: our guesses, which a practitioner judges."""

    page: str
    search_terms: tuple[str, ...]
    spoken: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The sheet in figures; `still_to_sign` counts pages by role, `marked` statements by mark."""

    pages: int
    signed: int
    still_to_sign: Mapping[str, int]
    nobody_named: int
    own_wording: int
    only_own_wording: int
    statements: int
    unmarked_statements: int
    marked: Mapping[str, int]
    held_parts: int
    overdue_pages: int
    contacts: int
    number_only: int
    overdue_contacts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffSheet:
    """The whole sheet, of one day."""

    pack: str
    title: str
    publisher: str
    language: str
    licence: str
    review_policy: str
    edition: date
    status: str
    approved_by: str
    approved_on: date | None
    day: date
    rules: tuple[SignOffRule, ...]
    counts: Counts
    pages: tuple[PageToSign, ...]
    held: tuple[HeldWords, ...]
    statements: tuple[MarkedStatement, ...]
    contacts: tuple[ContactToRing, ...]
    sources: tuple[SourceToWeigh, ...]
    search_words: tuple[SearchWords, ...]
    synonyms: tuple[Synonym, ...]
    glossary: tuple[GlossaryTerm, ...]


def sign_off_sheet(library: Library, reading: Reading, today: date | None = None) -> SignOffSheet:
    """The sheet of a pack; like a check, it takes a day before the edition for the day of the edition."""
    info = library.info
    day = max(today or date.today(), info.edition)
    pages = tuple(_page(head, library, reading, day) for head in library.heads.values())
    statements = tuple(marked_statements(library, reading))
    contacts = tuple(_contacts(library, _shown_on(reading), day))
    return SignOffSheet(
        pack=info.id,
        title=info.title,
        publisher=info.publisher,
        language=info.language,
        licence=info.licence,
        review_policy=info.review_policy,
        edition=info.edition,
        status=info.status.value,
        approved_by=info.approved_by,
        approved_on=info.approved_on,
        day=day,
        rules=info.sign_off,
        counts=_counts(pages, contacts, reading, statements),
        pages=pages,
        held=reading.held,
        statements=statements,
        contacts=contacts,
        sources=tuple(_sources(library)),
        search_words=tuple(_search_words(library)),
        synonyms=tuple(library.synonyms),
        glossary=tuple(library.glossary),
    )


def signers(head: PageHead, library: Library, reading: Reading) -> tuple[str, ...]:
    """The roles that a page needs, in the order in which the pack names them.

    They sign the page, or a part of it that is held back until they have.
    """
    held = {part.role for part in reading.held if part.page == head.id}
    is_hazard = any(hazard.page == head.id for hazard in library.hazards)

    def asks(rule: SignOffRule) -> bool:
        named = head.kind in rule.kinds or head.id in rule.pages
        return named or rule.role in held or (rule.hazards and is_hazard)

    return tuple(dict.fromkeys(rule.role for rule in library.info.sign_off if asks(rule)))


def still_to_sign(head: PageHead, library: Library, reading: Reading) -> tuple[str, ...]:
    """The roles that have not signed: a page may need two, and a name counts for the role beside it."""
    signed = {one.role for one in head.signed_off_by if one.name and one.on}
    return tuple(role for role in signers(head, library, reading) if role not in signed)


def _page(head: PageHead, library: Library, reading: Reading, day: date) -> PageToSign:
    ours = [source for source in head.sources if library.sources[source].mark == OURS]
    return PageToSign(
        page=head.id,
        title=head.title,
        kind=head.kind,
        must_sign=signers(head, library, reading),
        still_to_sign=still_to_sign(head, library, reading),
        signed_off_by=head.signed_off_by,
        own_wording=bool(ours),
        outside_sources=len(head.sources) - len(ours),
        owner=head.owner,
        reviewed=head.reviewed,
        review_by=head.review_by,
        overdue=head.review_by < day,
    )


def _shown_on(reading: Reading) -> Mapping[str, tuple[str, ...]]:
    """The pages on which each contact stands, by contact."""
    shown: dict[str, dict[str, None]] = {}
    for reference in reading.references:
        if reference.kind == "contact" and reference.path.startswith("pages/"):
            page = reference.path.removeprefix("pages/").removesuffix(".md")
            shown.setdefault(reference.id, {})[page] = None
    return {contact: tuple(pages) for contact, pages in shown.items()}


def _contacts(library: Library, shown: Mapping[str, tuple[str, ...]], day: date) -> Iterator[ContactToRing]:
    for contact in library.contacts.values():
        yield ContactToRing(
            contact=contact.id,
            name=contact.name,
            number=quickest_way(contact),
            publish=contact.publish,
            hours=contact.hours_words,
            checked_on=contact.checked_on,
            review_by=contact.review_by,
            overdue=contact.review_by is not None and contact.review_by < day,
            danger_line=contact.id in library.info.danger_contacts,
            pages=shown.get(contact.id, ()),
        )


def _sources(library: Library) -> Iterator[SourceToWeigh]:
    for source in library.sources.values():
        yield SourceToWeigh(
            source=source.id,
            title=source.title,
            publisher=source.publisher,
            url=source.url,
            licence=source.licence,
            seen_on=source.seen_on,
            pages=tuple(head.id for head in library.heads.values() if source.id in head.sources),
        )


def _search_words(library: Library) -> Iterator[SearchWords]:
    for page in library.pages.values():
        yield SearchWords(page=page.head.id, search_terms=page.head.search_terms, spoken=page.spoken)


def _counts(
    pages: tuple[PageToSign, ...],
    contacts: tuple[ContactToRing, ...],
    reading: Reading,
    statements: tuple[MarkedStatement, ...],
) -> Counts:
    return Counts(
        pages=len(pages),
        signed=sum(bool(page.must_sign) and not page.still_to_sign for page in pages),
        still_to_sign=dict(Counter(role for page in pages for role in page.still_to_sign)),
        nobody_named=sum(not page.must_sign for page in pages),
        own_wording=sum(page.own_wording for page in pages),
        only_own_wording=sum(page.own_wording and not page.outside_sources for page in pages),
        statements=len(statements),
        unmarked_statements=sum(not one.marks for one in statements),
        marked={mark: sum(mark in one.marks for one in statements) for mark in MARKS},
        held_parts=sum(not part.signed for part in reading.held),
        overdue_pages=sum(page.overdue for page in pages),
        contacts=len(contacts),
        number_only=sum(contact.publish == "yes-number-only" for contact in contacts),
        overdue_contacts=sum(contact.overdue for contact in contacts),
    )
