"""What a page names outside the program: an address or a number is offered for copying, and never opened."""

from __future__ import annotations

from PySide6.QtCore import QObject

from content.model import Library
from content.shown_numbers import beside
from content.text import quickest_way, shown_number
from desktop.i18n import _
from desktop.ui.main_window import MainWindow
from desktop.ui.widgets.marked_copy import copy_words


class CopyController(QObject):
    """Answers a click in the notice line, with a button that copies."""

    def __init__(self, window: MainWindow, library: Library) -> None:
        super().__init__(window)
        self._notice = window.notice
        self._library = library
        page = window.page_view
        page.address_wanted.connect(self.offer_address)
        page.contact_wanted.connect(self.offer_number)

    def offer_address(self, url: str) -> None:
        """Say that this is a website, for which the worker needs the internet."""
        sentence = _("This link goes to a website. You need the internet to open it: {url}").format(url=url)
        self._notice.say(sentence, _("Copy address"), lambda: copy_words(url))

    def offer_number(self, name: str) -> None:
        """Say how to reach this contact of the pack."""
        if contact := self._library.contacts.get(name):
            way = quickest_way(contact)
            sentence = beside("{name}: {number}", shown_number(contact) or way, name=contact.name)
            self._notice.say(sentence, _("Copy"), lambda: copy_words(way))
