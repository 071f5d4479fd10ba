"""Every run of a page is found, at whatever depth it stands."""

from __future__ import annotations

from content.blocks import (
    Block,
    Callout,
    CalloutKind,
    ContactCards,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Runs,
    Table,
    TickList,
    runs_in,
)


def runs(words: str) -> Runs:
    return (Run(words),)


NESTED: tuple[Block, ...] = (
    Heading(3, runs("heading")),
    ListBlock(((Paragraph(runs("item")), ListBlock(((Paragraph(runs("item in an item")),),))),)),
    Callout(
        CalloutKind.WARNING,
        "A title is no run",
        (Heading(4, runs("heading in a box")), TickList((runs("first tick"), runs("second tick")))),
    ),
    Table((runs("column"),), ((runs("cell"),), (runs("cell below"),))),
    ContactCards(("duty",)),
    Paragraph(runs("last")),
)


def test_runs_come_in_reading_order_from_every_depth() -> None:
    assert [found[0].text for found in runs_in(NESTED)] == [
        "heading",
        "item",
        "item in an item",
        "heading in a box",
        "first tick",
        "second tick",
        "column",
        "cell",
        "cell below",
        "last",
    ]


def test_headings_are_left_out_at_every_depth_where_only_sentences_count() -> None:
    assert [found[0].text for found in runs_in(NESTED, headings=False)] == [
        "item",
        "item in an item",
        "first tick",
        "second tick",
        "cell",
        "cell below",
        "last",
    ]
