"""Which kept steps go first: early and late ones stay, and no gap grows too wide."""

from __future__ import annotations

import itertools

from hypothesis import given, strategies

from playground.train.thinning import place, victim


def thinned(last, capacity, pinned=()):
    """All steps up to `last` come one after the other; at most `capacity` stay."""
    steps = []
    for step in range(last + 1):
        steps.append(step)
        if len(steps) > capacity:
            del steps[victim(steps, pinned)]
    return steps


@given(
    strategies.lists(strategies.integers(0, 10**9), min_size=3, unique=True).map(sorted),
    strategies.sets(strategies.integers(0, 10**9)),
)
def test_the_first_and_the_last_are_never_given_up(steps, pinned):
    index = victim(steps, pinned)
    assert 0 < index < len(steps) - 1
    assert index == victim(steps, pinned)  # no chance in it


@given(strategies.lists(strategies.integers(0, 100), max_size=2, unique=True).map(sorted))
def test_two_are_not_thinned(steps):
    assert victim(steps) is None


@given(strategies.integers(20, 600), strategies.integers(8, 40))
def test_gaps_are_bounded_on_the_scale_of_places(last, capacity):
    steps = thinned(last, capacity)
    places = [place(step, last) for step in steps]
    total = places[-1] - places[0]
    gaps = [
        b - a
        for (a, b), (s, t) in zip(
            itertools.pairwise(places), itertools.pairwise(steps), strict=True
        )
        if t - s > 1  # neighbours cannot be closer
    ]
    assert max(gaps, default=0.0) <= 4.0 * total / (len(steps) - 1)


def test_early_and_late_steps_lie_closest():
    steps = thinned(5000, 40)
    assert steps[:3] == [0, 1, 2]
    assert steps[-3:] == [4998, 4999, 5000]
    gaps = [b - a for a, b in itertools.pairwise(steps)]
    widest = gaps.index(max(gaps))
    assert 10 < widest < 30


@given(strategies.sets(strategies.integers(1, 299), min_size=1, max_size=5))
def test_pinned_steps_stay_while_there_are_others(pinned):
    assert pinned <= set(thinned(300, 10, pinned))


def test_pinned_steps_go_when_there_is_nothing_else():
    assert victim([0, 5, 9], {5}) == 1
