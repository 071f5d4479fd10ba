"""Qt's Python layer must not give away references that it does not own: the program would abort."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QTextDocument

CALLS = 1000
SLACK = 100  # other parts of the interpreter hold and drop None too, but not a thousand times


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_none_keeps_its_references_over_void_calls() -> None:
    size, thing, document = QSize(), QObject(), QTextDocument()
    before = sys.getrefcount(None)
    for number in range(CALLS):
        size.setWidth(number)
        thing.setObjectName("x")
        document.setModified(False)
    assert sys.getrefcount(None) >= before - SLACK


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True is immortal from Python 3.12 on")
def test_true_keeps_its_references_over_asking_calls() -> None:
    size, thing = QSize(), QObject()
    before = sys.getrefcount(True)
    for _ in range(CALLS):
        size.isEmpty()
        thing.signalsBlocked()
    assert sys.getrefcount(True) >= before - SLACK
