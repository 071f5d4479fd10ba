"""The stage of reading that ties a pack together: every id meets its thing, or the author hears where not.

What points nowhere is taken out, so that nothing after this stage can meet a dead link.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from content.blocks import (
    MOST_ROWS,
    Block,
    Callout,
    ContactCards,
    ContactTarget,
    Heading,
    ListBlock,
    NeedsSignature,
    PageTarget,
    Paragraph,
    Run,
    Runs,
    Table,
    TickList,
)
from content.findings import Finding, error
from content.model import Contact, GlossaryTerm, Page, PageHead, Section, Theme
from content.reading.contacts import PUBLISHABLE
from content.reading.diagnostics import (
    Diagnostics,
    HeldPart,
    Reference,
    ReferenceKind,
    SourcePassage,
    WrittenStatement,
)
from content.reading.records import PackTables
from content.reading.references import GLOSSARY
from content.reading.signatures import HeldWords, signed_roles
from content.reading.statements import Statement
from content.text import CELL_GAP, blocks_text, runs_text, shown_number

_HALF = re.compile(r"\{([a-z0-9_-]+)\}")
_RULES: Mapping[ReferenceKind, tuple[str, str]] = {
    "page": ("unresolved-page", "There is no page"),
    "contact": ("unresolved-contact", "contacts.yml has no contact"),
    "source": ("unresolved-source", "sources.yml has no source"),
    "theme": ("unknown-theme", "themes.yml has no theme"),
    "group": ("unknown-group", "groups.yml has no child group"),
    "role": ("unknown-role", "sign_off in pack.yml has no role"),
}


_GLOSSARY_HEADER = ((Run("Word"),), (Run("What it means"),))
DEEPEST_THEME = 8
"""Themes within themes: more levels than anybody could open, and few enough for every reader of the tree."""


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that may be named. `declared` also holds pages whose own file could not be read.

    `roles` has what a page may call each role that signs, and the role's name.
    """

    pages: Mapping[str, Page]
    declared: Collection[str]
    tables: PackTables
    roles: Mapping[str, str]

    def ids(self, kind: ReferenceKind) -> Collection[str]:
        """Every id of this kind."""
        match kind:
            case "page":
                return self.declared
            case "contact":
                return self.tables.contacts
            case "source":
                return self.tables.sources
            case "theme":
                return self.tables.themes
            case "group":
                return self.tables.groups
            case "role":
                return self.roles

    def anchors(self, page_id: str) -> Mapping[str, str]:
        """The titles of a page's sections by anchor."""
        page = self.pages.get(page_id)
        return {part.anchor: part.title for part in page.sections if part.anchor} if page else {}


def unresolved(
    references: Iterable[Reference], known: Known, unread: Collection[str] = ()
) -> Iterator[Finding]:
    """A finding for each reference that leads nowhere; of a table that could not be read nothing is known."""
    for reference in references:
        if f"{reference.kind}s.yml" in unread:
            continue
        ids = known.ids(reference.kind)
        if reference.id not in ids:
            rule, sentence = _RULES[reference.kind]
            hint = _hint(reference.id, ids)
            yield error(reference.path, reference.line, rule, f'{sentence} "{reference.id}"{hint}')
        elif reference.section and reference.id in known.pages:
            yield from _without_anchor(reference, known.anchors(reference.id))


def half_references(passages: Iterable[SourcePassage], known: Known) -> Iterator[Finding]:
    """A finding for each {id} of a contact: the worker would read the id, not the number."""
    for passage in passages:
        if "{" in passage.text:
            for found in _HALF.finditer(passage.text):
                if found[1] in known.tables.contacts:
                    sentence = f"{found[0]} would be shown as it is: write {{contact:{found[1]}}}."
                    yield error(passage.path, passage.line_at(found.start()), "bad-reference", sentence)


def _without_anchor(reference: Reference, anchors: Mapping[str, str]) -> Iterator[Finding]:
    if reference.section not in anchors:
        hint = _hint(reference.section, anchors)
        sentence = f'The page "{reference.id}" has no section "{reference.section}"{hint}'
        yield error(reference.path, reference.line, "unresolved-anchor", sentence)


def _hint(id_: str, ids: Iterable[str]) -> str:
    near = difflib.get_close_matches(id_, ids, 1)
    return f': did you mean "{near[0]}"?' if near else "."


def linked_themes(themes: Mapping[str, Theme], diagnostics: Diagnostics) -> dict[str, Theme]:
    """The themes without unknown parents and without circles."""
    linked: dict[str, Theme] = {}
    for id_, theme in themes.items():
        if _is_cyclic(id_, themes):
            line = diagnostics.field_lines.get(("themes.yml", id_, "parent"), 1)
            sentence = f'The theme "{id_}" stands below itself: give it another parent.'
            diagnostics.error("themes.yml", line, "theme-circle", sentence)
            theme = replace(theme, parent="")
        elif _depth(id_, themes) > DEEPEST_THEME:
            line = diagnostics.field_lines.get(("themes.yml", id_, "parent"), 1)
            sentence = f'The theme "{id_}" stands more than {DEEPEST_THEME} levels deep: move it up.'
            diagnostics.error("themes.yml", line, "theme-too-deep", sentence)
            theme = replace(theme, parent="")
        linked[id_] = theme if theme.parent in themes else replace(theme, parent="")
    return linked


