"""Edits in the window while a real network trains in it, in a thread and in a process."""

from __future__ import annotations

import numpy as np
import pytest

from playground.check import machine
from playground.check.memory import RESERVE
from playground.document import edits
from playground.document.composites.penalty import set_penalty_at
from playground.document.model import Node, Penalty, Wire
from playground.telemetry.probes.weights import Weights
from playground.train.engine.base import make_engine


class Lent:
    """An engine that outlives the window: a child process takes seconds to begin."""

    def __init__(self, engine):
        self._engine = engine

    def __getattr__(self, name):
        return getattr(self._engine, name)

    def close(self, timeout):
        return True


@pytest.fixture(scope="module")
def lend():
    """Engines by name, each begun once."""
    begun = {}

    def one(name):
        if name not in begun:
            begun[name] = make_engine(name)
        return Lent(begun[name])

    yield one
    assert all(engine.close(60.0) for engine in begun.values())


@pytest.fixture(params=["thread", "process"])
def training(request, qtbot, make_window, mlp, lend):
    """A window whose network is in training."""
    window = make_window(edits.set_train(mlp, steps=10**9), steps=None)
    run = window.context.run
    run.engine = lend(request.param)
    run.begin()
    run.play()
    qtbot.waitUntil(lambda: run.step_count > 20)
    yield window
    assert run.close(60.0)


@pytest.fixture
def told(training):
    """What the window has told in notices."""
    found = []
    training.context.notices.posted.connect(lambda text, kind: found.append(text))
    return found


def wait_for_event(qtbot, window, action):
    run = window.context.run
    with qtbot.waitSignal(run.happened) as heard:
        action()
    return heard.args[0]


def test_a_wider_layer_is_in_training_at_once_and_the_curves_go_on(qtbot, training):
    run, model = training.context.run, training.context.document
    restarts = []
    run.restarted.connect(restarts.append)
    event = wait_for_event(
        qtbot,
        training,
        lambda: model.push("wider", lambda d: edits.set_param(d, "hidden", "out_features", 12)),
    )
    assert event.kind == "edited"
    assert "resized" in event.text
    assert not run.stale
    assert run.trained is model.document
    at = event.step
    qtbot.waitUntil(lambda: run.step_count > at + 20)
    assert run.state == "running"
    assert not restarts
    steps, _ = run.history.curve("loss/train")
    assert steps[0] <= 5
    assert steps[-1] > at


def test_undo_tells_the_run_to_bring_the_old_weights_back(qtbot, training):
    run, model = training.context.run, training.context.document
    wider = lambda: model.push("w", lambda d: edits.set_param(d, "hidden", "out_features", 12))  # noqa: E731
    wait_for_event(qtbot, training, wider)
    assert not run.steering.edit.back
    wait_for_event(qtbot, training, model.undo_stack.undo)
    assert run.steering.edit.back
    wait_for_event(qtbot, training, model.undo_stack.redo)
    assert run.steering.edit.back


def change(qtbot, window, edit, told):
    """Do an edit; returns the notice about it, once the run goes on with it."""
    run, model = window.context.run, window.context.document
    number = len(told)
    event = wait_for_event(qtbot, window, lambda: model.push("edit", edit))
    assert event.kind == "edited", event.text
    assert run.trained is model.document
    qtbot.waitUntil(lambda: run.step_count > event.step + 5 and len(told) > number)
    assert run.state == "running"
    assert not run.stale
    return told[-1]


