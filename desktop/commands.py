"""Everything a worker can ask of the window, with its keys.

Actions, the keys in help and the handbook's page of keys derive from here. There are no menus, so help is
where a worker learns of a command: docs/decisions/0005-no-menus.md says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from desktop.i18n import N_

WINDOW, RESULTS, TREE, PAGE_TEXT = "window", "results", "tree", "page"
"""Where a command is heard: wherever the focus is, or by the part of the window that listens itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A row of the table, which says only what differs from a command of the whole window.

    `keys` are portable names; empty `mac_keys` means the same keys there. On a Mac Qt reads Ctrl as Command,
    so only real differences stand in `mac_keys`. `also` names what is not a key: a mouse button, the wheel,
    three presses of Shift. Help and handbook list the command under its `heading`.
    """

    id: str = field(kw_only=False)
    text: str
    keys: tuple[str, ...]
    help: str
    heading: str
    mac_keys: tuple[str, ...] = ()
    scope: str = WINDOW
    also: str = ""

    def keys_on(self, platform: str) -> tuple[str, ...]:
        """The keys for `sys.platform`."""
        return self.mac_keys if platform == "darwin" and self.mac_keys else self.keys


SEARCH, GO, PAGE, VIEW, HELP, CLOSE = N_("Search"), N_("Go"), N_("Page"), N_("View"), N_("Help"), N_("Close")

_ROWS = (
    Command(
        "search",
        text=N_("Search the guidance"),
        keys=("Ctrl+K", "Ctrl+L", "/"),
        help=N_("Puts the cursor in the search box."),
        heading=SEARCH,
    ),
    Command(
        "next_result",
        text=N_("Next result"),
        keys=("Down",),
        help=N_("Moves down the list of results."),
        heading=SEARCH,
        scope=RESULTS,
    ),
    Command(
        "previous_result",
        text=N_("Previous result"),
        keys=("Up",),
        help=N_("Moves up the list of results."),
        heading=SEARCH,
        scope=RESULTS,
    ),
    Command(
        "open_result",
        text=N_("Open result"),
        keys=("Return", "Enter"),
        help=N_("Opens the result that is chosen."),
        heading=SEARCH,
        scope=RESULTS,
    ),
    Command(
        "escape",
        text=N_("Close find or search"),
        keys=("Esc",),
        help=N_(
            "Closes find on page, or else clears the marks, or else returns from the results to the page. "
            "It never closes the program."
        ),
        heading=SEARCH,
    ),
    Command(
        "clear_marks",
        text=N_("Clear marks"),
        keys=("Ctrl+Shift+H",),
        help=N_("Takes the marks of your search away from the page. Esc does so too."),
        heading=PAGE,
    ),
    Command(
        "find",
        text=N_("Find on this page"),
        keys=("Ctrl+F",),
        help=N_("Looks for words on the page you are reading."),
        heading=PAGE,
    ),
    Command(
        "find_next",
        text=N_("Find next"),
        keys=("F3",),
        mac_keys=("F3", "Ctrl+G"),
        help=N_("Goes to the next place with these words."),
        heading=PAGE,
    ),
    Command(
        "find_previous",
        text=N_("Find previous"),
        keys=("Shift+F3",),
        mac_keys=("Shift+F3", "Ctrl+Shift+G"),
        help=N_("Goes to the place before with these words."),
        heading=PAGE,
    ),
    Command(
        "bookmark",
        text=N_("Bookmark this page"),
        keys=("Ctrl+D",),
        help=N_("Keeps the page, or keeps it no longer."),
        heading=PAGE,
    ),
    Command(
        "outline",
        text=N_("On this page"),
        keys=("Ctrl+Shift+O",),
        help=N_("Shows the headings of the page."),
        heading=PAGE,
    ),
    Command(
        "next_link",
        text=N_("Next link or tick box"),
        keys=("Tab",),
        help=N_("Moves to the next link or tick box."),
        heading=PAGE,
        scope=PAGE_TEXT,
    ),
    Command(
        "previous_link",
        text=N_("Previous link or tick box"),
        keys=("Shift+Tab",),
        help=N_("Moves to the link or tick box before."),
        heading=PAGE,
        scope=PAGE_TEXT,
    ),
    Command(
        "activate",
        text=N_("Use link or tick box"),
        keys=("Space", "Return", "Enter"),
        help=N_("Follows the link or ticks the box."),
        heading=PAGE,
        scope=PAGE_TEXT,
    ),
    Command(
        "caret",
        text=N_("Read with a cursor"),
        keys=("F7",),
        help=N_("Lets you move through the page by letter and line."),
        heading=PAGE,
    ),
    Command(
        "print",
        text=N_("Print this page"),
        keys=("Ctrl+P",),
        help=N_("Prints the page. A printed page can be found by others."),
        heading=PAGE,
    ),
    Command(
        "copy",
        text=N_("Copy"),
        keys=("Ctrl+C",),
        help=N_("Copies the words you have selected."),
        heading=PAGE,
        scope=PAGE_TEXT,
    ),
    Command(
        "back",
        text=N_("Back"),
        keys=("Alt+Left",),
        mac_keys=("Ctrl+[",),
        also=N_("mouse button 4"),
        help=N_("Returns to where you were before."),
        heading=GO,
    ),
    Command(
        "forward",
        text=N_("Forward"),
        keys=("Alt+Right",),
        mac_keys=("Ctrl+]",),
        also=N_("mouse button 5"),
        help=N_("Goes forward again after Back."),
        heading=GO,
    ),
    Command(
        "start_page",
        text=N_("Start page"),
        keys=("Alt+Home",),
        help=N_("Opens the page you see first."),
        heading=GO,
    ),
    Command(
        "next_part",
        text=N_("Next part of the window"),
        keys=("F6",),
        help=N_("Moves from header to topics panel to page."),
        heading=GO,
    ),
    Command(
        "previous_part",
        text=N_("Previous part of the window"),
        keys=("Shift+F6",),
        help=N_("Moves the other way round."),
        heading=GO,
    ),
    Command(
        "next_heading",
        text=N_("Next heading"),
        keys=("Alt+Down",),
        help=N_("Moves to the next heading of the page."),
        heading=GO,
    ),
    Command(
        "previous_heading",
        text=N_("Previous heading"),
        keys=("Alt+Up",),
        help=N_("Moves to the heading before."),
        heading=GO,
    ),
    Command(
        "next_page",
        text=N_("Next page"),
        keys=("Ctrl+PgDown",),
        help=N_("Opens the page that follows in reading order."),
        heading=GO,
    ),
    Command(
        "previous_page",
        text=N_("Previous page"),
        keys=("Ctrl+PgUp",),
        help=N_("Opens the page before in reading order."),
        heading=GO,
    ),
    Command(
        "topics_panel",
        text=N_("Show or hide topics"),
        keys=("F9",),
        help=N_("Opens or closes the panel beside the page."),
        heading=VIEW,
    ),
    Command(
        "topics", text=N_("Topics"), keys=("Ctrl+1",), help=N_("Shows the guidance by topic."), heading=VIEW
    ),
    Command(
        "groups",
        text=N_("Groups"),
        keys=("Ctrl+2",),
        help=N_("Shows the guidance by the children it is about."),
        heading=VIEW,
    ),
    Command(
        "bookmarks",
        text=N_("Bookmarks"),
        keys=("Ctrl+3",),
        help=N_("Shows the pages you keep."),
        heading=VIEW,
    ),
    Command(
        "tree_move",
        text=N_("Move in a list of topics"),
        keys=("Up", "Down", "Left", "Right"),
        help=N_("Moves, opens and closes."),
        heading=VIEW,
        scope=TREE,
    ),
    Command(
        "tree_ends",
        text=N_("First or last topic"),
        keys=("Home", "End"),
        help=N_("Jumps to the first or last topic."),
        heading=VIEW,
        scope=TREE,
    ),
    Command(
        "tree_open",
        text=N_("Open topic"),
        keys=("Return", "Enter"),
        help=N_("Opens the page or topic that is chosen."),
        heading=VIEW,
        scope=TREE,
    ),
    Command(
        "tree_expand",
        text=N_("Open all below"),
        keys=("*",),
        also=N_("letters jump to a name"),
        help=N_("Opens everything below the topic. Typing a name jumps to it."),
        heading=VIEW,
        scope=TREE,
    ),
    Command(
        "larger",
        text=N_("Larger text"),
        keys=("Ctrl++", "Ctrl+="),
        also=N_("Ctrl and wheel up"),
        help=N_("Makes all words larger."),
        heading=VIEW,
    ),
    Command(
        "smaller",
        text=N_("Smaller text"),
        keys=("Ctrl+-",),
        also=N_("Ctrl and wheel down"),
        help=N_("Makes all words smaller."),
        heading=VIEW,
    ),
    Command(
        "usual_size", text=N_("Usual text size"), keys=("Ctrl+0",), help=N_("Returns to 100 %."), heading=VIEW
    ),
    Command(
        "colours",
        text=N_("Change colours"),
        keys=("Ctrl+Shift+D",),
        help=N_("Changes to the next set of colours."),
        heading=VIEW,
    ),
    Command(
        "full_screen",
        text=N_("Full screen"),
        keys=("F11",),
        mac_keys=("Meta+Ctrl+F", "F11"),
        help=N_("Fills the screen, or returns from it."),
        heading=VIEW,
    ),
    Command(
        "help",
        text=N_("Help"),
        keys=("F1",),
        help=N_("Opens help, with the ways to leave and all keys."),
        heading=HELP,
    ),
    Command(
        "close",
        text=N_("Close"),
        keys=("Ctrl+W", "Ctrl+Q"),
        help=N_("Closes this program at once, just like Quick leave."),
        heading=CLOSE,
    ),
    Command(
        "leave",
        text=N_("Quick leave"),
        keys=("F12",),
        also=N_("Shift three times"),
        help=N_("Closes this program at once. You can choose another key under Display."),
        heading=CLOSE,
    ),
)

COMMANDS: Mapping[str, Command] = MappingProxyType({row.id: row for row in _ROWS})
