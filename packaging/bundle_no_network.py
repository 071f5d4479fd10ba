"""Runs first in the bundle: Whoosh imports one name from urllib.request, which would bring in all of HTTP."""

import sys
import types


def urlretrieve(*_: object) -> None:
    """Whoosh never calls this; whoever does learns why it cannot work."""
    raise OSError("Handrail cannot reach a network.")


sys.modules["urllib.request"] = types.ModuleType("urllib.request")
sys.modules["urllib.request"].urlretrieve = urlretrieve  # type: ignore[attr-defined]  # a module made by hand