def test_blocks_are_added_resized_rewired_and_removed_while_it_trains(qtbot, training, told):
    run, model = training.context.run, training.context.document
    steps, restarts = run.step_count, []
    run.restarted.connect(restarts.append)
    more = Node(id="more", block="linear", params={"out_features": 4})
    wire = next(wire for wire in model.document.wires if wire.target == "out")
    text = change(qtbot, training, lambda d: edits.insert_on_wire(d, wire, more), told)
    assert "+ more (linear)" in text
    assert text.endswith("kept 3, new 1")
    wider = lambda d: edits.set_param(d, "hidden", "out_features", 9)  # noqa: E731
    text = change(qtbot, training, wider, told)
    assert text.endswith("hidden.out_features 4 → 9 · kept 2, resized 2")
    narrower = lambda d: edits.set_param(d, "hidden", "out_features", 4)  # noqa: E731
    text = change(qtbot, training, narrower, told)
    assert text.endswith("hidden.out_features 9 → 4 · kept 2, resized 2")
    past_act = lambda d: edits.connect(  # noqa: E731
        edits.disconnect(d, Wire(source="act", target="more")), Wire(source="hidden", target="more")
    )
    text = change(qtbot, training, past_act, told)
    assert "rewired" in text
    text = change(qtbot, training, lambda d: edits.remove_nodes(d, ["act"]), told)
    assert "− act (tanh)" in text
    assert text.endswith("kept 3")  # it was no part of the network any more
    assert set(run.trained.by_id) == {"x", "hidden", "more", "out"}
    rows = run.history.curve("loss/train")[0]
    assert rows[0] <= 5
    assert rows[-1] > steps
    assert (rows[1:] > rows[:-1]).all()  # one curve, without a gap or a step twice
    assert not restarts
    while model.undo_stack.canUndo():
        event = wait_for_event(qtbot, training, model.undo_stack.undo)
        assert event.kind == "edited"
        assert run.trained is model.document
    qtbot.waitUntil(lambda: run.step_count > event.step + 5)
    assert run.state == "running"


def test_undo_brings_the_old_weights_back(qtbot, training):
    run, model = training.context.run, training.context.document
    run.watch("test", [Weights(node="hidden")])
    run.pause()
    qtbot.waitUntil(lambda: run.newest.complete and "weights/hidden" in run.newest.arrays)
    before = run.newest.arrays["weights/hidden"].copy()
    narrow = lambda: model.push("n", lambda d: edits.set_param(d, "hidden", "out_features", 2))  # noqa: E731
    wait_for_event(qtbot, training, narrow)
    qtbot.waitUntil(lambda: run.newest.arrays["weights/hidden"].shape == (2, 2))
    wait_for_event(qtbot, training, model.undo_stack.undo)
    qtbot.waitUntil(lambda: run.newest.arrays["weights/hidden"].shape == (4, 2))
    assert (run.newest.arrays["weights/hidden"] == before).all()


def test_an_edit_while_paused_shows_at_once(qtbot, training):
    run, model = training.context.run, training.context.document
    run.pause()
    step = None
    event = wait_for_event(
        qtbot,
        training,
        lambda: model.push("lr", lambda d: edits.set_train_param(d, "lr", 0.5)),
    )
    assert event.kind == "edited"
    step = run.step_count
    assert run.state == "paused"
    run.step()
    qtbot.waitUntil(lambda: run.step_count == step + 1)
    assert run.history.last("lr") == 0.5


def test_the_regularisation_of_a_block_holds_from_the_next_step_on(qtbot, training, told):
    run, model = training.context.run, training.context.document
    restarts, at = [], run.step_count
    run.restarted.connect(restarts.append)
    costly = Penalty(kind="l1", rate=1.0)
    change(qtbot, training, lambda d: set_penalty_at(d, ["hidden"], costly), told)
    assert "hidden regularisation as the training → L1 1" in told[-1]
    run.watch("test", [Weights(node="hidden")])
    newest = lambda: abs(run.newest.arrays.get("weights/hidden", np.ones(1))).max()  # noqa: E731
    qtbot.waitUntil(lambda: newest() < 0.05)
    wait_for_event(qtbot, training, model.undo_stack.undo)
    qtbot.waitUntil(lambda: newest() > 0.1)
    assert not restarts
    assert run.step_count > at


