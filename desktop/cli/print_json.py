"""JSON for another program, the same in any console."""

from __future__ import annotations

import json
import sys


def print_json(value: object) -> None:
    """Print the value; a date stands as 2026-11-23, and a console without our letters gets escapes."""
    speaks_unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    print(json.dumps(value, ensure_ascii=not speaks_unicode, indent=1, default=str))
