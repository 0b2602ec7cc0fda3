"""French titles and gists use the official terms of the two consolidations, and no others for the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from core.law.load import law

OFFICIAL = (
    "Entente",
    "Protocole additionnel",
    "pays désigné",
    "demande d'asile",
    "irrecevable",
    "charge de la preuve",
    "prépondérance des probabilités",
    "membre de la famille",
    "tuteur légal",
    "conjoint de fait",
    "mineur non accompagné",
    "apatride",
    "résidence habituelle",
    "point d'entrée",
    "frontière terrestre",
    "débarcadère",
    "personne protégée",
    "résident permanent",
    "permis de travail",
    "mesure de renvoi",
    "interdiction de séjour",
    "exclusion",
    "retour temporaire",
    "Section de la protection des réfugiés",
    "Section d'appel des réfugiés",
    "désistement",
    "interdit de territoire",
    "peine de mort",
)
"""Terms of part 6 of the Canadian note that the texts of the law need."""

NOT_SAID = {
    "fardeau": "charge de la preuve",
    "réclamation": "demande d'asile",
    "demande de refuge": "demande d'asile",
    "port d'entrée": "point d'entrée",
    "inadmissible": "interdit de territoire ou irrecevable",
    "inéligible": "irrecevable",
    "déportation": "expulsion ou renvoi",
    "ordre de déportation": "mesure de renvoi",
    "gardien légal": "tuteur légal",
    "conjoint de common law": "conjoint de fait",
    "sans patrie": "apatride",
    "permis de visiteur": "visa de résident temporaire",
    "prépondérance de la preuve": "prépondérance des probabilités",
    "peine capitale": "peine de mort",
    "retiré du pays": "renvoyé",
}


def french() -> Iterator[tuple[str, str]]:
    """Every title and gist, and every reading, in French."""
    for provision in law().provisions.values():
        yield provision.id, provision.title["fr"]
        for text in provision.texts:
            yield provision.id, text.gist["fr"]
            yield from ((provision.id, limb.title["fr"]) for limb in text.limbs.values())
    for reading in law().readings.values():
        yield reading.id, reading.question["fr"]
        yield reading.id, reading.ground["fr"]
        yield from ((reading.id, words["fr"]) for words in reading.positions.values())


@pytest.mark.parametrize("term", OFFICIAL)
def test_the_official_term_is_used(term: str) -> None:
    said = " ".join(text for _, text in french()).lower()
    said = re.sub(r"(?<=\w)[se]+\b", "", said)
    assert re.sub(r"(?<=\w)[se]+\b", "", term.lower()) in said


@pytest.mark.parametrize(("other", "official"), NOT_SAID.items())
def test_no_other_word_stands_for_an_official_term(other: str, official: str) -> None:
    found = [
        (name, text) for name, text in french() if re.search(rf"\b{other}", text, re.IGNORECASE)
    ]
    assert found == [], f"write {official}"
