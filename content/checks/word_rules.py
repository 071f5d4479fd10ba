"""Rules about words: numbers that belong in contacts.yml, long sentences, unexplained acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.checks.rule import RuleContext
from content.checks.sentences import sentences
from content.findings import Finding, error, warning

SENTENCE_WORDS = 30
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
_TICK = re.compile(r"^\[[ xX]\]\s+")
_ACRONYM = re.compile(r"\b[A-Z]{2,}(?=s?\b)")


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


def sentences_are_short(context: RuleContext) -> Iterator[Finding]:
    """A sentence is read once, in a hurry."""
    for passage in context.reading.passages:
        text = _TICK.sub("", passage.text)
        for start, sentence in sentences(text):
            words = len(sentence.split())
            if words > SENTENCE_WORDS:
                hint = f"This sentence has {words} words: aim for 20, and at most {SENTENCE_WORDS}."
                yield warning(passage.path, passage.line_at(start), "long-sentence", hint)


def acronyms_are_explained(context: RuleContext) -> Iterator[Finding]:
    """Each short word can be looked up; it is named once for each file."""
    terms = " ".join(term.term for term in context.library.glossary)
    known = set(_ACRONYM.findall(terms))
    seen: set[tuple[str, str]] = set()
    for passage in context.reading.passages:
        for found in _ACRONYM.finditer(passage.text):
            if found[0] not in known and (passage.path, found[0]) not in seen:
                seen.add((passage.path, found[0]))
                sentence = f'The glossary does not explain "{found[0]}".'
                yield warning(passage.path, passage.line_at(found.start()), "acronym", sentence)
