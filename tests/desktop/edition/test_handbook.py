"""The handbook says what the program does: each key, each setting, each sentence it may show."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from content.model import Library, Status
from content.reading.read import read_pack
from content.text import section_text
from desktop.commands import COMMANDS
from desktop.edition.build_fingerprint import HANDBOOK, fingerprint_of
from desktop.edition.compile_edition import read_library
from desktop.store.settings import SETTINGS
from index.build import build_index, content_hash
from index.engine import open_index
from index.evaluation.metrics import best_within
from index.evaluation.qrels import own_queries
from index.searcher import Searcher
from tests.desktop.edition.told_sentences import template, told

ROOT = Path(__file__).parents[3]
LEEDS = ROOT / "content" / "leeds"
SMALL = ROOT / "tests" / "packs" / "small"
PAGES = [
    *("help-search", "help-keys", "help-bookmarks", "help-display", "help-leaving", "help-leaving-limits"),
    *("help-editions", "help-data", "help-troubleshooting"),
]


@pytest.fixture(scope="module")
def handbook() -> Library:
    library = read_pack(HANDBOOK).library
    assert library is not None
    return library


@pytest.fixture(scope="module")
def leeds() -> Library:
    """The Leeds guidance as the program opens it, with help behind it."""
    return read_library(LEEDS)[0]


@pytest.fixture(scope="module")
def searcher(leeds: Library) -> Searcher:
    return Searcher(open_index(build_index(leeds), content_hash(leeds)), leeds)


def words_of(library: Library, page: str) -> str:
    return "\n".join(section_text(part, library.contacts) for part in library.pages[page].sections)


def titles(library: Library, page: str) -> list[str]:
    return [part.title for part in library.pages[page].sections]


def test_all_pages_are_there(handbook: Library) -> None:
    assert sorted(handbook.heads) == sorted(PAGES)
    assert all(head.kind == "help" for head in handbook.heads.values())


def test_the_page_of_keys_is_the_one_that_the_table_gives(tmp_path: Path) -> None:
    """When this fails, a command has changed: `./dev handbook-keys` writes the page anew."""
    page = tmp_path / "keys.md"
    command = [sys.executable, "dev_tasks/handbook_keys.py", str(page)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True)
    assert (HANDBOOK / "pages" / "help-keys.md").read_text("utf-8") == page.read_text("utf-8")


@pytest.mark.parametrize("id", COMMANDS)
def test_each_command_is_documented(handbook: Library, id: str) -> None:
    words, command = words_of(handbook, "help-keys"), COMMANDS[id]
    assert command.text in words
    assert command.help in words
    assert command.also in words


@pytest.mark.parametrize(
    ("id", "row"),
    [
        ("larger", "Ctrl++ or Ctrl+=; Ctrl and wheel up · Cmd++ or Cmd+=; Ctrl and wheel up"),
        ("tree_expand", "*; letters jump to a name · *; letters jump to a name"),
        ("full_screen", "F11 · Ctrl+Cmd+F or F11"),
        ("back", "Alt+Left arrow; mouse button 4 · Cmd+[; mouse button 4"),
        ("open_result", "Enter · Enter"),
    ],
)
def test_keys_are_named_as_they_stand_on_the_keyboard(handbook: Library, id: str, row: str) -> None:
    assert f"{COMMANDS[id].text} · {row} · " in words_of(handbook, "help-keys")


@pytest.mark.parametrize("id", SETTINGS)
def test_each_setting_is_documented(handbook: Library, id: str) -> None:
    setting, words = SETTINGS[id], words_of(handbook, "help-display")
    assert setting.words in titles(handbook, "help-display")
    assert setting.help.rstrip(".") in words
    assert [choice.words for choice in setting.choices if choice.words not in words] == []


def test_the_usual_choices_are_named(handbook: Library) -> None:
    words = words_of(handbook, "help-display")
    for id in ("look", "shift_gap", "sidebar_open"):
        setting = SETTINGS[id]
        default = next(choice.words for choice in setting.choices if choice.value == setting.default)
        assert re.search(rf"^{re.escape(default)}:.*\bthe usual choice", words, re.MULTILINE | re.IGNORECASE)


@pytest.mark.parametrize("file", sorted({file for file, _ in told()}))
def test_each_sentence_of_the_program_is_explained(handbook: Library, file: str) -> None:
    explained = template(words_of(handbook, "help-troubleshooting"))
    own = [sentence for origin, sentence in told() if origin == file]
    assert [sentence for sentence in own if template(sentence) not in explained] == []


def test_the_sentences_are_found_where_they_stand() -> None:
    """The test above would also pass if it looked at nothing."""
    found = {sentence for _file, sentence in told()}
    assert len(found) > 20
    assert "The search index is damaged. Build it again from the pack." in found
    assert "This page could not be opened. The rest of the guidance still works." in found
    assert "The file {file} was damaged. It is kept as {aside}." in found
    assert "{} is not a pack: choose the folder that holds {}." in {template(one) for one in found}


def test_leaving_says_what_it_promises_and_what_it_does_not(handbook: Library) -> None:
    ways, limits = words_of(handbook, "help-leaving"), words_of(handbook, "help-leaving-limits")
    for way in ("Quick leave", "Shift, three times", "F12", "Alt+F4", "Ctrl+W or Ctrl+Q", "not five"):
        assert way in ways or way in "".join(titles(handbook, "help-leaving"))
    for limit in (
        *(
            "list of programs",
            "bookmarks",
            "settings",
            "printed",
            "clipboard history",
            "camera",
            "screenshots",
            "recent files",
            "keyboard on the screen",
            "broke down",
            "small picture",
        ),
        *("records the screen or the keys", "people who manage the computer", "examines the disk"),
        *("already seen", "when the screen locks"),
    ):
        assert limit in limits
    for library_words in (ways, limits):
        assert not re.search(r"\b(safe|safely|secret|untraceable|invisible)\b", library_words)


def test_help_is_neither_draft_nor_guidance(leeds: Library) -> None:
    help_pages = [head for head in leeds.heads.values() if leeds.info_of(head).status is Status.PROGRAM]
    assert sorted(head.id for head in help_pages) == sorted(PAGES)
    assert list(leeds.heads)[-len(PAGES) :] == [head.id for head in help_pages]
    assert leeds.info.id == "leeds"


def test_an_edition_holds_the_handbook_whatever_pack_it_is_made_from() -> None:
    library, fault = read_library(SMALL)
    assert fault == ""
    assert set(PAGES) < set(library.heads)
    alone = read_pack(SMALL).library
    assert alone is not None
    assert content_hash(library) != content_hash(alone)


def test_the_handbook_opened_by_itself_is_not_joined_to_itself() -> None:
    library, fault = read_library(HANDBOOK)
    assert (sorted(library.heads), fault) == (sorted(PAGES), "")


def test_guidance_that_uses_an_id_of_help_opens_without_help(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "pack")
    page = tmp_path / "pack" / "pages" / "words-we-use.md"
    page.rename(page.with_name("help-keys.md"))
    for file in tmp_path.rglob("*.*"):
        file.write_text(file.read_text("utf-8").replace("words-we-use", "help-keys"), "utf-8")
    library, fault = read_library(tmp_path / "pack")
    assert fault == 'Two packs have a page with the id "help-keys": rename it in one of them.'
    assert "baby-bruise" in library.heads
    assert "help-search" not in library.heads


def test_the_fingerprint_sees_the_handbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(HANDBOOK, tmp_path / "handbook")
    monkeypatch.setattr("desktop.edition.build_fingerprint.HANDBOOK", tmp_path / "handbook")
    before = fingerprint_of(SMALL, ROOT)
    (tmp_path / "handbook" / "pages" / "help-more.md").touch()
    assert fingerprint_of(SMALL, ROOT) != before


@pytest.mark.parametrize("words", ["leave", "search", "print", "bookmark", "quick leave", "settings"])
def test_help_is_found_in_the_leeds_edition(searcher: Searcher, words: str) -> None:
    answer = searcher.search(words)
    assert answer is not None
    assert any(hit.page in PAGES for hit in answer.hits[:2])


@pytest.mark.parametrize(
    "words",
    [
        *(
            "bruise on a baby",
            "leaving home",
            "mum wants to leave him",
            "safe to leave",
            "help",
            "left alone",
        ),
        *("a child is missing", "phone monitored by partner", "sign", "danger", "who sees the record"),
    ],
)
def test_guidance_comes_first_in_the_leeds_edition(searcher: Searcher, words: str) -> None:
    answer = searcher.search(words)
    assert answer is not None
    assert answer.hits[0].page not in PAGES


@pytest.mark.slow  # asks every question of the pack
def test_no_question_about_children_is_answered_by_help_first(searcher: Searcher) -> None:
    alone = read_pack(LEEDS).library
    assert alone is not None
    answers = {query.words: searcher.search(query.words, limit=1) for query in own_queries(alone)}
    assert [words for words, answer in answers.items() if answer and answer.hits[0].page in PAGES] == []


def test_questions_about_the_program_find_their_page(searcher: Searcher, handbook: Library) -> None:
    for query in own_queries(handbook):
        answer = searcher.search(query.words, limit=3)
        assert answer is not None
        assert best_within([hit.page for hit in answer.hits], query.grades, 3), query.words
