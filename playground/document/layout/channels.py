"""Which wire turns where between two columns: no two on one line, and no crossing without need.

Source: Sander 2004, Layout of directed hypergraphs with orthogonal hyperedges; Schulze, Spoenemann
& von Hanxleden 2014, Drawing layered graphs with port constraints (order by counting crossings).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

_EXACT = 300  # turns in one channel; with more they are ordered by a rule of thumb
_OVERLAP = 1000  # crossings that two wires on one line count for


@dataclass(frozen=True, slots=True)
class Turn:
    """A wire that changes its height in a channel: along one line from `start` to `end`.

    A wire that goes back enters and leaves the channel on the same side.
    """

    start: float
    end: float
    from_left: bool = True
    to_right: bool = True

    @property
    def passes(self) -> bool:
        """Whether it comes out on the other side."""
        return self.from_left == self.to_right

    @property
    def on_the_left(self) -> bool:
        """Whether both ends are on the left side."""
        return self.from_left and not self.to_right

    @property
    def on_the_right(self) -> bool:
        """Whether both ends are on the right side."""
        return self.to_right and not self.from_left

    @property
    def bends(self) -> bool:
        """Whether it needs a line to turn on."""
        return not self.passes or abs(self.start - self.end) > 1e-6

    @property
    def at_left(self) -> float:
        """Height on the left side of a wire that passes."""
        return self.start if self.from_left else self.end

    @property
    def at_right(self) -> float:
        """Height on the right side of a wire that passes."""
        return self.end if self.from_left else self.start


Way = list[tuple[int, Turn]]  # lines on which a wire turns, from its start to its end


def lead(turns: Sequence[Turn], taken: Collection[float], apart: float) -> list[Way]:
    """On which vertical lines, numbered from the left, each wire turns.

    Where two wires would lie on each other whichever turns first, one of them turns twice.

    Parameters
    ----------
    turns : sequence of Turn
        Wires that bend in the channel.
    taken : collection of float
        Heights at which wires enter or leave the channel.
    apart : float
        Px at least between wires that share a line.
    """
    ways = [[turn] for turn in turns]
    heights = set(taken)
    while True:
        pieces = [turn for way in ways for turn in way]
        owner = [number for number, way in enumerate(ways) for _ in way]
        lines, clash = _tracks(pieces, owner, apart)
        if clash is None or len(ways[clash]) > 1 or not turns[clash].passes:
            break
        middle = _free_height(turns[clash], heights)
        heights.add(middle)
        turn = turns[clash]
        ways[clash] = [replace(turn, end=middle), replace(turn, start=middle)]
    rest = iter(lines)
    return [[(next(rest), turn) for turn in way] for way in ways]


def _free_height(turn: Turn, taken: Collection[float]) -> float:
    """The height between both ends of a wire that is farthest from all others."""
    shares = (share / 16 for share in range(1, 16))
    choices = [turn.start + (turn.end - turn.start) * share for share in shares]
    return max(choices, key=lambda y: min(abs(y - other) for other in taken))


def _tracks(
    turns: Sequence[Turn], owner: Sequence[int], apart: float
) -> tuple[list[int], int | None]:
    """The line of each turn; and the owner of one that lies on another wire, if there is one."""
    if not turns:
        return [], None
    low = np.array([min(turn.start, turn.end) for turn in turns])
    high = np.array([max(turn.start, turn.end) for turn in turns])
    near = (low[:, None] < high[None] + apart) & (low[None] < high[:, None] + apart)
    clash = None
    if len(turns) <= _EXACT:
        price = _prices(turns, low, high)
        _keep_together(price, turns, owner)
        order, bound = _sequence(price), near | (price != price.T)
        left = np.triu(price[np.ix_(order, order)] >= _OVERLAP)
        if left.any():
            clash = owner[order[int(np.argwhere(left)[0][0])]]
    else:
        order, bound = _rule(turns), near
    track = np.zeros(len(turns), dtype=int)
    for number, at in enumerate(order):
        earlier = order[:number]
        blocking = track[earlier][bound[at, earlier]]
        track[at] = blocking.max(initial=-1) + 1
    return [int(number) for number in track], clash


def _keep_together(price: NDArray[np.int64], turns: Sequence[Turn], owner: Sequence[int]) -> None:
    """The two turns of one wire come in the order in which it runs, and meet without harm."""
    for number in range(1, len(turns)):
        if owner[number] == owner[number - 1]:
            first, second = number - 1, number
            if not turns[number].from_left:
                first, second = second, first
            price[first, second], price[second, first] = 0, 2 * _OVERLAP


def _prices(
    turns: Sequence[Turn], low: NDArray[np.float64], high: NDArray[np.float64]
) -> NDArray[np.int64]:
    """[i, j]: crossings of wires i and j when i turns left of j."""
    price = np.zeros((len(turns), len(turns)), dtype=np.int64)
    arms = [_arms(turn) for turn in turns]
    for i, (_, right) in enumerate(arms):
        for y in right:  # runs on over every line to the right
            price[i] += (low < y) & (y < high)
    for j, (left, _) in enumerate(arms):
        for y in left:
            price[:, j] += (low < y) & (y < high)
    for i, (_, right) in enumerate(arms):
        for j, (left, _) in enumerate(arms):
            if i != j and any(abs(a - b) < 1.0 for a in right for b in left):
                price[i, j] += _OVERLAP
    return price


def _arms(turn: Turn) -> tuple[list[float], list[float]]:
    """Heights at which a wire runs to the left and to the right of its line."""
    left, right = list[float](), list[float]()
    (left if turn.from_left else right).append(turn.start)
    (right if turn.to_right else left).append(turn.end)
    return left, right


def _sequence(price: NDArray[np.int64]) -> list[int]:
    """An order of the wires from left to right with a small sum of prices.

    Greedy: next comes the wire that loses most by coming later. Source: Eades, Lin & Smyth 1993,
    A fast and effective heuristic for the feedback arc set problem.
    """
    gain = (price.T - price).sum(axis=1)
    must = price > price.T  # [i, j]: i should come after j
    waiting = must.sum(axis=1)
    left = np.ones(len(price), dtype=bool)
    order = []
    for _ in range(len(price)):
        free = np.flatnonzero(left & (waiting == 0))
        choice = free if len(free) else np.flatnonzero(left)
        at = int(choice[0] if len(free) else choice[np.argmax(gain[choice])])
        order.append(at)
        left[at] = False
        waiting -= must[:, at]
        gain -= price.T[:, at] - price[:, at]
    return order


def _rule(turns: Sequence[Turn]) -> list[int]:
    """Wires that go up from the top, wires that go down from the bottom: neighbours nest."""
    up = [n for n, turn in enumerate(turns) if turn.end < turn.start]
    down = [n for n, turn in enumerate(turns) if turn.end >= turn.start]
    up.sort(key=lambda n: turns[n].start)
    down.sort(key=lambda n: -turns[n].start)
    return up + down
