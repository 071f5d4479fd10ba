"""A page's file: the front matter that says what it is, and the Markdown below it."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from datetime import date

from content.kinds import KINDS
from content.model import Page, PageHead
from content.reading.diagnostics import Diagnostics
from content.reading.markdown import MarkdownReader
from content.reading.record_reader import ID, RecordReader
from content.reading.source_files import page_path
from content.reading.yaml_nodes import Fields, read_nodes

MOST_FRONT_MATTER = 64 * 1024  # bytes
LONGEST_SUMMARY = 160  # characters: two lines below a title
_FENCE = "---\n"
_REVIEW = "missing-review"


def read_pages(texts: Mapping[str, str], notes: Diagnostics) -> dict[str, Page]:
    """Every page that can be read, by id."""
    pages = {page_id: _page(page_id, text, notes) for page_id, text in texts.items()}
    return {page_id: page for page_id, page in pages.items() if page is not None}


def _page(page_id: str, text: str, notes: Diagnostics) -> Page | None:
    path = page_path(page_id)
    if not ID.fullmatch(page_id):
        notes.error(path, 1, "bad-id", "A page's file name is its id: use a-z, 0-9 and single hyphens.")
        return None
    split = _split(text, path, notes)
    if split is None:
        return None
    front, body, body_line = split
    node = read_nodes(front, path, notes, first_line=2)
    if not isinstance(node, Fields):
        notes.error(path, 2, "front-matter", "The front matter must be fields with names, such as title: ...")
        return None
    return _filled(
        RecordReader(node, path, notes), MarkdownReader(path, page_id, notes), page_id, (body, body_line)
    )


def _split(text: str, path: str, notes: Diagnostics) -> tuple[str, str, int] | None:
    """The front matter, the Markdown, and the line on which the Markdown begins."""
    end = text.find("\n" + _FENCE, len(_FENCE) - 1)
    if end < 0 and text.endswith("\n---"):
        text, end = text + "\n", len(text) - len(_FENCE)
    if not text.startswith(_FENCE) or end < 0:
        sentence = "A page begins with its front matter between two lines of ---."
        notes.error(path, 1, "front-matter", sentence)
        return None
    front = text[len(_FENCE) : end + 1]
    if len(front.encode()) > MOST_FRONT_MATTER:
        notes.error(path, 1, "too-large", "The front matter is larger than 64 kB: move words into the page.")
        return None
    body = text[end + 1 + len(_FENCE) :]
    return front, body, text.count("\n", 0, end + 1) + 2


def _filled(form: RecordReader, markdown: MarkdownReader, page_id: str, body: tuple[str, int]) -> Page | None:
    form.identity(page_id)
    head = _head(form)
    glance, act_now = form.markdown("at_a_glance"), form.markdown("act_now")
    if not form.text("at_a_glance", required=True):
        glance = ("", glance[1])
    form.finish()
    blocks = markdown.blocks(*glance), markdown.blocks(*act_now)
    sections = markdown.sections(*body)
    if not sections:
        form.error("title", "empty-page", "The page has no words below its front matter.")
    return Page(head, *blocks, sections) if head else None


def _head(form: RecordReader) -> PageHead | None:
    kind, reviewed, review_by = _kind(form), form.day("reviewed", _REVIEW), form.day("review_by", _REVIEW)
    head = PageHead(
        id=form.id,
        title=form.prose("title", required=True, page=form.id),
        kind=kind,
        themes=form.several("themes", "theme"),
        groups=form.several("groups", "group"),
        sources=form.several("sources", "source"),
        facts=form.texts("facts"),
        reviewed=reviewed or date.min,
        review_by=review_by or date.max,
        owner=form.text("owner", required=True),
        signed_off_by=form.text("signed_off_by"),
        related=form.several("related", "page"),
        renamed_from=form.texts("renamed_from"),
        search_terms=form.texts("search_terms"),
        family_safe=form.flag("family_safe"),
        summary=_summary(form),
    )
    if head.review_by < head.reviewed:
        form.error("review_by", "bad-date", "The review is due before the day on which it was done.")
    return head if head.title and kind and reviewed and review_by else None


def _kind(form: RecordReader) -> str:
    kind = form.text("kind", required=True)
    if kind and kind not in KINDS:
        near = difflib.get_close_matches(kind, KINDS, 1)
        hint = f'did you mean "{near[0]}"?' if near else f"the kinds are {', '.join(KINDS)}."
        form.error("kind", "unknown-kind", f'"{kind}" is not a kind of page: {hint}')
        return ""
    return kind


def _summary(form: RecordReader) -> str:
    summary = form.prose("summary", required=True, page=form.id)
    if len(summary) > LONGEST_SUMMARY:
        sentence = f"The summary has {len(summary)} characters; at most {LONGEST_SUMMARY} fit."
        form.error("summary", "long-summary", sentence)
    return summary
