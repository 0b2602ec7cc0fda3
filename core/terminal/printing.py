"""``threshold print PACK --what key -o FILE``: a paper of a session pack, or of one case, as a file.

>>> import tempfile
>>> from core.terminal.options import parser
>>> with tempfile.TemporaryDirectory() as folder:
...     file = f"{folder}/key.html"
...     given = parser().parse_args(["print", "an-empty-road", "--what", "key", "-o", file])
...     code, text, data = print_paper(given)
...     written = Path(file).read_text(encoding="utf-8")
>>> code, data["paper"], "<h1>An empty road</h1>" in written
(0, 'key', True)
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from core.files.kinds import is_file
from core.files.textfile import read_text
from core.files.yamlfile import YamlError, parse_yaml
from core.report.papers.look import Format
from core.report.papers.session import Press, Session, session_of, session_of_case
from core.report.papers.tree import PaperError
from core.report.papers.write import PAPERS, WRITERS, print_to
from core.terminal.check import PACK
from core.terminal.options import InputError, chosen_setup, find_case
from core.terminal.packs import find_pack
from core.training.packfile import packs
from core.training.store import SessionStore, StoreError
from core.training.votes import Vote
from core.words import say

OF_A_CASE = ("left", "right", "assume", "reading")
"""Options that only a case needs: a pack brings versions and choices along."""


def print_paper(given: argparse.Namespace) -> tuple[int, str, Any]:
    """Write one paper to a file. Raises InputError."""
    target = Path(given.output)
    _check(target, given)
    try:
        document = PAPERS[given.what](_session(given), Press.today(given.lang))
        print_to(target, document, Format(given.paper, given.large))
    except PaperError as error:
        raise InputError(str(error)) from None
    told = say(given.lang, "{label}: {value}", label=document.kind, value=str(target))
    return 0, f"{told}\n", {"paper": given.what, "file": str(target)}


def _check(target: Path, given: argparse.Namespace) -> None:
    """Refuse a file that no writer writes before anything is worked out."""
    if target.suffix.lower() not in WRITERS:
        raise InputError(f"{target}: expected a file ending in one of {', '.join(WRITERS)}")
    if is_file(target) and is_file(Path(given.source)) and target.samefile(given.source):
        raise InputError(f"{target}: the paper would take the place of what it is made from")


def _session(given: argparse.Namespace) -> Session:
    name = given.source
    if name in packs() or _holds_pack(Path(name)):
        for option in OF_A_CASE:
            if getattr(given, option):
                raise InputError(f"--{option}: a pack says this itself; leave the option out")
        return session_of(find_pack(name).pack, _votes(given))
    if given.results:
        raise InputError("--results: a case alone has none; name the pack that was voted on")
    file = find_case(name)
    return session_of_case(file, chosen_setup(file.setup, given, file.case.get("journey.into")))


def _votes(given: argparse.Namespace) -> tuple[Vote, ...]:
    """The votes of the session file that ``--results`` names. Raises InputError."""
    if not given.results:
        return ()
    try:
        store = SessionStore.reopen(Path(given.results))
        try:
            return store.votes()
        finally:
            store.release()
    except StoreError as error:
        raise InputError(str(error)) from None


def _holds_pack(path: Path) -> bool:
    """Whether a file calls itself a session pack; what cannot be read is left to the reader of cases."""
    if not is_file(path):
        return False
    try:
        data = parse_yaml(read_text(path), path.name).data
    except (OSError, UnicodeDecodeError, YamlError):
        return False
    return isinstance(data, dict) and str(data.get("schema")).startswith(PACK)
