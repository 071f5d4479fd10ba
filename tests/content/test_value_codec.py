"""Values come back as they were; a field of another kind is refused before anybody draws it."""

from __future__ import annotations

import pytest

from content.model import Library, Theme
from content.value_codec import VALUES, decoded, encoded


def test_what_a_pack_says_of_itself_comes_back(small: Library) -> None:
    tables = (small.themes, small.groups, small.contacts, small.sources)
    values = (small.info, *(tuple(table.values()) for table in tables))
    values += (small.synonyms, small.glossary, small.questions)
    assert decoded(encoded(values)) == values
    assert encoded(decoded(encoded(values))) == encoded(values)


def test_trailing_fields_as_they_would_be_anyway_are_left_out() -> None:
    assert encoded(Theme("a", "A", 1, "")) == b'{"Theme":["a","A",1,""]}'


def test_every_value_is_found_by_its_own_name() -> None:
    assert len({value.__name__ for value in VALUES}) == len(VALUES)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b'{"Nothing":[]}',
        b'{"Theme":[]}',
        b'{"Theme":"abcd"}',
        b'{"Theme":["a","A",1,""],"Group":[]}',
        b'{"Theme":["a","A","1",""]}',
        b'{"Theme":["a","A",true,""]}',
        b'{"Theme":["a","A",10000000000,""]}',
        b'{"Theme":["a",["A"],1,""]}',
        b'{"Theme":["a","A",1,"","","","","",""]}',
        b'{"Theme":["a","A",1e999,""]}',
        b'{"OpenHours":[[0,"1"],1,2]}',
        b'{"Question":["a",[["b",2,3]]]}',
        b'{"Question":["a",[["b","2"]]]}',
        b'{"Status":["else"]}',
        b'{"date":["someday"]}',
        b'{"date":[5]}',
        b"[" * 9000,
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises((TypeError, ValueError)):
        decoded(data)
