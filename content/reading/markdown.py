"""Markdown becomes blocks here: CommonMark with tables, tick lists, boxes, page links and contacts.

Nothing is passed through: what has no block of its own is an error for the author, never markup for a view.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping

from content.blocks import (
    MOST_COLUMNS,
    MOST_ROWS,
    Block,
    Callout,
    CalloutKind,
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
from content.findings import Severity
from content.model import Section
from content.reading.block_tree import BlockNode, tree_of
from content.reading.diagnostics import Diagnostics, HeldPart, Reference, SourcePassage, WrittenStatement
from content.reading.inline import InlineReader
from content.reading.line_looks import misread_lines
from content.reading.marks import marks_in_field
from content.reading.parser import MarkdownTooLargeError, parse
from content.reading.references import CONTACT, FROM, GLOSSARY, escape, unescape
from content.reading.word_guard import changed_words, shown_texts, untold
from content.text import runs_text

_TICK = re.compile(r"\[[ xX]\]\s+\S")
_TICK_MARK = re.compile(r"^\[[ xX]\]\s*")
_LONG_NUMBER = 4  # digits; no list is so long, so it may be a telephone number
_HELD = "needs-signature"
_BOXES = ", ".join((*(kind.value for kind in CalloutKind), _HELD))
_Node = BlockNode


def slug(title: str) -> str:
    """The anchor of a section: its title in a-z, 0-9 and hyphens."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-") or "section"


