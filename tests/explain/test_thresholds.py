"""Which units are on together, and where else: checked against slow loops."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.explain.thresholds import longest_run, matches, units_on


@given(st.lists(st.booleans(), max_size=12))
def test_the_longest_run_is_that_of_a_loop(on):
    best = (0, 0)
    for start in range(len(on)):
        length = 0
        while start + length < len(on) and on[start + length]:
            length += 1
        if length > best[1]:
            best = (start, length)
    assert longest_run(np.array(on, bool)) == best


def test_units_are_on_above_the_threshold_at_every_step_of_the_range():
    h = np.array([[0.9, 0.6, np.nan], [0.8, 0.2, 0.9], [0.5, 0.9, 0.9]])
    assert units_on(h, 0.5, 0, 0) == [0, 1]
    assert units_on(h, 0.5, 0, 1) == [0]
    assert units_on(h, 0.5, 0, 2) == []  # 0.5 is not above 0.5
    assert units_on(h, 0.5, 1, 2) == [2]
    assert units_on(h, 0.5, 3, 3) == []


@pytest.mark.parametrize("units", [[0], [1, 2], [0, 1, 2, 3]])
def test_matches_are_those_of_a_loop_longest_first(units):
    h = np.random.default_rng(1).uniform(-1, 1, (30, 9, 4))
    found = matches(h, -0.4, units)
    assert found
    assert [(-m.length, m.sample) for m in found] == sorted((-m.length, m.sample) for m in found)
    for match in found:
        stretch = h[match.sample, match.start : match.last + 1]
        assert (stretch[:, units] > -0.4).all()
    named = {match.sample for match in found}
    for n in set(range(30)) - named:
        assert not (h[n][:, units] > -0.4).all(1).any()


def test_without_a_unit_nothing_matches():
    assert matches(np.ones((3, 2, 2)), 0.5, []) == []
