"""Compiled bytes give back the same library, or say that they are damaged; nothing in between."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import MISSING, fields
from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content import blocks, model
from content.compiled import _VALUES, FORMAT, _header, compile_library, open_compiled
from content.errors import EditionDamagedError
from content.model import Library

words = st.text(max_size=12)
days = st.dates(date(1990, 1, 1), date(2100, 1, 1))
ids = st.from_regex(r"[a-z]{1,4}", fullmatch=True)
many = st.lists(ids, max_size=2).map(tuple)
targets = st.one_of(
    st.none(),
    st.builds(blocks.PageTarget, ids, st.one_of(st.just(""), ids)),
    st.builds(blocks.ContactTarget, ids),
    st.builds(blocks.WebTarget, words),
)
runs = st.lists(st.builds(blocks.Run, words, st.booleans(), targets), max_size=2).map(tuple)
rows = st.lists(runs, max_size=2).map(tuple)
flat = st.one_of(
    st.builds(blocks.Heading, st.sampled_from((3, 4)), runs),
    st.builds(blocks.Paragraph, runs),
    st.builds(blocks.TickList, rows),
    st.builds(blocks.Table, rows, st.lists(rows, max_size=2).map(tuple)),
    st.builds(blocks.ContactCards, many),
)


def _deeper(inner: st.SearchStrategy) -> st.SearchStrategy:
    some = st.lists(inner, max_size=2).map(tuple)
    return st.one_of(
        st.builds(blocks.ListBlock, st.lists(some, max_size=2).map(tuple), st.booleans(), st.integers(0, 9)),
        st.builds(blocks.Callout, st.sampled_from(blocks.CalloutKind), words, some),
    )


any_blocks = st.lists(st.recursive(flat, _deeper, max_leaves=4), max_size=2).map(tuple)
sections = st.lists(st.builds(model.Section, ids, words, any_blocks), max_size=2).map(tuple)
heads = st.builds(
    model.PageHead,
    id=ids,
    title=words,
    kind=words,
    themes=many,
    groups=many,
    sources=many,
    facts=many,
    reviewed=days,
    review_by=days,
    owner=words,
    renamed_from=many,
    family_safe=st.booleans(),
    summary=words,
    minutes=st.integers(1, 9),
)
pages = st.lists(
    st.builds(model.Page, heads, any_blocks, any_blocks, sections), max_size=3, unique_by=lambda p: p.head.id
)
contacts = st.builds(
    model.Contact,
    id=ids,
    name=words,
    for_whom=words,
    phone=words,
    hours=st.lists(
        st.builds(model.OpenHours, st.just((0, 4)), st.integers(0, 600), st.integers(601, 1440)), max_size=2
    ).map(tuple),
    checked_on=st.one_of(st.none(), days),
)
infos = st.builds(
    model.PackInfo,
    id=ids,
    title=words,
    publisher=words,
    language=words,
    edition=days,
    licence=words,
    status=st.sampled_from(model.Status),
    approved_on=st.one_of(st.none(), days),
    start_here=many,
)


def _by_id(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(values, max_size=2).map(lambda found: MappingProxyType({v.id: v for v in found}))


@st.composite
def libraries(draw) -> Library:
    drawn = draw(pages)
    return Library(
        info=draw(infos),
        themes=draw(_by_id(st.builds(model.Theme, ids, words, st.integers(0, 9), words, many.map("".join)))),
        groups=draw(_by_id(st.builds(model.Group, ids, words, st.integers(0, 9), words))),
        contacts=draw(_by_id(contacts)),
        sources=draw(_by_id(st.builds(model.Source, ids, words, words, seen_on=st.one_of(st.none(), days)))),
        synonyms=draw(st.lists(st.builds(model.Synonym, words, words, many), max_size=2).map(tuple)),
        glossary=draw(st.lists(st.builds(model.GlossaryTerm, words, words), max_size=2).map(tuple)),
        questions=draw(
            st.lists(st.builds(model.Question, words, st.just((("a", 2), ("b", 1)))), max_size=2).map(tuple)
        ),
        heads=MappingProxyType({page.head.id: page.head for page in drawn}),
        pages=MappingProxyType({page.head.id: page for page in drawn}),
    )


@settings(max_examples=150, deadline=None)
@given(libraries())
@pytest.mark.slow
def test_opened_library_equals_the_compiled_one(library: Library) -> None:
    opened = open_compiled(compile_library(library))
    assert opened == library
    assert list(opened.heads) == list(library.heads)
    assert dict(opened.pages) == dict(library.pages)
    assert compile_library(opened) == compile_library(library)


SHAPE_OF_FORMAT = {3: "8061ec10b9ccd50e"}


def test_a_value_of_another_shape_is_another_format() -> None:
    """Fields are written in order and without their names: one more, or another order, would be misread."""
    shape = [
        (
            value.__name__,
            [
                field.name if field.default is MISSING else (field.name, field.default)
                for field in fields(value)
            ],
        )
        for value in sorted(_VALUES, key=lambda value: value.__name__)
    ]
    digest = hashlib.sha256(repr(shape).encode()).hexdigest()[:16]
    assert {FORMAT: digest} == SHAPE_OF_FORMAT, "give FORMAT in content/compiled.py its next number"


def test_an_edition_of_an_earlier_format_is_refused_with_a_sentence(small: Library) -> None:
    body = compile_library(small).partition(b"\n")[2]
    earlier = _header(body).replace(b'"handrail":%d' % FORMAT, b'"handrail":%d' % (FORMAT - 1))
    with pytest.raises(EditionDamagedError, match="another version"):
        open_compiled(earlier + body)


def test_small_pack_survives(small: Library) -> None:
    opened = open_compiled(compile_library(small))
    assert opened == small
    for page_id, page in small.pages.items():
        assert opened.pages[page_id] == page


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_damaged_bytes_are_refused(small: Library, data: st.DataObject) -> None:
    whole = compile_library(small)
    at = data.draw(st.one_of(st.integers(0, 120), st.integers(0, len(whole) - 1)))
    damaged = data.draw(
        st.sampled_from(
            (
                whole[:at],
                whole[at + 1 :],
                whole[:at] + bytes((whole[at] ^ 1 << at % 8,)) + whole[at + 1 :],
                whole[:at] + b"\n" + whole[at:],
                whole + whole[at:],
            )
        )
    )
    with pytest.raises(EditionDamagedError, match="install it again"):
        open_compiled(damaged)


@pytest.mark.parametrize(
    "body", [b"", b"{}", b"[]", b"[" * 9000, b'[{"Run":["a"]}]', b'{"nothing":[]}', b"\xff"]
)
def test_nonsense_under_a_true_checksum_is_refused(body: bytes) -> None:
    with pytest.raises(EditionDamagedError):
        open_compiled(_header(body) + body)


def test_page_of_another_shape_is_refused_when_it_is_asked_for(small: Library) -> None:
    body = compile_library(small).partition(b"\n")[2]
    *lines, _last = body.split(b"\n")
    forged = b"\n".join((*lines, b'[{"Paragraph":[]}]'))
    opened = open_compiled(_header(forged) + forged)
    with pytest.raises(EditionDamagedError):
        opened.pages["words-we-use"]


def test_threads_that_ask_at_once_get_one_page(small: Library) -> None:
    opened = open_compiled(compile_library(small))
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: opened.pages["danger-now"], range(64)))
    assert {id(page) for page in found} == {id(found[0])}


def test_unknown_page_is_a_key_error_and_pages_count(small: Library) -> None:
    opened = open_compiled(compile_library(small))
    assert len(opened.pages) == len(small.pages)
    assert "nowhere" not in opened.pages
    with pytest.raises(KeyError):
        opened.pages["nowhere"]


def test_opening_needs_neither_yaml_nor_markdown() -> None:
    program = (
        "import sys, content.compiled, content.text, content.tree, content.kinds\n"
        "heavy = {'yaml', 'markdown_it', 'mdit_py_plugins', 'PySide6'}\n"
        "print(sorted(heavy & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
