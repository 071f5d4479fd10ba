"""One record, as it stands in a file of a pack, ready to be read field by field."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from content.reading.diagnostics import Diagnostics
from content.reading.record_reader import RecordReader
from content.reading.yaml_nodes import MappingNode, read_nodes

MakeRecord = Callable[[str], tuple[RecordReader, Diagnostics]]


@pytest.fixture
def record() -> MakeRecord:
    def made(text: str) -> tuple[RecordReader, Diagnostics]:
        diagnostics = Diagnostics()
        node = read_nodes(text, "x.yml", diagnostics)
        assert isinstance(node, MappingNode)
        return RecordReader(node, "x.yml", diagnostics), diagnostics

    return made
