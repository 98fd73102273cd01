"""The window with a training process of its own: the same as with a thread, and it outlives it."""

from __future__ import annotations

import os
import signal

import psutil
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QPushButton
from safetensors.numpy import load_file

from playground.document import edits
from playground.gui.app import make_context
from playground.gui.engine_choice import choose_engine, chosen_engine
from playground.gui.main_window import MainWindow
from playground.telemetry.probes.weights import Weights
from playground.train.engine.fate import ProcessLost

LONG = 60_000


@pytest.fixture
def make_real_window(plain_application, qtbot, tmp_path):
    """Make a main window with a real engine."""
    made = []

    def make(document, engine="process"):
        settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        window = MainWindow(make_context(settings, engine))
        made.append(window)
        window.files.ask = lambda: "discard"
        qtbot.addWidget(window)
        window.appearance.begin("en", "light")
        window.context.document.load(edits.set_train(document, steps=10**9))
        window.show()
        qtbot.waitExposed(window)
        window.context.run.begin()
        qtbot.waitUntil(lambda: window.context.run.state == "ready", timeout=LONG)
        return window

    yield make
    for window in made:
        assert window.context.run.close(timeout=20)


@pytest.fixture
def window(make_real_window, mlp):
    return make_real_window(mlp)


@pytest.fixture
def child(window):
    return psutil.Process(window.context.run.engine.pid)


def play(qtbot, window, steps=20):
    run = window.context.run
    goal = run.step_count + steps
    run.play()
    qtbot.waitUntil(lambda: run.step_count >= goal, timeout=LONG)


def test_it_trains_pauses_steps_and_resets(qtbot, window):
    run = window.context.run
    play(qtbot, window)
    run.pause()
    qtbot.waitUntil(lambda: run.newest.complete, timeout=LONG)
    at = run.step_count
    run.step()
    qtbot.waitUntil(lambda: run.step_count > at, timeout=LONG)
    run.reset()
    qtbot.waitUntil(lambda: run.state == "ready", timeout=LONG)
    assert run.step_count == 0


def test_weights_are_saved_by_the_child_and_say_so(qtbot, window, tmp_path):
    run, path, told = window.context.run, tmp_path / "mine.safetensors", []
    play(qtbot, window)
    run.pause()
    run.watch("test", [Weights(node="hidden")])
    with qtbot.waitSignal(window.weights.saved, timeout=LONG):
        window.weights.save(path)
    qtbot.waitUntil(lambda: "weights/hidden" in run.newest.arrays, timeout=LONG)
    assert (load_file(path)["hidden.weight"] == run.newest.arrays["weights/hidden"]).all()
    window.context.notices.posted.connect(lambda text, kind: told.append((kind, text)))
    window.weights.save(tmp_path)
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    assert told[0][0] == "error"
    assert str(tmp_path) in told[0][1]


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_a_killed_child_leaves_window_document_and_curves(qtbot, window, child):
    run, told = window.context.run, []
    window.context.notices.posted.connect(lambda text, kind: told.append((kind, text)))
    play(qtbot, window)
    document, steps = window.context.document.document, run.step_count
    with qtbot.waitSignal(run.ended, timeout=LONG) as ended:
        child.send_signal(signal.SIGKILL)
    assert isinstance(ended.args[0], ProcessLost)
    assert run.state == "failed"
    assert window.context.document.document is document
    assert run.history.last("loss/train") is not None
    assert run.step_count >= steps
    assert told[-1][0] == "error"
    assert "SIGKILL" in told[-1][1]
    window.run_end.offer.findChildren(QPushButton)[-1].click()  # not now
    run.play()  # anew, in a new process
    qtbot.waitUntil(lambda: run.state == "running" and run.step_count > 5, timeout=LONG)


def test_closing_the_window_ends_the_child(qtbot, window, child):
    play(qtbot, window)
    window.close()
    assert window.context.run.close(timeout=20)
    assert not child.is_running()


def test_the_engine_is_chosen_in_the_menu_and_remembered(qtbot, make_real_window, mlp):
    window = make_real_window(mlp, "thread")
    context, run = window.context, window.context.run
    window.actions_model.run("run.engine.process")
    qtbot.waitUntil(lambda: run.state == "ready", timeout=LONG)
    assert (run.engine_name, run.engine_in_use) == ("process", "process")
    assert chosen_engine(context.settings) == "process"
    assert window.actions_model.actions["run.engine.process"].isChecked()

    told = []
    context.notices.posted.connect(lambda text, kind: told.append(text))
    play(qtbot, window)
    choose_engine(context, "thread")
    assert run.engine_in_use == "process"  # nothing resets unless asked
    assert told
    assert run.state == "running"
    run.reset()
    qtbot.waitUntil(lambda: run.state == "ready", timeout=LONG)
    assert run.engine_in_use == "thread"


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_a_lost_run_goes_on_where_it_stood_with_its_curves(qtbot, window, child):
    run = window.context.run
    run.change(speed=200.0)
    run.play()
    qtbot.waitUntil(lambda: run._worker.kept is not None, timeout=LONG)
    with qtbot.waitSignal(run.ended, timeout=LONG) as ended:
        child.kill()
    kept, rows = ended.args[0].kept, run.history.curve("loss/train")[0]
    buttons = [b.text() for b in window.run_end.offer.findChildren(QPushButton)]
    assert buttons == [f"Go on from step {kept.step}", "Start anew", "Not now"]
    window.run_end.offer.findChildren(QPushButton)[0].click()
    goal = int(rows[-1]) + 100
    qtbot.waitUntil(lambda: run.state == "running" and run.step_count > goal, timeout=LONG)
    assert window.run_end.offer is None
    steps = run.history.curve("loss/train")[0]
    assert (steps[: len(rows)] == rows).all()
    assert (steps[1:] > steps[:-1]).all()  # steps that the run repeats are in the curve once


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_a_child_that_dies_before_there_is_a_run_is_replaced(qtbot, make_real_window, mlp):
    window = make_real_window(mlp)
    run = window.context.run
    for _ in range(2):
        psutil.Process(run.engine.pid).kill()
        qtbot.waitUntil(lambda: run.state == "failed", timeout=LONG)
        run.reset()
        qtbot.waitUntil(lambda: run.state == "ready", timeout=LONG)
    play(qtbot, window)
