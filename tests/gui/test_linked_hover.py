"""Linked hover: what is pointed at in one view lights up in the others, and goes out again."""

from __future__ import annotations

import pkgutil

import numpy as np
import pytest
from PySide6.QtCore import SIGNAL, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

import playground.gui.lenses
from playground.document.library import load
from playground.document.model import Document
from playground.gui.cursor import Unit
from playground.gui.selection import Sample
from playground.gui.widgets.tiles import Spot
from playground.registry import lenses
from playground.telemetry.snapshot import Snapshot

SIGNALS = {
    "step": "moved()",
    "sample": "sample_moved()",
    "label": "label_moved()",
    "unit": "unit_moved()",
    "place": "place_moved()",
}

# what each lens lights up when another view points at it
LIGHTS = {
    "activations": {"unit"},
    "attention": {"step"},  # its curves; where it is pointed at, cards light up
    "backprop": {"unit"},
    "calibration": {"sample"},  # rings the bin it lies in; a bin itself is none of the kinds
    "class_scores": {"label"},
    "confusion": {"label", "sample"},
    "dead_units": {"unit"},
    "denoising": set(),  # what comes out of noise is no sample of the data
    "drawing": {"unit", "label"},  # pixels are numbers of the input, bars are classes
    "embedding": {"sample", "label"},
    "film": {"step"},
    "forecast": {"sample"},  # test samples are steps of the series
    "gan_plane": {"sample"},  # real ones, and the one nearest to a generated one
    "gates": {"unit", "place"},  # numbers of the output are states; steps are columns
    "gradient_depth": {"unit"},
    "landscape": {"step"},
    "latent_pad": {"sample"},  # the training sample that is nearest to the generated one
    "latent_plane": {"sample", "label"},
    "logit_lens": {"unit"},  # a layer's output, or a step of it
    "loss": {"step"},
    "memory": {"place"},  # steps of a sequence: no steps of the training
    "metrics": {"step"},
    "neurons": {"unit", "sample"},
    "predictions": {"sample", "label"},
    "race": set(),  # optimisers on surfaces of their own: not this run's steps
    "reconstructions": {"sample"},
    "recurrent_race": set(),  # networks of its own: not this run's steps
    "residuals": {"sample"},
    "ridges": {"step"},
    "samples": {"sample"},  # the real ones; generated ones are no samples of the data
    "scores": {"sample"},  # the verdict on a training sample; a bin is none of the kinds
    "states": {"place"},  # steps of a sequence
    "surface": {"sample", "label"},
    "updates": {"step"},
    "weights": {"unit"},
    "writer": set(),  # tokens of a text of its own: no samples of the data
}


def test_each_lens_declares_what_it_lights():
    files = {m.name for m in pkgutil.iter_modules(playground.gui.lenses.__path__)}
    keys = {name for name in files if not name.startswith("_")} - {"base"}
    assert keys <= set(LIGHTS)
    assert set(LIGHTS) == {key for key in LIGHTS if lenses.get(key)}


@pytest.mark.parametrize("key", sorted(LIGHTS))
def test_a_lens_listens_to_exactly_what_it_lights(key, qtbot, context):
    def ears():
        return {kind: context.cursor.receivers(SIGNAL(s)) for kind, s in SIGNALS.items()}

    before = ears()
    view = lenses.get(key)(context, "")
    qtbot.addWidget(view)
    after = ears()
    assert {kind for kind in SIGNALS if after[kind] > before[kind]} == LIGHTS[key]


@pytest.fixture
def open_(qtbot, context):
    def open_(key, arrays, node=""):
        view = lenses.get(key)(context, node)
        qtbot.addWidget(view)
        view.resize(420, 320)
        view.show()
        qtbot.waitExposed(view)
        context.run.snapshot.emit(Snapshot(run=1, step=1, seconds=0.0, scalars={}, arrays=arrays))
        return view

    return open_


def move(widget, at):
    """The pointer moves there, as the window system would say it."""
    button = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        button,
        button,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def leave(widget):
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


