"""The window may be closed at any moment: it waits for nothing, and leaves nothing."""

from __future__ import annotations

import time

import psutil
import pytest
from PySide6.QtCore import QSettings

from playground.document import edits
from playground.gui.app import make_context
from playground.gui.main_window import MainWindow
from playground.telemetry.probes.landscape import Landscape
from playground.telemetry.probes.recurrent_race import RecurrentRace

LIMIT = 60_000
AT_MOST_S = 10.0  # nothing is waited for: a hang, and no speed, whatever else the machine does


def at_once(_qtbot, _run):
    """Before anything is loaded."""


def loading(_qtbot, run):
    run.begin()


def starting(qtbot, run):
    run.begin()
    qtbot.waitUntil(lambda: run._worker is not None, timeout=LIMIT)


def training(qtbot, run):
    run.begin()
    run.play()
    qtbot.waitUntil(lambda: run.step_count > 5, timeout=LIMIT)


def paused(qtbot, run):
    training(qtbot, run)
    run.pause()


def looking_back(qtbot, run):
    training(qtbot, run)
    run.past.look(run.step_count // 2)


def resetting(qtbot, run):
    training(qtbot, run)
    run.reset()


def swapping(qtbot, run):
    """A network of other sizes is on its way into the run."""
    training(qtbot, run)
    for units in (5, 6, 7):
        run._model.push("units", lambda d, n=units: edits.set_param(d, "hidden", "out_features", n))


def saving(qtbot, run, weights, tmp_path):
    training(qtbot, run)
    weights.save_run(tmp_path / "run.safetensors")


def in_mid_step(qtbot, run):
    """Slow motion has halted between two operations."""
    run.begin()
    run.change(slow=True)
    qtbot.waitUntil(lambda: run.state == "ready", timeout=LIMIT)
    run.step()
    qtbot.waitUntil(lambda: run.newest.operation is not None, timeout=LIMIT)


def mapping(qtbot, run):
    """A thread computes the loss around the weights."""
    run.watch("closing", [Landscape(ticket=1, samples=100_000)])
    training(qtbot, run)
    qtbot.waitUntil(lambda: "landscape/state" in run.newest.arrays, timeout=LIMIT)


def racing(qtbot, run):
    """A thread trains three networks of its own."""
    run.watch("closing", [RecurrentRace(lag=200)])
    training(qtbot, run)
    qtbot.waitUntil(lambda: "recurrent_race/state" in run.newest.arrays, timeout=LIMIT)


MOMENTS = (at_once, loading, starting, training, paused, looking_back, resetting)
MOMENTS += (swapping, saving, in_mid_step, mapping, racing)


@pytest.mark.parametrize("engine", ["thread", "process"])
@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment.__name__)
def test_closing_the_window_takes_no_time_and_leaves_nothing(
    plain_application, qtbot, tmp_path, mlp, moment, engine
):
    before = {p.pid for p in psutil.Process().children(recursive=True)}
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(make_context(settings, engine))
    window.files.ask = lambda: "discard"
    qtbot.addWidget(window)
    window.context.document.load(edits.set_train(mlp, steps=10**9))
    window.show()
    qtbot.waitExposed(window)
    more = {"weights": window.weights, "tmp_path": tmp_path} if moment is saving else {}
    moment(qtbot, window.context.run, **more)
    start = time.perf_counter()
    window.close()
    waited = time.perf_counter() - start
    assert not window.isVisible()
    assert waited < AT_MOST_S
    assert window.context.run.close(timeout=20)
    qtbot.waitUntil(
        lambda: not {p.pid for p in psutil.Process().children(recursive=True)} - before,
        timeout=10_000,
    )
    assert not list(tmp_path.glob(".*.tmp"))  # a file is whole, or not there
    if moment is saving:
        assert (tmp_path / "run.safetensors").is_file()  # it was asked for
