"""Looking back in every state in which something is kept, in the thread and in the process."""

from __future__ import annotations

import os
import random
import time

import psutil
import pytest
from PySide6.QtCore import QSettings, Qt

from playground.document import edits
from playground.gui.app import make_context
from playground.gui.main_window import MainWindow
from playground.gui.past_memory import in_use
from playground.gui.settings import Preferences

LONG = 60_000


@pytest.fixture
def make_training(plain_application, qtbot, tmp_path):
    """Make a window whose network trains, with some earlier steps kept."""
    made = []

    def make(document, engine="thread", **settings):
        stored = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        for key, value in settings.items():
            stored.setValue(key, value)
        window = MainWindow(make_context(stored, engine))
        made.append(window)
        window.files.ask = lambda: "discard"
        qtbot.addWidget(window)
        window.appearance.begin("en", "light")
        window.context.document.load(document)
        window.resize(1280, 800)
        window.show()
        qtbot.waitExposed(window)
        run = window.context.run
        run.begin()
        run.play()
        qtbot.waitUntil(lambda: len(run.past.kept) > 5 or run.state == "ended", timeout=LONG)
        return window

    yield make
    for window in made:
        assert window.context.run.close(timeout=20)


@pytest.fixture(params=["thread", "process"])
def engine(request):
    return request.param


@pytest.fixture
def endless(mlp):
    return edits.set_train(mlp, steps=10**9)


def look(qtbot, window, step):
    """Look at a step of the run on the timeline; what was measured there."""
    past = window.context.run.past
    window.timeline.bar.chosen.emit(step)
    qtbot.waitUntil(
        lambda: (
            past.shown is not None
            and (past.shown.run, past.shown.step) == (past.chosen, past.wanted)
        ),
        timeout=LONG,
    )
    return past.shown


def until_kept(qtbot, run, steps=200):
    goal = run.step_count + steps
    qtbot.waitUntil(lambda: run.step_count > goal and len(run.past.kept) > 5, timeout=LONG)


def until_at_rest(qtbot, run):
    """A paused run ends its step by and by: two looks then see the same."""
    seen = -1
    while seen != run.step_count:
        seen = run.step_count
        with qtbot.waitSignal(run.measured, timeout=LONG):
            run.look()