# lens, arrays, cell that is pointed at, what the cursor then says, what is lit: tiles, spot
CELLS = [
    ("activations", {"activations/hidden": (4,)}, (0, 0, 2), (2,), set(), Spot(0, 0, 2)),
    ("activations", {"activations/hidden": (3, 4, 5)}, (1, 2, 3), (1, 2, 3), set(), Spot(1, 2, 3)),
    ("weights", {"weights/hidden": (4, 2)}, (0, 3, 1), (3,), set(), Spot(0, 3)),
    ("dead_units", {"silent/hidden": (6,)}, (0, 0, 4), (4,), set(), Spot(0, 0, 4)),
]


@pytest.mark.parametrize(("key", "shapes", "cell", "index", "tiles", "spot"), CELLS)
def test_cells_point_at_units_and_units_light_cells(
    key, shapes, cell, index, tiles, spot, open_, context
):
    arrays = {name: np.linspace(0, 1, int(np.prod(s))).reshape(s) for name, s in shapes.items()}
    view = open_(key, arrays, "hidden")
    number, row, column = cell
    rect = view.tiles.rectangles()[number]
    rows, columns = view.tiles.tiles[number].values.shape
    at = QPointF(
        rect.left() + (column + 0.5) * rect.width() / columns,
        rect.top() + (row + 0.5) * rect.height() / rows,
    )
    move(view.tiles, at.toPoint())
    assert context.cursor.unit == Unit("hidden", index)
    assert (view.tiles.lit, view.tiles.spot) == (tiles, spot)
    leave(view.tiles)
    assert context.cursor.unit is None
    assert (view.tiles.lit, view.tiles.spot) == (set(), None)
    context.cursor.set_unit(Unit("hidden", index))
    assert (view.tiles.lit, view.tiles.spot) == (tiles, spot)
    context.cursor.set_unit(Unit("another", index))
    assert (view.tiles.lit, view.tiles.spot) == (set(), None)


def test_a_map_lights_its_whole_picture(open_, context):
    view = open_("activations", {"activations/hidden": np.zeros((3, 4, 5))}, "hidden")
    context.cursor.set_unit(Unit("hidden", (2,)))
    assert (view.tiles.lit, view.tiles.spot) == ({2}, None)
    context.cursor.set_unit(Unit("hidden", (7,)))
    assert view.tiles.lit == set()


def test_a_unit_lights_all_its_kernels_or_none_that_are_not_there(open_, context):
    view = open_("weights", {"weights/hidden": np.zeros((4, 2))}, "hidden")
    context.cursor.set_unit(Unit("hidden", (9,)))
    assert view.tiles.outline(view.tiles.spot) is None


@pytest.fixture
def plane(open_):
    x = np.array([[-0.5, -0.5], [0.5, 0.5], [0.5, -0.5]], dtype=np.float32)
    return open_(
        "surface",
        {
            "surface/values": np.full((8, 8, 2), 0.5, np.float32),
            "surface/extent": np.array([-1.0, 1.0, -1.0, 1.0]),
            "data/train_x": x,
            "data/train_y": np.array([0, 1, 1]),
            "data/test_x": -x[:2] + np.float32([0.2, 0.0]),
            "data/test_y": np.array([1, 0]),
        },
    )


def lit(view):
    return [tuple(round(float(v), 3) for v in p) for p in zip(*view.lit.getData(), strict=True)]


@pytest.mark.parametrize(
    ("sample", "place"),
    [(Sample("train", 2), (0.5, -0.5)), (Sample("test", 1), (-0.3, -0.5))],
)
def test_dots_of_the_surface_are_samples(plane, sample, place, context):
    view = plane.plot.getViewBox()
    at = plane.plot.mapFromScene(view.mapViewToScene(QPointF(*place)))
    move(plane.plot.viewport(), at)
    assert context.cursor.sample == sample
    assert lit(plane) == [place]
    leave(plane.plot)
    assert context.cursor.sample is None
    assert lit(plane) == []


def test_the_surface_lights_a_class_and_only_what_is_seen(plane, context):
    context.cursor.set_label(1)
    assert sorted(lit(plane)) == [(0.5, -0.5), (0.5, 0.5), (0.7, 0.5)]
    plane.tested.setChecked(False)
    assert sorted(lit(plane)) == [(0.5, -0.5), (0.5, 0.5)]
    context.cursor.set_label(None)
    assert lit(plane) == []