def test_a_graph_that_is_broken_for_the_moment_stays_in_training(qtbot, training):
    run, model = training.context.run, training.context.document
    wire = model.document.wires[0]
    event = wait_for_event(
        qtbot, training, lambda: model.push("cut", lambda d: edits.disconnect(d, wire))
    )
    assert event.kind == "note"
    at = run.step_count
    qtbot.waitUntil(lambda: run.step_count > at + 20)
    model.undo_stack.undo()
    assert not run.stale
    assert not run.edits.broken


def test_a_thousand_edits_while_it_trains_lose_nothing(qtbot, training):
    run, model = training.context.run, training.context.document
    heard = []
    run.happened.connect(heard.append)
    for number in range(1000):
        lr = 0.001 * (1 + number)
        model.push("lr", lambda d, lr=lr: edits.set_train_param(d, "lr", lr), merge="lr")
    qtbot.waitUntil(lambda: run.trained is model.document)
    assert run.trained.train.params["lr"] == pytest.approx(1.0)
    numbers = [event.number for event in heard]
    assert numbers == sorted(set(numbers))  # how many the run has seen is a matter of speed
    assert numbers[-1] == run.steering.edit.number
    assert {event.kind for event in heard} == {"edited"}
    assert run.state == "running"


def test_a_network_that_no_memory_holds_is_said_and_the_last_good_one_trains_on(
    qtbot, training, monkeypatch
):
    run, model = training.context.run, training.context.document
    monkeypatch.setattr(machine, "free_bytes", lambda: 280_000_000 + RESERVE)
    heard, trained = [], run.trained
    run.happened.connect(heard.append)
    model.push("wider", lambda d: edits.set_param(d, "hidden", "out_features", 10_000))
    more = Node(id="more", block="linear", params={"out_features": 10_000})
    wire = next(wire for wire in model.document.wires if wire.target == "out")
    model.push("deeper", lambda d: edits.insert_on_wire(d, wire, more))
    (problem,) = model.report.problems
    assert (problem.kind, problem.node) == ("too_large", "more")
    assert "100,0" in problem.message
    assert run.edits.broken
    assert heard[-1].kind == "note"
    at = run.step_count
    qtbot.waitUntil(lambda: run.step_count > at + 20)
    assert "more" not in run.trained.by_id
    assert training.transport.problems.isVisible()
    model.push("repair", problem.fixes[-1].edit)
    qtbot.waitUntil(lambda: run.trained is model.document)
    assert run.trained is not trained
    assert not run.edits.broken


def test_another_seed_offers_a_reset_and_says_why(qtbot, training):
    run, model = training.context.run, training.context.document
    model.push("seed", lambda d: edits.set_train(d, seed=99))
    assert run.stale
    assert training.transport.stale.isVisible()
    assert "seed" in training.transport.stale.toolTip()
    model.undo_stack.undo()
    assert not training.transport.stale.isVisible()


def test_the_notices_tell_what_was_kept(qtbot, training, told):
    model = training.context.document
    model.push("wider", lambda d: edits.set_param(d, "hidden", "out_features", 12))
    qtbot.waitUntil(lambda: any("kept" in text for text in told))
    assert "hidden.out_features" in told[-1]


def test_a_weight_can_be_set_while_paused(qtbot, training):
    run = training.context.run
    run.pause()
    with qtbot.waitSignal(run.snapshot):
        run.set_weight("hidden", "bias", (0,), 4.5)
    state = run.state
    assert state == "paused"


def test_an_inserted_layer_starts_as_identity_when_the_menu_says_so(qtbot, training):
    run, model = training.context.run, training.context.document
    training.actions_model.run("run.identity")
    assert run.edits.identity
    node = Node(id="more", block="linear", params={"out_features": 4})
    wire = next(wire for wire in model.document.wires if wire.target == "out")
    event = wait_for_event(
        qtbot,
        training,
        lambda: model.push("more", lambda d: edits.insert_on_wire(d, wire, node)),
    )
    assert event.kind == "edited"
    assert "new 1" in event.text
    assert run.steering.edit.identity
    training.actions_model.run("run.identity")
    assert not run.edits.identity
