"""Where modules are looked for: never in the folder that the program happens to be started in.

A memory stick or a pack may hold a `yaml.py` or a folder `index`; `python -m desktop` would run it.
"""

from __future__ import annotations

import os
import sys

PROGRAM = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))


def leave_out_current_folder() -> None:
    """Look there no more, unless the program itself lies there. A frozen program never does."""
    if getattr(sys, "frozen", False):
        return
    try:
        here = os.path.realpath(os.getcwd())
    except OSError:  # it is there no more: nothing can be imported from it
        return
    if here != PROGRAM:
        sys.path[:] = [one for one in sys.path if os.path.realpath(one or here) != here]
