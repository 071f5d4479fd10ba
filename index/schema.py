"""What is indexed of a section, under which name, and which form of the index this program reads."""

from __future__ import annotations

# Raised whenever analysis, fields or files change: an index of another version is built anew
SCHEMA_VERSION = 4

TITLE = "title"
HEADING = "heading"
KEYWORDS = "keywords"
SPOKEN = "spoken"
BODY = "body"

# What is stemmed of a section, each with its own length and weight in the ranking
STEMMED = (TITLE, HEADING, KEYWORDS, SPOKEN, BODY)
# What of it a reader meets on the page
READ = (TITLE, HEADING, BODY)

# Posting lists: stem -> sections; word of a title, small ones too -> pages
STEMS = "stems"
TITLE_WORDS = "title words"
