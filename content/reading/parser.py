"""The Markdown parser, with bounds that no page of guidance needs and no hostile page may cross."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from content.errors import ContentError
from content.reading.references import escape, reference_plugin

DEEPEST = 50  # levels of nesting; the deepest page of guidance has six
LONGEST = 4_000  # characters in a paragraph; the parser's time grows with the square of its length
_MARK = re.compile(r"[\n\\`*_\[\]<&{]")
"""Where a rule for the inside of a paragraph may begin: those of CommonMark and our own."""
_SWALLOWING = ("reference", "lheading", "text_join")
"""Rules by which words are lost or become something else: an address below the text takes its line off the
page, a line of hyphens makes a heading of a sentence, and joined text no longer tells \\* from *."""


class MarkdownTooLargeError(ContentError):
    """The page crosses a bound: the line counted from 0, the rule, and the sentence for the author."""

    def __init__(self, token: Token, rule: str, sentence: str) -> None:
        super().__init__(sentence)
        self.line = token.map[0] if token.map else 0
        self.rule = rule
        self.sentence = sentence


def parse(text: str) -> list[Token]:
    """The tokens of a text; raises MarkdownTooLargeError when it crosses a bound."""
    tokens = _parser().parse(escape(text))
    for token in tokens:
        for child in token.children or ():
            _check_depth(child, token)
    return tokens


def _bounds(state: StateCore) -> None:
    for token in state.tokens:
        _check_depth(token, token)
        if len(token.content) > LONGEST and token.type == "inline":
            sentence = f"This paragraph has more than {LONGEST:,} characters: split it."
            raise MarkdownTooLargeError(token, "too-large", sentence)


def _check_depth(token: Token, located: Token) -> None:
    if token.level > DEEPEST:
        raise MarkdownTooLargeError(located, "nesting", f"This is nested more than {DEEPEST} deep.")


def _inline(state: StateCore) -> None:
    """As the parser does it, but not for words without a mark, which are half of all."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        if _MARK.search(token.content):
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        elif token.content:
            token.children.append(Token("text", "", 0, content=token.content))


@cache
def _parser() -> MarkdownIt:
    """Every mark is recognised, also the forbidden ones, so that they can be pointed at."""
    md = MarkdownIt("commonmark", {"maxNesting": DEEPEST + 10, "html": True}).enable("table")
    md.disable(list(_SWALLOWING))
    container_plugin(md, "box", validate=lambda info, _markup: bool(info.strip()))
    reference_plugin(md)
    md.core.ruler.at("inline", _inline)
    md.core.ruler.after("block", "bounds", _bounds)
    md.normalizeLinkText = lambda link: link  # type: ignore[method-assign]  # an address is read as it is written
    md.validateLink = lambda url: True  # type: ignore[method-assign]  # bad links are ours to name
    return md
