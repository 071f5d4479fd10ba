"""A sign that nobody sees is found where it stands and named; what a script or an emoji needs may stay."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.reading.invisible_signs import MOST_MARKS, first_invisible_sign, invisible_signs

FLAG = "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in "gbwls") + "\U000e007f"
CONTROLS = ("\x00", "\x08", "\x0b", "\x0c", "\x1f", "\x7f", "\x80", "\x84", "\x85", "\x86", "\x9f")
NO_CHARACTERS = ("\u0378", "\ufdd0", "\ufffe", "\uffff", "\U0002ffff")
TURNING = (
    *("\u061c", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e"),
    *("\u2066", "\u2067", "\u2068", "\u2069"),
)
UNSEEN = (
    *("\u00ad", "\u034f", "\u115f", "\u1160", "\u17b4", "\u180b", "\u180e", "\u200b", "\u200c", "\u200d"),
    *("\u2060", "\u2061", "\u2064", "\u206a", "\u206f", "\u2800", "\u3164", "\ufe00", "\ufe0e", "\ufe0f"),
    *("\ufeff", "\uffa0", "\ufff9", "\ufffc", "\U000e0001", "\U000e0041", "\U000e007f", "\U000e0100"),
)


@pytest.mark.parametrize(
    "character",
    [*CONTROLS, "\u2028", "\u2029", *NO_CHARACTERS, *TURNING, *UNSEEN, "\ue000", "\U0010fffd", "\ud800"],
    ids=ascii,
)
@pytest.mark.parametrize("words", ["ring {}0113 496 0123", "ring 0113{} 496 0123", "ring me{}"], ids=ascii)
def test_found_where_it_stands(character: str, words: str) -> None:
    sign = first_invisible_sign(words.format(character))
    assert sign is not None
    assert sign.offset == words.index("{}")
    assert f"U+{ord(character):04X}" in sign.sentence
    assert unicodedata.name(character, "").lower() in sign.sentence


@pytest.mark.parametrize("character", TURNING, ids=ascii)
def test_what_it_does_is_said(character: str) -> None:
    sign = first_invisible_sign(character)
    assert sign is not None
    assert sign.sentence.endswith("which turns words and numbers round: delete it.")


NEEDED = {
    "nothing": "",
    "line ends": "a\tb\nc\r\n",
    "Polish and curly signs": "Zażółć, naïve – “ok” …",
    "Urdu": "اردو",
    "Persian with a non-joiner": "می\u200cخواهم",
    "Hindi with a joiner": "क्\u200dष",
    "Sinhala with a joiner": "ශ්\u200dරී",
    "an Arabic letter drawn as if joined": "1445 ه\u200d.",
    "Khmer, where lines may break": "ខ្មែរ\u200bភាសា",
    "vocalised Hebrew": "בְּרֵאשִׁ֖ית",
    "Mongolian": "ᠪᠠ\u180eᠠ ᠭ\u180b",
    "an ideograph in its older form": "葛\U000e0100",
    "a family": "👩\u200d👩\u200d👧",
    "a nurse with a skin tone": "👩🏽\u200d⚕\ufe0f",
    "a burning heart": "❤\ufe0f\u200d🔥",
    "pictures that are old signs": "ℹ\ufe0f ‼\ufe0f ©\ufe0f ↔\ufe0f ☎\ufe0e",
    "a key": "1\ufe0f\u20e3",
    "the flag of Wales": f"Wales {FLAG}.",
    "an emoji that is younger than this Python": "\U0001fae8 \U0001faea",
    "a word that may be parted": "over\u00adcrowded",
    "no-break and thin spaces": "0113\u00a0496\u202f0123\u2009x",
    "an Arabic number sign": "\u0600\u0661",
}


@pytest.mark.parametrize("text", NEEDED.values(), ids=NEEDED)
def test_words_of_any_language_and_emoji_are_left_alone(text: str) -> None:
    assert list(invisible_signs(text)) == []


MISPLACED = {
    "a joiner between Latin letters": "night\u200dmare",
    "a joiner before an emoji": "x\u200d👧",
    "a non-joiner at the end of a word": "می\u200c خواهم",
    "a break for lines in a Latin word": "safe\u200bguarding",
    "a style for a letter": "a\ufe0f",
    "a style for a digit that is no key": "0\ufe0f113",
    "a style for the sign before a number": "+\ufe0f44",
    "a flag without its end": FLAG[:-1],
    "the tags of another place": FLAG.replace("\U000e0077", "\U000e0061"),
    "a soft hyphen in a number": "0113\u00ad496",
    "a second byte order mark": "\ufeff---",
}


@pytest.mark.parametrize("text", MISPLACED.values(), ids=MISPLACED)
def test_the_same_signs_elsewhere_are_found(text: str) -> None:
    assert first_invisible_sign(text)


def test_a_letter_carries_so_many_marks_and_no_more() -> None:
    assert first_invisible_sign("a" + "\u0301" * MOST_MARKS) is None
    sign = first_invisible_sign("Zalgo: a" + "\u0301\u0316" * 250)
    assert sign is not None
    assert (sign.offset, "500 marks" in sign.sentence) == (8, True)


@given(st.text(), st.sampled_from(TURNING), st.text())
def test_nothing_around_it_hides_a_sign_that_turns_numbers_round(
    before: str, character: str, after: str
) -> None:
    assert len(before) in {sign.offset for sign in invisible_signs(before + character + after)}
