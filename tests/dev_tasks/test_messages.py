from __future__ import annotations

import ast
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from desktop.i18n import LANGUAGES
from dev_tasks.messages import fault_of, messages, renew
from dev_tasks.pseudo_language import LANGUAGE, pseudo, write_pseudo
from tests.architecture.sources import files, tree


def template(*words: str | tuple[str, str]) -> Catalog:
    made = Catalog()
    for one in words:
        made.add(one)
    return made


def spoken(folder: Path, language: str) -> GNUTranslations:
    with (folder / language / "LC_MESSAGES" / "handrail.mo").open("rb") as file:
        return GNUTranslations(file)


def translate(folder: Path, words: dict[str, str]) -> None:
    """What a translator does between two calls of the task."""
    source = folder / "cy" / "LC_MESSAGES" / "handrail.po"
    with source.open("rb") as file:
        catalogue = read_po(file, "cy")
    for english, own in words.items():
        catalogue[english].string = own
    with source.open("wb") as file:
        write_po(file, catalogue)


def test_words_of_every_floor_are_found_where_they_stand() -> None:
    found = messages()
    stands = {
        words: {file for file, _line in found[words].locations}
        for words in ("Do now", "Moves to the heading before.")
    }
    assert stands == {"Do now": {"content/kinds.py"}, "Moves to the heading before.": {"desktop/commands.py"}}
    assert found["Also searched, in another spelling: {word}"].locations[0][0] == "index/hits.py"
    assert found["{n} page"].id == ("{n} page", "{n} pages")


def marked() -> set[str]:
    """The words of every call that translates or marks, wherever in a line it stands."""
    calls = [
        node
        for file in files("content", "index", "desktop")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    words = [(call.args[0], call.func.id) for call in calls if call.args and isinstance(call.func, ast.Name)]
    plain = [
        word for word, name in words if name in ("_", "N_", "ngettext") and isinstance(word, ast.Constant)
    ]
    return {str(word.value) for word in plain}


def test_nothing_that_is_marked_is_missed() -> None:
    template = messages()
    assert [words for words in sorted(marked()) if template.get(words) is None] == []


def test_a_translation_outlives_new_words_and_loses_old_ones(tmp_path: Path) -> None:
    assert renew("cy", template("Back", "Help"), tmp_path) == []
    translate(tmp_path, {"Back": "Yn ôl", "Help": "Cymorth"})
    assert renew("cy", template("Back", "Find"), tmp_path) == []
    welsh = spoken(tmp_path, "cy")
    assert [welsh.gettext(words) for words in ("Back", "Find", "Help")] == ["Yn ôl", "Find", "Help"]


def test_a_translation_with_a_fault_is_named_and_left_out(tmp_path: Path) -> None:
    words = template("All {n}", "Back")
    renew("cy", words, tmp_path)
    translate(tmp_path, {"All {n}": "Y cyfan {rhif}", "Back": "Yn ôl"})
    (told,) = renew("cy", words, tmp_path)
    assert "{rhif}" in told
    welsh = spoken(tmp_path, "cy")
    assert [welsh.gettext(words) for words in ("All {n}", "Back")] == ["All {n}", "Yn ôl"]
    source = (tmp_path / "cy" / "LC_MESSAGES" / "handrail.po").read_text("utf-8")
    assert "Y cyfan {rhif}" in source


@pytest.mark.parametrize(
    ("english", "own", "sound"),
    [
        ("All {n}", "Y cyfan {n}", True),
        ("All {n}", "", True),
        ("All {n}", "Y cyfan", False),
        ("All {n}", "Y cyfan {n", False),
        ("All {n}", "Y cyfan {}", False),
        ("Back", "{n}", False),
        (("{n} page", "{n} pages"), ("un dudalen", "{n} tudalen"), True),
        (("{n} page", "{n} pages"), ("un dudalen", "{m} tudalen"), False),
    ],
)
def test_a_fault_is_what_format_would_stumble_over(
    english: str | tuple[str, str], own: str | tuple[str, str], sound: bool
) -> None:
    assert (fault_of(Message(english, own)) == "") is sound


def not_compiled(folder: Path) -> list[str]:
    """Translations that stand in a .po file and not in its .mo file."""
    missing = []
    for source in folder.glob("*/LC_MESSAGES/handrail.po"):
        said = spoken(folder, source.parts[-3])
        with source.open("rb") as file:
            sound = [one for one in read_po(file) if one.id and not one.fuzzy and not fault_of(one)]
        plain = {one.id: one.string for one in sound if isinstance(one.id, str) and one.string}
        missing += [own for english, own in plain.items() if said.gettext(english) != own]
    return missing


def test_every_language_is_compiled_as_it_was_translated(tmp_path: Path) -> None:
    renew("cy", template("Back"), tmp_path)
    translate(tmp_path, {"Back": "Yn ôl"})
    assert not_compiled(tmp_path) == ["Yn ôl"]
    assert not_compiled(LANGUAGES) == []


def test_the_pseudo_language_says_english_in_other_letters(tmp_path: Path) -> None:
    assert pseudo("Find {n} places") == "[Ƒîñđ {n} þļåçéš~~~~]"
    write_pseudo(template("Back", ("{n} page", "{n} pages")), tmp_path)
    said = spoken(tmp_path, LANGUAGE)
    assert said.gettext("Back") == "[Ɓåçķ~]"
    assert [said.ngettext("{n} page", "{n} pages", n) for n in (1, 2)] == ["[{n} þåĝé~~]", "[{n} þåĝéš~~~]"]


def test_the_labels_of_the_looks_are_messages_too() -> None:
    stands = {place for message in messages() for place, _line in message.locations}
    assert "desktop/ui/look/looks/cream.toml" in stands
