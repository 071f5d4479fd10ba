"""What is indexed of a section, under which name, and which form of the index this program reads."""

from __future__ import annotations

# Raised whenever analysis, fields or files change: an index of another version is built anew
SCHEMA_VERSION = 1

TITLE = "title"
HEADING = "heading"
KEYWORDS = "keywords"
BODY = "body"

# Stemmed fields, each with its own length and weight in the ranking
STEMMED = (TITLE, HEADING, KEYWORDS, BODY)

# Words as written (folded, not stemmed): for exact matches, prefixes and spelling
WORDS = "words"
