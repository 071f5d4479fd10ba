from __future__ import annotations

from pathlib import Path

import pytest

from desktop import __version__
from desktop.cli.option_parser import read_options
from desktop.errors import OptionsError
from desktop.options import Options, Task

HERE = Path.cwd()


@pytest.mark.parametrize(
    ("line", "options"),
    [
        ("", Options()),
        ("--private", Options(private=True)),
        ("--portable --pack p", Options(portable=True, pack=HERE / "p")),
        ("--profile d --self-test", Options(Task.SELF_TEST, profile=HERE / "d")),
        ("search bruise", Options(Task.SEARCH, "bruise")),
        ("search bruise on a baby --json", Options(Task.SEARCH, "bruise on a baby", as_json=True)),
        ("search --limit 3 x", Options(Task.SEARCH, "x", limit=3)),
        ("search x --pack p --private", Options(Task.SEARCH, "x", pack=HERE / "p", private=True)),
        ("--pack p search x", Options(Task.SEARCH, "x", pack=HERE / "p")),
        ("--pack p search x --pack q", Options(Task.SEARCH, "x", pack=HERE / "q")),
        ("search -- --json", Options(Task.SEARCH, "--json")),
        ("check p", Options(Task.CHECK, folder=HERE / "p")),
        ("check p --hazards", Options(Task.CHECK, folder=HERE / "p", hazards=True)),
        ("check p --statements", Options(Task.CHECK, folder=HERE / "p", statements=True)),
        ("check p --sign-off --json", Options(Task.CHECK, folder=HERE / "p", sign_off=True, as_json=True)),
    ],
)
def test_the_command_line_becomes_one_value(line: str, options: Options) -> None:
    assert read_options(line.split()) == options


def test_words_in_quotes_stay_together() -> None:
    assert read_options(["search", "bruise  on a", "baby"]).words == "bruise  on a baby"
    assert read_options(["search", ""]).words == ""


@pytest.mark.parametrize(
    "argv",
    [
        ["--frob"],
        ["--priv"],
        ["frob"],
        ["search"],
        ["check"],
        ["check", "a", "b"],
        ["check", ""],
        ["search", "x", "--frob"],
        ["--json"],
        ["--pack"],
        ["--pack", ""],
        ["--profile", "a\0b"],
        ["--self-test", "search", "x"],
        *(
            ["search", "x", "--limit", wrong]
            for wrong in ("0", "-1", "many", "1.5", "1001", "9" * 5000, "²", "")
        ),
    ],
)
def test_what_is_not_understood_is_one_sentence(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(OptionsError) as caught:
        read_options(argv)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--version"], f"Handrail {__version__}"),
        (["--help"], "--self-test"),
        (["search", "--help"], "--limit"),
        (["check", "--help"], "FOLDER"),
    ],
)
def test_help_and_version_are_said_and_done(
    argv: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as finished:
        read_options(argv)
    assert finished.value.code == 0
    assert said in capsys.readouterr().out
