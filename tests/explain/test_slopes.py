"""The slope of a gradient by depth."""

from __future__ import annotations

import numpy as np
import pytest

from playground.explain.slopes import slope_of


def test_the_line_is_that_of_least_squares():
    rng = np.random.default_rng(0)
    values = 10.0 ** (0.3 * np.arange(9) - 5 + 0.2 * rng.normal(size=9))
    found = slope_of(np.arange(9), values)
    slope, first = np.polyfit(np.arange(9), np.log10(values), 1)
    assert (found.per_place, found.at_first) == pytest.approx((slope, first))
    assert found.r2 == pytest.approx(np.corrcoef(np.arange(9), np.log10(values))[0, 1] ** 2)


def test_what_has_no_logarithm_is_left_out():
    values = np.array([1e-3, 0.0, np.nan, 1.0])
    assert slope_of(np.arange(4), values).backwards == pytest.approx(0.1)
    assert slope_of(np.arange(4), values).count == 2
    assert slope_of(np.arange(1), np.ones(1)) is None
    assert slope_of(np.arange(3), np.zeros(3)) is None
