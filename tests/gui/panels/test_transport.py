"""The bar on top drives the run and shows its numbers."""

from __future__ import annotations

import itertools

import pytest

from playground.document import edits
from playground.gui.panels import live_controls
from playground.telemetry.snapshot import Snapshot


def wait_for(qtbot, window, state):
    qtbot.waitUntil(lambda: window.context.run.state == state, timeout=20_000)


@pytest.fixture
def ready(qtbot, window):
    window.context.document.load(edits.set_train(window.context.document.document, steps=10**9))
    window.context.run.begin()
    wait_for(qtbot, window, "ready")
    return window


def test_play_pause_step_and_reset(qtbot, ready):
    bar, run = ready.transport, ready.context.run
    bar.play_button.click()
    wait_for(qtbot, ready, "running")
    assert bar.play_button.toolTip() == "Pause (P)"
    qtbot.waitUntil(lambda: run.step_count > 20, timeout=20_000)
    bar.play_button.click()
    wait_for(qtbot, ready, "paused")
    qtbot.waitUntil(lambda: bar.steps.number.text() == f"{run.step_count:,}", timeout=5000)
    before = run.step_count
    bar.step_button.click()
    qtbot.waitUntil(lambda: run.step_count > before, timeout=20_000)
    bar.reset_button.click()
    wait_for(qtbot, ready, "ready")
    assert run.step_count == 0
    qtbot.waitUntil(lambda: bar.steps.number.text() == "0", timeout=5000)


def test_numbers_have_the_digits_they_deserve(qtbot, make_window, mlp):
    def steps(document, steering, run):
        scalars = {"loss/train": 0.08752, "accuracy/test": 0.952, "epoch": 8.4, "rate": 1184.3}
        for step in itertools.count(0):
            while (yield Snapshot(run=run, step=step + 351, seconds=0.0, scalars=scalars)):
                pass

    window = make_window(edits.set_train(mlp, steps=10**9), steps=steps)
    window.context.run.begin()
    wait_for(qtbot, window, "ready")
    bar = window.transport
    qtbot.waitUntil(lambda: bar.loss.number.text() == "0.0875", timeout=5000)
    assert bar.score.number.text() == "95.2%"
    assert bar.score.caption.text() == "Test accuracy"
    assert bar.rate.number.text() == "1,184"
    assert bar.epoch.number.text() == "8"
    assert bar.steps.number.text() == f"{window.context.run.step_count:,}"


def test_a_run_without_accuracy_shows_what_it_has(qtbot, make_window, mlp):
    def steps(document, steering, run):
        for step in itertools.count():
            scalars = {"loss/generator": 4.4412, "modes": 7.0}
            while (yield Snapshot(run=run, step=step, seconds=0.0, scalars=scalars)):
                pass

    window = make_window(mlp, steps=steps)
    bar = window.transport
    assert (bar.score.caption.text(), bar.score.number.text()) == ("", "")
    window.context.run.begin()
    qtbot.waitUntil(lambda: bar.loss.number.text() == "4.4412", timeout=20_000)
    assert bar.loss.caption.text() == "Generator loss"
    assert (bar.score.caption.text(), bar.score.number.text()) == ("Modes found", "7")


def test_the_learning_rate_changes_the_document_before_the_first_step(qtbot, ready):
    slider = ready.transport.live.rate
    slider.slider.setValue(slider.scale.position(0.1))
    model = ready.context.document
    assert model.document.train.params["lr"] == pytest.approx(0.1, rel=0.05)
    model.undo_stack.undo()
    assert slider.shown.text() == "0.01"


def test_the_learning_rate_changes_the_run_while_it_runs(qtbot, ready):
    ready.context.run.play()
    qtbot.waitUntil(lambda: ready.context.run.step_count > 0, timeout=20_000)
    slider, run = ready.transport.live.rate, ready.context.run
    slider.slider.setValue(slider.scale.position(0.1))
    rate = ready.context.document.document.train.params["lr"]
    assert rate == pytest.approx(0.1, rel=0.05)
    assert run.steering.edit.document.train.params["lr"] == rate
    batch = ready.transport.live.batch.combo
    batch.activated.emit(batch.findText("64"))
    assert run.steering.edit.document.train.params["batch_size"] == 64
    assert not run.stale
    run.pause()


