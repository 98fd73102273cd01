"""The weights of a run go to a file and come back, exactly."""

from __future__ import annotations

import pytest
from safetensors.numpy import load_file

from playground.document import edits
from playground.telemetry.probes.weights import Weights
from playground.train.engine.thread import session_steps
from playground.train.tensor_file import read_tensors


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


def test_weights_of_a_changed_network_are_taken_as_far_as_they_fit(qtbot, trained, tmp_path):
    path, told, run = tmp_path / "mine.safetensors", [], trained.context.run
    save(qtbot, trained, path)
    trained.context.document.push("grow", lambda d: edits.set_param(d, "hidden", "out_features", 7))
    run.happened.connect(told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    trained.weights.load(path)
    qtbot.waitUntil(lambda: told[-1].kind == "note", timeout=20_000)
    assert "1 of 4 tensors fit" in told[-1].text
    qtbot.waitUntil(lambda: run.state == "ready", timeout=20_000)


@pytest.mark.parametrize("content", [b"", b"no weights at all", b"\xff" * 4096])
def test_a_bad_file_leaves_the_run_as_it_is(qtbot, trained, tmp_path, content):
    path, told, run = tmp_path / "bad.safetensors", [], trained.context.run
    path.write_bytes(content)
    trained.context.notices.posted.connect(lambda text, kind: told.append((kind, text)))
    steps = run.step_count
    for load in (trained.weights.load, trained.weights.resume):
        load(path)
        assert told[-1][0] == "error"
        assert "bad.safetensors" in told[-1][1]
    assert (run.state, run.step_count) == ("paused", steps)
    run.step()
    qtbot.waitUntil(lambda: run.step_count > steps, timeout=20_000)


def test_a_saved_run_goes_on_where_it_stood(qtbot, trained, tmp_path):
    path, run, told = tmp_path / "run.safetensors", trained.context.run, []
    trained.context.notices.posted.connect(lambda text, kind: told.append(text))
    run.step()
    trained.weights.save_run(path)
    qtbot.waitUntil(lambda: "Saved run.safetensors." in told, timeout=20_000)
    step = int(read_tensors(path).metadata["step"])
    assert step >= 20
    run.reset()
    qtbot.waitUntil(lambda: run.state == "ready", timeout=20_000)
    assert run.step_count == 0
    trained.weights.resume(path)
    qtbot.waitUntil(lambda: run.state == "ready" and run.step_count == step, timeout=20_000)
    run.step()
    qtbot.waitUntil(lambda: run.step_count == step + 1, timeout=20_000)
