"""The lens on gates: strips, strides, the sum of a chosen cell, linked units."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PySide6.QtCore import QPointF, Qt
from truths import Judge

from playground.document.model import Document
from playground.explain.recurrent import GATES, Weights, unroll
from playground.gui.cursor import Unit
from playground.gui.lenses._gates_answer import Answer
from playground.gui.lenses._gates_state import Cell
from playground.gui.truth import written
from playground.registry import lenses
from playground.telemetry.probes import unrolled
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


def what_if(kind, held, steps=5, sequence=False, seed=0, **options):
    """Free arrays, and others as a probe gives them with gates held."""
    found = arrays(kind, steps=steps, seed=seed, **options)
    rng = np.random.default_rng(seed + 1)
    names = "ifo" if kind == "lstm" else "rz"
    found["gates/memory/held"] = np.float32([held.get(name, np.nan) for name in names])
    x = found["gates/memory/x"]
    params = {f"{n}_l0": found[f"gates/memory/{n}"] for n in Weights.__slots__}
    module = getattr(torch.nn, kind.upper())(x.shape[1], 4, batch_first=True)
    module.load_state_dict({name: torch.tensor(value) for name, value in params.items()})
    with torch.no_grad():
        _, ((made,),) = unrolled.unroll(module, torch.tensor(x)[None], held={(0, False): held})
    for name, values in {**made.gates, "c": made.c, "h": made.h}.items():
        if values:
            found[f"gates/memory/held/{name}"] = torch.cat(values).numpy()
    found["gates/memory/held/x"] = x
    for start in ("", "held/"):
        size = (steps, 6) if sequence else (6,)
        found[f"gates/memory/{start}answer"] = rng.normal(size=size).astype(np.float32)
    return found


@pytest.mark.parametrize("size", [(330, 340), (640, 420), (1300, 300)])
@pytest.mark.parametrize(
    ("kind", "held"), [("lstm", {"f": 1.0, "i": 0.0}), ("gru", {"z": 0.0}), ("lstm", {"o": 1.0})]
)
def test_in_a_what_if_all_cells_sums_and_both_answers_are_true(kind, held, size, open_):
    found = what_if(kind, held)
    view = open_(kind, found, size)
    assert "free_h" in view.board.strips
    assert ("free_c" in view.board.strips) == (kind == "lstm")
    for strip, values in view.layer.strips.items():
        view.cell = Cell(strip, len(values) - 1, values.shape[1] - 1)
        view._redraw()
        assert not faults(view, found), strip
    named = {r.tensor for r in view.readings()}
    assert {"gates/memory/answer", "gates/memory/held/answer"} <= named
    assert {"gates/memory/h", "gates/memory/held/h"} <= named


def test_states_with_and_without_held_gates_have_one_scale_and_it_is_said(open_):
    view = open_("lstm", what_if("lstm", {"f": 1.0}))
    for key in "ch":
        assert view.board.strips[key].scale == view.board.strips[f"free_{key}"].scale
    assert view.note.full_text().startswith("What if f = 1: the network itself stays as it is")


def test_a_held_gate_has_no_sum_but_says_that_it_is_held(open_):
    view = open_("lstm", what_if("lstm", {"f": 1.0}))
    view.cell = Cell("f", 2, 1)
    view._redraw()
    assert "(held)" in [getattr(mark, "text", "") for mark in view.sheet.marks]


def test_gates_are_held_by_the_keyboard_and_let_go(open_, qtbot):
    view = open_("lstm", arrays("lstm"))
    bar = view.bar
    assert list(bar.combos) == ["i", "f", "o"]
    assert not bar.reset.isEnabled()
    bar.combos["f"].setFocus()
    for _ in range(2):
        qtbot.keyClick(bar.combos["f"], Qt.Key.Key_Down)
    bar.combos["i"].setCurrentIndex(1)
    bar.combos["i"].activated.emit(1)
    (probe,) = view.probes()
    assert probe.held == (("i", 0.0), ("f", 1.0))
    assert view.context.run._watched[view] == {probe}
    found = what_if("lstm", {"i": 0.0, "f": 1.0})
    view.context.run.snapshot.emit(Snapshot(1, 2, 0.0, {}, found))
    assert not faults(view, found)
    bar.reset.setFocus()
    qtbot.keyClick(bar.reset, Qt.Key.Key_Space)
    (probe,) = view.probes()
    assert probe.held == ()
    free = arrays("lstm", seed=3)
    view.context.run.snapshot.emit(Snapshot(1, 3, 0.0, {}, {**found, **free, **none_held()}))
    assert "free_h" not in view.board.strips
    assert not faults(view, {**found, **free})


def none_held():
    return {"gates/memory/held": np.full(3, np.nan, np.float32)}


def test_answers_at_each_step_are_those_of_the_chosen_step(open_):
    found = what_if("gru", {"z": 1.0}, sequence=True)
    view = open_("gru", found)
    view.cell = Cell("h", 2, 0)
    view._redraw()
    texts = [getattr(mark, "text", "") for mark in view.sheet.marks]
    assert "Answer at step 2, free → held:" in texts
    said = [r for r in view.readings() if r.tensor.endswith("answer")]
    assert said
    assert {r.index[0] for r in said} == {2}
    assert not faults(view, found)


def test_shares_have_their_names_and_the_largest_of_both_answers_are_told():
    before, after = np.float32([0.7, 0.2, 0.06, 0.04]), np.float32([0.1, 0.02, 0.08, 0.8])
    line = Answer("memory", before, after, ("a", "b", "c", "d")).pieces(0)
    told = " ".join("".join(f" {p.text}" if not p.glued else p.text for p in line).split())
    assert told == "Answer, free → held: a 0.70 → 0.10 b 0.20 → 0.02 d 0.04 → 0.80 of 4"


def test_a_plain_rnn_has_no_gates_to_hold(open_):
    assert open_("rnn", arrays("rnn")).bar.isHidden()


def test_a_step_that_another_view_points_at_is_ringed_in_the_states(open_):
    view = open_("lstm", arrays("lstm"))
    cursor, before = view.context.cursor, view.sheet.ringed
    cursor.set_place(2)
    found = view.sheet.ringed[len(before) :]
    columns = [view.board.strips[key].cell(0, 2).center().x() for key in "ch"]
    assert [rect.center().x() for rect in found] == pytest.approx(columns)
    cursor.set_place(99)
    assert view.sheet.ringed == before
    strip = view.board.strips["h"]
    view.sheet.hovered.emit(strip.hit(strip.cell(1, 3).center()))
    assert cursor.place == 3
    view.sheet.hovered.emit(None)
    assert cursor.place is None
