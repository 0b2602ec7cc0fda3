"""A proposal of one's own: begun from any version, checked as a whole, written, and read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.case.library import library
from core.case.setup import Setup
from core.decision.compare import compare
from core.law.draft import Draft, begun
from core.law.load import law
from core.law.provisions import Text
from core.law.shape import LawError
from core.law.version import find_version
from core.law.written import inserted_data, text_data
from core.report.changes import changes_of

WORDS = {"en": "Mine", "fr": "La mienne"}
SAID = {"title": WORDS, "note": WORDS, "source": WORDS}
REWRITTEN = {"title": WORDS, "mark": "our_reading", "gist": WORDS, "changed": WORDS}


def draft(base: str = "2018-05-01") -> Draft:
    """A draft that has everything but clauses."""
    return begun(find_version(base), base, "mine").with_head(**SAID)


def same(one: Text, other: Text) -> bool:
    """Whether two texts need the same, and count under the same."""
    limbs = [{n: limb.condition for n, limb in text.limbs.items()} for text in (one, other)]
    return (one.when, one.gate) == (other.when, other.gate) and limbs[0] == limbs[1]


def minor(**other: object) -> dict[str, object]:
    """An inserted exemption."""
    return {
        "title": WORDS,
        "insert": {
            "id": "ca.mine.1",
            "kind": "exemption",
            "effect": {"outcome": "heard", "how": "exempt"},
            "exempts": ["ca.irpa.101(1)(e)"],
            "order": 99500,
            "node": "lone_minor",
            "cite": WORDS,
            "title": WORDS,
            "gist": WORDS,
            "mark": "our_reading",
            "when": "claimant.age < 90",
            **other,
        },
    }


@pytest.mark.parametrize("day", ["2010-01-01", "2018-05-01", "2023-04-01", "2026-04-01"])
def test_every_text_of_the_law_can_be_written_into_a_clause_and_reads_the_same(day: str) -> None:
    version, made = find_version(day), draft(day)
    names = [
        n for n in version.texts if n not in version.law.provisions["ca.irpa.101(1)(e)"].exempts
    ]
    for name in names:
        made = made.with_clause({**REWRITTEN, "replace": name, **text_data(version, name)})
    again = made.version()
    assert [name for name in names if not same(again.texts[name], version.texts[name])] == []
    assert {again.texts[name].clause for name in names} != {None}


@pytest.mark.parametrize("name", sorted(law().proposals))
def test_a_draft_begun_from_a_proposal_has_all_it_changes(name: str) -> None:
    was, now = find_version(name), draft(name).version()
    assert now.name == "ca:mine"
    assert now.assumes == was.assumes
    assert [n for n in was.texts if not same(was.texts[n], now.texts[n])] == []


def test_a_draft_begun_from_a_proposal_without_something_lacks_it() -> None:
    name = "whole_border_2018-without-exceptions,assume:waters"
    begun_so = begun(find_version(name), name, "mine").with_head(**SAID)
    assert [row["clause"] for row in begun_so.data["amends"]] == ["scope", "prior_refusal"]
    assert "waters" not in begun_so.data["assumes"]
    assert begun_so.faults() == ("mine: refers to the assume 'waters', which does not exist",)


def test_what_was_built_is_written_read_back_and_compared_like_any_version(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    made = draft().with_clause(minor()).with_clause({"title": WORDS, "repeal": "ca.irpr.159.5(a)"})
    made.write(path)
    version = find_version(str(path))
    assert version.proposal is not None
    assert sorted(a.verb for a in version.proposal.amends) == ["insert", "repeal"]
    assert version.proposal.source == WORDS
    assert "ca.irpr.159.5(a)" not in version.texts
    case = library().load("the-aunts-husband").case
    setup = Setup(left="2018-05-01", right=str(path))
    found = compare(case, setup)
    assert (found.left.outcome, found.right.outcome) == ("returned", "heard")
    assert found.parting is not None
    assert [unit.id for unit in found.parting.all] == ["ca.mine.1"]
    assert next(row for row in found.rows if row.provision.id == "ca.mine.1").change == "only_right"
    back = begun(version, str(path), "mine").with_head(**SAID)
    assert back.data["amends"] == made.data["amends"]
    off = compare(case, Setup(left=f"{path}-without-insert_1", right=str(path)))
    assert (off.left.outcome, off.left.version.name) == ("returned", "ca:mine-without-insert_1")


def test_a_file_that_has_changed_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    draft().with_clause(minor()).write(path)
    assert "ca.mine.1" in find_version(str(path)).texts
    draft().with_clause(minor(id="ca.mine.2")).write(path)
    assert "ca.mine.2" in find_version(str(path)).texts


def test_a_draft_with_a_fault_is_not_written_and_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    draft().with_clause(minor()).write(path)
    kept = path.read_bytes()
    with pytest.raises(LawError, match="unknown fact"):
        draft().with_clause(minor(when="claimant.height < 3")).write(path)
    assert path.read_bytes() == kept


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        (minor(when="claimant.height < 3"), "unknown fact 'claimant.height'"),
        (minor(order=100), "order: 100 is already the place of ca.irpa.101(1)(e)"),
        (minor(id="ca.irpr.159.5(g)"), "change it by replace:"),
        (
            {"title": WORDS, "repeal": "ca.irpr.159.4(1.1)"},
            "the law of 2018-05-01 has no provision",
        ),
        (
            {"title": {"en": "Mine", "fr": ""}, "repeal": "ca.irpr.159.5(a)"},
            "the language 'fr' is missing",
        ),
    ],
)
def test_the_faults_of_a_draft_are_told_without_the_place_in_a_file(
    clause: dict[str, object], told: str
) -> None:
    (fault,) = draft().with_clause(clause).faults()
    assert told in fault
    assert "draft.yaml" not in fault


def test_a_later_provision_can_be_brought_into_the_law_of_an_earlier_day() -> None:
    later = find_version("2023-04-01")
    made = draft().with_clause(
        {"title": WORDS, "insert": inserted_data(later, "ca.irpr.159.4(1.1)")}
    )
    assert made.faults() == ()
    version = made.version()
    assert same(version.texts["ca.irpr.159.4(1.1)"], later.texts["ca.irpr.159.4(1.1)"])
    (change,) = (c for c in changes_of(version, {}, "en") if c.verb == "insert")
    assert (change.before, change.cite) == ("", "IRPR 159.4(1.1)")


def test_two_clauses_of_a_draft_never_have_one_name() -> None:
    made = draft().with_clause({"title": WORDS, "repeal": "ca.irpr.159.5(a)"})
    made = made.with_clause({"title": WORDS, "repeal": "ca.irpr.159.5(a)"})
    assert [row["clause"] for row in made.data["amends"]] == ["repeal_159_5_a", "repeal_159_5_a_2"]
    assert made.without("repeal_159_5_a").faults() == ()


def test_the_list_of_changes_tells_the_gist_before_and_after_and_what_is_off() -> None:
    version = find_version("whole_border_2018-without-scope,assume:waters")
    changes = {c.name: c for c in changes_of(version, {"time_limit": "14"}, "en")}
    assert changes["scope"].before.startswith("Coming in away from every port")
    assert changes["scope"].after.startswith("Only entries")
    assert [name for name, c in changes.items() if not c.on] == ["scope", "assume:waters"]
    assert changes["assume:time_limit"].after == "less than 14 days"
    assert changes["assume:waters"].after == "left open"
