"""A window's models without a window: a document, a run fed by hand, a theme."""

from __future__ import annotations

import gc
import itertools

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from playground.document.model import Document
from playground.gui.context import Context
from playground.gui.document_model import DocumentModel
from playground.gui.garbage import collect
from playground.gui.run_model import RunModel
from playground.gui.selection import Selection
from playground.gui.theme import Theme
from playground.telemetry.snapshot import Snapshot

MLP = {
    "title": "Two moons",
    "data": {"dataset": "moons"},
    "nodes": [
        {"id": "x", "block": "input", "at": [0, 0]},
        {"id": "hidden", "block": "linear", "params": {"out_features": 4}, "at": [220, 0]},
        {"id": "act", "block": "tanh", "at": [440, 0]},
        {"id": "out", "block": "linear", "params": {"out_features": 2}, "at": [660, 0]},
    ],
    "wires": [["x.out", "hidden.in"], ["hidden.out", "act.in"], ["act.out", "out.in"]],
    "train": {"models": {"main": {"input": "x", "output": "out"}}, "steps": 200, "seed": 3},
}


PATIENCE_MS = 60_000  # what comes at all comes before, on a loaded machine, too


class PatientBot(QtBot):
    """Waits as long as a loaded machine may take: what is tested is that something comes, not when.

    A wait that succeeds ends at once, so patience costs nothing.
    """

    def waitUntil(self, callback, *, timeout=PATIENCE_MS):
        super().waitUntil(callback, timeout=max(timeout, PATIENCE_MS))

    def waitSignal(self, signal, *, timeout=PATIENCE_MS, **options):
        return super().waitSignal(signal, timeout=max(timeout, PATIENCE_MS), **options)

    def waitExposed(self, widget, *, timeout=PATIENCE_MS):
        return super().waitExposed(widget, timeout=max(timeout, PATIENCE_MS))


@pytest.fixture
def qtbot(qapp, request):
    """A `QtBot` that no load of the machine makes fail."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def torch_loaded():
    """Load what a run loads, once: no test waits for that within the time it gives a run."""
    import playground.train.time_machine
    import playground.train.worker  # noqa: F401 - loaded, not used


def endless(document, steering, run):
    """A session without torch: fast, deterministic, and it can be looked at like a real one."""
    for step in itertools.count(0):
        scalars = {"loss/train": 1 / (step + 1)}
        snapshot = Snapshot(run=run, step=step, seconds=0.0, scalars=scalars)
        while (yield snapshot):
            pass


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard(qapp):
    """Leave nothing on the clipboard: off screen it outlives Python, what Python put there not."""
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def collect_between_tests(qapp):
    """No widget dies of a garbage collection in mid-event: as in the program (`gui/garbage.py`)."""
    gc.disable()
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    collect()
    gc.enable()


@pytest.fixture
def mlp() -> Document:
    return Document(**MLP)


@pytest.fixture
def make_context(qtbot, tmp_path, torch_loaded):
    """Make a `Context` around a document; runs end with the test."""
    made = []

    def make(document: Document | None = None, steps=endless) -> Context:
        model = DocumentModel()
        if document is not None:
            model.load(document)
        run = RunModel(model, make_steps=steps)
        settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        context = Context(model, run, Selection(), Theme(), settings)
        made.append(context)
        return context

    yield make
    for context in made:
        assert context.run.close(timeout=60)


@pytest.fixture
def plain_application(qapp):
    """Deletes the windows of a test for good. Asked for before `qtbot`, it ends after it.

    The application keeps the style of the window: to restyle widgets that are about to be deleted
    has crashed Qt.
    """
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def make_window(plain_application, qtbot, make_context):
    """Make a main window that is on screen; nothing in it ever asks a question that waits."""
    from playground.gui.main_window import MainWindow

    def make(document: Document | None = None, **options) -> MainWindow:
        window = MainWindow(make_context(document, **options))
        window.files.ask = lambda: "discard"
        qtbot.addWidget(window)
        window.appearance.begin("en", "light")
        window.resize(1280, 800)
        window.show()
        qtbot.waitExposed(window)
        return window

    return make


@pytest.fixture
def window(make_window, mlp):
    return make_window(mlp)


@pytest.fixture
def context(make_context, mlp) -> Context:
    return make_context(mlp)
