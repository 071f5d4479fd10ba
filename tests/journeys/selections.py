"""Another program on the same screen: reads or holds the clipboard and the selection of X11.

python -m tests.journeys.selections read          prints both
python -m tests.journeys.selections hold WORDS    owns both until its standard input ends
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QClipboard, QGuiApplication

BOTH = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


def read() -> int:
    QGuiApplication([])
    board = QGuiApplication.clipboard()
    print(json.dumps([board.text(mode) for mode in BOTH]))
    return 0


def hold(words: str) -> int:
    application = QGuiApplication([])
    board = QGuiApplication.clipboard()
    for mode in BOTH:
        board.setText(words, mode)
    told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    told.activated.connect(application.quit)
    print(json.dumps([board.ownsClipboard(), board.ownsSelection()]), flush=True)
    return application.exec()


if __name__ == "__main__":
    sys.exit(read() if sys.argv[1] == "read" else hold(sys.argv[2]))
