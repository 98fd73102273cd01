"""Views into blocks: what is no number, very small and very wide layers, keys and pointer."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from playground.document import edits
from playground.gui.cursor import Unit
from playground.gui.depth._marks import Cells
from playground.gui.depth_model import Level, Place, view_for
from playground.telemetry.snapshot import Snapshot


@pytest.fixture
def show(qtbot, context):
    """Open a block of the network at a level, with random tensors of `width` neurons."""

    def show(level, width=4, node="hidden", change=None, unit=0, size=(640, 420)):
        context.document.push("", lambda d: edits.set_param(d, "hidden", "out_features", width))
        found = context.document.report.blocks[node]
        view = view_for(found, level)(context, Place(node, level, (unit,), (unit,)))
        qtbot.addWidget(view)
        view.resize(*size)
        view.show()
        qtbot.waitExposed(view)
        give(context, tensors(width, change))
        return view

    return show


def give(context, arrays):
    context.run.past.shown = Snapshot(run=1, step=1, seconds=0.0, scalars={}, arrays=arrays)
    context.run.snapshot.emit(context.run.past.shown)


def tensors(width, change=None):
    rng = np.random.default_rng(0)
    x, w = rng.normal(size=2).astype("f4"), rng.normal(size=(width, 2)).astype("f4")
    bias = rng.normal(size=width).astype("f4")
    if change is not None:
        change(w)
    out = w @ x + bias
    v = rng.normal(size=(2, width)).astype("f4")
    found = {
        "hidden": {"in/0": x, "param/weight": w, "param/bias": bias, "out": out},
        "act": {"in/0": out, "out": np.tanh(out)},
        "out": {"in/0": np.tanh(out), "param/weight": v, "out": v @ np.tanh(out)},
    }
    arrays = {f"inside/{n}/{k}": a for n, parts in found.items() for k, a in parts.items()}
    return arrays | {f"inside/{node}/at": np.array([1, 0, 0]) for node in found}


LEVELS = [Level.LAYER, Level.NEURON, Level.ARITHMETIC]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_what_is_no_number_is_hatched_and_written_as_such(show, level, value):
    def spoil(weight):
        weight[0, 1] = value

    view = show(level, change=spoil)
    readings = view.readings()
    spoilt = [r for r in readings if r.tensor.endswith("hidden/param/weight") and r.index == (0, 1)]
    assert spoilt
    assert all(r.colour in ((), None) for r in spoilt)
    assert any(r.text in ("NaN", "∞", "−∞") or r.colour == () for r in spoilt)
    assert view.is_filled
    view.grab()


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("width", [1, 1000])
def test_layers_of_one_and_of_a_thousand_neurons(show, level, width):
    view = show(level, width, unit=width - 1)
    view.grab()
    assert view.readings()
    inside = view.sheet.rect().adjusted(-1, -1, 1, 1)
    for mark in view.sheet.marks:
        if isinstance(mark, Cells):
            assert inside.contains(mark.rect.toRect()), "only what is visible is drawn"
    tensors = {r.tensor for r in view.readings()}
    assert "inside/hidden/out" in tensors


def test_a_wide_sum_says_how_many_terms_it_leaves_out(show):
    view = show(Level.ARITHMETIC, 1000, node="out")
    text = " ".join(getattr(mark, "text", "") for mark in view.sheet.marks)
    assert "smaller terms" in text


def test_pointing_at_a_weight_lights_up_what_it_takes_and_where_it_goes(show, context):
    view = show(Level.LAYER)
    spot = view.window_.row_rect(2).center()
    QTest.mouseMove(view.sheet, QPoint(1, 1))
    QTest.mouseMove(view.sheet, spot.toPoint())
    assert context.cursor.unit == Unit("hidden", (2,))
    assert len(view.sheet.ringed) == 2  # the column with its input, the row with its output
    inputs = view.window_.inputs.center()
    QTest.mouseMove(view.sheet, QPointF(inputs.x() - 3, inputs.y()).toPoint())
    assert context.cursor.unit == Unit("x", (0,))


def test_another_view_that_points_at_a_unit_lights_it_up_here(show, context):
    view = show(Level.LAYER)
    context.cursor.set_unit(Unit("hidden", (3,)))
    (ring,) = view.sheet.ringed
    assert ring.contains(view.window_.row_rect(3).center())


def test_a_double_click_on_a_neuron_asks_to_go_there(show, qtbot):
    view = show(Level.LAYER)
    spot = view.window_.row_rect(1).center().toPoint()
    with qtbot.waitSignal(view.place_wanted) as asked:
        QTest.mouseDClick(view.sheet, Qt.MouseButton.LeftButton, pos=spot)
    (place,) = asked.args
    assert (place.node, place.level, place.unit) == ("hidden", Level.NEURON, (1,))


def test_arrow_keys_go_from_unit_to_unit_and_stop_at_the_ends(show):
    view = show(Level.NEURON)
    assert view.step(1, 0, 0).unit == (1,)
    assert view.step(-1, 0, 0).unit == (0,)
    assert view.step(0, 0, 99).unit == (3,)


def test_tensors_of_another_sample_are_not_shown(show, context):
    from playground.gui.selection import Sample

    view = show(Level.LAYER)
    context.selection.follow(Sample("train", 5))
    before = view.values
    give(context, tensors(4))
    assert view.values is before


def test_a_reading_of_a_smaller_network_is_not_drawn_in_a_larger_one(show, context):
    view = show(Level.LAYER)
    context.document.push("", lambda d: edits.set_param(d, "hidden", "out_features", 6))
    before = view.values
    give(context, tensors(4))
    assert view.values is before


def test_the_wheel_brings_every_neuron_and_every_input_of_a_wide_layer(show):
    view = show(Level.LAYER, width=1000)
    seen, first = set(), view.window_.row
    wheel(view.sheet, -120)
    assert view.window_.row > first
    for _ in range(200):
        wheel(view.sheet, 120)
    while True:
        rows = range(view.window_.row, view.window_.row + view.window_.rows)
        if seen and seen.issuperset(rows):
            break
        seen.update(rows)
        wheel(view.sheet, -120)
    assert seen == set(range(1000))
    view.set_place(Place("hidden", Level.LAYER, (3,), (3,)))  # the keyboard is followed again
    assert view.window_.row == 0


def test_where_all_of_a_layer_is_seen_the_wheel_still_zooms(show):
    view = show(Level.LAYER, width=4)
    assert not wheel(view.sheet, -120)


def wheel(sheet, turned):
    middle = QPointF(sheet.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(sheet.mapToGlobal(sheet.rect().center())),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    event.ignore()
    QApplication.sendEvent(sheet, event)
    return event.isAccepted()


def test_a_number_of_the_data_has_an_arithmetic_that_says_where_it_is_from(show):
    view = show(Level.ARITHMETIC, node="x", unit=1)
    give(
        view.context,
        {"inside/x/out": np.array([0.5, -1.25], "f4"), "inside/x/at": np.array([1, 0, 0])},
    )
    texts = [getattr(mark, "text", "") for mark in view.sheet.marks]
    assert {"x[1]", "−1.2500"} <= set(texts), texts
    assert any("data" in text for text in texts)


def test_where_the_pointer_rests_the_tip_is_of_the_number_not_of_the_card_below(show):
    view = show(Level.LAYER)
    cells = next(m for m in view.sheet.marks if isinstance(m, Cells))
    at = cells.cell(0, 0).center().toPoint()
    help = QHelpEvent(QEvent.Type.ToolTip, at, view.sheet.mapToGlobal(at))
    assert view.sheet.event(help)
    assert QToolTip.text() == cells.tip(QPointF(at))
    QToolTip.hideText()
