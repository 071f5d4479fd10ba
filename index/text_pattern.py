"""Words found in a text in whichever way they are written there: the find bar and the marks of a page.

What is typed is read as the search reads it (`index.query`), and a letter of it stands for every letter of
the text that the search takes for the same (`index.folding`). It becomes one regular expression over the text
as it is, so that the places found are places in the text, and a long page is looked through without a copy.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from index.analysis import WORD, Analysis
from index.compounds import may_be_part
from index.folding import SPELT_OUT, letters
from index.numbers import readings
from index.query import Caps, Term, read_query
from index.signs import APOSTROPHES, DASHES, HYPHENS, INVISIBLE, MARKS, QUOTES, SPACES

_CAPS = Caps(characters=400, terms=60)
# Between two words no more than this: a line's end, the gap of a table
_GAPS, _PERHAPS_GAPS = "{1,8}", "{0,8}"
_HYPHEN, _HYPHEN_OR_SPACE = f"[{HYPHENS}]?", f"[{DASHES}{SPACES}.]{{0,2}}"
_MARK = re.compile(f"[{MARKS}{INVISIBLE}]")
_DIGIT_GAP = f"[{DASHES}{SPACES}./·(),]{{0,3}}"
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
# How a number begins that is dialled within the country, or from abroad
_TRUNK, _LONG_NUMBER = "0", 10
# Signs of one meaning; and those behind a word that say it may go on
_SIGNS = (QUOTES, APOSTROPHES, DASHES)
_MAY_GO_ON = re.compile(rf"[*{DASHES}{APOSTROPHES}\s]*")

Span = tuple[int, int]


class _Phrase(NamedTuple):
    """What is looked for: its words, and the signs before and behind them."""

    terms: tuple[Term, ...]
    head: str
    tail: str


class TextPattern:
    """Finds any of some words or phrases in a text that may grow; `whole_words` takes no part of a word.

    Attributes:
        _letter: what is part of a word, as the inside of a class.
        _alphabet: the signs beyond ASCII that were met so far.
        _spellings: a letter, or two or three that are one sign -> the signs of the alphabet for it.
    """

    def __init__(self, wanted: Iterable[str], whole_words: bool = False) -> None:
        texts = sorted({text.strip() for text in wanted if text.strip()}, key=len, reverse=True)
        self._phrases = [_read(text) for text in texts]
        self._whole_words = whole_words
        self._alphabet: set[str] = set()
        self._spellings: dict[str, set[str]] = {}
        self._letter = r"\w"
        self._pattern = self._compiled()

    def spans(self, text: str, start: int = 0) -> Iterator[Span]:
        """Where they stand in the text, from `start` on."""
        if not self._phrases:
            return
        if new := set(_BEYOND_ASCII.findall(text, start)) - self._alphabet:
            self._learn(new)
        for match in self._pattern.finditer(text, start):
            if match.lastgroup is None or self._is_apart(match.group(), match.lastgroup):
                yield match.span()

    def _learn(self, signs: Iterable[str]) -> None:
        for sign in signs:
            self._alphabet.add(sign)
            for spelling in (letters(sign), SPELT_OUT.get(sign.lower())):
                if spelling is not None:
                    self._spellings.setdefault(spelling, set()).add(sign)
        self._letter = r"\w" + "".join(sign for sign in sorted(self._alphabet) if _MARK.match(sign))
        self._pattern = self._compiled()

    def _compiled(self) -> re.Pattern[str]:
        return re.compile("|".join(self._either(number) for number in range(len(self._phrases))))

    def _either(self, number: int) -> str:
        """A phrase as it stands; from the beginning of a word also with gaps that may be there or not."""
        phrase = self._phrases[number]
        if not phrase.terms:
            return "".join(map(_sign, phrase.head))
        ends = f"(?![{self._letter}])"
        first, *joined = self._pieces(phrase, _PERHAPS_GAPS, _HYPHEN)
        if self._whole_words:
            return f"(?<![{self._letter}]){first}{''.join(joined)}{ends}"
        _, *as_it_is = self._pieces(phrase, _GAPS, "")
        _, *apart = self._pieces(phrase, _PERHAPS_GAPS, _HYPHEN_OR_SPACE)
        # looked for behind the first letter: that one alone is looked for everywhere
        begins = f"(?<![{self._letter}].)" if first.startswith("[") else ""
        stands = f"(?:{begins if phrase.head else ''}{''.join(as_it_is)}|{begins}{''.join(joined)})"
        stands += "" if _MAY_GO_ON.fullmatch(phrase.tail) else ends
        return f"{first}(?:{stands}|(?P<apart{number}>{begins}{''.join(apart)}{ends}))"

    def _pieces(self, phrase: _Phrase, gaps: str, in_word: str) -> Iterator[str]:
        """What the phrase is written with, its first letter first, the accents of its last letter last."""
        for number, term in enumerate(phrase.terms):
            if number:
                yield f"{self._unseen()}[^{self._letter}]{gaps}"
            if term.parts:
                yield from self._number(readings(term.word))
            else:
                yield from self._word(term.word if term.word.isdigit() else letters(term.typed), in_word)
        if points := "".join(sign for sign in sorted(self._spellings.get("", ())) if _MARK.match(sign)):
            yield f"[{points}]*"

    def _number(self, digits: Sequence[str]) -> Iterator[str]:
        """A number; a long one with the code of the trunk or that of the country."""
        first, *others = self._word(digits[-1], _HYPHEN)
        if digits[-1].startswith(_TRUNK) and (len(digits) > 1 or len(digits[0]) >= _LONG_NUMBER):
            four = self._unit("4", "")
            abroad = f"{four}{_DIGIT_GAP}(?:{first}{_DIGIT_GAP})?"
            yield _one_of(self._ways("0") | self._ways("4"))
            yield f"(?:(?<={first})(?:{first}{four}{abroad})?|(?<={four}){abroad})"
        else:
            yield first
        yield from others

    def _word(self, word: str, gap: str) -> Iterator[str]:
        """The letters of a word, between them what the search does not see and perhaps a gap."""
        unseen, at = self._unseen(), 0
        while at < len(word):
            length = next((size for size in (3, 2) if word[at : at + size] in self._spellings), 1)
            between = f"{unseen}{_gap(word[at - 1], word[at], gap)}{unseen}" if at else ""
            yield between + self._unit(word[at : at + length], unseen)
            at += length

    def _unseen(self) -> str:
        return f"[{APOSTROPHES}{''.join(sorted(self._spellings.get('', ())))}]*"

    def _unit(self, unit: str, unseen: str) -> str:
        """A letter in all its ways, or letters that may be one sign."""
        written = unseen.join(_one_of(self._ways(letter)) for letter in unit)
        return written if len(unit) == 1 else f"(?:{written}|{_one_of(self._spellings[unit])})"

    def _ways(self, letter: str) -> set[str]:
        return {letter, letter.upper(), *self._spellings.get(letter, ())}

    def _is_apart(self, found: str, group: str) -> bool:
        """Whether what was found with gaps in its words is these words in two parts each, and no chance."""
        terms = self._phrases[int(group.removeprefix("apart"))].terms
        known = {letters(term.typed) for term in terms}
        parts = list(map(letters, WORD.findall(found)))
        in_two = len(parts) <= 2 * len(terms) and all(part in known or may_be_part(part) for part in parts)
        return in_two or any(c.isdigit() for c in found)


def _read(text: str) -> _Phrase:
    terms = read_query(text, Analysis(str), _CAPS).terms
    spans = [match.span() for match in WORD.finditer(text)]
    if not terms or not spans:
        return _Phrase((), text, "")
    head, tail = text[: spans[0][0]], text[spans[-1][1] :]
    return _Phrase(terms, _MARK.sub("", head).strip(), _MARK.sub("", tail).strip())


def _gap(before: str, letter: str, gap: str) -> str:
    """What may stand between two letters: digits are less bound to each other, and to letters."""
    if not gap:
        return ""
    digits = before.isdigit() + letter.isdigit()
    return _DIGIT_GAP if digits == 2 else _HYPHEN_OR_SPACE if digits else gap


def _sign(sign: str) -> str:
    same = next((signs for signs in _SIGNS if re.fullmatch(f"[{signs}]", sign)), re.escape(sign))
    return f"[{same}]"


def _one_of(signs: Collection[str]) -> str:
    """Any of these, one of which may be more than one character."""
    escaped = list(map(re.escape, sorted(signs)))
    return f"[{''.join(escaped)}]" if max(map(len, signs)) == 1 else f"(?:{'|'.join(escaped)})"
