"""The program around the guidance: options, places, settings, bookmarks, leaving; Qt only in desktop.ui."""

__version__ = "0.1.0"
