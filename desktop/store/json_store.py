"""What bookmarks and settings share: load with care, merge what others wrote, keep what is damaged."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from desktop.errors import FileDamagedError
from desktop.i18n import _
from desktop.store.atomic_file import read_object, write_atomically
from desktop.store.leftovers import quarantine, remove_leftovers, remove_unfinished
from desktop.store.own_folder import close_to_others, make_own_folder, only_writer
from desktop.store.plain_file import target_of

Content = Mapping[str, object]
Merge = Callable[[Content, Content | None], Content]
"""Makes what is to be written of the content that was last known and of what the file holds now, if any."""


class JsonStore:
    """A JSON file of the worker's, or only memory where there is none or where it must not be touched.

    Another computer or another window may write the same file: each change is merged into what it holds by
    then, and `known`, which was read or written last, tells their changes from ours.
    """

    def __init__(self, file: Path | None, is_whole: Callable[[Content], bool] = lambda _found: True) -> None:
        self._file = file
        self._is_whole = is_whole
        self._known: Content = {}

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

        Never raises: a file that cannot be used is quarantined or left alone. What a write that was cut short
        has left is removed.
        """
        self._tidy()
        try:
            found = self.read()
        except FileDamagedError:
            return self.back_up()
        except OSError:
            return self.make_read_only()
        self._known = found or {}
        return None if found is None else take(found)

    def read(self) -> dict[str, object] | None:
        """What the file holds; None without a file. FileDamagedError or OSError otherwise."""
        return None if self._file is None else read_object(self._file)

    def change(self, merge: Merge) -> str:
        """Write what `merge` makes of what is known and of what the file holds now.

        Returns a sentence if the file had been damaged meanwhile; it is kept then. OSError leaves the file as
        it is.
        """
        if self._file is None:
            self._known = merge(self._known, None)
            return ""
        make_own_folder(self._file.parent)
        with only_writer(target_of(self._file).parent):
            found, words = self._found_now()
            self.write(merge(self._known, found))
        return words

    def write(self, content: Content) -> None:
        """Replace the file whole, whatever it holds; OSError leaves the old one."""
        if self._file is not None:
            make_own_folder(self._file.parent)
            write_atomically(self._file, (json.dumps(content, indent=1) + "\n").encode())
        self._known = content

    def forget(self) -> None:
        """Know nothing any more, because the file has been erased."""
        self._known = {}

    def back_up(self, good_part: Content | None = None) -> str:
        """Quarantine a damaged file and write the part that could be read, if there is any.

        Returns the sentence that names where the damaged file is kept.
        """
        file = self._file
        if file is None:
            return ""
        try:
            backup = quarantine(target_of(file))
        except OSError:
            return self.make_read_only()
        if good_part is not None:
            with suppress(OSError):  # the whole file is kept and the good part is in use: enough for a start
                self.write(good_part)
        return _("The file {file} was damaged. It is kept as {aside}.").format(file=file.name, aside=backup)

    def remove_leftovers(self) -> tuple[Path, ...]:
        """Remove damaged and unfinished copies of the file; returns those that would not go."""
        return tuple(stuck for file in self._places() for stuck in remove_leftovers(file))

    def make_read_only(self) -> str:
        """Work in memory from here on, so that a file we cannot read is never written over."""
        file, self._file = self._file, None
        return _("The file {file} could not be read and was left as it is. {memory}").format(
            file=file, memory=_("Changes will last until you close the program.")
        )

    def _found_now(self) -> tuple[Content | None, str]:
        try:
            found = self.read()
        except FileDamagedError:
            return None, self.back_up()
        if found is None or self._is_whole(found):
            return found, ""
        return found, self.back_up()

    def _tidy(self) -> None:
        for file in self._places():
            remove_unfinished(file)
        if self._file is not None:
            close_to_others(self._file.parent)

    def _places(self) -> tuple[Path, ...]:
        """The file and, where it is a link, the one that it leads to: copies may stand beside each."""
        if self._file is None:
            return ()
        try:
            return tuple(dict.fromkeys((self._file, target_of(self._file))))
        except OSError:  # a link that leads in a circle
            return (self._file,)
