"""The lens on memory: lines by the lag, factors in words, whose loss it is."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtWidgets import QApplication
from truths import Judge

from playground.document.model import Document
from playground.gui.lenses._memory_lines import reaches_in
from playground.registry import lenses
from playground.telemetry.probes.memory import LAST
from playground.telemetry.snapshot import Snapshot

STEPS = 8


def falling(factor, layers=1, ways=1, start=0.5):
    """A gradient that each step back multiplies by the same."""
    back = np.arange(STEPS - 1, -1, -1)
    return np.full((layers, ways, 1), start, np.float32) * np.float32(factor**back)


def arrays(answer=-1, steps=0, **states):
    found = {"memory/answer": np.array([answer, steps])}
    for name, values in states.items():
        node, state = name.split("_")
        found[f"memory/{node}/{state}"] = values.astype(np.float32)
        found[f"memory/{node}/at"] = np.array([4, STEPS - 1, 0, 16])
    return found


@pytest.fixture
def context(make_context):
    nodes = [
        {"id": "x", "block": "input"},
        {"id": "memory", "block": "lstm", "params": {"output": "last"}},
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
def view(show):
    view = show("memory")
    view.resize(520, 360)
    return view


def faults(view, found):
    view.context.run.snapshot.emit(Snapshot(run=1, step=1, seconds=0.0, scalars={}, arrays=found))
    judge = Judge(found, view.context.theme.tokens)
    return [(r, fault) for r in view.readings() if (fault := judge.fault(r))]


@pytest.mark.parametrize(
    ("factor", "word"), [(0.5, "vanishes"), (2.0, "explodes"), (0.98, "stays")]
)
def test_a_straight_line_says_its_factor(view, factor, word):
    found = arrays(memory_h=falling(factor))
    assert not faults(view, found)
    assert len(view.readings()) == STEPS
    text = view.words.text()
    assert text == f"memory h: × {factor:.3f} per step back (R² 1.00), {word}"


def test_each_layer_and_direction_has_a_line_that_counts_from_its_own_end(view):
    found = arrays(memory_h=falling(0.5, 2, 2), memory_c=falling(0.9, 2, 2))
    assert not faults(view, found)
    assert len(view.reaches) == len(view.lines) == 8
    forwards, backwards = view.reaches[:2]
    assert forwards.steps.tolist() == [7, 6, 5, 4, 3, 2, 1, 0]
    assert backwards.steps.tolist() == [0, 1, 2, 3, 4, 5, 6, 7]
    assert backwards.values.tolist() == found["memory/memory/h"][0, 1].tolist()
    assert forwards.words == "memory h, layer 1, forwards"


def test_a_gradient_of_exactly_zero_is_a_gap_and_said(view):
    values = falling(0.5)
    values[..., :3] = 0.0
    assert not faults(view, arrays(memory_h=values))
    assert len(view.readings()) == STEPS - 3
    assert "exactly 0 at 3 lags" in view.words.text()
    assert not faults(view, arrays(memory_h=0 * values))
    assert view.words.text() == "memory h: no gradient reaches back"


def test_what_is_no_number_and_a_single_step_are_no_lines(view):
    values = falling(0.5)
    values[..., 2] = np.nan
    assert not faults(view, arrays(memory_h=values))
    one = arrays(memory_h=falling(0.5)[..., -1:])
    one["memory/memory/at"] = np.array([4, 0, 0, 16])
    assert not faults(view, one)
    assert len(view.readings()) == 1


def test_several_blocks_share_the_plot_each_in_its_colour(view):
    found = arrays(plain_h=falling(0.5), gated_h=falling(0.9), gated_c=falling(0.95))
    assert not faults(view, found)
    colours = [line.opts["pen"].color().name() for line in view.lines]
    assert colours[0] != colours[1] == colours[2]
    assert [reach.words for reach in reaches_in(found)] == ["plain h", "gated h", "gated c"]


def test_the_pointer_tells_the_values_at_its_lag(view):
    faults(view, arrays(memory_h=falling(0.5)))
    box = view.plot.getViewBox()
    view._on_mouse(box.mapViewToScene(QPointF(2.1, box.viewRange()[1][0] + 0.5)))
    assert view.key_row.full_text() == "lag 2 (step 5), memory h 0.125"
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view.key_row.full_text() == "mean of 16 test samples, memory h"


def test_one_chooses_whose_loss_it_is_where_each_step_has_an_answer(view):
    faults(view, arrays(memory_h=falling(0.5)))
    assert not view.answer.isVisible()
    found = arrays(answer=5, steps=STEPS, memory_h=falling(0.5))
    found["memory/memory/at"] = np.array([4, 5, 5, 16])
    assert not faults(view, found)
    assert view.answer.isVisible()
    assert (view.answer.value(), view.step) == (5, LAST)
    assert len(view.readings()) == 6
    view.answer.setValue(3)
    (probe,) = view.probes()
    assert probe.step == 3


def test_without_a_recurrent_block_it_says_what_it_needs(qtbot, make_context, mlp):
    view = lenses.get("memory")(make_context(mlp))
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    assert "RNN, LSTM, GRU" in view._message.text()
