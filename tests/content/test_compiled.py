"""Compiled bytes give back the same library, or say of a part that it is damaged; nothing in between."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import MISSING, fields, replace
from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content import blocks, model
from content.compiled import FORMAT, KIND, compile_library, open_compiled
from content.errors import EditionDamagedError
from content.library_writer import parts_of
from content.listing import BRANCH_KINDS, HeadListing, listing_of
from content.model import Library
from content.parts import write_parts
from content.tree import group_tree, theme_tree
from content.value_codec import VALUES

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


def row_of(wide: int) -> st.SearchStrategy:
    return st.lists(runs, min_size=wide, max_size=wide).map(tuple)


flat = st.one_of(
    st.builds(blocks.Heading, st.sampled_from((3, 4)), runs),
    st.builds(blocks.Paragraph, runs),
    st.builds(blocks.TickList, rows),
    st.integers(0, 2).flatmap(
        lambda wide: st.builds(blocks.Table, row_of(wide), st.lists(row_of(wide)).map(tuple))
    ),
    st.builds(blocks.ContactCards, many),
)


def _deeper(inner: st.SearchStrategy) -> st.SearchStrategy:
    some = st.lists(inner, max_size=2).map(tuple)
    return st.one_of(
        st.builds(blocks.ListBlock, st.lists(some, max_size=2).map(tuple)),
        st.lists(st.tuples(st.sampled_from(("999.", "1)", "01.")), some), min_size=1, max_size=2).map(
            lambda rows: blocks.ListBlock(tuple(items for _, items in rows), tuple(n for n, _ in rows))
        ),
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


SHAPE_OF_FORMAT = {8: "43ca8edadf05441a"}
IN_A_PAGE = (
    *(blocks.PageTarget, blocks.ContactTarget, blocks.WebTarget, blocks.Run),
    *(blocks.Heading, blocks.Paragraph, blocks.ListBlock, blocks.TickList),
    *(blocks.Callout, blocks.Table, blocks.ContactCards, blocks.NeedsSignature),
    *(model.PageHead, model.Signature, model.Section, model.Page),
)


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
        for value in sorted((*VALUES, *IN_A_PAGE), key=lambda value: value.__name__)
    ]
    digest = hashlib.sha256(repr(shape).encode()).hexdigest()[:16]
    assert {FORMAT: digest} == SHAPE_OF_FORMAT, "give FORMAT in content/compiled.py its next number"


@pytest.mark.parametrize(("kind", "number"), [(KIND, FORMAT - 1), (b"another kind", FORMAT)])
def test_an_edition_of_another_format_is_refused_with_a_sentence(
    small: Library, kind: bytes, number: int
) -> None:
    with pytest.raises(EditionDamagedError, match="another version"):
        open_compiled(write_parts(kind, number, parts_of(small)))


def test_small_pack_survives(small: Library) -> None:
    opened = open_compiled(compile_library(small))
    assert opened == small
    for page_id, page in small.pages.items():
        assert opened.pages[page_id] == page


def test_lists_and_trees_are_those_of_the_source(small: Library) -> None:
    opened = open_compiled(compile_library(small))
    assert theme_tree(opened) == theme_tree(small)
    assert group_tree(opened) == group_tree(small)
    ours, theirs = HeadListing(small), listing_of(opened)
    assert tuple(theirs.ids) == ours.ids
    for number, page_id in enumerate(ours.ids):
        assert theirs.number_of(page_id) == theirs.ids.index(page_id) == number
        assert theirs.title(number) == ours.title(number)
    for kind in BRANCH_KINDS:
        for branch in (*small.themes, *small.groups, "", "nowhere"):
            assert theirs.counts(kind, branch) == ours.counts(kind, branch)
            assert list(theirs.pages_in(kind, branch)) == list(ours.pages_in(kind, branch))


def test_a_renamed_page_is_found_by_its_former_name(small: Library) -> None:
    head = replace(small.heads["safe-sleep"], renamed_from=("cot-death",))
    renamed = replace(small, heads={**small.heads, "safe-sleep": head})
    for library in (renamed, open_compiled(compile_library(renamed))):
        assert listing_of(library).current_id("cot-death") == "safe-sleep"
        assert listing_of(library).current_id("nothing") is None


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


class CountingSource:
    """Bytes that count how many of them are read."""

    def __init__(self, data: bytes) -> None:
        self.data, self.size, self.reads = data, len(data), list[int]()

    def read_at(self, offset: int, size: int) -> bytes:
        self.reads.append(size)
        return self.data[offset : offset + size]


def grown(small: Library, times: int) -> Library:
    """A library of so many times the pages."""
    heads = {
        f"{id_}-{n}": replace(head, id=f"{id_}-{n}")
        for n in range(times)
        for id_, head in small.heads.items()
    }
    pages = {id_: replace(small.pages[id_.rpartition("-")[0]], head=head) for id_, head in heads.items()}
    return replace(small, heads=heads, pages=pages)


def test_opening_and_both_trees_read_no_more_of_a_large_library(small: Library) -> None:
    read = []
    for times in (1, 300):
        source = CountingSource(compile_library(grown(small, times)))
        opened = open_compiled(source)
        assert theme_tree(opened).count == len(small.heads) * times
        assert group_tree(opened).count == len(small.heads) * times
        read.append((len(source.reads), sum(source.reads)))
    (few, bytes_of_few), (many, bytes_of_many) = read
    assert many <= few + 2  # the nodes of the hash tree above the first
    assert bytes_of_many < bytes_of_few + 5000


def test_what_was_made_is_let_go_again(small: Library) -> None:
    """Else a worker who reads on fills the memory."""
    opened = open_compiled(compile_library(grown(small, 100)))
    first = opened.pages["danger-now-0"]
    assert opened.pages["danger-now-0"] is first
    for page in opened.pages:
        assert opened.pages[page]
    assert opened.pages["danger-now-0"] is not first
    assert opened.pages["danger-now-0"] == first


def test_opening_needs_neither_yaml_nor_markdown() -> None:
    program = (
        "import sys, content.compiled, content.text, content.tree, content.kinds\n"
        "heavy = {'yaml', 'markdown_it', 'mdit_py_plugins', 'PySide6', 'content.library_writer'}\n"
        "print(sorted(heavy & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
