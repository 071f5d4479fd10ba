"""What a pack may ask of the reader beyond its own pages: a generated glossary, themes within bounds."""

from __future__ import annotations

from content.blocks import MOST_ROWS, Table
from content.reading.read import read_pack
from content.tree import theme_tree


def test_a_page_can_show_the_whole_glossary(pack) -> None:
    pack.append("pages/words-we-use.md", "\n## All words\n\n{glossary}\n")
    library = read_pack(pack.folder).library
    assert library is not None
    table = library.pages["words-we-use"].sections[-1].blocks[0]
    assert isinstance(table, Table)
    shown = [row[0][0].text for row in table.rows]
    assert shown == sorted((term.term for term in library.glossary), key=str.casefold)
    linked = {row[0][0].text for row in table.rows if row[0][0].target is not None}
    assert linked == {term.term for term in library.glossary if term.page}
    assert pack.check() == ()


def test_a_long_glossary_is_more_tables_than_one(pack) -> None:
    pack.append("glossary.yml", "".join(f"- {{term: Word{n}, definition: It is.}}\n" for n in range(250)))
    pack.append("pages/words-we-use.md", "\n## All words\n\n{glossary}\n")
    library = read_pack(pack.folder).library
    assert library is not None
    tables = library.pages["words-we-use"].sections[-1].blocks
    assert all(isinstance(table, Table) and len(table.rows) <= MOST_ROWS for table in tables)
    assert sum(len(table.rows) for table in tables) == len(library.glossary) > 250


def test_themes_too_deep_are_named_and_moved_up(pack) -> None:
    first = "- {id: deep-0, title: D0, order: 49, summary: x, parent: safety}\n"
    rows = first + "".join(
        f"- {{id: deep-{n}, title: D{n}, order: {n + 50}, summary: x, parent: deep-{n - 1}}}\n"
        for n in range(1, 1200)
    )
    pack.append("themes.yml", rows)
    findings = pack.check()
    assert "theme-too-deep" in {finding.rule for finding in findings}
    library = read_pack(pack.folder).library
    assert library is not None
    assert theme_tree(library).count == len(library.heads)
