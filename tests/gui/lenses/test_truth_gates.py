"""The lens on gates: strips, strides, the sum of a chosen cell, linked units."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from truths import Judge

from playground.document.model import Document
from playground.explain.recurrent import GATES, Weights, unroll
from playground.gui.cursor import Unit
from playground.gui.lenses._gates_state import Cell
from playground.gui.truth import written
from playground.registry import lenses
from playground.telemetry.snapshot import Snapshot

OUTPUT = {"lstm": "sequence", "gru": "last", "rnn": "sequence"}


def network(kind, **params):
    return Document(
        data={"dataset": "adding_problem"},
        nodes=[
            {"id": "x", "block": "input"},
            {"id": "memory", "block": kind, "params": {"output": OUTPUT[kind], **params}},
            {"id": "out", "block": "linear", "params": {"out_features": 1}},
        ],
        wires=[["x.out", "memory.in"], ["memory.out", "out.in"]],
        train={"models": {"main": {"input": "x", "output": "out"}}},
    )


def arrays(kind, steps=5, features=3, width=4, reverse=False, layer=0, seed=0):
    rng = np.random.default_rng(seed)
    rows = len(GATES[kind]) * width
    sizes = ((rows, features), (rows, width), (rows,), (rows,))
    weights = Weights(*(rng.normal(size=size).astype(np.float32) for size in sizes))
    x = rng.normal(size=(steps, features)).astype(np.float32)
    one = unroll(kind, x, weights, reverse=reverse)
    made = {"x": x, **one.gates, "h": one.h_th, **weights.named()}
    if one.c_th is not None:
        made["c"] = one.c_th
    found = {f"gates/memory/{name}": value.astype(np.float32) for name, value in made.items()}
    return {**found, "gates/memory/at": np.array([1, 1, 3, layer, int(reverse)])}


@pytest.fixture
def open_(qtbot, make_context):
    def open_(kind, found, size=(640, 520), **params):
        context = make_context(network(kind, **params))
        view = lenses.get("gates")(context)
        qtbot.addWidget(view)
        view.resize(*size)
        view.show()
        qtbot.waitExposed(view)
        context.run.snapshot.emit(Snapshot(run=1, step=1, seconds=0.0, scalars={}, arrays=found))
        return view

    return open_


def faults(view, found):
    view.grab()
    judge = Judge(found, view.context.theme.tokens)
    image, readings = view.grab().toImage(), view.readings()
    assert readings
    return [(r, fault) for r in readings if (fault := judge.fault(r, image))]


@pytest.mark.parametrize("size", [(330, 300), (640, 420), (1300, 230)])
@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize("kind", ["rnn", "lstm", "gru"])
def test_every_cell_and_every_sum_is_true(kind, reverse, size, open_):
    found = arrays(kind, reverse=reverse)
    view = open_(kind, found, size)
    for strip, values in view.layer.strips.items():
        for step in (0, len(values) - 1):
            view.cell = Cell(strip, step, values.shape[1] - 1)
            view._redraw()
            assert not faults(view, found), (strip, step)


def test_many_units_and_steps_are_left_out_and_said_so(open_):
    found = arrays("lstm", steps=700, features=40, width=60)
    view = open_("lstm", found, (420, 300))
    assert view.board.every_unit > 1
    assert view.board.every_step > 1
    assert f"1 in {view.board.every_unit} units" in view.note.full_text()
    assert f"1 in {view.board.every_step} steps" in view.note.full_text()
    assert not faults(view, found)


def test_scales_are_stated_and_symmetric_but_for_shares(open_):
    view = open_("lstm", arrays("lstm"))
    scales = {key: (s.scale.low, s.scale.high) for key, s in view.board.strips.items()}
    assert all(scales[gate] == (0.0, 1.0) for gate in "ifo")
    assert scales["g"] == (-1.0, 1.0)
    for key in "chx":
        peak = float(np.abs(view.layer.strips[key]).max())
        assert scales[key] == (-peak, peak)


def test_the_pointer_tells_a_number_and_a_click_its_sum(open_, qtbot):
    found = arrays("lstm")
    view = open_("lstm", found)
    strip = view.board.strips["f"]
    at = strip.cell(2, 3).center()
    value = found["gates/memory/f"][3, 2]
    assert strip.tip(at) == f"forget gate f, unit 2, step 3: {written(float(value), 4)}"
    qtbot.mouseClick(view.sheet, Qt.MouseButton.LeftButton, pos=QPointF(at).toPoint())
    assert view.cell == Cell("f", 3, 2)
    texts = [getattr(mark, "text", "") for mark in view.sheet.marks]
    assert "forget gate f, unit 2, step 3:" in texts
    assert "= σ(" in texts
    assert written(float(value)) in texts


@pytest.mark.parametrize(("kind", "index"), [("lstm", (2, 1)), ("gru", (1,))])
def test_numbers_of_the_output_are_states(kind, index, open_):
    view = open_(kind, arrays(kind))
    cursor, before = view.context.cursor, len(view.sheet.ringed)
    step = index[0] if len(index) == 2 else 4
    strip = view.board.strips["h"]
    view.sheet.hovered.emit(strip.hit(strip.cell(1, step).center()))
    assert cursor.unit == Unit("memory", index)
    assert len(view.sheet.ringed) == before + 1
    cursor.set_unit(Unit("out", index))
    assert len(view.sheet.ringed) == before
    cursor.set_unit(Unit("memory", (99, 99)))
    assert len(view.sheet.ringed) == before
    view.sheet.hovered.emit(None)
    assert cursor.unit is None


def test_layer_and_direction_are_chosen(open_):
    view = open_("gru", arrays("gru"), num_layers=2, bidirectional=True)
    assert view.choice.count() == 4
    view.choice.setCurrentIndex(3)
    view.choice.activated.emit(3)
    (probe,) = view.probes()
    assert (probe.layer, probe.reverse) == (1, True)
    found = arrays("gru", layer=1, reverse=True, seed=4)
    run = view.context.run
    run.snapshot.emit(Snapshot(run=1, step=2, seconds=0.0, scalars={}, arrays=found))
    assert view.cell == Cell("h", 0, 0)
    assert not faults(view, found)
    strip = view.board.strips["h"]
    view.sheet.hovered.emit(strip.hit(strip.cell(1, 0).center()))
    assert view.context.cursor.unit == Unit("memory", (5,))  # behind the four of the other way


def test_what_is_no_number_is_hatched_and_one_step_is_enough(open_):
    found = arrays("gru", steps=1, features=1, width=1)
    found["gates/memory/z"][:] = np.nan
    found["gates/memory/h"][:] = np.nan
    view = open_("gru", found)
    assert not faults(view, found)


def test_without_a_recurrent_block_it_says_what_it_needs(show):
    view = show("gates", arrays("lstm"))
    assert "RNN, LSTM, GRU" in view._message.text()
    assert view.readings() == []
