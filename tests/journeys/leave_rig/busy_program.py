"""The program with a search index being built beside it, in a thread of the same process, for the rig.

The nearest thing there is to an edition being imported while somebody reads.
"""

from __future__ import annotations

import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def build_for_ever() -> None:
    from desktop.edition.compile_edition import read_library
    from index.build import build_index

    while True:
        build_index(read_library(ROOT / "content" / "leeds")[0])


if __name__ == "__main__":
    from desktop.__main__ import run

    threading.Thread(target=build_for_ever, daemon=True).start()
    run()
