"""Windows are kept out of screenshots; stand-ins for the systems' libraries see the calls."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.store.settings import ALLOW_SCREENSHOTS, Settings
from desktop.ui.leave.capture import Capture, shield_here
from desktop.ui.leave.capture_macos import MacShield, mac_shield
from desktop.ui.leave.capture_windows import WindowsShield, windows_shield


class User32:
    def __init__(self) -> None:
        self.calls: list[tuple[int | None, int]] = []

    def SetWindowDisplayAffinity(self, window, affinity) -> int:
        self.calls.append((window.value, affinity.value))
        return 1


class Dwmapi:
    def __init__(self) -> None:
        self.calls: list[tuple[int | None, int, int, int]] = []

    def DwmSetWindowAttribute(self, window, attribute, value, size) -> int:
        self.calls.append((window.value, attribute.value, value._obj.value, size))
        return 0


class Noted:
    """A shield that notes what it is told."""

    def __init__(self) -> None:
        self.told: list[tuple[int, bool]] = []

    def shield(self, window: int, out: bool) -> bool:
        self.told.append((window, out))
        return True


@pytest.mark.parametrize(("out", "affinity"), [(True, 0x11), (False, 0)])
def test_windows_is_asked_with_the_hexadecimal_value(out: bool, affinity: int) -> None:
    user32, dwmapi = User32(), Dwmapi()
    assert WindowsShield(user32, dwmapi).shield(42, out)
    assert user32.calls == [(42, affinity)]
    assert dwmapi.calls == [(42, 3, 1, 4)]


@pytest.mark.parametrize(("out", "sharing"), [(True, 0), (False, 1)])
def test_macos_is_asked_at_the_window_of_the_view(out: bool, sharing: int) -> None:
    sent: list[tuple[int, bytes, tuple[int, ...]]] = []

    def send(receiver: int, selector: bytes, *number: int) -> int:
        sent.append((receiver, selector, number))
        return 7 if selector == b"window" else 0

    assert MacShield(send).shield(42, out)
    assert sent == [
        (42, b"window", ()),
        (7, b"setAnimationBehavior:", (2,)),
        (7, b"setSharingType:", (sharing,)),
    ]


def test_a_view_without_a_window_is_let_be() -> None:
    assert not MacShield(lambda *_: 0).shield(42, True)


def test_each_system_has_its_own_shield() -> None:
    made = [shield for shield in (windows_shield(), mac_shield()) if shield is not None]
    assert len(made) == (shield_here() is not None)


@pytest.fixture
def shielded(qtbot: QtBot):
    settings, noted = Settings(None), Noted()
    capture = Capture(settings, noted)
    yield settings, noted
    application = QApplication.instance()
    assert application is not None
    application.removeEventFilter(capture)


# the offscreen platform cannot grab the keyboard for a menu, and says so
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_every_window_is_covered_before_it_shows_menus_included(qtbot: QtBot, shielded) -> None:
    _settings, noted = shielded
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    menu = QMenu(window)
    menu.show()
    menu.hide()
    assert noted.told == [(int(window.winId()), True), (int(menu.winId()), True)]


def test_the_worker_may_allow_screenshots_at_once(qtbot: QtBot, shielded) -> None:
    settings, noted = shielded
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    settings.set(ALLOW_SCREENSHOTS, True)
    settings.set(ALLOW_SCREENSHOTS, False)
    mine = int(window.winId())  # other tests may have left windows of theirs to Qt
    assert [out for window_id, out in noted.told if window_id == mine] == [True, False, True]
