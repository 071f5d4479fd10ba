from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as within_any_time
from hypothesis import strategies as st

from desktop.errors import SettingsNotSavedError, SettingsUnreadableError
from desktop.store import settings as module
from desktop.store.setting import Setting, SettingChoice
from desktop.store.settings import (
    ALLOW_SCREENSHOTS,
    LOOK,
    SETTINGS,
    SHIFT_GAP,
    SIDEBAR_OPEN,
    TEXT_SIZE,
    Settings,
    settings_with,
)


def loaded(file: Path | None) -> Settings:
    settings = Settings(file)
    assert settings.load() is None
    return settings


@pytest.mark.parametrize("row", SETTINGS.values(), ids=str)
def test_each_setting_is_whole(row: Setting[Any]) -> None:
    values = [choice.value for choice in row.choices]
    assert row.default in values
    assert len(set(values)) == len(values)
    assert {type(value) for value in values} == {type(row.default)}
    assert row.words
    assert row.help.endswith(".")
    assert all(choice.words for choice in row.choices)


def test_the_looks_and_sizes_are_those_of_the_design() -> None:
    assert [choice.value for choice in LOOK.choices] == [
        "light",
        "cream",
        "dark",
        "contrast",
        "same",
    ]
    assert [choice.value for choice in TEXT_SIZE.choices] == list(range(100, 201, 10))
    assert [choice.value for choice in SHIFT_GAP.choices] == [1.5, 5.0, 0.0]


def test_a_new_profile_has_the_defaults_and_no_file(tmp_path: Path) -> None:
    settings = loaded(tmp_path / "settings.json")
    assert (settings.get(LOOK), settings.get(TEXT_SIZE)) == ("light", 100)
    assert (settings.get(SHIFT_GAP), settings.get(SIDEBAR_OPEN)) == (1.5, True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("row", "value"),
    [(LOOK, "contrast"), (TEXT_SIZE, 150), (SHIFT_GAP, 5.0), (SHIFT_GAP, 0.0), (SIDEBAR_OPEN, False)],
    ids=str,
)
def test_a_choice_is_there_at_the_next_start(tmp_path: Path, row: Setting[Any], value: object) -> None:
    settings = loaded(tmp_path / "settings.json")
    heard: list[object] = []
    settings.listen(row, heard.append)
    settings.set(row, value)
    settings.set(row, value)  # no change: nothing to tell, nothing to write
    assert heard == [value]
    assert loaded(tmp_path / "settings.json").get(row) == value


def test_who_listens_hears_of_its_own_setting_only() -> None:
    settings = Settings(None)
    sizes: list[int] = []
    looks: list[str] = []
    settings.follow(TEXT_SIZE, sizes.append)
    settings.listen(LOOK, looks.append)
    settings.set(TEXT_SIZE, 120)
    settings.forget()
    assert (sizes, looks) == ([100, 120, 100], [])


def test_a_whole_number_of_seconds_will_do() -> None:
    settings = Settings(None)
    settings.set(SHIFT_GAP, 5)
    assert settings.get(SHIFT_GAP) == 5.0


def test_only_what_was_changed_is_written(tmp_path: Path) -> None:
    loaded(tmp_path / "settings.json").set(TEXT_SIZE, 120)
    assert json.loads((tmp_path / "settings.json").read_bytes()) == {"format": 1, "text_size": 120}


@pytest.mark.parametrize(
    ("row", "value"), [(LOOK, "pink"), (TEXT_SIZE, 105), (TEXT_SIZE, 100.0), (SIDEBAR_OPEN, 1)], ids=str
)
def test_a_value_outside_the_choices_is_refused(row: Setting[Any], value: object) -> None:
    settings = Settings(None)
    with pytest.raises(ValueError, match=row.id):
        settings.set(row, value)
    assert settings.get(row) == row.default


def test_each_setting_stands_in_the_table_once() -> None:
    rows = [value for value in vars(module).values() if isinstance(value, Setting)]
    assert list(SETTINGS.values()) == rows
    ids = [id for row in rows for id in (row.id, *row.renamed)]
    assert len(set(ids)) == len(ids)


