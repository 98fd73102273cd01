"""RunModel: a run in the background, seen from the GUI thread."""

from __future__ import annotations

import itertools

import numpy as np

from playground.document import edits
from playground.errors import TrainError
from playground.telemetry.probes.weights import Weights
from playground.telemetry.snapshot import Snapshot


def wait_for(qtbot, run, state):
    qtbot.waitUntil(lambda: run.state == state, timeout=20_000)


def test_a_document_without_errors_gets_ready_at_step_0_and_plays(qtbot, make_context, mlp):
    run = make_context(edits.set_train(mlp, steps=10**9)).run
    run.begin()
    wait_for(qtbot, run, "ready")
    assert run.step_count == 0
    run.play()
    qtbot.waitUntil(lambda: run.step_count >= 50, timeout=20_000)
    run.pause()
    assert run.state == "paused"


def test_play_before_torch_is_loaded_starts_when_it_is(qtbot, make_context, mlp):
    context = make_context(edits.set_train(mlp, steps=10**9))
    context.run.begin()
    context.run.play()
    wait_for(qtbot, context.run, "running")


def test_a_step_is_one_step(qtbot, context):
    run = context.run
    run.begin()
    wait_for(qtbot, run, "ready")
    for expected in (1, 2, 3):
        run.step()
        qtbot.waitUntil(lambda expected=expected: run.step_count == expected, timeout=20_000)
    assert run.state == "paused"


def test_a_run_ends_at_its_last_step_and_can_still_be_looked_at(qtbot, context):
    run = context.run
    run.begin()
    run.play()
    wait_for(qtbot, run, "ended")
    assert run.step_count == 200
    with qtbot.waitSignal(run.snapshot, timeout=20_000):
        run.watch("a late view", [Weights(node="out")])


def test_playing_an_ended_run_trains_on(qtbot, context):
    run = context.run
    run.begin()
    run.play()
    wait_for(qtbot, run, "ended")
    run.play()
    qtbot.waitUntil(lambda: run.step_count == 400, timeout=20_000)
    wait_for(qtbot, run, "ended")


def test_no_row_is_lost_and_the_history_holds_them(qtbot, context):
    seen = []
    run = context.run
    run.rows.connect(seen.extend)
    run.begin()
    run.play()
    wait_for(qtbot, run, "ended")
    assert [step for step, _ in seen] == list(range(201))
    steps, values = run.history.curve("loss/train")
    assert list(steps) == list(range(201))
    assert values[-1] == 1 / 201


def test_reset_closes_the_session_and_begins_anew(qtbot, make_context, mlp):
    closed = []

    def steps(document, steering, run):
        try:
            for step in itertools.count(0):
                while (yield Snapshot(run=run, step=step, seconds=0.0, scalars={})):
                    pass
        finally:
            closed.append(run)

    context = make_context(mlp, steps=steps)
    run = context.run
    run.begin()
    run.play()
    qtbot.waitUntil(lambda: run.step_count > 5, timeout=20_000)
    with qtbot.waitSignal(run.restarted, timeout=20_000):
        run.reset()
    wait_for(qtbot, run, "ready")
    assert run.step_count == 0
    qtbot.waitUntil(lambda: len(closed) == 1, timeout=20_000)


def test_a_failing_step_is_reported_and_the_model_lives_on(qtbot, make_context, mlp):
    def fails(document, steering, run):
        for step in range(3):
            while (yield Snapshot(run=run, step=step, seconds=0.0, scalars={})):
                pass
        raise TrainError("The loss became NaN.", hint="Lower the learning rate.")

    context = make_context(mlp, steps=fails)
    context.run.begin()
    context.run.play()
    with qtbot.waitSignal(context.run.ended, timeout=20_000) as ended:
        wait_for(qtbot, context.run, "failed")
    assert ended.args[0].hint == "Lower the learning rate."
    context.run.reset()
    wait_for(qtbot, context.run, "ready")


def test_an_edit_at_step_0_rebuilds_but_later_a_run_is_stale_for_what_needs_a_reset(qtbot, context):
    run, model = context.run, context.document
    run.begin()
    wait_for(qtbot, run, "ready")
    with qtbot.waitSignal(run.restarted, timeout=20_000):
        model.push("wider", lambda d: edits.set_param(d, "hidden", "out_features", 7))
    wait_for(qtbot, run, "ready")
    run.step()
    qtbot.waitUntil(lambda: run.step_count == 1, timeout=20_000)
    model.push("seed", lambda d: edits.set_train(d, seed=99))
    assert run.stale
    assert "seed" in run.edits.reason
    assert run.step_count == 1
    model.undo_stack.undo()
    assert not run.stale


