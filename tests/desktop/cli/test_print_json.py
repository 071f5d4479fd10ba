"""JSON reads the same whatever letters the console has."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest

from desktop.cli.print_json import print_json

VALUE = {"words": "“Ring” – now", "day": date(2026, 11, 23), "none": None}
READ = {"words": "“Ring” – now", "day": "2026-11-23", "none": None}


@pytest.mark.parametrize(("encoding", "escaped"), [("utf-8", False), ("cp437", True), ("ascii", True)])
def test_a_console_without_our_letters_gets_escapes(
    monkeypatch: pytest.MonkeyPatch, encoding: str, escaped: bool
) -> None:
    written = io.BytesIO()
    console = io.TextIOWrapper(written, encoding=encoding)
    monkeypatch.setattr("sys.stdout", console)
    print_json(VALUE)
    console.flush()
    text = written.getvalue().decode(encoding)
    assert json.loads(text) == READ
    assert ("\\u201c" in text) is escaped
