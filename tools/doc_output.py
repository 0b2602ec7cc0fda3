"""Keep the output shown in the documents true: run every command shown, write what it answers.

    python tools/doc_output.py            # write today's output into the documents
    python tools/doc_output.py --check    # only say which blocks differ (the tests do this)

A block that begins with "```console" holds one command of `threshold` and its output. What may stand
behind the word `console`:

    lines=1-8,20    only these lines are shown; what is left out stands as "…"
    lines=/a.word/  the first line after those that has this pattern; /a.word/+3 and three more
    exit=2          the exit code that is expected, 0 unless it is given
    width=90        how wide the terminal is, 120 unless it is given

Commands run in this process, in the project's folder, so a folder of their own for settings is the
caller's concern: `main` makes one.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

BLOCK = re.compile(r"^```console(?P<how>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
LEFT_OUT = "…"


@dataclass(frozen=True)
class Block:
    """One command in a document with the output that stands below it."""

    page: Path
    line: int
    command: str
    how: dict[str, str]
    shown: str

    def text(self, output: str) -> str:
        """The body of the block with this output."""
        return f"$ {self.command}\n{chosen(output, self.how.get('lines', ''))}"


def pages() -> list[Path]:
    """The documents in which commands may stand."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def blocks(page: Path) -> Iterator[Block]:
    """The blocks of a page."""
    text = page.read_text(encoding="utf-8")
    for found in BLOCK.finditer(text):
        first, _, _ = found["body"].partition("\n")
        yield Block(
            page,
            text.count("\n", 0, found.start()) + 1,
            first.removeprefix("$ "),
            dict(word.split("=", 1) for word in found["how"].split()),
            found["body"],
        )


def answer(block: Block) -> tuple[int, str]:
    """Run the command of a block: exit code, and what it printed on both streams."""
    from core.cli import main as threshold

    program, *arguments = shlex.split(block.command)
    if program != "threshold":
        raise ValueError(f"{block.page.name}:{block.line}: only threshold is run, not {program}")
    out = io.StringIO()
    width, here = os.environ.get("COLUMNS"), Path.cwd()
    os.environ["COLUMNS"] = block.how.get("width", "120")
    os.chdir(ROOT)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            code = threshold(arguments)
    except SystemExit as leaving:  # argparse leaves by itself
        code = leaving.code if isinstance(leaving.code, int) else 1
    finally:
        os.chdir(here)
        if width is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = width
    return code, out.getvalue()


def chosen(output: str, lines: str) -> str:
    """The lines of an output that are shown, with a mark where some are left out."""
    every = [line.rstrip() for line in output.rstrip("\n").splitlines()]
    if not lines:
        return "\n".join(every) + "\n"
    found: list[str] = []
    last = 0
    for part in lines.split(","):
        low, high = _span(part, every, last)
        if low > last + 1:
            found.append(LEFT_OUT)
        found += every[low - 1 : high]
        last = high
    if last < len(every):
        found.append(LEFT_OUT)
    return "\n".join(found) + "\n"


def _span(part: str, every: list[str], last: int) -> tuple[int, int]:
    """The first and the last line that a part names, from 1."""
    pattern = re.fullmatch(r"/(.+)/(?:\+(\d+))?", part)
    if pattern is None:
        first, _, end = part.partition("-")
        return int(first), int(end or first)
    for at, line in enumerate(every[last:], last + 1):
        if re.search(pattern[1], line):
            return at, at + int(pattern[2] or 0)
    raise ValueError(f"no line has {pattern[1]!r}")


def fault(block: Block) -> str:
    """What is untrue of a block; empty if it stands as the program answers today."""
    where = f"{block.page.name}:{block.line}: {block.command}"
    code, output = answer(block)
    expected = int(block.how.get("exit", "0"))
    if code != expected:
        return f"{where}: exit {code}, expected {expected}: {output[:300]}"
    return "" if block.text(output) == block.shown else f"{where}: the output has changed"


def refresh(page: Path) -> int:
    """Write today's output into a page; returns how many blocks changed."""
    text, changed = page.read_text(encoding="utf-8"), 0
    for block in blocks(page):
        _, output = answer(block)
        new = block.text(output)
        if new != block.shown:
            text = text.replace(f"\n{block.shown}```", f"\n{new}```", 1)
            changed += 1
    if changed:
        page.write_text(text, encoding="utf-8")
    return changed


def main(arguments: list[str] | None = None) -> int:
    """Refresh every page, or say which blocks are not what the program answers."""
    only_check = "--check" in (sys.argv[1:] if arguments is None else arguments)
    with tempfile.TemporaryDirectory() as home:
        os.environ["THRESHOLD_HOME"] = home
        if not only_check:
            for page in pages():
                print(f"{page.relative_to(ROOT)}: {refresh(page)} blocks written")
        faults = [told for page in pages() for block in blocks(page) if (told := fault(block))]
    print("\n".join(faults) or "every block shows what the program answers")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
