"""Curves of a run: every peak, in constant memory."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.telemetry.history import Curve, History

VALUES = st.lists(st.floats(-1e6, 1e6) | st.just(math.nan), min_size=1, max_size=300)


def filled(values, capacity):
    curve = Curve(capacity)
    for step, value in enumerate(values, start=1):
        curve.append(step, value)
    return curve


def test_a_short_curve_is_exact():
    history = History(capacity=8)
    history.extend([(step, {"loss/train": 1 / step}) for step in (1, 4, 9)])
    steps, values = history.curve("loss/train")
    np.testing.assert_array_equal(steps, [1, 4, 9])
    np.testing.assert_array_equal(values, [1, 1 / 4, 1 / 9])
    assert history.last("loss/train") == 1 / 9


def test_a_long_curve_stays_small_and_keeps_a_single_peak():
    curve = Curve(64)
    for step in range(1, 200_001):
        curve.append(step, 99.0 if step == 123_457 else math.sin(step))
    steps, values = curve.points()
    assert len(steps) <= 2 * 64 + 1
    assert steps[values.argmax()] == 123_457
    assert values.max() == 99.0
    assert steps[-1] == 200_000
    assert curve.rows == 200_000
    assert curve._bins.shape == (64, 5)


@pytest.mark.slow
def test_ten_million_steps_are_drawn_with_as_many_points_as_any_others():
    curve, peaks = Curve(), {1: 7.0, 4_999_999: 99.0, 9_999_998: -99.0}
    for step in range(1, 10**7 + 1):
        curve.append(step, peaks.get(step, 0.5))
    steps, values = curve.points()
    assert len(steps) <= 2 * curve.capacity + 1
    for step, value in peaks.items():
        assert values[list(steps).index(step)] == value


@given(VALUES, st.sampled_from([2, 4, 16]))
def test_every_point_is_a_row_in_order_and_extremes_survive(values, capacity):
    curve = filled(values, capacity)
    steps, drawn = curve.points()
    assert len(steps) <= 2 * capacity + 1
    assert (np.diff(steps) > 0).all()
    np.testing.assert_array_equal(drawn, np.array(values)[steps.astype(int) - 1])
    assert steps[-1] == len(values)
    if not np.isnan(values).all():
        assert np.nanmax(drawn) == np.nanmax(values)
        assert np.nanmin(drawn) == np.nanmin(values)


@given(VALUES, st.sampled_from([2, 4, 16]))
def test_the_band_holds_every_row_between_its_edges(values, capacity):
    steps, low, high = filled(values, capacity).band()
    assert len(steps) <= capacity
    for step, value in enumerate(values, start=1):
        at = np.searchsorted(steps, step)  # the bin that ends at or after the step
        assert math.isnan(value) or low[at] <= value <= high[at]


def test_names_may_come_late_and_a_clear_history_is_empty():
    history = History()
    history.append(1, {"loss/train": 2.0})
    history.append(2, {"loss/train": 1.0, "loss/test": 3.0})
    assert list(history) == ["loss/train", "loss/test"]
    np.testing.assert_array_equal(history.curve("loss/test")[0], [2])
    np.testing.assert_array_equal(history.band("loss/train")[1], [2.0, 1.0])
    history.clear()
    assert len(history) == 0
    assert "loss/train" not in history
    assert history.curve("loss/train")[0].size == 0
    assert history.band("loss/train")[0].size == 0
    assert history.last("loss/train") is None


@pytest.mark.parametrize("capacity", [0, 3, -2])
def test_an_odd_capacity_is_refused(capacity):
    with pytest.raises(ValueError, match="even"):
        Curve(capacity)
