"""Every way in which Handrail can fail hangs on one root; each message is one sentence that says what to do.

HandrailError
  ContentError
    PackUnreadableError         the folder is not a pack
    EditionDamagedError         a compiled edition is not what was compiled
    MarkdownTooLargeError       (content/reading/parser.py) a text crosses a bound that no page needs
    _YamlRefusedError           (content/reading/yaml_nodes.py) YAML that has no place in a pack
  SearchIndexError              (index/errors.py)
    IndexDamagedError           the index is damaged, or belongs to another edition
    EvaluationDataError         questions or a collection to measure with cannot be read
    SearchCancelledError        a newer question has come; nobody is told
  OptionsError                  (desktop/errors.py) the command line
  ProfileError                  the folder for settings and bookmarks
  SettingsUnreadableError       a settings file that must not be tidied up
  FileDamagedError              a file of the worker's is not what was written
  NotSavedError
    BookmarksNotSavedError
    SettingsNotSavedError
  NotErasedError                something that was written stays
  WindowOpenError               what is erased would be written again
  WindowUnavailableError        no window can open here
"""

from __future__ import annotations


class HandrailError(Exception):
    """Something the person can read and act on; the message is one clear sentence."""


class ContentError(HandrailError):
    """The guidance could not be opened."""


class PackUnreadableError(ContentError):
    """This folder is not a pack: choose the folder that holds pack.yml."""


class EditionDamagedError(ContentError):
    """This edition is damaged: install it again."""


def damaged_edition() -> EditionDamagedError:
    """The one sentence for bytes of a compiled edition that are not as they were compiled."""
    return EditionDamagedError(
        "This edition is damaged or comes from another version of Handrail: install it again."
    )
