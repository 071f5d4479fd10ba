"""Buttons, cards, fields and bars that any part of the window is made of; knows no page and no search."""
