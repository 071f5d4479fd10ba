"""The signs of a text by what they do to words: belong to them, vanish inside them, part or join them.

As the insides of character classes of regular expressions, which the analysis and the find bar share.
"""

from __future__ import annotations

# Marks that belong to the letter before them. Whole blocks of a script where nothing but letters, digits and
# marks stands there; exact ranges where punctuation stands between. Beyond the first plane all old scripts
_ACCENTS = r"\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_CYRILLIC = r"\u0483-\u0489\u2de0-\u2dff\ua66f-\ua672\ua674-\ua67d\ua69e\ua69f"
_HEBREW = r"\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\ufb1e"
_ARABIC = (
    r"\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0"
    r"\u07eb-\u07f3\u07fd\u0816-\u082d\u0859-\u085b\u0897-\u089f\u08ca-\u08e1\u08e3-\u08ff"
)
_INDIC = r"\u0900-\u0963\u0966-\u096f\u0971-\u0df3\u0df5-\u0dff"
_SOUTH_EAST = (
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ece\u0f18\u0f19\u0f35\u0f37\u0f39\u0f3e\u0f3f"
    r"\u0f71-\u0f84\u0f86\u0f87\u0f8d-\u0fbc\u0fc6\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064"
    r"\u1067-\u106d\u1071-\u1074\u1082-\u108f\u109a-\u109d\u135d-\u135f\u1712-\u1715\u1732-\u1734\u1752\u1753"
    r"\u1772\u1773\u17b4-\u17d3\u17dd\u1885\u1886\u18a9\u1920-\u193b\u1a17-\u1a1b\u1a55-\u1a7f\u1b00-\u1b04\u1b34-\u1b44"
    r"\u1b6b-\u1b73\u1b80-\u1b82\u1ba1-\u1bad\u1be6-\u1bf3\u1c24-\u1c37\u1cd0-\u1cd2\u1cd4-\u1cf9"
)
_OTHERS = (
    r"\u2cef-\u2cf1\u2d7f\u302a-\u302f\u3099\u309a\ua6f0\ua6f1\ua802\ua806\ua80b\ua823-\ua827\ua82c\ua880\ua881"
    r"\ua8b4-\ua8c5\ua8e0-\ua8f1\ua8ff\ua926-\ua92d\ua947-\ua953\ua980-\ua983\ua9b3-\ua9c0\ua9e5\uaa29-\uaa36"
    r"\uaa43\uaa4c\uaa4d\uaa7b-\uaa7d\uaab0-\uaac1\uaaeb-\uaaef\uaaf5\uaaf6\uabe3-\uabea\uabec\uabed"
    r"\U000101fd-\U0001e94a"
)
MARKS = _ACCENTS + _CYRILLIC + _HEBREW + _ARABIC + _INDIC + _SOUTH_EAST + _OTHERS

# Signs without a width that mean nothing inside a word: joiners, soft hyphen, direction, variants, tags
INVISIBLE = (
    r"\u00ad\u034f\u061c\u180b-\u180f\u200c-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    r"\U000e0001-\U000e01ef"
)

APOSTROPHES = "'’‘ʼʻ´`′＇׳״"
# A hyphen or a place where a word may be broken, without width: what it parts is also one word
HYPHENS = r"\-\u2010\u2011\u200b"
DASHES = HYPHENS + r"\u2012-\u2015\u2212\ufe63\uff0d"
QUOTES = '"“”„‟«»‹›″＂'
# No line end
SPACES = r" \t\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000"

# A small picture: one sign with what colours or varies it, more of them joined, or the two letters of a flag
_PICTURE = r"\u231a-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001f1e5\U0001f200-\U0001faff"
_FLAG = r"\U0001f1e6-\U0001f1ff"
_VARIANT = r"\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
EMOJI = rf"(?:[{_FLAG}]{{1,2}}|[{_PICTURE}](?:[{_VARIANT}]|\u200d[{_PICTURE}])*)"
