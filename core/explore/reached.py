"""What the completions of a partial case can come to: pairs of outcomes, each with a case that has it.

>>> found = Reached({("heard", "heard"): None, ("returned", "returned"): None})
>>> found.left, found.agree, found.adds(("heard", "returned")), found.adds(("returned", "returned"))
(('heard', 'returned'), True, True, False)
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Pair = tuple[str, str]
"""The outcomes of the left version and of the right one."""


@dataclass
class Reached:
    """Pairs of outcomes (left, right) that some completion has, each with one case that has it for sure.

    They are enough for what ``left``, ``right`` and ``agree`` say; a pair that adds nothing to that is not
    looked for. ``exhausted`` is false where the search was given up: then more may be possible.
    """

    pairs: dict[Pair, Any] = field(default_factory=dict)
    exhausted: bool = True
    contradicts: bool = False
    """Whether every completion contradicts something that is stated; then contradictions are let pass."""

    @property
    def left(self) -> tuple[str, ...]:
        """The outcomes the left version can still come to."""
        return tuple(sorted({left for left, _ in self.pairs}))

    @property
    def right(self) -> tuple[str, ...]:
        """The outcomes the right version can still come to."""
        return tuple(sorted({right for _, right in self.pairs}))

    @property
    def agree(self) -> bool | None:
        """Whether the versions agree in every completion, in none, or (None) in some."""
        found = {left == right for left, right in self.pairs}
        return found.pop() if len(found) == 1 else None

    def allows(self, pair: Pair) -> bool:
        """Whether a pair fits what was found."""
        left, right = pair
        known = self.agree
        fits = known is None or known == (left == right)
        return not self.exhausted or (left in self.left and right in self.right and fits)

    def adds(self, pair: Pair) -> bool:
        """Whether a pair would say something new."""
        left, right = pair
        if left not in self.left or right not in self.right:
            return True
        return self.agree is not None and self.agree != (left == right)
