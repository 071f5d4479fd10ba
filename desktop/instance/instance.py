"""What an open window holds so that other starts and other windows of this person reach it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol


@dataclass(frozen=True, slots=True)
class TouchedFile:
    """Others touch this file; the system can tell of that."""

    path: str


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """Others set the event behind this handle of Windows, whose waiting resets it."""

    handle: int


class Request(Enum):
    """What another start, or another window, wants of this one."""

    NOTHING = auto()
    COME_FORWARD = auto()
    LEAVE = auto()


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds that a start waits for a window that still loads, and for one that is open, to answer."""

    loading: float
    open: float


class Instance(Protocol):
    """What a window holds from the start of its process on."""

    @property
    def told_by(self) -> TouchedFile | NamedEvent | None:
        """What tells of requests without being asked; None where nobody can find us."""

    @property
    def told_to_leave_by(self) -> NamedEvent | None:
        """What tells that another window has left, where that is not `told_by`."""

    def open(self) -> bool:
        """Say that the window opens now. False if it must not: another is open, or all were to leave."""

    def request(self) -> Request:
        """What was asked of this window; a request to come forward is answered by that."""

    def answer(self) -> None:
        """Tell another start that the window comes forward, where what told of it cannot be asked again."""

    def release(self) -> None:
        """Let the next start be the first. Waits for no disk: it comes before the windows are hidden."""

    def tell_others(self) -> None:
        """Ask all other windows of this person to leave as well."""

    def others_stay(self) -> bool:
        """Whether a window that was told to leave is still there."""

    def end_others(self) -> None:
        """End the processes of windows that hang, so that they are off the screen."""

    def remove(self) -> None:
        """Take away what stands on the disk."""


class NullInstance:
    """A window that nobody can find: it holds nothing, and nothing has to be taken away."""

    told_by = None
    told_to_leave_by = None

    def open(self) -> bool:
        """Nobody stands in the way."""
        return True

    def request(self) -> Request:
        """Nobody asks."""
        return Request.NOTHING

    def answer(self) -> None:
        """Nobody waits."""

    def release(self) -> None:
        """Nothing is held."""

    def tell_others(self) -> None:
        """None are known."""

    def others_stay(self) -> bool:
        """None are known."""
        return False

    def end_others(self) -> None:
        """None are known."""

    def remove(self) -> None:
        """Nothing was made."""
