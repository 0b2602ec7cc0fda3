"""Cases of the library are taken over without being checked at every start: here they are checked."""

from __future__ import annotations

import subprocess
import sys

import pytest

from core.case.casefile import from_document, own_document
from core.case.library import library
from core.files.resources import load_folder

DOCUMENTS = {d.name.rsplit("/", 1)[-1].removesuffix(".yaml"): d for d in load_folder("cases")}


@pytest.mark.parametrize("name", library().ids())
def test_a_case_taken_over_is_the_case_checked(name: str) -> None:
    taken, checked = own_document(DOCUMENTS[name]), from_document(DOCUMENTS[name])
    assert taken == checked
    assert taken.plain() == checked.plain()


def test_a_comparison_of_a_library_case_needs_no_checking_library() -> None:
    code = (
        "import sys\n"
        "from core.case.library import library\n"
        "from core.decision.compare import compare\n"
        "file = library().load(library().ids()[0])\n"
        "compare(file.case, file.setup)\n"
        "sys.exit('pydantic' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
