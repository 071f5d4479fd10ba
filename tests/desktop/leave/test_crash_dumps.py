"""A process that breaks down asks for no picture of its memory, and leaves none beside itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BREAKS_DOWN = """
import os, resource
from desktop.leave.crash_dumps import write_no_dumps
resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
write_no_dumps()
print(*resource.getrlimit(resource.RLIMIT_CORE), flush=True)
os.abort()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="asks for the limits of Unix")
def test_no_dump_is_written(tmp_path: Path) -> None:
    import resource

    if resource.getrlimit(resource.RLIMIT_CORE)[1] == 0:
        pytest.skip("the system allows no dump anyway, so this would show nothing")
    done = subprocess.run(
        [sys.executable, "-c", BREAKS_DOWN],
        cwd=tmp_path,
        env={"PYTHONPATH": str(Path(__file__).resolve().parents[3])},
        capture_output=True,
        text=True,
    )
    assert done.stdout == "0 0\n"
    assert done.returncode < 0
    assert list(tmp_path.iterdir()) == []
