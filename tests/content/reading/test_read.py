"""A reading as a whole: it tells how far it is, and leaves the collecting of garbage as it was."""

from __future__ import annotations

import gc

from content.reading.read import read_pack


def test_a_reading_tells_each_page(pack) -> None:
    told: list[tuple[int, int]] = []
    library = read_pack(pack.folder, lambda done, total: told.append((done, total))).library
    assert library is not None
    assert told == [(n, len(library.pages)) for n in range(1, len(library.pages) + 1)]


def test_garbage_is_collected_after_a_reading_as_before(pack) -> None:
    for switch, on in ((gc.disable, False), (gc.enable, True)):
        switch()
        read_pack(pack.folder)
        assert gc.isenabled() is on
