"""`check FOLDER --hazards`: each danger with its page, its first step, its signatories and its questions."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from content.model import Library
from desktop.cli.check_command import exit_code, read_and_check, summary
from desktop.cli.print_json import print_json
from desktop.i18n import _

if TYPE_CHECKING:  # loads YAML and Markdown, which a bundle does not carry
    from content.checks.hazard_log import AskedQuestion, HazardRow

_GAP = " · "
_FIRST_THREE = 3


def run_hazards(folder: Path, *, as_json: bool = False) -> int:
    """Print the log as far as the pack can be read; 1 if the pack has an error, as for `check`."""
    reading, found = read_and_check(folder)
    if reading.library is not None:
        from content.checks.hazard_log import hazard_log
        from desktop.cli.pack_search import pack_search

        rows = tuple(hazard_log(reading.library, reading, pack_search(folder)))
        if as_json:
            print_json([asdict(row) for row in rows])
        else:
            print("\n".join(_lines(rows, reading.library)))
    print(summary(found), file=sys.stderr)
    return exit_code(found)


def place_words(asked: AskedQuestion) -> str:
    """Where a question finds its page, and what stands first if that is another."""
    if asked.place == 1:
        return _("found first")
    first = asked.hits[0] if asked.hits else _("nothing")
    if asked.place:
        return _("found in place {place}; first is {first}").format(place=asked.place, first=first)
    return _("NOT FOUND; first is {first}").format(first=first)


def _lines(rows: tuple[HazardRow, ...], library: Library) -> Iterator[str]:
    yield _("Hazard log: {title}").format(title=library.info.title)
    yield _("Edition {edition}, status {status}").format(
        edition=library.info.edition, status=library.info.status.value
    )
    if not rows:
        yield _("This pack names no hazard: add them in its hazards.yml.")
        return
    yield from _figures(rows)
    for row in rows:
        yield ""
        yield f"{row.hazard}{_GAP}{row.situation}"
        yield from (f"    {line}" for line in _details(row))
        for asked in row.questions:
            box = "[x]" if asked.place == 1 else "[ ]"
            yield f"    {box} “{asked.words}”: {place_words(asked)}"


def _figures(rows: tuple[HazardRow, ...]) -> Iterator[str]:
    places = [asked.place for row in rows for asked in row.questions]
    yield _("{hazards} hazards, answered by {pages} pages; {unsigned} of them lack a signature").format(
        hazards=len(rows),
        pages=len({row.page for row in rows}),
        unsigned=len({row.page for row in rows if row.still_to_sign or not row.must_sign}),
    )
    yield _("{all} questions: {first} find their page first, {three} in the first three").format(
        all=len(places),
        first=places.count(1),
        three=sum(1 <= place <= _FIRST_THREE for place in places),
    )


def _details(row: HazardRow) -> Iterator[str]:
    yield _("page: {page}, “{title}”").format(page=row.page, title=row.title)
    yield _("first step: {step}").format(step=row.first_step)
    yield _("whom to ring: {contacts}").format(contacts="; ".join(row.contacts))
    yield _("facts read on {day}, to be read again by {review_by}").format(
        day=row.facts_read, review_by=row.review_by
    )
    if row.still_to_sign:
        yield _("to sign: {roles}").format(roles="; ".join(row.still_to_sign))
    elif row.must_sign:
        yield _("signed by: {roles}").format(roles="; ".join(row.must_sign))
    else:
        yield _("to sign: nobody is named")
    if row.words:
        yield _("words of danger: {words}").format(words=", ".join(row.words))
