"""The inside of a paragraph: from the parser's tokens to runs, with every link and number written down."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from markdown_it.token import Token

from content.blocks import ContactTarget, PageTarget, Run, Runs, Target, WebTarget
from content.reading.diagnostics import Diagnostics, Reference, SourcePassage
from content.reading.invisible_signs import invisible_signs
from content.reading.marks import FILLER, REFERENCE, marks_in
from content.reading.references import CONTACT, FROM, GLOSSARY, PAGE, unescape
from content.reading.web_address import OPEN_LINK, is_open_to_others, other_site_named, why_refused

_PLACEHOLDER = "…"  # one word in the eyes of the rules, where a title or a number will stand
_UNCLOSED = ("[[", "]]", "{contact", "](")


class InlineReader:
    """Reads one inline token. A reference without words leaves a run without text for the link stage."""

    def __init__(
        self,
        path: str,
        page: str,
        diagnostics: Diagnostics,
        line: int,
        *,
        told: bool = False,
        cell: bool = False,
    ) -> None:
        self._path = path
        self._page = page
        self._diagnostics = diagnostics
        self._first_line = self._line = line
        self._runs: list[Run] = []
        self._plain: list[str] = []
        self._bare: list[str] = []  # as long as _plain, without what the author says is no mark
        self._cell = cell  # whether it stands in a table, where a bar that is left is one with a backslash
        self._told = told  # whether what is wrong with the marks has been said already
        self._told_lines: set[int] = set()
        self._strong = 0
        self._target: Target | None = None
        self._link_start = 0
        self.sources: tuple[str, ...] = ()
        """The keys of {from:key,key} at the end, once the runs have been read."""
        self._words_end: int | None = None

    def runs(self, tokens: Sequence[Token]) -> Runs:
        """What the tokens say; never raises for what an author may write."""
        for token in tokens:
            _READ[token.type](self, token)
        text = "".join(self._plain)
        if "".join(self._plain[self._words_end :]).strip() and self._words_end is not None:
            self._error("bad-reference", "{from:...} stands behind the last word of what it is about, once.")
        self._name_unseen(text)
        if not self._told and text.strip() != GLOSSARY:
            bare = "".join(self._bare)
            self._name_marks(bare.replace("|", FILLER) if self._cell else bare)
        self._diagnostics.passages.append(SourcePassage(self._path, self._first_line, text, self._page))
        return _trimmed(self._runs)

    def _error(self, rule: str, sentence: str) -> None:
        self._told_lines.add(self._line)
        self._diagnostics.error(self._path, self._line, rule, sentence)

    def _name_unseen(self, text: str) -> None:
        """Whether a sign is needed is seen by what stands beside it, perhaps in another token."""
        for sign in invisible_signs(text):
            self._line = self._first_line + text.count("\n", 0, sign.offset)
            self._error("encoding", sign.sentence)

    def _name_marks(self, bare: str) -> None:
        for offset, sentence in marks_in(bare):
            self._line = self._first_line + bare.count("\n", 0, offset)
            if self._line not in self._told_lines:
                self._error("mark", sentence)

    def _text(self, token: Token) -> None:
        words = unescape(token.content)
        for mark in _UNCLOSED:
            if mark in words and self._line not in self._told_lines:
                sentence = f'"{mark}" is no part of a whole [[page-id]], {{contact:id}} or [words](address).'
                self._error("bad-reference", sentence)
                break
        self._bare.append(words)
        self._say(words)

    def _meant(self, token: Token) -> None:
        """A sign with a backslash before it, the name of a character, or words between ticks."""
        is_left_over = token.info == "escape" and token.content == token.markup  # a backslash before a letter
        self._bare.append(token.content if is_left_over else FILLER * len(token.content))
        self._say(unescape(token.content))

    def _say(self, words: str) -> None:
        self._plain.append(words)
        self._add(Run(words.replace("\n", " "), self._strong > 0, self._target))

    def _add(self, run: Run) -> None:
        last = self._runs[-1] if self._runs else None
        if last and last.text and run.text and (last.strong, last.target) == (run.strong, run.target):
            self._runs[-1] = Run(last.text + run.text, run.strong, run.target)
        elif run.text or run.target:
            self._runs.append(run)

    def _break(self, _token: Token) -> None:
        self._line += 1
        self._add_lines("", 1)
        self._add(Run(" ", self._strong > 0, self._target))

    def _strong_open(self, _token: Token) -> None:
        self._strong += 1

    def _strong_close(self, _token: Token) -> None:
        self._strong -= 1

    def _emphasis(self, _token: Token) -> None:
        """Italics are hard to read for many: the words stay, the slant goes."""

    def _link_open(self, token: Token) -> None:
        address = str(token.attrs.get("href", ""))
        self._link_start = len(self._plain)
        if address.lower().startswith(("https://", "http://")):
            self._web_link(address)
        elif ":" in address.partition("/")[0]:
            self._error("bad-link", f'"{address[:60]}" is not a web address: only https:// and http:// are.')
        else:
            self._error(
                "bad-link", f"Write a link to a page as [[{address[:60]}|words]], not as [words](...)."
            )

    def _web_link(self, address: str) -> None:
        self._target = WebTarget(address)
        if refused := why_refused(address):
            self._error("bad-link", refused)
        elif is_open_to_others(address):
            self._diagnostics.warning(self._path, self._line, "open-link", OPEN_LINK)

    def _link_close(self, _token: Token) -> None:
        if isinstance(self._target, WebTarget):
            words = "".join(self._plain[self._link_start :])
            if site := other_site_named(words, self._target.url):
                sentence = f'The words name "{site[:60]}", but the link leads elsewhere: make both the same.'
                self._error("other-site", sentence)
        self._target = None

    def _image(self, _token: Token) -> None:
        self._error("image", "Pictures cannot stand in a page: say it in words.")

    def _html(self, token: Token) -> None:
        self._error("raw-html", f'"{token.content[:40].strip()}" is raw HTML: a page is Markdown only.')
        self._add_lines("", token.content.count("\n"))
        self._line += token.content.count("\n")

    def _add_lines(self, words: str, line_ends: int) -> None:
        self._plain.append(words + "\n" * line_ends)
        self._bare.append(REFERENCE * len(words) + "\n" * line_ends)

    def _contact(self, token: Token) -> None:
        (contact,) = token.meta["parts"]
        self._diagnostics.references.append(Reference(self._path, self._line, "contact", contact))
        self._reference(token, "", ContactTarget(contact))

    def _from(self, token: Token) -> None:
        if self._words_end is not None:
            self._error("bad-reference", "{from:...} stands once: put a comma between two sources.")
        (keys,) = token.meta["parts"]
        self.sources = tuple(dict.fromkeys(key.strip() for key in keys.split(",")))
        self._words_end = len(self._plain)
        for key in self.sources:
            self._diagnostics.references.append(Reference(self._path, self._line, "source", key))

    def _page_link(self, token: Token) -> None:
        page, section, words = token.meta["parts"]
        self._diagnostics.references.append(Reference(self._path, self._line, "page", page, section))
        self._reference(token, " ".join(words.split()), PageTarget(page, section))

    def _reference(self, token: Token, words: str, target: Target) -> None:
        if self._target is not None:
            self._error("bad-reference", f"{unescape(token.content)} cannot stand inside another link.")
        self._add(Run(words, self._strong > 0, target))
        line_ends = token.content.count("\n")
        self._add_lines(words or _PLACEHOLDER, line_ends)
        self._line += line_ends


def _trimmed(runs: list[Run]) -> Runs:
    """Without outer space, and with one space where the author left several."""
    if len(runs) == 1 and _is_trimmed(runs[0].text):
        return tuple(runs)
    trimmed: list[Run] = []
    for run in runs:
        before = trimmed[-1] if trimmed else None
        text = _single_spaced(run.text)
        if before is None or before.text.endswith(" "):
            text = text.removeprefix(" ")
        if text or (run.target and not run.text):
            trimmed.append(Run(text, run.strong, run.target))
    if trimmed:
        last = trimmed.pop()
        text = last.text.removesuffix(" ")
        trimmed.extend((Run(text, last.strong, last.target),) if text or not last.text else ())
    return tuple(trimmed)


def _is_trimmed(text: str) -> bool:
    """Whether there is nothing to do, as for most."""
    return bool(text) and "  " not in text and text.strip(" ") == text


def _single_spaced(text: str) -> str:
    while "  " in text:
        text = text.replace("  ", " ")
    return text


_READ: Mapping[str, Callable[[InlineReader, Token], None]] = {
    "text": InlineReader._text,
    "text_special": InlineReader._meant,
    "code_inline": InlineReader._meant,
    "softbreak": InlineReader._break,
    "hardbreak": InlineReader._break,
    "strong_open": InlineReader._strong_open,
    "strong_close": InlineReader._strong_close,
    "em_open": InlineReader._emphasis,
    "em_close": InlineReader._emphasis,
    "link_open": InlineReader._link_open,
    "link_close": InlineReader._link_close,
    "image": InlineReader._image,
    "html_inline": InlineReader._html,
    CONTACT: InlineReader._contact,
    PAGE: InlineReader._page_link,
    FROM: InlineReader._from,
}
