"""Pages and their heads as JSON and back: short, because there are many, and nothing is taken as it comes.

A run without style is its text; a paragraph is a list of runs; any other block is a list that starts with a
number. A field that is not as its type says is refused with a ValueError or a TypeError, so that no damaged
page reaches whoever draws it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date
from typing import Any

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
    Target,
    TickList,
    WebTarget,
)
from content.json_text import count_in, flag_in, list_in, text_in, texts_in
from content.model import Page, PageHead, Section, Signature

_LIST, _TICKS, _CALLOUT, _HEADING, _TABLE, _CARDS, _WAITING = range(7)
_NO_TARGET, _PAGE, _CONTACT, _WEB = range(0, 8, 2)
_STRONG = 1
_DEEPEST_HEADING = 6
_LONGEST_NUMBER = 10  # nine digits and a dot, as in Markdown


def encoded_page(page: Page) -> list[Any]:
    """The page without its head."""
    sections = [[one.anchor, one.title, _encoded_blocks(one.blocks)] for one in page.sections]
    spoken = [page.spoken] if page.spoken else []
    return [_encoded_blocks(page.at_a_glance), _encoded_blocks(page.act_now), sections, *spoken]


def decoded_page(head: PageHead, found: object) -> Page:
    """The page of this head."""
    at_a_glance, act_now, sections, *more = list_in(found)
    blocks = _blocks(at_a_glance), _blocks(act_now)
    spoken = texts_in(*more) if more else ()
    return Page(head, *blocks, tuple(map(_section, list_in(sections))), spoken)


def encoded_head(head: PageHead) -> list[Any]:
    """The fields in order, without those at the end that are as they would be anyway."""
    values = [getattr(head, field.name) for field in _HEAD_FIELDS]
    while values and values[-1] == _HEAD_FIELDS[len(values) - 1].default:
        values.pop()
    return list(map(_plain, values))


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if value and isinstance(value, tuple) and isinstance(value[0], Signature):
        return [[one.name, one.role, one.on.isoformat() if one.on else ""] for one in value]
    return value


def decoded_head(found: object) -> PageHead:
    """The head whose fields these are."""
    values = list_in(found)
    if len(values) > len(_HEAD_READERS):
        raise ValueError("too many fields")
    return PageHead(*(read(value) for read, value in zip(_HEAD_READERS, values, strict=False)))


def _section(found: object) -> Section:
    anchor, title, blocks = list_in(found)
    return Section(text_in(anchor), text_in(title), _blocks(blocks))


def _encoded_blocks(blocks: Iterable[Block]) -> list[Any]:
    return [_encoded_block(block) for block in blocks]


def _encoded_block(block: Block) -> list[Any]:
    match block:
        case Paragraph(runs=runs):
            return _encoded_runs(runs)
        case Heading(level=level, runs=runs):
            return [_HEADING, level, _encoded_runs(runs)]
        case ListBlock(items=items, numbers=numbers):
            return [_LIST, [_encoded_blocks(item) for item in items], *numbers]
        case TickList(items=lines):
            return [_TICKS, [_encoded_runs(line) for line in lines]]
        case Callout(kind=kind, title=title, blocks=inner):
            return [_CALLOUT, kind.value, title, _encoded_blocks(inner)]
        case Table(header=header, rows=rows):
            return [_TABLE, *([_encoded_runs(cell) for cell in row] for row in (header, *rows))]
        case ContactCards(contacts=contacts):
            return [_CARDS, contacts]
        case NeedsSignature(role=role):  # whatever stands in it stays behind
            return [_WAITING, role]


def _blocks(found: object) -> tuple[Block, ...]:
    return tuple(map(_block, list_in(found)))


def _block(found: object) -> Block:
    parts = list_in(found)
    if not parts or type(parts[0]) is not int:
        return Paragraph(_runs(parts))
    return _BLOCK_READERS[parts[0]](*parts[1:])


def _list_block(items: object, *numbers: object) -> Block:
    inner = tuple(map(_blocks, list_in(items)))
    written = tuple(map(text_in, numbers))
    if written and (len(written) != len(inner) or max(map(len, written)) > _LONGEST_NUMBER):
        raise ValueError("not the numbers of these lines")
    return ListBlock(inner, written)


def _tick_list(lines: object) -> Block:
    return TickList(tuple(map(_runs, list_in(lines))))


def _callout(kind: object, title: object, inner: object) -> Block:
    return Callout(CalloutKind(text_in(kind)), text_in(title), _blocks(inner))


def _heading(level: object, runs: object) -> Block:
    return Heading(count_in(level, _DEEPEST_HEADING), _runs(runs))


def _table(*rows: object) -> Block:
    header, *others = (tuple(map(_runs, list_in(row))) for row in rows)
    if any(len(row) != len(header) for row in others):
        raise ValueError("a row of another length")
    if len(header) > MOST_COLUMNS or len(others) > MOST_ROWS:
        raise ValueError("a larger table than any page may hold")
    return Table(header, tuple(others))


def _cards(contacts: object) -> Block:
    return ContactCards(texts_in(contacts))


def _waiting(role: object) -> Block:
    return NeedsSignature(text_in(role))


_BLOCK_READERS: dict[int, Callable[..., Block]] = {
    _LIST: _list_block,
    _TICKS: _tick_list,
    _CALLOUT: _callout,
    _HEADING: _heading,
    _TABLE: _table,
    _CARDS: _cards,
    _WAITING: _waiting,
}


def _encoded_runs(runs: Runs) -> list[Any]:
    return [_encoded_run(run) for run in runs]


def _encoded_run(run: Run) -> Any:
    match run.target:
        case None:
            return [run.text, _STRONG] if run.strong else run.text
        case PageTarget(page=page, section=section):
            return [run.text, _PAGE | run.strong, page, *([section] if section else ())]
        case ContactTarget(contact=contact):
            return [run.text, _CONTACT | run.strong, contact]
        case WebTarget(url=url):
            return [run.text, _WEB | run.strong, url]


def _runs(found: object) -> Runs:
    return tuple(map(_run, list_in(found)))


def _run(found: object) -> Run:
    if type(found) is str:
        return Run(found)
    text, style, *target = list_in(found)
    style = count_in(style)
    return Run(text_in(text), bool(style & _STRONG), _target(style & ~_STRONG, texts_in(target)))


def _target(kind: int, names: tuple[str, ...]) -> Target | None:
    if kind == _NO_TARGET and not names:
        return None
    return _TARGETS[kind](*names)


_TARGETS: dict[int, Callable[..., Target]] = {_PAGE: PageTarget, _CONTACT: ContactTarget, _WEB: WebTarget}


def _date(found: object) -> date:
    return date.fromisoformat(text_in(found))


def _signatures(found: object) -> tuple[Signature, ...]:
    return tuple(map(_signature, list_in(found)))


def _signature(found: object) -> Signature:
    name, role, on = texts_in(found)
    return Signature(name, role, date.fromisoformat(on) if on else None)


_READERS_BY_TYPE: dict[str, Callable[[object], Any]] = {
    "str": text_in,
    "tuple[str, ...]": texts_in,
    "date": _date,
    "tuple[Signature, ...]": _signatures,
    "bool": flag_in,
    "int": count_in,
}
_HEAD_FIELDS = fields(PageHead)
_HEAD_READERS = tuple(_READERS_BY_TYPE[str(field.type)] for field in _HEAD_FIELDS)
