"""Rules about signatures: nobody is forgotten, and nothing is called approved before all have signed."""

from __future__ import annotations

from collections.abc import Iterator

from content.checks.rule import RuleContext
from content.checks.sign_off import signers, still_to_sign
from content.findings import Finding, error, note, warning
from content.model import Status


def page_has_a_signer(context: RuleContext) -> Iterator[Finding]:
    """Where a pack says who signs, each page has somebody."""
    rules = context.library.info.sign_off
    for head in context.library.heads.values():
        if rules and not signers(head, context.library, context.reading):
            sentence = "Nobody signs this page: name it or its kind under sign_off in pack.yml."
            yield warning(*context.page_field(head.id, "kind"), "no-signer", sentence)


def approved_pages_are_signed(context: RuleContext) -> Iterator[Finding]:
    """An approved pack has every signature that it asks for."""
    info = context.library.info
    if info.status is not Status.APPROVED:
        return
    for head in context.library.heads.values():
        for role in still_to_sign(head, context.library, context.reading):
            sentence = f"The pack is approved, but this page has no signature of: {role}."
            yield error(*context.page_field(head.id, "signed_off_by"), "unsigned", sentence)


def held_words_are_signed(context: RuleContext) -> Iterator[Finding]:
    """What waits for a signature is named, because no reader sees it; an approved pack holds no such part."""
    approved = context.library.info.status is Status.APPROVED
    for part in context.reading.held:
        if part.signed:
            continue
        if approved:
            sentence = f"The pack is approved, but this part is held until signed by: {part.role}."
            yield error(part.path, part.line, "held", sentence)
        else:
            sentence = f"No reader sees this part until the page is signed by: {part.role}."
            yield note(part.path, part.line, "held", sentence)
