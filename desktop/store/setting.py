"""One setting: a row of the table of settings, with a type of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T", str, int, float, bool)


@dataclass(frozen=True, slots=True)
class SettingChoice(Generic[T]):
    """One value a setting can take and what the panel calls it."""

    value: T
    words: str


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """A row of the table. The type of `default` is the type of the setting.

    One that is not `persisted` lasts until the program ends and is never written. `renamed` holds the ids of
    earlier versions: their files still load, and what is saved from then on bears the new id.
    """

    id: str
    default: T
    choices: tuple[SettingChoice[T], ...]
    words: str
    help: str
    persisted: bool = True
    platforms: tuple[str, ...] = ()
    elsewhere: str = ""
    renamed: tuple[str, ...] = ()

    def works_on(self, platform: str) -> bool:
        """Whether this system (`sys.platform`) can do it; where not, the panel shows `elsewhere`."""
        return not self.platforms or platform in self.platforms

    def accept(self, found: object) -> T | None:
        """The value as this setting's own type, or None if it is not one of the choices."""
        if isinstance(self.default, float) and type(found) is int:
            found = float(found) if abs(found) < 1_000_000 else None
        for choice in self.choices:
            if type(found) is type(self.default) and found == choice.value:
                return choice.value
        return None
