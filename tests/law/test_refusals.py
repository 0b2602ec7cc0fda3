"""A law with a mistake does not load; the message names the file, the line and the mistake.

Each file in `bad` is a file of `good` with one mistake. Its first line says which words the message
must hold, and `# here` marks the line that it must name.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.case.catalogue import catalogue
from core.files.yamlfile import Document, YamlError, parse_yaml
from core.law.load import build_law, with_proposal
from core.law.provisions import Law
from core.law.shape import LawError
from core.law.version import find_version

HERE = Path(__file__).parent
BAD = sorted(path.stem for path in (HERE / "bad").glob("*.yaml"))

FRAME = {
    "marks": (
        "marks:\n  verified:\n    title: {en: verified, fr: vérifié}\n    means: {en: Read., fr: Lu.}\n"
    ),
    "instruments": "instruments:\n  first: {en: First, fr: Premier}\n  second: {en: Second, fr: Deuxième}\n",
    "nodes": "nodes:\n  place: {en: Place, fr: Lieu}\n",
    "sources": "sources:\n  act: {title: The Act, address: 'https://example.org/act'}\n",
    "outcomes": (
        "outcomes:\n  ca:\n    heard: {en: Heard, fr: Entendu}\n"
        "follows:\n  ca:\n    heard: {en: Goes on., fr: Suit.}\n"
    ),
    "readings": (
        "readings:\n- id: n.days\n  question: {en: Which days?, fr: Quels jours?}\n  positions:\n"
        "    calendar: {en: calendar days, fr: jours civils}\n    hours: {en: hours, fr: heures}\n"
        "  default: calendar\n  ground: {en: The words., fr: Les mots.}\n"
    ),
    "versions": (
        "presets:\n- version: '2018-05-01'\n  title: {en: Of 2018, fr: De 2018}\n"
        "  note: {en: Half way., fr: À mi-chemin.}\n"
    ),
}
"""What every law has beside its provisions, as small as it can be."""


def frame(**other: str) -> list[Document]:
    """The files beside the provisions, some of them replaced."""
    return [parse_yaml(text, f"law/{name}.yaml") for name, text in {**FRAME, **other}.items()]


def good(name: str) -> Document:
    """A file without a mistake."""
    return parse_yaml(
        (HERE / "good" / f"{name}.yaml").read_text(encoding="utf-8"), f"law/{name}.yaml"
    )


def load(*documents: Document) -> Law:
    """The law of some files and the frame."""
    return build_law([*frame(), *documents], catalogue())


def refusal(name: str) -> str:
    """The message with which a bad file is refused."""
    text = (HERE / "bad" / f"{name}.yaml").read_text(encoding="utf-8")
    with pytest.raises((LawError, YamlError)) as caught:
        document = parse_yaml(text, f"law/{name}.yaml")
        if "proposal" in document.data:
            load(good("act"), document)
        else:
            load(document)
    return str(caught.value)


def test_the_law_without_a_mistake_loads() -> None:
    law = load(good("act"), good("everywhere"))
    assert sorted(law.provisions) == ["ca.act.1", "ca.act.2", "ca.act.3", "ca.act.4"]
    assert sorted(law.proposals) == ["everywhere"]
    assert [text.start for text in law.provisions["ca.act.1"].texts] == ["2004-12-29", "2009-07-23"]


def test_an_inserted_provision_stands_in_its_proposal_and_in_no_law() -> None:
    law = load(good("act"), good("inserting"))
    assert sorted(law.provisions) == ["ca.act.1", "ca.act.2", "ca.act.3", "ca.act.4"]
    version = find_version("inserting", of=law)
    assert {"ca.act.9"} == set(version.texts) - set(find_version("2018-05-01", of=law).texts)
    assert "ca.act.3" not in version.texts
    assert [p.id for p in version.exemptions["ca.act.1"]] == ["ca.act.9"]
    assert version.law.provisions["ca.act.9"].title["fr"] == "Un mineur"
    assert find_version("inserting-without-minors", of=law).exemptions["ca.act.1"] == ()
    assert "ca.act.9" not in find_version("2018-05-01", of=version.law).texts


@pytest.mark.parametrize("name", BAD)
def test_a_mistake_is_refused_in_words_that_tell_it(name: str) -> None:
    first = (HERE / "bad" / f"{name}.yaml").read_text(encoding="utf-8").splitlines()[0]
    words = first.removeprefix("# says: ")
    assert words != first
    message = refusal(name)
    assert any(part in message for part in words.split("|")), message


@pytest.mark.parametrize("name", BAD)
def test_a_mistake_is_refused_with_its_file_and_line(name: str) -> None:
    lines = (HERE / "bad" / f"{name}.yaml").read_text(encoding="utf-8").splitlines()
    marked = [at for at, line in enumerate(lines, start=1) if line.endswith("# here")]
    message = refusal(name)
    assert re.search(r"\.yaml:\d+: ", message), message
    assert [f"law/{name}.yaml:{at}:" in message for at in marked] in ([True], []), message


@pytest.mark.parametrize("name", BAD)
def test_one_mistake_is_told_once(name: str) -> None:
    problems = refusal(name).splitlines()
    assert len(set(problems)) == len(problems)
    assert len(problems) <= 2, problems


def test_every_mistake_of_a_file_is_told_at_once() -> None:
    text = (HERE / "good" / "act.yaml").read_text(encoding="utf-8")
    text = text.replace("entry.place ==", "entry.plaice ==").replace("r.age >= 18", "r.aged >= 18")
    with pytest.raises(LawError) as caught:
        load(parse_yaml(text, "law/act.yaml"))
    assert len(caught.value.problems) == 2
    assert "entry.plaice" in caught.value.problems[0]
    assert "aged" in caught.value.problems[1]


@pytest.mark.parametrize("name", sorted(FRAME))
def test_a_law_without_one_of_its_files_is_refused_by_the_name_of_the_file(name: str) -> None:
    documents = [d for d in frame() if d.name != f"law/{name}.yaml"]
    with pytest.raises(LawError, match=rf"law/{name}\.yaml:1: this file is missing"):
        build_law([*documents, good("act")], catalogue())


def test_a_mark_without_a_language_is_refused() -> None:
    marks = FRAME["marks"].replace(", fr: vérifié", "")
    with pytest.raises(LawError, match=r"law/marks\.yaml:3: title: the language 'fr' is missing"):
        build_law([*frame(marks=marks), good("act")], catalogue())


def test_a_reading_with_a_default_it_does_not_offer_is_refused() -> None:
    readings = FRAME["readings"].replace("default: calendar", "default: lunar")
    with pytest.raises(
        LawError, match=r"law/readings\.yaml:2: default: found 'lunar', expected one of"
    ):
        build_law([*frame(readings=readings), good("act")], catalogue())


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("instruments", "Premier"),
        ("nodes", "Lieu"),
        ("outcomes", "Entendu"),
        ("versions", "De 2018"),
    ],
)
def test_a_name_without_a_language_is_refused(name: str, field: str) -> None:
    text = FRAME[name].replace(f", fr: {field}", "")
    with pytest.raises(LawError, match=rf"law/{name}\.yaml:\d+: .*the language 'fr' is missing"):
        build_law([*frame(**{name: text}), good("act")], catalogue())


def test_a_proposal_in_a_file_of_its_own_is_checked_like_the_law() -> None:
    law = load(good("act"))
    found, proposal = with_proposal(law, good("everywhere"), catalogue())
    assert proposal.id in found.proposals
    assert law.proposals == {}
    text = (HERE / "good" / "everywhere.yaml").read_text(encoding="utf-8")
    with pytest.raises(LawError, match=r"mine\.yaml:18: .*no provision 'ca\.act\.7'"):
        with_proposal(
            law, parse_yaml(text.replace("ca.act.2", "ca.act.7"), "mine.yaml"), catalogue()
        )
