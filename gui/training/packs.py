"""Session packs to choose from, and what the chosen one holds: plan, exercises, whether its key stands.

Nothing here tells an answer, not even of an exercise whose answer moved: a trainee may look on.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.explore.steps import Search, Step
from core.law.version import VersionError
from core.report.papers.session import pair_of
from core.training.model import Exercise, Pack
from core.training.model import Step as PlanStep
from core.training.packfile import PackFile, packs
from core.training.stale import Standing, look
from core.training.work import ExerciseError, case_of, work
from core.words import many, say
from gui import theme
from gui.explore.slices import Slices
from gui.parts.label import Heading, RoleLabel
from gui.parts.pairs import PairLayout
from gui.training.pieces import in_a_flow, word, wrap_rows
from gui.training.scroll import Scroll

SHARES = (3, 7)
BUTTONS = ("quiz", "present", "print", "coverage", "edit", "open")


class PackPage(QWidget):
    """A list of packs at the left, the chosen one at the right, and what can be done with it."""

    chosen = Signal(object)
    """A pack file was chosen in the list."""
    asked = Signal(str)
    """What a button asks for: one of BUTTONS."""

    def __init__(self, lang: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("packs")
        self._lang = lang
        self._files: list[PackFile] = []
        self._file: PackFile | None = None
        self._standings: list[Standing] = []
        self.list = QListWidget(self)
        self.told = QWidget()
        self.area = Scroll(self.told, self)
        self.about = RoleLabel(self.told)
        self.facts = RoleLabel(self.told, colour="text_muted")
        self.state = RoleLabel(self.told, font="strong")
        self.plan_head, self.plan = Heading(self.told), RoleLabel(self.told)
        self.exercise_head, self.exercises = Heading(self.told), RoleLabel(self.told)
        self.name = RoleLabel(self, font="heading")
        self.buttons = {id_: QPushButton(self) for id_ in BUTTONS}
        self._looks = Slices(self)
        self._build()
        self.list.currentRowChanged.connect(self._pick)
        self.list.itemActivated.connect(lambda _: self.asked.emit("quiz"))
        for id_, button in self.buttons.items():
            button.clicked.connect(lambda _=False, id_=id_: self.asked.emit(id_))
        theme.changed.connect(self.restyle)
        self.restyle()
        self.retranslate(lang)

    # --- which packs --------------------------------------------------------------------------------
    def show_file(self, file: PackFile | None) -> None:
        """Show the packs of the program, and a file of one's own beside them; choose one."""
        shipped = list(packs().values())
        own = [f for f in (*self._files, file) if f is not None and f.id is None]
        by_path = {f.path: f for f in own}
        self._files = [*shipped, *by_path.values()]
        self.list.blockSignals(True)
        self.list.clear()
        for found in self._files:
            item = QListWidgetItem(found.pack.title[self._lang])
            item.setToolTip(theme.plain_tip(str(found.path)) if found.path else "")
            self.list.addItem(item)
        self.list.blockSignals(False)
        names = [(f.id, f.path) for f in self._files]
        at = names.index((file.id, file.path)) if file else 0
        self.list.setCurrentRow(at)
        self._pick(at)

    @property
    def file(self) -> PackFile | None:
        """The pack that is chosen."""
        return self._file

    def _pick(self, row: int) -> None:
        if 0 <= row < len(self._files):
            self._file = self._files[row]
            self.chosen.emit(self._file)
            self._tell()
            self._look(self._file.pack)

    # --- what it holds ------------------------------------------------------------------------------
    def retranslate(self, lang: str) -> None:
        """Speak another language."""
        self._lang = lang
        words = {
            "quiz": say(lang, "&Quiz alone"),
            "present": say(lang, "P&resent"),
            "print": say(lang, "Pri&nt papers…"),
            "coverage": say(lang, "Cover&age…"),
            "edit": say(lang, "Ed&it"),
            "open": say(lang, "&Open a pack file…"),
        }
        for id_, button in self.buttons.items():
            word(button, words[id_])
        self.list.setAccessibleName(say(lang, "Session packs"))
        self.area.setAccessibleName(say(lang, "What this pack holds"))
        for row, file in enumerate(self._files):
            self.list.item(row).setText(file.pack.title[lang])
        if self._file is not None:
            self._tell()

    def _tell(self) -> None:
        assert self._file is not None
        pack, lang = self._file.pack, self._lang
        self.name.say(pack.title[lang])
        self.about.say(pack.about[lang] if pack.about else "")
        self.facts.say(" · ".join(_facts(pack, lang)))
        steps = "\n".join(step_words(step, lang) for step in pack.plan.steps)
        self.plan_head.say(say(lang, "Plan") if steps else "")
        self.plan.say(steps)
        self.exercise_head.say(say(lang, "Exercises"))
        titles = [f"{n}  {exercise_title(e, lang)}" for n, e in enumerate(pack.active, 1)]
        self.exercises.say("\n".join(titles))
        self._tell_state()

    def _look(self, pack: Pack) -> None:
        """Compute the key anew, an exercise at a time, and say whether it is what was stored."""
        self._standings = []
        self._tell_state()
        self._looks.start(self._looking(pack), lambda _: self._tell_state())

    def finish(self) -> None:
        """Compute the rest of the key at once; for pictures and tests."""
        self._looks.finish()

    def _looking(self, pack: Pack) -> Search[None]:
        for done, exercise in enumerate(pack.exercises, 1):
            one = pack.model_copy(update={"exercises": (exercise,)})
            self._standings += look(one).exercises
            yield Step(done, len(pack.exercises))

    def _tell_state(self) -> None:
        lang = self._lang
        if self._file is None or len(self._standings) < len(self._file.pack.exercises):
            self.state.say(say(lang, "Its key is being computed …"))
            return
        words, fine = state_words(self._standings, lang)
        self.state.set_colour("text" if fine else "warning")
        self.state.say(("✓ " if fine else "◆ ") + words)

    # --- room ---------------------------------------------------------------------------------------
    def _build(self) -> None:
        column = PairLayout(self.told, spacing=1.5)
        for widget in (
            self.about,
            self.facts,
            self.state,
            self.plan_head,
            self.plan,
            self.exercise_head,
            self.exercises,
        ):
            column.addWidget(widget)
        self._cards = (theme.Card(self), theme.Card(self))
        self._rooms = [QVBoxLayout(card) for card in self._cards]
        self._rooms[0].addWidget(self.list, 1)
        self._rooms[0].addWidget(self.buttons["open"])
        self._rooms[1].addWidget(self.name)
        self._rooms[1].addWidget(self.area, 1)
        self._rooms[1].addWidget(in_a_flow((self.buttons[id_] for id_ in BUTTONS[:-1]), self))
        self._beside = QHBoxLayout(self)
        self._beside.setContentsMargins(0, 0, 0, 0)
        for card, share in zip(self._cards, SHARES, strict=True):
            self._beside.addWidget(card, share)
        wrap_rows(self.list)

    def restyle(self) -> None:
        """Take fonts and sizes from the theme."""
        for room in self._rooms:
            room.setContentsMargins(*[theme.space(4)] * 4)
            room.setSpacing(theme.space(2.5))
        self._beside.setSpacing(theme.space(3))
        self.list.setFont(theme.font("body"))
        self.list.setSpacing(theme.space(0.5))
        letters = QFontMetrics(theme.font("body")).averageCharWidth()
        self.list.setMinimumWidth(letters * 20)
        for button in self.buttons.values():
            button.setFont(theme.font("body"))

    def sizeHint(self) -> QSize:
        return QSize(theme.space(160), theme.space(100))


