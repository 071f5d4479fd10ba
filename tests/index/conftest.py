"""What the index tests share: no example fails for being slow, because the machine may be busy."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("any-speed", deadline=None)
settings.load_profile("any-speed")
