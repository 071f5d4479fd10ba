"""Libraries made by hand, opened for searching: a page is a title and its text or sections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from content.blocks import Paragraph, Run
from content.model import Library, PackInfo, Page, PageHead, Section, Status, Synonym, Theme
from content.reading.read import read_pack
from index.build import build_index, content_hash
from index.engine import open_index
from index.hits import Answer
from index.searcher import Searcher

SMALL = Path(__file__).parent.parent / "packs" / "small"
DAY = date(2026, 11, 1)

# (title, text) or (title, [(heading, text), ...]); an empty heading is the lead-in
PageText = tuple[str, str | Sequence[tuple[str, str]]]


def library(
    pages: Mapping[str, PageText],
    synonyms: Sequence[Synonym] = (),
    search_terms: Mapping[str, tuple[str, ...]] | None = None,
    spoken: Mapping[str, tuple[str, ...]] | None = None,
) -> Library:
    made = {
        id_: replace(_page(id_, page, (search_terms or {}).get(id_, ())), spoken=(spoken or {}).get(id_, ()))
        for id_, page in pages.items()
    }
    info = PackInfo("made", "Made by hand", "Nobody", "en-GB", DAY, "none", Status.DRAFT)
    themes = {
        "safety": Theme("safety", "Safety", 1, ""),
        "home": Theme("home", "At home", 1, "", parent="safety"),
    }
    heads = {id_: page.head for id_, page in made.items()}
    return Library(info, themes, {}, {}, {}, tuple(synonyms), (), (), heads, made)


def searcher(
    pages: Mapping[str, PageText],
    synonyms: Sequence[Synonym] = (),
    search_terms: Mapping[str, tuple[str, ...]] | None = None,
    spoken: Mapping[str, tuple[str, ...]] | None = None,
) -> Searcher:
    return searcher_for(library(pages, synonyms, search_terms, spoken))


def searcher_for(made: Library) -> Searcher:
    return Searcher(open_index(build_index(made), content_hash(made)), made)


@cache
def small_library() -> Library:
    read = read_pack(SMALL).library
    assert read is not None
    return read


@cache
def small_searcher() -> Searcher:
    return searcher_for(small_library())


def ask(searched: Searcher, words: str, limit: int = 50) -> Answer:
    answer = searched.search(words, limit=limit)
    assert answer is not None
    return answer


def pages_for(searched: Searcher, words: str) -> list[str]:
    return [hit.page for hit in ask(searched, words).hits]


def _page(id_: str, page: PageText, terms: tuple[str, ...]) -> Page:
    title, text = page
    head = PageHead(id_, title, "signs", ("home",), ("all",), (), (), DAY, DAY, "Us", search_terms=terms)
    parts = [("", text)] if isinstance(text, str) else text
    return Page(head, (), (), tuple(_section(heading, body) for heading, body in parts))


def _section(heading: str, body: str) -> Section:
    return Section(heading.lower().replace(" ", "-"), heading, (Paragraph((Run(body),)),))
