"""A long check says in a terminal how far it is, and leaves nothing of it behind."""

from __future__ import annotations

import io

import pytest

from desktop.cli import progress
from desktop.cli.progress import progress_on


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_is_told_and_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_PAUSE", 0)
    stream = Terminal()
    with progress_on(stream) as tell:
        tell(1, 2_000)
        tell(1_200, 2_000)
    shown = stream.getvalue().split("\r\x1b[K")
    assert shown == ["", "Reading page 1 of 2,000", "Reading page 1,200 of 2,000", ""]


def test_a_small_pack_and_another_stream_are_told_nothing() -> None:
    for stream in (Terminal(), io.StringIO()):
        with progress_on(stream) as tell:
            tell(1, 3)
        assert stream.getvalue() == ""
