"""What stands behind a link, as an address for Qt and back; nothing else passes for one of ours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl

from content.blocks import ContactTarget, PageTarget, WebTarget
from desktop.ui.page.links import TickTarget, href, parse_href, spoken

TARGETS = [
    PageTarget("safe-sleep", ""),
    PageTarget("safe-sleep", "every-sleep"),
    ContactTarget("duty"),
    TickTarget(0),
    TickTarget(12),
    WebTarget("https://www.example.org/x?a=b%20c#d"),
    WebTarget("http://example.org"),
]


@pytest.mark.parametrize("target", TARGETS)
def test_each_target_comes_back_from_its_address(target) -> None:
    assert parse_href(href(target)) == target
    assert parse_href(QUrl(href(target))) == target


@pytest.mark.parametrize(
    "address",
    [
        "",
        "page:",
        "page:#section",
        "contact:",
        "tick:",
        "tick:-1",
        "tick:x",
        "web:",
        "web:file:///etc/passwd",
        "web:javascript:alert(1)",
        "https://example.org",
        "file:///etc/passwd",
        "qrc:/icon.svg",
        "data:text/html,x",
    ],
)
def test_no_other_address_leads_anywhere(address: str) -> None:
    assert parse_href(address) is None
    assert parse_href(QUrl(address)) is None


def test_no_web_address_passes_for_a_page_of_ours() -> None:
    assert parse_href(href(WebTarget("page:safe-sleep"))) is None


@pytest.mark.parametrize(
    ("target", "ticked", "said"),
    [
        (PageTarget("x", ""), False, "Link, the words"),
        (WebTarget("https://x"), False, "Web address, the words"),
        (ContactTarget("x"), False, "Number, the words"),
        (TickTarget(1), False, "Tick box, not ticked, the words"),
        (TickTarget(1), True, "Tick box, ticked, the words"),
        (None, False, "the words"),
    ],
)
def test_a_screen_reader_says_what_kind_it_is(target, ticked: bool, said: str) -> None:
    assert spoken(target, "the\u00a0 \n words", ticked) == said
