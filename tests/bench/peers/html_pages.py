"""A pack as plain HTML files, for programs that know no packs: one for each page, and one that lists them.

Read from the pack's Markdown alone, so that what Handrail can or cannot read changes nothing for the peers.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml
from markdown_it import MarkdownIt

TITLES = "titles.json"
_CONTACT = re.compile(r"\{contact:([a-z0-9-]+)\}")
_LINK = re.compile(r"\[\[([a-z0-9-]*)(?:#[a-z0-9-]+)?(?:\|([^\]]+))?\]\]")
_BOX = re.compile(r"^:::.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """A page of the pack and the file that it became."""

    title: str
    theme: str
    file: str


def write_html(pack: Path, folder: Path) -> None:
    """Write every page, an index.html that links them all, and titles.json."""
    folder.mkdir(parents=True)
    contacts = {one["id"]: one for one in _yaml(pack / "contacts.yml")}
    themes = {one["id"]: one["title"] for one in _yaml(pack / "themes.yml")}
    pages = []
    for front, body, file in _pages(pack):
        glance = str(front.get("at_a_glance", ""))
        text = _plain_markdown(f"# {front['title']}\n\n{front['summary']}\n\n{glance}\n\n{body}", contacts)
        _write(folder / file, front["title"], _MARKDOWN.render(text))
        pages.append(HtmlPage(front["title"], themes[front["themes"][0]], file))
    pages.sort(key=lambda page: page.theme)
    links = "".join(f'<li><a href="{page.file}">{html.escape(page.title)}</a></li>' for page in pages)
    _write(folder / "index.html", "Guidance", f"<h1>Guidance</h1><ul>{links}</ul>")
    (folder / TITLES).write_text(json.dumps([asdict(page) for page in pages]), encoding="utf-8")


def read_titles(folder: Path) -> list[HtmlPage]:
    """The pages in the order of their themes."""
    return [HtmlPage(**row) for row in json.loads((folder / TITLES).read_text(encoding="utf-8"))]


_MARKDOWN = MarkdownIt("commonmark").enable("table")


def _pages(pack: Path) -> Iterator[tuple[dict[str, str], str, str]]:
    for file in sorted((pack / "pages").glob("*.md")):
        _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
        yield yaml.load(front, _LOADER), body, f"{file.stem}.html"


def _plain_markdown(text: str, contacts: dict[str, dict[str, str]]) -> str:
    """Markdown without what only packs have: contacts, links by a page's id, boxes."""

    def contact(found: re.Match[str]) -> str:
        one = contacts.get(found[1], {})
        return f"{one.get('name', '')} {one.get('phone', '')}".strip()

    text = _LINK.sub(lambda found: f"[{found[2] or found[1]}]({found[1]}.html)", text)
    return _BOX.sub("", _CONTACT.sub(contact, text))


def _write(file: Path, title: str, body: str) -> None:
    head = f'<meta charset="utf-8"><title>{html.escape(title)}</title>'
    file.write_text(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _yaml(file: Path) -> list[dict[str, str]]:
    return list(yaml.load(file.read_text(encoding="utf-8"), _LOADER))
