"""The nouns of a pack, frozen: themes, child groups, contacts, pages and the library that holds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from content.blocks import Block


class Status(Enum):
    """Whether a safeguarding lead has signed the edition; a draft says so on every page.

    PROGRAM is for the program's own handbook only: help with the program, which no lead signs.
    """

    DRAFT = "draft"
    APPROVED = "approved"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class SignOffRule:
    """Who must sign before the pack may be approved: all pages of these kinds, and these pages.

    `id` is the one word by which a part of a page names the role that it waits for. `hazards` adds every page
    that answers a hazard, of whatever kind it is.
    """

    role: str
    kinds: tuple[str, ...]
    pages: tuple[str, ...]
    why: str = ""
    id: str = ""
    hazards: bool = False


@dataclass(frozen=True, slots=True)
class PackInfo:
    """Who publishes the guidance, in which edition, and whether it has been approved."""

    id: str
    title: str
    publisher: str
    language: str
    edition: date
    licence: str
    status: Status
    approved_by: str = ""
    approved_on: date | None = None
    review_policy: str = ""
    start_here: tuple[str, ...] = ()
    danger_page: str = ""
    danger_contacts: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    sign_off: tuple[SignOffRule, ...] = ()
    readability_exceptions: tuple[tuple[str, str], ...] = ()  # page and why it may read harder


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject of guidance; a theme may stand under a parent theme. Never a colour scheme."""

    id: str
    title: str
    order: int
    summary: str
    parent: str = ""
    icon: str = ""
    start_page: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Whom a page is about: a group of children, such as babies or young carers."""

    id: str
    title: str
    order: int
    summary: str
    icon: str = ""
    start_page: str = ""


@dataclass(frozen=True, slots=True)
class OpenHours:
    """When a line answers: days 0-6 (Monday is 0), times as minutes after midnight, local time."""

    days: tuple[int, ...]
    opens: int
    closes: int
    bank_holidays: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """Someone to ring. A number stands here and nowhere else in a pack."""

    id: str
    name: str
    for_whom: str
    phone: str = ""
    text: str = ""
    email: str = ""
    web: str = ""
    note: str = ""
    hours: tuple[OpenHours, ...] = ()
    hours_words: str = ""
    out_of_hours: str = ""
    publish: str = "no"
    checked_on: date | None = None
    review_by: date | None = None
    sources: tuple[str, ...] = ()


LAW, LOCAL, NATIONAL, ELSEWHERE, OURS = MARKS = ("law", "local", "national", "elsewhere", "ours")
"""Whose word a source is: an Act; those who are responsible here; a national body; whoever binds nobody here,
as another area; and the pack's own wording, said by nobody outside. A statement has those of its sources.
"""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from."""

    id: str
    title: str
    publisher: str
    url: str = ""
    licence: str = ""
    page_date: str = ""
    seen_on: date | None = None
    mark: str = ""  # one of MARKS, or empty where the author has not said


@dataclass(frozen=True, slots=True)
class Synonym:
    """One thing and the words that workers, families and offices use for it; only `means` is ever shown."""

    term: str
    means: str
    variants: tuple[str, ...] = ()
    caps_only: bool = False
    pages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A word or acronym explained in a sentence."""

    term: str
    definition: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Words a worker may type and the pages that answer them, graded 2 (best) or 1."""

    words: str
    grades: tuple[tuple[str, int], ...]
    kind: str = "plain"


@dataclass(frozen=True, slots=True)
class Hazard:
    """One way in which a child or a worker may come to grave harm, and the page that answers it.

    `questions` are sentences that must find that page first, `words` those that mean danger at once wherever
    they are typed. `situation` is for authors and signatories.
    """

    id: str
    situation: str
    page: str
    contacts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """Somebody who has read a page and answers for it, in a role that the pack names under sign_off."""

    name: str
    role: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class PageHead:
    """What trees, hits and lists need to know of a page without its text."""

    id: str
    title: str
    kind: str
    themes: tuple[str, ...]
    groups: tuple[str, ...]
    sources: tuple[str, ...]
    facts: tuple[str, ...]
    reviewed: date
    review_by: date
    owner: str
    signed_off_by: tuple[Signature, ...] = ()
    related: tuple[str, ...] = ()
    renamed_from: tuple[str, ...] = ()
    search_terms: tuple[str, ...] = ()
    family_safe: bool = False
    summary: str = ""
    minutes: int = 1
    pack: str = ""  # the pack that was joined to the library's own and brought the page; empty: the own


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it: the unit that is indexed.

    The lead-in before the first heading has no title and no anchor.
    """

    anchor: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One piece of guidance: head, what to see first, what to do now, and sections in reading order."""

    head: PageHead
    at_a_glance: tuple[Block, ...]
    act_now: tuple[Block, ...]
    sections: tuple[Section, ...]
    spoken: tuple[str, ...] = ()  # sentences as people say them: searched, never shown


@dataclass(frozen=True, slots=True)
class Library:
    """A whole pack. Mappings keep the author's order; `heads` is the reading order.

    All but `info`, `themes`, `groups` and `joined` may be read only when somebody asks, and may then raise
    EditionDamagedError; it is safe to share between threads. Who needs something of all pages asks
    content/listing.py.
    `joined` holds the packs that were joined to the library's own, by id; see content/join.py.
    """

    info: PackInfo
    themes: Mapping[str, Theme]
    groups: Mapping[str, Group]
    contacts: Mapping[str, Contact]
    sources: Mapping[str, Source]
    synonyms: Sequence[Synonym]
    glossary: Sequence[GlossaryTerm]
    questions: Sequence[Question]
    heads: Mapping[str, PageHead]
    pages: Mapping[str, Page] = field(repr=False)
    joined: Mapping[str, PackInfo] = field(default_factory=dict)
    hazards: Sequence[Hazard] = ()

    def info_of(self, head: PageHead) -> PackInfo:
        """Who publishes this page: the pack it came from, not always the library's own."""
        return self.joined.get(head.pack, self.info)
