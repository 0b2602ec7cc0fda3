"""The pages of the room below the columns, as actions of a menu; and the key that folds the room away."""

from __future__ import annotations

from core.words import say
from gui.explore.page import PageKind
from gui.explore.pages import PAGES
from gui.window.actions import Action, Menu


def explore_actions() -> tuple[Action, ...]:
    """One action for each page, and one that folds the room."""
    return (
        *(_action(number, kind) for number, kind in enumerate(PAGES, 1)),
        Action(
            "fold_explore",
            lambda lang: say(lang, "&Fold or unfold"),
            lambda w: w.body.explore.fold(not w.body.explore.folded),
            ("Ctrl+E",),
        ),
    )


def explore_menu() -> Menu:
    """The menu of all of them."""
    words = lambda lang: say(lang, "E&xplore")  # noqa: E731
    return Menu("explore", words, (*(_id(kind) for kind in PAGES), "-", "fold_explore"))


def _action(number: int, kind: PageKind) -> Action:
    return Action(
        _id(kind),
        lambda lang: f"&{number}  {kind.words(lang)}",
        lambda w: w.body.show_explore(kind.id),
        kind.keys,
    )


def _id(kind: PageKind) -> str:
    return f"explore_{kind.id}"
