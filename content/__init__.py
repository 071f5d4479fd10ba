"""Guidance as data: packs are read, checked and sealed here, without Qt and without a network."""
