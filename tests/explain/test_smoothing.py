"""The moving mean of curves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from playground.explain.smoothing import debiased_mean

curves = arrays(float, st.integers(1, 40), elements=st.floats(-100, 100))


@given(curves, st.floats(0.01, 0.99))
def test_it_is_the_mean_in_which_each_point_back_counts_less_by_the_weight(values, weight):
    for i, found in enumerate(debiased_mean(values, weight)):
        shares = weight ** np.arange(i, -1, -1)
        assert found == pytest.approx(np.average(values[: i + 1], weights=shares), abs=1e-9)


def test_a_constant_stays_and_0_is_raw():
    values = np.array([3.0, 1.0, 2.0])
    assert debiased_mean(values, 0.0) is values
    assert np.allclose(debiased_mean(np.full(50, 0.7), 0.95), 0.7)


def test_what_is_no_number_stays_and_leaves_no_trace():
    found = debiased_mean(np.array([1.0, np.nan, 3.0, np.inf]), 0.5)
    assert np.isnan(found[1])
    assert np.isinf(found[3])
    assert found[2] == pytest.approx((0.5 * 1 + 3) / 1.5)
