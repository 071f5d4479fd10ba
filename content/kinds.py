"""The kinds of page a pack may hold: one row here and a new kind is known everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of page it is, as the worker sees it; `icon` is the name of a Lucide drawing."""

    id: str
    name: str
    plural: str
    order: int
    icon: str


_ROWS = (
    ("do_now", "Do now", "Do now", "circle-alert"),
    ("signs", "Signs", "Signs", "eye"),
    ("questions", "Questions to ask yourself", "Questions to ask yourself", "circle-help"),
    ("prompts", "Words to use", "Words to use", "message-circle"),
    ("checklist", "Checklist", "Checklists", "list-checks"),
    ("contact", "Contacts", "Contacts", "phone"),
    ("one_minute", "One minute guide", "One minute guides", "clock"),
    ("national_theme", "National theme", "National themes", "book-open"),
    ("emerging_theme", "Emerging theme", "Emerging themes", "trending-up"),
    ("glossary", "Glossary", "Glossaries", "book-a"),
    ("help", "Help", "Help", "info"),
)

KINDS: Mapping[str, Kind] = MappingProxyType(
    {id_: Kind(id_, name, plural, order, icon) for order, (id_, name, plural, icon) in enumerate(_ROWS, 1)}
)
