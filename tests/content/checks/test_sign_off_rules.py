"""Rules about signatures: nobody is forgotten, and approved means signed by all."""

from __future__ import annotations

from content.findings import Severity

LEAD = "\nsign_off:\n- role: Safeguarding lead\n  kinds: [do_now]\n"
APPROVED = "status: approved\napproved_by: Somebody\napproved_on: 2026-11-01"


def found(pack, rule: str) -> dict[str, Severity]:
    return {one.path: one.severity for one in pack.check() if one.rule == rule}


def test_a_page_that_no_role_signs_is_named_where_a_pack_says_who_signs(pack) -> None:
    assert found(pack, "no-signer") == {}
    pack.append("pack.yml", LEAD)
    unsigned = found(pack, "no-signer")
    assert unsigned["pages/words-we-use.md"] is Severity.WARNING
    assert "pages/danger-now.md" not in unsigned


def test_an_approved_pack_needs_every_signature_that_it_asks_for(pack) -> None:
    pack.append("pack.yml", LEAD)
    assert found(pack, "unsigned") == {}
    pack.edit("pack.yml", "status: draft", APPROVED)
    missing = found(pack, "unsigned")
    assert missing["pages/danger-now.md"] is Severity.ERROR
    assert "pages/words-we-use.md" not in missing
    signed = "signed_off_by:\n- {name: A Name, role: Safeguarding lead, on: 2026-11-02}\nowner:"
    pack.edit("pages/danger-now.md", "owner:", signed)
    assert "pages/danger-now.md" not in found(pack, "unsigned")
