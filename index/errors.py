"""What can go wrong with the index, each as the sentence a worker reads."""

from __future__ import annotations

from content.errors import HandrailError


class SearchIndexError(HandrailError):
    """Search is not available. The guidance itself can still be read by theme and by child group."""


class IndexDamagedError(SearchIndexError):
    """The search index is damaged or belongs to another edition. Build it again from the pack."""


class EvaluationDataError(SearchIndexError):
    """The questions or the collection to measure with cannot be read. Correct the line that is named."""


class SearchCancelledError(SearchIndexError):
    """A newer question has come, so the answer to this one is not worked out to its end."""
