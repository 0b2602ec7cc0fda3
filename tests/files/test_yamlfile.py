"""YAML is read as plain data, with the line of every value; what looks like a date stays text."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml.error import YAMLError

from core.files.yamlfile import MOST_VALUES, Document, YamlError, parse_yaml


def read(text: str) -> Any:
    """The data of a file."""
    return parse_yaml(text, "memo.yaml").data


def refusal(text: str) -> str:
    """The message with which a file is refused."""
    with pytest.raises(YamlError) as caught:
        parse_yaml(text, "memo.yaml")
    return str(caught.value)


# --- values --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2018-05-01", "2018-05-01"),
        ("2018-05", "2018-05"),
        ("2023-03-25T00:01-04:00", "2023-03-25T00:01-04:00"),
        ("22:30", "22:30"),
        ("yes", "yes"),
        ("no", "no"),
        ("NO", "NO"),
        ("on", "on"),
        ("y", "y"),
        ("unknown", "unknown"),
        ("true", True),
        ("True", True),
        ("FALSE", False),
        ("'true'", "true"),
        ("!!bool yes", "yes"),
        ("null", None),
        ("~", None),
        ("", None),
        ("''", ""),
        ("'null'", "null"),
        ("34", 34),
        ("-3", -3),
        ("'34'", "34"),
        ("007", 7),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("3.0", "3.0"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("9" * 5000, "9" * 5000),
        ("３", "３"),
        ("5 # a remark", 5),
        ("it's", "it's"),
    ],
)
def test_a_value_is_read_as_yaml_1_2_and_never_as_a_date(written: str, value: object) -> None:
    found = read(f"a: {written}\n")["a"]
    assert found == value
    assert type(found) is type(value)


def test_words_stay_words_also_where_a_file_says_it_is_of_yaml_1_1() -> None:
    found = read("%YAML 1.1\n---\na: yes\nb: NO\nc: off\nd: true\n")
    assert found == {"a": "yes", "b": "NO", "c": "off", "d": True}


def test_every_key_is_text() -> None:
    assert read("1: a\ntrue: b\n2018-05-01: c\n~: d\n") == {
        "1": "a",
        "true": "b",
        "2018-05-01": "c",
        "~": "d",
    }


def test_folded_lines_become_one_and_kept_lines_stay() -> None:
    assert read("a: >-\n  one\n  two\n\n  three\nb: |\n  one\n  two\n") == {
        "a": "one two\nthree",
        "b": "one\ntwo\n",
    }


@pytest.mark.parametrize("text", ["", "# a remark\n", "---\n", "~"])
def test_an_empty_file_holds_nothing(text: str) -> None:
    assert read(text) is None


def test_a_tag_makes_no_object() -> None:
    assert read("a: !!python/object/apply:os.getcwd []\n") == {"a": []}
    assert read("a: !thing {b: 1}\n") == {"a": {"b": 1}}


def test_json_is_read_too() -> None:
    assert read('{"a": [1, true, null, "no"], "b": {"c": "2018-05-01"}}') == {
        "a": [1, True, None, "no"],
        "b": {"c": "2018-05-01"},
    }


PRINTABLE = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | PRINTABLE,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(PRINTABLE, inner, max_size=4),
    max_leaves=12,
)


@given(PLAIN, st.booleans())
def test_what_json_writes_is_read_as_it_was(data: object, ascii_only: bool) -> None:
    assert read(json.dumps(data, ensure_ascii=ascii_only)) == data


@given(st.text(max_size=60))
def test_whatever_the_text_it_is_read_or_refused_in_words(text: str) -> None:
    try:
        parse_yaml(text, "memo.yaml")
    except YamlError as error:
        assert re.match(r"memo\.yaml:\d+: ", str(error))


@given(st.text(st.sampled_from("ab:-[]{}\"'#&*!|>%@\n \t,?~0"), max_size=30))
def test_whatever_the_signs_it_is_read_or_refused_in_words(text: str) -> None:
    try:
        parse_yaml(text, "memo.yaml")
    except YamlError as error:
        assert re.match(r"memo\.yaml:\d+: ", str(error))


# --- lines ---------------------------------------------------------------------------------------
DOCUMENT = """\
# a remark
first: 1
list:
- id: one
  deep: {a: 1,
         b: 2}
-
  id: two
text: >-
  some
  lines
