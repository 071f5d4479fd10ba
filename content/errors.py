"""The ways in which a pack or an edition can fail, one class for each; the message says what to do."""

from __future__ import annotations


class ContentError(Exception):
    """The guidance could not be opened."""


class PackUnreadable(ContentError):
    """This folder is not a pack: choose the folder that holds pack.yml."""


class EditionDamaged(ContentError):
    """This edition is damaged: install it again."""
