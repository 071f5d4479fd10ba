"""Each rule is broken once, in a copy of the small pack, and named with its file and line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from content.checks import check as check_module
from content.findings import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING
SLEEP, RISK, WORDS = "pages/safe-sleep.md", "pages/outside-risk.md", "pages/words-we-use.md"
LONG = "Ask what the child would like to happen next and who else in the family ought to know about it " * 2
DUTY = "- id: duty\n"


@dataclass(frozen=True)
class Break:
    """An edit that breaks one rule; `at` is text on the line that the finding must name."""

    path: str
    old: str
    new: str
    rule: str
    at: str
    severity: Severity = ERROR
    where: str = ""


BREAKS: dict[str, Break] = {
    "page that is not there": Break(SLEEP, "[[baby-bruise]]", "[[baby-bruises]]", "unresolved-page", "Go to"),
    "related page that is not there": Break(
        RISK, "related: [danger-now]", "related: [danger]", "unresolved-page", "related:"
    ),
    "anchor that is not there": Break(
        RISK, "#what-to-do-first", "#what-to-do-last", "unresolved-anchor", "Then ring"
    ),
    "contact without its word": Break(SLEEP, "{contact:duty}", "{duty}", "bad-reference", "{duty}"),
    "contact that is not there": Break(
        SLEEP, "{contact:duty}", "{contact:dutty}", "unresolved-contact", "dutty"
    ),
    "contact at a glance that is not there": Break(
        "pages/danger-now.md", "{contact:duty}.", "{contact:day}.", "unresolved-contact", "**Do:**"
    ),
    "danger contact that is not there": Break(
        "pack.yml", "[duty, night-team]", "[duty, nobody]", "unresolved-contact", "nobody"
    ),
    "out of hours contact that is not there": Break(
        "contacts.yml", "out_of_hours: night-team", "out_of_hours: nobody", "unresolved-contact", "nobody"
    ),
    "source that is not there": Break(
        SLEEP, "[sleep-leaflet]", "[sleep-book]", "unresolved-source", "sleep-book"
    ),
    "source of a contact": Break(
        "contacts.yml", "sources: [town-guide]", "sources: [guide]", "unresolved-source", "[guide]"
    ),
    "page of a synonym": Break(
        "synonyms.yml", "pages: [baby-bruise]", "pages: [baby]", "unresolved-page", "pages: [baby]"
    ),
    "page of a question": Break("questions.yml", "safe-sleep: 2", "sleep: 2", "unresolved-page", "sleep: 2"),
    "page of the glossary": Break(
        "glossary.yml", "page: baby-bruise", "page: baby", "unresolved-page", "page: baby"
    ),
    "page to start with": Break(
        "pack.yml", "start_here: [danger-now", "start_here: [danger", "unresolved-page", "start_here"
    ),
    "page in the reading order": Break(
        "pack.yml", "who-to-call, baby", "who, baby", "unresolved-page", "reading_order"
    ),
    "start page of a theme": Break(
        "themes.yml", "start_page: danger-now", "start_page: danger", "unresolved-page", "acting"
    ),
    "unknown theme": Break(RISK, "[outside, acting]", "[outsid, acting]", "unknown-theme", "outsid,"),
    "unknown parent theme": Break(
        "themes.yml", "parent: babies", "parent: baby", "unknown-theme", "id: sleep"
    ),
    "unknown group": Break(RISK, "groups: [all]", "groups: [al, all]", "unknown-group", "[al,"),
    "unknown kind": Break(RISK, "national_theme", "nationaltheme", "unknown-kind", "kind:"),
    "theme below itself": Break(
        "themes.yml",
        "summary: Safe at home and outside.",
        "summary: x, parent: sleep",
        "theme-circle",
        "id: safety",
    ),
    "missing review date": Break(WORDS, "reviewed: 2026-10-01\n", "", "missing-review", "title:"),
    "missing next review": Break(WORDS, "review_by: 2090-01-01\n", "", "missing-review", "title:"),
    "contact without a check": Break(
        "contacts.yml", "  checked_on: 2026-10-01\n", "", "missing-review", DUTY
    ),
    "date that is none": Break(WORDS, "2026-10-01", "2026-13-01", "bad-date", "2026-13-01"),
    "review due before it was done": Break(WORDS, "2090-01-01", "2020-01-01", "bad-date", "2020-01-01"),
    "no theme": Break(RISK, "[outside, acting]", "[]", "unplaced", "themes:"),
    "no child group": Break(RISK, "groups: [all]\n", "", "unplaced", "---"),
    "no source": Break(RISK, "sources: [town-guide]", "sources: []", "no-source", "sources:"),
    "same contact twice": Break(
        "contacts.yml", "id: text-line", "id: night-team", "duplicate-id", "id: night-team\n  name: Young"
    ),
    "same theme twice": Break("themes.yml", "{id: sleep", "{id: babies", "duplicate-id", "Sleep"),
    "former name that is a page": Break(
        SLEEP, "[cots, sleeping]", "[cots, danger-now]", "duplicate-id", "renamed_from"
    ),
    "id that is not the file's name": Break(
        WORDS, "title: Words", "id: words\ntitle: Words", "bad-id", "id: words"
    ),
    "field given twice": Break(
        WORDS, "owner: Small", "owner: Nobody\nowner: Small", "duplicate-field", "owner: Small"
    ),
    "landline": Break(RISK, "Are you hurt?", "Ring 0113 496 0123.", "phone-number", "0123"),
    "mobile without spaces": Break(RISK, "Are you hurt?", "Ring 07700900001.", "phone-number", "07700"),
    "international": Break(RISK, "Are you hurt?", "Ring +44 113 496 0123.", "phone-number", "+44"),
    "helpline of six digits": Break(RISK, "Are you hurt?", "Ring 496 012.", "phone-number", "496"),
    "hyphens": Break(RISK, "Are you hurt?", "Ring 0113-496-0123.", "phone-number", "0113"),
    "text code": Break(RISK, "Are you hurt?", "Text HELP to 85258.", "phone-number", "Text HELP"),
    "number in a title": Break(
        WORDS, "title: Words we use", "title: Ring 0113 496 0123", "phone-number", "0123"
    ),
    "number in a table": Break(WORDS, "Harm that somebody did", "0113 496 0123", "phone-number", "0123"),
    "number on the second line": Break(
        RISK, "A train", "A\n  day, 0113 496 0123, a train", "phone-number", "0123"
    ),
    "number at a glance": Break(WORDS, "Look up a", "0113 496 0123 or a", "phone-number", "0123"),
    "number in the glossary": Break("glossary.yml", "Harm that", "0113 496 0123", "phone-number", "0123"),
    "contact nobody cleared": Break(
        "contacts.yml",
        "publish: yes-number-only",
        "publish: check-first",
        "unpublished-contact",
        "contact:night",
        where="pages/danger-now.md",
    ),
    "contact not to be shown": Break(
        "contacts.yml", "publish: yes-number-only", "publish: no", "unpublished-contact", "out_of_hours"
    ),
    "publish that is no choice": Break(
        "contacts.yml",
        "publish: yes-number-only",
        "publish: perhaps",
        "bad-publish",
        "perhaps",
    ),
    "long glance": Break(
        WORDS, "Look up a short word here.", "Look here. " * 61, "long-glance", "at_a_glance"
    ),
    "long summary": Break(
        WORDS, "Short words and what they mean.", "Short. " * 30, "long-summary", "summary:"
    ),
    "raw HTML": Break(RISK, "Children who are", "<b>Children</b> who are", "raw-html", "<b>"),
    "no title": Break(WORDS, "title: Words we use", "title:", "missing-field", "title:"),
    "no owner": Break(WORDS, "owner: Small Town Partnership\n", "", "missing-field", "title:"),
    "approved by nobody": Break("pack.yml", "status: draft", "status: approved", "bad-status", "status:"),
    "closes before it opens": Break("contacts.yml", 'to: "17:00"', 'to: "07:00"', "bad-hours", "07:00"),
    "day that is none": Break("contacts.yml", "[fri]", "[fry]", "bad-hours", "[fry]"),
    "time that is none": Break("contacts.yml", 'from: "09:00"', 'from: "25:00"', "bad-hours", "25:00"),
    "grade that is none": Break(
        "questions.yml", "safe-sleep: 2", "safe-sleep: 9", "bad-grade", "safe-sleep: 9"
    ),
    "list where words stand": Break(WORDS, "title: Words we use", "title: [Words]", "bad-shape", "title:"),
    "flag that is none": Break(SLEEP, "family_safe: true", "family_safe: maybe", "bad-flag", "maybe"),
    "web address that is none": Break(
        "sources.yml", "https://example.org/guide", "javascript:alert(1)", "bad-link", "javascript"
    ),
    "overdue page": Break(WORDS, "2090-01-01", "2026-11-22", "overdue", "2026-11-22", WARNING),
    "overdue contact": Break("contacts.yml", "2090-01-01", "2026-11-22", "overdue", "2026-11-22", WARNING),
    "long sentence": Break(RISK, "Are you hurt?", LONG, "long-sentence", "I am glad", WARNING),
    "acronym": Break(RISK, "Are you hurt?", "Ask the MASH team.", "acronym", "MASH", WARNING),
    "nothing else leads here": Break(
        "pages/young-carers.md",
        "search_terms: [carer, caring, helping at home]\n",
        "",
        "no-synonyms",
        "title:",
        WARNING,
    ),
    "field that is no longer shown": Break(
        "pack.yml", "status: draft", "status: draft\nintro: Words.", "unknown-field", "intro:", WARNING
    ),
    "too few spoken sentences": Break(
        "pages/danger-now.md", "- what do i do first\n", "", "few-spoken", "spoken:", WARNING
    ),
    "spoken sentence of two pages": Break(
        WORDS, "owner:", 'spoken: ["What do I do, first?"]\nowner:', "spoken-twice", "spoken:"
    ),
    "spoken sentence that is a question": Break(
        "pages/danger-now.md", "what do i do first", "cot death", "spoken-question", "spoken:"
    ),
    "misspelt field": Break(WORDS, "search_terms:", "search_term:", "unknown-field", "search_term:", WARNING),
    "theme without a page": Break(
        SLEEP, "themes: [sleep]", "themes: [babies]", "empty-place", "id: sleep", WARNING, where="themes.yml"
    ),
    "section without words": Break(
        WORDS, "## Short words", "## Empty\n\n## Short words", "empty-section", "## Empty", WARNING
    ),
}


def _prepare(pack, broken: Break) -> None:
    if broken.rule == "no-synonyms":  # no other word may lead to the page either
        pack.edit("synonyms.yml", ", pages: [young-carers]", "")
    pack.edit(broken.path, broken.old, broken.new)


@pytest.mark.parametrize("name", BREAKS)
def test_broken_rule_is_named_with_file_and_line(pack, name: str) -> None:
    broken = BREAKS[name]
    _prepare(pack, broken)
    findings = pack.check()
    path = broken.where or broken.path
    line = pack.line_of(path, broken.at)
    assert (path, line, broken.severity, broken.rule) in [
        (f.path, f.line, f.severity, f.rule) for f in findings
    ], "\n".join(map(str, findings))
    assert all(finding.sentence.endswith((".", "?", "...")) for finding in findings)


EDITS_THAT_ARE_FINE = {
    "emergency numbers": "Ring 999, 101 or 111, then press 55.",
    "years": "From 2022 to 2023, in 2022-2023, 2022/23 and 2022–2024.",
    "thousands": "In all 22,247 children and 1,234,567 people.",
    "dates": "On 2026-11-23 and on 23/11/2026.",
    "times": "Open 9.00-17.00 and 9.30–16.30.",
    "ages": "Aged 10-15, 16.5 per cent, section 47.",
    "known acronyms": "Tell the LADO about an NAI.",
    "a web address": "[See](https://example.org/0113-496-0123).",
}


@pytest.mark.parametrize("name", EDITS_THAT_ARE_FINE)
def test_rules_leave_good_words_alone(pack, name: str) -> None:
    pack.edit(RISK, "Are you hurt?", EDITS_THAT_ARE_FINE[name])
    assert pack.check() == ()


def test_page_that_cannot_be_reached(pack) -> None:
    pack.edit(WORDS, "themes: [acting]", "themes: []")
    assert "unreachable" not in {f.rule for f in pack.check()}
    pack.edit(WORDS, "groups: [all]", "groups: []")
    assert (WORDS, 2, "unreachable") in {(f.path, f.line, f.rule) for f in pack.check()}
    pack.edit(RISK, "[[danger-now#", "[[words-we-use]] and [[danger-now#")
    assert "unreachable" not in {f.rule for f in pack.check()}


def test_long_sentence_is_named_where_it_begins(pack) -> None:
    pack.edit(RISK, "Children who are exploited do not choose it.", f"It is not\na choice.\n{LONG}")
    (finding,) = pack.check()
    assert (finding.rule, finding.line) == ("long-sentence", pack.line_of(RISK, "Ask what the child"))


def test_clock_before_the_edition_hides_no_age(pack) -> None:
    pack.edit(WORDS, "2090-01-01", "2026-10-31")
    assert [f.rule for f in pack.check(date(2001, 1, 1))] == ["overdue"]


def test_all_findings_come_in_one_run_and_in_order(pack) -> None:
    for name in ("page that is not there", "unknown theme", "landline", "contact that is not there"):
        _prepare(pack, BREAKS[name])
    findings = pack.check()
    assert list(findings) == sorted(findings)
    rules = {f.rule for f in findings}
    assert {"unresolved-page", "unknown-theme", "phone-number", "unresolved-contact"} <= rules


def test_page_with_an_error_of_its_own_is_not_also_missed_by_others(pack) -> None:
    pack.edit("pages/danger-now.md", "kind: do_now", "kind: do_later")
    assert [f.rule for f in pack.check()] == ["unknown-kind"]


def test_near_miss_gets_a_hint(pack) -> None:
    pack.edit(SLEEP, "[[baby-bruise]]", "[[baby-bruises]]")
    (finding,) = pack.check()
    assert finding.sentence == 'There is no page "baby-bruises": did you mean "baby-bruise"?'


def test_every_rule_of_the_table_can_be_broken() -> None:
    sentences = [rule.__doc__ for rule in check_module.RULES]
    assert all(sentences)
    assert len(set(check_module.RULES)) == len(check_module.RULES)
