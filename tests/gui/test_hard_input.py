"""What users do to a running training that no training survives; the window and the work do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings

from playground.document import edits
from playground.document.format import writes
from playground.document.model import Node
from playground.gui.app import make_context
from playground.gui.main_window import MainWindow

LONG = 60_000


@pytest.fixture(params=["thread", "process"])
def window(request, plain_application, qtbot, tmp_path, mlp):
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(make_context(settings, request.param))
    window.files.ask = lambda: "discard"
    qtbot.addWidget(window)
    window.context.document.load(edits.set_train(mlp, steps=10**9))
    window.show()
    yield window
    assert window.context.run.close(timeout=60)


@pytest.fixture
def told(window):
    texts = []
    window.context.notices.posted.connect(lambda text, kind: texts.append((kind, text)))
    return texts


def train(qtbot, window, steps=30):
    run = window.context.run
    if run.state not in ("ready", "running"):
        run.begin()
    run.play()
    goal = run.step_count + steps
    qtbot.waitUntil(lambda: run.step_count > goal, timeout=LONG)
    return run


def table(path, rows=60):
    lines = [f"{i % 7},{i % 5},{'a' if i % 2 else 'b'}" for i in range(rows)]
    path.write_text("\n".join(["p,q,kind", *lines]))
    return path


def test_a_learning_rate_of_a_million_breaks_the_numbers_and_nothing_else(qtbot, window):
    # a classifier with tanh stays finite at any rate, and so does Adam: squared errors do not
    doc = window.context.document.document
    doc = edits.set_data(doc, "plane", {})
    doc = edits.set_train_param(edits.set_train_param(doc, "loss", "mse"), "optimizer", "sgd")
    doc = edits.set_param(doc, "out", "out_features", 1)
    doc = edits.replace_node(doc, Node(id="act", block="relu", at=doc.node("act").at))
    window.context.document.load(doc)
    run, before = train(qtbot, window), writes(window.context.document.document)
    with qtbot.waitSignal(run.ended, timeout=LONG):
        run.change(lr=1e6)
    assert run.state == "failed"
    assert run.last_good is not None
    assert writes(window.context.document.document) == before
    good = run.last_good
    run.change(lr=None)
    run.go_back()
    qtbot.waitUntil(lambda: run.state == "running" and run.step_count > good + 20, timeout=LONG)


def test_a_dataset_whose_file_is_gone_is_named_at_the_next_start(qtbot, tmp_path, window, told):
    path = table(tmp_path / "points.csv")
    doc = window.context.document.document
    doc = edits.set_data(doc, "csv", {"path": str(path), "target": "kind"})
    window.context.document.load(doc)
    run = train(qtbot, window)
    path.unlink()
    stood = run.step_count
    qtbot.waitUntil(lambda: run.step_count > stood + 20, timeout=LONG)  # the data are in memory
    run.reset()
    run.play()
    qtbot.waitUntil(lambda: run.state in ("failed", "broken"), timeout=LONG)
    words = [p.text for p in window.context.document.report.problems] + [str(run.failure)]
    assert any("points.csv" in text for text in words)
    assert window.context.document.document is not None
    table(path)
    window.context.document.recheck()
    run.reset()
    train(qtbot, window)
