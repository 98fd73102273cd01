"""The weights of a run go to a file and come back, exactly."""

from __future__ import annotations

import pytest
from safetensors.numpy import load_file

from playground.document import edits
from playground.telemetry.probes.weights import Weights
from playground.train.engine.thread import session_steps


@pytest.fixture
def trained(qtbot, make_window, mlp):
    window = make_window(edits.set_train(mlp, steps=10**9), steps=session_steps)
    run = window.context.run
    run.begin()
    qtbot.waitUntil(lambda: run.state == "ready", timeout=60_000)
    run.play()
    qtbot.waitUntil(lambda: run.step_count >= 20, timeout=60_000)
    run.pause()
    return window


def save(qtbot, window, path):
    with qtbot.waitSignal(window.weights.saved, timeout=20_000):
        window.weights.save(path)


def test_saved_weights_are_those_of_the_network_and_start_another_run(qtbot, trained, tmp_path):
    path, run = tmp_path / "mine.safetensors", trained.context.run
    run.watch("test", [Weights(node="hidden")])
    save(qtbot, trained, path)
    kept = load_file(path)
    qtbot.waitUntil(lambda: "weights/hidden" in run.newest.arrays, timeout=20_000)
    assert (kept["hidden.weight"] == run.newest.arrays["weights/hidden"]).all()

    trained.weights.load(path)
    assert run.step_count == 0
    qtbot.waitUntil(lambda: run.state == "ready", timeout=20_000)
    assert (run.newest.arrays["weights/hidden"] == kept["hidden.weight"]).all()
    run.reset()
    qtbot.waitUntil(lambda: run.state == "ready", timeout=20_000)
    assert not (run.newest.arrays["weights/hidden"] == kept["hidden.weight"]).all()


def test_weights_that_cannot_be_written_say_why(qtbot, trained, tmp_path):
    told = []
    trained.context.notices.posted.connect(lambda text, kind: told.append(kind))
    trained.weights.save(tmp_path)
    qtbot.waitUntil(lambda: told == ["error"], timeout=20_000)


def test_weights_of_another_network_end_the_run_with_a_notice(qtbot, trained, tmp_path):
    path, told = tmp_path / "mine.safetensors", []
    save(qtbot, trained, path)
    trained.context.document.push("grow", lambda d: edits.set_param(d, "hidden", "out_features", 7))
    trained.context.notices.posted.connect(lambda text, kind: told.append((kind, text)))
    trained.weights.load(path)
    qtbot.waitUntil(lambda: trained.context.run.state == "failed", timeout=20_000)
    assert told[-1][0] == "error"
    assert "hidden.weight" in told[-1][1]
