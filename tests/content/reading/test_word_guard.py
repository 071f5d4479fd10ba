"""The words that go in come out, whatever the page is made of; what does not is named with its line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.reading.diagnostics import Diagnostics
from content.reading.markdown import MarkdownReader
from content.reading.word_guard import changed_words, shown_texts


def changes(source: str, *shown: str) -> list[tuple[int, str, str]]:
    return [(one.line, one.written, one.shown) for one in changed_words(source, shown)]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("Ring **now**", ("Ring now",)),
        ("un**believ**able", ("unbelievable",)),
        ("## A *b*\n\n- c\n- d", ("A b", "c", "d")),
        ("999. a", ("999.", "a")),
        ("[words](https://x.org/a_(b)?c=d)", ("words",)),
        ("[[page-id#part|words]] {contact:duty}", ("words", "")),
        ("[[page-id]]", ("",)),
        ("Tea &amp; &pound;5 \\&copy; `&reg;`", ("Tea & £5 &copy; &reg;",)),
        ("::: warning Take care\nRing.\n:::\nWait.", ("Take care", "Ring.", "Wait.")),
        ("- [x] a", ("a",)),
        ("| a | b |\n|---|---|\n| c | d |", ("a", "b", "c", "d")),
    ],
)
def test_marks_are_no_words(source: str, shown: tuple[str, ...]) -> None:
    assert changes(source, *shown) == []


@pytest.mark.parametrize(
    ("source", "shown", "found"),
    [
        ("a\n\nb c\n\nd", ("a", "d"), [(2, "b c", "")]),
        ("a\nb", ("a", "b", "c"), [(1, "", "c")]),
        ("999. a\n101. b", ("999.", "a", "1000.", "b"), [(1, "101", "1000")]),
        ("a\nRing 0113 4960", ("a", "Ring 0112 4960"), [(1, "0113", "0112")]),
        ("a 😀 b", ("a b",), [(0, "😀", "")]),
        ("", ("a",), [(0, "", "a")]),
    ],
)
def test_a_word_that_is_lost_gained_or_changed_is_named(source, shown, found) -> None:
    assert changes(source, *shown) == found


def test_a_text_too_long_to_compare_is_told_in_one_piece() -> None:
    ((line, written, shown),) = changes("x\n" + "a b " * 2_000, "x", "b a " * 2_000)
    assert (line, len(written), len(shown)) == (1, 7_999, 7_999)


def test_a_sentence_says_what_the_author_should_know() -> None:
    (one,) = changed_words("999. a\n101. b", ("999.", "a", "1000.", "b"))
    assert one.sentence() == '"101" would be shown as "1000": write it in another way.'


WORD = st.from_regex(r"[a-z]{2,6}|[1-9][0-9]{0,3}|ß|naïve|ليدز|लीड्स", fullmatch=True)
WORDS = st.lists(WORD, min_size=1, max_size=6)
Written = tuple[str, list[str]]


def plain(words: list[str]) -> Written:
    return f"Say {' '.join(words)}.", ["Say", *words]


def marked(words: list[str]) -> Written:
    first = words[0]
    return f"Say **{' '.join(words)}** and [{first}](https://x.org/gone).", ["Say", *words, "and", first]


def heading(words: list[str]) -> Written:
    return f"### Part {' '.join(words)}", ["Part", *words]


def bullets(words: list[str]) -> Written:
    return "\n".join(f"- is {word}" for word in words), [part for word in words for part in ("is", word)]


def ticks(words: list[str]) -> Written:
    return "\n".join(f"+ [x] is {word}" for word in words), [part for word in words for part in ("is", word)]


def numbers(words: list[str]) -> Written:
    rows = [(str(7 * n * n + 1), word) for n, word in enumerate(words)]
    return "\n".join(f"{n}. is {word}" for n, word in rows), [p for n, word in rows for p in (n, "is", word)]


def box(words: list[str]) -> Written:
    return f"::: family Say {words[0]}\nOr {' '.join(words)}.\n:::", ["Say", words[0], "Or", *words]


def table(words: list[str]) -> Written:
    rows = "\n".join(f"| {word} | [[page\\|it]] |" for word in words)
    return f"| a | b |\n|---|---|\n{rows}", ["a", "b", *(part for word in words for part in (word, "it"))]


BLOCK = st.tuples(st.sampled_from((plain, marked, heading, bullets, ticks, numbers, box, table)), WORDS)
ODD = st.sampled_from(
    [
        *(
            "[Leeds]: 999\n",
            "~~",
            "**",
            "\n---\n",
            "\n===\n",
            "##",
            "|",
            "- ",
            "-[ ] ",
            "101. ",
            "[^1]",
            "> ",
        ),
        *(
            "> ",
            "`",
            "\\",
            "    ",
            "&amp;",
            "[a](",
            ")",
            "<b>",
            "```\n",
            "::: warning\n",
            "\n:::\n",
            "{contact:a}",
        ),
        *("[[a]]", "\n\n", "\n", "_", "![", "\n|-|-|\n"),
    ]
)


def read(text: str) -> tuple[str, list[str]]:
    diagnostics = Diagnostics()
    blocks = MarkdownReader("x.md", "", diagnostics).blocks(text, 1)
    return " ".join(shown_texts(blocks)), [str(one) for one in diagnostics.findings]


@settings(max_examples=200, deadline=None)
@given(st.lists(BLOCK, min_size=1, max_size=6))
def test_the_words_of_a_page_come_out_as_they_went_in(parts) -> None:
    written = [make(words) for make, words in parts]
    shown, findings = read("\n\n".join(text for text, _words in written))
    bare = shown.translate(str.maketrans("", "", "."))
    assert bare.split() == [word for _text, words in written for word in words]
    assert findings == []


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(ODD, st.integers(100, 999).map(lambda n: f"word{n} ")), max_size=25).map("".join))
def test_no_word_is_lost_without_a_finding(text: str) -> None:
    """Whatever is typed: each word stands on the page in its order, or there is a finding."""
    shown, findings = read(text)
    typed = [part[:3] for part in text.split("word")[1:]]
    assert findings or [part[:3] for part in shown.split("word")[1:]] == typed