"""


@pytest.mark.parametrize(
    ("steps", "line"),
    [
        ((), 2),
        (("first",), 2),
        (("list",), 3),
        (("list", 0), 4),
        (("list", 0, "deep"), 5),
        (("list", 0, "deep", "a"), 5),
        (("list", 0, "deep", "b"), 6),
        (("list", 1, "id"), 8),
        (("text",), 9),
        (("list", 0, "missing"), 4),
        (("list", 7, "id"), 3),
        (("nowhere", "at", "all"), 2),
    ],
)
def test_every_value_has_its_line_and_what_is_missing_that_of_its_surroundings(
    steps: tuple[str | int, ...], line: int
) -> None:
    document = parse_yaml(DOCUMENT, "memo.yaml")
    assert document.line(*steps) == line
    assert document.place(*steps) == f"memo.yaml:{line}"


def test_a_document_without_lines_speaks_of_its_first() -> None:
    assert Document("memo.yaml", {}, {}).place("a", 0) == "memo.yaml:1"


# --- what is refused -----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", 3),
        ("a:\n  b: {c: 1, c: 2}\n", 2),
        ("- a: 1\n  'a': 2\n", 2),
    ],
)
def test_a_key_that_stands_twice_is_refused_with_its_line(text: str, line: int) -> None:
    message = refusal(text)
    assert message.startswith(f"memo.yaml:{line}: the key '")
    assert "stands twice here; keep one of them." in message


def test_one_key_may_stand_in_two_mappings() -> None:
    assert read("- {a: 1}\n- {a: 2}\n") == [{"a": 1}, {"a": 2}]


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("a:\n\tb: 1\n", 2, r"'\t'"),
        ("a: b: c\n", 1, "mapping values are not allowed here"),
        ("ok: 1\na: [1, 2\n", 3, "expected ',' or ']'"),
        ("a: 'one\nb: 2\n", 3, "end of stream"),
        ("a: 1\n  b: 2\n", 2, "mapping values"),
        ("- a\nb: c\n", 2, "expected <block end>"),
        ("a: *nobody\n", 1, "undefined alias"),
        ("a: @x\n", 1, "'@'"),
        ('a: "\\q"\n', 1, "unknown escape"),
        ("a: 1\n---\nb: 2\n", 2, "another document"),
    ],
)
def test_bad_yaml_is_refused_with_its_line_and_a_way_to_mend_it(
    text: str, line: int, told: str
) -> None:
    message = refusal(text)
    assert message.startswith(f"memo.yaml:{line}: this is not well-formed YAML: ")
    assert told in message
    assert "indentation by spaces, a colon after each key" in message
    assert "\n" not in message


def test_a_sign_that_no_text_has_is_refused_in_one_line() -> None:
    message = refusal("a: \x00\n")
    assert message.startswith("memo.yaml:1: this cannot be read as YAML: ")
    assert "\n" not in message


@pytest.mark.parametrize("text", ["? [a, b]\n: 1\n", "ok: 1\n? {a: b}\n: 1\n"])
def test_a_list_or_a_mapping_is_no_key(text: str) -> None:
    assert re.match(r"memo\.yaml:\d: a list or a mapping cannot be a key", refusal(text))


@pytest.mark.parametrize("half", [r"\ud800", r"\udc00", r"\ude00\ud83d", r"x\ud83dé"])
def test_half_a_character_is_refused(half: str) -> None:
    assert refusal(f'a: 1\nb: "{half}"\n').startswith("memo.yaml:2: found half a character")
    assert refusal(f'a: 1\n"{half}": b\n').startswith("memo.yaml:2: found half a character")


def test_two_halves_make_a_character() -> None:
    assert read(r'a: "x\ud83d\ude00y"') == {"a": "x😀y"}


# --- aliases and depth ---------------------------------------------------------------------------
def bomb(levels: int, width: int = 9) -> str:
    """A list of lists of lists: `width` to the power of `levels` values in a few lines."""
    rows = ["a0: &a0 [x, x, x]"]
    rows += [
        f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * width)}]"
        for level in range(1, levels + 1)
    ]
    return "\n".join(rows) + "\n"


def test_an_alias_stands_for_what_it_names() -> None:
    assert read("a: &x {b: [1]}\nc: *x\n") == {"a": {"b": [1]}, "c": {"b": [1]}}


def test_two_readings_of_an_alias_share_nothing() -> None:
    found = read("a: &x {b: [1]}\nc: *x\n")
    found["a"]["b"].append(2)
    assert found["c"] == {"b": [1]}


@pytest.mark.parametrize("levels", [6, 9, 30])
def test_aliases_of_aliases_that_grow_past_all_bounds_are_refused(levels: int) -> None:
    message = refusal(bomb(levels))
    assert re.match(rf"memo\.yaml:\d+: this file has more than {MOST_VALUES} values; ", message)


def test_an_alias_inside_what_it_names_is_refused() -> None:
    assert "an alias (*name) inside what it names" in refusal("a: &x {b: *x}\n")
    assert "an alias (*name) inside what it names" in refusal("&x [1, *x]\n")


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 1500 + "]" * 1500,
        "a: " + "{b: " * 3000 + "1" + "}" * 3000,
        "".join(" " * depth + "a:\n" for depth in range(1500)),
        "- " * 3000 + "a",
    ],
    ids=["lists", "mappings", "indented", "dashes"],
)
def test_what_is_nested_too_deeply_is_refused(text: str) -> None:
    assert refusal(text).startswith("memo.yaml:1: this is nested too deeply to be read; ")


def test_no_error_of_the_reader_behind_it_comes_through() -> None:
    for text in ("a: [", "a: *x", "\x00", "a: b: c", "? [a]: b"):
        try:
            parse_yaml(text, "memo.yaml")
        except YamlError as error:
            assert not isinstance(error, YAMLError)
            assert error.__cause__ is None