class MarkdownReader:
    """Reads the Markdown of one page, and writes down what it sees."""

    def __init__(self, path: str, page: str, diagnostics: Diagnostics) -> None:
        self._path = path
        self._page = page
        self._diagnostics = diagnostics
        self._first_line = 1
        self._lines: list[str] = []
        self._line = 1
        self._misread: frozenset[int] = frozenset()
        self._refused: set[int] = set()
        self._sources: tuple[str, ...] = ()  # of what was read last
        self._scopes: dict[int, tuple[str, ...]] = {}  # the sources of the headings above, by their level

    def sections(self, text: str, first_line: int) -> tuple[Section, ...]:
        """The text cut at its ## headings; what stands before the first is the lead-in."""
        before = len(self._diagnostics.findings)
        found: list[tuple[str, int, list[Block]]] = [("", first_line, [])]
        for node in self._parse(text, first_line):
            if node.type == "heading" and node.token.tag == "h2":
                found.append((self._section_title(node), self._line, []))
            else:
                found[-1][2].extend(self._block(node))
        self._compare(
            text, (part for title, _line, inner in found for part in (title, *shown_texts(inner))), before
        )
        anchors = _Anchors()
        return tuple(
            Section(anchors.take(title) if title else "", title, tuple(blocks))
            for title, line, blocks in found
            if self._has_words(title, line, blocks)
        )

    def blocks(self, text: str, first_line: int) -> tuple[Block, ...]:
        """The text as blocks; a ## heading in it is an error."""
        before = len(self._diagnostics.findings)
        blocks = self._all(self._parse(text, first_line))
        self._compare(text, shown_texts(blocks), before)
        return blocks

    def _compare(self, text: str, shown: Iterable[str], before: int) -> None:
        """Name each word that is not shown as written, unless a finding since `before` has named its line."""
        if len(self._refused) >= len(self._lines):
            return
        findings = self._diagnostics.findings[before:]
        told = self._refused.union(
            finding.line - self._first_line for finding in findings if finding.severity is Severity.ERROR
        )
        for change in untold(changed_words(escape(text), shown), told):
            self._diagnostics.error(
                self._path, self._first_line + change.line, "words-changed", change.sentence()
            )

    def _has_words(self, title: str, line: int, blocks: list[Block]) -> bool:
        if title and not blocks:
            self._diagnostics.warning(self._path, line, "empty-section", f'Nothing stands under "{title}".')
        return bool(title or blocks)

    def _parse(self, text: str, first_line: int) -> Iterable[_Node]:
        self._first_line = self._line = first_line
        self._lines = text.split("\n")
        self._refused = set()
        self._scopes = {}
        try:
            tokens = parse(text)
        except MarkdownTooLargeError as problem:
            self._diagnostics.error(self._path, first_line + problem.line, problem.rule, problem.sentence)
            self._refused.update(range(len(self._lines)))
            return ()
        misread = tuple(misread_lines(tokens, escape(text).split("\n")))
        for one in misread:
            self._diagnostics.error(self._path, first_line + one.line, one.rule, one.sentence)
            self._refused.update(one.lines)
        self._misread = frozenset(one.lines.start for one in misread)
        return tree_of(tokens)

    def _refuse(self, node: _Node, rule: str, sentence: str) -> None:
        """Name a block that has no place in a page, and remember that all its lines are named."""
        self._error(rule, sentence)
        self._refused.update(range(*node.lines))

    def _error(self, rule: str, sentence: str) -> None:
        self._diagnostics.error(self._path, self._line, rule, sentence)

    def _all(self, nodes: Iterable[_Node]) -> tuple[Block, ...]:
        return tuple(block for node in nodes for block in self._block(node))

    def _block(self, node: _Node) -> Iterator[Block]:
        if node.token.map:
            self._line = self._first_line + node.token.map[0]
        yield from _READ[node.type](self, node)

    def _runs(self, node: _Node) -> Runs:
        """The runs of a node that holds one inline node: a paragraph, a heading or a cell."""
        for inline in node.children:
            if inline.token.map:
                self._line = self._first_line + inline.token.map[0]
            children = inline.token.children
            told = inline.token.content.startswith(":::") or self._line - self._first_line in self._misread
            cell = node.type in ("th", "td")
            reader = InlineReader(self._path, self._page, self._diagnostics, self._line, told=told, cell=cell)
            runs = reader.runs(children or ())
            self._sources = reader.sources
            return runs
        self._sources = ()
        return ()

    def _state(self, line: int, sources: tuple[str, ...], *cells: Runs) -> None:
        """Write down a statement; without sources of its own it has those of the nearest heading."""
        nearest = next((self._scopes[level] for level in sorted(self._scopes, reverse=True)), ())
        if any(_says_something(runs) for runs in cells):
            written = WrittenStatement(self._path, line, self._page, cells, sources or nearest)
            self._diagnostics.statements.append(written)

    def _enter(self, level: int) -> None:
        """A heading ends what the sources of its equals and of those below them held for."""
        self._scopes = {above: sources for above, sources in self._scopes.items() if above < level}
        if self._sources:
            self._scopes[level] = self._sources

    def _section_title(self, node: _Node) -> str:
        self._line = self._first_line + node.lines[0]
        runs = self._runs(node)
        self._enter(2)
        if any(run.target for run in runs):
            self._error("bad-heading", "A section's heading cannot hold a link or a number: put it below.")
        if not (title := runs_text(runs)):
            self._error("bad-heading", "This section's heading has no words.")
        return title or "Untitled"

    def _heading(self, node: _Node) -> Iterator[Block]:
        level = int(node.token.tag[1])
        if level == 1:
            self._error("bad-heading", "The page's title stands in its front matter: begin with ##.")
        elif level == 2:
            self._error("bad-heading", "A ## heading cannot stand here. Is the box above closed with :::?")
        elif level > 4:
            self._error("bad-heading", "Headings go down to ####: use a shorter outline.")
        runs = self._runs(node)
        self._enter(level)
        if runs:
            yield Heading(min(max(level, 3), 4), runs)

    def _paragraph(self, node: _Node) -> Iterator[Block]:
        first = self._line
        runs = self._runs(node)
        if runs_text(runs[:1]).startswith(":::"):
            self._diagnostics.error(self._path, first, "bad-box", "This ::: does not open or close a box.")
        if _only_contacts(node):
            yield ContactCards(tuple(r.target.contact for r in runs if isinstance(r.target, ContactTarget)))
        elif runs:
            if runs_text(runs) != GLOSSARY:
                self._state(first, self._sources, runs)
            yield Paragraph(runs)

    def _list(self, node: _Node) -> Iterator[Block]:
        ticks = [bool(_TICK.match(_first_words(item))) for item in node.children]
        if any(ticks):
            yield self._tick_list(node, all(ticks))
            return
        rows = [(self._number(item), self._all(item.children)) for item in node.children]
        rows = [(number, blocks) for number, blocks in rows if blocks]
        if rows:
            numbers, items = zip(*rows, strict=True)
            yield ListBlock(items, numbers if node.type == "ordered_list" else ())

    def _number(self, item: _Node) -> str:
        """The number of a line, as it was written; the rules see a long one with the words behind it."""
        number = item.token.info + item.token.markup
        if len(item.token.info) >= _LONG_NUMBER:
            line, words = self._first_line + item.lines[0], _first_words(item)
            passage = SourcePassage(self._path, line, f"{number} {words}", self._page)
            self._diagnostics.passages.append(passage)
        return number

    def _tick_list(self, node: _Node, whole: bool) -> TickList:
        if not whole:
            self._error("bad-tick-list", "Either every line of a list begins with [ ], or none does.")
        lines = []
        for item in node.children:
            if len(item.children) > 1:
                self._line = self._first_line + item.lines[0]
                self._error("bad-tick-list", "A line to tick off is one paragraph, with nothing below it.")
            lines.append(_without_tick(self._runs(item.children[0])) if item.children else ())
            self._state(self._line, self._sources, lines[-1])
        return TickList(tuple(line for line in lines if line))

    def _box(self, node: _Node) -> Iterator[Block]:
        name, _, title = unescape(node.token.info).strip().partition(" ")
        title = title.strip()
        if not self._is_closed(node):
            self._error("bad-box", "This box is never closed: put ::: on a line of its own.")
        if name == _HELD:
            yield self._held(node, title)
            return
        if title:
            self._diagnostics.passages.append(SourcePassage(self._path, self._line, title, self._page))
        if "[[" in title or "{contact" in title or "{from" in title:
            sentence = "A box's title cannot hold a link, a number or {from:...}: put it below."
            self._error("bad-reference", sentence)
            title = title.partition("{from")[0].strip()
        elif marks := tuple(marks_in_field(title)):
            self._error("mark", marks[0][1])
        if name not in {kind.value for kind in CalloutKind}:
            self._error("bad-box", f'"{name[:40]}" is not a kind of box: there are {_BOXES}.')
            yield from self._all(node.children)
            return
        yield Callout(CalloutKind(name), title, self._inside(node))

    def _inside(self, node: _Node) -> tuple[Block, ...]:
        """What stands in a box: headings in it say nothing of what follows it."""
        scopes = self._scopes
        blocks = self._all(node.children)
        self._scopes = scopes
        return blocks

    def _held(self, node: _Node, role: str) -> NeedsSignature:
        """A part that waits for a signature; whether the page carries it is seen when the pack is linked."""
        line = self._line
        if len(role.split()) == 1:
            self._diagnostics.references.append(Reference(self._path, line, "role", role))
        else:
            sentence = f"Behind {_HELD} stands one word, the id of a role that pack.yml names under sign_off."
            self._error("bad-box", sentence)
        blocks = self._inside(node)
        if not blocks:
            self._diagnostics.error(self._path, line, "bad-box", "Nothing stands in this box.")
        self._diagnostics.held.append(HeldPart(self._path, line, self._page, role, blocks))
        return NeedsSignature(role, blocks)

    def _is_closed(self, node: _Node) -> bool:
        end = node.lines[1]
        return end < len(self._lines) and self._lines[end].lstrip("> ").startswith(":::")

    def _table(self, node: _Node) -> Iterator[Block]:
        rows = [row for part in node.children for row in part.children]
        if len(rows[0].children) > MOST_COLUMNS or len(rows) > 1 + MOST_ROWS:
            sentence = f"A table has at most {MOST_COLUMNS} columns and {MOST_ROWS} rows: make two of it."
            self._refuse(node, "too-large", sentence)
            return
        for row in rows:
            self._check_cells(row, len(rows[0].children))
        header = tuple(self._runs(cell) for cell in rows[0].children)
        yield Table(header, tuple(self._row(row) for row in rows[1:]))

    def _row(self, row: _Node) -> tuple[Runs, ...]:
        read = [(self._runs(cell), self._sources) for cell in row.children]
        cells = tuple(runs for runs, _sources in read)
        sources = dict.fromkeys(source for _runs, its_sources in read for source in its_sources)
        self._state(self._first_line + row.lines[0], tuple(sources), *cells)
        return cells

    def _check_cells(self, row: _Node, columns: int) -> None:
        self._line = self._first_line + row.lines[0]
        source = escape(self._lines[row.lines[0]]).strip()
        cells = re.split(r"(?<!\\)\|", source.removeprefix("|").removesuffix("|"))
        if len(cells) > columns:
            self._error("bad-table", f"This row has {len(cells)} cells, but the table has {columns} columns.")

    def _quote(self, node: _Node) -> Iterator[Block]:
        sentence = "Quotations (>) are shown as plain paragraphs: use quotation marks or a box."
        self._diagnostics.warning(self._path, self._line, "quotation", sentence)
        yield from self._all(node.children)

    def _code(self, node: _Node) -> Iterator[Block]:
        self._refuse(node, "code", "Code blocks cannot stand in a page. Is a line indented by four spaces?")
        return iter(())

    def _rule(self, node: _Node) -> Iterator[Block]:
        if node.lines[0] not in self._misread:
            sentence = "Lines across the page are not shown."
            self._diagnostics.warning(self._path, self._line, "rule-line", sentence)
        return iter(())

    def _html(self, node: _Node) -> Iterator[Block]:
        start = node.token.content.strip().partition("\n")[0][:40]
        self._refuse(node, "raw-html", f'"{start}" is raw HTML: a page is Markdown only.')
        return iter(())


