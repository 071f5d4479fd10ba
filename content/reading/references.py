"""The marks that Markdown lacks: {contact:id}, [[page-id#section|words]], {glossary} and {from:source}."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

GLOSSARY = "{glossary}"
"""A paragraph of this alone becomes a table of every term in glossary.yml."""
CONTACT = "contact_reference"
PAGE = "page_reference"
FROM = "source_reference"
"""{from:key,key} behind a statement or a heading: where it comes from. It is never shown."""

_CONTACT = re.compile(r"\{contact:\s*([a-z0-9_-]+)\s*\}")
_PAGE = re.compile(r"\[\[([a-z0-9_-]+)(?:#([a-z0-9_-]+))?(?:[|\ue000]([^\[\]|\ue000]+))?\]\]")
_FROM = re.compile(r"\{from:[ \t]*([a-z0-9_-]+(?:[ \t]*,[ \t]*[a-z0-9_-]+)*)[ \t]*\}")
_PAGE_LIKE = re.compile(r"\[\[[^\[\]]*\]\]")
_SHIELD = "\ue000"  # stands for the | of a page reference, which would end the cell of a table


def escape(text: str) -> str:
    """Keep the | of page references out of the table's hands."""
    return _PAGE_LIKE.sub(lambda found: found[0].replace("\\|", _SHIELD).replace("|", _SHIELD), text)


def unescape(text: str) -> str:
    """The author's own words again."""
    return text.replace(_SHIELD, "|")


def reference_plugin(md: MarkdownIt) -> None:
    """Teach the parser these marks; they win over links and emphasis."""
    md.inline.ruler.before("link", PAGE, _page)
    md.inline.ruler.before("link", CONTACT, _contact)
    md.inline.ruler.before("link", FROM, _from)


def _page(state: StateInline, silent: bool) -> bool:
    return _mark(state, silent, PAGE, _PAGE)


def _contact(state: StateInline, silent: bool) -> bool:
    return _mark(state, silent, CONTACT, _CONTACT)


def _from(state: StateInline, silent: bool) -> bool:
    return _mark(state, silent, FROM, _FROM)


def _mark(state: StateInline, silent: bool, name: str, pattern: re.Pattern[str]) -> bool:
    found = pattern.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        token = state.push(name, "", 0)
        token.content = found[0]
        token.meta = {"parts": tuple(part or "" for part in found.groups())}
    state.pos = found.end()
    return True
