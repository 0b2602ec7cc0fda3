"""A leaf is one comparison from a white list of syntax; everything else is refused with a sentence."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.case.catalogue import catalogue
from core.logic.leaf import LONGEST, LeafError, expression, leaf
from core.logic.parse import ConditionError, Scope, parse_condition
from core.logic.tree import Call, Choices, Compare, Const, Fact, Pick


def refusal(text: str) -> str:
    """The sentence with which a leaf is refused, as a condition over the real facts."""
    scope = Scope(catalogue()).bind("r", "relatives[]").bind("e", "entries[]")
    with pytest.raises(ConditionError) as caught:
        parse_condition(text, scope)
    return str(caught.value)


# --- what is read --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "op", "negated"),
    [
        ("claimant.age == 17", "==", False),
        ("claimant.age != 17", "==", True),
        ("claimant.age < 17", "<", False),
        ("claimant.age <= 17", "<=", False),
        ("claimant.age > 17", ">", False),
        ("claimant.age >= 17", ">=", False),
        ('entry.place in ["coast"]', "in", False),
        ('"US" not in claimant.nationalities', "in", True),
    ],
)
def test_a_leaf_is_two_sides_and_one_of_eight_comparisons(
    text: str, op: str, negated: bool
) -> None:
    found = leaf(text, set())
    assert (found.op, found.negated, found.text) == (op, negated, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("claimant.age", Fact("claimant.age")),
        ("claimant.visa_needed.origin", Fact("claimant.visa_needed.origin")),
        ("r.age", Fact("age", "r")),
        ("r", Fact("", "r")),
        ("18", Const(18)),
        ("true", Const(True)),
        ("false", Const(False)),
        ('"destination"', Const("destination")),
        ('D("2023-03-25")', Const(date(2023, 3, 25))),
        ('["work", "study"]', Choices(("work", "study"))),
        ("other_country()", Call("other_country", ())),
        (
            "entry.date.days_to(claim.date)",
            Call("days_to", (Fact("entry.date"), Fact("claim.date"))),
        ),
        ("r.age.or_older()", Call("or_older", (Fact("age", "r"),))),
        ("claim.date + days(14)", Call("plus_days", (Fact("claim.date"), Const(14)))),
        ("first(entries.date)", Pick("first", "entries", "date")),
        (
            'last(entries.date, after=D("2020-06-24"))',
            Pick("last", "entries", "date", date(2020, 6, 24)),
        ),
        (
            "first(entries.date) + days(1) + years(1)",
            Call(
                "plus_years",
                (Call("plus_days", (Pick("first", "entries", "date"), Const(1))), Const(1)),
            ),
        ),
    ],
)
def test_a_side_is_a_fact_a_value_or_a_function_of_the_calendar(text: str, value: object) -> None:
    assert expression(text, {"r"}) == value


def test_brackets_and_spaces_around_a_side_mean_nothing() -> None:
    found = leaf("  (claimant.age)  ==  ((17)) ", set())
    assert (found.left, found.right) == (Fact("claimant.age"), Const(17))


# --- what is not ---------------------------------------------------------------------------------
FORBIDDEN = {
    "a call of a name": "open('x') == 1",
    "an import": "__import__('os') == 1",
    "a call of a method": "claimant.age.bit_length() == 1",
    "a call of a call": "claimant.age()() == 1",
    "a method with too few": "entry.date.days_to() == 1",
    "a method with too many": "entry.date.days_to(claim.date, claim.date) == 1",
    "a named argument": "entry.date.days_to(day=claim.date) == 1",
    "arguments from a list": "entry.date.days_to(*claim.date) == 1",
    "arguments from a mapping": "entry.date.days_to(**claim) == 1",
    "a function with an argument": "journey.into == other_country(1)",
    "an attribute of Python": "claimant.__class__ == 1",
    "an attribute of an attribute of Python": "claimant.age.__class__.__base__ == 1",
    "an attribute of a literal": "'x'.upper == 1",
    "an attribute of a number": "(1).real == 1",
    "a subscript": "claimant['age'] == 1",
    "a slice": "claimant.age[1:2] == 1",
    "a lambda": "(lambda: 1)() == 1",
    "a text with code in it": "f'{claimant.age}' == 1",
    "a comprehension": "[x for x in claimant.age] == 1",
    "a generator": "(x for x in claimant.age) == 1",
    "a name given on the way": "(claimant.age := 1) == 1",
    "a choice of values": "(1 if claimant.stateless else 2) == 1",
    "a tuple": 'entry.place in ("coast", "airport")',
    "a set": 'entry.place in {"coast"}',
    "a mapping": "claimant.age == {1: 2}",
    "a star": "claimant.age == [*claimant.age]",
    "a wait": "claimant.age == await claim",
    "a yield": "claimant.age == (yield)",
    "a sum": "claimant.age + 1 == 2",
    "a sum of days without a day": "claimant.age + days(1) == 2",
    "a difference": "claim.date - entry.date == 13",
    "a product": "claimant.age * 2 == 34",
    "a power": "claimant.age == 9**9**9",
    "a sign": "claimant.age == -1",
    "an inversion": "~claimant.age == 1",
    "a number with a point": "claimant.age == 17.5",
    "an imaginary number": "claimant.age == 1j",
    "bytes": "claimant.age == b'17'",
    "nothing": "claimant.age == None",
    "an ellipsis": "claimant.age == ...",
    "Python's truth": "claimant.stateless == True",
    "a truth in a list": "claimant.stateless in [True]",
    "a fact in a list": "claimant.age in [claimant.age]",
    "a list in a list": "claimant.age in [[1]]",
    "identity": "claimant.age is 17",
    "a chain": "0 < claimant.age < 18",
    "two comparisons": "claimant.age < 18 and claimant.age > 3",
    "either comparison": "claimant.age < 18 or claimant.age > 65",
    "a comparison turned round": "not claimant.age < 18",
    "no comparison": "claimant.stateless",
    "nothing at all": "",
    "half a comparison": "claimant.age ==",
    "two lines": "claimant.age\n== 17",
    "a statement": "claimant.age = 17",
    "several statements": "claimant.age == 17; claimant.age == 18",
    "a zero byte": "claimant.age == 17\0",
    "brackets without end": "(" * 400 + "claimant.age" + ")" * 400 + " == 17",
    "a path without end": "claimant" + ".age" * 1000 + " == 17",
    "days that are no number": 'claim.date < entry.date + days("14")',
    "days that are a truth": "claim.date < entry.date + days(True)",
    "days with a name": "claim.date < entry.date + days(14, leap=1)",
    "days taken away": "claim.date < entry.date - days(14)",
    "weeks": "claim.date < entry.date + weeks(2)",
    "the first of nothing": "claim.date < first()",
    "the first of a fact": "claim.date < first(entry)",
    "the first by another word": 'claim.date < first(entries.date, before=D("2020-06-24"))',
    "the first after no day": "claim.date < first(entries.date, after=claim.date)",
    "the first of a call": "claim.date < first(open('x').date)",
    "the first of a field that is none": "claim.date < first(entries.dates)",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_a_leaf_has_room_for_nothing_else(what: str) -> None:
    message = refusal(FORBIDDEN[what])
    assert len(message) > 20
    assert "\n" not in message


@pytest.mark.parametrize(
    "day", ["2023-11-25", "2018-5-1", "2018-05-01 ", "(2018-05-01)", "[2018-05-01]"]
)
def test_a_bare_date_is_refused_because_it_is_a_subtraction(day: str) -> None:
    bare = day.strip(" ()[]")
    message = refusal(f"entry.date < {day}")
    assert message == f'a bare date would be read as a subtraction; write D("{bare}")'


@pytest.mark.parametrize("day", ["2018", "2018-05", "soon", "2018-02-30", "2018-5-1", ""])
def test_a_day_of_the_law_is_one_whole_day_that_exists(day: str) -> None:
    assert repr(day) in refusal(f'entry.date < D("{day}")') or "one day" in refusal(
        f'entry.date < D("{day}")'
    )


@pytest.mark.parametrize("inside", ["2018", "claim.date", "'2018-05-01', 1", "f'{claim}'", ""])
def test_a_day_of_the_law_is_written_in_quotes(inside: str) -> None:
    assert "write a day as D(" in refusal(f"entry.date < D({inside})")


def test_a_leaf_longer_than_any_line_is_refused_without_being_read() -> None:
    text = f"claimant.age == {'1' * LONGEST}"
    message = refusal(text)
    assert "too long for one comparison" in message
    assert len(message) < 200


@given(st.text(max_size=80))
def test_whatever_stands_in_a_leaf_it_is_read_or_refused_in_words(text: str) -> None:
    try:
        found = leaf(text, set())
    except LeafError as error:
        assert str(error)
    else:
        assert isinstance(found, Compare)


PIECES = 'claimant .age ( ) [ ] == < in not 1 "US" D , entry.date + days first true - lambda : ** * after='


@given(st.lists(st.sampled_from(PIECES.split()), max_size=12))
def test_whatever_the_pieces_of_a_leaf_it_is_read_or_refused_in_words(pieces: list[str]) -> None:
    scope = Scope(catalogue())
    try:
        parse_condition(" ".join(pieces), scope)
    except ConditionError as error:
        assert str(error)


# --- types ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("claimant.agee >= 18", "unknown fact 'claimant.agee'"),
        ("claimant == 1", "unknown fact 'claimant'"),
        ("r.aged >= 18", "unknown fact 'relatives[].aged'"),
        ("entry.plaice == 'coast'", "unknown fact 'entry.plaice'"),
        ("x.age >= 18", "unknown fact 'x.age'"),
        ("relatives.age >= 18", "unknown fact 'relatives.age'"),
        ('entry.place == "land port"', "'land port' is outside the choices of this fact (airport,"),
        ('entry.place in ["coast", "sea"]', "'sea' is outside the choices"),
        ('claimant.habitual_residence == "XX"', "'XX' is outside the choices"),
        ('"XX" in claimant.nationalities', "'XX' is outside the choices"),
        ('"dead" in r.statuses', "'dead' is outside the choices"),
        ("claimant.age == true", "compares a integer with a boolean"),
        ("claimant.stateless == 1", "compares a boolean with a integer"),
        ('claimant.age == "17"', "compares a integer with a word"),
        ("claimant.birth_date == 2000", "compares a date with a integer"),
        ('"US" == claimant.habitual_residence', "compares a word with a country"),
        ("claimant.stateless < true", "a boolean has no order"),
        ('entry.place < "coast"', "a choice has no order"),
        ('claimant.nationalities == "US"', "compares a countries with a word"),
        ("r.statuses == r.statuses", "use in for a list"),
        ("claimant.age in [17, 18]", "in takes a choice and a list of quoted choices"),
        ("claimant.habitual_residence in claimant.nationalities", "in takes a choice"),
        ("entry.date.days_to(claim.date) in claimant.nationalities", "in takes a choice"),
        ("entry.date.days_to(claimant.age) < 14", "a date is needed here"),
        ("claimant.age.days_to(claim.date) < 14", "a date is needed here"),
        ("entry.date.born_by(claim.date) < 14", "a integer is needed here"),
        ("claimant.age + days(1) < 14", "a date is needed here"),
        ("first(entries.place) == claim.date", "compares a choice with a date"),
        ("1 == 1", "reads no fact"),
        ("true == true", "reads no fact"),
        ('D("2018-05-01") < D("2018-05-02")', "reads no fact"),
    ],
)
def test_a_comparison_that_can_never_be_right_is_refused(text: str, told: str) -> None:
    assert told in refusal(text)


@pytest.mark.parametrize(
    "text",
    [
        "e.date == claim.date",
        "claim.time < entry.time",
        "claimant.habitual_residence == other_country()",
        "other_country() in claimant.nationalities",
        'claim.date >= D("2020-06-24")',
        "claimant.age >= r.age",
        "claim.date >= first(entries.date) + years(1)",
    ],
)
def test_a_comparison_of_like_with_like_is_read(text: str) -> None:
    scope = Scope(catalogue()).bind("r", "relatives[]").bind("e", "entries[]")
    assert isinstance(parse_condition(text, scope), Compare)
