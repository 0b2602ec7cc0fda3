"""The core holds no law: no provision, no country, no date on which a law changed.

All of that is data under resources/. Docstrings, doctests and comments may speak of it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.sources import ROOT, python_files, relative

NAMES_LAW = re.compile(
    r"\b(ca|us)\.\w"  # ids of provisions: ca.irpa…, us.8cfr…
    r"|(?<![\w.])159\.\d|101\(1\)|208\.30|1158\(a\)"  # and their pinpoints
    r"|\b(IRPA|IRPR|LIPR|RIPR|CFR|SOR/|DORS/)"
    r"|\b20\d\d-\d\d-\d\d\b",  # dates of law
)
NAMES_COUNTRY = re.compile(
    r"\b(Canad\w*|United States|U\.S\.|États-Unis|American|Mexic\w*|Americas?)\b"
    r"|^(ca|us|usa|can|mx)$",  # or is nothing but its code
    re.IGNORECASE,
)
IDS_IN_DATA = re.compile(r"^[\s-]*(?:id|proposal):\s*[\"']?([\w.()#-]+)", re.MULTILINE)
DATES = {"date", "datetime", "D", "M"}


def strings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield each string that the program uses, with its line; docstrings are left out."""
    said_only = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in said_only
        ):
            yield node.lineno, node.value


def dates(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield each date of our time that is written as a call, such as date(2023, 3, 25)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            year = node.args[0].value
            if name in DATES and isinstance(year, int) and 1900 < year < 2100:
                yield node.lineno, ast.unparse(node)


def law_in(source: str, ids: frozenset[str] = frozenset()) -> list[str]:
    """Return what a piece of the core says of the law, each with its line."""
    tree = ast.parse(source)
    found = [
        f"{line}: {text!r}"
        for line, text in strings(tree)
        if NAMES_LAW.search(text) or NAMES_COUNTRY.search(text.strip()) or text in ids
    ]
    return found + [f"{line}: {text}" for line, text in dates(tree)]


@pytest.fixture(scope="module")
def ids_in_the_law() -> frozenset[str]:
    """Every id that the files of the law give to a provision or a proposal."""
    files = (ROOT / "resources" / "law").rglob("*.yaml")
    return frozenset(
        name for path in files for name in IDS_IN_DATA.findall(path.read_text(encoding="utf-8"))
    )


def test_the_core_names_no_provision_no_country_and_no_date_of_law(ids_in_the_law):
    found = [
        f"{relative(path)}:{where}"
        for path in python_files("core")
        for where in law_in(path.read_text(encoding="utf-8"), ids_in_the_law)
    ]
    assert not found, "law belongs in resources/, not in the core:\n" + "\n".join(found)


@pytest.mark.parametrize(
    "source",
    [
        'GROUND = "ca.irpa.101(1)(e)"',
        'if provision == "159.5(c)": pass',
        'into = "us"',
        'into = f"Canada, {day}"',
        'START = "2023-03-25"',
        "START = datetime.date(2023, 3, 25)",
        'default = "whole_border"',
    ],
)
def test_law_in_code_is_noticed(source):
    assert law_in(source, frozenset({"whole_border"}))


@pytest.mark.parametrize(
    "source",
    [
        'def count():\n    """As ca.irpr.159.4(1.1) counts since 2023-03-25, in Canada."""',
        "limit = 13  # 101(1)(e)",
        'KINDS = ("ground", "exemption")',
        "feast = date(1, 2, 29)",
    ],
)
def test_words_about_the_law_are_not_law(source):
    assert not law_in(source)
