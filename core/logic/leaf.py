"""Read one leaf: a comparison on one line, through Python's parser but never executed.

Only a white list of syntax passes: facts from a root or a variable, quoted choices, whole numbers,
``true`` and ``false``, lists of these, ``D("2023-03-25")``, and the calendar methods of :data:`METHODS`.

>>> leaf('r.age >= 18', {'r'}).op
'>='
>>> leaf('entry.date < 2023-11-25', set())
Traceback (most recent call last):
...
core.logic.leaf.LeafError: a bare date would be read as a subtraction; write D("2023-11-25")
"""

from __future__ import annotations

import ast
import re
from datetime import date

from core.calendar import parse_day
from core.logic.tree import Call, Choices, Compare, Const, Constant, Expr, Fact, Pick

METHODS = {"days_to": 1, "age_on": 1, "born_by": 1, "or_older": 0, "or_younger": 0}
"""Methods of a date or an age, with the number of their arguments."""

PERIODS = {"days": "plus_days", "years": "plus_years"}
"""What may be added to a date: ``days(1)``, ``years(1)``."""

PICKS = ("first", "last")
"""Functions that pick a date of a list: ``first(entries.date, after=D("YYYY-MM-DD"))``."""

FUNCTIONS = {"other_country": 0, "destination_country": 0}
"""Functions of the journey, with the number of their arguments."""

LONGEST = 1000
"""Characters of a leaf; it is one comparison on one line."""

_OPS: dict[type[ast.cmpop], tuple[str, bool]] = {
    ast.Eq: ("==", False),
    ast.NotEq: ("==", True),
    ast.Lt: ("<", False),
    ast.LtE: ("<=", False),
    ast.Gt: (">", False),
    ast.GtE: (">=", False),
    ast.In: ("in", False),
    ast.NotIn: ("in", True),
}

_BARE_DATE = re.compile(r"(?<![\"'\d])(\d{4}-\d{1,2}-\d{1,2})(?![\"'\d])")


class LeafError(ValueError):
    """A leaf that the language does not allow; the message says what was found and the mend."""


def leaf(text: str, variables: set[str]) -> Compare:
    """Parse the comparison ``text``; ``variables`` are the names bound around it. Raises LeafError."""
    tree = _parse(text)
    if not isinstance(tree, ast.Compare) or len(tree.ops) != 1:
        raise LeafError(
            f"{text!r} is not one comparison; write one fact, one of == != < <= > >= in, one value, "
            "and join several with all: or any:"
        )
    op, negated = _OPS.get(type(tree.ops[0]), ("", False))
    if not op:
        raise LeafError(f"{text!r} compares in a way the language does not have")
    left = _expr(tree.left, text, variables)
    right = _expr(tree.comparators[0], text, variables)
    return Compare(op, left, right, text, negated)


def expression(text: str, variables: set[str]) -> Expr:
    """Parse a value expression such as ``claimant.birth_date.age_on(claim.date)``. Raises LeafError."""
    return _expr(_parse(text), text, variables)


def _parse(text: str) -> ast.expr:
    if len(text) > LONGEST:
        raise LeafError(
            f"{text[:40]!r}… is too long for one comparison; divide it with all: or any:"
        )
    bare = _BARE_DATE.search(text)
    if bare:
        raise LeafError(f'a bare date would be read as a subtraction; write D("{bare.group(1)}")')
    try:
        return ast.parse(text.strip(), mode="eval").body
    except SyntaxError:
        raise LeafError(f"{text!r} cannot be read as a comparison") from None


