"""The loss landscape of a real training, on a thread and in a process of its own."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QSettings

from playground.document import edits
from playground.document.model import Document
from playground.gui.app import make_context
from playground.registry import lenses
from playground.telemetry.probes.landscape import DONE
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


def finish(view, qtbot):
    qtbot.waitUntil(lambda: int(view._state[0]) == DONE and view._state[1] == 1.0, timeout=LONG)


def test_both_planes_are_computed_beside_the_training_and_never_while_hidden(context, qtbot):
    run = context.run
    run.play()
    qtbot.waitUntil(lambda: run.step_count > 200, timeout=LONG)
    run.change(speed=100.0)  # the landscape stands back behind a training at full speed
    view = lenses.get("landscape")(context)
    qtbot.addWidget(view)
    assert not any(probe.name == "landscape" for probe in run.steering.probes)
    view.show()
    finish(view, qtbot)
    assert view.losses.shape == (25, 25)
    assert np.isfinite(view.losses).all()
    assert "mislead" in view.caption.full_text()

    view.choice.setCurrentIndex(1)
    view.choice.activated.emit(1)
    qtbot.waitUntil(lambda: view._state[4] == view._ticket == 1, timeout=LONG)
    finish(view, qtbot)
    assert view._state[5] == 1
    assert len(view.path) > 2
    assert view.path[0, 0] < view.path[-1, 0]

    run.pause()
    qtbot.waitUntil(lambda: run.state == "paused", timeout=LONG)
    earlier = run.past.kept[1]
    run.past.look(earlier)
    qtbot.waitUntil(lambda: run.past.shown and run.past.shown.step == earlier, timeout=LONG)
    wanted = int(np.abs(view.path[:, 0] - earlier).argmin())
    assert wanted < len(view.path) - 1
    qtbot.waitUntil(lambda: view.map.marked == wanted, timeout=LONG)
    run.past.back_to_now()
    qtbot.waitUntil(lambda: view.map.marked == len(view.path) - 1, timeout=LONG)

    view.hide()
    assert not any(probe.name == "landscape" for probe in run.steering.probes)
