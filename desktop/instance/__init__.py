"""One window for each profile: who holds it, and how a second start is told."""
