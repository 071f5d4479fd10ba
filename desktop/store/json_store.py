"""What bookmarks and settings share: load with care, keep damaged files, write whole, fall back to memory."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

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

    def read(self) -> dict[str, object] | None:
        """What the file holds; None without a file. FileDamagedError or OSError otherwise."""
        return None if self._file is None else read_object(self._file)

    def write(self, content: dict[str, object]) -> None:
        """Replace the file whole; OSError leaves the old one."""
        if self._file is not None:
            write_atomically(self._file, (json.dumps(content, indent=1) + "\n").encode())

    def keep_aside(self, good_part: dict[str, object] | None = None) -> str:
        """Move a damaged file out of the way and write the part that could be read, if there is any.

        Returns the sentence that names where the damaged file is kept.
        """
        assert self._file is not None
        try:
            aside = quarantine(self._file)
        except OSError:
            return self.leave_alone()
        if good_part is not None:
            with suppress(OSError):  # the whole file is kept and the good part is in use: enough for a start
                self.write(good_part)
        return _("The file {file} was damaged. It is kept as {aside}.").format(
            file=self._file.name, aside=aside
        )

    def remove_leftovers(self) -> tuple[Path, ...]:
        """Remove damaged and unfinished copies of the file; returns those that would not go."""
        return remove_leftovers(self._file) if self._file is not None else ()

    def leave_alone(self) -> str:
        """Work in memory from here on, so that a file we cannot read is never written over."""
        file, self._file = self._file, None
        return _("The file {file} could not be read and was left as it is. {memory}").format(
            file=file, memory=_("Changes will last until you close the program.")
        )
