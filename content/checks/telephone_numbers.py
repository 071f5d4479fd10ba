"""Telephone numbers stand in contacts.yml and nowhere else: what looks like one in a page is an error."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.checks.rule import RuleContext
from content.findings import Finding, error

FEWEST_DIGITS = 6  # 999, 101, 111 and 55 are known to everybody; years have four

_GAP = r"[\s\u00a0()./–-]{0,2}"
_NUMBER = re.compile(rf"(?<![\w.,/-])\+?\(?\d(?:{_GAP}\d){{{FEWEST_DIGITS - 1},}}(?!\w)")
_NOT_A_NUMBER = re.compile(
    r"""(?:19|20)\d\d\s*[/–-]\s*(?:19|20)?\d\d      # 2022-2023, 2022/23
      | \d{4}-\d\d-\d\d                             # 2026-11-23
      | \d{1,2}[./ ]\d{1,2}[./ ](?:19|20)\d\d       # 23/11/2026
      | \d{1,2}\.\d\d\s*[–-]\s*\d{1,2}\.\d\d        # 9.00-17.00
    """,
    re.VERBOSE,
)
_TEXT_CODE = re.compile(r"\b[Tt]ext\b[^.!?]{0,40}?\b\d{5}\b")


def numbers_are_contacts(context: RuleContext) -> Iterator[Finding]:
    """A number stands once, in contacts.yml, so that a change reaches every page."""
    for passage in context.reading.passages:
        for pattern in (_NUMBER, _TEXT_CODE):
            for found in pattern.finditer(passage.text):
                if _NOT_A_NUMBER.fullmatch(found[0]) is None:
                    shown = " ".join(found[0].split())
                    sentence = (
                        f'"{shown}" looks like a phone number: put it in contacts.yml and use {{contact:id}}.'
                    )
                    yield error(passage.path, passage.line_at(found.start()), "phone-number", sentence)
