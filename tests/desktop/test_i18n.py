from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.i18n import N_, _, plural, use_language


@pytest.fixture(autouse=True)
def english_again(tmp_path: Path) -> Iterator[None]:
    yield
    use_language([], tmp_path)


def catalogue(folder: Path, language: str, words: dict[str, str]) -> None:
    """Write a compiled catalogue as gettext reads it: header, two tables of lengths and places, words."""
    pairs = sorted({"": "Content-Type: text/plain; charset=UTF-8\n", **words}.items())
    texts = [half.encode() for column in zip(*pairs, strict=True) for half in column]
    start = 28 + 8 * len(texts)
    rows = []
    for text in texts:
        rows.append(struct.pack("<II", len(text), start))
        start += len(text) + 1
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    file = folder / language / "LC_MESSAGES" / "handrail.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(head + b"".join(rows) + b"".join(text + b"\0" for text in texts))


def test_english_needs_no_catalogue() -> None:
    assert _("Quick leave") == N_("Quick leave") == "Quick leave"
    assert [plural("{n} page", "{n} pages", n).format(n=n) for n in (0, 1, 2)] == [
        "0 pages",
        "1 page",
        "2 pages",
    ]


def test_the_first_language_with_a_catalogue_is_spoken(tmp_path: Path) -> None:
    catalogue(tmp_path, "cy", {"Back": "Yn ôl"})
    assert use_language(["xx", "cy", "en"], tmp_path) == "cy"
    assert _("Back") == "Yn ôl"
    assert _("Forward") == "Forward"


def test_without_a_catalogue_it_is_english_again(tmp_path: Path) -> None:
    catalogue(tmp_path, "cy", {"Back": "Yn ôl"})
    use_language(["cy"], tmp_path)
    assert use_language(["xx"], tmp_path) == ""
    assert _("Back") == "Back"


@pytest.mark.parametrize("data", [b"", b"garbage that is no catalogue", b"\xde\x12\x04\x95" + b"\xff" * 24])
def test_a_broken_catalogue_is_passed_over(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "cy" / "LC_MESSAGES" / "handrail.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    assert use_language(["cy"], tmp_path) == ""
    assert _("Back") == "Back"