REGRESSION = {
    "data": {"dataset": "diabetes"},
    "nodes": [
        {"id": "x", "block": "input"},
        {"id": "out", "block": "linear", "params": {"out_features": 1}, "at": [220, 0]},
    ],
    "wires": [["x.out", "out.in"]],
    "train": {"models": {"main": {"input": "x", "output": "out"}}},
}


@pytest.mark.parametrize(("key", "plot"), [("predictions", "plot"), ("residuals", "cloud")])
def test_points_of_a_regression_are_samples(key, plot, qtbot, make_context):
    context = make_context(Document(**REGRESSION))
    view = lenses.get(key)(context, "")
    qtbot.addWidget(view)
    view.resize(420, 320)
    view.show()
    qtbot.waitExposed(view)
    arrays = {
        "predictions/values": np.float32([[0.0], [np.nan], [2.0], [1.0]]),
        "predictions/targets": np.float32([[0.0], [1.0], [1.0], [3.0]]),
        "predictions/inputs": np.zeros((4, 10), np.float32),
    }
    context.run.snapshot.emit(Snapshot(run=1, step=1, seconds=0.0, scalars={}, arrays=arrays))
    place = (1.0, 2.0) if key == "predictions" else (1.0, 1.0)  # of sample 2
    target = getattr(view, plot)
    dark = target.grab().toImage()
    at = target.mapFromScene(target.getViewBox().mapViewToScene(QPointF(*place)))
    move(target.viewport(), at)
    assert context.cursor.sample == Sample("test", 2)
    assert lit(view) == [place]
    assert target.grab().toImage() != dark
    leave(view)
    assert context.cursor.sample is None
    assert lit(view) == []
    assert target.grab().toImage() == dark
    context.cursor.set_sample(Sample("test", 2))
    assert lit(view) == [place]
    context.cursor.set_sample(Sample("train", 2))
    assert lit(view) == []
    context.cursor.set_sample(Sample("test", 1))  # its answer is NaN: it is not drawn
    assert lit(view) == []


def test_a_view_that_is_hidden_under_the_pointer_lets_go(open_, context):
    view = open_("activations", {"activations/hidden": np.zeros(4)}, "hidden")
    QApplication.sendEvent(view, QEvent(QEvent.Type.Enter))
    context.cursor.set_unit(Unit("hidden", (2,)))
    context.cursor.set_label(1)
    view.hide()
    assert (context.cursor.unit, context.cursor.label) == (None, None)


def test_a_view_that_is_hidden_elsewhere_leaves_what_another_points_at(open_, context):
    view = open_("activations", {"activations/hidden": np.zeros(4)}, "hidden")
    context.cursor.set_unit(Unit("hidden", (2,)))
    view.hide()
    assert context.cursor.unit == Unit("hidden", (2,))


@pytest.fixture
def pad(qtbot, make_context):
    """A drawing with an answer, in a window of its own."""
    context = make_context(load("digits-cnn"))
    view = lenses.get("drawing")(context, "")
    qtbot.addWidget(view)
    view.resize(620, 340)
    view.show()
    qtbot.waitExposed(view)
    view.pad.strokes = [[(0.3, 0.2), (0.7, 0.2), (0.5, 0.8)]]
    view.pad.changed.emit()
    qtbot.waitUntil(lambda: view.own.array().any())
    values = np.linspace(0.01, 0.19, 10).astype(np.float32)
    arrays = {"answer/x": view.own.array(), "answer/values": values}
    context.run.snapshot.emit(Snapshot(run=1, step=1, seconds=0.0, scalars={}, arrays=arrays))
    return view