def test_the_speed_slider_ends_at_max(window):
    speed = window.transport.speed
    assert speed.shown.text() == "max"
    speed.slider.setValue(1)
    assert window.context.run.steering.controls.speed == 1
    assert speed.shown.text() == "1/s"
    speed.slider.setValue(speed.slider.maximum())
    assert window.context.run.steering.controls.speed is None


def test_a_broken_network_cannot_play_and_says_how_many_problems(window):
    bar, model = window.transport, window.context.document
    assert not bar.problems.isVisible()
    model.push("cut", lambda d: edits.disconnect(d, d.wires[0]))
    assert not bar.play_button.isEnabled()
    assert bar.problems.isVisible()
    bar.problems.click()
    assert window.docks.is_open("problems")
    model.undo_stack.undo()
    assert not bar.problems.isVisible()


def test_a_change_after_the_first_step_offers_a_reset(qtbot, ready):
    run, bar = ready.context.run, ready.transport
    run.play()
    qtbot.waitUntil(lambda: run.step_count > 0, timeout=20_000)
    run.pause()
    ready.context.document.push("seed", lambda d: edits.set_train(d, seed=99))
    assert bar.stale.isVisible()
    bar.stale.click()
    assert not bar.stale.isVisible()
    wait_for(qtbot, ready, "ready")


@pytest.mark.parametrize("width", [700, 900, 1100, 1280, 1600])
def test_nothing_overlaps_or_leaves_the_bar_at_any_width(window, width):
    window.context.document.push("cut", lambda d: edits.disconnect(d, d.wires[0]))
    window.resize(width, 700)
    bar = window.transport
    assert bar.width() == width
    inside = [bar.layout().itemAt(i).widget() for i in range(bar.layout().count())]
    places = [w.geometry() for w in inside if w is not None and w.isVisible()]
    assert all(bar.rect().contains(place) for place in places)
    assert all(a.right() < b.left() for a, b in itertools.pairwise(places))
    assert bar.problems.isVisible()
    assert bar.live.rate.isVisible() == (width >= 1000)


def test_the_seed_chip_counts_up(window):
    window.transport.seed.click()
    assert window.context.document.document.train.seed == 4
    assert window.transport.seed.text() == "seed 4"


def test_the_file_name_says_whether_it_is_saved(window, tmp_path):
    bar = window.transport
    window.context.document.push("title", lambda d: edits.set_title(d, "Mine"))
    assert bar.file.full_text() == "Mine • modified"
    window.files.save_to(tmp_path / "mine.json")
    assert bar.file.full_text() == "mine.json • saved"


def test_an_experiment_without_a_learning_rate_has_no_slider_for_it(window, monkeypatch):
    monkeypatch.setattr(live_controls, "RATE_NAMES", ("lr",))  # the GAN calls its own differently
    assert window.transport.live.rate.isVisible()
    window.context.document.push("gan", lambda d: edits.set_train(d, experiment="gan", params={}))
    assert not window.transport.live.rate.isVisible()
    assert window.transport.live.optimizer.isVisible()


def test_the_last_numbers_before_a_pause_are_shown(qtbot, ready):
    bar, run = ready.transport, ready.context.run
    run.close()  # nobody else posts from now on
    for step in (1, 2, 3):  # faster than numbers may change
        run.newest = Snapshot(run=1, step=step, seconds=0.0, scalars={})
        run.measured.emit(run.newest)
    qtbot.waitUntil(lambda: bar.steps.number.text() == "3", timeout=5000)


@pytest.fixture
def forger(make_window):
    from playground.document.library import load

    return make_window(edits.set_train(load("gan-ring"), steps=10**9))