def test_a_setting_that_was_renamed_is_read_under_its_old_id_and_saved_under_the_new(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    before = '{"format": 1, "letters": 150, "look": "dark", "of_another_version": 5}'
    file.write_text(before, encoding="utf-8")
    renamed = replace(TEXT_SIZE, renamed=("size_of_letters", "letters"))
    settings = Settings(file, {**SETTINGS, TEXT_SIZE.id: renamed})
    assert settings.load() is None
    assert (settings.get(TEXT_SIZE), settings.get(LOOK)) == (150, "dark")
    assert file.read_text("utf-8") == before  # reading is not the worker's change
    settings.set(LOOK, "cream")
    saved = {"format": 1, "of_another_version": 5, "text_size": 150, "look": "cream"}
    assert json.loads(file.read_bytes()) == saved


@pytest.mark.parametrize("ids", [("letters", "text_size"), ("text_size", "letters")], ids=" then ".join)
def test_the_new_id_counts_where_a_file_has_both(tmp_path: Path, ids: tuple[str, str]) -> None:
    file = tmp_path / "settings.json"
    values = {"letters": 150, "text_size": 120}
    file.write_text(json.dumps({"format": 1, **{id: values[id] for id in ids}}), encoding="utf-8")
    settings = Settings(file, {**SETTINGS, TEXT_SIZE.id: replace(TEXT_SIZE, renamed=("letters",))})
    assert settings.load() is None
    assert settings.get(TEXT_SIZE) == 120


def test_the_looks_that_are_there_are_the_choices() -> None:
    table = settings_with({"light": "Light", "dark": "Dark", "amber": "Amber", "sea": "Sea green"})
    assert [(choice.value, choice.words) for choice in table["look"].choices] == [
        ("light", "Light"),
        ("dark", "Dark"),
        ("amber", "Amber"),
        ("sea", "Sea green"),
        ("same", "Same as this computer"),
    ]
    settings = Settings(None, table)
    settings.set(LOOK, "amber")
    assert settings.get(LOOK) == "amber"
    assert settings.choices(LOOK)[2] == SettingChoice("amber", "Amber")
    with pytest.raises(ValueError, match="look"):
        settings.set(LOOK, "cream")


def test_a_setting_of_another_version_stays(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"format": 1, "idle_minutes": 5, "look": "dark"}', encoding="utf-8")
    loaded(file).set(LOOK, "cream")
    assert json.loads(file.read_bytes()) == {"format": 1, "idle_minutes": 5, "look": "cream"}


def test_a_setting_nested_beyond_reason_is_dropped_not_fatal(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(b'{"format": 1, "future": %s1%s}' % (b"[" * 900, b"]" * 900))
    settings = Settings(file)
    settings.load()
    settings.set(LOOK, "dark")
    assert json.loads(file.read_bytes()) == {"format": 1, "look": "dark"}


@pytest.mark.parametrize(
    ("data", "look"),
    [
        (b"{", "light"),
        (b"[]", "light"),
        (b"", "light"),
        (b'{"look": "dark"}', "dark"),
        (b'{"format": 9, "look": "dark"}', "dark"),
        (b'{"format": 1, "look": "dark", "text_size": "big"}', "dark"),
        (b'{"format": 1, "look": 3}', "light"),
        (b'{"format": 1, "shift_gap": %s}' % (b"9" * 400), "light"),
        (b'{"format": 1, "shift_gap": NaN}', "light"),
        (b" " * 1_000_001, "light"),
    ],
)
def test_a_damaged_file_is_kept_aside_and_its_good_part_used(tmp_path: Path, data: bytes, look: str) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(data)
    settings = Settings(file)
    aside = tmp_path / "settings-damaged-1.json"
    assert settings.load() == f"The file settings.json was damaged. It is kept as {aside}."
    assert aside.read_bytes() == data
    assert settings.get(LOOK) == look
    assert loaded(file).get(LOOK) == look


def test_what_is_not_persisted_is_neither_written_nor_read(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"format": 1, "allow_screenshots": true, "look": "dark"}', encoding="utf-8")
    settings = loaded(file)
    assert not settings.get(ALLOW_SCREENSHOTS)
    settings.set(ALLOW_SCREENSHOTS, True)
    settings.set(LOOK, "cream")
    assert json.loads(file.read_bytes()) == {"format": 1, "look": "cream"}


def test_proving_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    Settings(file).prove_readable()
    file.write_bytes(b"{")
    with pytest.raises(SettingsUnreadableError, match=r"settings\.json cannot be read"):
        Settings(file).prove_readable()
    assert [one.name for one in tmp_path.iterdir()] == ["settings.json"]


def test_a_profile_that_cannot_be_written_says_so_and_goes_on(unwritable: Path) -> None:
    settings = Settings(unwritable / "settings.json")
    assert settings.load() is None
    heard: list[str] = []
    settings.listen(LOOK, heard.append)
    sentence = r"Your settings could not be saved\. They will last until you close the program\."
    with pytest.raises(SettingsNotSavedError, match=sentence):
        settings.set(LOOK, "dark")
    assert settings.get(LOOK) == "dark"
    assert heard == ["dark"]


def test_a_file_that_cannot_be_read_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    settings = Settings(tmp_path / "settings.json")
    assert "was left as it is" in (settings.load() or "")
    settings.set(LOOK, "dark")
    assert (tmp_path / "settings.json").is_dir()


def _json() -> st.SearchStrategy[bytes]:
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
    values = st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
    ids = st.sampled_from([*SETTINGS, "format"]) | st.text()
    chosen = st.sampled_from([choice.value for row in SETTINGS.values() for choice in row.choices])
    return st.dictionaries(ids, chosen | values).map(lambda value: json.dumps(value).encode())


@pytest.mark.slow
@within_any_time(deadline=None)  # it waits for the disk
@given(st.binary() | _json())
def test_no_bytes_break_a_start_and_none_are_lost(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder, "settings.json")
        file.write_bytes(data)
        settings = Settings(file)
        notice = settings.load()
        kept = file if notice is None else Path(folder, "settings-damaged-1.json")
        assert kept.read_bytes() == data
        settings.set(TEXT_SIZE, 200 if settings.get(TEXT_SIZE) != 200 else 100)
        again = Settings(file)
        assert again.load() is None
        assert [again.get(row) for row in SETTINGS.values()] == [
            settings.get(row) for row in SETTINGS.values()
        ]
