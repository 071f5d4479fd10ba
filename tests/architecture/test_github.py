"""What the hosting site reads: workflows, issue forms, owners and updates are whole, and name what exists."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = [GITHUB / "ISSUE_TEMPLATE" / name for name in ("guidance.yml", "program.yml")]
LIST = ROOT / ".ci" / "run"

# What the parts of an issue form must and may say, as the site documents its form schema
PARTS = {
    "markdown": ({"value"}, set()),
    "input": ({"label"}, {"description", "placeholder", "value"}),
    "textarea": ({"label"}, {"description", "placeholder", "value", "render"}),
    "dropdown": ({"label", "options"}, {"description", "multiple", "default"}),
    "checkboxes": ({"label", "options"}, {"description"}),
}
BY_COMMIT = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$")


@cache
def read(path: Path) -> dict[Any, Any]:
    """A YAML file. PyYAML reads YAML 1.1, in which the key `on` is the word for true."""
    found = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(found, dict), path
    return {"on" if key is True else key: value for key, value in found.items()}


def steps(workflow: Path) -> Iterator[dict[str, Any]]:
    for job in read(workflow)["jobs"].values():
        yield from job["steps"]


def test_there_is_a_workflow_for_changes_and_one_for_nights() -> None:
    assert {"push", "pull_request"} <= read(GITHUB / "workflows" / "ci.yml")["on"].keys()
    assert read(GITHUB / "workflows" / "nightly.yml")["on"]["schedule"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_is_whole_and_may_only_read(workflow: Path) -> None:
    found = read(workflow)
    assert found["permissions"] == {"contents": "read"}
    for job in found["jobs"].values():
        assert job["runs-on"]
        assert job["timeout-minutes"] <= 180
        assert "permissions" not in job
    assert [step for step in steps(workflow) if ("uses" in step) == ("run" in step)] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_named_by_commit(workflow: Path) -> None:
    used = [line.strip() for line in workflow.read_text("utf-8").splitlines() if "uses:" in line]
    assert len(used) == sum("uses" in step for step in steps(workflow))
    assert [line for line in used if not BY_COMMIT.search(line)] == []


def test_the_workflow_repeats_nothing_of_the_one_list() -> None:
    assert [step["run"] for step in steps(GITHUB / "workflows" / "ci.yml") if "run" in step] == [
        "bash .ci/run"
    ]


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
@pytest.mark.parametrize("breaks", ["", "check", "test"])
def test_the_one_list_calls_the_readmes_commands_and_tells_of_failure(tmp_path: Path, breaks: str) -> None:
    """Run for real, with a `dev` that only prints what it is asked for."""
    (tmp_path / ".ci").mkdir()
    shutil.copy2(LIST, tmp_path / ".ci" / "run")
    dev = tmp_path / "dev"
    dev.write_text(
        f'#!/bin/sh\necho "asked for $1"\n[ "$1" != "{breaks}" ]\n', encoding="utf-8", newline="\n"
    )
    dev.chmod(0o755)
    ended = subprocess.run(["sh", tmp_path / ".ci" / "run"], capture_output=True, text=True)
    asked = ended.stdout.splitlines()
    assert (ended.returncode == 0) == (breaks == "")
    assert asked[0] == "asked for check"
    assert asked[-1] == f"asked for {breaks or 'test'}"
    verbs = set(
        re.findall(r'^    "([a-z0-9-]+)": Verb\(', (ROOT / "dev.py").read_text("utf-8"), re.MULTILINE)
    )
    assert {line.removeprefix("asked for ") for line in asked} <= verbs


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_an_issue_form_has_the_shape_that_the_site_reads(form: Path) -> None:
    found = read(form)
    assert (
        {"name", "description", "body"} <= found.keys() <= {"name", "description", "title", "labels", "body"}
    )
    for part in found["body"]:
        must, may = PARTS[part["type"]]
        assert must <= part["attributes"].keys() <= must | may, part
        assert part.get("validations", {"required": True}) == {"required": True}
        assert ("id" in part) == (part["type"] != "markdown"), part
        options = part["attributes"].get("options", ["one"])
        said = [one["label"] if isinstance(one, dict) else one for one in options]
        assert said
        assert len(set(said)) == len(said)
        assert all(isinstance(one, str) for one in said), "YAML has read an option as something else"
    asked = [part for part in found["body"] if part["type"] != "markdown"]
    assert (
        len({part["id"] for part in asked})
        == len({part["attributes"]["label"] for part in asked})
        == len(asked)
    )


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_an_issue_form_says_first_that_no_real_child_belongs_in_it(form: Path) -> None:
    first, *_, last = read(form)["body"]
    assert first["type"] == "markdown"
    assert first["attributes"]["value"].startswith("**Never write about a real child or family here.**")
    (promise,) = last["attributes"]["options"]
    assert promise["required"] is True
    assert "real child" in promise["label"]


def test_security_is_reported_privately_and_nothing_goes_round_the_forms() -> None:
    found = read(GITHUB / "ISSUE_TEMPLATE" / "config.yml")
    assert found["blank_issues_enabled"] is False
    (link,) = found["contact_links"]
    assert link.keys() == {"name", "about", "url"}
    assert link["url"].startswith("https://")
    assert link["url"] in (ROOT / "SECURITY.md").read_text("utf-8")
    assert {path.name for path in (GITHUB / "ISSUE_TEMPLATE").iterdir()} == {
        "config.yml",
        *(one.name for one in FORMS),
    }


def test_owners_are_teams_and_own_something() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    assert rows[0][0] == "*", "the last row that fits counts, so the widest comes first"
    for pattern, *owners in rows:
        assert owners
        assert all(re.fullmatch(r"@[\w-]+/[\w-]+", owner) for owner in owners), owners
        assert any(ROOT.glob(pattern.strip("/"))), pattern
    assert any(
        pattern.startswith("/content/") and "@OWNER/safeguarding" in owners for pattern, *owners in rows
    )


def test_updates_are_asked_for_actions_and_for_python() -> None:
    found = read(GITHUB / "dependabot.yml")
    assert found["version"] == 2
    updates = {update["package-ecosystem"]: update for update in found["updates"]}
    assert updates.keys() == {"github-actions", "pip"}
    for update in updates.values():
        assert update["directory"] == "/"
        assert update["schedule"]["interval"] in ("weekly", "monthly")
    assert {"PySide6-Essentials", "Whoosh"} == {one["dependency-name"] for one in updates["pip"]["ignore"]}
