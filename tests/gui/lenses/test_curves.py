"""Axes, smoothing and values of the curves, read back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from truths import Judge, moving_mean

from playground.document.model import Document
from playground.gui.lenses._curve_axes import Axes, log_range, thin
from playground.telemetry.history import History
from playground.telemetry.runs import RunRecord


def rows(count=60, scale=1.0):
    noise = np.random.default_rng(4).uniform(0.5, 1.5, count)
    for s in range(count):
        scalars = {"loss/train": scale * noise[s] / (s + 1), "epoch": s / 8, "seconds": s * 0.25}
        if s % 5 == 0:
            scalars["loss/test"] = 2 * scale * noise[-1 - s] / (s + 1)
        yield s, scalars


def believe(view, context):
    history, arrays = context.run.history, {}
    for name in history:
        arrays[f"steps/{name}"], arrays[f"rows/{name}"] = history.curve(name)
    judge = Judge(arrays, context.theme.tokens)
    found = view.readings()
    assert found
    faults = [(r, f) for r in found if (f := judge.fault(r))]
    assert not faults, f"{len(faults)} of {len(found)}: {faults[0]}"
    return len(found)


@pytest.mark.parametrize("over", ["step", "epoch", "seconds"])
@pytest.mark.parametrize("log_x", [False, True])
@pytest.mark.parametrize("log_y", [False, True])
def test_every_point_is_a_row_or_the_mean_of_them_on_all_axes(show, context, over, log_x, log_y):
    view = show("loss", rows=list(rows()))
    view.set_axes(Axes(over, log_x, log_y, 0.6))
    lines = 60 + 12 - 2 * log_x  # step 0 has no place on a logarithmic axis
    assert believe(view, context) == 2 * 2 * lines / 2
    x, _ = view.curves["train"].getData()
    wanted = np.arange(60) * {"step": 1, "epoch": 1 / 8, "seconds": 0.25}[over]
    assert np.allclose((10**x if log_x else x)[log_x:], wanted[log_x:])
    low, high = view.plot.x_range
    assert low <= np.nanmin(x)
    assert np.nanmax(x) <= high
    low, high = view.plot.y_range
    for line in (*view.curves.values(), *view.smoothed.values()):
        x, y = line.getData()
        drawn = y[np.isfinite(x)]
        assert low <= drawn.min()
        assert drawn.max() <= high


def test_smoothing_keeps_the_raw_curve_faint(show, context):
    view = show("loss", rows=list(rows()))
    raw = view.curves["train"].getData()
    assert len(view.smoothed["train"].getData()[0]) == 0
    view.bar.smooth.setValue(90)
    assert view.axes.smooth == 0.9
    assert np.array_equal(view.curves["train"].getData()[1], raw[1])
    assert view.curves["train"].pen().color().alpha() < 128
    smooth = view.smoothed["train"].getData()[1]
    assert np.allclose(smooth, moving_mean(raw[1], 0.9))
    assert view.smoothed["train"].pen().color().alpha() == 255
    view.bar.smooth.setValue(0)
    assert view.curves["train"].pen().color().alpha() == 255
    assert len(view.smoothed["train"].getData()[0]) == 0


def test_the_bar_is_worked_with_the_keyboard_and_remembered(show, context, qtbot):
    view = show("loss", rows=list(rows()))
    QTest.keyClick(view.bar.smooth, Qt.Key.Key_End)
    QTest.keyClick(view.bar.log_x, Qt.Key.Key_Space)
    view.bar.log_y.click()
    view.bar.over.setCurrentIndex(1)
    view.bar.over.activated.emit(1)
    assert view.axes == Axes("epoch", True, True, 0.99)
    assert show("loss").axes == view.axes
    assert show("metrics").axes == Axes()
    context.settings.setValue("curves/loss/smooth", "lots")
    context.settings.setValue("curves/loss/over", "colour")
    assert show("loss").axes == Axes("step", True, True, 0.0)


def test_only_what_the_run_tells_can_be_chosen(show):
    told = [(s, {"loss/train": 1.0, "epoch": s / 4}) for s in range(5)]
    view = show("loss", rows=told)
    items = [view.bar.over.model().item(i).isEnabled() for i in range(3)]
    assert items == [True, True, False]


def test_pointing_says_raw_and_smoothed_of_all_runs_and_marks_the_place(show, context):
    view = show("loss", rows=list(rows()))
    other = History()
    other.extend(rows(scale=3.0))
    context.runs.records = [*context.runs.records[-1:]] or [RunRecord(8, Document())]
    context.runs.records[:0] = [RunRecord(7, Document(), other, name="wide")]
    view._on_rows([])
    view.set_axes(Axes("epoch", smooth=0.5))
    context.cursor.set(20.0)
    raw = np.array([row["loss/train"] for _, row in rows()])
    mean = moving_mean(raw, 0.5)[20]
    words = view.value.full_text()
    assert f"train {mean:.4g} (raw {raw[20]:.4g})" in words
    assert words.index("wide:") < words.index(f"train {3 * mean:.4g} (raw {3 * raw[20]:.4g})")
    assert view.cross.value() == pytest.approx(20 / 8)
    assert view.axes.step_at(context.run.history, 20 / 8) == pytest.approx(20)
    _, y = view.overlay.items[7, "loss/train"].getData()
    assert np.allclose(y, moving_mean(3 * raw, 0.5))


def test_a_loss_of_0_is_a_gap_of_a_logarithmic_curve(show, context):
    told = [(s, {"loss/train": max(0.0, 3.0 - s)}) for s in range(6)]
    view = show("loss", rows=told)
    view.log.setChecked(True)
    y = view.curves["train"].getData()[1]
    assert np.isnan(y[3:]).all()
    believe(view, context)


@given(
    arrays(float, st.integers(1, 400), elements=st.floats(-1e3, 1e3) | st.just(float("nan"))),
    st.integers(4, 60),
)
def test_thinning_loses_no_peak(values, most):
    steps = np.arange(len(values)) * 3.0
    x, y = thin(steps, values, most)
    assert len(x) <= most + 4
    assert (x[0], x[-1]) == (steps[0], steps[-1])
    assert (np.diff(x) > 0).all()
    assert np.array_equal(y, values[(x / 3).astype(int)], equal_nan=True)
    if np.isfinite(values).any():
        assert np.nanmax(y) == np.nanmax(values)
        assert np.nanmin(y) == np.nanmin(values)


def test_a_logarithmic_range_holds_its_places_and_stays_while_they_fit():
    old = log_range((0.0, 1.0), np.array([-0.6, 0.3, np.nan]))
    assert old == (-0.75, 0.5)
    assert log_range(old, np.array([-0.7, 0.4])) == old
    assert log_range(old, np.array([-0.7, 1.9])) == (-0.75, 2.0)
    assert log_range(old, np.array([np.nan])) == old
