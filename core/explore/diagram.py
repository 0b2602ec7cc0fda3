"""Reduced ordered decision diagrams: one node for each truth function of some two-valued variables.

Two functions are the same exactly if their nodes are the same number, so a proof is a comparison.

>>> d = Diagrams()
>>> rain, wind = d.variable("rain"), d.variable("wind")
>>> d.both(rain, wind) == d.neither(d.neither(rain), d.neither(wind))
True
>>> d.some_way(d.both(rain, d.neither(wind)))
{'rain': True, 'wind': False}
"""

from __future__ import annotations

from collections.abc import Iterable

NO, YES = 0, 1
"""The functions that are always false and always true."""


class Diagrams:
    """A store of diagrams that share their nodes; variables stand in the order they were made."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._numbers: dict[str, int] = {}
        last = 1 << 30
        self._nodes: list[tuple[int, int, int]] = [(last, NO, NO), (last, YES, YES)]
        self._unique: dict[tuple[int, int, int], int] = {}
        self._ites: dict[tuple[int, int, int], int] = {}

    def __len__(self) -> int:
        return len(self._nodes)

    # --- making ------------------------------------------------------------------------------------
    def variable(self, name: str) -> int:
        """The function that is true where the variable ``name`` is; a new variable comes last."""
        number = self._numbers.get(name)
        if number is None:
            number = self._numbers[name] = len(self.names)
            self.names.append(name)
        return self._node(number, NO, YES)

    @staticmethod
    def constant(value: bool) -> int:
        """The function that is always ``value``."""
        return YES if value else NO

    def _node(self, variable: int, low: int, high: int) -> int:
        if low == high:
            return low
        key = (variable, low, high)
        found = self._unique.get(key)
        if found is None:
            found = self._unique[key] = len(self._nodes)
            self._nodes.append(key)
        return found

    def ite(self, test: int, then: int, other: int) -> int:
        """``then`` where ``test`` holds, ``other`` elsewhere."""
        if test == YES or then == other:
            return then
        if test == NO:
            return other
        if then == YES and other == NO:
            return test
        key = (test, then, other)
        found = self._ites.get(key)
        if found is not None:
            return found
        nodes = self._nodes
        one, two, three = nodes[test], nodes[then], nodes[other]
        top = min(one[0], two[0], three[0])
        low = self.ite(
            one[1] if one[0] == top else test,
            two[1] if two[0] == top else then,
            three[1] if three[0] == top else other,
        )
        high = self.ite(
            one[2] if one[0] == top else test,
            two[2] if two[0] == top else then,
            three[2] if three[0] == top else other,
        )
        made = self._ites[key] = self._node(top, low, high)
        return made

    def neither(self, one: int, other: int = NO) -> int:
        """Where neither holds; with one function, where it does not."""
        return self.ite(self.either(one, other), NO, YES)

    def both(self, one: int, other: int) -> int:
        """Where both hold."""
        return self.ite(one, other, NO)

    def either(self, one: int, other: int) -> int:
        """Where at least one holds."""
        return self.ite(one, YES, other)

    def differ(self, one: int, other: int) -> int:
        """Where exactly one holds."""
        return self.ite(one, self.neither(other), other)

    def every(self, parts: Iterable[int]) -> int:
        """Where all hold."""
        found = YES
        for part in parts:
            found = self.both(found, part)
        return found

    def any(self, parts: Iterable[int]) -> int:
        """Where some hold."""
        found = NO
        for part in parts:
            found = self.either(found, part)
        return found

    # --- asking ------------------------------------------------------------------------------------
    def support(self, root: int) -> set[str]:
        """The variables on which a function depends."""
        seen: set[int] = set()
        found: set[int] = set()
        todo = [root]
        while todo:
            at = todo.pop()
            if at > YES and at not in seen:
                seen.add(at)
                variable, low, high = self._nodes[at]
                found.add(variable)
                todo += [low, high]
        return {self.names[number] for number in found}

    def size(self, root: int) -> int:
        """How many nodes a function has."""
        seen: set[int] = set()
        todo = [root]
        while todo:
            at = todo.pop()
            if at > YES and at not in seen:
                seen.add(at)
                todo += self._nodes[at][1:]
        return len(seen)

    def holds(self, root: int, values: dict[str, bool]) -> bool:
        """Whether a function holds for these values; a variable without a value is false."""
        at = root
        while at > YES:
            variable, low, high = self._nodes[at]
            at = high if values.get(self.names[variable]) else low
        return at == YES

    def some_way(self, root: int) -> dict[str, bool] | None:
        """Values for which a function holds, or None; variables left out may be either."""
        if root == NO:
            return None
        found: dict[str, bool] = {}
        at = root
        while at > YES:
            variable, low, high = self._nodes[at]
            found[self.names[variable]] = low == NO
            at = high if low == NO else low
        return found

    def without(self, root: int, names: Iterable[str]) -> int:
        """Where the function holds for some values of the variables ``names``."""
        numbers = frozenset(self._numbers[name] for name in names if name in self._numbers)
        return self._without(root, numbers, {}) if numbers else root

    def _without(self, root: int, numbers: frozenset[int], known: dict[int, int]) -> int:
        if root <= YES:
            return root
        found = known.get(root)
        if found is None:
            variable, low, high = self._nodes[root]
            low, high = self._without(low, numbers, known), self._without(high, numbers, known)
            if variable in numbers:
                found = self.either(low, high)
            else:
                found = self.ite(self._node(variable, NO, YES), high, low)
            known[root] = found
        return found

    def renamed(self, root: int, names: dict[str, int]) -> int:
        """The function with other functions in the place of some variables."""
        return self._renamed(root, {self._numbers[n]: f for n, f in names.items()}, {})

    def _renamed(self, root: int, functions: dict[int, int], known: dict[int, int]) -> int:
        if root <= YES:
            return root
        found = known.get(root)
        if found is None:
            variable, low, high = self._nodes[root]
            test = functions.get(variable)
            if test is None:
                test = self._node(variable, NO, YES)
            found = self.ite(
                test, self._renamed(high, functions, known), self._renamed(low, functions, known)
            )
            known[root] = found
        return found
