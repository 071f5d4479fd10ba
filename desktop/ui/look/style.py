"""Look, text size and icons in one frozen value that every widget reads, so nothing asks a global."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtGui import QColor, QFont, QPixmap

from desktop.ui.look.icons import IconStore
from desktop.ui.look.look import px
from desktop.ui.look.look_files import Look

_LOCAL_FORMS = QFont.Tag("locl")
"""Other shapes of letters for some languages. In the bundled type some are the usual ones over again, A and
the space among them, under numbers that no PDF leads back to a letter: it could not be copied."""
WEIGHTS = {400: QFont.Weight.Normal, 600: QFont.Weight.DemiBold, 700: QFont.Weight.Bold}


@dataclass(frozen=True, slots=True)
class Style:
    """How the program looks at this moment. `scale` is the text size: 1.0 to 2.0.

    Fonts and colours are made once and handed to everybody: whoever wants to change one copies it first.
    """

    look: Look
    scale: float
    family: str
    icons: IconStore
    _fonts: dict[tuple[str, int], QFont] = field(default_factory=dict, init=False, repr=False, compare=False)
    _colours: dict[str, QColor] = field(default_factory=dict, init=False, repr=False, compare=False)

    def colour(self, role: str) -> QColor:
        """The colour that this look gives a role."""
        if role not in self._colours:
            self._colours[role] = QColor(self.look.colours[role])
        return self._colours[role]

    def size(self, effective: float) -> int:
        """Device-independent pixels for a length that was drawn at 100 %."""
        return round(effective * self.scale)

    def font(self, role: str, weight: int = 400) -> QFont:
        """The type of a role; sizes in pixels, hinting off so that every platform draws alike."""
        if (role, weight) not in self._fonts:
            self._fonts[role, weight] = self._make_font(role, weight)
        return self._fonts[role, weight]

    def _make_font(self, role: str, weight: int) -> QFont:
        font = QFont(self.family)
        font.setPixelSize(px(role, self.scale))
        font.setWeight(WEIGHTS[weight])
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setFeature(_LOCAL_FORMS, 0)
        return font

    def pixmap(self, name: str, role: str, size: float, ratio: float = 1.0) -> QPixmap:
        """An icon in the colour of a role; `size` as drawn at 100 %."""
        return self.icons.pixmap(name, self.look.colours[role], self.size(size), ratio)
