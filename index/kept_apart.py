"""Words that a stemmer takes for forms of another word, and that mean something else.

Porter2 has a short list of this kind ("news" is not "new"); these are what guidance adds. Each line: the form
under which the words are indexed, then the words.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_LINES = """
    missing: missing
    several: several
    poorly: poorly
    likely: likely
    hardly: hardly
    nearly: nearly
    careful: careful carefully
    evening: evening evenings
    emerging: emerging
    training: training trainings
    housing: housing
    personality: personality personalities
    relative: relative relatives
    conversion: conversion conversions
    business: business businesses
    organised: organised organized
    important: important importantly importance
    united: united
"""

KEPT_APART: Mapping[str, str] = MappingProxyType(
    {
        word: stem
        for stem, _, words in (line.strip().partition(":") for line in _LINES.strip().splitlines())
        for word in words.split()
    }
)
"""Word -> the form under which it is indexed."""
