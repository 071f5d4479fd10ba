"""Everything a worker can ask of the window, with its keys: menu, tooltips and help derive from here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from desktop.i18n import N_

WINDOW = "window"
"""Works wherever the focus is. Any other scope names the part of the window that listens itself."""


@dataclass(frozen=True, slots=True)
class Command:
    """A row of the table. `keys` are portable names; empty `mac_keys` means the same keys there.

    On a Mac Qt reads Ctrl as Command, so only real differences stand in `mac_keys`.
    `also` names what is not a key: a mouse button, the wheel, three presses of Shift.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    mac_keys: tuple[str, ...]
    help: str
    menu: str
    scope: str = WINDOW
    also: str = ""

    def keys_on(self, platform: str) -> tuple[str, ...]:
        """The keys for `sys.platform`."""
        return self.mac_keys if platform == "darwin" and self.mac_keys else self.keys


SEARCH, GO, PAGE, VIEW, HELP, CLOSE = N_("Search"), N_("Go"), N_("Page"), N_("View"), N_("Help"), N_("Close")

_ROWS = (
    Command(
        "search",
        N_("Search the guidance"),
        ("Ctrl+K", "Ctrl+L", "/"),
        (),
        N_("Puts the cursor in the search box."),
        SEARCH,
    ),
    Command(
        "next_result",
        N_("Next result"),
        ("Down",),
        (),
        N_("Moves down the list of results."),
        SEARCH,
        "results",
    ),
    Command(
        "previous_result",
        N_("Previous result"),
        ("Up",),
        (),
        N_("Moves up the list of results."),
        SEARCH,
        "results",
    ),
    Command(
        "open_result",
        N_("Open result"),
        ("Return", "Enter"),
        (),
        N_("Opens the result that is chosen."),
        SEARCH,
        "results",
    ),
    Command(
        "escape",
        N_("Close find or search"),
        ("Esc",),
        (),
        N_("Closes find on page, or else returns from the results to the page. It never closes the program."),
        SEARCH,
    ),
    Command(
        "find",
        N_("Find on this page"),
        ("Ctrl+F",),
        (),
        N_("Looks for words on the page you are reading."),
        PAGE,
    ),
    Command(
        "find_next",
        N_("Find next"),
        ("F3",),
        ("F3", "Ctrl+G"),
        N_("Goes to the next place with these words."),
        PAGE,
    ),
    Command(
        "find_previous",
        N_("Find previous"),
        ("Shift+F3",),
        ("Shift+F3", "Ctrl+Shift+G"),
        N_("Goes to the place before with these words."),
        PAGE,
    ),
    Command(
        "back",
        N_("Back"),
        ("Alt+Left",),
        ("Ctrl+[",),
        N_("Returns to where you were before."),
        GO,
        also=N_("mouse button 4"),
    ),
    Command(
        "forward",
        N_("Forward"),
        ("Alt+Right",),
        ("Ctrl+]",),
        N_("Goes forward again after Back."),
        GO,
        also=N_("mouse button 5"),
    ),
    Command("start_page", N_("Start page"), ("Alt+Home",), (), N_("Opens the page you see first."), GO),
    Command(
        "next_part",
        N_("Next part of the window"),
        ("F6",),
        (),
        N_("Moves from header to topics panel to page."),
        GO,
    ),
    Command(
        "previous_part",
        N_("Previous part of the window"),
        ("Shift+F6",),
        (),
        N_("Moves the other way round."),
        GO,
    ),
    Command(
        "next_heading",
        N_("Next heading"),
        ("Alt+Down",),
        (),
        N_("Moves to the next heading of the page."),
        GO,
    ),
    Command(
        "previous_heading", N_("Previous heading"), ("Alt+Up",), (), N_("Moves to the heading before."), GO
    ),
    Command(
        "next_page",
        N_("Next page"),
        ("Ctrl+PgDown",),
        (),
        N_("Opens the page that follows in reading order."),
        GO,
    ),
    Command(
        "previous_page",
        N_("Previous page"),
        ("Ctrl+PgUp",),
        (),
        N_("Opens the page before in reading order."),
        GO,
    ),
    Command(
        "topics_panel",
        N_("Show or hide topics"),
        ("F9",),
        (),
        N_("Opens or closes the panel beside the page."),
        VIEW,
    ),
    Command("topics", N_("Topics"), ("Ctrl+1",), (), N_("Shows the guidance by topic."), VIEW),
    Command(
        "groups", N_("Groups"), ("Ctrl+2",), (), N_("Shows the guidance by the children it is about."), VIEW
    ),
    Command("bookmarks", N_("Bookmarks"), ("Ctrl+3",), (), N_("Shows the pages you keep."), VIEW),
    Command(
        "tree_move",
        N_("Move in a list of topics"),
        ("Up", "Down", "Left", "Right"),
        (),
        N_("Moves, opens and closes."),
        VIEW,
        "tree",
    ),
    Command(
        "tree_ends",
        N_("First or last topic"),
        ("Home", "End"),
        (),
        N_("Jumps to the first or last topic."),
        VIEW,
        "tree",
    ),
    Command(
        "tree_open",
        N_("Open topic"),
        ("Return", "Enter"),
        (),
        N_("Opens the page or topic that is chosen."),
        VIEW,
        "tree",
    ),
    Command(
        "tree_expand",
        N_("Open all below"),
        ("*",),
        (),
        N_("Opens everything below the topic. Typing a name jumps to it."),
        VIEW,
        "tree",
        also=N_("letters jump to a name"),
    ),
    Command(
        "bookmark",
        N_("Bookmark this page"),
        ("Ctrl+D",),
        (),
        N_("Keeps the page, or keeps it no longer."),
        PAGE,
    ),
    Command(
        "outline", N_("On this page"), ("Ctrl+Shift+O",), (), N_("Shows the headings of the page."), PAGE
    ),
    Command(
        "next_link",
        N_("Next link or tick box"),
        ("Tab",),
        (),
        N_("Moves to the next link or tick box."),
        PAGE,
        "page",
    ),
    Command(
        "previous_link",
        N_("Previous link or tick box"),
        ("Shift+Tab",),
        (),
        N_("Moves to the link or tick box before."),
        PAGE,
        "page",
    ),
    Command(
        "activate",
        N_("Use link or tick box"),
        ("Space", "Return", "Enter"),
        (),
        N_("Follows the link or ticks the box."),
        PAGE,
        "page",
    ),
    Command(
        "caret",
        N_("Read with a cursor"),
        ("F7",),
        (),
        N_("Lets you move through the page by letter and line."),
        PAGE,
    ),
    Command(
        "print",
        N_("Print this page"),
        ("Ctrl+P",),
        (),
        N_("Prints the page. A printed page can be found by others."),
        PAGE,
    ),
    Command("copy", N_("Copy"), ("Ctrl+C",), (), N_("Copies the words you have selected."), PAGE, "page"),
    Command(
        "larger",
        N_("Larger text"),
        ("Ctrl++", "Ctrl+="),
        (),
        N_("Makes all words larger."),
        VIEW,
        also=N_("Ctrl and wheel up"),
    ),
    Command(
        "smaller",
        N_("Smaller text"),
        ("Ctrl+-",),
        (),
        N_("Makes all words smaller."),
        VIEW,
        also=N_("Ctrl and wheel down"),
    ),
    Command("usual_size", N_("Usual text size"), ("Ctrl+0",), (), N_("Returns to 100 %."), VIEW),
    Command(
        "colours",
        N_("Change colours"),
        ("Ctrl+Shift+D",),
        (),
        N_("Changes to the next set of colours."),
        VIEW,
    ),
    Command(
        "full_screen",
        N_("Full screen"),
        ("F11",),
        ("Meta+Ctrl+F", "F11"),
        N_("Fills the screen, or returns from it."),
        VIEW,
    ),
    Command(
        "help",
        N_("Help"),
        ("F1",),
        (),
        N_("Opens help, with the ways to leave and all keys."),
        HELP,
    ),
    Command(
        "close",
        N_("Close"),
        ("Ctrl+W", "Ctrl+Q"),
        (),
        N_("Closes this program at once, just like Quick leave."),
        CLOSE,
    ),
    Command(
        "leave",
        N_("Quick leave"),
        ("F12",),
        (),
        N_("Closes this program at once. You can choose another key under Display."),
        CLOSE,
        also=N_("Shift three times"),
    ),
)

COMMANDS: Mapping[str, Command] = MappingProxyType({row.id: row for row in _ROWS})
