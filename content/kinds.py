"""The kinds of page a pack may hold: one row here and a new kind is known everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from content.translatable import N_


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of page it is; `icon` is the name of a Lucide drawing.

    Whoever shows `name` or `plural` translates it.
    """

    id: str
    name: str
    plural: str
    order: int
    icon: str


_ROWS = (
    ("do_now", N_("Do now"), N_("Do now"), "circle-alert"),
    ("signs", N_("Signs"), N_("Signs"), "eye"),
    ("questions", N_("Questions to ask yourself"), N_("Questions to ask yourself"), "circle-help"),
    ("prompts", N_("Words to use"), N_("Words to use"), "message-circle"),
    ("checklist", N_("Checklist"), N_("Checklists"), "list-checks"),
    ("contact", N_("Contacts"), N_("Contacts"), "phone"),
    ("one_minute", N_("One minute guide"), N_("One minute guides"), "clock"),
    ("national_theme", N_("National theme"), N_("National themes"), "book-open"),
    ("emerging_theme", N_("Emerging theme"), N_("Emerging themes"), "trending-up"),
    ("glossary", N_("Glossary"), N_("Glossaries"), "book-a"),
    ("help", N_("Help"), N_("Help"), "info"),
)

KINDS: Mapping[str, Kind] = MappingProxyType(
    {id_: Kind(id_, name, plural, order, icon) for order, (id_, name, plural, icon) in enumerate(_ROWS, 1)}
)
