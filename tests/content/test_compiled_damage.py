"""A damaged library is refused part by part: what is whole is read, and no forged number reaches a worker."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content import model
from content.compiled import FORMAT, KIND, compile_library, open_compiled
from content.deflate import deflated, inflated
from content.errors import EditionDamagedError
from content.library_writer import parts_of
from content.listing import listing_of
from content.model import Library
from content.parts import write_parts
from content.tree import branches_below, group_tree, page_ids, theme_tree


def everything(library: Library) -> Iterator[object]:
    """Every look that a reader may take at a library."""
    for table in (library.heads, library.pages, library.contacts, library.sources):
        yield from (
            (lambda key=key, table=table: table[key]) for key in attempt(lambda table=table: list(table))
        )
    for values in (library.synonyms, library.glossary, library.questions):
        yield lambda values=values: tuple(values)
    for tree in (theme_tree(library), group_tree(library)):
        yield lambda tree=tree: page_ids(tree)
        for node in branches_below(tree):
            yield lambda node=node: list(node.children)
    yield lambda: listing_of(library).current_id("former")


def attempt(look: Any) -> Any:
    try:
        return look()
    except (EditionDamagedError, KeyError):  # a forged list may name what no table holds
        return ()


def looked_through(data: bytes) -> None:
    """What is refused is refused with our error; anything else goes up."""
    library = attempt(lambda: open_compiled(data))
    for look in everything(library) if library else ():
        attempt(look)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_damaged_bytes_are_refused_or_as_they_were(small: Library, data: st.DataObject) -> None:
    whole = compile_library(small)
    at = data.draw(st.one_of(st.integers(0, 120), st.integers(0, len(whole) - 1)))
    flipped = whole[:at] + bytes((whole[at] ^ 1 << at % 8,)) + whole[at + 1 :]
    try:
        opened = open_compiled(flipped)
    except EditionDamagedError:
        return
    for name in ("pages", "contacts", "sources"):
        for key, value in getattr(small, name).items():
            assert attempt(lambda key=key, name=name: getattr(opened, name)[key]) in ((), value)
    for name in ("synonyms", "glossary", "questions"):
        assert attempt(lambda name=name: tuple(getattr(opened, name))) in ((), getattr(small, name))


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_bytes_more_or_less_are_refused_at_once(small: Library, data: st.DataObject) -> None:
    whole = compile_library(small)
    at = data.draw(st.one_of(st.integers(0, 120), st.integers(0, len(whole) - 1)))
    other = (whole[:at], whole[at + 1 :], whole[:at] + b"\n" + whole[at:], whole + whole[at:])
    with pytest.raises(EditionDamagedError, match="install it again"):
        open_compiled(data.draw(st.sampled_from(other)))


def broken_pages(data: bytes, whole: Library) -> list[str]:
    opened = open_compiled(data)
    return [
        page for page in whole.pages if attempt(lambda page=page: opened.pages[page]) != whole.pages[page]
    ]


def test_one_damaged_page_takes_no_other_with_it(small: Library) -> None:
    parts, data = parts_of(small), compile_library(small)
    alone = []
    for part in parts[1:]:
        start = data.index(part)
        damaged = data[:start] + bytes((data[start] ^ 1,)) + data[start + 1 :]
        broken = broken_pages(damaged, small)
        if len(broken) == 1:
            alone += broken
            assert not [page for page in small.heads if page not in open_compiled(damaged).heads]
    assert set(alone) == set(small.pages)


def test_a_page_whose_head_is_damaged_still_stands_in_lists(small: Library) -> None:
    data = compile_library(small)
    heads = []
    for part in parts_of(small)[1:]:
        start = data.index(part)
        opened = open_compiled(data[:start] + bytes((data[start] ^ 1,)) + data[start + 1 :])
        for page, head in small.heads.items():
            if (stand_in := attempt(lambda page=page, opened=opened: opened.heads[page])) not in ((), head):
                heads.append(page)
                assert (stand_in.id, stand_in.title) == (page, head.title)
                with pytest.raises(EditionDamagedError):
                    opened.pages[page]
    assert set(heads) >= set(small.heads)


ODD = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-9, 10**12),
        st.just(float("inf")),
        st.floats(),
        st.text(max_size=4),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.sampled_from(("Theme", "Source", "date", "Status", "x")), inner, max_size=1),
    ),
    max_leaves=6,
)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.data())
def test_nonsense_under_true_checksums_is_refused(small: Library, data: st.DataObject) -> None:
    parts = parts_of(small)
    for _ in range(data.draw(st.integers(1, 3))):
        number = data.draw(st.integers(0, len(parts) - 1))
        odd = json.dumps(data.draw(ODD)).encode()
        parts[number] = data.draw(st.sampled_from((odd, deflated(odd), deflated(b"[" * 9000), parts[1], b"")))
    looked_through(write_parts(KIND, FORMAT, parts))


@pytest.mark.parametrize("number", ["1e999", "-1", "1.5", "99999999999", "true", "NaN"])
def test_a_number_that_counts_nothing_is_refused(small: Library, number: str) -> None:
    parts = parts_of(small)
    start = json.loads(inflated(parts[0]))
    for table in start[1]:
        forged = json.dumps([start[0], {**start[1], table: ["?", 1]}, start[2]]).replace('"?"', number)
        looked_through(write_parts(KIND, FORMAT, [deflated(forged.encode()), *parts[1:]]))
        forged = json.dumps([start[0], {**start[1], table: [1, "?"]}, start[2]]).replace('"?"', number)
        looked_through(write_parts(KIND, FORMAT, [deflated(forged.encode()), *parts[1:]]))


def test_themes_within_themes_without_an_end_are_refused(small: Library) -> None:
    chain = {f"t{n}": model.Theme(f"t{n}", "", n, "", f"t{n - 1}" if n else "") for n in range(100)}
    with pytest.raises(EditionDamagedError):
        open_compiled(compile_library(replace(small, themes=chain, heads={}, pages={})))
