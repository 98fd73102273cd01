"""The lens on forecasts: lines, errors by horizon in words, where the roll starts."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtWidgets import QApplication
from truths import Judge

from playground.document.library import load
from playground.gui.selection import Sample
from playground.telemetry.snapshot import Snapshot

COUNT = 60


def arrays(start=10, steps=8, growth=0.05, **replaced):
    true = np.sin(0.4 * np.arange(COUNT)).astype(np.float32)
    found = {
        "fits": np.array(1),
        "true": true,
        "one_step": true + np.float32(0.01),
        "follows": np.array([0] + [1] * (COUNT - 1)),
        "rolled": true[start : start + steps] * np.float32(0.9),
        "rmse": np.float32(growth) * np.arange(1, steps + 1, dtype=np.float32),
        "naive": np.full(steps, 0.2, np.float32),
        "at": np.array([4, start, 0, 32]),
    }
    return {f"forecast/{name}": value for name, value in (found | replaced).items()}


@pytest.fixture
def context(make_context):
    return make_context(load("forecast-lstm"))


@pytest.fixture
def view(show):
    view = show("forecast")
    view.resize(640, 360)
    return view


def faults(view, found):
    run = view.context.run
    run.snapshot.emit(Snapshot(run=1, step=1, seconds=0.0, scalars={}, arrays=found))
    judge = Judge(found, view.context.theme.tokens)
    return [(r, fault) for r in view.readings() if (fault := judge.fault(r))]


@pytest.mark.parametrize(("start", "steps"), [(0, 1), (10, 8), (59, 1), (20, 40)])
def test_every_point_is_true_wherever_the_roll_starts(view, start, steps):
    assert not faults(view, arrays(start, steps))
    x, _ = view.lines["rolled"].getData()
    assert x.tolist() == list(range(start, start + steps))
    assert len(view.readings()) >= 3 * steps


@pytest.mark.parametrize(
    ("growth", "words"),
    [
        (0.05, "better than the last value up to 3 steps"),
        (0.001, "better than the last value at every horizon"),
        (0.3, "no better than the last value one step ahead"),
        (np.nan, "no better than the last value one step ahead"),
    ],
)
def test_the_words_say_how_far_it_sees(view, growth, words):
    assert not faults(view, arrays(growth=growth))
    assert view.note.full_text().endswith(words)


def test_errors_of_the_first_and_the_last_horizon_are_said(view):
    faults(view, arrays(growth=0.05))
    assert view.note.full_text().startswith("RMSE one step ahead 0.05, 8 steps ahead 0.4;")
    assert view.error_key.full_text() == "RMSE of 32 rolls, rolling, last value stays"


def test_a_gap_between_two_series_is_not_bridged(view):
    ends = np.ones(COUNT, int)
    ends[[0, 12]] = 0
    faults(view, arrays(follows=ends))
    low = view.lines["true"].getData()[0][0]
    assert np.flatnonzero(view.lines["true"].opts["connect"] == 0)[0] == 11 - low


def test_a_click_and_the_boxes_say_where_and_how_far(view):
    faults(view, arrays())
    box = view.plot.getViewBox()

    class Click:
        def scenePos(self):
            return box.mapViewToScene(QPointF(14.2, 0.0))

    view._on_clicked(Click())
    view.horizon.setValue(5)
    (probe,) = view.probes()
    assert (probe.start, probe.horizon) == (14, 5)


def test_steps_are_test_samples(view):
    found = arrays()
    faults(view, found)
    cursor, box = view.context.cursor, view.plot.getViewBox()
    view._on_mouse(box.mapViewToScene(QPointF(12.1, 0.0)))
    assert cursor.sample == Sample("test", 12)
    assert (view.lit.isVisible(), view.lit.value()) == (True, 12)
    assert "test sample 12" in view.key_row.full_text()
    assert f"rolling {found['forecast/rolled'][2]:.3g}".replace("-", "−") in (
        view.key_row.full_text()
    )
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert (cursor.sample, view.lit.isVisible()) == (None, False)
    cursor.set_sample(Sample("train", 12))
    assert not view.lit.isVisible()
    cursor.set_sample(Sample("test", 999))
    assert not view.lit.isVisible()


def test_what_is_no_forecast_is_said(view):
    faults(view, {"forecast/fits": np.array(0)})
    assert "windows of a series" in view._message.text()
    assert view.readings() == []


def test_a_forecast_that_is_no_number_leaves_a_gap(view):
    rolled = arrays()["forecast/rolled"].copy()
    rolled[3:] = np.nan
    assert not faults(view, arrays(rolled=rolled, rmse=np.full(8, np.nan, np.float32)))