def _expr(node: ast.expr, text: str, variables: set[str]) -> Expr:
    match node:
        case ast.Constant(value=bool() | None | float() | bytes()):
            raise LeafError(f"{text!r}: write true, false, a whole number or a quoted choice")
        case ast.Constant(value=int() | str() as value):
            return Const(value)
        case ast.Name(id="true"):
            return Const(True)
        case ast.Name(id="false"):
            return Const(False)
        case ast.List(elts=items):
            return Choices(tuple(_constant(item, text) for item in items))
        case ast.Call(func=ast.Name(id=name), args=[picked], keywords=words) if name in PICKS:
            return _pick(name, picked, words, text)
        case ast.BinOp(
            left=start,
            op=ast.Add(),
            right=ast.Call(func=ast.Name(id=name), args=[number], keywords=[]),
        ):
            return _plus(name, _expr(start, text, variables), number, text)
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]):
            return _function(name, args, text)
        case ast.Call(func=ast.Attribute(value=owner, attr=name), args=args, keywords=[]):
            return _method(name, owner, args, text, variables)
        case ast.Name() | ast.Attribute():
            return _fact(node, text, variables)
        case _:
            raise LeafError(f"{text!r}: {ast.unparse(node)!r} is not part of the language")


def _constant(node: ast.expr, text: str) -> Constant:
    if isinstance(node, ast.Constant) and _whole_or_word(node.value):
        return node.value  # type: ignore[return-value]
    raise LeafError(f"{text!r}: a list holds quoted choices or whole numbers only")


def _whole_or_word(value: object) -> bool:
    return isinstance(value, int | str) and not isinstance(value, bool)


def _function(name: str, args: list[ast.expr], text: str) -> Expr:
    if name == "D":
        if len(args) == 1 and isinstance(args[0], ast.Constant) and isinstance(args[0].value, str):
            return _day_constant(args[0].value)
        raise LeafError(f'{text!r}: write a day as D("YYYY-MM-DD")')
    if FUNCTIONS.get(name) == len(args) == 0:
        return Call(name, ())
    known = ", ".join(["D", *FUNCTIONS])
    raise LeafError(f"{text!r}: there is no function {name!r} of {len(args)}; there are {known}")


def _pick(name: str, picked: ast.expr, words: list[ast.keyword], text: str) -> Expr:
    """``first(entries.date, after=D("…"))``: the list, the field, the day."""
    source, _, field = ast.unparse(picked).rpartition(".")
    if not source or not isinstance(picked, ast.Attribute):
        raise LeafError(f"{text!r}: {name}() takes a date of a list, such as {name}(entries.date)")
    after = None
    for word in words:
        day = _expr(word.value, text, set())
        if word.arg != "after" or not isinstance(day, Const) or not isinstance(day.value, date):
            raise LeafError(f'{text!r}: {name}() takes after=D("YYYY-MM-DD") and nothing else')
        after = day.value
    return Pick(name, source, field, after)


def _plus(name: str, start: Expr, number: ast.expr, text: str) -> Expr:
    if name not in PERIODS or not isinstance(number, ast.Constant):
        raise LeafError(f"{text!r}: add days(n) or years(n), with n a whole number")
    if isinstance(number.value, bool) or not isinstance(number.value, int):
        raise LeafError(f"{text!r}: {name}({number.value!r}) needs a whole number")
    return Call(PERIODS[name], (start, Const(number.value)))


def _day_constant(written: str) -> Const:
    try:
        day = parse_day(written)
    except ValueError as error:
        raise LeafError(str(error)) from None
    if not isinstance(day, date):
        raise LeafError(f"D({written!r}) must name one day, YYYY-MM-DD")
    return Const(day)


def _method(
    name: str, owner: ast.expr, args: list[ast.expr], text: str, variables: set[str]
) -> Expr:
    if METHODS.get(name) != len(args):
        known = ", ".join(METHODS)
        raise LeafError(f"{text!r}: there is no method {name!r} of {len(args)}; there are {known}")
    parts = (_expr(owner, text, variables), *(_expr(arg, text, variables) for arg in args))
    return Call(name, parts)


def _fact(node: ast.expr, text: str, variables: set[str]) -> Expr:
    names: list[str] = []
    at: ast.expr = node
    while isinstance(at, ast.Attribute):
        names.insert(0, at.attr)
        at = at.value
    if not isinstance(at, ast.Name):
        raise LeafError(f"{text!r}: a fact begins with a root such as claimant or with a variable")
    if at.id in variables:
        return Fact(".".join(names), at.id)
    return Fact(".".join([at.id, *names]))
