"""What all lenses have in common."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete

from playground.document import edits
from playground.gui.lenses.base import Lens
from playground.gui.selection import Sample
from playground.registry import lenses
from playground.telemetry.probes.activations import Activations
from playground.telemetry.probes.weights import Weights
from playground.telemetry.snapshot import Snapshot

KEYS = list(lenses)
WAITING = [key for key in KEYS if lenses.get(key).needs_run]


@pytest.mark.parametrize("key", KEYS)
def test_a_lens_asks_for_probes_only_while_it_is_visible(qtbot, context, key):
    context.doctor.set_enabled(False)  # it looks at every run
    view = lenses.get(key)(context)
    qtbot.addWidget(view)
    assert not context.run.steering.probes
    view.show()
    assert context.run.steering.probes == frozenset(view.probes())
    view.hide()
    assert not context.run.steering.probes


@pytest.mark.parametrize("key", KEYS)
def test_nothing_of_a_lens_is_a_window_for_a_moment(qtbot, context, key):
    made = []

    class Windows(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
                made.append(watched)
            return False

    windows = Windows()
    QApplication.instance().installEventFilter(windows)
    qtbot.addWidget(lenses.get(key)(context))
    QApplication.instance().removeEventFilter(windows)
    assert made == []


@pytest.mark.parametrize("key", KEYS)
def test_a_lens_that_is_deleted_hears_no_more(context, key):
    view = lenses.get(key)(context)
    delete(view)
    document = context.document
    document.changed.emit(document.document, document.document)
    document.report_changed.emit(document.report)
    context.runs.changed.emit()
    context.cursor.set(1)


@pytest.mark.parametrize("key", WAITING)
def test_an_empty_lens_says_what_it_waits_for(qtbot, context, key):
    view = lenses.get(key)(context)
    qtbot.addWidget(view)
    view.show()
    context.run.snapshot.emit(Snapshot(run=1, step=0, seconds=0.0, scalars={}))
    assert view._stack.currentWidget() is view._message
    assert len(view._message.text()) > 20


@pytest.mark.parametrize("key", KEYS)
def test_theme_and_language_change_while_it_is_open(qtbot, context, key):
    view = lenses.get(key)(context)
    qtbot.addWidget(view)
    view.show()
    context.theme.set_mode("dark")
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    context.theme.set_mode("light")
    view.grab()


def test_a_broken_lens_shows_its_error_and_the_others_live_on(qtbot, context):
    class Broken(Lens):
        key, title = "broken", "Broken"

        def on_snapshot(self, snapshot):
            raise RuntimeError("boom")

    view = Broken(context)
    qtbot.addWidget(view)
    view.show()
    context.run.snapshot.emit(Snapshot(run=1, step=0, seconds=0.0, scalars={}))
    assert "boom" in view._message.text()


def test_block_lenses_follow_the_selection_and_survive_its_deletion(qtbot, context):
    view = lenses.get("weights")(context)
    qtbot.addWidget(view)
    view.show()
    assert view.shown == "hidden"
    context.selection.set(["out"])
    assert view.shown == "out"
    context.selection.set(["act"])  # has no weights: the picture stays
    assert view.shown == "out"
    context.document.push("delete", lambda d: edits.remove_nodes(d, ["out"]))
    assert view.shown == "hidden"
    context.document.push("delete", lambda d: edits.remove_nodes(d, ["hidden"]))
    assert view.shown == ""


def test_a_lens_draws_an_array_once(qtbot, context):
    drawn = []

    class Counting(Lens):
        key, title = "counting", "Counting"

        def probes(self):
            return (Weights(node="out"),)

        def on_snapshot(self, snapshot):
            drawn.append(snapshot.step)
            return True

    view = Counting(context)
    qtbot.addWidget(view)
    view.show()
    arrays = {"weights/out": np.ones((2, 2), dtype=np.float32)}
    for step, now in enumerate((arrays, arrays, {"weights/out": np.ones((2, 2))})):
        context.run.snapshot.emit(
            Snapshot(run=1, step=step, seconds=0.0, scalars={}, arrays=dict(now))
        )
    assert drawn == [0, 2]


def test_a_click_on_a_test_prediction_follows_that_sample(qtbot, context):
    view = lenses.get("predictions")(context)
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    arrays = {
        "predictions/probabilities": np.array([[0.9, 0.1], [0.2, 0.8]], np.float32),
        "predictions/targets": np.array([0, 0]),
        "predictions/inputs": np.zeros((2, 2), np.float32),
    }
    context.run.snapshot.emit(Snapshot(run=1, step=0, seconds=0.0, scalars={}, arrays=arrays))
    at = view.tiles.rectangles()[0].center().toPoint()  # the wrong one comes first
    qtbot.mouseClick(view.tiles, Qt.MouseButton.LeftButton, pos=at)
    assert context.selection.sample == Sample("test", 1)


def test_the_activations_are_those_of_the_sample_of_the_cards(qtbot, context):
    context.doctor.set_enabled(False)  # it looks at every run
    view = lenses.get("activations")(context)
    qtbot.addWidget(view)
    view.show()
    context.selection.follow(Sample("test", 5))
    assert context.run.steering.probes == {Activations(sample=5, split="test")}


def test_a_confusion_has_room_for_the_names_of_its_classes(qtbot, context):
    view = lenses.get("confusion")(context)
    qtbot.addWidget(view)
    view.matrix.resize(300, 240)
    view.matrix.set_counts(np.eye(2, dtype=np.int64), ("malignant", "benign"))
    wide = view.matrix.label_width()
    assert wide >= QFontMetricsF(view.matrix.small_font()).horizontalAdvance("malignant")
    assert view.matrix.area().left() > wide


def test_a_broken_lens_is_logged_once_not_at_each_frame(qtbot, context, caplog):
    class Broken(Lens):
        key, title = "broken", "Broken"

        def on_snapshot(self, snapshot):
            raise RuntimeError("boom")

    view = Broken(context)
    qtbot.addWidget(view)
    view.show()
    for step in range(5):
        context.run.snapshot.emit(Snapshot(run=1, step=step, seconds=0.0, scalars={}))
    assert len([r for r in caplog.records if r.exc_info]) == 1


@pytest.mark.parametrize("key", WAITING)
def test_a_lens_of_a_broken_network_asks_for_its_repair(qtbot, context, key):
    view = lenses.get(key)(context, "hidden")
    qtbot.addWidget(view)
    view.show()
    context.document.push("cut", lambda d: edits.disconnect(d, d.wires[0]))
    context.run.reset()
    assert view._message.text().startswith("Repair the network first")
    context.document.undo_stack.undo()
    context.run.reset()
    assert view._message.text() == view.waits_for()


@pytest.mark.parametrize("key", ["loss", "metrics"])
def test_curves_opened_late_show_what_the_run_did_so_far(qtbot, context, key):
    context.run.history.extend([(s, {"loss/test": 1.0, "accuracy/test": 0.5}) for s in range(5)])
    view = lenses.get(key)(context)
    qtbot.addWidget(view)
    assert list(view.curves["test"].getData()[0]) == list(range(5))
