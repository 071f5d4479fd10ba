"""What a worker may change about the program: one table, from which loading, the panel and help derive.

Each setting is a constant that knows its type: `settings.get(TEXT_SIZE)` is a whole number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from desktop.errors import FileDamagedError, SettingsNotSavedError, SettingsUnreadableError
from desktop.i18n import N_, _
from desktop.store.json_store import Content, JsonStore
from desktop.store.setting import Setting, SettingChoice, T

FORMAT = 1
Table = Mapping[str, Setting[Any]]
"""Rows by their ids, in the order of the panel."""

SAME = "same"
"""The look that follows the computer's own colours."""
LOOK: Setting[str] = Setting(
    "look",
    "light",
    (
        SettingChoice("light", N_("Light")),
        SettingChoice("cream", N_("Cream")),
        SettingChoice("dark", N_("Dark")),
        SettingChoice("contrast", N_("High contrast")),
        SettingChoice("same", N_("Same as this computer")),
    ),
    N_("Colours"),
    N_("The colours of the whole window."),
)
TEXT_SIZE: Setting[int] = Setting(
    "text_size",
    100,
    tuple(SettingChoice(size, f"{size} %") for size in range(100, 201, 10)),
    N_("Text size"),
    N_("How large all words are, in steps from 100 % to 200 %."),
)
SHIFT_GAP: Setting[float] = Setting(
    "shift_gap",
    1.5,
    (
        SettingChoice(1.5, N_("1.5 seconds")),
        SettingChoice(5.0, N_("5 seconds")),
        SettingChoice(0.0, N_("No limit")),
    ),
    N_("Time between Shift presses"),
    N_("How long you may wait from one press of Shift to the next when you leave quickly."),
)
NO_KEY = "none"
LEAVE_KEY: Setting[str] = Setting(
    "leave_key",
    "F12",
    (
        SettingChoice("F12", N_("F12")),
        SettingChoice("F8", N_("F8")),
        SettingChoice("Pause", N_("Pause")),
        SettingChoice(NO_KEY, N_("No key")),
    ),
    N_("Key that leaves"),
    N_("One key that leaves at once, besides Shift three times and the Quick leave button."),
)
LEAVE_BUTTON: Setting[str] = Setting(
    "leave_button",
    "red",
    (SettingChoice("red", N_("Red")), SettingChoice("grey", N_("Grey"))),
    N_("Quick leave button"),
    N_("Red is found soonest. Grey draws fewer looks from others."),
)
IDLE_LEAVE: Setting[int] = Setting(
    "idle_leave",
    0,
    (
        SettingChoice(0, N_("Off")),
        SettingChoice(1, N_("After 1 minute")),
        SettingChoice(5, N_("After 5 minutes")),
        SettingChoice(15, N_("After 15 minutes")),
    ),
    N_("Leave when nobody is there"),
    N_("Whether the program leaves by itself when mouse and keyboard have not been touched for a while."),
)
LEAVE_ON_LOCK: Setting[bool] = Setting(
    "leave_on_lock",
    False,
    (SettingChoice(False, N_("Stay open")), SettingChoice(True, N_("Leave"))),
    N_("When the screen locks"),
    N_("What the program does when the screen is locked or the computer goes to sleep."),
    platforms=("win32",),
    elsewhere=N_("Only Windows tells the program. Here, choose a time above instead."),
)
ALLOW_SCREENSHOTS: Setting[bool] = Setting(
    "allow_screenshots",
    False,
    (
        SettingChoice(False, N_("Keep the window out")),
        SettingChoice(True, N_("Allow screenshots until I leave")),
    ),
    N_("Screenshots"),
    N_("Whether screenshots and shared screens show this window. Remote support needs to see it."),
    persisted=False,
    platforms=("win32", "darwin"),
    elsewhere=N_("This is not possible on this computer: every screenshot shows the window."),
)
SIDEBAR_OPEN: Setting[bool] = Setting(
    "sidebar_open",
    True,
    (SettingChoice(True, N_("Shown")), SettingChoice(False, N_("Hidden"))),
    N_("Topics panel"),
    N_("Whether topics, groups and bookmarks stand beside the page."),
)
SEEN_PRACTICE: Setting[bool] = Setting(
    "seen_practice",
    False,
    (
        SettingChoice(False, N_("Show it when the program starts")),
        SettingChoice(True, N_("Do not show it again")),
    ),
    N_("Practice page"),
    N_("Whether the page to practise leaving comes first when the program starts."),
)

SETTINGS: Table = MappingProxyType(
    {
        row.id: row
        for row in (
            *(LOOK, TEXT_SIZE, SHIFT_GAP, LEAVE_KEY, LEAVE_BUTTON, IDLE_LEAVE, LEAVE_ON_LOCK),
            *(ALLOW_SCREENSHOTS, SIDEBAR_OPEN, SEEN_PRACTICE),
        )
    }
)


def settings_with(looks: Mapping[str, str]) -> Table:
    """The table with a choice for each of these looks, name -> label, and for the computer's own."""
    choices = [SettingChoice(name, label) for name, label in looks.items()]
    same = [choice for choice in LOOK.choices if choice.value == SAME]
    return MappingProxyType({**SETTINGS, LOOK.id: replace(LOOK, choices=(*choices, *same))})