def _depth(id_: str, themes: Mapping[str, Theme]) -> int:
    depth = 0
    while id_ in themes and depth <= DEEPEST_THEME:
        id_, depth = themes[id_].parent, depth + 1
    return depth


def _is_cyclic(id_: str, themes: Mapping[str, Theme]) -> bool:
    above = themes[id_].parent
    for _ in themes:
        if above == id_:
            return True
        above = themes[above].parent if above in themes else ""
    return False


class Linker:
    """Gives references their words, and takes out those that lead nowhere."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._contacts: Mapping[str, Contact] = known.tables.contacts
        self._anchors = {page_id: known.anchors(page_id) for page_id in known.pages}
        self._signed: Collection[str] = frozenset()

    def page(self, page: Page) -> Page:
        """The page with every run complete, and without the words that nobody has signed."""
        self._signed = signed_roles(page.head, self._known.roles)
        sections = (Section(part.anchor, part.title, self._all(part.blocks)) for part in page.sections)
        parts = self._all(page.at_a_glance), self._all(page.act_now), tuple(sections)
        return Page(self._head(page.head), *parts, page.spoken)

    def held(self, part: HeldPart) -> HeldWords:
        """What a part that waits for a signature says, as it would be read."""
        page = self._known.pages.get(part.page)
        self._signed = signed_roles(page.head, self._known.roles) if page else frozenset()
        role = self._role(part.role)
        words = blocks_text(self._all(part.blocks), self._contacts)
        return HeldWords(part.path, part.line, part.page, role, words, role in self._signed)

    def statement(self, written: WrittenStatement) -> Statement:
        """A statement with its links and numbers as they are read."""
        words = CELL_GAP.join(runs_text(self._runs(runs)) for runs in written.cells)
        return Statement(written.path, written.line, written.page, words, written.sources)

    def _head(self, head: PageHead) -> PageHead:
        signed = (replace(one, role=self._role(one.role)) for one in head.signed_off_by)
        return replace(head, signed_off_by=tuple(signed))

    def _role(self, word: str) -> str:
        return self._known.roles.get(word, word)

    def _all(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        linked = (one for block in blocks for one in self._linked(block))
        return tuple(block for block in linked if block != ContactCards(()))

    def _linked(self, block: Block) -> Iterable[Block]:
        match block:
            case Paragraph(runs=(Run(text=text),)) if text.strip() == GLOSSARY:
                return self._glossary()
            case NeedsSignature(role=word, blocks=blocks):
                role = self._role(word)
                return self._all(blocks) if role in self._signed else (NeedsSignature(role),)
        return (self._block(block),)

    def _block(self, block: Block) -> Block:
        match block:
            case NeedsSignature(role=role):
                return NeedsSignature(role)
            case Heading(level=level, runs=runs):
                return Heading(level, self._runs(runs))
            case Paragraph(runs=runs):
                return Paragraph(self._runs(runs))
            case ListBlock(items=items):
                return replace(block, items=tuple(map(self._all, items)))
            case TickList(items=lines):
                return TickList(tuple(map(self._runs, lines)))
            case Callout(kind=kind, title=title, blocks=blocks):
                return Callout(kind, title, self._all(blocks))
            case Table(header=header, rows=rows):
                return Table(self._cells(header), tuple(map(self._cells, rows)))
            case ContactCards(contacts=contacts):
                return ContactCards(tuple(id_ for id_ in contacts if id_ in self._contacts))

    def _glossary(self) -> Iterator[Table]:
        """One table, or more where it would be too long."""
        terms = sorted(self._known.tables.glossary, key=lambda one: one.term.casefold())
        for start in range(0, max(1, len(terms)), MOST_ROWS):
            rows = map(self._glossary_row, terms[start : start + MOST_ROWS])
            yield Table(_GLOSSARY_HEADER, tuple(rows))

    def _glossary_row(self, term: GlossaryTerm) -> tuple[Runs, ...]:
        target = PageTarget(term.page) if term.page in self._known.pages else None
        return (Run(term.term, True, target),), (Run(term.definition),)

    def _cells(self, cells: tuple[Runs, ...]) -> tuple[Runs, ...]:
        return tuple(map(self._runs, cells))

    def _runs(self, runs: Runs) -> Runs:
        if all(run.target is None for run in runs):
            return runs
        return tuple(map(self._run, runs))

    def _run(self, run: Run) -> Run:
        match run.target:
            case ContactTarget(contact=contact):
                return self._mention(run, contact)
            case PageTarget(page=page, section=section):
                return self._page_link(run, page, section)
            case _:
                return run

    def _mention(self, run: Run, contact_id: str) -> Run:
        contact = self._contacts.get(contact_id)
        if contact is None:
            return Run(contact_id, True)
        return Run(shown_number(contact) or contact.name, True, run.target)

    def _page_link(self, run: Run, page_id: str, section: str) -> Run:
        page = self._known.pages.get(page_id)
        if page is None:
            return Run(run.text or page_id, run.strong)
        anchors = self._anchors[page_id]
        words = run.text or anchors.get(section, page.head.title)
        return Run(words, run.strong, PageTarget(page_id, section if section in anchors else ""))


def shareable(contact: Contact) -> Contact:
    """The contact without a number that may not be shown."""
    return contact if contact.publish in PUBLISHABLE else replace(contact, phone="", text="")
