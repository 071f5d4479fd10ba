"""How wide the columns of a table are, where a number in one of them must not be broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QFontMetricsF, QTextLength

from content.blocks import ContactTarget, Runs
from desktop.ui.look.style import Style

_ROOM = 380
"""What a table has at least, as drawn at 100 %: in a box, in the narrowest column that has tables."""
_WORD = 40
"""What a column without a number has at least."""
_BETWEEN = 24
"""Room beside a number, and a full stop behind it."""
_SAFE = 3
"""In fewer columns than these each number has room."""

Lines = Sequence[Sequence[Runs]]


def needs(lines: Lines, style: Style) -> list[float]:
    """What each column needs, in percent of the least room; nothing where no number can be broken."""
    if len(lines[0]) < _SAFE:
        return []
    metrics = QFontMetricsF(style.font("ui", 700))
    columns = [
        {number for runs in column for number in _numbers(runs)} for column in zip(*lines, strict=True)
    ]
    widest = [max(map(metrics.horizontalAdvance, column), default=0.0) for column in columns]
    if not any(widest):
        return []
    least = [one + style.size(_BETWEEN) if one else style.size(_WORD) for one in widest]
    return [100 * one / style.size(_ROOM) for one in least]


def shares(lines: Lines, least: Sequence[float] = ()) -> list[QTextLength]:
    """Widths of the columns in percent, by how much their cells have to say and what they need at least."""
    letters = [sum(len(run.text) for runs in column for run in runs) for column in zip(*lines, strict=True)]
    minimum = sum(letters) / len(letters) / 3  # so that no column is too narrow for a word
    weights = [max(one, minimum, 1) for one in letters]
    wanted = [100 * one / sum(weights) for one in weights]
    grown = _grown(wanted, least or [0.0] * len(wanted))
    return [QTextLength(QTextLength.Type.PercentageLength, one) for one in grown]


def _grown(wanted: Sequence[float], least: Sequence[float]) -> list[float]:
    """None below what it needs; the others give way, each by its part of what it has to spare."""
    grown = [max(one, need) for one, need in zip(wanted, least, strict=True)]
    spare = [one - need for one, need in zip(grown, least, strict=True)]
    part = (sum(grown) - 100) / (sum(spare) or 1)
    return [one - part * more for one, more in zip(grown, spare, strict=True)]


def _numbers(runs: Runs) -> Iterator[str]:
    for run in runs:
        if isinstance(run.target, ContactTarget) and any(map(str.isdigit, run.text)):
            yield run.text
