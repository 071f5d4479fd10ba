"""What can go wrong with the index, each as the sentence a worker reads."""

from __future__ import annotations


class IndexFault(Exception):
    """Search is not available. The guidance itself can still be read by theme and by child group."""


class IndexDamaged(IndexFault):
    """The search index is damaged or belongs to another edition. Build it again from the pack."""


class MaterialUnreadable(IndexFault):
    """The questions or the collection to measure with cannot be read. Correct the line that is named."""
