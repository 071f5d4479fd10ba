"""Whatever the scaling of the display, the first window is on it with all of it, Quick leave too."""

from __future__ import annotations

import pytest

from tests.journeys.real_screen import Screen, wait_until

pytestmark = [pytest.mark.screen, pytest.mark.slow]


@pytest.mark.parametrize("scaling", ["1", "1.25", "1.5", "2", "3"])
def test_the_first_window_fits(at_screen: Screen, scaling: str) -> None:
    at_screen.environment["QT_SCALE_FACTOR"] = scaling
    window = at_screen.opened(at_screen.start())
    width, height = map(int, at_screen.tool("getdisplaygeometry").split())

    def edges() -> tuple[int, int, int, int]:
        told = dict(
            line.split("=") for line in at_screen.tool("getwindowgeometry", "--shell", window).split()
        )
        left, top = int(told["X"]), int(told["Y"])
        return left, top, left + int(told["WIDTH"]), top + int(told["HEIGHT"])

    def fits() -> bool:
        left, top, right, bottom = edges()
        return left >= 0 and top >= 0 and right <= width and bottom <= height

    assert wait_until(fits), f"{edges()} on {width} x {height}"
