"""Pages a worker keeps within reach, held in one small file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from content.listing import listing_of
from content.model import Library
from desktop.errors import BookmarksNotSavedError, NotErasedError
from desktop.i18n import _
from desktop.store.json_store import JsonStore

FORMAT = 1
LONGEST_ID = 200
"""Characters. A page id is a file name without its ending; no file system of ours takes a longer one."""


class Bookmarks:
    """The worker's own list, newest last. Each change is written at once, so leaving has nothing to save.

    Pages this edition does not know stay in the file: the next edition may bring them back.
    """

    def __init__(self, file: Path | None) -> None:
        self._store = JsonStore(file)
        self._pages: tuple[str, ...] = ()
        self._listeners: list[Callable[[], None]] = []

    @property
    def pages(self) -> tuple[str, ...]:
        """Ids of the kept pages in the order they were kept."""
        return self._pages

    @property
    def in_memory(self) -> bool:
        """Whether bookmarks last only until the program closes."""
        return self._store.in_memory

    def load(self) -> str | None:
        """Read the file; returns a sentence for the window if it was damaged. Never raises."""
        return self._store.load(self._take)

    def has(self, page: str) -> bool:
        """Whether the worker keeps this page."""
        return page in self._pages

    def toggle(self, page: str) -> bool:
        """Keep the page, or keep it no longer; returns whether it is kept now."""
        kept = not self.has(page)
        others = tuple(one for one in self._pages if one != page)
        self._change((*others, page) if kept else others)
        return kept

    def remove_all(self) -> None:
        """Empty the list, with pages of other editions and damaged copies: someone may look soon."""
        self._change(())
        if stuck := self._store.remove_leftovers():
            raise NotErasedError(stuck)

    def forget(self) -> None:
        """Hold none any more, because the file has been erased. Writes nothing."""
        self._pages = ()
        self._tell()

    def resolve(self, library: Library) -> tuple[str, ...]:
        """Follow pages that were renamed; returns those this library does not have. Writes nothing."""
        known, listing = library.heads, listing_of(library)
        now = tuple(
            dict.fromkeys(one if one in known else listing.current_id(one) or one for one in self._pages)
        )
        if now != self._pages:
            self._pages = now
            self._tell()
        return tuple(one for one in now if one not in known)

    def listen(self, callback: Callable[[], None]) -> None:
        """Be told after every change."""
        self._listeners.append(callback)

    def _take(self, found: dict[str, object]) -> str | None:
        listed = found.get("pages")
        pages = [one for one in listed if _is_id(one)] if isinstance(listed, list) else []
        self._pages = tuple(dict.fromkeys(pages))
        if found.get("format") == FORMAT and isinstance(listed, list) and len(pages) == len(listed):
            return None
        return self._store.back_up(self._content() if pages else None)

    def _change(self, pages: tuple[str, ...]) -> None:
        self._pages = pages
        try:
            self._store.write(self._content())
        except OSError as error:
            raise BookmarksNotSavedError(
                _("Your bookmarks could not be saved. They will last until you close the program.")
            ) from error
        finally:
            self._tell()

    def _content(self) -> dict[str, object]:
        return {"format": FORMAT, "pages": list(self._pages)}

    def _tell(self) -> None:
        for callback in self._listeners:
            callback()


def _is_id(found: object) -> bool:
    return isinstance(found, str) and 0 < len(found) <= LONGEST_ID and found.isprintable()
