"""A page's file: the front matter that says what it is, and the Markdown below it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from datetime import date

from content.kinds import KINDS
from content.model import Page, PageHead
from content.reading.diagnostics import Diagnostics
from content.reading.markdown import MarkdownReader
from content.reading.progress import Progress, silent
from content.reading.record_reader import ID, RecordReader
from content.reading.signatures import read_signatures
from content.reading.source_files import page_path
from content.reading.yaml_nodes import MappingNode, read_nodes

MOST_FRONT_MATTER = 64 * 1024  # bytes
LONGEST_SUMMARY = 160  # characters: two lines below a title
_FENCE = "---\n"
_LIKE_FENCE = re.compile(r"[-\u2010-\u2015\u2212=_*~.]{2,}")
_NO_FRONT_MATTER = "A page begins with its front matter between two lines of ---."
_REVIEW = "missing-review"


def read_pages(
    texts: Mapping[str, str], diagnostics: Diagnostics, progress: Progress = silent
) -> dict[str, Page]:
    """Every page that can be read, by id."""
    pages = {}
    for done, (page_id, text) in enumerate(texts.items(), 1):
        pages[page_id] = _page(page_id, text, diagnostics)
        progress(done, len(texts))
    diagnostics.unread.update(page_path(page_id) for page_id, page in pages.items() if page is None)
    return {page_id: page for page_id, page in pages.items() if page is not None}


def _page(page_id: str, text: str, diagnostics: Diagnostics) -> Page | None:
    path = page_path(page_id)
    if not ID.fullmatch(page_id):
        diagnostics.error(path, 1, "bad-id", "A page's file name is its id: use a-z, 0-9 and single hyphens.")
        return None
    split = _split(text, path, diagnostics)
    if split is None:
        return None
    front, body, body_line = split
    node = read_nodes(front, path, diagnostics, first_line=2)
    if node is None:
        return None
    if not isinstance(node, MappingNode):
        diagnostics.error(
            path, 2, "front-matter", "The front matter must be fields with names, such as title: ..."
        )
        return None
    return _filled(
        RecordReader(node, path, diagnostics),
        MarkdownReader(path, page_id, diagnostics),
        page_id,
        (body, body_line),
    )


def _split(text: str, path: str, diagnostics: Diagnostics) -> tuple[str, str, int] | None:
    """The front matter, the Markdown, and the line on which the Markdown begins."""
    if not text.startswith(_FENCE):
        diagnostics.error(path, 1, "front-matter", _why_no_front_matter(text))
        return None
    end = text.find("\n" + _FENCE, len(_FENCE) - 1)
    if end < 0 and text.endswith("\n---"):
        text, end = text + "\n", len(text) - len(_FENCE)
    if end < 0:
        line, sentence = _why_no_end(text)
        diagnostics.error(path, line, "front-matter", sentence)
        return None
    front = text[len(_FENCE) : end + 1]
    if len(front.encode()) > MOST_FRONT_MATTER:
        diagnostics.error(
            path, 1, "too-large", "The front matter is larger than 64 kB: move words into the page."
        )
        return None
    body = text[end + 1 + len(_FENCE) :]
    return front, body, text.count("\n", 0, end + 1) + 2


def _why_no_front_matter(text: str) -> str:
    """What stands before the first line of ---, or in it."""
    first = text.partition("\n")[0]
    if first.rstrip() == "---":
        return "A space stands after the --- of this line: delete it."
    if not first.strip() and text.lstrip().startswith("---"):
        return "An empty line stands above the first ---: delete it."
    if _LIKE_FENCE.fullmatch(first.strip()):
        return "The first line of a page is --- and nothing else."
    return _NO_FRONT_MATTER


def _why_no_end(text: str) -> tuple[int, str]:
    """The line that was meant to end the front matter, if one was."""
    for line, words in enumerate(text.split("\n")[1:], 2):
        if _LIKE_FENCE.fullmatch(words.strip()):
            return (
                line,
                "This line does not end the front matter: write --- and nothing else.",
            )
    return 1, _NO_FRONT_MATTER


def _filled(
    record: RecordReader, markdown: MarkdownReader, page_id: str, body: tuple[str, int]
) -> Page | None:
    record.identity(page_id)
    head = _head(record)
    glance, act_now = record.markdown("at_a_glance", required=True), record.markdown("act_now")
    spoken = record.texts("spoken")
    record.finish()
    blocks = markdown.blocks(*glance), markdown.blocks(*act_now)
    sections = markdown.sections(*body)
    if not sections:
        record.error("title", "empty-page", "The page has no words below its front matter.")
    return Page(head, *blocks, sections, spoken) if head else None


def _head(record: RecordReader) -> PageHead | None:
    kind, reviewed, review_by = (
        _kind(record),
        record.day("reviewed", _REVIEW),
        record.day("review_by", _REVIEW),
    )
    head = PageHead(
        id=record.id,
        title=record.prose("title", required=True, page=record.id),
        kind=kind,
        themes=record.several("themes", "theme"),
        groups=record.several("groups", "group"),
        sources=record.several("sources", "source"),
        facts=record.texts("facts"),
        reviewed=reviewed or date.min,
        review_by=review_by or date.max,
        owner=record.text("owner", required=True),
        signed_off_by=read_signatures(record),
        related=record.several("related", "page"),
        renamed_from=record.texts("renamed_from"),
        search_terms=record.texts("search_terms"),
        family_safe=record.flag("family_safe"),
        summary=_summary(record),
    )
    if head.review_by < head.reviewed:
        record.error("review_by", "bad-date", "The review is due before the day on which it was done.")
    return head if head.title and kind and reviewed and review_by else None


def _kind(record: RecordReader) -> str:
    kind = record.text("kind", required=True)
    if kind and kind not in KINDS:
        near = difflib.get_close_matches(kind, KINDS, 1)
        hint = f'did you mean "{near[0]}"?' if near else f"the kinds are {', '.join(KINDS)}."
        record.error("kind", "unknown-kind", f'"{kind}" is not a kind of page: {hint}')
        return ""
    return kind


def _summary(record: RecordReader) -> str:
    summary = record.prose("summary", required=True, page=record.id)
    if len(summary) > LONGEST_SUMMARY:
        sentence = f"The summary has {len(summary)} characters; at most {LONGEST_SUMMARY} fit."
        record.error("summary", "long-summary", sentence)
    return summary
