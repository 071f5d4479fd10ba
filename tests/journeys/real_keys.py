"""Keys, mouse and pixels of a real display, without a process for each press: X11's own test extension."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from ctypes import (
    CDLL,
    POINTER,
    Structure,
    c_char_p,
    c_int,
    c_uint,
    c_ulong,
    c_void_p,
    create_string_buffer,
    string_at,
)

_GREEN = 0x2F7F4F
"""The bare screen's colour: nothing in the program or the window manager has it."""
_ALL_PLANES = 0xFFFFFFFF
_Z_PIXMAP = 2
_SUBSTRUCTURE, _MAP_NOTIFY, _EVENT_BYTES = 1 << 19, 19, 192  # from X11's own headers
_BYTES = 4  # to a pixel, at a depth of 24
_BETWEEN_LOOKS = 0.0003  # seconds; looking without a pause would take the processor from the program
STRIPS = (90, 230, 370, 510, 650)
"""Lines of the screen that are looked at; the window covers all of them."""
NAMES = {" ": "space", "'": "apostrophe", ",": "comma", "-": "minus", ".": "period"}


class _Image(Structure):
    _fields_ = (
        *((name, c_int) for name in ("width", "height", "xoffset", "format")),
        ("data", c_void_p),
        *((name, c_int) for name in ("order", "unit", "bits", "pad", "depth", "line")),
    )  # fmt: skip


class RealKeys:
    """A connection to the display; close it, or use `real_keys`."""

    def __init__(self, display: str) -> None:
        self.display = display
        self._x, self._test = _libraries()
        self._display = self._x.XOpenDisplay(display.encode())
        if not self._display:
            raise RuntimeError(f"There is no display {display}.")
        self._screen = self._x.XDefaultScreen(self._display)
        self._root = self._x.XDefaultRootWindow(self._display)
        self.size = tuple(
            ask(self._display, self._screen) for ask in (self._x.XDisplayWidth, self._x.XDisplayHeight)
        )
        self._x.XSetWindowBackground(self._display, self._root, _GREEN)
        self._x.XClearWindow(self._display, self._root)
        self._x.XSync(self._display, 0)

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)

    def down(self, key: str) -> None:
        """Press a key, named as X11 names it, and leave it down."""
        self._key(key, True)

    def up(self, key: str) -> None:
        self._key(key, False)

    def key(self, *keys: str) -> None:
        """Press keys together and let them go."""
        for key in keys:
            self.down(key)
        for key in reversed(keys):
            self.up(key)

    @contextmanager
    def held(self, *keys: str) -> Iterator[None]:
        """Hold keys down meanwhile."""
        for key in keys:
            self.down(key)
        yield
        for key in reversed(keys):
            self.up(key)

    def type(self, words: str, every: float) -> None:
        """Type words, a letter each `every` seconds."""
        for letter in words:
            self.key(NAMES.get(letter, letter))
            time.sleep(every)

    def move(self, x: int, y: int) -> None:
        self._test.XTestFakeMotionEvent(self._display, self._screen, x, y, 0)
        self._x.XSync(self._display, 0)

    def button(self, down: bool) -> None:
        """Press or let go the left button of the mouse."""
        self._test.XTestFakeButtonEvent(self._display, 1, int(down), 0)
        self._x.XSync(self._display, 0)

    def pixels(self) -> bytes:
        """What stands on some lines of the screen now."""
        return b"".join(self._strip(line) for line in STRIPS)

    def lines(self, left: int, right: int, tops: Iterable[int]) -> bytes:
        """What stands on these lines now, from one column up to another."""
        return b"".join(self._strip(top, left, right - left) for top in tops)

    def bare(self) -> bool:
        """Whether no window covers any of these lines."""
        wide = self.size[0]
        return all(self._strip(line) == _GREEN.to_bytes(_BYTES, "little") * wide for line in STRIPS)

    def watch_windows(self) -> None:
        """Count from now on the windows that come to the screen, menus and hints included."""
        self._x.XSelectInput(self._display, self._root, _SUBSTRUCTURE)
        self._x.XSync(self._display, 1)

    def windows_that_came(self) -> int:
        """How many have come since the last call."""
        self._x.XSync(self._display, 0)
        event = create_string_buffer(_EVENT_BYTES)
        count = 0
        while self._x.XCheckTypedEvent(self._display, _MAP_NOTIFY, event):
            count += 1
        return count

    def wait(self, done: Callable[[], bool], patience: float) -> float:
        """Look until it is so; the seconds it took. TimeoutError after `patience` seconds."""
        begun = time.perf_counter()
        while not done():
            if time.perf_counter() - begun > patience:
                raise TimeoutError(f"not so after {patience:g} seconds")
            time.sleep(_BETWEEN_LOOKS)
        return time.perf_counter() - begun

    def _key(self, key: str, down: bool) -> None:
        symbol = self._x.XStringToKeysym(key.encode())
        code = self._x.XKeysymToKeycode(self._display, symbol)
        if not code:
            raise ValueError(f"The keyboard has no key {key}.")
        self._test.XTestFakeKeyEvent(self._display, code, int(down), 0)
        self._x.XSync(self._display, 0)

    def _strip(self, line: int, left: int = 0, wide: int = 0) -> bytes:
        wide = wide or self.size[0]
        image = self._x.XGetImage(self._display, self._root, left, line, wide, 1, _ALL_PLANES, _Z_PIXMAP)
        if not image:
            raise RuntimeError("The display does not tell its pixels.")
        # the fourth byte of a pixel means nothing
        data = bytearray(string_at(image.contents.data, wide * _BYTES))
        data[3::4] = bytes(wide)
        self._x.XDestroyImage(image)
        return bytes(data)


@contextmanager
def real_keys(display: str) -> Iterator[RealKeys]:
    """A connection that is closed in the end."""
    keys = RealKeys(display)
    try:
        yield keys
    finally:
        keys.close()


def _libraries() -> tuple[CDLL, CDLL]:
    x, test = CDLL("libX11.so.6"), CDLL("libXtst.so.6")
    x.XOpenDisplay.restype = c_void_p
    x.XOpenDisplay.argtypes = [c_char_p]
    x.XDefaultRootWindow.restype = x.XStringToKeysym.restype = c_ulong
    x.XStringToKeysym.argtypes = [c_char_p]
    x.XKeysymToKeycode.argtypes = [c_void_p, c_ulong]
    for ask in (x.XDefaultScreen, x.XDefaultRootWindow, x.XCloseDisplay):
        ask.argtypes = [c_void_p]
    for ask in (x.XDisplayWidth, x.XDisplayHeight, x.XSync):
        ask.argtypes = [c_void_p, c_int]
    x.XSetWindowBackground.argtypes = [c_void_p, c_ulong, c_ulong]
    x.XSelectInput.argtypes = [c_void_p, c_ulong, c_ulong]
    x.XCheckTypedEvent.argtypes = [c_void_p, c_int, c_char_p]
    x.XClearWindow.argtypes = [c_void_p, c_ulong]
    x.XGetImage.restype = POINTER(_Image)
    x.XGetImage.argtypes = [c_void_p, c_ulong, c_int, c_int, c_uint, c_uint, c_ulong, c_int]
    x.XDestroyImage.argtypes = [POINTER(_Image)]
    test.XTestFakeKeyEvent.argtypes = [c_void_p, c_uint, c_int, c_ulong]
    test.XTestFakeButtonEvent.argtypes = [c_void_p, c_uint, c_int, c_ulong]
    test.XTestFakeMotionEvent.argtypes = [c_void_p, c_int, c_int, c_int, c_ulong]
    return x, test
