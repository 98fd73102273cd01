"""The window says what measuring costs, and the user says what it may cost."""

from __future__ import annotations

import itertools

import pytest

from playground.document import edits
from playground.gui.measuring import SHARES, chosen_share
from playground.gui.panels.measuring import MeasuringChip
from playground.telemetry.snapshot import Snapshot
from playground.train.controls import MEASURING


def measured(document, steering, run):
    """Snapshots that tell that half of the readings were made, in 4 % of the time."""
    scalars = {"loss/train": 1.0, "probe_share": 0.5, "measuring": 0.04}
    for step in itertools.count(0):
        while (yield Snapshot(run=run, step=step, seconds=0.0, scalars=scalars)):
            pass


@pytest.fixture
def running(qtbot, make_window, mlp):
    window = make_window(edits.set_train(mlp, steps=10**9), steps=measured)
    run = window.context.run
    run.begin()
    run.play()
    qtbot.waitUntil(lambda: run.state == "running", timeout=20_000)
    return window


def test_the_share_and_the_rate_are_shown_while_it_trains(qtbot, running):
    chip = running.docks["lenses"].header.findChild(MeasuringChip)
    assert chip.isVisible()
    qtbot.waitUntil(lambda: chip.text().startswith("Measuring 4.0% · "), timeout=10_000)
    running.context.run.pause()
    assert chip.text() == "Measuring up to 5%"
    running.actions_model.run("run.measuring.10")
    assert chip.text() == "Measuring up to 10%"


@pytest.mark.parametrize("share", SHARES)
def test_the_menu_sets_the_share_for_this_run_the_next_and_the_next_start(running, share):
    run, actions = running.context.run, running.actions_model
    actions.run(f"run.measuring.{100 * share:g}")
    assert run.steering.controls.measuring == share
    assert actions.actions[f"run.measuring.{100 * share:g}"].isChecked()
    run.reset()
    assert run.steering.controls.measuring == share
    assert chosen_share(running.context.settings) == share


def test_the_chip_sets_the_share(running):
    chip = running.docks["lenses"].header.findChild(MeasuringChip)
    chip.menu().aboutToShow.emit()
    checked = [a.text() for a in chip.menu().actions() if a.isChecked()]
    assert checked == ["5% of the time"]
    chip.menu().actions()[-1].trigger()
    assert running.context.run.steering.controls.measuring == 0.5


@pytest.mark.parametrize("saved", ["nonsense", "2", "-1", "nan", None])
def test_a_damaged_setting_counts_as_not_set(context, saved):
    context.settings.setValue("measuring", saved)
    assert chosen_share(context.settings) == MEASURING