def test_pixels_of_a_drawing_are_numbers_of_the_input(pad):
    cursor, rect = pad.context.cursor, pad.seen.rectangles()[0]
    dark = pad.seen.grab().toImage()
    side = rect.width() / 8
    move(pad.seen, (rect.topLeft() + QPointF(5.5 * side, 2.5 * side)).toPoint())
    assert cursor.unit == Unit("image", (0, 2, 5))
    assert pad.seen.spot == Spot(0, 2, 5)
    leave(pad.seen)
    assert cursor.unit is None
    assert pad.seen.grab().toImage() == dark
    cursor.set_unit(Unit("image", (0, 7, 1)))
    assert pad.seen.spot == Spot(0, 7, 1)
    cursor.set_unit(Unit("image", (0,)))
    assert (pad.seen.lit, pad.seen.spot) == ({0}, None)
    cursor.set_unit(Unit("conv1", (0, 7, 1)))
    assert (pad.seen.lit, pad.seen.spot) == (set(), None)


def test_bars_of_a_drawing_are_classes(pad):
    cursor, dark = pad.context.cursor, pad.bars.grab().toImage()
    move(pad.bars, pad.bars.place(6).center())
    assert (cursor.label, pad.bars.lit) == (6, 6)
    leave(pad.bars)
    assert (cursor.label, pad.bars.lit) == (None, -1)
    assert pad.bars.grab().toImage() == dark
    cursor.set_label(2)
    assert pad.bars.lit == 2
    assert pad.bars.grab().toImage() != dark


@pytest.fixture
def sure(qtbot, make_context):
    context = make_context(load("iris-mlp"))
    view = lenses.get("calibration")(context, "")
    qtbot.addWidget(view)
    view.resize(420, 320)
    view.show()
    qtbot.waitExposed(view)
    arrays = {
        "predictions/probabilities": np.float32(
            [[0.4, 0.3, 0.3], [np.nan, 0, 1], [0.1, 0.8, 0.1], [0.02, 0.03, 0.95]]
        ),
        "predictions/targets": np.array([0, 1, 1, 0]),
    }
    context.run.snapshot.emit(Snapshot(run=1, step=1, seconds=0.0, scalars={}, arrays=arrays))
    return view


def test_calibration_rings_the_bin_of_a_sample(sure):
    cursor, words = sure.context.cursor, sure.note.full_text()
    for number, place in ((0, (0.4, 1.0)), (2, (0.8, 1.0)), (3, (0.95, 0.0))):
        cursor.set_sample(Sample("test", number))
        assert lit(sure) == [place]
        assert sure.note.full_text() != words
    for sample in (Sample("test", 1), Sample("test", 99), Sample("train", 0), None):  # 1 is NaN
        cursor.set_sample(sample)
        assert lit(sure) == []
        assert sure.note.full_text() == words


def test_real_points_beside_generated_ones_are_training_samples(open_, context, qtbot):
    real = np.float32([[-0.5, -0.5], [0.5, 0.5], [0.5, -0.5]])
    view = open_("samples", {"samples/real": real, "samples/fake": real * np.float32(0.5)})
    at = view.plot.mapFromScene(view.plot.getViewBox().mapViewToScene(QPointF(0.5, 0.5)))
    move(view.plot.viewport(), at)
    assert context.cursor.sample == Sample("train", 1)
    assert lit(view) == [(0.5, 0.5)]
    at = view.plot.mapFromScene(view.plot.getViewBox().mapViewToScene(QPointF(0.25, -0.25)))

    def is_let_go():
        move(view.plot.viewport(), at)  # a generated one; the plot takes a move in 10 ms
        return context.cursor.sample is None

    qtbot.waitUntil(is_let_go)
    context.cursor.set_sample(Sample("train", 2))
    assert lit(view) == [(0.5, -0.5)]
    leave(view)
    for sample in (Sample("train", 3), Sample("test", 1)):
        context.cursor.set_sample(sample)
        assert lit(view) == []


def test_real_pictures_beside_generated_ones_are_training_samples(open_, context):
    real = np.linspace(0, 1, 4 * 64, dtype=np.float32).reshape(4, 1, 8, 8)
    view = open_("samples", {"samples/real": real, "samples/fake": 1 - real})
    move(view.real_tiles, view.real_tiles.rectangles()[2].center().toPoint())
    assert (context.cursor.sample, view.real_tiles.lit) == (Sample("train", 2), {2})
    leave(view.real_tiles)
    assert (context.cursor.sample, view.real_tiles.lit) == (None, set())
    move(view.fake_tiles, view.fake_tiles.rectangles()[2].center().toPoint())
    assert context.cursor.sample is None
