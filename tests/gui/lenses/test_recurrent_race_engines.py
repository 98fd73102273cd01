"""Three recurrent networks beside a real training, on a thread and in a process of its own."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from PySide6.QtCore import QSettings

from playground.document import edits
from playground.document.model import Document
from playground.gui.app import make_context
from playground.registry import lenses
from tests.gui.conftest import MLP

LONG = 60_000


@pytest.fixture(params=["thread", "process"])
def context(request, plain_application, qtbot, tmp_path):
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    context = make_context(settings, request.param)
    context.document.load(edits.set_train(Document.model_validate(MLP), steps=10**9))
    qtbot.waitUntil(lambda: context.document.report.ok, timeout=LONG)
    context.run.begin()
    qtbot.waitUntil(lambda: context.run.state == "ready", timeout=LONG)
    yield context
    assert context.run.close(timeout=20)
    qtbot.waitUntil(lambda: not racing(), timeout=LONG)


def racing():
    return [t for t in threading.enumerate() if t.name == "recurrent race"]


def step_of(view):
    state = view.arrays.get("recurrent_race/state")
    return -1 if state is None else int(state[1])


def test_it_races_at_rest_beside_the_training_and_in_pauses_but_never_hidden(context, qtbot):
    run = context.run
    view = lenses.get("recurrent_race")(context)
    qtbot.addWidget(view)
    assert not any(probe.name == "recurrent_race" for probe in run.steering.probes)
    view.lag = 5
    view.show()
    qtbot.waitUntil(lambda: step_of(view) > 2, timeout=LONG)  # before the first step of the run
    assert run.step_count == 0

    run.play()
    run.change(speed=100.0)
    qtbot.waitUntil(lambda: run.step_count > 20, timeout=LONG)
    before = step_of(view)
    qtbot.waitUntil(lambda: step_of(view) > before + 2, timeout=LONG)

    run.pause()
    qtbot.waitUntil(lambda: run.state == "paused", timeout=LONG)
    before = step_of(view)
    qtbot.waitUntil(lambda: step_of(view) > before + 2, timeout=LONG)
    assert np.isfinite(view.arrays["recurrent_race/speed"]).all()

    view.toggle()
    qtbot.waitUntil(lambda: view.arrays["recurrent_race/state"][0] == 1, timeout=LONG)
    view.toggle()
    view.choose("delayed_recall")
    qtbot.waitUntil(lambda: view.arrays["recurrent_race/state"][4] == 1, timeout=LONG)

    view.hide()
    qtbot.waitUntil(lambda: not racing(), timeout=LONG)
    assert not any(probe.name == "recurrent_race" for probe in run.steering.probes)


def test_another_run_or_document_ends_the_race_and_begins_one(context, qtbot):
    run = context.run
    view = lenses.get("recurrent_race")(context)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: step_of(view) >= 0, timeout=LONG)
    old = racing()  # none where another process does it
    run.reset()
    assert not view.is_filled
    qtbot.waitUntil(lambda: step_of(view) >= 0, timeout=LONG)
    qtbot.waitUntil(lambda: not any(t.is_alive() for t in old), timeout=LONG)
    old = racing()
    context.document.load(Document.model_validate({**MLP, "title": "Another"}))
    run.reset()
    qtbot.waitUntil(lambda: step_of(view) >= 0, timeout=LONG)
    qtbot.waitUntil(lambda: not any(t.is_alive() for t in old), timeout=LONG)
