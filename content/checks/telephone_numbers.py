"""Telephone numbers stand in contacts.yml and nowhere else: what looks like one elsewhere is an error."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate, pairwise

from content.checks.digit_groups import DASH, DOT, UNSEEN, DigitGroup, plain, rows
from content.checks.rule import RuleContext
from content.findings import Finding, error
from content.reading.diagnostics import SourcePassage
from content.reading.numbering_plan import is_short, is_text_code, is_whole, national, number_range

FEWEST_DIGITS = 6  # 999, 101, 111 and 55 are known to everybody; years have four
_NEARLY = range(9, 13)  # digits of a number with its area, give or take one
_MOST_DIGITS = 14

Span = tuple[int, int]

_GAP = rf"[\s().{DOT}/{DASH}{UNSEEN}-]{{0,2}}"
_NUMBER = re.compile(rf"(?<![\w.,/-])\+?\(?\d(?:{_GAP}\d){{{FEWEST_DIGITS - 1},}}(?!\w)", re.ASCII)
_NOT_A_NUMBER = re.compile(
    r"""(?:19|20)\d\d\s*[/–-]\s*(?:19|20)?\d\d      # 2022-2023, 2022/23
      | \d{4}-\d\d-\d\d                             # 2026-11-23
      | \d{1,2}[./ ]\d{1,2}[./ ](?:19|20)\d\d       # 23/11/2026
      | (?:0?[1-9]|1[0-2])[./](?:19|20)\d\d         # 11/2026
      | \d{1,2}\.\d\d\s*[–-]\s*\d{1,2}\.\d\d        # 9.00-17.00
    """,
    re.VERBOSE,
)
_DAY_TIME_OR_SHARE = re.compile(
    r"""(?<![\w./])(?:\d{4}-[01]\d-[0-3]\d
      | (?:[0-3]?\d[./])?(?:0?[1-9]|1[0-2])[./](?:19|20)\d\d
      | [0-3]?\d/[01]?\d                            # 23/11
      | [0-2]?\d:[0-5]\d
      | \d{1,2}\.\d{1,2})(?![./]?\w)                # 9.30, 0.75
    """,
    re.VERBOSE,
)
_MOST_BESIDE_TIMES = 2
"""Digits beside days, times and shares that do not make a number of them."""

_TEXT_CODE = re.compile(
    rf"\b[Tt]ext\b[^.!?]{{0,40}}?(?<!\d)(?P<code>\d(?:[ {DOT}{DASH}{UNSEEN}-]?\d){{4}})(?!\w)"
)
_DIGIT = re.compile(r"\d")
_BEGINS = re.compile(r"(?<!\d)(?:0|44)|(?<!\w)[OoОоΟοՕօ](?:[\W_]|[\dOoIlОоΟοІΙı])")
_BEGINS_SPELT = ("zero", "nought", "naught", "nil", "oh", "double", "treble", "triple", "one one", "one-one")
_DIGIT_LIKE = re.compile(r"[\dOoIl]")
_SIGN = re.compile(r"(?:\+[\s(]*|\()\Z")


def numbers_are_contacts(context: RuleContext) -> Iterator[Finding]:
    """A number stands once, in contacts.yml, so that a change reaches every page."""
    for passage in (*context.reading.passages, *_beside_pages(context)):
        for start, end in telephone_numbers(passage.text):
            shown = " ".join(_drawn(passage.text[start:end]).split())
            sentence = f'"{shown}" looks like a phone number: put it in contacts.yml and use {{contact:id}}.'
            yield error(passage.path, passage.line_at(start), "phone-number", sentence)


def telephone_numbers(text: str) -> Iterator[Span]:
    """Where something stands in a text that people would ring or text."""
    text = plain(text)
    whole = _whole_numbers(text) if _may_hold_one(text) else ()
    found: list[Span] = []
    for one in (*whole, *_bare_numbers(text)):
        if not any(start < one[1] and one[0] < end for start, end in found):
            found.append(one)
            yield one


def _may_hold_one(text: str) -> bool:
    """Whether a number with its area may begin somewhere: looked for first, because few texts hold one."""
    lower = text.lower()
    written = _DIGIT.search(text) is not None and _BEGINS.search(text) is not None
    return written or any(word in lower for word in _BEGINS_SPELT)


def _bare_numbers(text: str) -> Iterator[Span]:
    """Digits that stand close to each other, and codes to text."""
    if _DIGIT.search(text) is None:
        return
    for found in _NUMBER.finditer(text):
        if _NOT_A_NUMBER.fullmatch(found[0]) is None:
            yield found.span()
    for found in _TEXT_CODE.finditer(text):
        code = found["code"]
        if code.isdigit() or is_text_code(re.sub(r"\D", "", code)):
            yield found.span()


def _whole_numbers(text: str) -> Iterator[Span]:
    """Numbers with their area, whatever stands between their groups."""
    for row in rows(text):
        first = 0
        while first < len(row):
            sign = _SIGN.search(text, max(0, row[first].start - 4), row[first].start)
            count = _groups_of_number("+" if sign and "+" in sign[0] else "", row[first:])
            if count:
                span = sign.start() if sign else row[first].start, row[first + count - 1].end
                yield from () if _tells_times(text[slice(*span)]) else (span,)
            first += count or 1


def _tells_times(text: str) -> bool:
    rest = _DAY_TIME_OR_SHARE.sub("", text)
    return rest != text and len(_DIGIT_LIKE.findall(rest)) <= _MOST_BESIDE_TIMES


def _groups_of_number(sign: str, row: Sequence[DigitGroup]) -> int:
    """How many groups from the first one on are a number, if need be with a digit lost; 0 when none is."""
    so_far = [_at_home(sign, digits) for digits in accumulate(one.digits for one in row[:_MOST_DIGITS])]
    for fits in (is_whole, _is_nearly_whole, _is_helpline):
        counts = [count for count, digits in enumerate(so_far, 1) if fits(digits)]
        longest = row[: counts[-1]] if counts else ()
        if longest and not _is_list(longest) and (fits is is_whole or _is_told_as_one(longest)):
            return len(longest)
    return 0


def _is_told_as_one(row: Sequence[DigitGroup]) -> bool:
    """Whether these look like one number and not like several: an area first, or digit by digit."""
    lengths = [len(one.digits) for one in row]
    return max(lengths) == 1 or any(one.spelt for one in row) or (lengths[0] > 2 and len(set(lengths)) > 1)


def _at_home(sign: str, digits: str) -> str:
    """The number as it is rung at home: with 0 for 44, also where the author wrote both."""
    abroad = "+" if digits.startswith("44") else sign
    found = national(abroad + digits)
    return found.removeprefix("0") if found.startswith("00") else found


def _is_nearly_whole(digits: str) -> bool:
    return len(digits) in _NEARLY and number_range(digits) is not None


def _is_helpline(digits: str) -> bool:
    """A short number that not everybody knows by heart, such as 116 123."""
    return is_short(digits) and len(digits) >= FEWEST_DIGITS


def _is_list(row: Sequence[DigitGroup]) -> bool:
    """Whether the groups count up, as ages or levels do: short, and none with a 0 before it."""
    counts = [int(one.digits) for one in row]
    bare = all(str(count) == one.digits and count < 1000 for count, one in zip(counts, row, strict=True))
    return len(row) > 3 and bare and all(one <= next_one for one, next_one in pairwise(counts))


def _drawn(text: str) -> str:
    return "".join(one for one in text if unicodedata.category(one) != "Cf")


def _beside_pages(context: RuleContext) -> Iterator[SourcePassage]:
    """What is read beside the words of pages: a number there would be checked by nobody."""
    library = context.library
    for head in library.heads.values():
        signed = " · ".join(f"{one.name} · {one.role}" for one in head.signed_off_by)
        yield SourcePassage(*context.page_field(head.id, "signed_off_by"), signed)
        yield from _fields(head, context.page_field, head.id, ("owner",))
    tables = (
        ("contacts.yml", library.contacts, _OF_CONTACT),
        ("pack.yml", {library.info.id: library.info}, _OF_PACK),
    )
    for path, records, names in tables:
        for id_, record in records.items():
            yield from _fields(record, partial(context.record_field, path), id_, names)


_OF_CONTACT = ("name", "for_whom", "note", "hours_words", "web")
_OF_PACK = ("title", "publisher", "approved_by", "review_policy")


def _fields(
    record: object, place: Callable[[str, str], tuple[str, int]], id_: str, names: Sequence[str]
) -> Iterator[SourcePassage]:
    for name in names:
        yield SourcePassage(*place(id_, name), getattr(record, name))
