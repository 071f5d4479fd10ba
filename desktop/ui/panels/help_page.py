"""Help inside the program: the handbook's pages as cards, how to leave, and every key, from the table."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QWidget

from content.kinds import KINDS
from content.listing import ROOT, listing_of
from content.model import Library, PageHead, Status
from desktop.commands import COMMANDS, Command
from desktop.i18n import N_, _
from desktop.ui.look.appearance import Appearance
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.card_page import CardPage
from desktop.ui.widgets.push_button import SECONDARY, PushButton

LEAVING = (
    N_(
        "Press the Quick leave button, or press Shift three times, or press F12 (Display offers other keys). "
        "Closing the window does the same."
    ),
    N_("Press Shift three times, not more: five presses make Windows ask about Sticky Keys, with a sound."),
    N_("The window is hidden at once. Then what you searched and read is cleared, and the program ends."),
    N_("To come back, open the program again. It opens at the start page."),
)
NOT_LEAVING = (
    N_("Quick leave does not hide that the program is on this computer."),
    N_("It does not undo what someone has already seen, or what a camera has recorded."),
    N_("Bookmarks and settings stay on this computer. So do pages that you printed."),
    N_("Words that you copied may stay in the clipboard history of this computer."),
    N_("It gives no protection from monitoring software, or from the people who manage this computer."),
    N_("It cannot keep cameras, every screenshot or every recording program from seeing the window."),
)
FAILURES = (
    N_(
        "If a part of this program fails, its place in the program is noted here, and how often it failed. "
        "What you searched or read is not noted."
    ),
    N_("The list is not written to the disk, and leaving empties it."),
)


def keys_words(command: Command) -> str:
    """The keys of a command as this computer writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    keys = [QKeySequence(key).toString(native) for key in command.keys_on(sys.platform)]
    return ", ".join([*keys, *([_(command.also)] if command.also else [])])


def help_heads(library: Library) -> tuple[PageHead, ...]:
    """The pages of the program's own handbook, in reading order."""
    listing = listing_of(library)
    packs = {ROOT: library.info, **library.joined}
    numbers = [
        number
        for pack, info in packs.items()
        if info.status is Status.PROGRAM
        for number in listing.pages_in("pack", pack)
    ]
    return tuple(library.heads[listing.ids[number]] for number in sorted(numbers))


class HelpPage(CardPage):
    """The handbook says more; what must not be looked for stands here in full."""

    page_wanted = Signal(str)
    practice_wanted = Signal()
    opened = Signal()
    erase_wanted = Signal()
    support_copy_wanted = Signal()

    def __init__(
        self,
        appearance: Appearance,
        handbook: Sequence[PageHead],
        places: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, _("Help"), parent)
        self.add_words(_("Help"), "h1", 700)
        self.add_cards([self._practice_card(), *(self._page_card(head) for head in handbook)])
        self._add_list(_("How to leave quickly"), LEAVING)
        self._add_list(_("What leaving does not do"), NOT_LEAVING)
        self.add_words(_("Where things lie"), "h2", 700)
        for name, place in places.items():
            self.add_words(f"{name}: {place}", "ui")
        self._add_traces()
        self._add_faults()
        self._add_keys()
        self.end()

    def _add_traces(self) -> None:
        self.add_words(_("What this program has written here"), "h2", 700)
        self._traces = self.add_words("", "ui")
        self._erase = PushButton(
            self._appearance, _("Erase all of it"), _("Erase all that this program has written"), SECONDARY
        )
        self._erase.clicked.connect(self.erase_wanted)
        self.add_part(self._erase)

    def show_traces(self, lines: Sequence[str], erasable: bool) -> None:
        """Tell what stands on the disk, and whether any of it can be erased now."""
        self._traces.setText("\n".join(lines) or _("Nothing."))
        self._erase.setVisible(erasable)

    def _add_faults(self) -> None:
        self.add_words(_("What has failed"), "h2", 700)
        for sentence in FAILURES:
            self.add_words(_(sentence), "ui")
        self._faults = self.add_words("", "ui")
        self._copy = PushButton(
            self._appearance,
            _("Copy for support"),
            _("Copy what has failed, for whoever helps you"),
            SECONDARY,
        )
        self._copy.clicked.connect(self.support_copy_wanted)
        self.add_part(self._copy)

    def show_faults(self, lines: Sequence[str]) -> None:
        """Tell what has failed since the start."""
        self._faults.setText("\n".join(lines) or _("Nothing."))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.opened.emit()

    def _practice_card(self) -> Card:
        line = _("Press Shift three times, and see how quickly you would be gone. Nothing closes.")
        card = Card(self._appearance, _("Practise leaving quickly"), line, "log-out")
        card.clicked.connect(self.practice_wanted)
        return card

    def _page_card(self, head: PageHead) -> Card:
        card = Card(self._appearance, head.title, head.summary, KINDS[head.kind].icon)
        card.clicked.connect(lambda: self.page_wanted.emit(head.id))
        return card

    def _add_list(self, title: str, sentences: tuple[str, ...]) -> None:
        self.add_words(title, "h2", 700)
        for sentence in sentences:
            self.add_words(_(sentence), "ui")

    def _add_keys(self) -> None:
        self.add_words(_("Keys"), "h2", 700)
        heading = ""
        for command in COMMANDS.values():
            if command.heading != heading:
                heading = command.heading
                self.add_words(_(heading), "h3", 700)
            self.add_words(f"{_(command.text)}: {keys_words(command)}", "ui")