def _facts(pack: Pack, lang: str) -> Iterator[str]:
    titles = versions_of(pack, lang)
    if titles:
        yield say(lang, "{left} and {right}", left=titles[0], right=titles[1])
    yield many(lang, "{n} exercise", "{n} exercises", len(pack.active))
    if pack.plan.minutes:
        yield many(lang, "{n} minute", "{n} minutes", pack.plan.minutes)


def versions_of(pack: Pack, lang: str) -> tuple[str, str] | None:
    """What the two versions of a pack are called, by its first exercise that has them."""
    for exercise in pack.active:
        if exercise.left is None and exercise.right is None:
            try:
                found = work(pack, exercise)
            except (ExerciseError, VersionError):
                continue
            return pair_of(found, lang)
    return None


def step_words(step: PlanStep, lang: str) -> str:
    """A step of the plan in a line: how long, and what."""
    minutes = say(lang, "{n} min", n=step.minutes)
    return f"{minutes}  {step.title[lang]}"


def exercise_title(exercise: Exercise, lang: str) -> str:
    """What an exercise is called: the title of its story, or its id where it has none."""
    try:
        return case_of(exercise).title(lang) or exercise.id
    except ExerciseError:
        return exercise.id


def state_words(standings: list[Standing], lang: str) -> tuple[str, bool]:
    """Whether a pack's key stands, in a sentence; what moved is not told here."""
    moved = sum(s.state in ("moved", "broken") for s in standings)
    if moved:
        told = many(
            lang,
            "{n} exercise has another answer than was stored; see the editor.",
            "{n} exercises have other answers than were stored; see the editor.",
            moved,
        )
        return told, False
    stale = sum(not s.fresh for s in standings)
    if stale:
        told = many(
            lang,
            "{n} exercise rests on other law, or has no key stored yet; see the editor.",
            "{n} exercises rest on other law, or have no key stored yet; see the editor.",
            stale,
        )
        return told, False
    return say(lang, "Its key was computed anew and is the one that was stored."), True
