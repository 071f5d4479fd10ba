"""The common words of English, so that a real word is never taken for a misspelling.

They come from pyspellchecker (MIT licence), which counts the words of film subtitles and leaves out what no
dictionary has. It is read when an index is built and never in a bundle: an index holds a checksum of each
word, four bytes. One in 100,000 misspellings passes for a word by chance.
"""

from __future__ import annotations

import gzip
import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from zlib import crc32

# Words seen less often there are no words that a worker types, and too many to carry
_SEEN = 100
# Shorter words are taken as they are anyway
_SHORTEST = 4
# The list is American: endings, then whole parts of words, each also in its British spelling
_BRITISH_ENDINGS = (
    *(("ize", "ise"), ("ized", "ised"), ("izes", "ises"), ("izing", "ising"), ("ization", "isation")),
    *(("yze", "yse"), ("yzed", "ysed"), ("yzing", "ysing"), ("izer", "iser"), ("ense", "ence")),
    *(("eled", "elled"), ("eling", "elling"), ("eler", "eller"), ("aled", "alled"), ("aling", "alling")),
)
_PARTS = """
    color:colour behavior:behaviour neighbor:neighbour favor:favour honor:honour humor:humour
    labor:labour rumor:rumour harbor:harbour flavor:flavour vapor:vapour tumor:tumour odor:odour
    savior:saviour center:centre theater:theatre liter:litre meter:metre fiber:fibre gray:grey
    pajama:pyjama mold:mould plow:plough jewelry:jewellery pediatric:paediatric pedophil:paedophil
    gynec:gynaec anesth:anaesth hemorrh:haemorrh diarrhea:diarrhoea fetus:foetus fetal:foetal
    program:programme mom:mum skeptic:sceptic maneuver:manoeuvre counselor:counsellor enroll:enrol
    fulfill:fulfil checkbook:chequebook
"""
_BRITISH_PARTS = [pair.split(":") for pair in _PARTS.split()]


@cache
def checksums() -> Sequence[int]:
    """The checksum of each common word, in rising order."""
    return sorted({_checksum(word) for word in _words()})


def is_among(word: str, common: Sequence[int]) -> bool:
    """Whether a word is one of those, by its checksum."""
    checksum = _checksum(word)
    at = bisect_left(common, checksum)
    return at < len(common) and common[at] == checksum


def _words() -> Iterator[str]:
    packed = files("spellchecker").joinpath("resources", "en.json.gz").read_bytes()
    for word, seen in json.loads(gzip.decompress(packed)).items():
        if seen >= _SEEN and len(word) >= _SHORTEST and word.isascii() and word.isalpha():
            yield word
            yield from _in_british(word)


def _in_british(word: str) -> Iterator[str]:
    for american, british in _BRITISH_ENDINGS:
        if word.endswith(american):
            yield word.removesuffix(american) + british
    for american, british in _BRITISH_PARTS:
        if american in word:
            yield word.replace(american, british)


def _checksum(word: str) -> int:
    return crc32(word.encode(errors="replace"))
