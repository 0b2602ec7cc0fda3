"""A parting in words: both gists, the words that changed, and the facts that made it matter."""

from __future__ import annotations

import pytest

from core.case.library import library
from core.case.setup import Setup
from core.decision.compare import compare
from core.report.parting import MOST, facts_words, gist_at, marked, parted_units
from core.report.worddiff import changed_spans

LANGUAGES = ("en", "fr")
PAIRS = [
    ("2018-05-01", "whole_border_2018"),
    ("2018-05-01", "2026-04-01"),
    ("ca:2023-04-01", "us:2023-04-01"),
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("pair", PAIRS, ids=" against ".join)
def test_every_difference_of_every_parting_can_be_told(pair, lang):
    parted = 0
    for name in library().ids():
        comparison = compare(library().load(name).case, Setup(left=pair[0], right=pair[1]))
        units = parted_units(comparison, lang)
        every = comparison.parting.all if comparison.parting else ()
        assert [(unit.kind, unit.id) for unit in units] == [(u.kind, u.id) for u in every]
        for unit in units:
            assert unit.title
            assert unit.left or unit.right
            parted += 1
            for gist in filter(None, (unit.left, unit.right)):
                assert all(0 <= a < b <= len(gist.text) for a, b in gist.changed)
                assert marked(gist).replace("[", "").replace("]", "") == gist.text
    assert parted


def test_what_is_not_marked_stands_in_both_texts():
    for name in library().ids():
        for unit in parted_units(compare(library().load(name).case, Setup()), "en"):
            if unit.left and unit.right and unit.kind == "text":
                left, right = kept(unit.left), kept(unit.right)
                assert letters(left) == letters(right)


def kept(gist):
    """The text of a gist without its marked words."""
    found, at = "", 0
    for start, end in gist.changed:
        found += gist.text[at:start]
        at = end
    return found + gist.text[at:]


def letters(text):
    """The words of a text without punctuation, which may stand outside a mark."""
    return "".join(char for char in text if char.isalnum())


def test_a_few_words_that_stayed_between_changes_are_read_with_them():
    assert changed_spans("one two three four", "un two trois four") == (((0, 13),), ((0, 12),))
    long = "the claim of the person"
    assert len(changed_spans(f"one {long} two", f"un {long} deux")[0]) == 2


def test_punctuation_at_the_end_of_a_change_is_not_marked():
    ((old,), (new,)) = changed_spans("Outside the rule, always.", "Outside the border, always.")
    assert (
        "Outside the rule, always."[slice(*old)],
        "Outside the border, always."[slice(*new)],
    ) == (
        "rule",
        "border",
    )


def test_a_text_of_one_version_only_has_no_word_marked():
    comparison = compare(library().load("an-empty-road").case, Setup(right="2023-04-01"))
    (alone,) = [unit for unit in parted_units(comparison, "en") if unit.left is None]
    assert gist_at(alone, right=False) is None
    there = gist_at(alone, right=True)
    assert there is not None
    assert there.changed == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_rest_of_many_facts_is_counted(lang):
    setup = Setup(left="whole_border_2018", right="2023-04-01")
    (unit,) = parted_units(compare(library().load("refused-on-both-sides").case, setup), lang)
    assert len(unit.facts) > MOST
    said = facts_words(unit, lang)
    assert unit.facts[MOST - 1].value in said
    assert str(len(unit.facts) - MOST) in said
