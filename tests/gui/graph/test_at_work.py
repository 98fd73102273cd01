"""Slow motion on the canvas: marks, lights, words and pictures follow the operation."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest

from playground.document.library import load
from playground.gui.app import make_context
from playground.gui.graph.halted import halted_at, picture_of
from playground.gui.main_window import MainWindow
from playground.gui.panels.transport import OPERATION, OPERATIONS_S, SPEEDS
from playground.gui.settings import Preferences
from playground.telemetry.operation import Operation
from playground.telemetry.snapshot import Snapshot

LONG = 60_000
BATCH = 32


def show(window, operation, arrays=None, step=3):
    """Have the window see a snapshot of a step that halts."""
    snapshot = Snapshot(1, step, 0.0, {}, arrays or {}, operation=operation)
    window.context.run.newest = snapshot
    window.context.run.snapshot.emit(snapshot)


def of(kind, node="", **more):
    return Operation(kind, node, "main", batch=BATCH, **more)


def names(at_work):
    return [card.facts.id for card in at_work.cards()]


def lights(at_work):
    return [(item.wire.source, item.wire.target, forward) for item, forward in at_work.wires()]


def test_light_runs_into_a_block_forward_and_back_into_it_backward(window):
    at_work = window.graph.at_work
    show(window, of("forward", "act"))
    assert names(at_work) == ["act"]
    assert lights(at_work) == [("hidden", "act", True)]
    assert "act" in at_work.words()
    assert "32" in at_work.words()
    show(window, of("backward", "act"))
    assert names(at_work) == ["act"]
    assert lights(at_work) == [("act", "out", False)]
    window.grab()
    show(window, None)
    assert names(at_work) == []
    assert at_work.words() == ""


def test_loss_and_update_have_words_and_the_update_marks_what_moved(window):
    at_work = window.graph.at_work
    show(window, of("loss", loss=0.6931))
    assert "0.6931" in at_work.words()
    assert lights(at_work) == []
    one = np.ones(4, np.float32)
    show(window, of("update"), {f"backward/{id}": one for id in ("hidden", "act", "out")})
    assert sorted(names(at_work)) == ["hidden", "out"]  # tanh has no weights
    assert "Update" in at_work.words()


def test_less_motion_leaves_the_marks_and_takes_the_light(window):
    show(window, of("forward", "act"))
    assert window.graph.at_work._time.state() == window.graph.at_work._time.State.Running
    Preferences(window.context.settings).reduced_motion = True
    show(window, of("forward", "out"))
    assert window.graph.at_work._time.state() == window.graph.at_work._time.State.Stopped
    assert names(window.graph.at_work) == ["out"]
    window.grab()


def test_a_block_inside_a_closed_composite_marks_the_composite(make_window):
    window = make_window(load("digits-repeat"))
    report = window.context.document.report
    inside = next(id for id in report.inner.nodes if "." in id)
    show(window, of("forward", inside))
    assert names(window.graph.at_work) == [inside.partition(".")[0]]


def test_cards_show_what_flows_and_then_the_gradient(window):
    facts = window.graph.canvas.cards["hidden"].facts
    theme = window.context.theme
    values = np.array([1.0, -2.0, 0.5, 0.0], np.float32)
    arrays = {"activations/hidden": 9 * values, "forward/hidden": values}
    snapshot = Snapshot(1, 3, 0.0, {}, arrays, operation=of("forward", "hidden"))
    forward = halted_at(snapshot, "hidden")
    assert forward == ("forward", values, BATCH)
    picture = picture_of(facts, forward, None, theme, signed=True)
    assert [bar.value for bar in picture.bars] == [1.0, -2.0, 0.5, 0.0]
    assert "first sample" in picture.about
    arrays["backward/hidden"] = -values
    back = halted_at(snapshot, "hidden")
    picture = picture_of(facts, back, None, theme, signed=False)
    assert [bar.value for bar in picture.bars] == [-1.0, 2.0, -0.5, -0.0]
    assert "Gradient" in picture.about
    assert halted_at(Snapshot(1, 3, 0.0, {}, arrays), "hidden") is None


def test_the_gradient_of_one_logit_is_not_called_by_the_name_of_a_class(window):
    document = load("spiral-mlp")
    window.context.document.load(document)
    facts = window.graph.canvas.cards["out"].facts
    assert facts.loss
    arrays = {"backward/out": np.array([-0.01], np.float32)}
    halted = halted_at(Snapshot(1, 3, 0.0, {}, arrays, operation=of("backward", "out")), "out")
    (bar,) = picture_of(facts, halted, None, window.context.theme, signed=False).bars
    assert bar.label == ""


def test_the_slow_end_of_the_slider_and_its_shortcut(window, qtbot):
    run, slider = window.context.run, window.transport.speed
    window.actions_model.actions["run.slower"].trigger()
    fast = SPEEDS[slider.slider.value()]
    window.actions_model.actions["run.slow"].trigger()
    assert run.steering.controls.slow
    assert run.steering.controls.speed == OPERATIONS_S
    assert slider.slider.value() == SPEEDS.index(OPERATION)
    assert slider.shown.text() == "operation"
    assert "operation" in window.transport.step_button.toolTip()
    window.actions_model.actions["run.slow"].trigger()
    assert not run.steering.controls.slow
    assert run.steering.controls.speed == fast
    slider.slider.setValue(0)
    assert run.steering.controls.slow
    window.context.run.begin()
    run.reset()
    assert run.steering.controls.slow  # the next run goes on as slowly


@pytest.mark.parametrize("engine", ["thread", "process"])
def test_s_goes_through_a_step_operation_by_operation(plain_application, qtbot, tmp_path, engine):
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(make_context(settings, engine))
    window.files.ask = lambda: "discard"
    qtbot.addWidget(window)
    window.appearance.begin("en", "light")
    window.context.document.load(load("xor-mlp"))
    window.show()
    qtbot.waitExposed(window)
    run = window.context.run
    run.begin()
    qtbot.waitUntil(lambda: run.state == "ready", timeout=LONG)
    window.actions_model.actions["run.slow"].trigger()
    seen = []
    while not seen or seen[-1].kind != "update":
        before = run.newest
        QTest.keyClick(window, Qt.Key.Key_S)
        qtbot.waitUntil(lambda before=before: _moved(run, before), timeout=LONG)
        seen.append(run.newest.operation)
        assert window.graph.at_work.operation == run.newest.operation
    kinds = [operation.kind for operation in seen]
    blocks = kinds.count("forward")
    assert kinds == ["forward"] * blocks + ["loss"] + ["backward"] * (blocks - 1) + ["update"]
    assert run.step_count == 1
    assert run.state == "paused"
    QTest.keyClick(window, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: run.newest.operation.kind == "forward", timeout=LONG)
    window.actions_model.actions["run.slow"].trigger()
    run.play()
    qtbot.waitUntil(lambda: run.step_count > 5, timeout=LONG)
    qtbot.waitUntil(lambda: window.graph.at_work.operation is None, timeout=LONG)
    assert run.close(timeout=20)


def _moved(run, before):
    newest = run.newest
    return newest is not before and newest.operation not in (None, before.operation)