def test_the_learning_rate_of_a_forger_can_be_changed_while_it_trains(qtbot, forger):
    rate, run = forger.transport.live.rate, forger.context.run
    assert rate.isVisible()
    assert rate.label.text() == "Generator rate"
    rate.slider.setValue(rate.scale.position(0.1))
    params = forger.context.document.document.train.params
    assert params["lr_generator"] == pytest.approx(0.1, rel=0.05)
    assert "lr" not in params
    forger.context.document.load(forger.context.document.document)
    run.begin()
    wait_for(qtbot, forger, "ready")
    run.play()
    qtbot.waitUntil(lambda: run.step_count > 0, timeout=20_000)
    rate.slider.setValue(rate.scale.position(0.001))
    rate = run.steering.edit.document.train.params["lr_generator"]
    assert rate == pytest.approx(0.001, rel=0.05)


def test_a_device_that_is_not_there_is_refused_with_its_reason(qtbot, ready, monkeypatch):
    from playground.train import devices

    monkeypatch.setattr(devices, "available_devices", lambda: ("auto", "cpu"))
    with qtbot.waitSignal(ready.context.notices.posted) as posted:
        ready.transport.device.choose("cuda")
    assert "cuda" in posted.args[0].casefold()
    assert "cpu" in posted.args[0]
    assert ready.context.run.device == "auto"


def test_a_chosen_device_is_used_by_the_next_run_and_remembered(qtbot, make_window, mlp):
    used = []

    def steps(document, steering, run, device="auto"):
        used.append(device)
        for step in itertools.count():
            snapshot = Snapshot(run=run, step=step, seconds=0.0, scalars={})
            while (yield snapshot):
                pass

    window = make_window(edits.set_train(mlp, steps=10**9), steps=steps)
    run = window.context.run
    run.begin()
    wait_for(qtbot, window, "ready")
    run.step()
    qtbot.waitUntil(lambda: run.step_count == 1, timeout=20_000)
    window.transport.device.choose("cpu")
    assert run.stale
    assert window.transport.stale.isVisible()
    window.transport.stale.click()
    wait_for(qtbot, window, "ready")
    assert used == ["auto", "cpu"]
    assert window.transport.device.text() == "CPU"
    assert window.context.settings.value("device") == "cpu"


def test_a_run_at_its_end_says_so_and_can_go_on(qtbot, make_window, mlp):
    window = make_window(edits.set_train(mlp, steps=3))
    run, told = window.context.run, []
    window.context.notices.posted.connect(lambda text, kind: told.append(text))
    run.begin()
    wait_for(qtbot, window, "ready")
    run.play()
    wait_for(qtbot, window, "ended")
    assert told == ["All steps are done. Play trains on from here."]
    assert window.transport.step_button.isEnabled()
    qtbot.waitUntil(lambda: run.step_count == 3, timeout=20_000)
    window.transport.step_button.click()
    qtbot.waitUntil(lambda: run.step_count == 4, timeout=20_000)


def test_a_run_goes_on_while_its_changed_network_has_problems(qtbot, ready):
    bar, run, model = ready.transport, ready.context.run, ready.context.document
    told = []
    run.happened.connect(told.append)
    run.play()
    qtbot.waitUntil(lambda: run.step_count > 0, timeout=20_000)
    model.push("cut", lambda d: edits.disconnect(d, d.wires[0]))
    assert [event.kind for event in told] == ["note"]
    assert run.steering.edit is None
    assert run.state == "running"
    assert not bar.stale.isVisible()  # it goes on by itself once the network is whole again
    assert not bar.reset_button.isEnabled()
    ready.actions_model.run("run.reset")
    assert run.state == "running"
    model.push("shorter", lambda d: edits.remove_and_reconnect(d, ["act"]))
    model.undo_stack.undo()
    model.undo_stack.undo()
    assert not bar.stale.isVisible()
    model.push("seed", lambda d: edits.set_train(d, seed=9))
    assert bar.stale.isEnabled()
    run.pause()
