"""What an open window holds so that a second start of its profile finds it, and what holds nothing."""

from __future__ import annotations

from typing import Protocol


class Instance(Protocol):
    """What the open window holds so that a second start finds it."""

    def knocked(self) -> bool:
        """Whether another start has asked for this window since the last call; asking answers it."""

    def release(self) -> None:
        """Let the next start be the first. Touches no disk, so it may come before the windows are hidden."""

    def remove(self) -> None:
        """Take away what stands on the disk, unless the next start already uses it."""


class NullInstance:
    """A window that no other start can find: it holds nothing, and nothing has to be taken away."""

    def knocked(self) -> bool:
        """Never."""
        return False

    def release(self) -> None:
        """Nothing is held."""

    def remove(self) -> None:
        """Nothing was made."""
