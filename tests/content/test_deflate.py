"""Parts come back as they were, and nothing that is not one grows beyond its bound."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.deflate import MOST_BYTES, deflated, dictionary_of, inflated
from content.errors import EditionDamagedError

TEXTS = [b'["Ring Duty and Advice on 0113 376 0336. Page %d."]' % number for number in range(50)]


@given(st.binary(max_size=300), st.sampled_from((b"", b"Ring Duty and Advice")))
def test_what_is_deflated_is_inflated_again(data: bytes, dictionary: bytes) -> None:
    assert inflated(deflated(data, dictionary), dictionary) == data


@given(st.binary(max_size=100))
def test_anything_else_is_refused_or_inflated(data: bytes) -> None:
    try:
        inflated(data)
    except EditionDamagedError:
        return


@pytest.mark.parametrize("data", [b"", deflated(b"a part")[:-1], deflated(b"a part") + b"x"])
def test_what_does_not_end_where_it_ends_is_refused(data: bytes) -> None:
    with pytest.raises(EditionDamagedError):
        inflated(data)


def test_what_would_fill_the_memory_is_refused() -> None:
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = deflater.compress(bytes(MOST_BYTES + 1)) + deflater.flush()
    assert len(bomb) < 20_000
    with pytest.raises(EditionDamagedError):
        inflated(bomb)
    with pytest.raises(ValueError, match="too long"):
        deflated(bytes(MOST_BYTES + 1))


def test_words_of_the_pack_make_its_pages_smaller() -> None:
    dictionary = dictionary_of(TEXTS)
    assert b"Duty and" in dictionary
    assert len(deflated(TEXTS[0], dictionary)) < len(deflated(TEXTS[0])) // 2


def test_the_dictionary_is_bounded_and_always_the_same() -> None:
    assert dictionary_of(TEXTS, 30) == dictionary_of(TEXTS, 30)
    assert 0 < len(dictionary_of(TEXTS, 30)) <= 30
    assert dictionary_of([]) == dictionary_of([b"alone"]) == b""