_READ: Mapping[str, Callable[[MarkdownReader, _Node], Iterator[Block]]] = {
    "heading": MarkdownReader._heading,
    "paragraph": MarkdownReader._paragraph,
    "bullet_list": MarkdownReader._list,
    "ordered_list": MarkdownReader._list,
    "container_box": MarkdownReader._box,
    "table": MarkdownReader._table,
    "blockquote": MarkdownReader._quote,
    "code_block": MarkdownReader._code,
    "fence": MarkdownReader._code,
    "hr": MarkdownReader._rule,
    "html_block": MarkdownReader._html,
}


class _Anchors:
    """Gives each section of a page an anchor of its own."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, title: str) -> str:
        wanted = anchor = slug(title)
        number = 1
        while anchor in self._taken:
            number += 1
            anchor = f"{wanted}-{number}"
        self._taken.add(anchor)
        return anchor


def _first_words(item: _Node) -> str:
    """The source of a list item's first paragraph."""
    first = item.children[0] if item.children else None
    return first.children[0].token.content if first and first.type == "paragraph" and first.children else ""


def _without_tick(runs: Runs) -> Runs:
    if not runs:
        return ()
    first, *rest = runs
    words = _TICK_MARK.sub("", first.text)
    return (Run(words, first.strong, first.target), *rest) if words else tuple(rest)


def _says_something(runs: Runs) -> bool:
    """Whether there is more than the words of links: a way to another page states nothing."""
    return any(run.text.strip(" .,") and not isinstance(run.target, PageTarget) for run in runs)


def _only_contacts(node: _Node) -> bool:
    tokens = [token for inline in node.children for token in inline.token.children or ()]
    blank = [
        token.type in ("softbreak", FROM) or (token.type == "text" and not token.content.strip())
        for token in tokens
    ]
    return {token.type for token, skip in zip(tokens, blank, strict=True) if not skip} == {CONTACT}
