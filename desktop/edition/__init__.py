"""From a pack to the edition that a start opens: compiled, checked, kept."""
