"""The full-text index over a pack and the search that ranks its sections, without Qt."""
