"""Web addresses that lead where they seem to: a worker copies one and trusts what stands there.

An address is refused where its host can be taken for another: letters that look like Latin ones, a name
before an @, a bare number, a link whose words name another site.
"""

from __future__ import annotations

import re
import unicodedata

OPEN_LINK = "This link begins with http://, so others can read and change what comes: does https:// work?"
_ADDRESS = re.compile(r"(?i)https?://(?P<site>[^/?#]*)")
_HOST = re.compile(r"(?i)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?P<top>[a-z][a-z0-9-]*)(?::\d{1,5})?")
_NAMED = re.compile(
    r"(?P<scheme>https?://)?(?:[^\s/@]+@)?(?P<host>(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,})(?![\w@])",
    re.IGNORECASE,
)
"""A site in the words of a link, in whatever letters."""
_FILES = (
    "pdf",
    "doc",
    "docx",
    "odt",
    "txt",
    "md",
    "html",
    "htm",
    "xls",
    "xlsx",
    "ppt",
    "pptx",
    "csv",
    "png",
    "jpg",
)
"""Endings of files, which are no sites: guide.pdf."""


def why_refused(address: str) -> str:
    """Why this address cannot stand in a pack; empty for one that can."""
    found = _ADDRESS.match(address)
    if found is None:
        return f'"{address[:60]}" is not a web address: begin with https://.'
    site = found["site"]
    if "@" in site:
        return f'"{address[:60]}" leads to what follows the @: leave out the @ and what stands before it.'
    if not site.isascii() or "%" in site or re.search(r"(?i)(?:^|\.)xn--", site):
        return f'"{address[:60]}" may pass for another site: only a-z, 0-9, - and dots can stand in its name.'
    if _HOST.fullmatch(site) is None:
        return f'"{site[:60]}" is not the name of a site: write one such as www.leeds.gov.uk.'
    return ""


def is_open_to_others(address: str) -> bool:
    """Whether what the worker reads there can be read and changed on the way."""
    return address.lower().startswith("http://")


def other_site_named(words: str, address: str) -> str:
    """The site that the words of a link name, if the link leads to another; else empty."""
    found = _ADDRESS.match(address)
    host = _plain(found["site"]) if found else ""
    for named in _NAMED.finditer(unicodedata.normalize("NFKC", words)):
        shown = _plain(named["host"])
        if named["scheme"] is None and shown.rpartition(".")[2] in _FILES:
            continue
        if host != shown and not host.endswith(f".{shown}"):
            return named["host"]
    return ""


def _plain(host: str) -> str:
    return host.lower().partition(":")[0].removeprefix("www.")
