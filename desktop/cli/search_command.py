"""`search WORDS`: the same search as in the window, for a terminal or another program."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from content.model import Library
from desktop.app_paths import AppPaths, program_folder
from desktop.cli.print_json import print_json
from desktop.danger_contacts import usual_lines
from desktop.edition.editions import Edition, open_edition
from desktop.i18n import _
from desktop.options import Options
from index.hits import CUT, MOST_LETTERS, MOST_WORDS, Answer, Hit


def run_search(options: Options, paths: AppPaths) -> int:
    """Print what the guidance has for the words; finding nothing is an answer, not a failure."""
    edition = open_edition(program_folder(), options.pack, paths.cache_folder)
    if edition.notice:
        print(edition.notice, file=sys.stderr)
    answer = _ask(edition, options)
    if answer.cut:
        print(_(CUT).format(letters=MOST_LETTERS, words=MOST_WORDS), file=sys.stderr)
    if options.as_json:
        print_json([_row(hit, place <= len(answer.good_hits)) for place, hit in enumerate(answer.hits, 1)])
    else:
        print("\n".join(_lines(answer, edition.library)))
    return 0


def _ask(edition: Edition, options: Options) -> Answer:
    from index.engine import open_index  # whoosh is loaded only by a search
    from index.searcher import Searcher

    engine = open_index(edition.index_blob(), edition.content_hash)
    answer = Searcher(engine, edition.library).search(options.words, limit=options.limit, rerank=True)
    assert answer is not None  # only a question that is no longer wanted is given up
    return answer


def _row(hit: Hit, good: bool) -> dict[str, object]:
    return {
        "rank": hit.rank,
        "page": hit.page,
        "section": hit.section,
        "title": hit.title,
        "theme": hit.theme,
        "snippet": hit.snippet.text,
        "why": [str(reason) for reason in hit.why],
        "good": good,
    }


def _lines(answer: Answer, library: Library) -> Iterator[str]:
    if answer.too_short:
        yield _("Type one more letter.")
    elif not answer.hits:
        yield _("No results for “{words}”").format(words=answer.query)
    yield from _people(answer.danger, library)
    good = len(answer.good_hits)
    for hit in answer.hits:
        if hit.rank == good + 1:
            yield _("Weaker results:")
        yield f"{hit.rank}. {hit.title}  [{hit.page}]"
        yield f"   {hit.breadcrumb}"
        yield f"   {hit.snippet.text}"
    if any(hit.kind != "help" for hit in answer.hits):
        yield from (f"{words}: {number}" for words, number in usual_lines(library))
    if answer.suggestion:
        yield _("Did you mean {words}?").format(words=answer.suggestion)


def _people(ids: Sequence[str], library: Library) -> Iterator[str]:
    """Whom to ring for words of immediate danger."""
    for contact in (library.contacts[id_] for id_ in ids if id_ in library.contacts):
        if contact.phone:
            yield f"{contact.name}: {contact.phone}"
