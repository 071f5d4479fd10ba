"""An index is opened only when it is whole and ours; one made to run code is refused before it can."""

from __future__ import annotations

import gc
import hashlib
import mmap
import os
import pickle
import struct
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import engine, safe_pickle
from index.build import build_index, content_hash
from index.container import BLOCK_SIZE, Part, read_container, write_container
from index.engine import Engine, open_index
from index.errors import IndexDamagedError
from index.hits import Hit
from index.schema import STEMMED
from index.searcher import Searcher
from tests.index.made import ask, library

ROOT = Path(__file__).parent.parent.parent
LIBRARY = library({"page": ("Title", "A bruise on a baby."), "other": ("Other", "Nothing of note.")})
HASH = content_hash(LIBRARY)
BLOB = build_index(LIBRARY)
FILES = {name: bytes(part.whole()) for name, part in read_container(BLOB, HASH, engine.FILES).items()}
TERMS, POSTINGS = (next(name for name in FILES if name.endswith(end)) for end in (".trm", ".pst"))


class Payload:
    """Unpickling this makes a folder: what an attacker would do with more imagination."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __reduce__(self) -> tuple[Callable[..., None], tuple[str]]:
        return os.mkdir, (str(self.folder),)


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    return tmp_path / "the-payload-ran"


def test_the_payload_is_a_real_one(trap: Path) -> None:
    pickle.loads(pickle.dumps(Payload(trap)))
    assert trap.exists()


def test_a_whole_index_opens() -> None:
    opened = open_index(BLOB, HASH)
    (section,), (code,) = opened.postings("bruis")
    assert (section, opened.tables.patterns[code]) == (0, (0, 0, 0, 0, 1, 1))


def test_the_same_library_gives_the_same_bytes() -> None:
    assert build_index(LIBRARY) == BLOB


def test_another_text_has_another_hash() -> None:
    assert content_hash(library({"page": ("Title", "A bruise on a baby!")})) != HASH


def refused(files: Mapping[str, bytes]) -> None:
    """Written by someone who knows our form and every hash."""
    with pytest.raises(IndexDamagedError):
        read_through(write_container(files, HASH))


def read_through(blob: bytes) -> Engine:
    opened = open_index(blob, HASH)
    for word in ("bruis", "babi", "titl"):
        opened.postings(word)
        opened.document_frequency(word)
        opened.largest_field(word)
    for word in opened.title_words(""):
        opened.pages_titled(word)
    tables = opened.tables
    assert len(tables.vocabulary.words[:]) == len(tables.vocabulary.counts)
    assert {len(tables.lengths[field]) for field in STEMMED} == {tables.count}
    assert len(tables.title_lengths) == len(tables.pages[:])
    tables.number_of("page")
    tables.synonyms()
    return opened


@pytest.mark.parametrize("name", ["_sections_1.toc", "sections_1.seg", "../sections_1.pst"])
def test_files_that_do_not_belong_are_refused(name: str, trap: Path) -> None:
    refused({**FILES, name: pickle.dumps(Payload(trap))})
    assert not trap.exists()


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_that_is_not_there_is_refused(name: str) -> None:
    refused({other: data for other, data in FILES.items() if other != name})


def test_a_payload_among_the_facts_of_the_terms_is_refused(trap: Path) -> None:
    """The end of the terms file holds a pickle that Whoosh reads when it opens the file."""
    terms = FILES[TERMS]
    start = terms.rindex(pickle.PROTO + bytes((pickle.HIGHEST_PROTOCOL,)))
    evil = pickle.dumps(Payload(trap))
    refused({**FILES, TERMS: terms[:start] + evil + struct.pack("!i", len(evil))})
    assert not trap.exists()


def test_a_payload_as_the_facts_of_a_block_is_refused(trap: Path) -> None:
    evil = pickle.dumps(Payload(trap))
    block = b"W3Bl" + struct.pack("!i", -len(evil)) + evil
    refused({**FILES, POSTINGS: overwritten(FILES[POSTINGS], block)})
    assert not trap.exists()


def test_a_payload_as_the_data_of_a_block_is_refused(trap: Path) -> None:
    evil = pickle.dumps((1, 0, 1.0, 0, 1, 1)) + pickle.dumps(Payload(trap))
    block = b"W3Bl" + struct.pack("!i", -len(evil)) + evil
    refused({**FILES, POSTINGS: overwritten(FILES[POSTINGS], block)})
    assert not trap.exists()


def overwritten(postings: bytes, block: bytes) -> bytes:
    """Every posting list begins with the block."""
    starts = [at for at in range(len(postings)) if postings.startswith(b"W3Bl", at)]
    changed = bytearray(postings + b"\0" * len(block))
    for at in starts:
        changed[at : at + len(block)] = block
    return bytes(changed)


def attack(where: str, guarded: str, trap: Path) -> str:
    """Whoosh's own way of opening an index, in a process of its own."""
    script = ROOT / "tests" / "index" / "crafted_index.py"
    run = subprocess.run(
        [sys.executable, "-W", "ignore", str(script), where, guarded, str(trap)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout


@pytest.mark.parametrize("where", ["schema", "segments", "seg"])
def test_even_whooshs_own_way_in_runs_no_code(where: str, trap: Path) -> None:
    """We never take that way; were it taken by mistake, the same refusal would meet the payload."""
    told = attack(where, "guarded", trap)
    assert told.startswith("IndexDamagedError")
    assert "mkdir" in told
    assert not trap.exists()


@pytest.mark.parametrize("where", ["schema", "segments", "seg"])
def test_the_attacks_are_real_ones(where: str, trap: Path) -> None:
    attack(where, "bare", trap)
    assert trap.exists()


@pytest.mark.parametrize(
    "value", [{"a": (1, 2.5, None)}, [b"bytes", "text"], ((0, 1), None, None)], ids=["dict", "list", "tuple"]
)
def test_plain_values_are_read(value: object) -> None:
    assert safe_pickle.loads(pickle.dumps(value)) == value


@pytest.mark.parametrize(
    "name", [b"cos\nsystem\n.", b"cbuiltins\neval\n.", b"c_codecs\nencode\n.", b"cwhoosh\nx\n."]
)
def test_no_name_whatever_is_looked_up(name: bytes) -> None:
    with pytest.raises(IndexDamagedError):
        safe_pickle.loads(name)


@given(st.integers(0, len(BLOB) - 1), st.integers(1, 255))
def test_one_flipped_byte_is_noticed(at: int, flip: int) -> None:
    damaged = bytearray(BLOB)
    damaged[at] ^= flip
    with pytest.raises(IndexDamagedError):
        read_all(damaged)


def read_all(blob: bytearray) -> None:
    for part in read_container(blob, HASH, engine.FILES).values():
        part.whole()


WORDS = ("bruise", "a", "baby of", "brusie", "other ", "0113")


def answers(blob: bytes) -> list[tuple[Hit, ...]]:
    searcher = Searcher(open_index(blob, HASH), LIBRARY)
    return [ask(searcher, words).hits for words in WORDS]


@given(st.integers(0, len(BLOB) - 1), st.integers(1, 255))
def test_damage_is_told_or_makes_no_difference(at: int, flip: int) -> None:
    """What is not read is not checked, so damage may pass unseen: never with another answer."""
    damaged = bytearray(BLOB)
    damaged[at] ^= flip
    with suppress(IndexDamagedError):
        assert answers(bytes(damaged)) == answers(BLOB)


def test_a_block_is_checked_when_it_is_first_touched() -> None:
    data = bytes(range(256)) * (3 * BLOCK_SIZE // 256)
    blob = bytearray(write_container({"part": data}, HASH))
    blob[-BLOCK_SIZE // 2] ^= 1  # in the last of three blocks
    (part,) = read_container(blob, HASH, frozenset({"part"})).values()
    assert part.read(BLOCK_SIZE - 4, BLOCK_SIZE + 4) == data[BLOCK_SIZE - 4 : BLOCK_SIZE + 4]
    assert part.read(0, 2 * BLOCK_SIZE) == data[: 2 * BLOCK_SIZE]
    for start, stop in ((2 * BLOCK_SIZE, 2 * BLOCK_SIZE + 1), (2 * BLOCK_SIZE - 1, 2 * BLOCK_SIZE + 1)):
        with pytest.raises(IndexDamagedError):
            part.read(start, stop)


@pytest.mark.parametrize(("start", "stop"), [(-1, 1), (0, 101), (2, 1)])
def test_nothing_is_read_beside_a_part(start: int, stop: int) -> None:
    parts = read_container(write_container({"a": b"a" * 100, "b": b"b"}, HASH), HASH, frozenset("ab"))
    with pytest.raises(IndexDamagedError):
        parts["a"].read(start, stop)


def test_a_part_is_a_view_of_the_blob() -> None:
    """A second copy of the index would double what search costs."""
    part: Part = read_container(BLOB, HASH, engine.FILES)[POSTINGS]
    assert part.whole().obj is BLOB


def test_an_index_is_opened_in_a_mapped_file(tmp_path: Path) -> None:
    file = tmp_path / "index"
    file.write_bytes(BLOB)
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        view = memoryview(mapped)
        engine_ = open_index(view, HASH)
        assert list(engine_.postings("bruis")[0]) == [0]
        del engine_, view
        gc.collect()


@given(st.integers(0, len(BLOB) - 1))
def test_a_torn_index_is_noticed(length: int) -> None:
    with pytest.raises(IndexDamagedError):
        open_index(BLOB[:length], HASH)


@given(st.binary(max_size=400))
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(IndexDamagedError):
        open_index(data, HASH)


def test_the_index_of_another_edition_is_refused() -> None:
    with pytest.raises(IndexDamagedError):
        open_index(BLOB, hashlib.sha256(b"other").hexdigest())


@given(st.sampled_from(sorted(FILES)), st.data())
def test_damage_below_right_hashes_stays_a_plain_refusal(name: str, data: st.DataObject) -> None:
    """Who can write the digest can write nonsense: it may be refused or found empty, never anything else."""
    content = bytearray(FILES[name])
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(IndexDamagedError):
        read_through(write_container({**FILES, name: bytes(content)}, HASH))
