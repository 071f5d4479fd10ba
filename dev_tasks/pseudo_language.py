"""A language for tests: English in brackets, a third longer, in letters that no English word is written with.

What the window shows in plain letters did not come from a catalogue; what lacks its bracket was cut off.
"""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from desktop.i18n import DOMAIN

LANGUAGE = "en_XA"
"""What Unicode's own locale data call accented English."""

_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ACCENTED = "ÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž"
_LETTERS = str.maketrans(_PLAIN, _ACCENTED)
_FIELD = re.compile(r"(\{[^}]*\})")
_LONGER = 0.3


def pseudo(text: str) -> str:
    """A message as the pseudo-language says it; its fields in braces stay."""
    parts = _FIELD.split(text)
    words = "".join(part if _FIELD.fullmatch(part) else part.translate(_LETTERS) for part in parts)
    return f"[{words}{'~' * round(_LONGER * len(text))}]"


def write_pseudo(template: Catalog, folder: Path) -> None:
    """Write the catalogue where gettext finds it below the folder."""
    catalogue = Catalog(LANGUAGE.partition("_")[0])
    for message in template:
        if isinstance(message.id, str):
            catalogue.add(message.id, pseudo(message.id) if message.id else "")
        else:
            catalogue.add(tuple(message.id), tuple(map(pseudo, message.id)))
    file = folder / LANGUAGE / "LC_MESSAGES" / f"{DOMAIN}.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as out:
        write_mo(out, catalogue)