class Settings:
    """The worker's choices; what was never changed stays at its default and is not written."""

    def __init__(self, file: Path | None, table: Table = SETTINGS) -> None:
        self.table = table
        self._store = JsonStore(file, self._is_whole)
        self._chosen: dict[str, Any] = {}  # each was accepted by its row
        self._unknown: dict[str, object] = {}
        self._listeners: dict[str, list[Callable[[Any], object]]] = {id: [] for id in table}
        self._tellers: list[Callable[[str], object]] = []
        self._new_ids = {old: row.id for row in table.values() for old in row.renamed}

    @property
    def in_memory(self) -> bool:
        """Whether settings last only until the program closes."""
        return self._store.in_memory

    def load(self) -> str | None:
        """Read the file; returns a sentence for the window if it was damaged. Never raises."""
        return self._store.load(self._take)

    def prove_readable(self) -> None:
        """Raise SettingsUnreadableError if the file would be quarantined or left alone; changes nothing."""
        try:
            self._store.read()
        except (FileDamagedError, OSError) as error:
            raise SettingsUnreadableError(
                _("The settings file {file} cannot be read: move or repair it; it was left as it is.").format(
                    file=self._store.file
                )
            ) from error

    def get(self, setting: Setting[T]) -> T:
        """The value in force."""
        value: T = self._chosen.get(setting.id, setting.default)
        return value

    def choices(self, setting: Setting[T]) -> tuple[SettingChoice[T], ...]:
        """What this setting can be here, in the order of the panel."""
        row: Setting[T] = self.table[setting.id]
        return row.choices

    def set(self, setting: Setting[T], value: T) -> None:
        """Choose a value and write it at once; one outside the choices is a ValueError."""
        row: Setting[T] = self.table[setting.id]
        accepted = row.accept(value)
        if accepted is None:
            raise ValueError(f"{value!r} is not a choice of {row.id}")
        if accepted == self.get(row):
            return
        before = dict(self._chosen)
        self._chosen[row.id] = accepted
        words = ""
        try:
            if row.persisted:
                words = self._store.change(self._merged)
        except OSError as error:
            raise SettingsNotSavedError(
                _("Your settings could not be saved. They will last until you close the program.")
            ) from error
        finally:
            self._tell_changes(before)
        elsewhere = [one for one in self._changed_since(before) if one != row]
        self._say(words, _changed_elsewhere(elsewhere) if elsewhere else "")

    def forget(self) -> None:
        """Be as at the first start, because the file has been erased. Writes nothing."""
        before = self._chosen
        self._chosen, self._unknown = {}, {}
        self._store.forget()
        self._tell_changes(before)

    def listen(self, setting: Setting[T], callback: Callable[[T], object]) -> None:
        """Be told the value after each change of this setting."""
        self._listeners[setting.id].append(callback)

    def follow(self, setting: Setting[T], callback: Callable[[T], object]) -> None:
        """Be told the value now and after each change."""
        self.listen(setting, callback)
        callback(self.get(setting))

    def listen_for_words(self, callback: Callable[[str], object]) -> None:
        """Be told the sentence when a change met something that the worker must know."""
        self._tellers.append(callback)

    def _take(self, found: dict[str, object]) -> str | None:
        self._take_on(found)
        if self._is_whole(found):
            return None
        return self._store.back_up(self._content() if self._chosen else None)

    def _read(self, found: Content) -> dict[str, Any]:
        """The settings of ours that the file holds, each as its row accepts it: None if it does not."""
        rows = ((self.table[id], value) for id, value in self._renamed(found).items() if id in self.table)
        return {row.id: row.accept(value) for row, value in rows if row.persisted}

    def _is_whole(self, found: Content) -> bool:
        return found.get("format") == FORMAT and None not in self._read(found).values()

    def _take_on(self, found: Content) -> None:
        accepted = self._read(found)
        of_now = {id: value for id, value in self._chosen.items() if not self.table[id].persisted}
        self._chosen = {**of_now, **{id: value for id, value in accepted.items() if value is not None}}
        rest = self._renamed(found).items()
        self._unknown = {id: value for id, value in rest if id not in self.table and _is_plain(value)}

    def _merged(self, known: Content, found: Content | None) -> Content:
        """Three-way merge, setting by setting: what was changed here wins, all else is as the file has it."""
        if found is not None:
            before, mine = self._renamed(known), self._renamed(self._content())
            changed = {id: value for id, value in mine.items() if value != before.get(id)}
            self._take_on({**self._renamed(found), **changed})
        return self._content()

    def _renamed(self, found: Content) -> dict[str, object]:
        """What was found, under the ids of today. A value that bears its id of today comes first."""
        rest = {id: value for id, value in found.items() if id != "format"}
        today = {self._new_ids.get(id, id): value for id, value in rest.items()}
        return {**today, **{id: value for id, value in rest.items() if id not in self._new_ids}}

    def _content(self) -> Content:
        # a setting this version does not know belongs to another version on the same profile: it stays
        chosen = {id: value for id, value in self._chosen.items() if self.table[id].persisted}
        return {"format": FORMAT, **self._unknown, **chosen}

    def _changed_since(self, before: Mapping[str, Any]) -> list[Setting[Any]]:
        return [row for row in self.table.values() if before.get(row.id, row.default) != self.get(row)]

    def _tell_changes(self, before: Mapping[str, Any]) -> None:
        for row in self._changed_since(before):
            for callback in self._listeners[row.id]:
                callback(self.get(row))

    def _say(self, *sentences: str) -> None:
        if words := "\n".join(filter(None, sentences)):
            for callback in self._tellers:
                callback(words)


def _changed_elsewhere(rows: Iterable[Setting[Any]]) -> str:
    names = ", ".join(_(row.words) for row in rows)
    return _("Changed elsewhere, and so here, too: {settings}.").format(settings=names)


def _is_plain(found: object) -> bool:
    return isinstance(found, str | int | float)