def test_after_a_failure_every_kept_step_can_be_seen(qtbot, make_training, endless, engine):
    window = make_training(endless, engine)
    run = window.context.run
    until_kept(qtbot, run)
    with qtbot.waitSignal(run.ended, timeout=LONG) as ended:
        run.set_weight("hidden", "weight", (0, 0), float("nan"))
    assert ended.args[0] is not None
    assert run.state == "failed"
    seen = []
    run.snapshot.connect(seen.append)
    for step in (0, run.step_count // 2, 3):
        shown = look(qtbot, window, step)
        assert shown.scalars["loss/test"] > 0
        assert shown.arrays
        assert seen[-1] is shown
    assert "the past" in window.timeline.badge.text()
    window.timeline.go_to_now()
    assert run.shown is run.newest
    assert "ended" in window.timeline.badge.text()
    step = look(qtbot, window, 50).step
    window.timeline.go_on_from_here()
    qtbot.waitUntil(lambda: run.state == "ready", timeout=LONG)
    assert run.step_count == step


def test_a_failure_while_one_looks_back_answers_all_the_same(qtbot, make_training, endless):
    window = make_training(endless)
    run = window.context.run
    until_kept(qtbot, run)
    look(qtbot, window, 3)
    with qtbot.waitSignal(run.ended, timeout=LONG):
        run.set_weight("hidden", "weight", (0, 0), float("nan"))
        run.past.look(run.past.kept[2])
    at = run.past.kept[2]
    qtbot.waitUntil(lambda: run.past.shown and run.past.shown.step == at, timeout=LONG)


def test_after_all_steps_and_after_early_stopping(qtbot, make_training, mlp, engine):
    early = edits.set_train_param(edits.set_train(mlp, steps=10**9), "early_stopping", 1)
    early = edits.set_train_param(early, "lr", 0.3)
    for document in (edits.set_train(mlp, steps=400), early):
        window = make_training(document, engine)
        run = window.context.run
        qtbot.waitUntil(lambda run=run: run.state == "ended", timeout=LONG)
        for step in (0, run.step_count // 2):
            assert look(qtbot, window, step).arrays
        assert run.past.shown.step <= run.step_count // 2


def test_a_view_that_opens_after_the_end_sees_the_past_too(qtbot, make_training, endless):
    from playground.telemetry.probes.weights import Weights

    window = make_training(endless)
    run = window.context.run
    until_kept(qtbot, run)
    with qtbot.waitSignal(run.ended, timeout=LONG):
        run.set_weight("hidden", "weight", (0, 0), float("nan"))
    look(qtbot, window, 30)
    run.watch("test", {Weights("hidden")})
    qtbot.waitUntil(lambda: "weights/hidden" in run.past.shown.arrays, timeout=LONG)


def test_a_slow_run_shows_the_past_at_once(qtbot, make_training, endless, engine):
    window = make_training(endless, engine)
    run = window.context.run
    until_kept(qtbot, run)
    run.change(speed=0.02)  # a step in 50 seconds
    look(qtbot, window, 0)
    begun = time.perf_counter()
    for step in (30, 100, 60):
        look(qtbot, window, step)
    assert time.perf_counter() - begun < 50  # none of them has waited for a step
    assert run.state == "running"


def test_an_older_run_stays_on_the_timeline(qtbot, make_training, endless, engine):
    window = make_training(endless, engine)
    context, run = window.context, window.context.run
    until_kept(qtbot, run)
    run.pause()
    until_at_rest(qtbot, run)
    assert run.past.kept[-1] == run.step_count
    old, newest = run.past.chosen, run.step_count
    assert not window.timeline.run_button.isVisible()
    branch_step = look(qtbot, window, run.past.kept[1]).step  # others are kept behind it
    window.timeline.go_on_from_here()
    qtbot.waitUntil(lambda: run.state == "ready", timeout=LONG)
    assert run.past.runs() == [old, old + 1]
    assert window.timeline.run_button.isVisible()
    run.play()
    until_kept(qtbot, run)
    window.timeline.choose_run(old)
    qtbot.waitUntil(lambda: run.past.shown is not None, timeout=LONG)
    assert (run.past.shown.run, run.past.shown.step) == (old, newest)
    assert run.state == "running"  # the current run does not mind
    marks = [mark for mark in window.timeline.bar.marks if mark.kind == "branch"]
    assert [mark.step for mark in marks] == [branch_step]
    later = look(qtbot, window, newest - 1).step
    assert branch_step < later < newest
    window.timeline.go_on_from_here()
    qtbot.waitUntil(lambda: run.newest is not None and run.state != "loading", timeout=LONG)
    assert context.runs.current.parent == (old, later)
    window.timeline.choose_run(old)
    qtbot.mouseClick(window.timeline.now, Qt.MouseButton.LeftButton)
    assert run.past.is_current
    assert run.shown is run.newest


def test_a_reset_keeps_the_old_run_in_sight(qtbot, make_training, endless):
    window = make_training(endless)
    run = window.context.run
    until_kept(qtbot, run)
    run.pause()
    old = run.past.chosen
    run.reset()
    qtbot.waitUntil(lambda: run.state == "ready", timeout=LONG)
    window.timeline.choose_run(old)
    qtbot.waitUntil(lambda: run.past.shown is not None, timeout=LONG)
    assert run.past.shown.run == old
    run.set_memory(0)
    qtbot.waitUntil(lambda: run.past.runs() == [old + 1], timeout=LONG)
    assert run.past.wanted is None


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_what_was_saved_of_a_killed_process_can_be_seen(qtbot, make_training, endless):
    window = make_training(endless, "process")
    run, past = window.context.run, window.context.run.past
    run.change(speed=300.0)
    qtbot.waitUntil(
        lambda: len(run.engine.rescue.shelf.steps.get(past.chosen, ())) > 2, timeout=LONG
    )
    with qtbot.waitSignal(run.ended, timeout=LONG) as ended:
        psutil.Process(run.engine.pid).kill()
    kept = ended.args[0].kept
    assert past.kept
    assert past.kept[-1] == kept.step
    assert set(past.trail.lost).isdisjoint(past.kept)
    assert past.trail.lost
    shown = look(qtbot, window, past.kept[1])
    assert shown.scalars["loss/test"] > 0
    assert shown.arrays
    run.go_on(kept)
    qtbot.waitUntil(lambda: run.state == "running" and run.step_count > kept.step, timeout=LONG)
    assert shown.step in past.kept
    assert look(qtbot, window, shown.step).scalars["loss/test"] == shown.scalars["loss/test"]


def test_hundreds_of_random_scrubs_while_it_trains_is_edited_and_branched(
    qtbot, make_training, endless, engine
):
    window = make_training(endless, engine, past_mb=2)
    context, run, bar = window.context, window.context.run, window.timeline.bar
    dice, answered = random.Random(5), []
    run.snapshot.connect(lambda s: answered.append(s.step) if s.wish else None)
    for turn in range(300):
        bar.chosen.emit(dice.uniform(0, bar.maximum() * 1.02) if dice.random() < 0.9 else None)
        if turn % 60 == 20:
            width = dice.randint(2, 9)
            context.document.push(
                "width", lambda d, w=width: edits.set_param(d, "hidden", "out_features", w)
            )
        if turn % 75 == 50:
            window.timeline.go_on_from_here()
        if turn % 40 == 30:
            window.timeline.choose_run(dice.choice(run.past.runs()))
        dice.choice((run.play, run.play, run.pause))()
        qtbot.wait(1 if dice.random() < 0.7 else 30)
        assert run.state in ("running", "paused", "loading", "ready")
    run.play()
    qtbot.waitUntil(lambda: run.state == "running" and len(run.past.kept) > 2, timeout=LONG)
    shown = look(qtbot, window, run.past.kept[1])
    assert shown.arrays
    assert len(answered) > 20
    assert run.past.nbytes <= 2 << 20


def test_the_memory_is_chosen_beside_the_timeline_and_remembered(qtbot, make_training, endless):
    window = make_training(endless)
    context, run, chip = window.context, window.context.run, window.timeline.memory
    until_kept(qtbot, run)
    chip.menu().aboutToShow.emit()
    assert "of 256 MB" in chip.words.text()
    assert [action.data() for action in chip.choices if action.isChecked()] == [256]
    before = run.past.nbytes
    assert before > 0
    chip.choices[1].trigger()
    assert run.memory == run.steering.memory == 64 << 20
    assert Preferences(context.settings).past_mb == 64
    with qtbot.waitSignal(run.ended, timeout=LONG):
        run.set_weight("hidden", "weight", (0, 0), float("nan"))
    window.actions_model.run("run.memory.0")  # also when no run is there to hear of it
    qtbot.waitUntil(lambda: run.past.nbytes == 0, timeout=LONG)
    assert chip.text() == "0 MB"
    assert not window.timeline.can_look


def test_a_notice_leaves_the_timeline_free(qtbot, make_training, endless):
    window = make_training(endless)
    window.context.notices.post("A sentence about something.", "error")
    strip, timeline = window.strip, window.timeline
    place = strip.geometry()
    foot = timeline.geometry().translated(window.centralWidget().pos())
    assert strip.isVisible()
    assert not place.intersects(foot)


def test_the_table_of_runs_puts_a_run_on_the_timeline(qtbot, make_training, endless):
    window = make_training(endless)
    run, panel = window.context.run, window.runs
    until_kept(qtbot, run)
    run.reset()
    qtbot.waitUntil(lambda: run.state == "ready", timeout=LONG)
    window.docks.show("runs")
    panel.table.selectRow(0)
    panel.more.menu().aboutToShow.emit()
    (action,) = [a for a in panel.more.menu().actions() if "timeline" in a.text()]
    action.trigger()
    old = panel.selected()[0].number
    qtbot.waitUntil(lambda: run.past.shown is not None, timeout=LONG)
    assert run.past.shown.run == run.past.chosen == old


def test_a_network_too_large_for_the_memory_of_the_past_is_said_once(
    qtbot, make_training, endless, engine
):
    window = make_training(endless, engine)
    context, run, told = window.context, window.context.run, []
    run.happened.connect(lambda event: told.append(event.text))
    run.memory = run.steering.memory = 1000
    qtbot.waitUntil(lambda: run.past.needs > 1000 and not run.past.kept, timeout=LONG)
    step = run.step_count
    qtbot.waitUntil(lambda: run.step_count > step + 50, timeout=LONG)
    assert len(told) == 1
    assert "No earlier steps are kept" in told[0]
    assert "No earlier steps are kept" in in_use(run.past, 1)
    run.set_memory(256)
    qtbot.waitUntil(lambda: len(run.past.kept) > 3, timeout=LONG)
    assert not run.past.needs
    assert context.document.document == endless
