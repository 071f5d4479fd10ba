"""The small pack is valid and is read as its author meant it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from content.blocks import (
    ContactCards,
    ContactTarget,
    ListBlock,
    PageTarget,
    Paragraph,
    Run,
    Table,
    TickList,
    WebTarget,
)
from content.errors import PackUnreadableError
from content.model import Library
from content.reading.read import read_pack
from content.text import section_text


def test_small_pack_has_no_findings(pack) -> None:
    assert pack.check() == ()
    assert read_pack(pack.folder).sound


def test_listed_pages_come_first_then_the_others_by_title(small: Library) -> None:
    assert tuple(small.heads) == (
        *("danger-now", "who-to-call", "baby-bruise", "safe-sleep"),
        *("young-carers", "outside-risk", "words-we-use"),
    )
    assert tuple(small.pages) == tuple(small.heads)
    assert all(page.head is small.heads[id_] for id_, page in small.pages.items())


def test_contact_is_read_with_hours_in_minutes_and_leading_zero(small: Library) -> None:
    duty = small.contacts["duty"]
    assert duty.phone == "0113 496 0000"
    assert duty.publish == "yes"
    assert [(hours.days, hours.opens, hours.closes) for hours in duty.hours] == [
        ((0, 1, 2, 3), 9 * 60, 17 * 60),
        ((4,), 9 * 60, 16 * 60 + 30),
    ]
    assert duty.checked_on == date(2026, 10, 1)


def test_mention_shows_the_number_in_one_piece(small: Library) -> None:
    step = small.pages["baby-bruise"].sections[2].blocks[0]
    assert isinstance(step, ListBlock)
    assert step.items[2] == (
        Paragraph(
            (
                Run("Ring "),
                Run("0113\u00a0496\u00a00000", strong=True, target=ContactTarget("duty")),
                Run(" the same day."),
            )
        ),
    )


def test_contacts_alone_in_a_paragraph_become_cards(small: Library) -> None:
    assert small.pages["danger-now"].sections[2].blocks[0] == ContactCards(("duty", "night-team"))


def test_link_without_words_shows_the_title_of_the_page_or_section(small: Library) -> None:
    last = small.pages["safe-sleep"].sections[-1].blocks[0]
    assert last == Paragraph(
        (
            Run("Go to "),
            Run("A bruise on a baby who cannot crawl", target=PageTarget("baby-bruise")),
            Run("."),
        )
    )
    section = small.pages["outside-risk"].sections[-1].blocks[-1]
    assert isinstance(section, Paragraph)
    assert section.runs[-2] == Run("What to do first", target=PageTarget("danger-now", "what-to-do-first"))


def test_link_words_stand_in_a_table_cell(small: Library) -> None:
    table = small.pages["who-to-call"].sections[1].blocks[0]
    assert isinstance(table, Table)
    assert table.rows[1][2] == (Run("See "), Run("what to do first", target=PageTarget("danger-now")))
    assert {len(row) for row in table.rows} == {3}


def test_tick_list_keeps_style_and_drops_the_mark(small: Library) -> None:
    ticks = small.pages["safe-sleep"].sections[0].blocks[0]
    assert isinstance(ticks, TickList)
    assert ticks.items[0] == (Run("The baby sleeps on the "), Run("back", strong=True))
    assert ticks.items[2] == (Run("Nobody smokes in the room"),)


def test_web_address_is_kept_as_a_target(small: Library) -> None:
    paragraph = small.pages["who-to-call"].sections[2].blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.runs[1] == Run("partnership's own page", target=WebTarget("https://example.org/lado"))


def test_minutes_are_rounded_up(pack) -> None:
    page = "pages/outside-risk.md"
    before = read_pack(pack.folder).library
    assert before is not None
    assert before.heads["outside-risk"].minutes == 1
    pack.append(page, "\nOne short sentence of words. " * 40)
    after = read_pack(pack.folder).library
    assert after is not None
    assert after.heads["outside-risk"].minutes == 2


def test_folder_without_pack_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PackUnreadableError, match=r"choose the folder that holds pack\.yml"):
        read_pack(tmp_path)


def test_pack_without_readable_pack_file_has_no_library(pack) -> None:
    pack.write("pack.yml", "title: [")
    reading = read_pack(pack.folder)
    assert reading.library is None
    assert not reading.sound
    assert pack.check() == reading.findings


def test_what_leads_nowhere_is_left_as_words(pack) -> None:
    pack.edit("pages/danger-now.md", "{contact:duty}\n{contact:night-team}", "{contact:nobody}")
    pack.edit("pages/danger-now.md", "[[who-to-call]] and", "[[who]] and")
    pack.edit("pages/danger-now.md", "#what-it-may-mean|", "#nowhere|")
    reading = read_pack(pack.folder)
    assert reading.library is not None
    assert not reading.sound
    assert reading.library.pages["danger-now"].sections[2].blocks == (
        Paragraph(
            (
                Run("Then read "),
                Run("who"),
                Run(" and "),
                Run("what a bruise may mean", target=PageTarget("baby-bruise")),
                Run("."),
            )
        ),
    )


def test_unknown_contact_beside_a_known_one_is_left_out(pack) -> None:
    pack.edit(
        "pages/danger-now.md", "{contact:duty}\n{contact:night-team}", "{contact:nobody} {contact:duty}"
    )
    library = read_pack(pack.folder).library
    assert library is not None
    assert library.pages["danger-now"].sections[2].blocks[0] == ContactCards(("duty",))


@pytest.mark.parametrize("publish", ["no", "check-first"])
def test_number_that_nobody_cleared_is_nowhere_in_the_library(pack, publish: str) -> None:
    pack.edit("contacts.yml", "publish: yes-number-only", f"publish: {publish}")
    library = read_pack(pack.folder).library
    assert library is not None
    assert "0999" not in repr(library) + repr(dict(library.pages))
    steps = section_text(library.pages["danger-now"].sections[1], library.contacts)
    assert "or Night Team at night" in steps
