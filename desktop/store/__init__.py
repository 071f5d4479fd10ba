"""What is written about the worker, and how: atomic files, JSON stores, settings, bookmarks."""
