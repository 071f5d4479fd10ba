"""Copies ask clipboard histories to forget them: what a worker copies tells what was read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
"""How Qt passes on a clipboard format of Windows by its registered name."""
_NO = bytes(4)
"""A DWORD of 0."""

MARKS: Mapping[str, bytes] = MappingProxyType(
    {
        _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"1",
        _WINDOWS.format("CanIncludeInClipboardHistory"): _NO,
        _WINDOWS.format("CanUploadToCloudClipboard"): _NO,
        "x-kde-passwordManagerHint": b"secret",
    }
)
"""Only wishes: a history may keep the words all the same. On macOS `org.nspasteboard.ConcealedType` would be
the mark, but Qt lets only C++ name a type of the pasteboard, so there a copy carries none."""


def marked(words: str) -> QMimeData:
    """Plain words with every mark."""
    copied = QMimeData()
    copied.setText(words)
    for name, value in MARKS.items():
        copied.setData(name, value)
    return copied


def copy_words(words: str) -> None:
    """Put words on the clipboard, marked."""
    QApplication.clipboard().setMimeData(marked(words))
