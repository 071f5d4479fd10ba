"""Who may know whom: the contracts under [tool.importlinter] in pyproject.toml hold."""

from __future__ import annotations

import subprocess
import sys

from tests.architecture import sources

CHECK = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def test_no_room_knows_one_above_it() -> None:
    """When this fails, its last lines name the import and its line; move the code, not the contract."""
    command = [sys.executable, "-P", "-c", CHECK, "--no-cache"]
    run = subprocess.run(command, cwd=sources.ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
