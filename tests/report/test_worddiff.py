"""Words that came and went between two texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.report.worddiff import alike, word_diff

TEXTS = st.lists(st.sampled_from(["a", "port", "of", "entry", "the", "border"])).map(" ".join)


@given(TEXTS, TEXTS)
def test_without_the_new_words_it_is_the_old_text_and_without_the_old_ones_the_new(old, new):
    pieces = word_diff(old, new)
    assert " ".join(p.text for p in pieces if p.kind != "new") == old
    assert " ".join(p.text for p in pieces if p.kind != "gone") == new


@given(TEXTS)
def test_a_text_is_like_itself(text):
    assert alike(word_diff(text, text))


def test_what_is_gone_stands_before_what_is_new():
    kinds = [piece.kind for piece in word_diff("at a port", "at the border")]
    assert kinds == ["same", "gone", "new"]
