"""Markdown becomes typed blocks; what has no block of its own becomes a finding with its line."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from content.blocks import (
    MOST_COLUMNS,
    MOST_ROWS,
    Block,
    Callout,
    CalloutKind,
    ContactCards,
    ContactTarget,
    Heading,
    ListBlock,
    PageTarget,
    Paragraph,
    Run,
    Table,
    TickList,
    WebTarget,
)
from content.findings import Finding
from content.model import Section
from content.reading.diagnostics import Diagnostics
from content.reading.markdown import MarkdownReader, slug


def read_blocks(text: str, first_line: int = 1) -> tuple[tuple[Block, ...], list[Finding]]:
    diagnostics = Diagnostics()
    return MarkdownReader("x.md", "", diagnostics).blocks(text, first_line), diagnostics.findings


def read_sections(text: str, first_line: int = 1) -> tuple[tuple[Section, ...], list[Finding]]:
    diagnostics = Diagnostics()
    return MarkdownReader("x.md", "", diagnostics).sections(text, first_line), diagnostics.findings


def words(text: str) -> Paragraph:
    return Paragraph((Run(text),))


THREE_NUMBERS = ((words("a"),), (words("b"),), (words("c"),)), ("999.", "101.", "0111.")
BLOCKS: dict[str, tuple[str, Block]] = {
    "paragraph over two lines": ("Ring\nthem.", words("Ring them.")),
    "hard break": ("Ring  \nthem.", words("Ring them.")),
    "bold": ("a **b** c", Paragraph((Run("a "), Run("b", True), Run(" c")))),
    "italics are flattened": ("a *b* _c_", words("a b c")),
    "code is flattened": ("a `b c`", words("a b c")),
    "bold italics": ("***a***", Paragraph((Run("a", True),))),
    "entities": ("Tea &amp; toast", words("Tea & toast")),
    "several spaces": ("a   b", words("a b")),
    "escaped mark": (r"\*a\*", words("*a*")),
    "heading 3": ("### What", Heading(3, (Run("What"),))),
    "heading 4": ("#### What", Heading(4, (Run("What"),))),
    "web": ("[a](https://x.org)", Paragraph((Run("a", target=WebTarget("https://x.org")),))),
    "bare web": ("<https://x.org>", Paragraph((Run("https://x.org", target=WebTarget("https://x.org")),))),
    "page": ("[[a-b]]", Paragraph((Run("", target=PageTarget("a-b")),))),
    "section": ("[[a-b#c]]", Paragraph((Run("", target=PageTarget("a-b", "c")),))),
    "page with words": ("[[a|do  it]]", Paragraph((Run("do it", target=PageTarget("a")),))),
    "words over two lines": ("[[a|do\nit]].", Paragraph((Run("do it", target=PageTarget("a")), Run(".")))),
    "bold page": ("**[[a|b]]**", Paragraph((Run("b", True, PageTarget("a")),))),
    "cards": ("{contact:a}\n{contact:b}", ContactCards(("a", "b"))),
    "mention": ("Ring {contact:a}", Paragraph((Run("Ring "), Run("", target=ContactTarget("a"))))),
    "bold mention is text": ("**{contact:a}**", Paragraph((Run("", True, ContactTarget("a")),))),
    "bullets": ("- a\n- b", ListBlock(((words("a"),), (words("b"),)))),
    "numbers": ("3. a\n4. b", ListBlock(((words("a"),), (words("b"),)), ("3.", "4."))),
    "numbers as written": ("999. a\n101. b\n\n0111. c", ListBlock(*THREE_NUMBERS)),
    "brackets after numbers": ("1) a\n1) b", ListBlock(((words("a"),), (words("b"),)), ("1)", "1)"))),
    "ticks": ("- [ ] a\n- [x] **b**", TickList(((Run("a"),), (Run("b", True),)))),
    "tick with page": ("- [ ] [[a|b]]", TickList(((Run("b", target=PageTarget("a")),),))),
    "box": ("::: warning\na\n:::", Callout(CalloutKind.WARNING, "", (words("a"),))),
    "box with title": ("::: family Say it\na\n:::", Callout(CalloutKind.FAMILY, "Say it", (words("a"),))),
    "table": (
        "| a | b |\n|---|---|\n| c | [[d|e]] |",
        Table(((Run("a"),), (Run("b"),)), (((Run("c"),), (Run("e", target=PageTarget("d")),)),)),
    ),
    "escaped bar in a link": ("[[a\\|b]]", Paragraph((Run("b", target=PageTarget("a")),))),
    "bar in a cell": ("|a\\|b|c|\n|-|-|", Table(((Run("a|b"),), (Run("c"),)), ())),
    "short row": ("|a|b|\n|-|-|\n|c|", Table(((Run("a"),), (Run("b"),)), (((Run("c"),), ()),))),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_block(name: str) -> None:
    text, block = BLOCKS[name]
    assert read_blocks(text) == ((block,), [])


FINDINGS: dict[str, tuple[str, str, int]] = {
    "raw block": ("a\n\n<div>b</div>", "raw-html", 3),
    "raw inline": ("a\nb <b>c</b>", "raw-html", 2),
    "comment": ("<!-- hidden -->", "raw-html", 1),
    "script": ("<script>alert(1)</script>", "raw-html", 1),
    "javascript": ("a\n[b](javascript:alert(1))", "bad-link", 2),
    "javascript by entity": ("[b](java&#115;cript:x)", "bad-link", 1),
    "javascript by reference": ("[b]\n\n[b]: javascript:x", "line-look", 3),
    "data address": ("[b](data:text/html;base64,x)", "bad-link", 1),
    "vbscript": ("[b](vbscript:x)", "bad-link", 1),
    "file": ("[b](file:///etc/passwd)", "bad-link", 1),
    "ordinary link to a page": ("[b](danger-now)", "bad-link", 1),
    "mail": ("<a@example.org>", "bad-link", 1),
    "telephone": ("[b](tel:999)", "bad-link", 1),
    "picture": ("a\n![b](https://x.org/b.png)", "image", 2),
    "title in the body": ("# a", "bad-heading", 1),
    "deep heading": ("##### a", "bad-heading", 1),
    "section in a short text": ("a\n\n## b", "bad-heading", 3),
    "unknown box": ("::: danger\na\n:::", "bad-box", 1),
    "open box": ("a\n\n::: warning\nb", "bad-box", 3),
    "loose box mark": ("a\n\n:::\n\nb", "bad-box", 3),
    "marks in a box title": ("a\n\n::: warning **Ring** now\nb\n:::", "mark", 3),
    "number in a box title": ("::: warning Ring {contact:a}\nb\n:::", "bad-reference", 1),
    "mixed ticks": ("- [ ] a\n- b", "bad-tick-list", 1),
    "tick with more below": ("- [ ] a\n  - b", "bad-tick-list", 1),
    "too many columns": ("a\n\n" + "|a" * 13 + "|\n" + "|-" * 13 + "|\n" + "|b" * 13 + "|", "too-large", 3),
    "too many rows": ("|a|\n|-|" + "\n|b|" * 201, "too-large", 1),
    "too many cells": ("| a | b |\n|---|---|\n| c | d | e |", "bad-table", 3),
    "page with capitals": ("a [[Danger]]", "bad-reference", 1),
    "open page link": ("a\nb [[danger", "bad-reference", 2),
    "open link after a link over two lines": ("a [[b|do\nit]] [[", "bad-reference", 2),
    "open contact": ("a {contact:duty", "bad-reference", 1),
    "contact with a space": ("a {contact:the duty}", "bad-reference", 1),
    "link with a space": ("[b](https://x.org/a b)", "bad-reference", 1),
    "contact in a link": ("[a {contact:b}](https://x.org)", "bad-reference", 1),
    "page in a link": ("[a [[b]]](https://x.org)", "bad-reference", 1),
    "code by indent": ("a\n\n    b", "code", 3),
    "fence": ("```\nb\n```", "code", 1),
    "quotation": ("> b", "quotation", 1),
    "line": ("a\n\n---\n\nb", "rule-line", 3),
    "heading without its space": ("a\n\n##Then ring\n\nb", "line-look", 3),
    "hash and words": ("a\n#Then", "line-look", 2),
    "many hashes": ("####### a", "line-look", 1),
    "table without its second line": ("| who | when |\n| Anna | Monday |", "line-look", 1),
    "table with too few columns": ("| a | b |\n|---|\n| c | d |", "line-look", 1),
    "table without outer bars": ("a\n\nwho | when\nAnna | Monday", "mark", 3),
    "sentence below a table": ("| a | b |\n|---|---|\n| c | d |\nThen ring.", "words-in-table", 4),
    "hyphens below a sentence": ("Do not leave.\n---\nRing.", "underlined", 2),
    "hyphens below a list": ("- a\n---\nb", "underlined", 2),
    "equals signs below a sentence": ("Do not leave.\n===\nRing.", "line-look", 2),
    "glued tick": ("- [ ] a\n-[ ] b", "line-look", 2),
    "tick without its space": ("- []b\n- []c", "line-look", 1),
    "tick without a hyphen": ("[ ] a\n[x] b", "line-look", 1),
    "tick in the middle": ("Ring [ ] then wait", "mark", 1),
    "glued bullet": ("a\n\n-Ring\n-Wait", "line-look", 3),
    "bullet of a word processor": ("•\tRing\n•\tWait", "line-look", 1),
    "dash for a bullet": ("– Ring\n– Wait", "line-look", 1),
    "number below a sentence": ("Ring\n101. Police", "line-look", 2),
    "glued number": ("1.Ring\n2.Wait", "line-look", 1),
    "sentence glued to a list": ("- a\n- b\nThen ring.", "line-look", 3),
    "address below the text": ("See it.\n\n[1]: https://x.org", "line-look", 3),
    "link in two parts": ("[it] (https://x.org)", "mark", 1),
    "footnote": ("Ring.[^1]\n\n[^1]: At night.", "mark", 1),
    "struck words": ("a\n~~Wait an hour.~~", "mark", 2),
    "words struck by one": ("Do ~not wait~ ring", "mark", 1),
    "stars with spaces": ("a\n** Do not ring. **", "mark", 2),
    "star before a word": ('**"Never."**Then', "mark", 1),
    "lost star": ("Ring *now", "mark", 1),
    "lost underscore": ("_Ring now", "mark", 1),
    "lost tick": ("Ring `now", "mark", 1),
    "highlight": ("==Ring now==", "mark", 1),
    "emoji by name": ("Ring :warning: now", "mark", 1),
    "misspelt contact": ("Ring {contacts:duty}", "bad-reference", 1),
    "braces of a template": ("Ring {{duty}}", "mark", 1),
    "capital contact": ("Ring {Contact: duty}", "mark", 1),
    "id of a heading": ("### Ring {#ring}", "mark", 1),
    "two braces": ("Ring {{contact:duty}}", "mark", 1),
    "glossary in a sentence": ("See {glossary}.", "mark", 1),
    "misspelt entity": ("Tea &ammp; toast", "mark", 1),
    "box in a line": ("Ring ::: warning", "mark", 1),
    "boxes of a word processor": ("☐ Ring\n☑ Wait", "line-look", 1),
    "letters in brackets": ("Do:\na) Ring\nb) Wait", "line-look", 2),
    "numbers in brackets": ("Do:\n(1) Ring\n(2) Wait", "line-look", 2),
    "hidden comment": ("a\n\n[//]: # (not for workers)", "line-look", 3),
    "definition": ("Neglect\n: A word", "line-look", 2),
    "plus before a number": ("+ 44 113", "line-look", 1),
    "box with two colons": (":: warning\na\n::", "mark", 1),
    "backslash": ("Ring \\now", "mark", 1),
    "stars between digits": ("Ring 2*3*4", "words-changed", 1),
    "title of a link": ('[b](https://x.org "Ring 999")', "words-changed", 1),
    "number without words": ("999.\n101. Police", "words-changed", 1),
    "numbers of ticks": ("1. [ ] a\n2. [ ] b", "words-changed", 1),
}


@pytest.mark.parametrize("name", FINDINGS)
def test_finding(name: str) -> None:
    text, rule, line = FINDINGS[name]
    _blocks, findings = read_blocks(text, 11)
    assert [(f.rule, f.line) for f in findings][:1] == [(rule, line + 10)]
    assert str(findings[0]).startswith(f"x.md:{line + 10}: ")


@pytest.mark.parametrize(
    "name", [name for name in FINDINGS if name not in ("number in a box title", "raw inline")]
)
def test_one_mistake_is_one_finding(name: str) -> None:
    _blocks, findings = read_blocks(FINDINGS[name][0])
    told = {f.rule for f in findings}
    assert len(told & {"mark", "line-look", "words-changed", "words-in-table", "underlined"}) <= 1
    assert len({(f.line, f.rule) for f in findings}) == len(findings)


def test_a_table_of_just_the_most_is_read() -> None:
    row = "|a" * MOST_COLUMNS + "|\n"
    (table,), findings = read_blocks(row + "|-" * MOST_COLUMNS + "|\n" + row * MOST_ROWS)
    assert isinstance(table, Table)
    assert (len(table.header), len(table.rows), findings) == (MOST_COLUMNS, MOST_ROWS, [])


MEANT = (
    *(r"\*\*Ring\*\*", r"5 \* 3", r"\~\~", r"a \| b", r"\##Then", r"\_a\_", r"\{name\}", r"\[\^1\]"),
    *("`##` and `**`", "Step #1", "#1 rule", "[your name]", "{file}", "snake_case", "about ~5", "Name: ____"),
    *("[Leeds]: 999", "24/7", "<5", "5 > 3", "x = y", "A&E", "+44 113", "e.g. Ring: now", "50%"),
    *("© ™ é Ω 😀 ½ ²", "https://x.org/a_b_c", "Q: What? A: That.", "(a) one", "a… b", "¿Qué?", "[...]"),
    *("[x](https://x.org)", "Then\nI. said", "(1) one", "a) one", "A\nbaby", "In\n5 minutes"),
    *("a - b", "9.00 am", "Dr. (Ann)", r"C:\\files"),
)


@pytest.mark.parametrize("text", MEANT)
def test_signs_that_are_meant_are_shown(text: str) -> None:
    (block,), findings = read_blocks("Words.\n" + text) if text[:1].isdigit() else read_blocks(text)
    assert findings == []
    assert isinstance(block, Paragraph)


def test_a_list_number_that_may_be_a_telephone_number_is_seen_by_the_rules(pack) -> None:
    pack.append("pages/safe-sleep.md", "\n999. Police\n0113. 496 0112 Duty\n113496011. Night\n")
    lines = [pack.line_of("pages/safe-sleep.md", words) for words in ("0113. 496", "113496011.")]
    assert {(one.rule, one.line) for one in pack.check()} == {("phone-number", line) for line in lines}


def test_a_link_definition_is_shown_as_words() -> None:
    lines = ("Stay.", "[Leeds]: 999", "[Confidential]: do-not-share", "Leave.")
    blocks, findings = read_blocks("\n\n".join(lines))
    assert blocks == tuple(map(words, lines))
    assert findings == []


def test_sections_begin_at_second_level_headings() -> None:
    text = "lead\n\n## A child's day\n\na\n\n### Part\n\nb\n\n## A child's day\n\nc\n\n## **Bold**\n\nd"
    sections, findings = read_sections(text)
    assert not findings
    assert [(s.anchor, s.title, len(s.blocks)) for s in sections] == [
        ("", "", 1),
        ("a-childs-day", "A child's day", 3),
        ("a-childs-day-2", "A child's day", 1),
        ("bold", "Bold", 1),
    ]


def test_heading_with_a_link_and_empty_section_are_found() -> None:
    _sections, findings = read_sections("## Go to [[a]]\n\nx\n\n## Empty\n\n## Full\n\nx", 5)
    assert [(f.rule, f.line) for f in findings] == [("bad-heading", 5), ("empty-section", 9)]


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        ("What to do", "what-to-do"),
        ("Café & crèche", "cafe-creche"),
        ("A child’s day", "a-childs-day"),
        ("…", "section"),
    ],
)
def test_slug(title: str, anchor: str) -> None:
    assert slug(title) == anchor


PIECES = st.sampled_from(
    [
        *(
            "- ",
            "1. ",
            "> ",
            "  ",
            "    ",
            "\n",
            "\n\n",
            "## ",
            "### ",
            "# ",
            "|",
            "|-|-|",
            "::: warning\n",
            ":::\n",
        ),
        *(
            "[ ] ",
            "[[a]]",
            "[[a|b]]",
            "[[",
            "]]",
            "{contact:a}",
            "{contact:",
            "**",
            "*",
            "_",
            "`",
            "```\n",
            "~~~",
        ),
        *(
            "<b>",
            "<!--",
            "-->",
            "[a](",
            "javascript:x)",
            "https://x.org)",
            "![",
            "&amp;",
            "\\",
            "\t",
            "---\n",
            "a",
            "é",
        ),
        *("[a]: x\n", "===\n", "<https://x.org>", "\ue000", "\u2028", "😀"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
@example("- [ ] [a]: x\n- - ")
def test_nothing_that_an_author_types_raises(text: str) -> None:
    sections, findings = read_sections(text)
    assert all(1 <= finding.line <= text.count("\n") + 1 for finding in findings)
    assert len({section.anchor for section in sections}) == len(sections)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    read_sections(text)
