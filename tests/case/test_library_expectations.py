"""The library: every case decides as its teaching note says, and the notes are whole."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from core.case.case import Case, prune
from core.case.casefile import CaseFile, parse_case
from core.case.catalogue import catalogue
from core.case.checks import broken_checks
from core.case.library import library
from core.decision.decide import decide
from core.decision.model import Decision
from core.decision.which import version_for
from core.explore.expected import followed, in_order
from core.files.resources import load_file, load_folder, resource_root
from core.law.load import law
from core.law.version import find_version
from core.logic.truth import FALSE, TRUE
from core.words import LANGUAGES

NOT_CASES = {"_template", "order", "tags"}
IDS = library().ids()
EXPECTED = [
    (name, version) for name in IDS for version in library().load(name).teaching.get("expected", {})
]
FURTHER = [
    pytest.param(name, row, id=f"{name}-{kind}-{number}")
    for name in IDS
    for kind in ("expected_readings", "expected_if")
    for number, row in enumerate(library().load(name).teaching.get(kind, ()), 1)
]
"""The same case under other readings or assumptions, or with some facts changed."""
CHOSEN = {"version", "facts", "readings", "assumptions"}
MET_NOWHERE: set[str] = set()
"""Exceptions of 2018 that no case of the library meets yet; a case that meets one shortens this."""
EXCEPTIONS = [
    p.id
    for p in find_version("2018-05-01").ordered
    if re.match(r"ca\.irpr\.159\.[56](\(|$)", p.id) and p.is_row
]


def flat(value: Any, path: str = "") -> dict[str, Any]:
    """The stated facts by path; members of lists by their place, without their names."""
    if isinstance(value, dict):
        pairs = [(f"{path}.{key}", inner) for key, inner in value.items() if key != "id"]
    elif isinstance(value, list):
        pairs = [(f"{path}[{at}]", inner) for at, inner in enumerate(value)]
    else:
        return {path: value}
    return {key: inner for where, part in pairs for key, inner in flat(part, where).items()}


def distance(one: Case, other: Case) -> int:
    """In how many facts two cases differ."""
    left, right = flat(prune(one.data)), flat(prune(other.data))
    return sum(left.get(path) != right.get(path) for path in left.keys() | right.keys())


def decided(file: CaseFile, version: str, row: dict[str, Any] | None = None) -> Decision:
    """The decision under a version: of the file's case, or with what a row chooses or changes."""
    row = row or {}
    case = changed(file.case, row.get("facts", {}))
    setup = replace(
        file.setup,
        readings={**file.setup.readings, **row.get("readings", {})},
        assumptions={**file.setup.assumptions, **row.get("assumptions", {})},
    )
    assert not broken_checks(case, setup.readings)
    return decide(case, version_for(case, version, setup), setup)


def in_short(found: Decision, said: dict[str, Any]) -> dict[str, Any]:
    """A decision in the form in which a teaching note states what it expects."""
    follows = followed(found, said.get("texts", {}))
    return outcome_in_short(found) | {key: follows[key] for key in follows if key in said}


def outcome_in_short(found: Decision) -> dict[str, Any]:
    """What a teaching note always states: the outcome, and what carries it or is awaited."""
    if found.outcome == "undetermined":
        return {
            "outcome": found.outcome,
            "possible": list(found.possible),
            "waits_for": list(found.waits_for),
        }
    return {"outcome": found.outcome, "how": found.how, "basis": list(found.basis)}


def changed(case: Case, facts: dict[str, Any]) -> Case:
    """The case with other values at some paths."""
    for path, value in facts.items():
        case = case.replace(path, value)
    return case


@pytest.mark.parametrize(("name", "version"), EXPECTED, ids=[f"{n}-{v}" for n, v in EXPECTED])
def test_a_case_comes_out_as_its_teaching_note_says(name: str, version: str) -> None:
    file = library().load(name)
    said = in_order(file.teaching["expected"][version])
    assert in_short(decided(file, version), said) == said


@pytest.mark.parametrize(("name", "row"), FURTHER)
def test_a_case_read_otherwise_or_changed_comes_out_as_its_teaching_note_says(
    name: str, row: dict[str, Any]
) -> None:
    said = in_order({key: value for key, value in row.items() if key not in CHOSEN})
    assert in_short(decided(library().load(name), row["version"], row), said) == said


@pytest.mark.parametrize(("name", "row"), FURTHER)
def test_what_is_read_otherwise_or_changed_names_what_there_is_and_differs_from_the_case(
    name: str, row: dict[str, Any]
) -> None:
    assumes = [a for proposal in law().proposals.values() for a in proposal.assumes.values()]
    for reading, position in row.get("readings", {}).items():
        assert position in law().readings[reading].positions
    for assumption, position in row.get("assumptions", {}).items():
        assert any(a.name == assumption and position in a.positions for a in assumes)
    case = library().load(name).case
    assert row.keys() & (CHOSEN - {"version"})
    assert "facts" not in row or distance(changed(case, row["facts"]), case) > 0


