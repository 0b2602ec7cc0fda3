"""What stands on each paper of a session: the answers on the key, and nothing of them on the handout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from functools import cache
from itertools import cycle
from typing import Any

import pytest

from core.case.library import library
from core.report.outcome import outcome_words
from core.report.papers import NAMES
from core.report.papers.handout import handout
from core.report.papers.key import answer_key
from core.report.papers.look import Format
from core.report.papers.notes import trainers_notes
from core.report.papers.session import Press, Session, session_of, session_of_case
from core.report.papers.tree import Document, PaperError, Table, is_tick
from core.report.papers.write import FOR_PARTICIPANTS, PAPERS, WRITERS, printed
from core.report.quiz import provision_words
from core.report.reasons import because
from core.report.sidebyside import OUTCOMES, SHAPES
from core.training.key import stamped
from core.training.model import COLUMNS, Pack
from core.training.question import question_of
from core.training.votes import Part, Round, Vote
from tests.report.papers.reading import WORDS, html_words, pdf_pages, squeezed

CANARY = "Canary"
DAY = date(2026, 11, 24)
CASES = (
    "an-empty-road",  # heard, and returned
    "how-old-is-the-sister",  # heard, and not determined
)


def told(text: str) -> dict[str, str]:
    return {"en": text, "fr": f"{text} fr"}


def pack(**changes: object) -> Pack:
    """A pack of several cases with a note in every place where one can stand."""
    exercises = [
        {
            "id": f"e{n}",
            "case": name,
            "notes": {
                "teaches": told(f"{CANARY} teaches {n}"),
                "mistake": told(f"{CANARY} mistake {n}"),
                "follow_ups": [told(f"{CANARY} follow-up {n}")],
                "flips": [
                    {"change": {"claimant.age": 12}, "says": told(f"{CANARY} flip {n}")},
                ],
            },
        }
        for n, name in enumerate(CASES)
    ]
    exercises.append(
        {**exercises[0], "id": "two-laws", "left": "ca:2023-04-01", "right": "us:2023-04-01"}
    )
    data = {
        "schema": "threshold/pack/1",
        "title": told("Session <1> #ours"),
        "left": "2018-05-01",
        "right": "whole_border_2018",
        "plan": {
            "know": [told("Goal to know")],
            "do": [told("Goal to do")],
            "steps": [
                {"title": told("Welcome"), "minutes": 5},
                {
                    "title": told("Cases"),
                    "minutes": 40,
                    "kind": "cases",
                    "material": [told("Cards")],
                    "exercises": ["e0", "e1"],
                },
            ],
        },
        "glossary": [{"word": told("Ownword"), "means": told("Ownmeaning")}],
        "services": [told("Our own clinic, Elm Street")],
        "exercises": exercises,
    }
    return stamped(Pack.model_validate(data | changes))


@cache
def session() -> Session:
    return session_of(pack())


@cache
def paper(name: str, lang: str) -> Document:
    return PAPERS[name](session(), Press(lang, DAY, "Threshold 9.9.9"))


@cache
def written(name: str, lang: str, ending: str) -> bytes:
    return printed(paper(name, lang), ending, Format())


def words(name: str, lang: str, ending: str = ".html") -> str:
    return WORDS[ending](written(name, lang, ending))


# --- all of them -------------------------------------------------------------------------------------
def test_every_paper_that_can_be_asked_for_is_made():
    assert tuple(PAPERS) == NAMES
    assert set(FOR_PARTICIPANTS) < set(NAMES)


@pytest.mark.parametrize(("name", "lang"), list(zip(NAMES, cycle(["en", "fr"]), strict=False)))
def test_each_page_of_each_paper_says_that_it_is_no_advice_and_is_stamped(name, lang):
    document = paper(name, lang)
    assert session().digest in document.stamp
    assert "9.9.9" in document.stamp
    assert "2026" in document.stamp
    said = {"en": "A teaching tool, not legal advice.", "fr": "non un avis juridique."}[lang]
    assert document.caution.endswith(said)
    for page in pdf_pages(written(name, lang, ".pdf")):
        assert squeezed(f"{document.caution} {document.stamp}") in page


@pytest.mark.parametrize("name", NAMES)
def test_each_paper_can_be_written_in_large_print(name):
    assert printed(paper(name, "fr"), ".pdf", Format("letter", large=True))


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_in_french_is_in_french(name):
    found = plain_words(paper(name, "fr"))
    assert not re.findall(r"\b(?:the|of|which|and|for|what)\b", found, re.IGNORECASE)
    assert re.search(r"\b(?:le|la|les|des|du|et)\b", found)


def plain_words(document: Document) -> str:
    """The words of a paper that are in its own language."""

    def runs(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            if "text" in value and "firm" in value:
                if not value["lang"]:
                    yield value["text"]
                return
            value = list(value.values())
        if isinstance(value, list | tuple):
            for inner in value:
                yield from runs(inner)

    return " ".join([*runs([asdict(block) for block in document.blocks]), document.subtitle])


# --- the handout -------------------------------------------------------------------------------------
@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_handout_offers_every_outcome_as_often_as_any_other(lang, ending):
    found = words("handout", lang, ending)
    for country, columns in columns_by_country().items():
        named = outcomes_of(country, lang)
        assert {found.count(squeezed(name)) for name in named} == {columns}


def columns_by_country() -> dict[str, int]:
    counts: dict[str, int] = {}
    for worked in session().works:
        for side in COLUMNS:
            country = worked.decision(side).version.country
            counts[country] = counts.get(country, 0) + 1
    return counts


def outcomes_of(country: str, lang: str) -> list[str]:
    from core.law.load import law

    return [name[lang] for name in law().outcomes[country].values()]


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_handout_holds_no_note_no_reason_and_no_sign_of_an_answer(lang, ending):
    found = words("handout", lang, ending)
    assert CANARY not in found
    for sign in {*SHAPES.values(), *OUTCOMES.values(), "◆"} - {"?", "–", " "}:
        assert sign not in found, f"{sign} stands for an answer"
    for sentence in secret_sentences(lang):
        assert squeezed(sentence) not in found, sentence


def secret_sentences(lang: str) -> set[str]:
    """Sentences that tell something of the answers, of a length that no other sentence has by chance."""
    found: set[str] = set()
    for worked in session().works:
        for side in COLUMNS:
            decision = worked.decision(side)
            said = outcome_words(decision, lang)
            found |= {said.over, said.detail} if decision.determined else {said.detail}
            found |= {because(v, lang) for v in decision.verdicts.values()}
        entry = next(e for e in library().entries if e.id == worked.exercise.case)
        found.add(entry.teaches[lang])
    return {one for one in found if len(one) > 45}


def test_no_choice_of_the_handout_stands_out():
    choices = [
        entry
        for block in paper("handout", "en").blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
        for entry in cell
        if is_tick(entry)
    ]
    assert len(choices) > 40
    assert not any(run.strong for entry in choices for run in entry)


def test_there_are_secrets_that_would_be_found():
    assert len(secret_sentences("en")) > 20
    assert any(squeezed(s) in words("comparison", "en") for s in secret_sentences("en"))
    assert CANARY in words("notes", "en")


def test_the_handout_does_not_change_with_notes_teaching_or_the_stored_key():
    press = Press("en", DAY, "Threshold 9.9.9")
    works = tuple(
        replace(
            worked,
            exercise=worked.exercise.model_copy(update={"notes": type(worked.exercise.notes)()}),
            file=replace(worked.file, teaching={"teaches": {"en": CANARY}}),
        )
        for worked in session().works
    )
    bare = session().pack.model_copy(update={"stored": None})
    assert handout(replace(session(), works=works, pack=bare), press) == paper("handout", "en")


def test_the_handout_asks_both_versions_and_quotes_what_can_be_chosen():
    found = words("handout", "en")
    for worked in session().works:
        question = question_of(worked)
        assert squeezed(question.story["en"]) in found
        for side in COLUMNS:
            for offer in question.column(side).provisions:
                assert found.count(squeezed(f"{offer.title['en']} {offer.cite['en']}")) >= 2


@pytest.mark.parametrize("name", FOR_PARTICIPANTS)
def test_no_paper_for_participants_holds_a_note(name):
    assert CANARY not in words(name, "en")


# --- key and notes -----------------------------------------------------------------------------------
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_key_says_outcome_provision_exceptions_and_law_of_every_case_in_both_versions(lang):
    found = words("key", lang)
    for worked in session().works:
        for side in COLUMNS:
            decision = worked.decision(side)
            said = outcome_words(decision, lang)
            assert squeezed(f"{OUTCOMES[decision.outcome]} {said.headline}") in found
            for name in decision.basis:
                told_so = provision_words(decision, name, lang)
                assert squeezed(told_so.rpartition(" (")[0]) in found


def test_an_answer_that_moved_since_it_was_stored_is_told_at_the_head_of_the_key():
    assert "storedinthepack" not in words("key", "en")
    kept = session().pack.stored
    assert kept is not None
    one = kept.exercises["e0"]
    lied = one.model_copy(update={"left": one.right})
    stored = kept.model_copy(update={"exercises": {**kept.exercises, "e0": lied}})
    changed = replace(session(), pack=session().pack.model_copy(update={"stored": stored}))
    document = answer_key(changed, Press("en", DAY, "x"))
    assert "1 answer is no longer the one stored in the pack" in plain_words(document)


def test_the_notes_work_out_what_comes_of_a_flip():
    found = plain_words(paper("notes", "en"))
    assert "Age at the claim: 12" in found
    assert f"{CANARY} flip 0" in found


def test_a_case_without_notes_is_told_what_the_library_says_it_teaches():
    file = library().load("an-empty-road")
    document = trainers_notes(session_of_case(file, file.setup), Press("en", DAY, "x"))
    entry = next(e for e in library().entries if e.id == "an-empty-road")
    assert entry.teaches["en"].split(".")[0] in plain_words(document)


def test_the_plan_counts_minutes_and_numbers_cases():
    found = plain_words(paper("plan", "en"))
    assert "0–5" in found
    assert "5–45" in found
    assert "45 minutes in all" in found
    assert "Cases 1, 2" in found


def test_the_glossary_has_the_own_words_first_and_the_other_language_marked():
    found = written("glossary", "en", ".html").decode()
    assert found.index("Ownword") < found.index("Port of entry")
    assert '<span class="aside" lang="fr">point d\'entrée</span>' in found


def test_the_referral_page_prints_the_own_list_or_leaves_room_for_one():
    assert "Elm Street" in plain_words(paper("referral", "en"))
    bare = session_of(pack(services=[]))
    document = PAPERS["referral"](bare, Press("en", DAY, "x"))
    assert "filled in by the trainer" in plain_words(document)


# --- the summary -------------------------------------------------------------------------------------
def summed(*votes: Vote) -> str:
    """The words of a summary of these votes."""
    voted = replace(session(), votes=votes)
    return plain_words(PAPERS["summary"](voted, Press("en", DAY, "x")))


def hands(choice: str, count: int, round_: Round = "before", part: Part = "outcome") -> Vote:
    return Vote("e0", "left", round_, "hands", part, choice, count)


def test_hands_of_fewer_than_five_people_are_withheld():
    found = summed(hands("heard", 3), hands("returned", 1))
    assert "withheld" in found
    assert "of 4" not in found


def test_right_outcomes_are_counted_before_and_after():
    found = summed(hands("heard", 1), hands("returned", 4), hands("heard", 5, "after"))
    assert "1 of 5 (20 %)" in found
    assert "5 of 5 (100 %)" in found


def test_a_wrong_provision_is_told_with_its_version_and_what_became_of_it():
    wrong = "ca.irpr.159.5(a)"
    found = summed(
        hands("heard", 5),
        hands(wrong, 6, part="provision"),
        hands(wrong, 5, "after", "provision"),
    )
    assert "Relative who is a citizen" in found
    assert "Law of 1 May 2018: 6 before, 5 after" in found


def test_the_vote_of_a_team_is_always_told_and_its_name_never():
    found = summed(Vote("e0", "left", "before", "team", "outcome", "heard", 1, "=Blue()"))
    assert "1 of 1 (100 %)" in found
    assert "Blue" not in found


def test_a_summary_without_results_is_a_form():
    assert "To fill in by hand" in plain_words(paper("summary", "en"))


# --- what cannot be printed --------------------------------------------------------------------------
def test_a_pack_of_which_every_exercise_is_retired_is_refused():
    one = pack().model_copy(
        update={
            "exercises": tuple(e.model_copy(update={"retired": True}) for e in pack().exercises)
        }
    )
    with pytest.raises(PaperError, match="retired"):
        session_of(one)


def test_a_pack_with_a_version_that_does_not_exist_is_refused_with_a_sentence():
    one = session().pack.model_copy(update={"left": "1871-01-01"})
    with pytest.raises(PaperError, match="1871"):
        session_of(one)


def test_the_title_of_a_session_is_never_markup():
    assert "Session<1>#ours" in html_words(written("evaluation", "en", ".html"))
