"""Times in order, and the lines in which they are reported."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence


def share(times: Sequence[float], part: float) -> float:
    """Return the time that so large a part of the times does not exceed (nearest rank)."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, max(0, math.ceil(part * len(ordered)) - 1))]


def line(name: str, times: Sequence[float]) -> str:
    """Word one row of a report: how many, median, 99th percentile, least and most, in milliseconds."""
    median, high = statistics.median(times), share(times, 0.99)
    shown = [f"{1000 * value:10.3f}" for value in (median, high, min(times), max(times))]
    return f"  {name:<46}{len(times):>7}{''.join(shown)}"


HEAD = f"  {'milliseconds':<46}{'n':>7}{'median':>10}{'p99':>10}{'least':>10}{'most':>10}"


def times_as_long(ours: Sequence[float], base: Sequence[float], what: str = "") -> str:
    """Word how many times the baseline our median is."""
    ratio = statistics.median(ours) / statistics.median(base)
    return f"  {what or 'median'}: {ratio:.1f} times the baseline"
