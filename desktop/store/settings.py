"""What a worker may change about the program: one table, from which loading, the panel and help derive."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from desktop.errors import FileDamagedError, SettingsNotSavedError, SettingsUnreadableError
from desktop.i18n import N_, _
from desktop.store.json_store import JsonStore

FORMAT = 1
Value = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One value a setting can take and what the panel calls it."""

    value: Value
    words: str


@dataclass(frozen=True, slots=True)
class Setting:
    """A row of the table. The type of `default` is the type of the setting.

    One that is not `kept` lasts until the program ends and is never written.
    """

    id: str
    default: Value
    choices: tuple[Choice, ...]
    words: str
    help: str
    kept: bool = True
    platforms: tuple[str, ...] = ()
    elsewhere: str = ""

    def works_on(self, platform: str) -> bool:
        """Whether this system (`sys.platform`) can do it; where not, the panel shows `elsewhere`."""
        return not self.platforms or platform in self.platforms

    def accept(self, found: object) -> Value | None:
        """The value as this setting's own type, or None if it is not one of the choices."""
        if isinstance(self.default, float) and type(found) is int:
            found = float(found) if abs(found) < 1_000_000 else None
        for choice in self.choices:
            if type(found) is type(self.default) and found == choice.value:
                return choice.value
        return None


_ROWS = (
    Setting(
        "look",
        "light",
        (
            Choice("light", N_("Light")),
            Choice("cream", N_("Cream")),
            Choice("dark", N_("Dark")),
            Choice("contrast", N_("High contrast")),
            Choice("same", N_("Same as this computer")),
        ),
        N_("Colours"),
        N_("The colours of the whole window."),
    ),
    Setting(
        "text_size",
        100,
        tuple(Choice(size, f"{size} %") for size in range(100, 201, 10)),
        N_("Text size"),
        N_("How large all words are, in steps from 100 % to 200 %."),
    ),
    Setting(
        "shift_gap",
        1.5,
        (
            Choice(1.5, N_("1.5 seconds")),
            Choice(5.0, N_("5 seconds")),
            Choice(0.0, N_("No limit")),
        ),
        N_("Time between Shift presses"),
        N_("How long you may wait from one press of Shift to the next when you leave quickly."),
    ),
    Setting(
        "leave_key",
        "F12",
        (
            Choice("F12", N_("F12")),
            Choice("F8", N_("F8")),
            Choice("Pause", N_("Pause")),
            Choice("none", N_("No key")),
        ),
        N_("Key that leaves"),
        N_("One key that leaves at once, besides Shift three times and the Quick leave button."),
    ),
    Setting(
        "leave_button",
        "red",
        (Choice("red", N_("Red")), Choice("grey", N_("Grey"))),
        N_("Quick leave button"),
        N_("Red is found soonest. Grey draws fewer looks from others."),
    ),
    Setting(
        "idle_leave",
        0,
        (
            Choice(0, N_("Off")),
            Choice(1, N_("After 1 minute")),
            Choice(5, N_("After 5 minutes")),
            Choice(15, N_("After 15 minutes")),
        ),
        N_("Leave when nobody is there"),
        N_("Whether the program leaves by itself when mouse and keyboard have not been touched for a while."),
    ),
    Setting(
        "leave_on_lock",
        False,
        (Choice(False, N_("Stay open")), Choice(True, N_("Leave"))),
        N_("When the screen locks"),
        N_("What the program does when the screen is locked or the computer goes to sleep."),
        platforms=("win32",),
        elsewhere=N_("Only Windows tells the program. Here, choose a time above instead."),
    ),
    Setting(
        "allow_screenshots",
        False,
        (Choice(False, N_("Keep the window out")), Choice(True, N_("Allow screenshots until I leave"))),
        N_("Screenshots"),
        N_("Whether screenshots and shared screens show this window. Remote support needs to see it."),
        kept=False,
        platforms=("win32", "darwin"),
        elsewhere=N_("This is not possible on this computer: every screenshot shows the window."),
    ),
    Setting(
        "sidebar_open",
        True,
        (Choice(True, N_("Shown")), Choice(False, N_("Hidden"))),
        N_("Topics panel"),
        N_("Whether topics, groups and bookmarks stand beside the page."),
    ),
    Setting(
        "seen_practice",
        False,
        (Choice(False, N_("Show it when the program starts")), Choice(True, N_("Do not show it again"))),
        N_("Practice page"),
        N_("Whether the page to practise leaving comes first when the program starts."),
    ),
)

