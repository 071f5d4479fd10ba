"""What bookmarks and settings share: load with care, keep what is damaged, write whole, else use memory."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from desktop.errors import FileDamagedError
from desktop.i18n import _
from desktop.store.atomic_file import quarantine, read_object, remove_leftovers, write_atomically


class JsonStore:
    """A JSON file of the worker's, or only memory where there is none or where it must not be touched."""

    def __init__(self, file: Path | None) -> None:
        self._file = file

    @property
    def file(self) -> Path | None:
        """Where it is written; None means memory only."""
        return self._file

    @property
    def in_memory(self) -> bool:
        """Whether changes last only until the program closes."""
        return self._file is None

    def load(self, take: Callable[[dict[str, object]], str | None]) -> str | None:
        """Hand what the file holds to `take`; returns its sentence or the store's own, if anything was wrong.

        Never raises: a file that cannot be used is quarantined or left alone.
        """
        try:
            found = self.read()
        except FileDamagedError:
            return self.back_up()
        except OSError:
            return self.make_read_only()
        return None if found is None else take(found)

    def read(self) -> dict[str, object] | None:
        """What the file holds; None without a file. FileDamagedError or OSError otherwise."""
        return None if self._file is None else read_object(self._file)

    def write(self, content: dict[str, object]) -> None:
        """Replace the file whole; OSError leaves the old one."""
        if self._file is not None:
            write_atomically(self._file, (json.dumps(content, indent=1) + "\n").encode())

    def back_up(self, good_part: dict[str, object] | None = None) -> str:
        """Quarantine a damaged file and write the part that could be read, if there is any.

        Returns the sentence that names where the damaged file is kept.
        """
        file = self._file
        if file is None:
            return ""
        try:
            backup = quarantine(file)
        except OSError:
            return self.make_read_only()
        if good_part is not None:
            with suppress(OSError):  # the whole file is kept and the good part is in use: enough for a start
                self.write(good_part)
        return _("The file {file} was damaged. It is kept as {aside}.").format(file=file.name, aside=backup)

    def remove_leftovers(self) -> tuple[Path, ...]:
        """Remove damaged and unfinished copies of the file; returns those that would not go."""
        return remove_leftovers(self._file) if self._file is not None else ()

    def make_read_only(self) -> str:
        """Work in memory from here on, so that a file we cannot read is never written over."""
        file, self._file = self._file, None
        return _("The file {file} could not be read and was left as it is. {memory}").format(
            file=file, memory=_("Changes will last until you close the program.")
        )
