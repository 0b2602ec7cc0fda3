"""A release of PySide6 that loses references to None must not come in unnoticed.

PySide6 6.12.0 returned None from void methods without taking a reference. Under Python 3.11
each call then lowers the count by one, and after some 5,000 of them the process aborts. A short
test run can look green, so the count itself is watched here.
"""

from __future__ import annotations

import sys

import pytest

CALLS = 100


def test_setters_do_not_wear_out_none():
    core = pytest.importorskip("PySide6.QtCore", exc_type=ImportError)
    thing = core.QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    lost = before - sys.getrefcount(None)
    assert lost < CALLS // 2, f"{lost} references to None lost in {CALLS} calls of a setter"
