from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from desktop.i18n import LANGUAGES, N_, _, languages_of, ngettext, use_language


@pytest.fixture(autouse=True)
def english_again(tmp_path: Path) -> Iterator[None]:
    yield
    use_language([], tmp_path)


def catalogue(folder: Path, language: str, words: dict[str | tuple[str, str], str | tuple[str, ...]]) -> None:
    """Write a compiled catalogue where gettext looks for it."""
    made = Catalog(language)
    for english, own in words.items():
        made.add(english, own)
    file = folder / language / "LC_MESSAGES" / "handrail.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as out:
        write_mo(out, made)


def test_english_needs_no_catalogue() -> None:
    assert _("Quick leave") == N_("Quick leave") == "Quick leave"
    assert [ngettext("{n} page", "{n} pages", n).format(n=n) for n in (0, 1, 2)] == [
        "0 pages",
        "1 page",
        "2 pages",
    ]


def test_the_first_language_with_a_catalogue_is_spoken(tmp_path: Path) -> None:
    catalogue(tmp_path, "cy", {"Back": "Yn ôl"})
    assert use_language(["xx", "cy", "en"], tmp_path) == "cy"
    assert _("Back") == "Yn ôl"
    assert _("Forward") == "Forward"


def test_a_catalogue_serves_every_country_of_its_language(tmp_path: Path) -> None:
    catalogue(tmp_path, "cy", {"Back": "Yn ôl"})
    assert use_language(["cy_GB.UTF-8"], tmp_path) == "cy_GB.UTF-8"
    assert _("Back") == "Yn ôl"


@pytest.mark.parametrize("english", ["en", "en_GB.UTF-8", "EN_us", "C", "C.UTF-8", "POSIX"])
def test_english_before_another_language_is_english(tmp_path: Path, english: str) -> None:
    catalogue(tmp_path, "cy", {"Back": "Yn ôl"})
    assert use_language([english, "cy"], tmp_path) == ""
    assert _("Back") == "Back"


@pytest.mark.parametrize("other", ["enm", "csb", "cy"])
def test_a_language_that_begins_alike_is_not_english(tmp_path: Path, other: str) -> None:
    catalogue(tmp_path, "cy", {"Back": "Yn ôl"})
    assert use_language([other, "cy"], tmp_path) == "cy"


def test_a_language_has_as_many_forms_as_it_needs(tmp_path: Path) -> None:
    catalogue(tmp_path, "pl", {("{n} page", "{n} pages"): ("{n} strona", "{n} strony", "{n} stron")})
    use_language(["pl"], tmp_path)
    assert [ngettext("{n} page", "{n} pages", n).format(n=n) for n in (1, 3, 5, 12, 22)] == [
        "1 strona",
        "3 strony",
        "5 stron",
        "12 stron",
        "22 strony",
    ]


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


@pytest.mark.parametrize(
    ("environ", "languages"),
    [
        ({}, ()),
        ({"LANG": "cy_GB.UTF-8"}, ("cy_GB.UTF-8",)),
        ({"LANG": "cy", "LC_ALL": "", "LC_MESSAGES": "pl"}, ("pl",)),
        ({"LANG": "en", "LANGUAGE": "cy:pl:"}, ("cy", "pl")),
    ],
)
def test_the_environment_names_languages_as_gettext_reads_it(
    environ: dict[str, str], languages: tuple[str, ...]
) -> None:
    assert languages_of(environ) == languages


def test_catalogues_lie_beside_the_code() -> None:
    assert LANGUAGES.is_dir()
