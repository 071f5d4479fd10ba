"""Rules about where statements come from: what they rest on stands at the foot of their page."""

from __future__ import annotations

from collections.abc import Iterator

from content.checks.rule import RuleContext
from content.findings import Finding, error, warning


def statements_rest_on_sources_of_their_page(context: RuleContext) -> Iterator[Finding]:
    """A source that a statement names is one of the page's, so that a worker finds it at the foot."""
    library = context.library
    for one in context.reading.statements:
        head = library.heads.get(one.page)
        for source in one.sources:
            if head and source in library.sources and source not in head.sources:
                sentence = f'This rests on "{source}": name it under the sources of the page too.'
                yield error(one.path, one.line, "source-not-on-page", sentence)


def sources_have_a_mark(context: RuleContext) -> Iterator[Finding]:
    """Where a pack marks its sources, each has a mark: without one, nobody can tell whose word it is."""
    sources = context.library.sources
    if any(source.mark for source in sources.values()):
        for source in sources.values():
            if not source.mark:
                sentence = f'The source "{source.id}" has no mark: say whose word it is.'
                yield warning(*context.record_field("sources.yml", source.id, "id"), "no-mark", sentence)
