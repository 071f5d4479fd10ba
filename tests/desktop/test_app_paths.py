from __future__ import annotations

from pathlib import Path

import pytest

from desktop.app_paths import AppPaths, find_app_paths, program_folder
from desktop.errors import ProfileError
from desktop.options import Options


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    folder.mkdir()
    return folder


def places_in(folder: Path) -> AppPaths:
    return AppPaths(folder / "settings.json", folder / "bookmarks.json", folder / "edition")


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("linux", {"HOME": "/home/w"}, "/home/w/.config/handrail"),
        ("linux", {"HOME": "/home/w", "XDG_CONFIG_HOME": "/conf"}, "/conf/handrail"),
        ("linux", {"HOME": "/home/w", "XDG_CONFIG_HOME": "relative"}, "/home/w/.config/handrail"),
        ("linux", {"HOME": "/home/w", "XDG_CONFIG_HOME": ""}, "/home/w/.config/handrail"),
        ("darwin", {"HOME": "/Users/w"}, "/Users/w/Library/Application Support/Handrail"),
        ("win32", {"APPDATA": "/w/Roaming", "USERPROFILE": "/w"}, "/w/Roaming/Handrail"),
        ("win32", {"USERPROFILE": "/w"}, "/w/AppData/Roaming/Handrail"),
    ],
)
def test_each_system_has_its_usual_folder(
    program: Path, platform: str, environ: dict[str, str], folder: str
) -> None:
    assert find_app_paths(Options(), environ, program, platform) == places_in(Path(folder))


def test_a_named_profile_comes_first(program: Path, tmp_path: Path) -> None:
    (program / "portable").touch()
    options = Options(profile=tmp_path / "mine", portable=True)
    assert find_app_paths(options, {}, program) == places_in(tmp_path / "mine")


@pytest.mark.parametrize("by_file", [True, False])
def test_portable_keeps_all_beside_the_program(program: Path, by_file: bool) -> None:
    if by_file:
        (program / "portable").touch()
    found = find_app_paths(Options(portable=not by_file), {"HOME": "/home/w"}, program, "linux")
    assert found == places_in(program / "handrail-data")


def test_a_folder_called_portable_is_not_the_mark(program: Path) -> None:
    (program / "portable").mkdir()
    found = find_app_paths(Options(), {"HOME": "/home/w"}, program, "linux")
    assert found == places_in(Path("/home/w/.config/handrail"))


def test_private_has_no_files_at_all(program: Path, tmp_path: Path) -> None:
    (program / "portable").touch()
    options = Options(private=True, profile=tmp_path / "mine", portable=True)
    assert find_app_paths(options, {"HOME": "/home/w"}, program) == AppPaths(None, None, None)


def test_a_checkout_keeps_its_compiled_edition_to_itself(program: Path) -> None:
    (program / "pyproject.toml").touch()
    found = find_app_paths(Options(), {"HOME": "/home/w"}, program, "linux")
    assert found.cache_folder == program / ".build" / "edition"


def test_a_file_cannot_be_a_profile(program: Path) -> None:
    file = program / "portable"
    file.touch()
    with pytest.raises(ProfileError, match="name a folder after --profile"):
        find_app_paths(Options(profile=file), {}, program)


def test_looking_makes_nothing(program: Path, tmp_path: Path) -> None:
    find_app_paths(Options(portable=True), {}, program)
    find_app_paths(Options(profile=tmp_path / "new"), {}, program)
    assert sorted(one.name for one in tmp_path.rglob("*")) == ["program"]


def test_the_program_lies_where_its_packages_lie() -> None:
    assert (program_folder() / "desktop" / "app_paths.py").is_file()
