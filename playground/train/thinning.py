"""Which of many kept steps to give up first, so that early and late ones stay."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence


def place(step: int, newest: int) -> float:
    """Where a step lies on a scale on which kept steps should be evenly spread.

    Its density is 1 / (step + 1) + 1 / (age + 1): much happens in the first steps of a training,
    and the last ones are those that one has just seen.
    """
    return math.log((step + 1) / (newest - step + 1))


def victim(steps: Sequence[int], pinned: Collection[int] = ()) -> int | None:
    """Index of the step that is missed least.

    Parameters
    ----------
    steps : sequence of int
        Ascending. The first and the last are never given up.
    pinned : collection of int
        Steps that go only when no other is left.

    Returns
    -------
    int or None
        None when only the first and the last are there.
    """
    if len(steps) < 3:
        return None
    places = [place(step, steps[-1]) for step in steps]
    inner = range(1, len(steps) - 1)
    free = [i for i in inner if steps[i] not in pinned] or inner
    return min(free, key=lambda i: places[i + 1] - places[i - 1])
