"""What an open window holds so that a second start of its profile finds it, and what holds nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class TouchedFile:
    """Another start touches this file; the system can tell of that."""

    path: str


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """Another start sets the event behind this handle of Windows, whose waiting resets it."""

    handle: int


class Instance(Protocol):
    """What the open window holds so that a second start finds it."""

    @property
    def told_by(self) -> TouchedFile | NamedEvent | None:
        """What tells of another start without being asked; None where no other start can find us."""

    def activation_requested(self) -> bool:
        """Whether another start has asked for this window since the last call; asking answers it."""

    def answer(self) -> None:
        """Tell another start that the window comes forward, where what told of it cannot be asked again."""

    def release(self) -> None:
        """Let the next start be the first. Touches no disk, so it may come before the windows are hidden."""

    def remove(self) -> None:
        """Take away what stands on the disk, unless the next start already uses it."""


class NullInstance:
    """A window that no other start can find: it holds nothing, and nothing has to be taken away."""

    told_by = None

    def activation_requested(self) -> bool:
        """Never."""
        return False

    def answer(self) -> None:
        """Nobody waits."""

    def release(self) -> None:
        """Nothing is held."""

    def remove(self) -> None:
        """Nothing was made."""
