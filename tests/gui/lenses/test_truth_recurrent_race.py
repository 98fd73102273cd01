"""RNN, LSTM and GRU side by side: curves and numbers against those of torch alone."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from recurrent_truths import constant, gradients, losses

from playground.gui.truth import written
from playground.telemetry.probes.recurrent_race import RecurrentRace
from playground.telemetry.recurrent_race import FAILED, KINDS, STATES, TASKS, Race
from playground.telemetry.snapshot import Snapshot

LAG, RATE, SEED = 9, 0.01, 4


def arrays_of(task=TASKS[0], steps=70, ticket=0, rate=RATE):
    """What the probe says after so many steps."""
    race = Race(task, LAG, SEED)
    race.rate = rate
    race.prepare()
    for _ in range(steps):
        race.go()
    race.look_back()
    race.tell()
    state = np.append(race.told["recurrent_race/state"], ticket)
    return {**race.told, "recurrent_race/state": state}


@pytest.mark.parametrize("task", TASKS)
def test_every_point_and_number_is_what_torch_alone_finds(show, task):
    view = show("recurrent_race", arrays_of(task))
    for kind in KINDS:
        single = losses(kind, task, LAG, SEED, RATE, steps=70)
        means = [np.mean(single[max(0, n - 20) : n]) for n in range(1, 71)]
        steps, logs = view.plots.loss_lines[kind].getData()
        assert steps.tolist() == list(range(1, 71))
        assert logs == pytest.approx(np.log10(means), abs=1e-4)
        assert float(view.table.texts[kind, "loss"]) == pytest.approx(means[-1], abs=1e-3)
        lengths = gradients(kind, task, LAG, SEED, RATE, steps=70)
        for state in STATES[kind]:
            lags, logs = view.plots.gradient_lines[f"{kind}/{state}"].getData()
            assert lags.tolist() == list(range(LAG + 1))
            assert logs == pytest.approx(np.log10(lengths[state]), abs=1e-3)
        slope = np.polyfit(np.arange(LAG + 1), np.log10(lengths["h"]), 1)[0]
        factor = view.table.texts[kind, "factor"]
        assert float(factor) == pytest.approx(10**slope, abs=2e-3)
    level = constant(task, LAG, SEED)
    assert view.plots.constant.value() == pytest.approx(np.log10(level), abs=1e-5)
    assert view.plots.loss_words.full_text().endswith(written(level, 3))
    assert view.bar.step.full_text() == "step 70"
    assert "step 70;" in view.plots.gradient_words.full_text()


def test_speeds_are_those_of_each_alone(show):
    arrays = arrays_of(steps=3)
    arrays["recurrent_race/speed"] = np.array([12.34, 5.0, 1234.56])
    view = show("recurrent_race", arrays)
    shown = [view.table.texts[kind, "speed"] for kind in KINDS]
    assert shown == ["12.3", "5.0", "1,234.6"]


def test_before_the_first_step_there_are_gradients_and_no_losses(show):
    view = show("recurrent_race", arrays_of(steps=0))
    assert view.is_filled
    assert view.table.texts["rnn", "loss"] == view.table.texts["rnn", "speed"] == "–"
    assert len(view.plots.gradient_lines["gru/h"].getData()[0]) == LAG + 1
    assert len(view.plots.loss_lines["gru"].getData()[0]) == 0


def test_what_diverged_is_a_gap_and_a_dash(show):
    view = show("recurrent_race", arrays_of(steps=5, rate=float("inf")))
    logs = view.plots.loss_lines["rnn"].getData()[1]
    assert np.isfinite(logs[0])
    assert not np.isfinite(logs[-1])
    assert view.table.texts["rnn", "loss"] == view.table.texts["rnn", "factor"] == "–"
    assert view.readings()


def test_a_falling_line_is_vanishing_and_leaves_the_picture_below(show):
    arrays = arrays_of(steps=1)
    arrays["recurrent_race/gradient/rnn/h"] = 10.0 ** -np.arange(0.0, 5.0 * (LAG + 1), 5.0)
    view = show("recurrent_race", arrays)
    low, high = view.plots.gradients.y_range
    assert high - low <= 14
    assert float(view.table.texts["rnn", "factor"].replace("−", "-")) == pytest.approx(1e-5)


def asked(view):
    (probe,) = view.probes()
    return probe


def test_the_controls_say_what_is_asked_for(show, context, qtbot):
    context.doctor.set_enabled(False)
    view = show("recurrent_race", arrays_of(steps=1))
    start = RecurrentRace()
    assert asked(view) == start
    assert context.run.steering.probes == {start}
    qtbot.mouseClick(view.bar.play, Qt.MouseButton.LeftButton)
    assert not asked(view).going
    qtbot.mouseClick(view.bar.play, Qt.MouseButton.LeftButton)
    assert asked(view) == start
    view.bar.rate.edited.emit(0.02)
    assert asked(view) == RecurrentRace(rate=0.02)
    view.bar.rate.edited.emit(7)  # no rate
    assert asked(view).rate == view.bar.rate.value() == 0.02
    view.bar.task.activated.emit(1)
    assert asked(view) == RecurrentRace(1, "delayed_recall", start.lag, 0.02)
    qtbot.mouseClick(view.bar.restart, Qt.MouseButton.LeftButton)
    assert asked(view).ticket == 2
    view.bar.slider.setValue(120)
    view.bar.slider.setValue(140)
    assert view.bar.lag.text() == "lag 140"
    qtbot.waitUntil(lambda: asked(view).ticket == 3)
    assert context.run.steering.probes == {RecurrentRace(3, "delayed_recall", 140, 0.02)}
    view.hide()
    assert not context.run.steering.probes


def test_what_comes_from_before_a_restart_is_not_drawn(show, context):
    view = show("recurrent_race", arrays_of(steps=4))
    view.restart()
    context.run.snapshot.emit(Snapshot(1, 2, 0.0, {}, arrays_of(steps=6, ticket=0)))
    assert view.bar.step.full_text() == "step 4"
    context.run.snapshot.emit(Snapshot(1, 3, 0.0, {}, arrays_of(steps=1, ticket=1)))
    assert view.bar.step.full_text() == "step 1"


def test_plots_stand_beside_each_other_where_there_is_room(show, qtbot):
    view = show("recurrent_race", arrays_of(steps=2))
    plots = view.plots.losses, view.plots.gradients
    for width, beside in ((900, True), (430, False)):
        view.resize(width, 420)
        qtbot.waitUntil(lambda b=beside: (plots[0].y() == plots[1].y()) == b)
        assert (plots[1].x() > plots[0].x()) == beside


def test_a_race_that_failed_is_said(show):
    arrays = arrays_of(steps=1)
    arrays["recurrent_race/state"][0] = FAILED
    assert "failed" in show("recurrent_race", arrays)._message.text()
