"""The order of the Tab key, kept the same as the order on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow_with_tab(order: Sequence[QWidget]) -> None:
    """Let Tab go through widgets, and through what is inside them, in the given order.

    They stay together where the first of them stood. Qt moves a widget only behind another one that
    the keyboard reaches, so whatever stands before them plays that part for a moment.
    """
    chain = focus_chain(order[0].window())
    stops = [stop for widget in order for stop in _stops_in(widget, chain)]
    if not stops:
        return
    before = _before(stops, chain)
    policy = before.focusPolicy()
    before.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for one, next_ in pairwise([before, *stops]):
        QWidget.setTabOrder(one, next_)
    before.setFocusPolicy(policy)


def focus_chain(window: QWidget) -> list[QWidget]:
    """Return all widgets of a window in the order of Tab, those included that it passes over."""
    chain, at = [window], window.nextInFocusChain()
    while at is not None and at is not window:
        chain.append(at)
        at = at.nextInFocusChain()
    return chain


def _stops_in(widget: QWidget, chain: Sequence[QWidget]) -> list[QWidget]:
    inside = {widget, *widget.findChildren(QWidget)}
    return [stop for stop in chain if stop in inside and _is_stop(stop)]


def _before(stops: Sequence[QWidget], chain: Sequence[QWidget]) -> QWidget:
    """Return the last widget before the first of the stops that does not stand for another."""
    first = min(chain.index(stop) for stop in stops)
    return next(w for w in reversed(chain[: max(first, 1)]) if w.focusProxy() is None)


def _is_stop(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
