"""The steps of a layout against what can be worked out by brute force."""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.document.layout import channels, crossings, layers, order
from playground.document.layout.base import Card, Deadline, LayoutTooLargeError, Link
from playground.document.layout.channels import Turn
from playground.document.layout.layered import Layered

NO_END = Deadline(None, LayoutTooLargeError(""))


@given(st.lists(st.integers(0, 40), max_size=40))
def test_inversions_are_pairs_in_the_wrong_order(values):
    pairs = itertools.combinations(values, 2)
    assert crossings.inversions(np.array(values, dtype=int)) == sum(a > b for a, b in pairs)


def shortest(num: int, arcs: list[tuple[int, int]]) -> int:
    """The least total length of the arcs over all columns."""
    return min(
        sum(rank[b] - rank[a] for a, b in arcs)
        for rank in itertools.product(range(num), repeat=num)
        if all(rank[a] < rank[b] for a, b in arcs)
    )


@pytest.mark.parametrize("seed", range(12))
def test_columns_make_the_wires_as_short_as_possible(seed):
    rng = random.Random(seed)
    arcs = [(rng.randrange(node), node) for node in range(1, 6)]
    arcs += [tuple(sorted(rng.sample(range(6), 2))) for _ in range(4)]
    rank = layers.assign(6, arcs, NO_END)
    assert all(rank[a] < rank[b] for a, b in arcs)
    assert sum(rank[b] - rank[a] for a, b in arcs) == shortest(6, arcs)


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20))
def test_turning_the_marked_arcs_leaves_no_cycle(arcs):
    arcs = [arc for arc in arcs if arc[0] != arc[1]]
    ahead = layers.forward(8, arcs)
    left = [arc if flag else arc[::-1] for arc, flag in zip(arcs, ahead, strict=True)]
    while left:
        heads = {b for _, b in left}
        rest = [arc for arc in left if arc[0] in heads]
        assert len(rest) < len(left)
        left = rest


def layered(num: int, arcs: list[tuple[int, int]]) -> Layered:
    rank = layers.assign(num, arcs, NO_END)
    return Layered.make([Card(100, 60)] * num, [Link(a, b) for a, b in arcs], rank)


def test_the_order_finds_a_drawing_without_crossings_where_there_is_one():
    rng = random.Random(3)
    for _ in range(20):  # trees, with the wires in any order
        arcs = [(rng.randrange(node), node) for node in range(1, 30)]
        rng.shuffle(arcs)
        graph = layered(30, arcs)
        order.arrange(graph, NO_END)
        assert crossings.count(graph) == 0


def test_long_wires_find_their_way_around_cards():
    """Wires from each card to all later ones; the least is known (Hill's number for K_10)."""
    graph = layered(10, list(itertools.combinations(range(10), 2)))
    order.arrange(graph, NO_END)
    assert crossings.count(graph) == 60


def lines_of(turns: list[Turn]) -> list[int]:
    """The line of each wire, all of which turn once."""
    ways = channels.lead(turns, {y for turn in turns for y in (turn.start, turn.end)}, 12.0)
    return [line for ((line, _),) in ways]


def test_wires_that_need_not_cross_in_a_channel_do_not():
    turns = [Turn(0, 40), Turn(20, 60), Turn(40, 80), Turn(200, 150), Turn(220, 170)]
    lines = lines_of(turns)
    assert lines[2] < lines[1] < lines[0]
    assert lines[3] < lines[4]
    assert max(lines) == 2  # those that go up share lines with those that go down


def test_wires_on_one_height_are_kept_apart():
    one, two = lines_of([Turn(0, 50), Turn(50, 100)])
    assert two < one  # the second leaves the height before the first arrives at it


def test_wires_that_exchange_their_heights_do_not_lie_on_each_other():
    """Whichever turned first would run on where the other one comes from."""
    one, two = channels.lead([Turn(0, 100), Turn(100, 0)], [0, 100], 12.0)
    (((first, down), (third, on)), ((second, _),)) = sorted((one, two), key=len, reverse=True)
    assert first < second < third
    assert down.end == on.start not in (0, 100)


@pytest.mark.parametrize("num", [40, 400])
def test_no_two_wires_turn_on_one_line(num):
    rng = random.Random(num)
    heights = [16.0 * n for n in range(num)]
    ends = rng.sample(heights, num)
    turns = [Turn(a, b + 4.0) for a, b in zip(heights, ends, strict=True)]
    spans: dict[int, list[tuple[float, float]]] = {}
    for turn, line in zip(turns, lines_of(turns), strict=True):
        span = (min(turn.start, turn.end), max(turn.start, turn.end))
        assert all(span[1] + 12 <= a or b + 12 <= span[0] for a, b in spans.get(line, []))
        spans.setdefault(line, []).append(span)
