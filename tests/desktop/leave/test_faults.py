"""A failure is told by kind and place; what was being read is not in it."""

from __future__ import annotations

import sys

import pytest

from desktop.leave.faults import redacting_excepthook


def test_the_line_holds_kind_and_place_only(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        raise KeyError("domestic-abuse")
    except KeyError:
        redacting_excepthook(*sys.exc_info())  # type: ignore[arg-type]  # there is one: it was just raised
    told = capsys.readouterr().err
    assert told.startswith("Handrail: KeyError at test_faults.py:")
    assert told.count("\n") == 1
    assert "domestic" not in told


def test_an_interrupt_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    redacting_excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert capsys.readouterr().err == ""
