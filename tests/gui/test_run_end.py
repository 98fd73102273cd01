"""A run whose numbers broke stays: look back, go back to the last good step, or begin anew."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QPushButton

from playground.document import edits
from playground.gui.app import make_context
from playground.gui.main_window import MainWindow

LONG = 60_000


@pytest.fixture(params=["thread", "process"])
def window(request, plain_application, qtbot, tmp_path, mlp):
    """A window whose run has just broken: a weight is no number any more."""
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(make_context(settings, request.param))
    window.files.ask = lambda: "discard"
    qtbot.addWidget(window)
    window.appearance.begin("en", "light")
    window.context.document.load(edits.set_train(mlp, steps=10**9))
    window.show()
    qtbot.waitExposed(window)
    run = window.context.run
    run.begin()
    run.play()
    qtbot.waitUntil(lambda: len(run.past.kept) > 5, timeout=LONG)
    with qtbot.waitSignal(run.ended, timeout=LONG):
        run.set_weight("hidden", "weight", (0, 0), math.nan)
    yield window
    assert run.close(timeout=20)


def button(window, words):
    buttons = window.run_end.offer.findChildren(QPushButton)
    return next(b for b in buttons if words in b.text())


def test_the_broken_run_offers_its_last_good_step_and_goes_on_there(qtbot, window):
    run = window.context.run
    assert run.state == "failed"
    number, broke = run.past.chosen, run.failure.step
    good = run.last_good
    assert good in run.past.kept
    assert good <= broke - 2
    back = button(window, f"step {good:,} and go on")
    window.grab()
    back.click()
    assert window.run_end.offer is None
    assert run.failure is None
    qtbot.waitUntil(lambda: run.state == "running" and run.step_count > broke, timeout=LONG)
    assert run.parent_run == (number, good)
    assert [record.number for record in window.context.runs.others] == [number]
    assert math.isfinite(run.history.last("loss/train"))


def test_play_asks_instead_of_dropping_what_was_learned(qtbot, window):
    run = window.context.run
    button(window, "Not now").click()
    assert window.run_end.offer is None
    number, steps = run.past.chosen, run.step_count
    run.play()
    assert run.state == "failed"
    assert (run.past.chosen, run.step_count) == (number, steps)
    assert window.run_end.offer is not None
    button(window, "Start anew").click()
    qtbot.waitUntil(lambda: run.state == "running" and run.step_count > 3, timeout=LONG)
    assert run.parent_run is None


def test_the_repair_of_the_doctor_and_the_way_back_are_one_click(qtbot, window):
    context = window.context
    run, finding = context.run, context.doctor.findings[0]
    assert finding.kind == "not_finite"
    fix, broke = finding.fixes[0], run.failure.step
    before = context.document.document
    button(window, fix.title).click()
    assert context.document.document == fix.edit(before)
    qtbot.waitUntil(lambda: run.step_count > broke, timeout=LONG)
    qtbot.waitUntil(lambda: run.trained == context.document.document, timeout=LONG)
    context.document.undo_stack.undo()
    assert context.document.document == before


def test_an_earlier_step_of_the_broken_run_is_looked_at_and_the_offer_stays(qtbot, window):
    run = window.context.run
    good = run.last_good
    run.past.look(good)
    qtbot.waitUntil(lambda: run.past.shown is not None, timeout=LONG)
    assert run.past.shown.step == good
    assert math.isfinite(run.past.shown.scalars["loss/test"])
    button(window, "and go on").click()
    qtbot.waitUntil(lambda: run.state == "running", timeout=LONG)
    assert run.past.wanted is None
