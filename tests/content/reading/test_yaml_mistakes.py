"""A mistake in YAML is told once, on its own line, in words that say what to do; by both readers alike."""

from __future__ import annotations

import pytest
import yaml

from content.reading import yaml_nodes
from content.reading.diagnostics import Diagnostics
from content.reading.yaml_nodes import read_nodes


@pytest.fixture(autouse=True, params=["libyaml", "Python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "Python":
        monkeypatch.setattr(yaml_nodes, "_Loader", yaml.SafeLoader)
    elif not hasattr(yaml, "CSafeLoader"):
        pytest.skip("this PyYAML has no libyaml")


def told(text: str) -> list[tuple[int, str]]:
    diagnostics = Diagnostics()
    read_nodes(text, "x.yml", diagnostics)
    return [(finding.line, finding.sentence) for finding in diagnostics.findings]


MISTAKES: dict[str, tuple[str, int, str]] = {
    "tab before a list": ("themes:\n\t- t\n", 2, "tab"),
    "tab before a field": ("- id: a\n\ttitle: b\n", 2, "tab"),
    "colon": ("kind: x\nsummary: Don't: ring\n", 2, "colon"),
    "colon in a row": ("a:\n- x: y: z\n", 2, "colon"),
    "colon between curly quotes": ("title: “a: b”\n", 1, "colon"),
    "quotation mark not closed": ('kind: x\ntitle: "abc\nowner: y\n', 2, "not closed"),
    "words after a quotation": ('title: "abc" def\nkind: x\n', 1, "quotes around the whole value"),
    "apostrophe in single quotes": ("title: 'Don't'\nkind: x\n", 1, "apostrophe"),
    "at sign": ("title: @x\n", 1, "quotes"),
    "percent sign": ("title: %x\n", 1, "quotes"),
    "star": ("title: **Ring** now\n", 1, "quotes"),
    "alias": ("title: *Ring\n", 1, "quotes"),
    "ampersand": ("title: &x y\n", 1, "quotes"),
    "exclamation mark": ("title: !x y\n", 1, "quotes"),
    "words after a bracket": ("title: [x] y\nkind: z\n", 1, "quotes"),
    "greater than": ("title: > 5 bruises\nkind: y\n", 1, "quotes"),
    "bracket not closed": ("kind: z\nthemes: [x, y\nowner: z\n", 2, "not closed"),
    "no space after the colon": ("title: x\nkind:signs\n", 2, "space after the colon"),
    "no space after the first colon": ("kind:signs\ntitle: x\n", 1, "space after the colon"),
    "no space after the hyphen": ("a:\n- x\n-y\n", 3, "space after the hyphen"),
    "no-break space": ("title:\u00a0x\nkind: y\n", 1, "no-break space"),
    "too far in": ("title: x\n  kind: y\n", 2, "indented"),
    "not far enough in": ("- id: a\n name: b\n", 2, "indented"),
    "no name": ("title: x\nwords\nkind: y\n", 2, "no field"),
    "backslash": ('title: "C:\\dir"\n', 1, "backslash"),
    "comment behind words": ("title: Step #1 ring, step #2 write\n", 1, '"#1 ring, step #2 write"'),
    "comment in place of words": ("kind: x\ntitle: #1 rule\n", 2, '"#1 rule"'),
    "comment behind a quotation": ("title: 'a # b' # c\n", 1, '"# c"'),
    "comment behind a list": ("themes: [a, b] # c\n", 1, '"# c"'),
    "comment behind a name": ("themes: # c\n- a\n", 1, '"# c"'),
    "comment behind a bar": ("title: |  # c\n  words # d\n", 1, '"# c"'),
    "directive": ("%YAML 1.1\n---\na: b\n", 1, "%YAML"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_once_where_it_stands(name: str) -> None:
    text, line, words = MISTAKES[name]
    ((found, sentence),) = told(text)
    assert found == line
    assert words in sentence


@pytest.mark.parametrize(
    "text",
    [
        "# a\nb: c\n  # d\ne: 'f # g'\n",
        "a: b#c\n",
        "a: |\n  # b\n  c # d\n",
        'a: "b # c"\n',
        "a: at 9:00\n",
        "",
        "# a\n",
    ],
)
def test_comments_on_lines_of_their_own_and_signs_in_values_are_fine(text: str) -> None:
    assert told(text) == []
