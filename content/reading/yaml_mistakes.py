"""What went wrong in YAML, in an author's words: the line is looked at, not what the parser calls it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

_FIELD = r"\s*(?:- +)*[^\s:#'\"-][^:#'\"]*?:"
_MISTAKES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sentence)
    for pattern, sentence in (
        (r"[ -]*\t", "There is a tab at the beginning of this line: use spaces."),
        (
            rf"[\s-]*[\u00a0\u2000-\u200a\u202f\u3000]|{_FIELD}[\u00a0\u2000-\u200a\u202f\u3000]",
            "There is a no-break space in this line: type an ordinary space in its place.",
        ),
        (r"\s*(?:- +)*[A-Za-z_]+:(?!//)[^\s\d]", "Put a space after the colon that follows a field's name."),
        (r"\s*-[^\s-]", "Put a space after the hyphen that begins a row."),
        (
            rf"""(?:{_FIELD}|\s*-)\s+(?:"[^"]*"|'(?:[^']|'')*')\s*[^\s#,\]}}:]""",
            "Words stand after the closing quotation mark: put quotes around the whole value, "
            "and write '' for an apostrophe inside single quotes.",
        ),
        (
            rf'{_FIELD}\s+"[^"]*\\',
            "A backslash means something else in double quotes: use single quotes.",
        ),
        (
            rf"""(?:{_FIELD}|\s*-)\s+(?:"[^"]*|'(?:[^']|'')*)$""",
            "A quotation mark is opened in this line and not closed.",
        ),
        (rf"{_FIELD}\s+\[[^\]]*$", "A list is opened with [ in this line and not closed with ]."),
        (rf"{_FIELD}\s+\{{[^}}]*$", "A {{ is opened in this line and not closed."),
        (
            rf"{_FIELD}\s+(?:[@`%*&!|>?,\]}}]|\[[^\]]*\]\s*[^\s#]|\{{[^}}]*\}}\s*[^\s#]|- )",
            "A value that begins with a sign like this one must stand in quotes.",
        ),
        (
            rf"{_FIELD}\s+[^'\"\[{{|>].*?:(?:\s|$)",
            "A value with a colon in it must stand in quotes.",
        ),
    )
)
_NO_FIELD = "This line is no field: write it as name: value, or indent it to belong to the field above."
_INDENTED = "This line is indented otherwise than the fields beside it: begin them at the same place."
_OTHERWISE = "This line does not fit those above it: look at its indentation and its quotation marks."


def explained(text: str, problem: yaml.MarkedYAMLError) -> tuple[int, str]:
    """The line, counted from 0, on which the mistake was made, and what to do there."""
    lines = text.split("\n")
    for line in _suspects(problem, lines):
        for pattern, sentence in _MISTAKES:
            if pattern.match(lines[line]):
                return line, sentence
    line = next(_suspects(problem, lines), 0)
    if "':'" in str(problem.problem):
        return line, _NO_FIELD
    shaped = re.match(_FIELD, lines[line]) if lines else None
    return line, _INDENTED if shaped else _OTHERWISE


def _suspects(problem: yaml.MarkedYAMLError, lines: Sequence[str]) -> Iterator[int]:
    """Where the parser stopped, where what it was reading began, and the line before."""
    stopped = problem.problem_mark.line if problem.problem_mark else 0
    began = problem.context_mark.line if problem.context_mark else stopped
    reading = str(problem.context)
    near = (began, stopped) if "scalar" in reading or "key" in reading or "flow" in reading else (stopped,)
    for line in dict.fromkeys((*near, stopped - 1, began)):
        if 0 <= line < len(lines):
            yield line
