"""What README and CONTRIBUTING tell people to type and to open works as written."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from desktop.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
OPENS_A_WINDOW = ("--private", "--self-test")
LONGEST_SUBJECT = 65
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / ".github").rglob("*.md")])
"""All that is written about the program. Guidance has checks of its own."""

CODE = re.compile(r"^```\w*\n(?P<block>.*?)^```|`(?P<span>[^`\n]+)`", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?P<file>[^)#\s]*)(?:#(?P<heading>[^)\s]*))?\)")
PLACES = r"desktop|content|index|docs|tests|packaging|dev_tasks|requirements|\.github|\.ci"
PATH = re.compile(rf"(?<![\w./-])(?:{PLACES})/[\w./<>*-]*")
MODULE = re.compile(rf"-m ((?:{PLACES})(?:\.\w+)*)")


def commands(document: str) -> list[str]:
    text = (ROOT / document).read_text("utf-8")
    fenced = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    return [line for block in fenced for line in block.splitlines() if line.strip()]


def to_desktop(command: str) -> list[str]:
    return shlex.split(command.partition(" -- ")[2])


RUN = [command for command in commands("README.md") if " -- " in command]


def test_the_readme_shows_the_two_commands() -> None:
    assert {"./dev run", "./dev test"} <= set(commands("README.md"))


@pytest.mark.slow
@pytest.mark.parametrize("command", [one for one in RUN if not any(way in one for way in OPENS_A_WINDOW)])
def test_a_command_of_the_readme_works(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(to_desktop(command)) == 0
    assert "".join(capsys.readouterr()).strip()


def code_in(document: Path) -> str:
    """All that stands between backticks, in the line or in blocks."""
    found = CODE.finditer(document.read_text("utf-8"))
    return "\n".join(one["block"] or one["span"] for one in found)


def headings(document: Path) -> set[str]:
    """The names by which the headings of a document can be linked to, made as GitHub makes them."""
    lines = re.findall(r"^#+ +(.+)$", document.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", line.strip().lower()).replace(" ", "-") for line in lines}


def is_there(path: str) -> bool:
    """Whether a path exists: `<name>` and `*` are whatever fits, a slash at the end means a folder."""
    found = list(ROOT.glob(re.sub(r"<[^>]*>", "*", path.rstrip("/"))))
    return any(one.is_dir() for one in found) if path.endswith("/") else bool(found)


def is_a_module(name: str) -> bool:
    path = ROOT.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or (path / "__main__.py").is_file()


def test_every_verb_of_dev_that_is_named_exists() -> None:
    verbs = set(
        re.findall(r'^    "([a-z0-9-]+)": Verb\(', (ROOT / "dev.py").read_text("utf-8"), re.MULTILINE)
    )
    named = [
        (document.name, verb)
        for document in DOCUMENTS
        for verb in re.findall(r"\./dev ([a-z0-9-]+)", document.read_text("utf-8"))
    ]
    assert {"run", "test"} <= {verb for _, verb in named}
    assert [one for one in named if one[1] not in verbs] == []


def test_every_link_leads_to_a_file_and_a_heading() -> None:
    dead = []
    for document in DOCUMENTS:
        for link in LINK.finditer(document.read_text("utf-8")):
            if "://" in link["file"]:
                continue
            target = document.parent / link["file"] if link["file"] else document
            if not target.exists() or (link["heading"] and link["heading"] not in headings(target)):
                dead.append(f"{document.relative_to(ROOT)}: {link[0]}")
    assert dead == []


def test_every_path_that_is_named_exists() -> None:
    named = {(path, document) for document in DOCUMENTS for path in PATH.findall(code_in(document))}
    assert {"desktop/app.py", "packaging/bundle_<system>.py"} <= {path for path, _ in named}
    missing = [(path, document.name) for path, document in named if not is_there(path)]
    assert sorted(missing) == []


def test_every_module_that_is_started_exists() -> None:
    named = {(name, document) for document in DOCUMENTS for name in MODULE.findall(code_in(document))}
    assert "tests.mutation" in {name for name, _ in named}
    assert sorted((name, document.name) for name, document in named if not is_a_module(name)) == []


def test_the_decisions_are_all_in_their_index() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text("utf-8")
    listed = re.findall(r"^\| (\d+) \| \[(.+)\]\((.+)\) \| (\d{4}-\d{2}-\d{2}) \|$", index, re.MULTILINE)
    found = []
    for file in sorted(folder.glob("0*.md")):
        title, _, first, *_ = file.read_text("utf-8").splitlines()
        number, _, words = title.removeprefix("# ").partition(". ")
        found.append((number, words, file.name, first[:10]))
    assert listed == found
    assert [int(number) for number, *_ in found] == list(range(1, len(found) + 1))


def test_the_newest_commit_has_a_short_first_line() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    # the commit itself, because a clone that was cut short shows no parents
    shown = subprocess.run(["git", "cat-file", "-p", "HEAD"], cwd=ROOT, capture_output=True)
    if shown.returncode:
        pytest.skip("git cannot read this checkout")
    head, _, message = shown.stdout.decode("utf-8").partition("\n\n")
    if head.count("\nparent ") > 1:
        pytest.skip("a merge")
    subject = message.partition("\n")[0]
    assert 0 < len(subject) <= LONGEST_SUBJECT, subject


def test_the_page_that_the_readme_teaches_passes_the_check(tmp_path: Path) -> None:
    import shutil

    from content.checks.check import check
    from content.findings import Severity
    from content.reading.read import read_pack

    pack = tmp_path / "leeds"
    shutil.copytree(ROOT / "content" / "leeds", pack)
    page = re.search(r"```markdown\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert page
    (pack / "pages" / "a-page-of-mine.md").write_text(page[1], "utf-8")
    findings = check(read_pack(pack))
    assert [one for one in findings if one.severity is Severity.ERROR] == []
