"""What stands behind the links, numbers and tick lines of a page: typed targets, as addresses for Qt."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QUrl

from content.blocks import ContactTarget, PageTarget, Target, WebTarget
from desktop.i18n import N_, _


@dataclass(frozen=True, slots=True)
class TickTarget:
    """The line of this number is ticked or unticked."""

    number: int


LinkTarget = Target | TickTarget

_SPOKEN = {
    PageTarget: N_("Link, {words}"),
    WebTarget: N_("Web address, {words}"),
    ContactTarget: N_("Number, {words}"),
}


def href(target: LinkTarget) -> str:
    """The address that Qt keeps with the words; web addresses are wrapped so that none can pass for ours."""
    match target:
        case PageTarget(page, section):
            return f"page:{page}#{section}" if section else f"page:{page}"
        case ContactTarget(contact):
            return f"contact:{contact}"
        case TickTarget(number):
            return f"tick:{number}"
        case WebTarget(url):
            return f"web:{url}"


def parse_href(address: QUrl | str) -> LinkTarget | None:
    """The target behind an address; None for any address that is not one of ours."""
    text = (
        address if isinstance(address, str) else address.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    )
    scheme, _colon, rest = text.partition(":")
    page, _hash, section = rest.partition("#")
    match scheme:
        case "page" if page:
            return PageTarget(page, section)
        case "contact" if rest:
            return ContactTarget(rest)
        case "tick" if rest.isdecimal():
            return TickTarget(int(rest))
        case "web" if rest.startswith(("https://", "http://")):
            return WebTarget(rest)
    return None


def spoken(target: LinkTarget | None, words: str, ticked: bool) -> str:
    """What a screen reader says when the keyboard lands there."""
    words = " ".join(words.split())
    if isinstance(target, TickTarget):
        state = _("Tick box, ticked, {words}") if ticked else _("Tick box, not ticked, {words}")
        return state.format(words=words)
    return _(_SPOKEN[type(target)]).format(words=words) if target else words