def test_moving_a_card_does_not_touch_the_run(qtbot, context):
    run = context.run
    run.begin()
    wait_for(qtbot, run, "ready")
    restarts = []
    run.restarted.connect(restarts.append)
    context.document.push("move", lambda d: edits.move_nodes(d, {"hidden": (1.0, 2.0)}))
    run.step()
    qtbot.waitUntil(lambda: run.step_count == 1, timeout=20_000)
    assert not restarts
    assert not run.stale


def test_a_broken_document_says_so_and_a_repair_makes_it_ready(qtbot, context):
    run, model = context.run, context.document
    run.begin()
    wait_for(qtbot, run, "ready")
    wire = model.document.wires[0]
    model.push("cut", lambda d: edits.disconnect(d, wire))
    wait_for(qtbot, run, "broken")
    model.push("mend", lambda d: edits.connect(d, wire))
    wait_for(qtbot, run, "ready")


def test_probes_are_those_of_visible_views_only(context):
    context.doctor.set_enabled(False)  # it looks at every run
    run = context.run
    a, b = Weights(node="hidden"), Weights(node="out")
    run.watch("one", [a])
    run.watch("two", [a, b])
    assert run.steering.probes == {a, b}
    run.unwatch("two")
    assert run.steering.probes == {a}
    run.unwatch("one")
    assert not run.steering.probes


def test_snapshots_of_an_older_run_never_arrive(qtbot, context):
    run = context.run
    run.begin()
    run.play()
    qtbot.waitUntil(lambda: run.step_count > 3, timeout=20_000)
    seen = []
    run.snapshot.connect(seen.append)
    run.reset()
    wait_for(qtbot, run, "ready")
    newest = seen[-1].run
    assert {s.run for s in seen} == {newest}


def test_the_counter_of_steps_survives_any_order_of_buttons(qtbot, context):
    run = context.run
    run.begin()
    wait_for(qtbot, run, "ready")
    buttons = itertools.cycle((run.play, run.pause, run.step, run.toggle))
    for action in itertools.islice(buttons, 20):
        action()
    run.pause()
    qtbot.waitUntil(lambda: run.state in ("paused", "ended"), timeout=20_000)


def test_a_probe_left_out_of_a_snapshot_keeps_its_last_array(qtbot, make_context, mlp):
    array = np.ones((2, 4), dtype=np.float32)

    def steps(document, steering, run):
        for step in itertools.count(0):
            arrays = {"weights/out": array} if step == 0 else {}
            while (yield Snapshot(run=run, step=step, seconds=0.0, scalars={}, arrays=arrays)):
                pass

    context = make_context(mlp, steps=steps)
    run = context.run
    run.watch("a view", [Weights(node="out")])
    run.begin()
    wait_for(qtbot, run, "ready")
    run.step()
    qtbot.waitUntil(lambda: run.step_count == 1, timeout=20_000)
    assert run.newest.arrays["weights/out"] is array
    run.unwatch("a view")
    run.step()
    qtbot.waitUntil(lambda: run.step_count == 2, timeout=20_000)
    assert not run.newest.arrays


def test_play_pressed_right_after_an_edit_is_not_forgotten(qtbot, make_context, mlp):
    context = make_context(edits.set_train(mlp, steps=10**9))
    run, begun = context.run, []
    run.begin()
    wait_for(qtbot, run, "ready")
    run.restarted.connect(begun.append)
    context.document.push("grow", lambda d: edits.set_param(d, "hidden", "out_features", 5))
    run.play()  # before the network has been built anew
    qtbot.waitUntil(lambda: run.step_count > 5, timeout=20_000)
    qtbot.waitUntil(lambda: not run._rebuild.isActive(), timeout=20_000)
    steps = run.step_count
    qtbot.waitUntil(lambda: run.state == "running" and run.step_count > steps, timeout=20_000)
    assert not begun  # it trains: the edit is offered to it


def test_play_pressed_while_a_network_loads_outlives_its_rebuilding(qtbot, make_context, mlp):
    context = make_context(edits.set_train(mlp, steps=10**9))
    run, begun = context.run, []
    run.begin()
    run.restarted.connect(begun.append)
    run.play()
    assert run.state == "loading"
    context.document.push("grow", lambda d: edits.set_param(d, "hidden", "out_features", 5))
    run._rebuild.stop()
    run._rebuild.timeout.emit()
    assert len(begun) == 1
    qtbot.waitUntil(lambda: run.step_count > 5, timeout=20_000)


def test_another_document_is_no_edit_of_the_run_that_it_ends(qtbot, make_context, mlp):
    context = make_context(mlp)
    heard = []
    context.run.happened.connect(heard.append)
    context.run.begin()
    qtbot.waitUntil(lambda: context.run.state == "ready")
    context.run.step()
    qtbot.waitUntil(lambda: context.run.step_count > 0)
    context.document.load(edits.remove_nodes(mlp, ["x"]))
    assert context.run.state == "broken"
    assert heard == []
