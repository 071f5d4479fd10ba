"""Whose word a statement is: named behind it, behind a heading above it, or for its whole page."""

from __future__ import annotations

import pytest

from content.checks.statements import MarkedStatement, marked_statements
from content.compiled import compile_library
from content.findings import Severity
from content.reading.read import read_pack
from content.text import section_text

PAGE = "pages/safe-sleep.md"
SOURCES = """
- {id: act, title: An Act, publisher: Parliament, mark: law}
- {id: national, title: A guide, publisher: A ministry, mark: national}
- {id: other-town, title: A guide, publisher: Another town, mark: elsewhere}
- {id: own, title: Our words, publisher: Small Town, mark: ours}
"""
BODY = """
## From the Act {from:act}

On its back, every time.

1. First step.
2. Second step. {from:own}
   - Below it. {from: own, national}

### Nearer {from:national}

- [ ] Tick this.
- [ ] Tick that. {from:other-town}

::: warning
#### In the box {from:other-town}

Inside.
:::

After the box.

### Nobody says

Under the Act again.

## Without a source

| What | How |
|---|---|
| Cot | Flat {from:own} |
| Room | Cool |

[[danger-now|What to do now]]

{contact:duty} {from:own}
"""


@pytest.fixture
def marked(pack):
    pack.append("sources.yml", SOURCES)
    for source, mark in (("town-guide", "local"), ("sleep-leaflet", "national")):
        pack.edit("sources.yml", f"- id: {source}\n", f"- id: {source}\n  mark: {mark}\n")
    pack.edit(PAGE, "sources: [sleep-leaflet]", "sources: [sleep-leaflet, act, national, other-town, own]")
    pack.append(PAGE, BODY)
    return pack


def statements(pack) -> list[MarkedStatement]:
    reading = read_pack(pack.folder)
    return [one for one in marked_statements(reading.library, reading) if one.page == "safe-sleep"]


def marks(pack) -> dict[str, tuple[str, ...]]:
    return {one.words: one.marks for one in statements(pack)}


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ("On its back, every time.", ("law",)),
        ("First step.", ("law",)),
        ("Second step.", ("ours",)),
        ("Below it.", ("national", "ours")),
        ("Tick this.", ("national",)),
        ("Tick that.", ("elsewhere",)),
        ("Inside.", ("elsewhere",)),
        ("After the box.", ("national",)),
        ("Under the Act again.", ("law",)),
        ("Cot · Flat", ("ours",)),
        ("Room · Cool", ()),
    ],
)
def test_the_nearest_source_counts(marked, words: str, of: tuple[str, ...]) -> None:
    assert marks(marked)[words] == of


def test_links_and_cards_state_nothing(marked) -> None:
    said = marks(marked)
    assert "What to do now" not in said
    assert not [words for words in said if "Duty" in words and "Small Town" in words]


def test_a_page_whose_sources_are_all_of_one_sort_needs_no_marks(pack) -> None:
    pack.edit("sources.yml", "- id: sleep-leaflet\n", "- id: sleep-leaflet\n  mark: ours\n")
    assert {one.marks for one in statements(pack)} == {("ours",)}
    assert all(one.only_ours for one in statements(pack))
    pack.edit("sources.yml", "  mark: ours\n", "")
    assert {one.marks for one in statements(pack)} == {()}


def test_no_reader_meets_a_mark(marked) -> None:
    library = read_pack(marked.folder).library
    page = library.pages["safe-sleep"]
    text = "\n".join(section_text(part, library.contacts) for part in page.sections)
    assert "Second step.\n" in text
    assert not {"{", "from:", "other-town"} & set(text.split())
    assert b"{from" not in compile_library(library)
    assert [part.title for part in page.sections][-2:] == ["From the Act", "Without a source"]
    assert page.sections[-2].anchor == "from-the-act"
    assert marked.check() == ()


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("{from:own}\n   -", "{from:owm}\n   -", "unresolved-source"),
        ("{from:own}\n   -", "{from:town-guide}\n   -", "source-not-on-page"),
        ("Second step. {from:own}", "Second {from:own} step.", "bad-reference"),
        ("Second step. {from:own}", "Second step. {from:own} {from:act}", "bad-reference"),
        ("Second step. {from:own}", "Second step. {from:Own Words}", "mark"),
        ("Second step. {from:own}", "Second step. {from own}", "mark"),
        ("::: warning", "::: warning Take care {from:own}", "bad-reference"),
    ],
)
def test_a_slip_is_an_error_on_its_line(marked, old: str, new: str, rule: str) -> None:
    before = marked.line_of(PAGE, old)
    marked.edit(PAGE, old, new)
    found = [(one.path, one.line, one.rule) for one in marked.check() if one.severity is Severity.ERROR]
    assert found == [(PAGE, before, rule)]


def test_plain_fields_hold_no_marks(marked) -> None:
    marked.edit(PAGE, "summary: ", "summary: '{from:own} ")
    text = (marked.folder / PAGE).read_text("utf-8")
    line = next(line for line in text.split("\n") if line.startswith("summary: "))
    marked.edit(PAGE, line, line + "'")
    assert {one.rule for one in marked.check() if one.severity is Severity.ERROR} == {"mark"}


def test_where_one_source_is_marked_all_are(marked) -> None:
    marked.edit("sources.yml", "  mark: national\n", "")
    (one,) = marked.check()
    assert (one.path, one.rule, one.severity) == ("sources.yml", "no-mark", Severity.WARNING)
    assert '"sleep-leaflet"' in one.sentence
    marked.edit("sources.yml", "mark: law", "mark: lore")
    assert ("sources.yml", "unknown-mark") in {(one.path, one.rule) for one in marked.check()}
