"""Rewrites that make a condition about a whole list one about some member of it."""

from __future__ import annotations

from core.logic.tree import All, Call, Compare, Const, Expr, Fact, Pick, Some

MEMBER = "picked"


def first_as_some(leaf: Compare) -> Some | None:
    """``claim.date >= first(entries.date, after=D) + …`` as "some entry after D lies so far back".

    That the first of some dates lies far enough back says no more than that one of them does. None
    for a comparison that picks nothing. Raises TypeError for one that cannot be rewritten so.
    """
    pick = _picked(leaf.right)
    if pick is None:
        return None
    if leaf.op not in (">=", ">") or pick.which != "first" or leaf.negated:
        raise TypeError(f"a diagram cannot hold {leaf.text!r}")
    date = Fact(pick.field, MEMBER)
    old = Compare(leaf.op, leaf.left, _with(leaf.right, date), leaf.text)
    if pick.after is None:
        return Some(MEMBER, Fact(pick.source), old)
    late = Compare(">", date, Const(pick.after), leaf.text)
    return Some(MEMBER, Fact(pick.source), All((late, old)))


def _picked(expr: Expr) -> Pick | None:
    match expr:
        case Pick():
            return expr
        case Call(args=args):
            return next((found for arg in args if (found := _picked(arg))), None)
        case _:
            return None


def _with(expr: Expr, date: Fact) -> Expr:
    match expr:
        case Pick():
            return date
        case Call(name=name, args=args):
            return Call(name, tuple(_with(arg, date) for arg in args))
        case _:
            return expr
