"""What README and CONTRIBUTING tell people to type and to open works as written."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from desktop.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
OPENS_A_WINDOW = ("--private", "--self-test")


def commands(document: str) -> list[str]:
    text = (ROOT / document).read_text("utf-8")
    fenced = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    return [line for block in fenced for line in block.splitlines() if line.strip()]


def to_desktop(command: str) -> list[str]:
    return shlex.split(command.partition(" -- ")[2])


RUN = [command for command in commands("README.md") if " -- " in command]


def test_the_readme_shows_the_two_commands() -> None:
    assert {"./dev run", "./dev test"} <= set(commands("README.md"))


@pytest.mark.parametrize("command", [one for one in RUN if not any(way in one for way in OPENS_A_WINDOW)])
def test_a_command_of_the_readme_works(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(to_desktop(command)) == 0
    assert "".join(capsys.readouterr()).strip()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_verb_of_dev_that_is_named_exists(document: str) -> None:
    told = "\n".join(
        path.read_text("utf-8") for path in [ROOT / "dev.py", *(ROOT / "dev_tasks").glob("*.py")]
    )
    for verb in set(re.findall(r"\./dev ([a-z0-9-]+)", (ROOT / document).read_text("utf-8"))):
        assert re.search(rf"""["']{verb}["']""", told), verb


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_is_linked_exists(document: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", (ROOT / document).read_text("utf-8"))
    for link in links:
        assert "://" in link or (ROOT / link).exists(), link


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
