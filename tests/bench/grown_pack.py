"""A pack of as many pages as wanted, of one kind with the Leeds pack: `grown_pack.py PAGES FOLDER`.

The Leeds pages stand in it as they are. The others are put together from their headings, paragraphs, list
items and tables, each about a made place, so that titles differ and the vocabulary grows with the pages as
it does in real guidance. The same number of pages gives the same bytes on every machine.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

import yaml

LEEDS = Path(__file__).resolve().parents[2] / "content" / "leeds"
PAGES_OF_A_THEME, THEMES_OF_A_THEME = 25, 12
SECTIONS = (4, 6)
"""Fewest and most of a page that is put together: as long as a Leeds page on the median."""
_KINDS = ("signs", "questions", "prompts", "checklist", "one_minute")
_SHORT = 120  # characters; with the place before it a summary fits its two lines
_NOT_TAKEN = ("glossary", "words-you-hear")  # tables of terms, not guidance to act upon
_BEGINNINGS = ("Ald", "Bram", "Cald", "Den", "Elm", "Farn", "Gar", "Hol", "Ing", "Kirk", "Lang", "Mar")
_BEGINNINGS += ("Nor", "Oul", "Pud", "Roth", "Sea", "Thor", "Ulle", "Wyke")
_MIDDLES = ("a", "ber", "ca", "der", "ing", "le", "ming", "ning", "ro", "sing", "ter", "wo")
_ENDS = ("bank", "beck", "borough", "bridge", "by", "croft", "dale", "den", "field", "ford", "gate", "ham")
_ENDS += ("holme", "hurst", "ley", "moor", "rigg", "royd", "shaw", "stead", "thorpe", "ton", "wick", "worth")
_FROM = re.compile(r" ?\{from:[^}]*\}")  # the sources of the page that a statement was taken from
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z])")
_PAIRS = (("[[", "]]"), ("{", "}"), ("(", ")"), ("“", "”"))


@dataclass(frozen=True, slots=True)
class Parts:
    """What the Leeds pages are made of, each sort in the order of the files."""

    fronts: tuple[dict[str, object], ...]
    headings: tuple[str, ...]
    sentences: tuple[str, ...]
    items: tuple[str, ...]
    whole: tuple[str, ...]
    """Tables and boxes, which are taken as they stand."""
    summaries: tuple[str, ...]
    """Sentences that may stand below a title."""


def own_pages() -> int:
    """How many pages the Leeds pack itself has."""
    return len(list((LEEDS / "pages").glob("*.md")))


def place(number: int) -> str:
    """A name that no two numbers share."""
    number, end = divmod(number, len(_ENDS))
    number, beginning = divmod(number, len(_BEGINNINGS))
    more, middle = divmod(number, len(_MIDDLES))
    middles = _MIDDLES[middle] + (_MIDDLES[more - 1] if more else "")
    return _BEGINNINGS[beginning] + middles + _ENDS[end]


def grow_pack(pages: int, folder: Path) -> Path:
    """Write a pack of so many pages into a new folder."""
    shutil.copytree(LEEDS, folder)
    own = own_pages()
    if pages < own:
        raise ValueError(f"The Leeds pack itself has {own} pages.")
    themes = _themes(pages - own)
    with (folder / "themes.yml").open("a", encoding="utf-8") as file:
        file.write(_rows(themes))
    below = [str(theme["id"]) for theme in themes if "parent" in theme]
    for number in range(pages - own):
        front, body = _page(number, below[number // PAGES_OF_A_THEME])
        text = f"---\n{_fields(front)}---\n{body}"
        (folder / "pages" / f"{_page_id(number)}.md").write_text(text, encoding="utf-8", newline="\n")
    return folder


def _themes(pages: int) -> list[dict[str, object]]:
    """Two floors of themes for so many pages more."""
    parts, rows = _parts(), []
    for number in range(-(-pages // PAGES_OF_A_THEME)):
        above = f"place-{number // THEMES_OF_A_THEME}"
        town = place(number // THEMES_OF_A_THEME)
        if number % THEMES_OF_A_THEME == 0:
            order = 100 + number // THEMES_OF_A_THEME
            summary = f"What holds in {town} and nowhere else."
            rows.append({"id": above, "title": town, "order": order, "summary": summary, "icon": "map-pin"})
        heading = parts.headings[number * 7 % len(parts.headings)]
        rows.append(
            {
                "id": f"{above}-{number % THEMES_OF_A_THEME}",
                "title": f"{heading} ({town})",
                "parent": above,
                "order": 1 + number % THEMES_OF_A_THEME,
                "summary": f"Pages for work in {town}.",
            }
        )
    return rows


def _page(number: int, theme: str) -> tuple[dict[str, object], str]:
    """The front matter and the Markdown of a page that is put together."""
    chance, parts, where = Random(number), _parts(), place(number)
    front, other = chance.sample(parts.fronts, 2)
    headings = chance.sample(parts.headings, chance.randint(*SECTIONS))
    related = [_page_id(near) for near in (number - 2, number - 1) if near >= 0]
    terms = [str(word) for word in chance.sample(list(front["search_terms"]), 8)]  # type: ignore[call-overload]  # YAML's list
    made = {
        **{name: front[name] for name in ("groups", "sources", "reviewed", "review_by", "owner")},
        "title": f"{where}: {headings[0][0].lower()}{headings[0][1:]}",
        "kind": chance.choice(_KINDS),
        "themes": [theme],
        "summary": f"For work in {where}. {chance.choice(parts.summaries)}",
        "at_a_glance": other["at_a_glance"],
        "related": related or ["worried-today"],
        "search_terms": [*terms, f"{where.lower()} team"],
    }
    body = [f"This page is for families in {where}. {_prose(chance)}"]
    body += [f"## {heading}\n{_section(chance, where)}" for heading in headings]
    return made, "\n\n".join(body) + "\n"


def _section(chance: Random, where: str) -> str:
    """What stands under a heading: paragraphs and a list, at times a table or a box."""
    items = "\n".join(f"- {item}" for item in chance.sample(_parts().items, chance.randint(3, 5)))
    blocks = [_prose(chance), items]
    if chance.random() < 0.5:
        blocks.append(f"In {where}, this holds as well. {_prose(chance)}")
    if chance.random() < 0.2:
        blocks.append(chance.choice(_parts().whole))
    return "\n\n".join(blocks)


def _prose(chance: Random) -> str:
    return " ".join(chance.sample(_parts().sentences, chance.randint(2, 5)))


@cache
def _parts() -> Parts:
    fronts: list[dict[str, object]] = []
    sorts: dict[str, dict[str, None]] = {name: {} for name in ("headings", "sentences", "items", "whole")}
    for file in sorted((LEEDS / "pages").glob("*.md")):
        _, front, body = _FROM.sub("", file.read_text(encoding="utf-8")).split("---\n", 2)
        if file.stem in _NOT_TAKEN:
            continue
        fronts.append(yaml.safe_load(front))
        for block in re.split(r"\n\s*\n|\n(?=## )", body):
            _sort(block.strip(), sorts)
    summaries = tuple(one for one in sorts["sentences"] if len(one) < _SHORT and not set(one) & set("[{*"))
    kept = {name: tuple(these) for name, these in sorts.items()}
    return Parts(tuple(fronts), **kept, summaries=summaries)


def _sort(block: str, sorts: dict[str, dict[str, None]]) -> None:
    """Put a block of Markdown where it belongs; what fits nowhere is left out."""
    heading, _, below = block.partition("\n")
    if heading.startswith("## "):
        sorts["headings"][heading.removeprefix("## ")] = None
        block = below.strip()
    if block.startswith("::: needs-signature"):  # it waits for somebody who signs that page
        return
    if block.startswith("|"):
        sorts["whole"][block] = None
    elif block.startswith("- "):
        lines = [line for line in block.splitlines() if line.startswith("- ")]  # not the end of a box
        items = [line.removeprefix("- ").removeprefix("[ ] ") for line in lines]
        sorts["items"].update(dict.fromkeys(item for item in items if _stands_alone(item)))
    elif block[:1].isalpha() and "\n" not in block:
        sorts["sentences"].update(
            dict.fromkeys(one for one in _SENTENCE.split(block) if _stands_alone(one) and one[-1:] in ".!?")
        )


def _stands_alone(words: str) -> bool:
    """Whether nothing in it begins or ends in what has been cut off, nor points into its own page."""
    paired = all(words.count(opened) == words.count(closed) for opened, closed in _PAIRS)
    return paired and words.count("**") % 2 == words.count('"') % 2 == 0 and "[[#" not in words


def _page_id(number: int) -> str:
    return f"{place(number).lower()}-{number}"


def _fields(front: Mapping[str, object]) -> str:
    """Front matter with each value written as JSON, which is YAML too and the same whatever wrote it."""
    return "".join(f"{name}: {_value(value)}\n" for name, value in front.items())


def _rows(rows: Iterable[Mapping[str, object]]) -> str:
    return "".join("- " + _fields(row).replace("\n", "\n  ").removesuffix("  ") for row in rows)


def _value(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("Say how many pages, and the folder to make.")
    grow_pack(int(sys.argv[1]), Path(sys.argv[2]))