SETTINGS: Mapping[str, Setting] = MappingProxyType({row.id: row for row in _ROWS})


class Settings:
    """The worker's choices; what was never changed stays at its default and is not written."""

    def __init__(self, file: Path | None) -> None:
        self._state = JsonStore(file)
        self._chosen: dict[str, Value] = {}
        self._unknown: dict[str, object] = {}
        self._listeners: list[Callable[[str], None]] = []

    @property
    def in_memory(self) -> bool:
        """Whether settings last only until the program closes."""
        return self._state.in_memory

    def load(self) -> str | None:
        """Read the file; returns a sentence for the window if it was damaged. Never raises."""
        try:
            found = self._state.read()
        except FileDamagedError:
            return self._state.keep_aside()
        except OSError:
            return self._state.leave_alone()
        return None if found is None else self._take(found)

    def prove_readable(self) -> None:
        """SettingsUnreadableError if the file would have to be set aside or left alone; changes nothing."""
        try:
            self._state.read()
        except (FileDamagedError, OSError) as error:
            raise SettingsUnreadableError(
                _("The settings file {file} cannot be read: move or repair it; it was left as it is.").format(
                    file=self._state.file
                )
            ) from error

    def get(self, id: str) -> Value:
        """The value in force. An id outside the table is a KeyError."""
        return self._chosen.get(id, SETTINGS[id].default)

    def text(self, id: str) -> str:
        """A setting made of words."""
        value = self.get(id)
        assert isinstance(value, str)
        return value

    def number(self, id: str) -> float:
        """A setting made of a number."""
        value = self.get(id)
        assert isinstance(value, int | float)
        return value

    def is_on(self, id: str) -> bool:
        """A setting that is on or off."""
        value = self.get(id)
        assert isinstance(value, bool)
        return value

    def set(self, id: str, value: Value) -> None:
        """Choose a value and write it at once; one outside the choices is a ValueError."""
        accepted = SETTINGS[id].accept(value)
        if accepted is None:
            raise ValueError(f"{value!r} is not a choice of {id}")
        if accepted == self.get(id):
            return
        self._chosen[id] = accepted
        if not SETTINGS[id].kept:
            self._tell(id)
            return
        try:
            self._state.write(self._content())
        except OSError as error:
            raise SettingsNotSavedError(
                _("Your settings could not be saved. They will last until you close the program.")
            ) from error
        finally:
            self._tell(id)

    def forget(self) -> None:
        """Be as at the first start, because the file has been erased. Writes nothing."""
        changed = [id for id, row in SETTINGS.items() if self.get(id) != row.default]
        self._chosen, self._unknown = {}, {}
        for id in changed:
            self._tell(id)

    def listen(self, callback: Callable[[str], None]) -> None:
        """Be told the id of each setting that changed."""
        self._listeners.append(callback)

    def _take(self, found: dict[str, object]) -> str | None:
        rest = {id: value for id, value in found.items() if id != "format"}
        kept = {id: value for id, value in rest.items() if id in SETTINGS and SETTINGS[id].kept}
        accepted = {id: SETTINGS[id].accept(value) for id, value in kept.items()}
        self._chosen = {id: value for id, value in accepted.items() if value is not None}
        self._unknown = {id: value for id, value in rest.items() if id not in SETTINGS and _is_plain(value)}
        if found.get("format") == FORMAT and None not in accepted.values():
            return None
        return self._state.keep_aside(self._content() if self._chosen else None)

    def _content(self) -> dict[str, object]:
        # a setting this version does not know belongs to another version on the same profile: it stays
        kept = {id: value for id, value in self._chosen.items() if SETTINGS[id].kept}
        return {"format": FORMAT, **self._unknown, **kept}

    def _tell(self, id: str) -> None:
        for callback in self._listeners:
            callback(id)


def _is_plain(found: object) -> bool:
    return isinstance(found, str | int | float)
