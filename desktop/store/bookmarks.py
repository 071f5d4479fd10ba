"""Pages a worker keeps within reach, held in one small file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from content.listing import listing_of
from content.model import Library
from desktop.errors import BookmarksNotSavedError, NotErasedError
from desktop.i18n import _, ngettext
from desktop.store.json_store import Content, JsonStore

FORMAT = 1
LONGEST_ID = 200
"""Characters. A page id is a file name without its ending; no file system of ours takes a longer one."""


class Bookmarks:
    """The worker's own list, newest last. Each change is written at once, so leaving has nothing to save.

    Pages this edition does not know stay in the file: the next edition may bring them back. What another
    computer or another window wrote meanwhile is taken on with the next change.
    """

    def __init__(self, file: Path | None) -> None:
        self._store = JsonStore(file, _is_whole)
        self._pages: tuple[str, ...] = ()
        self._current: Mapping[str, str] = {}
        self._listeners: list[Callable[[], None]] = []
        self._tellers: list[Callable[[str], object]] = []

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
        """Empty the list, with pages of other editions and damaged copies: someone may look soon.

        What was added elsewhere and never seen here goes as well.
        """
        self._pages = ()
        self._write(lambda: self._store.write(_content(())))
        if stuck := self._store.remove_leftovers():
            raise NotErasedError(stuck)

    def forget(self) -> None:
        """Hold none any more, because the file has been erased. Writes nothing."""
        self._pages = ()
        self._store.forget()
        self._tell()

    def resolve(self, library: Library) -> tuple[str, ...]:
        """Follow pages that were renamed; returns those this library does not have. Writes nothing."""
        known, listing = library.heads, listing_of(library)
        renamed = {one: listing.current_id(one) for one in self._pages if one not in known}
        self._current = {old: new for old, new in renamed.items() if new}
        now = self._under_current_ids(self._pages)
        if now != self._pages:
            self._pages = now
            self._tell()
        return tuple(one for one in now if one not in known)

    def listen(self, callback: Callable[[], None]) -> None:
        """Be told after every change."""
        self._listeners.append(callback)

    def listen_for_words(self, callback: Callable[[str], object]) -> None:
        """Be told the sentence when a change met something that the worker must know."""
        self._tellers.append(callback)

    def _take(self, found: dict[str, object]) -> str | None:
        self._pages = _pages_of(found)
        if _is_whole(found):
            return None
        return self._store.back_up(_content(self._pages) if self._pages else None)

    def _change(self, pages: tuple[str, ...]) -> None:
        self._pages = pages
        words: list[str] = []
        self._write(lambda: words.append(self._store.change(self._merged)))
        if lost := [one for one in pages if one not in self._pages]:
            words.append(_removed_elsewhere(len(lost)))
        self._say(*words)

    def _write(self, write: Callable[[], object]) -> None:
        try:
            write()
        except OSError as error:
            raise BookmarksNotSavedError(
                _("Your bookmarks could not be saved. They will last until you close the program.")
            ) from error
        finally:
            self._tell()

    def _merged(self, known: Content, found: Content | None) -> Content:
        """Three-way merge: theirs without what we removed, then what we added.

        A file that is gone takes no bookmark with it: only a list can say that a page was removed.
        """
        if found is not None:
            before = self._under_current_ids(_pages_of(known))
            theirs = self._under_current_ids(_pages_of(found))
            self._pages = merged_pages(before, self._pages, theirs)
        return _content(self._pages)

    def _under_current_ids(self, pages: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._current.get(one, one) for one in pages))

    def _tell(self) -> None:
        for callback in self._listeners:
            callback()

    def _say(self, *sentences: str) -> None:
        if words := "\n".join(filter(None, sentences)):
            for callback in self._tellers:
                callback(words)


def merged_pages(before: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    """Both changes of a list that was `before`, in their order; what both have left alone keeps its place."""
    if theirs == before:
        return mine
    removed = set(before).difference(mine)
    added = [one for one in mine if one not in before]
    return tuple(dict.fromkeys((*(one for one in theirs if one not in removed), *added)))


def _removed_elsewhere(number: int) -> str:
    return ngettext(
        "{number} bookmark was removed elsewhere, and is gone here, too.",
        "{number} bookmarks were removed elsewhere, and are gone here, too.",
        number,
    ).format(number=number)


def _content(pages: tuple[str, ...]) -> Content:
    return {"format": FORMAT, "pages": list(pages)}


def _pages_of(found: Content) -> tuple[str, ...]:
    """The ids that the file lists; whatever is none is left out."""
    listed = found.get("pages")
    return tuple(dict.fromkeys(one for one in listed if _is_id(one))) if isinstance(listed, list) else ()


def _is_whole(found: Content) -> bool:
    listed = found.get("pages")
    return found.get("format") == FORMAT and isinstance(listed, list) and all(map(_is_id, listed))


def _is_id(found: object) -> bool:
    return isinstance(found, str) and 0 < len(found) <= LONGEST_ID and found.isprintable()
