"""Practise leaving: three keys that fill, what would happen, how long it took, and what it cannot do."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent
from PySide6.QtWidgets import QWidget

from desktop.i18n import N_, _
from desktop.leave.rehearsal import Rehearsal
from desktop.ui.leave.hide_trial import HideTrial
from desktop.ui.leave.key_boxes import KeyBoxes
from desktop.ui.look.appearance import Appearance
from desktop.ui.widgets.card_page import CardPage
from desktop.ui.widgets.push_button import PRIMARY, SECONDARY, PushButton
from desktop.ui.widgets.wrapping_row import WrappingRow

COLUMN = 560
_START = replace(PRIMARY, edge="accent")
"""With the same room for the focus ring as its neighbour."""
_TRIAL = 24
"""Side of the test window in pixels; it stands where the page is empty."""

STEPS = (
    N_("Press the Shift key 3 times."),
    N_("2 more times."),
    N_("1 more time."),
    N_("That’s it. The window would now be hidden."),
)
LIMITS = (
    N_(
        "Only Shift is rehearsed on this page. The Quick leave button, its key (F12, unless you changed it) "
        "and closing the window really leave."
    ),
    N_(
        "If a key does nothing here, this computer keeps it for itself. "
        "Use another way, or choose another key under Display."
    ),
    N_("Press three times, not more. Five presses make Windows ask about Sticky Keys, with a sound."),
    N_(
        "To come back, open the program again as you opened it before. "
        "Your search and the page you were reading are cleared."
    ),
    N_(
        "How fast it goes is measured with a small empty window on this computer. "
        "When the computer is busy, it may take longer."
    ),
    N_("Quick leave hides the screen. It does not hide that the program is on this computer."),
)


class PracticePage(CardPage):
    """Shows presses that others count; nothing here leaves."""

    reading_wanted = Signal()
    limits_wanted = Signal()

    column = COLUMN

    def __init__(self, appearance: Appearance, title: str, parent: QWidget | None = None) -> None:
        super().__init__(appearance, _("Practise leaving quickly"), parent)
        self.rehearsal = Rehearsal()
        self._trial = HideTrial(title)
        self._trial.measured.connect(self._show_time)
        self.add_words(_("Practise leaving quickly"), "h1", 700)
        lead = _("If someone walks in, you can hide this window at once. Try it now.")
        calm = _("Pressing Shift closes nothing while you practise.")
        self.add_words(f"{lead} {calm}", "lead")
        self.boxes = KeyBoxes(appearance, self)
        self.add_part(self.boxes)
        self.step = self.add_words(_(STEPS[0]), "h2", 700)
        self.time = self.add_words("", "ui", 700)
        self.warning = self.add_words("", "ui", 700, "warn_ink")
        for sentence in LIMITS:
            self.add_words(_(sentence), "ui", 400, "ink2" if sentence in LIMITS[-2:] else "ink")
        self._add_buttons()
        self.end()

    def _add_buttons(self) -> None:
        row = QWidget(self)
        line = WrappingRow(row)
        self.start_button = PushButton(
            self._appearance, _("Start reading"), _("Start reading"), _START, parent=row
        )
        self.skip_button = PushButton(
            self._appearance, _("Skip for now"), _("Skip for now"), SECONDARY, parent=row
        )
        self.limits_button = PushButton(
            self._appearance,
            _("What leaving does not do"),
            _("What leaving does not do"),
            SECONDARY,
            parent=row,
        )
        for part in (self.start_button, self.skip_button, self.limits_button):
            line.addWidget(part)
        for button in (self.start_button, self.skip_button):
            button.clicked.connect(self.reading_wanted)
        self.limits_button.clicked.connect(self.limits_wanted)
        self.add_part(row)

    def show_first(self, first: bool) -> None:
        """Whether this is the first start, where one may skip the page."""
        self.skip_button.setVisible(first)
        self.limits_button.setVisible(not first)

    def show_press(self, count: int, at_ms: int) -> None:
        """Take on how many presses of Shift have been made, with the time of the last."""
        was_done = self.rehearsal.done
        self.rehearsal.press(count, at_ms)
        self._show_state()
        if count:
            self.ensureWidgetVisible(self.step)
        if count == 1 and not self.rehearsal.done:
            self.time.setText("")
            self._prepare_trial()
        elif self.rehearsal.done and not was_done:
            self._tell_done()

    def _show_state(self) -> None:
        filled = self.rehearsal.filled
        self.boxes.show_filled(filled)
        self.step.setText(_(STEPS[filled]))
        too_many = _("Three presses are enough. Stop there.") if self.rehearsal.too_many else ""
        self.warning.setText(too_many)

    def show_another_window(self, key: str) -> None:
        """Say what it may mean that another program has come forward while somebody practises."""
        words = _(
            "Another window came forward. If you pressed {key}, this computer keeps that key for itself: "
            "choose another key under Display."
        )
        self.warning.setText(words.format(key=key))

    def _prepare_trial(self) -> None:
        if not self.isVisible():
            return
        body = self.viewport()
        corner = body.mapToGlobal(QPoint(body.width() - _TRIAL, body.height() - _TRIAL))
        surface = self._appearance.style.colour("surface")
        self._trial.prepare(QRect(corner.x(), corner.y(), _TRIAL, _TRIAL), surface)

    def _tell_done(self) -> None:
        needed = _("You needed {seconds} s for three presses.")
        self.time.setText(needed.format(seconds=f"{self.rehearsal.needed_seconds:.1f}"))
        self._trial.run()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.step.text()))

    def _show_time(self, seconds: float) -> None:
        words = _("Gone in {gone} s; you needed {needed} s for three presses.")
        gone = max(1, ceil(seconds * 1000)) / 1000
        needed = self.rehearsal.needed_seconds
        self.time.setText(words.format(gone=f"{gone:.3f}", needed=f"{needed:.1f}"))

    def begin_again(self) -> None:
        """Show three empty keys."""
        self.rehearsal.begin_again()
        self.time.setText("")
        self._show_state()

    def hideEvent(self, event: QHideEvent) -> None:
        self._trial.cancel()
        self.begin_again()
        super().hideEvent(event)

    def focus_start(self) -> None:
        """Give the keyboard to the button that goes on."""
        self.start_button.setFocus(Qt.FocusReason.OtherFocusReason)
