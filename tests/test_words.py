"""Every sentence that the program says stands in the catalogue, in French, with the same names in braces."""

from __future__ import annotations

import ast
import re
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

from core.words import LANGUAGES, Words, many, say
from tests.house.sources import ROOT, python_files, relative

PO = ROOT / "resources" / "words" / "fr" / "LC_MESSAGES" / "threshold.po"
CATALOGUE = polib.pofile(str(PO))
ENTRIES = {entry.msgid: entry for entry in CATALOGUE}
WRITTEN = {"say": 1, "many": 2}
"""How many sentences follow the language in a call of each."""
MNEMONIC = re.compile(r"&(?=[^\W\d_])")


def literals(node: ast.expr) -> Iterator[str]:
    """The sentences an argument can be: a literal, or either side of ``a if … else b``."""
    if isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def said(path: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The sentences of each call of say() and many() in a file, with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            number = WRITTEN.get(node.func.id, 0)
            found = [tuple(literals(arg)) for arg in node.args[1 : 1 + number]]
            if number == 2 and all(len(one) == 1 for one in found):
                yield node.lineno, tuple(one[0] for one in found)
            else:
                yield from ((node.lineno, (one,)) for several in found for one in several)


ALL = [
    (f"{relative(path)}:{line}", sentences)
    for path in python_files("core", "gui")
    for line, sentences in said(path)
]


def filled(path: Path) -> Iterator[tuple[int, str, set[str]]]:
    """Each sentence of a file with the names that its call fills in."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            number = WRITTEN.get(node.func.id, 0)
            given = {word.arg or "**" for word in node.keywords} | ({"n"} if number == 2 else set())
            for arg in node.args[1 : 1 + number]:
                for sentence in literals(arg):
                    yield node.lineno, sentence, given


def every_string() -> set[str]:
    """Every string written anywhere in the program."""
    return {
        node.value
        for path in python_files("core", "gui")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def names(text: str) -> Counter[str]:
    """The names in braces of a sentence."""
    return Counter(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def french(entry: polib.POEntry) -> list[str]:
    """The French sentences of an entry: one, or one for each number."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_the_program_is_really_read() -> None:
    sentences = {sentence for _, found in ALL for sentence in found}
    assert {"not known", "Waits for {n} answers.", "under {cites}"} <= sentences
    assert len(sentences) > 200


def test_every_sentence_the_program_says_has_an_entry() -> None:
    missing = [(where, found) for where, found in ALL if found[0] not in ENTRIES]
    assert missing == []


def test_every_plural_the_program_says_has_an_entry_with_both_numbers() -> None:
    wrong = [
        (where, found)
        for where, found in ALL
        if len(found) == 2
        and (found[0] not in ENTRIES or ENTRIES[found[0]].msgid_plural != found[1])
    ]
    assert wrong == []


def test_every_name_in_braces_is_filled_in_where_it_is_said() -> None:
    wrong = [
        (f"{relative(path)}:{line}", sentence)
        for path in python_files("core", "gui")
        for line, sentence, given in filled(path)
        if "**" not in given and not set(names(sentence)) <= given
    ]
    assert wrong == []


def test_no_entry_is_said_nowhere() -> None:
    strings = every_string()
    assert [msgid for msgid in ENTRIES if msgid not in strings] == []


def test_every_entry_has_french_that_nobody_doubts() -> None:
    doubted = [
        entry.msgid
        for entry in CATALOGUE
        if entry.fuzzy or entry.obsolete or not all(text.strip() for text in french(entry))
    ]
    assert doubted == []


def test_an_entry_with_two_numbers_has_both_in_french() -> None:
    assert [e.msgid for e in CATALOGUE if e.msgid_plural and set(e.msgstr_plural) != {0, 1}] == []


def test_the_french_of_a_sentence_has_the_same_names_in_braces() -> None:
    wrong = [
        (entry.msgid, text)
        for entry in CATALOGUE
        for text in french(entry)
        if set(names(text)) != set(names(entry.msgid_plural or entry.msgid))
    ]
    assert wrong == []


def test_a_word_with_a_key_in_one_language_has_one_in_the_other() -> None:
    wrong = []
    for entry in CATALOGUE:
        keys = [len(MNEMONIC.findall(text)) for text in (entry.msgid, *french(entry))]
        if len(set(keys)) > 1:
            wrong.append((entry.msgid, french(entry)))
    assert wrong == []


def test_no_two_entries_have_one_key() -> None:
    seen = Counter(entry.msgid for entry in CATALOGUE)
    assert [msgid for msgid, number in seen.items() if number > 1] == []


def test_french_punctuation_stands_off_and_quotes_are_french() -> None:
    wrong = [
        (entry.msgid, text)
        for entry in CATALOGUE
        for text in french(entry)
        if re.search(r"\w[:»]|«\S|[“”]", re.sub(r"\{[^}]*\}|<[^>]*>|\w+:\w+|://", "x", text))
    ]
    assert wrong == []


# --- how sentences are said ------------------------------------------------------------------------
def test_english_is_the_sentence_itself() -> None:
    assert say("en", "a sentence nobody translated") == "a sentence nobody translated"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_names_of_a_sentence_are_filled_in(lang: str) -> None:
    assert "7" in many(lang, "Waits for {n} answer.", "Waits for {n} answers.", 7)


def test_two_languages_are_spoken_side_by_side() -> None:
    told = [say(lang, "not known") for lang in ("en", "fr", "en")]
    assert told[0] == told[2] == "not known"
    assert told[1] == ENTRIES["not known"].msgstr


@pytest.mark.parametrize(("number", "form"), [(0, 0), (1, 0), (2, 1)])
def test_nought_is_singular_in_french(number: int, form: int) -> None:
    entry = ENTRIES["Waits for {n} answer."]
    said_ = many("fr", entry.msgid, entry.msgid_plural, number)
    assert said_ == entry.msgstr_plural[form].format(n=number)


def test_a_language_there_is_not_is_refused_by_words() -> None:
    with pytest.raises(KeyError, match="no text in language 'de'"):
        Words({"en": "yes", "fr": "oui"})["de"]
