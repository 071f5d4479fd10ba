"""Guidance as data: packs are read, checked and compiled here, without Qt and without a network."""
