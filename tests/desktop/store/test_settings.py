from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import SettingsNotSavedError, SettingsUnreadableError
from desktop.store.settings import SETTINGS, Setting, Settings, Value


def loaded(file: Path | None) -> Settings:
    settings = Settings(file)
    assert settings.load() is None
    return settings


@pytest.mark.parametrize("row", SETTINGS.values(), ids=str)
def test_each_setting_is_whole(row: Setting) -> None:
    values = [choice.value for choice in row.choices]
    assert row.default in values
    assert len(set(values)) == len(values)
    assert {type(value) for value in values} == {type(row.default)}
    assert row.words
    assert row.help.endswith(".")
    assert all(choice.words for choice in row.choices)


def test_the_looks_and_sizes_are_those_of_the_design() -> None:
    assert [choice.value for choice in SETTINGS["look"].choices] == [
        "light",
        "cream",
        "dark",
        "contrast",
        "same",
    ]
    assert [choice.value for choice in SETTINGS["text_size"].choices] == list(range(100, 201, 10))
    assert [choice.value for choice in SETTINGS["shift_gap"].choices] == [1.5, 5.0, 0.0]


def test_a_new_profile_has_the_defaults_and_no_file(tmp_path: Path) -> None:
    settings = loaded(tmp_path / "settings.json")
    assert (settings.text("look"), settings.number("text_size")) == ("light", 100)
    assert (settings.number("shift_gap"), settings.is_on("sidebar_open")) == (1.5, True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("id", "value"),
    [
        ("look", "contrast"),
        ("text_size", 150),
        ("shift_gap", 5.0),
        ("shift_gap", 0.0),
        ("sidebar_open", False),
    ],
)
def test_a_choice_is_there_at_the_next_start(tmp_path: Path, id: str, value: Value) -> None:
    settings = loaded(tmp_path / "settings.json")
    heard: list[str] = []
    settings.listen(heard.append)
    settings.set(id, value)
    settings.set(id, value)  # no change: nothing to tell, nothing to write
    assert heard == [id]
    assert loaded(tmp_path / "settings.json").get(id) == value


def test_a_whole_number_of_seconds_will_do() -> None:
    settings = Settings(None)
    settings.set("shift_gap", 5)
    assert settings.number("shift_gap") == 5.0


def test_only_what_was_changed_is_written(tmp_path: Path) -> None:
    loaded(tmp_path / "settings.json").set("text_size", 120)
    assert json.loads((tmp_path / "settings.json").read_bytes()) == {"format": 1, "text_size": 120}


@pytest.mark.parametrize(
    ("id", "value"), [("look", "pink"), ("text_size", 105), ("text_size", 100.0), ("sidebar_open", 1)]
)
def test_a_value_outside_the_choices_is_refused(id: str, value: Value) -> None:
    settings = Settings(None)
    with pytest.raises(ValueError, match=id):
        settings.set(id, value)
    assert settings.get(id) == SETTINGS[id].default


def test_a_setting_outside_the_table_does_not_exist() -> None:
    with pytest.raises(KeyError):
        Settings(None).get("colour")


def test_a_setting_of_another_version_stays(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"format": 1, "idle_minutes": 5, "look": "dark"}', encoding="utf-8")
    loaded(file).set("look", "cream")
    assert json.loads(file.read_bytes()) == {"format": 1, "idle_minutes": 5, "look": "cream"}


def test_a_setting_nested_beyond_reason_is_dropped_not_fatal(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(b'{"format": 1, "future": %s1%s}' % (b"[" * 900, b"]" * 900))
    settings = Settings(file)
    settings.load()
    settings.set("look", "dark")
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
    assert settings.get("look") == look
    assert loaded(file).get("look") == look


def test_what_is_not_kept_is_neither_written_nor_read(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"format": 1, "allow_screenshots": true, "look": "dark"}', encoding="utf-8")
    settings = loaded(file)
    assert not settings.is_on("allow_screenshots")
    settings.set("allow_screenshots", True)
    settings.set("look", "cream")
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
    settings.listen(heard.append)
    sentence = r"Your settings could not be saved\. They will last until you close the program\."
    with pytest.raises(SettingsNotSavedError, match=sentence):
        settings.set("look", "dark")
    assert settings.get("look") == "dark"
    assert heard == ["look"]


def test_a_file_that_cannot_be_read_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    settings = Settings(tmp_path / "settings.json")
    assert "was left as it is" in (settings.load() or "")
    settings.set("look", "dark")
    assert (tmp_path / "settings.json").is_dir()


def _json() -> st.SearchStrategy[bytes]:
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
    values = st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
    ids = st.sampled_from([*SETTINGS, "format"]) | st.text()
    chosen = st.sampled_from([choice.value for row in SETTINGS.values() for choice in row.choices])
    return st.dictionaries(ids, chosen | values).map(lambda value: json.dumps(value).encode())


@given(st.binary() | _json())
def test_no_bytes_break_a_start_and_none_are_lost(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder, "settings.json")
        file.write_bytes(data)
        settings = Settings(file)
        notice = settings.load()
        kept = file if notice is None else Path(folder, "settings-damaged-1.json")
        assert kept.read_bytes() == data
        settings.set("text_size", 200 if settings.get("text_size") != 200 else 100)
        again = Settings(file)
        assert again.load() is None
        assert [again.get(id) for id in SETTINGS] == [settings.get(id) for id in SETTINGS]
