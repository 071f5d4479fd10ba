"""Pages stand in the author's order, and no id of a library leads nowhere."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from content.blocks import Paragraph, Run
from content.model import (
    Contact,
    GlossaryTerm,
    Group,
    PackInfo,
    Page,
    PageHead,
    Question,
    Section,
    Status,
    Synonym,
    Theme,
)
from content.reading.ordering import WORDS_A_MINUTE, in_order, in_reading_order, minutes
from content.reading.records import PackTables

DAY = date(2026, 11, 23)


def page(page_id: str, title: str = "", words: int = 1, **fields) -> Page:
    values = {"themes": ("t", "gone"), "groups": ("g", "gone"), "sources": ("gone",), "facts": (), **fields}
    head = PageHead(
        id=page_id,
        title=title or page_id,
        kind="signs",
        reviewed=DAY,
        review_by=DAY,
        owner="Nobody",
        **values,
    )
    return Page(head, (), (), (Section("", "", (Paragraph((Run("word " * words),)),)),))


def test_listed_pages_come_first_and_the_others_by_title() -> None:
    pages = {"a": page("a", "zebra"), "b": page("b", "Apple"), "c": page("c", "apple"), "d": page("d")}
    assert in_order(["d", "gone", "d"], pages) == ("d", "b", "c", "a")


def test_minutes_are_rounded_up_and_at_least_one() -> None:
    assert [minutes(page("a", words=n), {}) for n in (0, 1, WORDS_A_MINUTE, WORDS_A_MINUTE + 1)] == [
        1,
        1,
        1,
        2,
    ]


def test_every_id_of_the_library_leads_somewhere() -> None:
    tables = PackTables(
        themes=MappingProxyType({"t": Theme("t", "T", 1, "", start_page="gone")}),
        groups=MappingProxyType({"g": Group("g", "G", 1, "", start_page="a")}),
        contacts=MappingProxyType({"c": Contact("c", "C", "", out_of_hours="gone", sources=("gone",))}),
        sources=MappingProxyType({}),
        synonyms=(Synonym("x", "y", pages=("gone", "a")),),
        glossary=(GlossaryTerm("x", "y", "gone"), GlossaryTerm("z", "y", "a")),
        questions=(Question("x", (("gone", 2), ("a", 1))),),
    )
    info = PackInfo(
        *("p", "P", "A town", "en-GB", DAY, "Invented", Status.DRAFT),
        start_here=("gone", "a"),
        danger_page="gone",
        danger_contacts=("gone", "c"),
        changed=("a", "gone"),
        readability_exceptions=(("gone", "why"), ("a", "why")),
    )
    library = in_reading_order(info, (), tables, {"a": page("a", related=("gone", "a"))})
    head = library.heads["a"]
    assert (head.themes, head.groups, head.sources, head.related) == (("t",), ("g",), (), ("a",))
    assert library.pages["a"].head is head
    assert (library.themes["t"].start_page, library.groups["g"].start_page) == ("", "a")
    assert (library.contacts["c"].out_of_hours, library.contacts["c"].sources) == ("", ())
    assert library.synonyms[0].pages == ("a",)
    assert [term.page for term in library.glossary] == ["", "a"]
    assert library.questions[0].grades == (("a", 1),)
    assert (library.info.start_here, library.info.danger_page) == (("a",), "")
    assert (library.info.danger_contacts, library.info.changed) == (("c",), ("a",))
    assert library.info.readability_exceptions == (("a", "why"),)
