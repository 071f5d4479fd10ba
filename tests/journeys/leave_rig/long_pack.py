"""A pack with a page of 50,000 words: no page of guidance is as long, and leaving must not wait for it."""

from __future__ import annotations

import shutil
from pathlib import Path

SMALL = Path(__file__).resolve().parents[2] / "packs" / "small"
WORDS = 50_000
SHORT, LONG = "danger-now", "baby-bruise"
"""The page that is open first, and the one after it in reading order."""
_WORDS = "the baby is in bed and we ask how it was so as to see who can go on"
_SENTENCE, _PARAGRAPH, _SECTION = 12, 60, 300
"""In words. A file of a pack may not be larger than 256 kB, so the words are short."""


def make_long_pack(folder: Path, words: int = WORDS) -> Path:
    """Copy the small pack of the tests and give one of its pages so many words more."""
    shutil.copytree(SMALL, folder)
    pack = folder / "pack.yml"
    told = pack.read_text(encoding="utf-8")
    order = "reading_order: [danger-now, who-to-call, baby-bruise, safe-sleep]"
    if order not in told:
        raise ValueError("The small pack has another reading order than this was written for.")
    told = told.replace(order, f"reading_order: [{SHORT}, {LONG}, who-to-call, safe-sleep]")
    pack.write_text(told, encoding="utf-8")
    page = folder / "pages" / f"{LONG}.md"
    with page.open("a", encoding="utf-8") as file:
        file.write("\n".join(_sections(words)))
    return folder


def _sections(words: int) -> list[str]:
    lines: list[str] = []
    for number in range(0, words, _SECTION):
        lines += ["", f"## Part {number // _SECTION + 1}", ""]
        for paragraph in range(_SECTION // _PARAGRAPH):
            sign = "- " if paragraph % 5 in (1, 2) else ""
            gap = [] if paragraph % 5 == 2 else [""]  # two lines make a list
            lines += [*gap, sign + " ".join(_sentence(number + n) for n in range(_PARAGRAPH // _SENTENCE))]
        lines.append("")
    return lines


def _sentence(number: int) -> str:
    known = _WORDS.split()
    words = [known[(number * 7 + n) % len(known)] for n in range(_SENTENCE)]
    return " ".join(words).capitalize() + "."
