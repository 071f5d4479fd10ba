"""What a script reads from a check: the exit code, and the figures in words."""

from __future__ import annotations

import pytest

from content.findings import Finding, error, warning
from desktop.cli.check_command import exit_code, summary

ERROR = error("pages/a.md", 3, "unresolved-page", "There is no page.")
WARNING = warning("pages/a.md", 1, "overdue", "The review was due.")


@pytest.mark.parametrize(
    ("found", "code", "words"),
    [
        ((), 0, "0 errors, 0 warnings"),
        ((WARNING,), 0, "0 errors, 1 warning"),
        ((ERROR,), 1, "1 error, 0 warnings"),
        ((WARNING, ERROR, ERROR, WARNING), 1, "2 errors, 2 warnings"),
    ],
)
def test_only_an_error_fails(found: tuple[Finding, ...], code: int, words: str) -> None:
    assert (exit_code(found), summary(found)) == (code, words)
