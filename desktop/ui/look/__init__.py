"""Colours, type, icons and breakpoints; knows no widget."""
