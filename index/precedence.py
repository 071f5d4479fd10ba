"""Pages that go before others whatever their scores: what to do now goes before what to say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from index.grouping import PageFound
from index.hazards import Danger
from index.tables import Tables

_DO_NOW, _WORDS_TO_USE = "do_now", "prompts"
# Further down nobody looks whether two titles say the same
_LOOKED_AT = 10


def dangers_first(found: Sequence[PageFound], dangers: Sequence[Danger], tables: Tables) -> list[PageFound]:
    """The pages of the dangers that were named, then all others in their order.

    Of several dangers the one named in more words goes first, then the page that answers better.
    """
    known = {page.page: (place, page) for place, page in enumerate(found)}
    best = max((page.score for page in found), default=0.0)
    named = {tables.number_of(danger.page): len(danger.words) for danger in reversed(dangers)}
    numbers = [number for number in named if number is not None]
    numbers.sort(key=lambda number: (-named[number], known[number][0] if number in known else len(found)))
    first = [
        known[number][1] if number in known else PageFound(number, tables.first_of(number), best, 0, ())
        for number in numbers
    ]
    return [
        *(page._replace(score=best) for page in first),
        *(page for page in found if page.page not in named),
    ]


def do_now_first(
    found: Sequence[PageFound], kind_of: Callable[[int], str], is_titled: Callable[[int], bool]
) -> list[PageFound]:
    """Of pages whose titles say all that was typed, those to act by before those with words to use."""
    kinds = {page.page: kind_of(page.page) for page in found[:_LOOKED_AT]}
    if not {_DO_NOW, _WORDS_TO_USE} <= set(kinds.values()):
        return list(found)
    places = [
        place
        for place, page in enumerate(found[:_LOOKED_AT])
        if kinds[page.page] in (_DO_NOW, _WORDS_TO_USE) and is_titled(page.page)
    ]
    ordered = sorted((found[place] for place in places), key=partial(_is_talk, kinds))
    moved = list(found)
    for place, page in zip(places, ordered, strict=True):
        moved[place] = page._replace(score=found[place].score)
    return moved


def _is_talk(kinds: dict[int, str], page: PageFound) -> bool:
    return kinds[page.page] == _WORDS_TO_USE
