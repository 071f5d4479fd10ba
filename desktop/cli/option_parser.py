"""The command line's grammar, and one clear sentence when it is not kept."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from desktop import __version__
from desktop.errors import OptionsError
from desktop.i18n import _
from desktop.options import Options, Task

MOST_HITS = 1000


def read_options(argv: Sequence[str]) -> Options:
    """Read the words after the program's name. OptionsError is the sentence; --help and --version exit."""
    found, unknown = _parser().parse_known_args(argv)
    if unknown:
        raise OptionsError(
            _("“{word}” is not an option of this program; use --help to see them.").format(word=unknown[0])
        )
    return _options(found)


def _options(found: Namespace) -> Options:
    given = vars(found)
    if given.pop("self_test", False):
        if given["task"] is not Task.WINDOW:
            raise OptionsError(_("The option --self-test stands alone, without a command."))
        given["task"] = Task.SELF_TEST
    given["words"] = " ".join(given.get("words", ()))
    return Options(**given)


class _Parser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        # argparse would print its usage lines first; a person needs the one sentence
        raise OptionsError(
            _("The command line was not understood: {message}; use --help.").format(message=message)
        )


def _parser() -> _Parser:
    parser = _Parser(
        prog="handrail",
        description=_(
            "Guidance for outreach workers with children and families. Works without the internet."
        ),
        allow_abbrev=False,
        argument_default=SUPPRESS,
    )
    parser.set_defaults(task=Task.WINDOW)
    parser.add_argument("--version", action="version", version=f"Handrail {__version__}")
    parser.add_argument(
        "--self-test", action="store_true", help=_("open, search, read, leave; print a summary")
    )
    _add_pack(parser)
    commands = parser.add_subparsers(title=_("commands"), metavar="COMMAND", parser_class=_Parser)
    search = commands.add_parser(
        "search", help=_("search the guidance from a terminal"), allow_abbrev=False, argument_default=SUPPRESS
    )
    _add_search(search)
    check = commands.add_parser(
        "check", help=_("check a pack folder"), allow_abbrev=False, argument_default=SUPPRESS
    )
    _add_check(check)
    traces = commands.add_parser(
        "traces",
        help=_("list what the program has written on this computer"),
        allow_abbrev=False,
        argument_default=SUPPRESS,
    )
    _add_traces(traces)
    return parser


def _add_check(parser: ArgumentParser) -> None:
    parser.set_defaults(task=Task.CHECK)
    parser.add_argument("folder", metavar="FOLDER", type=_folder, help=_("the folder that holds pack.yml"))
    print_instead = parser.add_mutually_exclusive_group()
    print_instead.add_argument(
        "--sign-off", action="store_true", help=_("print who must sign what, and which contacts to ring")
    )
    print_instead.add_argument(
        "--statements", action="store_true", help=_("print each statement and whose word it is")
    )
    print_instead.add_argument(
        "--hazards", action="store_true", help=_("print each danger, its page and whether it is found")
    )
    parser.add_argument("--json", dest="as_json", action="store_true", help=_("print it as JSON"))


def _add_traces(parser: ArgumentParser) -> None:
    parser.set_defaults(task=Task.TRACES)
    parser.add_argument("--erase", action="store_true", help=_("erase all of it"))
    parser.add_argument("--json", dest="as_json", action="store_true", help=_("print a JSON list"))
    _add_profile(parser)


def _add_search(parser: ArgumentParser) -> None:
    parser.set_defaults(task=Task.SEARCH)
    parser.add_argument("words", metavar="WORDS", nargs="+", help=_("what to look for"))
    parser.add_argument("--json", dest="as_json", action="store_true", help=_("print a JSON list"))
    parser.add_argument("--limit", metavar="N", type=_count, help=_("at most this many hits"))
    _add_pack(parser)


def _add_pack(parser: ArgumentParser) -> None:
    parser.add_argument("--pack", metavar="FOLDER", type=_folder, help=_("open this pack folder"))
    _add_profile(parser)
    parser.add_argument("--private", action="store_true", help=_("keep nothing"))


def _add_profile(parser: ArgumentParser) -> None:
    parser.add_argument("--profile", metavar="DIR", type=_folder, help=_("keep settings and bookmarks here"))
    parser.add_argument("--portable", action="store_true", help=_("keep them beside the program"))


def _folder(word: str) -> Path:
    if not word or "\0" in word:
        raise ArgumentTypeError(_("a folder is missing"))
    return Path(word).absolute()


def _count(word: str) -> int:
    if not (word.isascii() and word.isdigit() and 1 <= int(word[:9]) <= MOST_HITS):
        raise ArgumentTypeError(
            _("“{word}” is not a number from 1 to {most}").format(word=word, most=MOST_HITS)
        )
    return int(word)
