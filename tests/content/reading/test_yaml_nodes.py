"""YAML stays text: no value changes its meaning, every line is known, and what is hostile is refused."""

from __future__ import annotations

import pytest
import yaml

from content.reading import yaml_nodes
from content.reading.diagnostics import Diagnostics
from content.reading.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode, read_nodes


@pytest.fixture(autouse=True, params=["libyaml", "Python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not every platform has libyaml: both readers must understand a pack alike."""
    if request.param == "Python":
        monkeypatch.setattr(yaml_nodes, "_Loader", yaml.SafeLoader)
    elif not hasattr(yaml, "CSafeLoader"):
        pytest.skip("this PyYAML has no libyaml")


def read(text: str, first_line: int = 1) -> tuple[Node | None, list[tuple[int, str]]]:
    diagnostics = Diagnostics()
    node = read_nodes(text, "x.yml", diagnostics, first_line)
    return node, [(finding.line, finding.rule) for finding in diagnostics.findings]


@pytest.mark.parametrize(
    "words", ["yes", "no", "0113", "09:00", "1e3", "0x10", "2026-11-23", "1_000", "on", "Null", "~x", ".5"]
)
def test_a_value_is_what_the_author_wrote(words: str) -> None:
    assert read(f"field: {words}") == (
        MappingNode({"field": ScalarNode(words, 1)}, {"field": 1}, 1),
        [],
    )


@pytest.mark.parametrize("words", ["", "~", "null"])
def test_nothing_is_nothing(words: str) -> None:
    node, found = read(f"field: {words}")
    assert isinstance(node, MappingNode)
    assert (node.values["field"], found) == (ScalarNode("", 1), [])


def test_lines_are_those_of_the_file() -> None:
    node, found = read("a: x\nb:\n- one\n- two\nc: |\n  words\n", first_line=10)
    assert found == []
    assert isinstance(node, MappingNode)
    assert node.lines == {"a": 10, "b": 11, "c": 14}
    assert node.values["b"] == SequenceNode((ScalarNode("one", 12), ScalarNode("two", 13)), 12)
    assert node.values["c"] == ScalarNode("words\n", 15)  # a text begins below its name


def test_of_two_fields_with_one_name_the_first_stays() -> None:
    node, found = read("a: x\na: y\n")
    assert isinstance(node, MappingNode)
    assert (node.values["a"], found) == (ScalarNode("x", 1), [(2, "duplicate-field")])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: &x 1\nb: *x\n", 1),
        ("a: 1\nb: !!python/object:os.system x\n", 2),
        ("a: !!str 1\n", 1),
        ("a: 1\n---\nb: 2\n", 2),
        ("a: " + "[" * 20 + "]" * 20, 1),
        ("? [a, b]\n: 1\n", 1),
        ('a: "\\u202E0113"\n', 1),
        ("a: [1\n", 1),
        ("a: 1\nb: @x\n", 2),
    ],
)
def test_what_has_no_place_in_a_pack_is_refused_with_its_line(text: str, line: int) -> None:
    assert read(text) == (None, [(line, "yaml")])
