"""One mistake is one finding: what is only missed because a file could not be read is not blamed."""

from __future__ import annotations

import pytest

SLEEP = "pages/safe-sleep.md"


@pytest.mark.parametrize(
    ("path", "old", "new", "rule"),
    [
        (SLEEP, "title: ", "title: Don't: ", "yaml"),
        (SLEEP, "---\n", "--- \n", "front-matter"),
        (SLEEP, "---\n", "\n---\n", "front-matter"),
        (SLEEP, "kind: ", "kind: x", "unknown-kind"),
        ("contacts.yml", "name: ", "name: a: ", "yaml"),
        ("sources.yml", "title: ", "title: @", "yaml"),
        ("groups.yml", "title: ", "\ttitle: ", "yaml"),
        (SLEEP, "title: ", "title:\u00a0", "yaml"),
        ("glossary.yml", "term: ", 'term: "', "yaml"),
        ("synonyms.yml", "term: ", "term: *", "yaml"),
        ("pack.yml", "title: ", "title: a: ", "yaml"),
        (SLEEP, "themes: [", "themes: [x", "unknown-theme"),
        (SLEEP, "sources: [", "sources: [x", "unresolved-source"),
    ],
)
def test_one_mistake_is_one_finding(pack, path: str, old: str, new: str, rule: str) -> None:
    pack.edit(path, old, new)
    assert [(one.path, one.rule) for one in pack.check()] == [(path, rule)]


@pytest.mark.parametrize("name", ["questions", "synonyms", "contacts", "sources", "groups"])
@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n"])
def test_an_emptied_table_is_named(pack, name: str, text: str) -> None:
    pack.write(f"{name}.yml", text)
    assert [(one.path, one.rule) for one in pack.check()] == [(f"{name}.yml", "empty-file")]


@pytest.mark.parametrize("text", ["hello\n", "id: babies\ntitle: Babies\n"])
def test_a_table_that_is_no_list_is_named_and_nothing_else(pack, text: str) -> None:
    pack.write("themes.yml", text)
    assert [(one.path, one.rule) for one in pack.check()] == [("themes.yml", "bad-shape")]


@pytest.mark.parametrize(
    ("first", "words"),
    [("\n---", "empty line"), ("--- ", "space"), ("----", "nothing else"), ("—", "between two lines")],
)
def test_the_beginning_of_a_page_says_what_is_wrong_with_it(pack, first: str, words: str) -> None:
    pack.edit(SLEEP, "---", first)
    (finding,) = pack.check()
    assert words in finding.sentence


@pytest.mark.parametrize("last", ["--- ", "----", "———", "..."])
def test_the_end_of_the_front_matter_is_named_on_its_line(pack, last: str) -> None:
    pack.edit(SLEEP, "\n---\n", f"\n{last}\n")
    line = pack.line_of(SLEEP, f"\n{last}\n") + 1
    assert [(one.line, one.rule) for one in pack.check()] == [(line, "front-matter")]


def test_of_two_ids_where_one_can_stand_none_is_dropped_in_silence(pack) -> None:
    pack.edit("themes.yml", "start_page: danger-now", "start_page: [danger-now, safe-sleep]")
    assert [(one.path, one.rule) for one in pack.check()] == [("themes.yml", "bad-shape")]
