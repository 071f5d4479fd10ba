"""The program's words for translators: read out of the code, merged with what is translated, compiled.

`./dev messages` renews every language below desktop/languages; `./dev messages cy` begins one.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from string import Formatter

from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from desktop import __version__
from desktop.i18n import DOMAIN, LANGUAGES
from desktop.ui.look.look_files import look_names, read_look

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ("content", "index", "desktop")
TEMPLATE = ROOT / ".build" / f"{DOMAIN}.pot"


def messages() -> Catalog:
    """Every message in the code, untranslated, with the files it stands in and what its comment tells."""
    found = Catalog(project="Handrail", version=__version__)
    for folder in PROGRAM:
        stands = extract_from_dir(ROOT / folder, [("**.py", "python")], comment_tags=("Translators:",))
        for file, line, words, comments, _context in stands:
            found.add(words, None, [(f"{folder}/{Path(file).as_posix()}", line)], auto_comments=comments)
    for name in look_names():
        found.add(read_look(name).label, None, [(f"desktop/ui/look/looks/{name}.toml", 1)])
    return found


def renew(language: str, template: Catalog, folder: Path = LANGUAGES) -> list[str]:
    """Merge a language with the messages of today and compile it; a line for each translation with a fault.

    A message with a fault stays in the .po file and is left out of the compiled one, where it could break a
    sentence while it is shown.
    """
    source = folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    catalogue = Catalog(language, project="Handrail", version=__version__)
    if source.is_file():
        with source.open("rb") as file:
            catalogue = read_po(file, language)
    catalogue.update(template)
    source.parent.mkdir(parents=True, exist_ok=True)
    with source.open("wb") as file:
        write_po(file, catalogue, include_lineno=False, sort_output=True, ignore_obsolete=True)
    faulty = [message for message in catalogue if message.id and fault_of(message)]
    told = [f"{source}: {fault_of(message)}" for message in faulty]
    for message in faulty:
        message.string = ("",) * catalogue.num_plurals if message.pluralizable else ""
    with source.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)
    return told


def fault_of(message: Message) -> str:
    """What keeps a translation out of the program: fields that are not those of the English; or empty."""
    known = _fields(_all(message.id)[-1])
    for form in filter(None, _all(message.string)):
        try:
            found = _fields(form)
        except ValueError as error:
            return f"{form!r}: {error}"
        # one form of several may do without the number, as in "one page"
        if found - known or (known - found and not message.pluralizable):
            return f"{form!r} has {sorted(found)} in braces, the English has {sorted(known)}"
    return ""


def _all(forms: str | Sequence[str] | None) -> Sequence[str]:
    return (forms,) if isinstance(forms, str) else forms or ()


def _fields(text: str) -> set[str]:
    return {name for _before, name, _spec, _conversion in Formatter().parse(text) if name is not None}


def main(*begun: str) -> int:
    """Write the template, renew each language, and say what is wrong with any."""
    template = messages()
    TEMPLATE.parent.mkdir(exist_ok=True)
    with TEMPLATE.open("wb") as file:
        write_po(file, template, include_lineno=False, sort_output=True)
    there = [source.parts[-3] for source in LANGUAGES.glob(f"*/LC_MESSAGES/{DOMAIN}.po")]
    try:
        faults = [line for language in sorted({*there, *begun}) for line in renew(language, template)]
    except (UnknownLocaleError, ValueError) as error:
        print(f"That is no language: {error}", file=sys.stderr)
        return 2
    print("\n".join([*faults, f"{len(template)} messages: {TEMPLATE.relative_to(ROOT)}"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
