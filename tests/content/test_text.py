"""The plain text that is indexed: in reading order, one line for each item."""

from __future__ import annotations

from content.blocks import Callout, CalloutKind, ContactCards, Paragraph, Run
from content.kinds import KINDS
from content.model import Contact, Library
from content.text import block_text, section_text, shown_number


def test_section_text_is_in_reading_order(small: Library) -> None:
    section = small.pages["danger-now"].sections[1]
    assert section_text(section, small.contacts).split("\n") == [
        "1. Ring 999. If you cannot speak, press 55 when you are asked.",
        "2. Stay with the child if it is safe for you.",
        "Keep your voice calm.",
        "Move others away:",
        "brothers and sisters first",
        "then neighbours",
        "3. Ring 0113\u00a0496\u00a00000, or 0113\u00a0496\u00a00999 at night.",
        "Do not promise secrecy",
        "Say that you will have to tell someone.",
        "Say who you will tell.",
        "Say why.",
    ]


def test_contact_card_has_name_whom_and_number(small: Library) -> None:
    cards = ContactCards(("night-team", "nobody", "text-line"))
    assert block_text(cards, small.contacts).split("\n") == [
        "Night Team · Anyone, when the Duty Team is closed · 0113\u00a0496\u00a00999 · "
        "Evenings, nights and weekends",
        "Young people's text line · Young people who would rather not speak · 07700\u00a0900000",
    ]
    assert block_text(cards) == ""


def test_table_rows_and_ticks_stand_on_lines_of_their_own(small: Library) -> None:
    table = small.pages["words-we-use"].sections[0].blocks[0]
    assert block_text(table).split("\n")[1] == "LADO · The person to tell about a colleague"
    ticks = small.pages["safe-sleep"].sections[0].blocks[0]
    assert block_text(ticks).split("\n")[:2] == ["The baby sleeps on the back", "The cot is clear of pillows"]


def test_callout_without_title_leaves_no_empty_line() -> None:
    callout = Callout(CalloutKind.WARNING, "", (Paragraph((Run("Stop."),)),))
    assert block_text(callout) == "Stop."


def test_number_keeps_words_apart_but_digits_together() -> None:
    contact = Contact("a", "A", "all", phone="999, then 55 when asked")
    assert shown_number(contact) == "999, then 55 when asked"
    assert shown_number(Contact("a", "A", "all", text="07700 900000")) == "07700\u00a0900000"


def test_kinds_are_in_one_order_and_carry_a_drawing() -> None:
    assert [kind.order for kind in KINDS.values()] == list(range(1, len(KINDS) + 1))
    assert all(kind.name and kind.plural and kind.icon and id_ == kind.id for id_, kind in KINDS.items())
    assert set(KINDS) == {
        *("national_theme", "emerging_theme", "do_now", "signs", "questions"),
        *("prompts", "checklist", "contact", "one_minute", "glossary", "help"),
    }
