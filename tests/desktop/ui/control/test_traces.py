"""Help lists what stands on the disk now; erasing asks first, and what is erased does not come back."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop.app_paths import AppPaths
from desktop.store.bookmarks import Bookmarks
from desktop.store.settings import TEXT_SIZE, Settings
from desktop.traces import Traces
from desktop.ui.control.navigation import NavigationController
from desktop.ui.control.panels import HELP, Panels
from desktop.ui.control.traces import TraceController
from desktop.ui.main_window import MainWindow
from desktop.ui.widgets.push_button import PushButton

ERASE = "Erase all that this program has written"


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    state = tmp_path / "home" / "handrail"
    state.parent.mkdir()
    return AppPaths(state / "settings.json", state / "bookmarks.json")


@pytest.fixture
def settings(paths: AppPaths) -> Settings:
    settings = Settings(paths.settings_file)
    settings.set(TEXT_SIZE, 150)
    return settings


@pytest.fixture
def bookmarks(paths: AppPaths) -> Bookmarks:
    bookmarks = Bookmarks(paths.bookmarks_file)
    bookmarks.toggle("baby-bruise")
    return bookmarks


@pytest.fixture
def erase(
    window: MainWindow,
    paths: AppPaths,
    settings: Settings,
    bookmarks: Bookmarks,
    navigation: NavigationController,
    panels: Panels,
    tmp_path: Path,
) -> PushButton:
    """The button in help, which is open."""
    environ = {"XDG_RUNTIME_DIR": str(tmp_path / "no-such-folder")}
    TraceController(window, Traces(paths, environ), bookmarks, settings, panels.help)
    navigation.open_panel(HELP)
    buttons = panels.help.get().findChildren(PushButton)
    return next(one for one in buttons if one.accessibleName() == ERASE)


def on_disk(tmp_path: Path) -> list[str]:
    return sorted(one.name for one in (tmp_path / "home").rglob("*"))


def told(panels: Panels) -> str:
    return panels.help.get()._traces.text()


def test_help_tells_what_is_there_now(
    erase: PushButton, paths: AppPaths, panels: Panels, navigation: NavigationController
) -> None:
    assert f"{paths.bookmarks_file}: your bookmarks" in told(panels)
    assert f"{paths.settings_file}: your settings" in told(panels)
    assert paths.bookmarks_file is not None
    paths.bookmarks_file.unlink()
    navigation.open_start()
    navigation.open_panel(HELP)
    assert "your bookmarks" not in told(panels)


def test_nothing_is_erased_before_the_answer(
    window: MainWindow, erase: PushButton, tmp_path: Path, navigation: NavigationController
) -> None:
    before = on_disk(tmp_path)
    erase.click()
    assert "Your bookmarks and settings will be gone." in window.notice.words.text()
    assert on_disk(tmp_path) == before == ["bookmarks.json", "handrail", "settings.json"]
    navigation.open_start()
    assert window.notice.words.text() == ""


def test_what_was_erased_is_forgotten_and_not_written_again(
    window: MainWindow,
    erase: PushButton,
    settings: Settings,
    bookmarks: Bookmarks,
    panels: Panels,
    paths: AppPaths,
    tmp_path: Path,
) -> None:
    erase.click()
    window.notice.action.click()
    assert on_disk(tmp_path) == []
    assert window.notice.words.text().startswith("Erased.")
    assert (bookmarks.pages, settings.get(TEXT_SIZE)) == ((), TEXT_SIZE.default)
    assert told(panels) == "Nothing."
    assert not erase.isVisible()
    bookmarks.toggle("safe-sleep")
    assert paths.bookmarks_file is not None
    assert "baby-bruise" not in paths.bookmarks_file.read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets only some make a link to a folder")
def test_what_could_not_be_erased_is_named(
    window: MainWindow, erase: PushButton, paths: AppPaths, tmp_path: Path
) -> None:
    assert paths.settings_file is not None
    state, target = paths.settings_file.parent, tmp_path / "home" / "elsewhere"
    state.rename(target)
    state.symlink_to(target, target_is_directory=True)  # a folder of ours that cannot be removed as one
    erase.click()
    window.notice.action.click()
    assert window.notice.words.text() == f"These could not be erased: {state}."
    assert on_disk(tmp_path) == ["elsewhere", "handrail"]