@pytest.mark.parametrize("name", IDS)
def test_a_case_says_what_it_expects_of_both_versions_it_opens_with(name: str) -> None:
    file = library().load(name)
    assert {file.setup.left, file.setup.right} <= set(file.teaching["expected"])


def test_the_order_names_exactly_the_cases_there_are_each_once() -> None:
    files = {d.name.rsplit("/", 1)[-1].removesuffix(".yaml") for d in load_folder("cases")}
    order = load_file("cases", "order.yaml").data
    assert sorted(order) == sorted(files - NOT_CASES)
    assert tuple(order) == IDS


@pytest.mark.parametrize("name", IDS)
def test_a_case_is_tagged_with_known_tags(name: str) -> None:
    tags = library().load(name).teaching["tags"]
    assert tags
    assert set(tags) <= set(library().tags)
    assert len(set(tags)) == len(tags)


def test_every_tag_is_written_in_both_languages_and_used() -> None:
    assert all(set(words) == set(LANGUAGES) for words in library().tags.values())
    assert {tag for entry in library().entries for tag in entry.tags} == set(library().tags)


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_case_is_told_in_the_language_asked_for(name: str, lang: str) -> None:
    file = library().load(name)
    told = [file.story.title.get(lang), file.story.text.get(lang), file.teaching["teaches"][lang]]
    assert all(text and text.strip() == text for text in told)


def test_no_title_or_story_is_the_same_in_english_and_french() -> None:
    stories = {name: library().load(name).story for name in IDS}
    assert [n for n, s in stories.items() if s.title["en"] == s.title["fr"]] == []
    assert [n for n, s in stories.items() if s.text["en"] == s.text["fr"]] == []


def test_no_two_cases_have_one_title() -> None:
    for lang in LANGUAGES:
        titles = [library().load(name).story.title[lang] for name in IDS]
        assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("name", IDS)
def test_the_facts_of_a_case_do_not_contradict_each_other(name: str) -> None:
    file = library().load(name)
    assert [check.id for check in broken_checks(file.case, file.setup.readings)] == []


def test_two_cases_that_share_all_but_one_fact_are_marked_as_a_contrast() -> None:
    close = []
    for one, other in combinations(IDS, 2):
        first, second = library().load(one), library().load(other)
        marked = other in first.teaching.get("contrast_with", ())
        if distance(first.case, second.case) <= 1 and not marked:
            close.append((one, other))
    assert close == []


def test_cases_marked_as_a_contrast_name_each_other_and_differ_in_one_fact() -> None:
    pairs = [
        (name, other)
        for name in IDS
        for other in library().load(name).teaching.get("contrast_with", ())
    ]
    assert pairs
    assert {(other, name) for name, other in pairs} == set(pairs)
    for name, other in pairs:
        assert distance(library().load(name).case, library().load(other).case) == 1


@pytest.mark.parametrize("provision", EXCEPTIONS)
def test_an_exception_of_2018_is_met_in_some_case_and_fails_in_some(provision: str) -> None:
    version = find_version("2018-05-01")
    met = set()
    for name in IDS:
        file = library().load(name)
        met.add(decide(file.case, version, file.setup).verdicts[provision].met)
    assert FALSE in met
    assert (TRUE in met) is (provision not in MET_NOWHERE)


def test_the_exceptions_of_2018_are_those_of_the_two_sections() -> None:
    assert len(EXCEPTIONS) >= 14
    assert "ca.irpr.159.5(a)" in EXCEPTIONS
    assert "ca.irpr.159.6(a)" in EXCEPTIONS


def test_the_template_opens_as_a_case_in_which_nothing_is_stated() -> None:
    file = parse_case(template(), "_template.yaml")
    assert not [fact for fact in flat(file.case.data).values() if fact not in (None, [])]
    assert "_template" not in IDS


def template() -> str:
    """The text of the empty case."""
    return resource_root().joinpath("cases", "_template.yaml").read_text(encoding="utf-8")


def test_the_template_has_a_line_for_every_fact_that_can_be_stated() -> None:
    data = load_file("cases", "_template.yaml").data["case"]
    missing = []
    for fact in catalogue().facts.values():
        if fact.computed or "[]" in fact.path:
            continue
        at: Any = data
        for step in fact.path.split("."):
            at = at.get(step, "absent") if isinstance(at, dict) else "absent"
        if at == "absent" and f"# {fact.name}:" not in template():
            missing.append(fact.path)
    assert missing == []


@pytest.mark.parametrize(
    "path",
    [f.path for f in catalogue().facts.values() if f.type == "records" and "[" not in f.path],
)
def test_the_template_names_every_field_of_a_list_of_records(path: str) -> None:
    lines = iter(template().splitlines())
    name = path.rsplit(".", 1)[-1]
    indent = "  " * (path.count(".") + 1)
    assert any(line.startswith(f"{indent}{name}:") for line in lines)
    block = []
    for line in lines:
        if not line.lstrip().startswith("#"):
            break
        block.append(line)
    words = set(re.findall(r"\w+", "\n".join(block)))
    fields = [
        f.name
        for f in catalogue().facts.values()
        if f.path.startswith(f"{path}[].") and not f.computed
    ]
    assert fields
    assert [field for field in fields if field not in words] == []
