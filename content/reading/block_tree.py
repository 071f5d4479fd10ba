"""The parser's flat row of tokens as a tree, without the ways up that would keep it in memory for longer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from markdown_it.token import Token


@dataclass(slots=True)
class BlockNode:
    """A block with its opening token and what stands in it."""

    type: str
    token: Token
    children: list[BlockNode] = field(default_factory=list)

    @property
    def lines(self) -> tuple[int, int]:
        """The first line, counted from 0, and the one after the last; (0, 0) where nothing tells."""
        first, end = self.token.map or (0, 0)
        return first, end


def tree_of(tokens: Iterable[Token]) -> list[BlockNode]:
    """The blocks of a text, each with those inside it."""
    roots: list[BlockNode] = []
    open_nodes = [roots]
    for token in tokens:
        if token.nesting < 0:
            open_nodes.pop()
            continue
        node = BlockNode(token.type.removesuffix("_open"), token)
        open_nodes[-1].append(node)
        if token.nesting > 0:
            open_nodes.append(node.children)
    return roots
