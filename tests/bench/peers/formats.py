"""The same HTML pages as the file that each peer reads: .qch, docset, .zim."""

from __future__ import annotations

import shutil
import sqlite3
import struct
import subprocess
import zlib
from collections.abc import Iterable
from contextlib import closing
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import quoteattr

from tests.bench.peers.html_pages import HtmlPage, read_titles

NAMESPACE, VIRTUAL_FOLDER = "handrail.bench", "guidance"
QHELPGENERATOR, COLLECTION = "/usr/lib/qt6/libexec/qhelpgenerator", ".qhc"
_QHCP = """<?xml version="1.0" encoding="UTF-8"?>
<QHelpCollectionProject version="1.0">
<docFiles><register><file>{file}</file></register></docFiles>
</QHelpCollectionProject>
"""
DOCSET = "Guidance.docset"
_PLIST = """<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>CFBundleIdentifier</key><string>guidance</string>
<key>CFBundleName</key><string>Guidance</string>
<key>DocSetPlatformFamily</key><string>guidance</string>
<key>dashIndexFilePath</key><string>index.html</string>
<key>isDashDocset</key><true/>
</dict></plist>
"""


def write_qch(pages: Path, file: Path) -> None:
    """A help file of Qt's with contents and keywords, and beside it the collection that holds it alone."""
    project, collection = pages / "guidance.qhp", file.with_suffix(".qhcp")
    project.write_text(project_of(read_titles(pages)), encoding="utf-8")
    collection.write_text(_QHCP.format(file=file.name), encoding="utf-8")
    for source, made in ((project, file), (collection, file.with_suffix(COLLECTION))):
        subprocess.run([QHELPGENERATOR, source, "-o", made], check=True, capture_output=True)


def project_of(pages: Iterable[HtmlPage]) -> str:
    """The XML from which Qt's own tool makes a help file."""
    pages = list(pages)
    sections = "".join(
        f"<section title={quoteattr(theme)} ref='index.html'>{''.join(map(_section, those))}</section>"
        for theme, those in groupby(pages, lambda page: page.theme)
    )
    keywords = "".join(f"<keyword name={quoteattr(page.title)} ref='{page.file}'/>" for page in pages)
    files = "".join(f"<file>{name}</file>" for name in ("index.html", *(page.file for page in pages)))
    toc = f"<toc><section title='Guidance' ref='index.html'>{sections}</section></toc>"
    return (
        "<?xml version='1.0' encoding='UTF-8'?><QtHelpProject version='1.0'>"
        f"<namespace>{NAMESPACE}</namespace><virtualFolder>{VIRTUAL_FOLDER}</virtualFolder>"
        f"<filterSection>{toc}<keywords>{keywords}</keywords><files>{files}</files></filterSection>"
        "</QtHelpProject>"
    )


def _section(page: HtmlPage) -> str:
    return f"<section title={quoteattr(page.title)} ref='{page.file}'/>"


def write_docset(pages: Path, folder: Path) -> None:
    """A docset: the HTML with an SQLite table of titles."""
    contents = folder / DOCSET / "Contents"
    documents = contents / "Resources" / "Documents"
    shutil.copytree(pages, documents)
    (contents / "Info.plist").write_text(_PLIST, encoding="utf-8")
    with closing(sqlite3.connect(contents / "Resources" / "docSet.dsidx")) as index, index:
        index.execute("CREATE TABLE searchIndex(id INTEGER PRIMARY KEY, name TEXT, type TEXT, path TEXT)")
        rows = [(page.title, "Guide", page.file) for page in read_titles(pages)]
        index.executemany("INSERT INTO searchIndex(name, type, path) VALUES (?, ?, ?)", rows)
        index.execute("CREATE UNIQUE INDEX anchor ON searchIndex(name, type, path)")


def write_zim(pages: Path, file: Path) -> None:
    """A .zim with its full-text index."""
    (pages / "icon.png").write_bytes(_png(48))
    options = {"welcome": "index.html", "illustration": "icon.png", "language": "eng", "title": "Guidance"}
    options |= {"description": "Guidance", "creator": "bench", "publisher": "bench"}
    words = [f"--{name}={value}" for name, value in options.items()]
    subprocess.run(["zimwriterfs", *words, pages, file], check=True, capture_output=True)


def _png(side: int) -> bytes:
    """A green square: a .zim must have a picture."""
    rows = (b"\0" + bytes((47, 127, 79)) * side) * side
    parts = [(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows))]
    chunks = [
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in (*parts, (b"IEND", b""))
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
