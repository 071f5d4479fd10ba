"""An address leads where it seems to lead, or its author hears why it cannot stand."""

from __future__ import annotations

import pytest

from content.reading.diagnostics import Diagnostics
from content.reading.markdown import MarkdownReader
from content.reading.web_address import other_site_named, why_refused


def rules(text: str) -> list[tuple[str, int]]:
    diagnostics = Diagnostics()
    MarkdownReader("x.md", "", diagnostics).blocks(text, 1)
    return [(one.rule, one.line) for one in diagnostics.findings]


@pytest.mark.parametrize(
    "address",
    [
        *(
            "https://leeds.gov.uk@evil.example/",
            "https://user:word@leeds.gov.uk/",
            "https://leeds.gov.uk%40evil.example",
        ),
        *("https://lееds.gov.uk/", "https://xn--lds-8cda.gov.uk/", "https://leeds.gov.uk\\@evil.example/"),
        *("https://ｌeeds.gov.uk/", "https://leeds。gov.uk/", "https://localhost/", "https://3232235521/"),
        *(
            "https://192.168.0.1/",
            "https://[::1]/",
            "https://0x7f.1/",
            "https:///x",
            "https://",
            "https://a..b.uk/",
        ),
        *("https://-a.uk/", "javascript:alert(1)", "ftp://x.org", "//x.org", "x.org"),
    ],
)
def test_an_address_that_can_be_taken_for_another_is_refused(address: str) -> None:
    assert why_refused(address)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "https://www.leeds.gov.uk",
            "https://www.leeds.gov.uk/a@b?c=d@e#f",
            "HTTPS://X.ORG/",
            "http://x.org:8080/a",
        ),
        *("https://a-b.co.uk/%20é", "https://111.wales.nhs.uk/", "https://1a.example"),
    ],
)
def test_an_ordinary_address_is_fine(address: str) -> None:
    assert why_refused(address) == ""


@pytest.mark.parametrize(
    ("words", "address", "named"),
    [
        ("leeds.gov.uk", "https://evil.example/", "leeds.gov.uk"),
        ("https://www.leeds.gov.uk/help", "https://leeds.gov.uk.evil.example/", "www.leeds.gov.uk"),
        ("See LEEDS.GOV.UK now", "https://evil.example/leeds.gov.uk", "LEEDS.GOV.UK"),
        ("lееds.gov.uk", "https://leeds.gov.uk/", "lееds.gov.uk"),
        ("democracy.leeds.gov.uk", "https://leeds.gov.uk/", "democracy.leeds.gov.uk"),
        ("anna@leeds.gov.uk", "https://evil.example/", "leeds.gov.uk"),
        ("leeds.gov.uk", "https://www.leeds.gov.uk/a", ""),
        ("www.leeds.gov.uk", "https://leeds.gov.uk/", ""),
        ("leeds.gov.uk", "https://democracy.leeds.gov.uk/", ""),
        ("Leeds City Council", "https://www.leeds.gov.uk/", ""),
        ("the guide (guide.pdf)", "https://www.leeds.gov.uk/guide.pdf", ""),
        ("e.g. this. That", "https://www.leeds.gov.uk/", ""),
        ("section 4.2", "https://www.leeds.gov.uk/", ""),
    ],
)
def test_the_words_of_a_link_name_no_other_site(words: str, address: str, named: str) -> None:
    assert other_site_named(words, address) == named


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\n[b](https://leeds.gov.uk@evil.example/)", [("bad-link", 2)]),
        ("[b](https://lееds.gov.uk/)", [("bad-link", 1)]),
        ("a\n[leeds.gov.uk](https://evil.example/)", [("other-site", 2)]),
        ("[**leeds**.gov.uk](https://evil.example/)", [("other-site", 1)]),
        ("a\n[b](http://x.org/)", [("open-link", 2)]),
        ("<https://x.org/a%20b> [x.org](https://x.org)", []),
    ],
)
def test_a_link_in_a_page_is_looked_at(text: str, found: list[tuple[str, int]]) -> None:
    assert rules(text) == found


def test_the_address_of_a_source_is_looked_at(pack) -> None:
    pack.edit("sources.yml", "https://", "https://leeds.gov.uk@")
    assert [(one.path, one.rule) for one in pack.check()] == [("sources.yml", "bad-link")]
