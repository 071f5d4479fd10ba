"""A pack from a stranger's stick: every trick gives a finding with file and line, never an exception."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.checks.check import check
from content.model import Library
from content.reading.read import read_pack

SMALL = Path(__file__).parents[2] / "packs" / "small"
PAGE = "pages/words-we-use.md"
FRONT = """---
title: Words
kind: glossary
themes: [acting]
groups: [all]
summary: Words.
at_a_glance: Words.
sources: [town-guide]
reviewed: 2026-10-01
review_by: 2090-01-01
owner: Somebody
search_terms: [words]
---
"""
BOMB = 'a: &a ["x", "x"]\nb: &b [*a, *a]\nc: [*b, *b]\n'

TRICKS: dict[str, tuple[str, bytes, str, int]] = {
    "alias": ("themes.yml", b"- &a {id: acting}\n- *a\n", "yaml", 1),
    "bomb": ("pack.yml", BOMB.encode(), "yaml", 1),
    "alias in the front matter": (PAGE, FRONT.replace("[acting]", "&a [acting]").encode(), "yaml", 4),
    "tag": ("themes.yml", b"- id: x\n  title: !!python/object/apply:os.system [ls]\n", "yaml", 2),
    "merge of a missing anchor": ("themes.yml", b"- id: x\n  <<: *other\n", "yaml", 2),
    "second document": ("themes.yml", b"- id: acting\n---\n- id: x\n", "yaml", 2),
    "deep YAML": ("themes.yml", b"[" * 5000 + b"]" * 5000, "yaml", 1),
    "unclosed YAML": ("themes.yml", b"- id: acting\n  title: [a\n", "yaml", 2),
    "tab in YAML": ("themes.yml", b"- id: acting\n\ttitle: a\n", "yaml", 2),
    "words where a list stands": ("themes.yml", b"hello\n", "bad-shape", 1),
    "list in a list": ("themes.yml", b"- id: acting\n- [a]\n", "bad-shape", 2),
    "field name that is a list": ("themes.yml", b"- {[a]: b}\n", "yaml", 1),
    "huge number": (
        "themes.yml",
        b"- {id: acting, title: a, order: 99999999999999999999x}\n",
        "bad-number",
        1,
    ),
    "pack that is a list": ("pack.yml", b"- a\n", "bad-shape", 1),
    "empty pack": ("pack.yml", b"", "bad-shape", 1),
    "invalid UTF-8": (PAGE, FRONT.encode() + b"\nfine\n\n\xff\xfe\n", "encoding", 17),
    "UTF-16": (PAGE, FRONT.encode("utf-16"), "encoding", 1),
    "NUL": (PAGE, FRONT.encode() + b"\nfine\na\x00b\n", "encoding", 16),
    "a number turned round": (
        PAGE,
        FRONT.encode() + "\nfine\nRing \u202e6330 673 3110\n".encode(),
        "encoding",
        16,
    ),
    "a number between signs of an address book": (
        "contacts.yml",
        "- id: duty\n  name: Duty\n  how: {phone: '\u202b0113 496 0112\u202c'}\n".encode(),
        "encoding",
        3,
    ),
    "a word with a sign without width": (
        PAGE,
        FRONT.encode() + "\nsafe\u200bguarding\n".encode(),
        "encoding",
        15,
    ),
    "a byte order mark inside a table": (
        "questions.yml",
        "- words: a\n  type: \ufeffb\n".encode(),
        "encoding",
        2,
    ),
    "a sign without width in a source": (
        "sources.yml",
        b'- id: x\n  url: "https://a\\u2060b.org"\n',
        "yaml",
        2,
    ),
    "a sign in the name of a field": ("glossary.yml", b'- term: a\n  "defin\\u200bition": b\n', "yaml", 2),
    "a line end of Qt's": (PAGE, FRONT.encode() + "\nfine\na\u2029b\n".encode(), "encoding", 16),
    "no character": (PAGE, FRONT.encode() + "\nfine\na\ufdd0b\n".encode(), "encoding", 16),
    "a number turned round by an entity": (
        PAGE,
        FRONT.encode() + b"\nfine\nRing &#x202e;0336\n",
        "encoding",
        16,
    ),
    "a number turned round by an escape": ("themes.yml", b'- id: acting\n  title: "a\\u202e1"\n', "yaml", 2),
    "NUL in a table": ("themes.yml", b"- id: acting\n  title: a\x00\n", "encoding", 2),
    "escape character": (PAGE, FRONT.encode() + b"\x1b[31mred", "encoding", 14),
    "no front matter": (PAGE, b"## Words\n\nWords.\n", "front-matter", 1),
    "front matter without an end": (PAGE, FRONT[:-4].encode(), "front-matter", 1),
    "front matter that is a list": (PAGE, b"---\n- a\n---\nb\n", "front-matter", 2),
    "empty page": (PAGE, b"", "front-matter", 1),
    "page without words": (PAGE, FRONT.encode(), "empty-page", 2),
    "front matter over 64 kB": (
        PAGE,
        FRONT.replace("Somebody", "x" * 65_536).encode() + b"\nWords.\n",
        "too-large",
        1,
    ),
    "file over the limit": (PAGE, FRONT.encode() + b"words " * 200_000, "too-large", 1),
    "script": (PAGE, FRONT.encode() + b"\n<script>alert(1)</script>\n", "raw-html", 15),
    "javascript link": (PAGE, FRONT.encode() + b"\n[a](javascript:alert(1))\n", "bad-link", 15),
    "remote picture": (PAGE, FRONT.encode() + b"\n![a](https://x.org/a.png)\n", "image", 15),
    "deep quotations": (PAGE, FRONT.encode() + b"\n" + b"> " * 60 + b"a\n", "nesting", 15),
    "deep lists": (PAGE, FRONT.encode() + b"\n" + b"- " * 60 + b"a\n", "nesting", 15),
    "endless quotations": (PAGE, FRONT.encode() + b"\n" + b">" * 5_000 + b"a\n", "nesting", 15),
    "deep emphasis": (PAGE, FRONT.encode() + b"\n" + b"*a **b " * 60 + b"c" + b"** d*" * 60, "nesting", 15),
    "endless paragraph": (PAGE, FRONT.encode() + b"\nfine\n\n" + b"![" * 2_001, "too-large", 17),
    "script at a glance": (
        PAGE,
        FRONT.replace("at_a_glance: Words.", "at_a_glance: |\n  Words.\n\n  <b>x</b>").encode() + b"\na\n",
        "raw-html",
        10,
    ),
}


@pytest.mark.parametrize("name", TRICKS)
def test_trick_is_named_with_file_and_line(pack, name: str) -> None:
    path, data, rule, line = TRICKS[name]
    pack.write(path, data)
    findings = pack.check()
    assert (path, line, rule) in [(f.path, f.line, f.rule) for f in findings], "\n".join(map(str, findings))


ROWS = (
    *("[" * 4_000, "[[" * 2_000, "![" * 2_000, "*" * 4_000, "`" * 3_999, "{contact:" * 400),
    *(
        "|" * 4_000,
        "- [ ] " * 3_000,
        ":::: warning\n" * 40,
        "<" * 4_000,
        "_a " * 1_300,
        "&" * 4_000,
        "x" * 9_999,
    ),
)


@pytest.mark.parametrize("body", ROWS, ids=lambda body: body[:12].strip())
def test_long_rows_of_marks_do_not_raise(pack, body: str) -> None:
    pack.write(PAGE, FRONT + "\n" + body + "\n")
    assert all(finding.line >= 1 for finding in pack.check())


@pytest.mark.parametrize("path", sorted(str(f.relative_to(SMALL)) for f in SMALL.rglob("*.*")))
def test_a_sign_that_nobody_sees_is_refused_in_every_file(pack, path: str) -> None:
    lines = (pack.folder / path).read_text("utf-8").split("\n")
    lines[-2] += "\u2066"
    pack.write(path, "\n".join(lines))
    assert (path, len(lines) - 1, "encoding") in [(f.path, f.line, f.rule) for f in pack.check()]


def test_each_line_with_a_sign_that_nobody_sees_is_named_with_the_sign(pack) -> None:
    pack.write(PAGE, FRONT + "\nfine\na\u2067b\u2069\nfine\nc\u00add\n0113\u00ad496\n")
    found = [(f.line, f.sentence) for f in pack.check() if f.rule == "encoding"]
    assert [line for line, _sentence in found] == [16, 19]
    assert "U+2067 (right-to-left isolate)" in found[0][1]
    assert "U+00AD (soft hyphen)" in found[1][1]


@pytest.mark.parametrize("name", ["Capital.md", "with space.md", "dot.dot.md", "-x.md", "é.md"])
def test_file_name_that_is_no_id(pack, name: str) -> None:
    pack.write(f"pages/{name}", FRONT + "\nWords.\n")
    assert ("bad-id", 1) in {(f.rule, f.line) for f in pack.check() if f.path == f"pages/{name}"}


def test_link_to_a_file_outside_is_not_followed(pack, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text(FRONT + "\nsecret words\n", "utf-8")
    try:
        (pack.folder / "pages" / "linked.md").symlink_to(secret)
    except OSError:
        pytest.skip("this platform does not let us make links")
    reading = read_pack(pack.folder)
    assert [(f.path, f.rule) for f in reading.findings] == [("pages/linked.md", "link")]
    assert "secret" not in repr(reading.library)


def test_folder_in_place_of_a_page_and_missing_table(pack) -> None:
    (pack.folder / "pages" / "folder.md").mkdir()
    (pack.folder / "groups.yml").unlink()
    found = {(f.path, f.rule) for f in pack.check()}
    assert {("pages/folder.md", "unreadable"), ("groups.yml", "missing-file")} <= found


def test_pack_without_pages(pack) -> None:
    for page in (pack.folder / "pages").iterdir():
        page.unlink()
    assert ("pages", "missing-file") in {(f.path, f.rule) for f in pack.check()}


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_and_byte_order_mark_of_other_editors_are_fine(pack, ending: str) -> None:
    for path in ("pack.yml", "contacts.yml", PAGE, "pages/danger-now.md"):
        text = (pack.folder / path).read_text("utf-8")
        pack.write(path, b"\xef\xbb\xbf" + text.replace("\n", ending).encode())
    assert pack.check() == ()


def _leads_nowhere(library: Library) -> set[str]:
    """Ids in the library that no view could resolve."""
    heads, contacts = library.heads, library.contacts
    info = library.info
    pages = {*info.start_here, *info.changed, *((info.danger_page,) if info.danger_page else ())}
    themes: set[str] = {theme.parent for theme in library.themes.values() if theme.parent}
    groups: set[str] = set()
    for head in heads.values():
        pages |= set(head.related)
        themes |= set(head.themes)
        groups |= set(head.groups)
    return (
        (pages - heads.keys())
        | (themes - library.themes.keys())
        | (groups - library.groups.keys())
        | (set(info.danger_contacts) - contacts.keys())
        | (heads.keys() ^ library.pages.keys())
    )


FILES = ("pack.yml", "themes.yml", "contacts.yml", "questions.yml", PAGE, "pages/danger-now.md")


@pytest.mark.slow
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(FILES), st.integers(0, 3000), st.integers(0, 40), st.binary(max_size=12))
def test_corrupted_file_never_raises_and_leaves_no_dead_end(
    pack, path: str, start: int, cut: int, noise: bytes
) -> None:
    before = (pack.folder / path).read_bytes()
    start = min(start, len(before))
    pack.write(path, before[:start] + noise + before[start + cut :])
    try:
        reading = read_pack(pack.folder)
        assert all(finding.line >= 1 for finding in check(reading))
        assert reading.library is None or not _leads_nowhere(reading.library)
    finally:
        pack.write(path, before)
