"""Numbers become colours of a stated range."""

from __future__ import annotations

import math

import pytest

from playground.gui.graph.colours.scale import Scale, written


def test_numbers_of_one_size_get_a_linear_scale_from_zero():
    scale = Scale.around([5.0, 10.0, None, 0.0])
    assert (scale.low, scale.high, scale.log) == (0.0, 10.0, False)
    assert [scale.place(v) for v in (0.0, 5.0, 10.0)] == [0.0, 0.5, 1.0]


def test_numbers_that_differ_by_large_factors_get_a_logarithmic_one():
    scale = Scale.around([10.0, 1000.0, 0.0])
    assert (scale.low, scale.high, scale.log) == (10.0, 1000.0, True)
    low, middle, high = (scale.place(v) for v in (10.0, 100.0, 1000.0))
    assert scale.place(0.0) == 0.0 < low < middle < high == 1.0
    assert middle - low == pytest.approx(high - middle, abs=0.03)
    assert scale.ramp()[0] == pytest.approx(low, abs=0.02)


def test_live_numbers_get_powers_of_ten_so_that_the_scale_stands_still():
    first, second = (Scale.around([v, 0.4], decades=True) for v in (0.0021, 0.0093))
    assert first == second == Scale(pytest.approx(1e-3), 1.0, log=True)
    single = Scale.around([1.0], decades=True)
    assert single.low < single.high


def test_without_numbers_there_is_a_scale_too():
    assert Scale.around([None, 0.0, math.nan]) == Scale(0.0, 1.0)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [(0.0, "", "0"), (1234.0, "", "1.2 k"), (36864.0, "B", "37 kB"), (0.0001, "", "0.0001")],
)
def test_ends_are_written_short(value, unit, words):
    assert written(value, unit) == words
