"""The store of diagrams keeps to the truth tables of the expressions that it is given."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from core.explore.diagram import NO, YES, Diagrams

NAMES = ("a", "b", "c", "d", "e")
Expression = tuple

LEAVES = st.one_of(
    st.sampled_from(NAMES).map(lambda name: ("variable", name)),
    st.booleans().map(lambda value: ("constant", value)),
)
OPERATORS = {
    "both": lambda one, other: one and other,
    "either": lambda one, other: one or other,
    "neither": lambda one, other: not one and not other,
    "differ": lambda one, other: one != other,
}


def _larger(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    return st.one_of(
        st.tuples(st.sampled_from(sorted(OPERATORS)), parts, parts),
        st.tuples(st.just("ite"), parts, parts, parts),
        st.tuples(st.just("every"), st.lists(parts, max_size=4)),
        st.tuples(st.just("any"), st.lists(parts, max_size=4)),
    )


EXPRESSIONS = st.recursive(LEAVES, _larger, max_leaves=20)


def truth(expression: Expression, values: dict[str, bool]) -> bool:
    """What an expression says of some values, by Python's own logic."""
    operator, *parts = expression
    if operator == "variable":
        return values[parts[0]]
    if operator == "constant":
        return bool(parts[0])
    if operator == "ite":
        test, then, other = (truth(part, values) for part in parts)
        return then if test else other
    if operator in ("every", "any"):
        found = [truth(part, values) for part in parts[0]]
        return all(found) if operator == "every" else any(found)
    return bool(OPERATORS[operator](*(truth(part, values) for part in parts)))


def made(d: Diagrams, expression: Expression) -> int:
    """The diagram of an expression."""
    operator, *parts = expression
    if operator in ("variable", "constant"):
        return int(getattr(d, operator)(parts[0]))
    if operator in ("every", "any"):
        return int(getattr(d, operator)([made(d, part) for part in parts[0]]))
    return int(getattr(d, operator)(*(made(d, part) for part in parts)))


def store() -> Diagrams:
    """A store whose variables stand in a known order."""
    d = Diagrams()
    for name in NAMES:
        d.variable(name)
    return d


def rows() -> Iterator[dict[str, bool]]:
    """Every set of values."""
    for values in product((False, True), repeat=len(NAMES)):
        yield dict(zip(NAMES, values, strict=True))


def table(expression: Expression) -> list[bool]:
    """The truth table of an expression."""
    return [truth(expression, values) for values in rows()]


def table_of(d: Diagrams, root: int) -> list[bool]:
    """The truth table of a diagram."""
    return [d.holds(root, values) for values in rows()]


@given(EXPRESSIONS)
def test_a_diagram_has_the_truth_table_of_its_expression(expression: Expression) -> None:
    d = store()
    assert table_of(d, made(d, expression)) == table(expression)


@given(EXPRESSIONS, EXPRESSIONS)
def test_two_functions_are_the_same_node_exactly_if_their_tables_are_the_same(
    one: Expression, other: Expression
) -> None:
    d = store()
    assert (made(d, one) == made(d, other)) == (table(one) == table(other))


@given(EXPRESSIONS)
def test_a_function_that_is_always_the_same_is_a_constant(expression: Expression) -> None:
    d = store()
    found = set(table(expression))
    assert {made(d, expression)} & {NO, YES} == ({int(*found)} if len(found) == 1 else set())


@given(EXPRESSIONS)
def test_the_support_is_what_the_function_depends_on(expression: Expression) -> None:
    depends = {
        name
        for name in NAMES
        for values in rows()
        if truth(expression, {**values, name: True}) != truth(expression, {**values, name: False})
    }
    d = store()
    assert d.support(made(d, expression)) == depends


@given(EXPRESSIONS)
def test_no_node_repeats_another_and_none_tests_what_makes_no_difference(
    expression: Expression,
) -> None:
    d = store()
    made(d, expression)
    inner = d._nodes[2:]
    assert len(set(inner)) == len(inner)
    assert all(low != high for _, low, high in inner)
    assert all(number < d._nodes[below][0] for number, *lower in inner for below in lower)


@given(EXPRESSIONS)
def test_some_way_satisfies_whatever_the_values_it_leaves_out(expression: Expression) -> None:
    d = store()
    root = made(d, expression)
    found = d.some_way(root)
    if found is None:
        assert not any(table(expression))
    else:
        assert all(truth(expression, {**values, **found}) for values in rows())


@given(EXPRESSIONS, st.sets(st.sampled_from(NAMES)))
def test_without_holds_where_the_function_holds_for_some_values_of_what_is_left_out(
    expression: Expression, left_out: set[str]
) -> None:
    d = store()
    found = d.without(made(d, expression), [*sorted(left_out), "no variable"])
    names = sorted(left_out)
    for values in rows():
        tried = (dict(zip(names, some, strict=True)) for some in _every(len(names)))
        wanted = any(truth(expression, {**values, **some}) for some in tried)
        assert d.holds(found, values) == wanted
    assert not d.support(found) & left_out


def _every(many: int) -> Iterator[tuple[bool, ...]]:
    return product((False, True), repeat=many)


@given(EXPRESSIONS, st.dictionaries(st.sampled_from(NAMES), EXPRESSIONS))
def test_renamed_puts_all_functions_in_place_at_once(
    expression: Expression, put: dict[str, Expression]
) -> None:
    d = store()
    found = d.renamed(made(d, expression), {name: made(d, new) for name, new in put.items()})
    for values in rows():
        inside = {**values, **{name: truth(new, values) for name, new in put.items()}}
        assert d.holds(found, values) == truth(expression, inside)


@given(EXPRESSIONS)
def test_a_diagram_has_one_node_for_each_function_left_when_leading_variables_are_fixed(
    expression: Expression,
) -> None:
    d = store()
    wanted, parts = 0, {tuple(table(expression))}
    while parts != {(True,)} and parts != {(False,)} and len(next(iter(parts))) > 1:
        half = len(next(iter(parts))) // 2
        wanted += sum(part[:half] != part[half:] for part in parts)
        parts = {part[:half] for part in parts} | {part[half:] for part in parts}
    assert d.size(made(d, expression)) == wanted


def test_a_variable_that_is_made_twice_is_one() -> None:
    d = Diagrams()
    assert d.variable("a") == d.variable("a")
    assert (d.names, len(d)) == (["a"], 3)
