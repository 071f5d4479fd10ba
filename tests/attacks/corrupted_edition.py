"""A compiled edition is damaged: what is read of it is what was compiled, or it is refused."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from content.errors import HandrailError
from content.model import Library, PageHead
from desktop.edition.checksummed_files import INDEX, LIBRARY, MANIFEST
from desktop.edition.editions import Edition, compile_edition, open_edition
from index.engine import open_index
from index.hits import Hit
from index.searcher import Searcher
from tests.attacks.damage import KINDS

SMALL = Path(__file__).parents[1] / "packs" / "small"
NOTHING_KNOWN = ("", (), "one_minute", date.min, 1, False)
"""What the head of a damaged page says beside its title."""
HITS, ALL_WORDS = "hits of", "all words"
QUESTIONS = ("baby", "young carer", "0113", "safe sleep", "nothing like it")


def rounds_of_editions(folder: Path) -> Iterator[Callable[[Random], str]]:
    """Each round damages one file of an edition and reads all of it."""
    program, whole = folder / "program", folder / "whole"
    compile_edition(SMALL, whole)
    shutil.copytree(whole, program / "edition")
    right = dict(all_of(program))
    assert not any(isinstance(one, HandrailError) for one in right.values())
    right[ALL_WORDS] = repr(right)

    def one(random: Random) -> str:
        name = random.choice((LIBRARY, INDEX, MANIFEST))
        file = program / "edition" / name
        before = (whole / name).read_bytes()
        harmed = random.choice(KINDS)(before, random)
        file.write_bytes(harmed)
        try:
            refused = compare(program, right)
            if name != MANIFEST and harmed != before:
                assert is_refused(program), "the damage is not seen where all is verified"
        finally:
            file.write_bytes(before)
        return "refused" if refused else "as compiled"

    while True:
        yield one


def compare(program: Path, right: dict[str, Any]) -> bool:
    """Whether something was refused. AssertionError for whatever is neither refused nor as it was."""
    refused = False
    for what, found in all_of(program):
        if isinstance(found, HandrailError):
            assert str(found).strip(), "refused without a sentence"
            refused = True
        elif what.startswith(HITS):
            assert [hit for hit in found if not is_right_hit(hit, right)] == [], f"{what} are others"
        else:
            assert found == right[what] or is_less(found, right[what]), f"{what} is another"
    return refused


def is_less(found: object, right: object) -> bool:
    """Whether it is the head of a damaged page: its title, and nothing where nothing is known any more."""
    if not (isinstance(found, PageHead) and isinstance(right, PageHead)):
        return False
    names = [field.name for field in fields(right)]
    pairs = [(getattr(found, name), getattr(right, name)) for name in names]
    return found.title == right.title and all(one == other or one in NOTHING_KNOWN for one, other in pairs)


def is_right_hit(hit: Hit, right: dict[str, Any]) -> bool:
    """Whether a hit bears the title of its page, and no word that stands nowhere in the guidance."""
    words = re.findall(r"[0-9A-Za-z]+", hit.snippet.text)
    return hit.title == right[f"heads {hit.page}"].title and all(word in right[ALL_WORDS] for word in words)


def all_of(program: Path) -> Iterator[tuple[str, Any]]:
    """Everything that can be read of an edition and found in it, or the error that a reader is told."""
    edition = attempt(lambda: open_edition(program, None, None))
    if isinstance(edition, HandrailError):
        yield "edition", edition
        return
    yield from in_library(edition.library)
    searcher = attempt(
        lambda: Searcher(open_index(edition.index_blob(), edition.content_hash), edition.library)
    )
    if isinstance(searcher, HandrailError):
        yield "index", searcher
        return
    for question in QUESTIONS:
        yield f"{HITS} {question}", attempt(lambda question=question: hits(searcher, question))


def opened_searcher(edition: Edition) -> Searcher:
    return Searcher(open_index(edition.index_blob(), edition.content_hash), edition.library)


def in_library(library: Library) -> Iterator[tuple[str, Any]]:
    for field in fields(library):
        values = getattr(library, field.name)
        if not isinstance(values, Mapping):
            yield field.name, attempt(lambda values=values: shown(values))
            continue
        ids = attempt(lambda values=values: list(values))
        yield f"{field.name} ids", ids
        for id in ids if isinstance(ids, list) else ():
            show = as_it_is if field.name == "heads" else shown
            yield f"{field.name} {id}", attempt(lambda values=values, id=id, show=show: show(values[id]))


def as_it_is(value: Any) -> Any:
    return value


def shown(value: Any) -> str:
    """All that stands in it, read now."""
    return repr(tuple(value) if isinstance(value, Sequence) else value)


def hits(searcher: Searcher, question: str) -> list[Hit]:
    return list(searcher.search(question).hits)


def is_refused(program: Path) -> bool:
    return isinstance(attempt(lambda: open_edition(program, None, None).verify()), HandrailError)


def attempt(read: Callable[[], Any]) -> Any:
    """What is read, or the error with its sentence; any other error is a crash."""
    try:
        return read()
    except HandrailError as error:
        return error
