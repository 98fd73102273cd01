"""The window may be closed at any moment: no wait over two seconds, nothing is left."""

from __future__ import annotations

import time

import psutil
import pytest
from PySide6.QtCore import QSettings

from playground.document import edits
from playground.gui.app import make_context
from playground.gui.main_window import MainWindow

LIMIT = 60_000
AT_MOST_S = 2.0


def at_once(_qtbot, _run):
    """Before anything is loaded."""


def loading(_qtbot, run):
    run.begin()


def starting(qtbot, run):
    run.begin()
    qtbot.waitUntil(lambda: run._worker is not None, timeout=LIMIT)


def training(qtbot, run):
    run.begin()
    run.play()
    qtbot.waitUntil(lambda: run.step_count > 5, timeout=LIMIT)


def paused(qtbot, run):
    training(qtbot, run)
    run.pause()


def looking_back(qtbot, run):
    training(qtbot, run)
    run.past.look(run.step_count // 2)


def resetting(qtbot, run):
    training(qtbot, run)
    run.reset()


MOMENTS = (at_once, loading, starting, training, paused, looking_back, resetting)


@pytest.mark.parametrize("engine", ["thread", "process"])
@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment.__name__)
def test_closing_the_window_takes_no_time_and_leaves_nothing(
    plain_application, qtbot, tmp_path, mlp, moment, engine
):
    before = {p.pid for p in psutil.Process().children(recursive=True)}
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(make_context(settings, engine))
    window.files.ask = lambda: "discard"
    qtbot.addWidget(window)
    window.context.document.load(edits.set_train(mlp, steps=10**9))
    window.show()
    qtbot.waitExposed(window)
    moment(qtbot, window.context.run)
    start = time.perf_counter()
    window.close()
    waited = time.perf_counter() - start
    assert not window.isVisible()
    assert waited < AT_MOST_S  # not a speed: a hang
    assert window.context.run.close(timeout=20)
    qtbot.waitUntil(
        lambda: not {p.pid for p in psutil.Process().children(recursive=True)} - before,
        timeout=10_000,
    )
