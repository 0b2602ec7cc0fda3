"""The comparisons that trainers ask for, as actions: each sets both versions in one step.

Which there are, and in which words, stands with the law; here they only become a menu.
"""

from __future__ import annotations

from core.law.load import law
from core.law.provisions import Pair
from core.words import say
from gui.window.actions import Action, Menu

MOST_KEYS = 9


def pair_actions() -> tuple[Action, ...]:
    """One action for each comparison, and one for any other two versions."""
    made = (_action(number, pair) for number, pair in enumerate(law().pairs, 1))
    return (
        *made,
        Action(
            "any_dates",
            lambda lang: say(lang, "&Any two dates…"),
            lambda w: w.body.ask_for_versions(),
            ("Ctrl+D",),
        ),
    )


def pairs_menu() -> Menu:
    """The menu of all of them."""
    ids = tuple(_id(pair) for pair in law().pairs)
    words = lambda lang: say(lang, "Com&parisons")  # noqa: E731
    return Menu("comparisons", words, (*ids, "-", "any_dates"), tips=True)


def _action(number: int, pair: Pair) -> Action:
    return Action(
        _id(pair),
        lambda lang: f"&{number}  {pair.title[lang].replace('&', '&&')}",
        lambda w: w.document.set_versions(pair.left, pair.right),
        (f"Ctrl+{number}",) if number <= MOST_KEYS else (),
        on=lambda w: (w.document.setup.left, w.document.setup.right) == (pair.left, pair.right),
        note=lambda lang: pair.note[lang],
    )


def _id(pair: Pair) -> str:
    return f"compare_{pair.id}"
