"""Looking at earlier steps in the window, and going on from them, with real training."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt

from playground.document import edits
from playground.gui.run_edits import training_part


@pytest.fixture
def training(qtbot, make_window, mlp):
    """A window whose network has made some steps and stands still."""
    window = make_window(edits.set_train(mlp, steps=10**9), steps=None)
    run = window.context.run
    run.begin()
    run.play()
    qtbot.waitUntil(lambda: run.step_count > 200 and len(run.past.kept) > 5, timeout=60_000)
    run.pause()
    yield window
    assert run.close(10.0)


def look(qtbot, window, step):
    past = window.context.run.past
    window.timeline.bar.chosen.emit(step)
    qtbot.waitUntil(lambda: past.shown is not None and past.shown.step == past.wanted, timeout=9000)
    return past.shown


def test_the_views_show_the_past_and_nobody_mistakes_it(qtbot, training):
    run, bar = training.context.run, training.timeline.bar
    seen = []
    run.snapshot.connect(seen.append)
    past = look(qtbot, training, 100)
    assert past.step <= 100 < run.step_count
    assert seen[-1] is past
    assert run.shown is past
    assert f"{past.step:,} of" in training.timeline.badge.text()
    assert "the past" in bar.accessibleDescription()
    assert training.context.cursor.step == past.step
    qtbot.mouseClick(training.timeline.now, Qt.MouseButton.LeftButton)
    assert run.shown is run.newest
    assert "live" in training.timeline.badge.text()
    assert not training.timeline.branch.isVisible()


def test_training_and_its_curves_go_on_meanwhile(qtbot, training):
    run = training.context.run
    past, before = look(qtbot, training, 50), run.step_count
    run.play()
    qtbot.waitUntil(lambda: run.step_count > before + 50, timeout=30_000)
    assert run.shown is past
    assert run.history.curve("loss/train")[0][-1] > before
    assert look(qtbot, training, 0).step == 0


def test_the_keyboard_goes_from_step_to_step(qtbot, training):
    past, bar = training.context.run.past, training.timeline.bar
    bar.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_Home)
    assert past.wanted == 0
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert past.wanted == past.kept[1]
    qtbot.keyClick(bar, Qt.Key.Key_Left)
    assert past.wanted == 0
    qtbot.keyClick(bar, Qt.Key.Key_End)
    assert past.wanted is None


def test_a_branch_is_a_new_run_and_keeps_the_old_curve(qtbot, training):
    context = training.context
    run, old = context.run, context.runs.current
    step = look(qtbot, training, 100).step
    qtbot.mouseClick(training.timeline.branch, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: run.state == "ready", timeout=30_000)
    assert run.step_count == step
    assert context.runs.current is not old
    assert context.runs.current.parent == (old.number, step)
    assert old in context.runs.shown()
    assert old.steps > step
    assert [mark.step for mark in training.timeline.bar.marks if mark.kind == "branch"] == [step]
    run.step()
    qtbot.waitUntil(lambda: run.step_count == step + 1, timeout=30_000)


def test_a_branch_brings_its_document_back_as_one_edit(qtbot, training):
    run, model = training.context.run, training.context.document
    before, step = model.document, run.past.kept[2]
    with qtbot.waitSignal(run.happened, timeout=30_000):
        model.push("wider", lambda d: edits.set_param(d, "hidden", "out_features", 9))
    wider = model.document
    look(qtbot, training, step)
    training.timeline.go_on_from_here()
    qtbot.waitUntil(lambda: run.state == "ready", timeout=30_000)
    assert training_part(model.document) == training_part(before)
    assert training_part(run.trained) == training_part(before)
    assert run.step_count == step
    model.undo_stack.undo()
    assert training_part(model.document) == training_part(wider)


def test_an_edit_while_looking_back_reaches_the_run(qtbot, training):
    run, model = training.context.run, training.context.document
    past = look(qtbot, training, 60)
    with qtbot.waitSignal(run.happened, timeout=30_000) as heard:
        model.push("wider", lambda d: edits.set_param(d, "hidden", "out_features", 7))
    assert heard.args[0].kind == "edited"
    assert run.past.wanted == past.step
    bar = training.timeline.bar
    qtbot.waitUntil(lambda: [mark.kind for mark in bar.marks] == ["edit"])


def test_a_reset_forgets_the_past(qtbot, training):
    run = training.context.run
    look(qtbot, training, 60)
    run.reset()
    assert run.past.kept == ()
    assert run.past.wanted is None
    assert not training.timeline.bar.isEnabled()


@pytest.mark.parametrize(("text", "megabytes"), [("12", 12), ("0", 0), ("-3", 256), ("x", 256)])
def test_the_memory_is_a_setting(make_context, mlp, tmp_path, text, megabytes):
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue("past_mb", text)
    settings.sync()
    assert make_context(mlp).run.steering.memory == megabytes << 20
