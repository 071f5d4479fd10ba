"""Letters from a wrong encoding are named, and letters that are meant are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.reading.broken_letters import broken_letters, sentence

MEANT = (
    *(
        "“CAFÉ” «CAFÉ» É…",
        "Spaß“ ß…",
        "Ürümqi Łódź",
        "Привет мир",
        "مرحبا",
        "naïve façade Ångström",
        "VOILÀ…",
    ),
    *("IRMÃ” MANHÔ", "L’été…» À «l’»", "हिन्दी", "日本語", "😀👨‍👩‍👧", "≈ ± × ÷ √ ∞", "âme Île", "Þórður Æsa"),
    *(
        "São Tomé",
        "“Â”",
        "DVOŘÁK’S",
        "√2 is",
        "É–È",
        "Œuvre œ",
        "ÀÉÎÕÜ",
        "GARÇON – ÇA",
        "5 × 3 = ½ … £5 €3 20°C",
    ),
)


@pytest.mark.parametrize("text", MEANT)
def test_letters_that_are_meant_are_left_alone(text: str) -> None:
    assert list(broken_letters(text)) == []


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac_roman", "cp437"])
@pytest.mark.parametrize("letter", "éàüñç£½°€’‘“”–—…•™ł✓")
def test_each_letter_in_each_wrong_encoding_is_named(letter: str, encoding: str) -> None:
    raw = f"word{letter}word".encode()
    seen = "".join(bytes([one]).decode(encoding, "ignore") or chr(one) for one in raw)
    assert [at for at, _seen in broken_letters(f"fine\nfine é\n{seen}\nfine")] == [len("fine\nfine é\n")]


@pytest.mark.parametrize("words", ["Привет", "Ελλάδα", "اللغة", "😀"])
def test_words_of_other_scripts_in_a_wrong_encoding_are_named(words: str) -> None:
    seen = "".join(bytes([one]).decode("cp1252", "ignore") or chr(one) for one in words.encode())
    assert list(broken_letters(f"a {seen} b"))
    assert not list(broken_letters(f"a {words} b"))


@pytest.mark.parametrize(
    ("text", "words"), [("a\ufffdb", "lost"), ("\uf0b7 a", "U+F0B7"), ("donâ€™t", '"â€™"'), ("ï»¿a", '"ï»¿"')]
)
def test_the_sentence_says_what_is_seen(text: str, words: str) -> None:
    ((_at, seen),) = broken_letters(text)
    assert words in sentence(seen)


@given(st.text(st.characters(max_codepoint=0x24F, categories=("Ll",)), max_size=40))
def test_words_in_small_letters_are_never_blamed(text: str) -> None:
    """What a wrong encoding makes holds signs or capitals; small letters alone come from nowhere."""
    assert list(broken_letters(text)) == []


def test_a_page_with_broken_letters_is_an_error_with_its_line(pack) -> None:
    path = "pages/safe-sleep.md"
    pack.append(path, "\nDonâ€™t leave â€“ go.\n")
    line = pack.line_of(path, "Donâ")
    assert [(one.path, one.line, one.rule) for one in pack.check()] == [(path, line, "broken-letters")]
    pack.edit("contacts.yml", "name: ", "name: CafÃ© ")
    assert ("contacts.yml", "broken-letters") in {(one.path, one.rule) for one in pack.check()}
