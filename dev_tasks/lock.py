"""The lock files: one version and its hashes for every system and Python, no address to fetch from."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

LEVELS: dict[str, list[str]] = {"run": [], "dev": ["--extra", "dev"], "bundle": ["--extra", "bundle"]}
GROUPS = ("whoosh3",)  # environments beside the program's own
RESOLVER = "uv>=0.9,<1"  # the one that resolves for all systems at once
OPTIONS = (
    *("--universal", "--python-version", "3.11", "--generate-hashes", "--no-build", "--quiet"),
    *("--no-header", "--no-annotate", "--no-emit-index-url", "--upgrade"),
)


def write_locks(project: Path, folder: Path, environment: Mapping[str, str], python: Path) -> int:
    """Resolve the run level first; the other levels then keep its choices, and the groups those of dev."""
    with tempfile.TemporaryDirectory() as kept:
        _call([str(python), "-m", "venv", kept], environment)
        programs = Path(kept, "Scripts" if Path(kept, "Scripts").exists() else "bin")
        _call([str(programs / "pip"), "install", "--quiet", RESOLVER], environment)
        for level, extra in LEVELS.items():
            same = [] if level == "run" else ["--constraint", str(folder / "run.lock")]
            command = [str(programs / "uv"), "pip", "compile", str(project), *OPTIONS, *extra, *same]
            _call([*command, "-o", str(folder / f"{level}.lock")], environment)
        for group in GROUPS:
            chosen = ["--group", group, "--constraint", str(folder / "dev.lock")]
            command = [str(programs / "uv"), "pip", "compile", *OPTIONS, *chosen]
            _call([*command, "-o", str(folder / f"{group}.lock")], environment, project.parent)
    return 0


def _call(words: list[str], environment: Mapping[str, str], folder: Path | None = None) -> None:
    subprocess.run(words, env=dict(environment), cwd=folder, check=True)
