"""The lens on attention: names of steps, clicks down to the arithmetic, curves of entropy."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from truths import Judge

from playground.explain import attention
from playground.gui.cursor import Unit
from playground.gui.lenses._attention_board import Shares
from playground.gui.lenses._attention_state import Spot, fitting, labels_of
from playground.gui.truth import written
from playground.telemetry.snapshot import Snapshot


def arrays(step=1, heads=2, t=4, s=4, d=3, causal=True, seed=0, node="hidden", **replaced):
    rng = np.random.default_rng(seed)
    q, k, v = (rng.normal(size=(heads, n, d)).astype(np.float32) for n in (t, s, s))
    weights = attention.softmax(attention.scores(q, k, causal)).astype(np.float32)
    found = {
        "weights": weights,
        "q": q,
        "k": k,
        "v": v,
        "causal": np.array(int(causal)),
        "entropy": attention.entropy(weights).mean(-1).astype(np.float32),
        "at": np.array(step),
    }
    return {f"attention/{node}/{name}": value for name, value in (found | replaced).items()}


def large(view):
    """The matrix with names."""
    return next(m for m in view.board.marks if isinstance(m, Shares) and not m.whole)


def small(view):
    return [m for m in view.board.marks if isinstance(m, Shares) and m.whole]


def press(qtbot, sheet, at):
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPointF(at).toPoint())


def faults(view, arrays, context):
    view.grab()
    judge = Judge(arrays, context.theme.tokens)
    image = view.grab().toImage()
    return [(r, fault) for r in view.readings() if (fault := judge.fault(r, image))]


@pytest.mark.parametrize("size", [(400, 300), (640, 420), (1200, 700)])
@pytest.mark.parametrize(
    "case",
    [
        {},
        {"heads": 1, "t": 1, "s": 1, "d": 1},
        {"heads": 3, "t": 3, "s": 9, "causal": False},
        {"heads": 8, "t": 40, "s": 40, "d": 20},
    ],
)
def test_everything_shown_is_true_in_any_size(case, size, show, context):
    found = arrays(**case)
    view = show("attention", found)
    view.resize(*size)
    assert not faults(view, found, context)
    block = view.blocks["hidden"]
    view.spot = Spot("hidden", block.heads - 1, 0, block.weights.shape[2] - 1)
    view._redraw()
    assert not faults(view, found, context)


def test_a_click_enlarges_a_head_and_opens_a_cell(show, qtbot, context):
    found = arrays() | arrays(node="other", seed=3)
    view = show("attention", found)
    view.resize(900, 600)
    assert len(small(view)) == 4
    press(qtbot, view.board, small(view)[3].rect.center())
    assert (view.spot.node, view.spot.head) == ("other", 1)
    matrix = large(view)
    assert np.array_equal(matrix.values, found["attention/other/weights"][1])
    press(qtbot, view.board, matrix.cell(3, 1).center())
    assert view.spot == Spot("other", 1, 3, 1)
    texts = [getattr(mark, "text", "") for mark in view.sums.marks]
    q, k = found["attention/other/q"][1, 3], found["attention/other/k"][1, 1]
    assert written(float(q.astype(float) @ k) / np.sqrt(3)) in texts
    assert written(float(found["attention/other/weights"][1, 3, 1]), 3) in texts


def test_a_later_key_is_said_to_be_hidden(show):
    view = show("attention", arrays())
    view.spot = Spot("hidden", 0, 0, 3)
    view._redraw()
    texts = [getattr(mark, "text", "") for mark in view.sums.marks]
    assert "The causal mask hides this key: it comes later." in texts
    assert texts.count("hidden") == 3


def test_hover_tells_the_cell_with_its_names_and_points_at_the_block(show, qtbot, context):
    found = arrays()
    view = show("attention", found)
    matrix = large(view)
    assert matrix.tip(matrix.cell(2, 1).center()) == (
        f"hidden, head 1: 2 (step 2) looks at 1 (step 1): "
        f"{written(float(found['attention/hidden/weights'][0, 2, 1]), 4)}"
    )
    view.board.hovered.emit(Unit("hidden", (0, 2, 1)))
    assert context.cursor.unit == Unit("hidden")
    view.board.hovered.emit(None)
    assert context.cursor.unit is None


def test_steps_are_called_by_their_tokens_and_by_numbers_without_any():
    tokens = np.array([2, 0, 1])
    assert labels_of(tokens, ("a", " ", "\n"), 3) == ("⏎", "a", "␣")
    assert labels_of(tokens, ("a", " ", "\n"), 4) == ("0", "1", "2", "3")
    assert labels_of(None, (), 2) == ("0", "1")
    assert labels_of(np.array([9]), ("a",), 1) == ("9",)


def test_a_cell_that_is_gone_makes_room_for_one_that_is_there(show, context):
    view = show("attention", arrays(t=6, s=6))
    view.spot = Spot("hidden", 1, 5, 5)
    shorter = arrays(t=2, s=2)
    context.run.snapshot.emit(Snapshot(run=1, step=2, seconds=0.0, scalars={}, arrays=shorter))
    assert view.spot.head == 1
    assert view.spot.query == 1
    assert fitting(None, {}, "hidden") is None


def test_what_is_no_number_is_hatched(show, context):
    found = arrays()
    found["attention/hidden/weights"][0, 1] = np.nan
    found["attention/hidden/q"][0] = np.nan
    view = show("attention", found)
    view.resize(900, 600)
    assert not faults(view, found, context)


def test_curves_are_the_entropies_of_the_steps(show, context):
    first = arrays(step=1)
    view = show("attention", first)
    view.resize(700, 600)
    later = arrays(step=5, seed=9)
    context.run.snapshot.emit(Snapshot(run=1, step=5, seconds=0.0, scalars={}, arrays=later))
    for head in range(2):
        x, y = view.curves.lines[f"hidden/{head}"].getData()
        assert x.tolist() == [1, 5]
        wanted = [one["attention/hidden/entropy"][head] for one in (first, later)]
        assert y.tolist() == pytest.approx(wanted)
    context.cursor.set(1.0)
    assert written(float(first["attention/hidden/entropy"][0]), 2) in view.curves.key.full_text()
    context.run.restarted.emit(2)
    assert not view.curves.lines
