"""The lens on memory by the step: columns, arcs as thick as the logarithm, the step pointed at."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from truths import Judge

from playground.document.model import Document
from playground.gui.selection import Sample
from playground.telemetry.probes.arcs import Arcs
from playground.telemetry.snapshot import Snapshot

STEPS = 8


def arrays(factor=0.1, end=STEPS - 1, answers=0, steps=STEPS, layers=1, ways=1, x=None):
    """A gradient that each step back multiplies by the same, from the step `end` on."""
    lags = end - np.arange(steps)
    values = np.where(lags >= 0, 0.5 * float(factor) ** np.maximum(lags, 0), 0.0)
    shape = (layers, ways, 1)
    return {
        "arcs/memory/h": np.full(shape, 1.0, np.float32) * values.astype(np.float32),
        "arcs/memory/at": np.array([4, end, 0, 1]),
        "arcs/answer": np.array([end if answers else -1, answers]),
        "arcs/sample": np.array([1, 3]),
        **({} if x is None else {"arcs/x": x.astype(np.float32)}),
    }


@pytest.fixture
def context(make_context):
    nodes = [
        {"id": "x", "block": "input"},
        {"id": "memory", "block": "gru", "params": {"output": "last"}},
        {"id": "out", "block": "linear", "params": {"out_features": 1}},
    ]
    return make_context(
        Document(
            data={"dataset": "adding_problem"},
            nodes=nodes,
            wires=[["x.out", "memory.in"], ["memory.out", "out.in"]],
            train={"models": {"main": {"input": "x", "output": "out"}}},
        )
    )


@pytest.fixture
def view(show, qtbot):
    view = show("memory")
    view.resize(560, 380)
    view.mode.setFocus()
    qtbot.keyClick(view.mode, Qt.Key.Key_Down)
    assert view.by_step
    return view


def faults(view, found):
    view.context.run.snapshot.emit(Snapshot(run=1, step=1, seconds=0.0, scalars={}, arrays=found))
    view.grab()
    judge = Judge(found, view.context.theme.tokens)
    image, readings = view.grab().toImage(), view.readings()
    assert readings
    return [(r, fault) for r in readings if (fault := judge.fault(r, image))]


def shares(view):
    return view.columns.board.arcs.widths()


@pytest.mark.parametrize("factor", [0.1, 0.5, 1.0, 3.0, 1e-4])
@pytest.mark.parametrize("size", [(300, 220), (560, 380), (1300, 260)])
def test_every_arc_and_every_number_is_true(view, factor, size):
    view.resize(*size)
    found = arrays(factor, x=np.random.default_rng(0).normal(size=(STEPS, 6)))
    assert not faults(view, found)
    assert len(shares(view)) == STEPS - 1


def test_an_arc_is_as_thick_as_the_logarithm_on_the_scale_that_is_said(view):
    assert not faults(view, arrays(0.1))
    assert view.words.text() == (
        "thickness: log |d loss / d state|, none at 1.0e−6 and below, full at 1.00"
    )
    got, power = shares(view), np.log10(0.5)
    assert [got[lag] for lag in (1, 2, 5)] == pytest.approx(
        [(power - lag + 6) / 6 for lag in (1, 2, 5)], rel=1e-5
    )
    assert got[7] == 0.0


def test_arcs_of_no_gradient_and_of_no_number_are_not_drawn(view):
    found = arrays(0.5)
    found["arcs/memory/h"][..., 2] = np.nan
    found["arcs/memory/h"][..., 4] = 0.0
    assert not faults(view, found)
    assert STEPS - 1 - 2 not in shares(view)
    assert shares(view)[STEPS - 1 - 4] == 0.0
    assert not faults(view, arrays(0.0))
    gone = arrays(0.5)
    gone["arcs/memory/h"][:] = np.nan
    assert not faults(view, gone)


def test_the_step_that_is_pointed_at_asks_for_its_loss_and_lights_up_elsewhere(view):
    assert not faults(view, arrays(0.5, answers=STEPS))
    cursor, sheet = view.context.cursor, view.columns.sheet
    sheet.hovered.emit((4,))
    assert cursor.place == 4
    assert view.answer.value() == 4
    sample = view.context.selection.sample
    assert view.probes() == (Arcs(4, sample.number, sample.split),)
    found = arrays(0.5, end=4, answers=STEPS)
    assert not faults(view, found)
    assert set(shares(view)) == {1, 2, 3, 4}
    assert view.columns.note.full_text() == (
        "test sample 3, loss of step 4: arcs to the steps before it"
    )
    sheet.hovered.emit(None)
    assert cursor.place is None
    cursor.set_place(2)
    assert view.columns.board.arcs.lit == 2
    view.answer.setFocus()
    view.answer.stepUp()
    assert view.probes()[0].step == 5


def test_where_there_is_one_loss_pointing_only_lights_the_arc(view):
    assert not faults(view, arrays(0.5))
    before = view.probes()
    view.columns.sheet.hovered.emit((3,))
    assert view.probes() == before
    assert view.columns.board.arcs.lit == 3
    assert view.columns.note.full_text() == "test sample 3, its loss: arcs to all steps"


def test_the_pointer_is_in_the_column_that_it_lights(view):
    assert not faults(view, arrays(0.5))
    board = view.columns.board
    for step in range(STEPS):
        spot = board.column(step).center()
        assert view.columns.sheet._hit(spot) == (step,)
        assert board.arcs.columns[step] == pytest.approx(spot.x())


def test_of_many_steps_some_are_left_out_and_it_is_said(view):
    view.resize(300, 220)
    assert not faults(view, arrays(0.99, end=699, steps=700))
    board = view.columns.board
    assert board.every > 1
    assert 699 in board.steps
    assert f"1 in {board.every} steps is shown" in view.columns.note.full_text()


def test_layers_and_directions_are_chosen(view):
    found = arrays(0.5, layers=2, ways=2)
    assert not faults(view, found)
    assert view.columns.choice.count() == 4
    view.columns.choice.setCurrentIndex(1)
    view.columns.choice.activated.emit(1)
    assert view.columns.board.sequence.end == 0
    assert not faults(view, found)


def test_it_follows_the_sample_and_goes_back_to_the_lags(view):
    view.context.selection.follow(Sample("train", 5))
    assert view.probes() == (Arcs(view.step, 5, "train"),)
    view.mode.setCurrentIndex(0)
    view.mode.activated.emit(0)
    assert view.probes()[0].name == "memory"
    assert view.readings() == []
