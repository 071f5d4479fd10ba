"""A word is found in each way in which people write it: a page has one way, the question another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.blocks import ContactCards, ContactTarget, Paragraph, Run
from content.model import Contact, Section
from index.searcher import Searcher
from index.text_pattern import TextPattern
from tests.index.made import ask, library, pages_for, searcher, searcher_for

NUMBER = "0113\u00a0496\u00a00112"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        # one word or two, in both directions
        ("The safeguarding lead", "safe guarding"),
        ("The safe guarding lead", "safeguarding"),
        ("The safe guarding lead", "safe-guarding"),
        ("Open at the weekend", "week end"),
        ("Open at the week end", "weekend"),
        ("After an overdose", "over dose"),
        ("After an over dose", "overdose"),
        ("They self-harm", "self harm"),
        ("They self harm", "selfharm"),
        ("They selfharm", "self-harm"),
        ("Her mother-in-law", "mother in law"),
        ("An x-ray", "xray"),
        ("An x ray", "xray"),
        ("An xray", "x ray"),
        # digits with letters
        ("Open from 9am", "9 am"),
        ("Open from 9 am", "9am"),
        ("Open from 9.30am", "9:30am"),
        ("Open from 9:30 am", "9.30am"),
        ("From half 9", "half 9"),
        ("A 24hr line", "24 hr"),
        ("A 24 hr line", "24hr"),
        ("Ring 24/7", "24/7"),
        ("Ring 24/7", "247"),
        ("For under 5s", "under 5s"),
        ("For under-5s", "under 5s"),
        ("For under 5’s", "under-5s"),
        ("For children under 5", "under 5s"),
        ("Clinic, 0-5s", "0-5s"),
        ("Merrion House, LS2 8BB", "ls28bb"),
        ("Merrion House, LS2 8BB", "LS2 8BB"),
        ("Merrion House, LS28BB", "ls2 8bb"),
        ("It costs £1,500", "1500"),
        ("It costs £1500", "£1,500"),
        ("It costs 1 500 pounds", "1500"),
        # letters without parts
        ("Straße", "strasse"),
        ("Strasse", "straße"),
        ("ışık", "isik"),
        ("Isik", "IŞIK"),
        ("Đorđe", "dorde"),
        ("Đorđe", "djordje"),
        ("Djordje", "Đorđe"),
        ("Bjørn", "bjorn"),
        ("Bjørn", "bjoern"),
        ("Müller", "mueller"),
        ("Łódź, Wałęsa", "lodz walesa"),
        ("œuvre", "oeuvre"),
        ("Þórr", "thorr"),
        ("Ħal Għargħur", "hal ghargur"),
        ("Ŋutu", "ngutu"),
        ("ＡＢＣ１２", "abc12"),
        # marks of other scripts
        ("مُحَمَّد", "محمد"),
        ("محمد", "مُحَمَّد"),
        ("محـــمد", "محمد"),
        ("یک کتاب", "كتاب"),
        ("شָלוֹם שָׁלוֹם", "שלום"),
        ("می\u200cخواهم", "میخواهم"),
        ("หมูสับ", "หมูสับ"),
        ("ကလေး", "ကလေး"),
        ("ក្មេង", "ក្មេង"),
        # signs without width
        ("A safe\u200bguarding lead", "safeguarding"),
        ("A night\u200dmare", "nightmare"),
        ("over\u00adcrowded", "overcrowded"),
        ("co\u2060operation", "cooperation"),
        ("A bruise", "bru\u200bise"),
        # small pictures
        ("💊 may mean tablets.", "💊"),
        ("🍃 may mean cannabis.", "🍃"),
        ("👍🏽 is yes.", "👍"),
        ("👍 is yes.", "👍🏿"),
        ("🇬🇧 and 🇵🇱", "🇵🇱"),
        ("Step 1️⃣ first", "1"),
        ("❤️ is love", "❤"),
        # signs that mean nothing, or a beginning
        ("The firm said so", "fir*"),
        ("Mrs O‘Brien, O`Hara", "o'brien ohara"),
        ("Mrs O′Brien", "OʼBrien"),
        ("Ask A&E", "a&e"),
    ],
)
def test_the_page_is_found(text: str, question: str) -> None:
    searched = searcher({"page": ("One", text), "other": ("Two", "Nothing of it.")})
    assert pages_for(searched, question) == ["page"]


@pytest.mark.parametrize(
    ("pages", "question", "order"),
    [
        ({"letters": "हद नमक बच चाय", "word": "हिन्दी बच्चा सुरक्षा."}, "बच्चा", ["word"]),
        ({"apart": "बचचा", "word": "बच्चा"}, "बच्चा", ["word"]),
        ({"plain": "か", "voiced": "が"}, "が", ["voiced"]),
        ({"letters": "หม ส บ", "word": "หมูสับ"}, "หมูสับ", ["word"]),
        ({"heat": "Heat and risk.", "risk": "Children at risk."}, "is he at risk", ["risk", "heat"]),
        ({"away": "She went away.", "way": "A way out."}, "a way ", ["way"]),
        ({"dv": "Ring 0808 2000 247.", "hours": "Open 24/7."}, "24/7 ", ["hours"]),
        ({"day": "Every day of it.", "plain": "In everyday words."}, "every day ", ["day", "plain"]),
    ],
)
def test_a_word_is_not_taken_for_another(pages: dict[str, str], question: str, order: list[str]) -> None:
    searched = searcher({page: (page.title() + ".", text) for page, text in pages.items()})
    assert pages_for(searched, question) == order


def _with_contact(contact: Contact, named: bool) -> Searcher:
    """A page that shows the card of a contact, or names its number in a sentence."""
    made = library({"page": ("One", ""), "other": ("Two", "Other words, 2026.")})
    run = Run(contact.phone, True, ContactTarget("duty"))
    block = Paragraph((Run("Ring "), run)) if named else ContactCards(("duty",))
    page = replace(made.pages["page"], sections=(Section("", "", (block,)),))
    return searcher_for(replace(made, contacts={"duty": contact}, pages={**made.pages, "page": page}))


CONTACT = Contact(
    "duty",
    "Duty team",
    "Anyone who is worried",
    phone="0113 496 0112 ext 3",
    text="60099",
    email="intake@example.org",
    web="https://chat.example.org",
    note="Say which school",
    hours_words="Weekdays until five",
)
CARD, SENTENCE = _with_contact(CONTACT, named=False), _with_contact(CONTACT, named=True)


@pytest.mark.parametrize("searched", [CARD, SENTENCE], ids=["card", "sentence"])
@pytest.mark.parametrize(
    "question",
    [
        "0113 496 0112",
        "01134960112",
        "+441134960112",
        "+44 113 496 0112",
        "+44 (0)113 496 0112",
        "+44(0)1134960112",
        "00441134960112",
        "0044 113 496 0112",
        "tel:+441134960112",
        "(0113) 496 0112",
        "(0113)4960112",
        "0113-496-0112",
        "0113 – 496 – 0112",
        "0113.496.0112",
        "0113/4960112",
        "4960112",
        "496 0112",
        "0113 496 0112 ext 3",
        "01134960112 ext. 3",
        "٠١١٣ ٤٩٦ ٠١١٢",
        "٠١١٣٤٩٦٠١١٢",
        "０１１３４９６０１１２",
        "\u202a0113 496 0112\u202c",
        "0113\u2009496\u202f0112",
        "0113 496 01",
        "+44 113 4",
        "60099",
        "intake@example.org",
        "intake@",
        "https://chat.example.org",
        "chat.example.org",
    ],
)
def test_each_way_to_reach_a_contact_is_found(searched: Searcher, question: str) -> None:
    assert pages_for(searched, question)[:1] == ["page"]


@pytest.mark.parametrize("question", ["duty team", "anyone worried", "which school", "until five"])
def test_all_that_a_card_says_is_found(question: str) -> None:
    assert pages_for(CARD, question) == ["page"]


def test_another_number_is_no_answer() -> None:
    assert pages_for(CARD, "0113 496 0113") == []


def test_more_than_is_read_is_told() -> None:
    searched = searcher({"page": ("One", "A bruise.")})
    assert not ask(searched, "bruise").cut
    assert not ask(searched, "bruise " + " " * 500).cut
    assert ask(searched, "bruise " * 200).cut
    assert ask(searched, " ".join(f"word{n}" for n in range(13))).cut


GAPS = st.sampled_from(["", " ", "-", ".", "\u00a0", "–", " - ", "\u2009", "/"])


@given(
    st.sampled_from(["0", "+44", "+44 ", "0044", "+44 (0)", "(0"]),
    GAPS,
    GAPS,
    st.sampled_from([0x30, 0x660, 0xFF10]),
)
def test_a_number_written_in_any_way_finds_its_page(begun: str, first: str, second: str, zero: int) -> None:
    area = "113)" if begun == "(0" else "113"
    written = f"{begun}{area}{first}496{second}0112"
    digits = "".join(chr(zero + int(c)) if c.isdigit() else c for c in written)
    assert pages_for(CARD, digits)[:1] == ["page"]
    assert list(TextPattern((digits,)).spans(f"Ring {NUMBER} now")) == [(5, 18)]


WAYS = {
    "safe guarding": "safeguarding",
    "straße": "STRASSE",
    "zoë": "Zoe",
    "9 am": "9am",
    "self-harm": "selfharm",
    "o’brien": "OBrien",
    "محمد": "مُحَمَّد",
    "बच्चा": "बच्\u200dचा",
    "💊": "💊",
    "ls2 8bb": "LS28BB",
    "1,500": "1500",
}


WORDS = st.sampled_from(list(WAYS))


@given(WORDS, st.lists(WORDS, max_size=3), st.booleans())
def test_what_the_search_finds_is_found_on_the_page(word: str, others: list[str], turned: bool) -> None:
    """The find bar marks the word on the page that the search brings for it, and on no other."""
    typed, written = (WAYS[word], word) if turned else (word, WAYS[word])
    texts = {"page": f"Here {written} stands.", "other": " and ".join(w for w in others if w != word)}
    searched = searcher({page: (page.title() + ".", text) for page, text in texts.items()})
    found = {page for page, text in texts.items() if list(TextPattern((typed,)).spans(text))}
    assert found == {"page"}
    assert pages_for(searched, typed)[:1] == ["page"]
