"""Rules about words: long sentences, unexplained acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.checks.rule import RuleContext
from content.checks.sentences import sentences
from content.findings import Finding, warning

SENTENCE_WORDS = 30
_TICK = re.compile(r"^\[[ xX]\]\s+")
_ACRONYM = re.compile(r"\b[A-Z]{2,}(?=s?\b)")


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
