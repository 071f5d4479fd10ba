"""The program around the guidance: options, places, settings, bookmarks, leaving. No Qt outside desktop.ui."""

__version__ = "0.1.0"
