"""The what-if of the lens on attention, in a real run: by drag, by keys, by fields, and back."""

from __future__ import annotations

import copy

import numpy as np
import pytest
import torch
from PySide6.QtCore import QPoint, Qt
from test_truth import OWN, SAMPLE, collect_between_tests, opened, view_of, warm_up, watch

from playground.document.library import load
from playground.gui.depth._marks import Bar
from playground.gui.lenses._attention_board import Shares
from playground.gui.lenses._attention_state import Spot
from playground.registry import lenses

__all__ = ["collect_between_tests"]
START = "attention_what_if"


@pytest.fixture(params=["attention", "attention-step-by-step"])
def stage(request, qtbot, tmp_path, monkeypatch):
    name = request.param
    if name not in OWN:
        monkeypatch.setitem(OWN, name, lambda: load(name))
    yield from opened(name, qtbot, tmp_path)


@pytest.fixture
def view(stage, qtbot):
    view = view_of(stage, qtbot, lenses.get("attention"))
    view.resize(900, 620)
    warm_up(stage, view, qtbot)
    stage.show(stage.look(view.probes()))
    return view


def large(view):
    return next(m for m in view.board.marks if isinstance(m, Shares) and not m.whole)


def at(view, query, key):
    return large(view).cell(query, key).center().toPoint()


def texts(view):
    return [getattr(mark, "text", "") for mark in view.sums.marks]


def silenced(stage, head):
    """What the network of digits says with one head of its first layer cut out, by torch alone."""
    model = copy.deepcopy(stage.live.session.models["main"]).eval()
    attention = model.get_submodule("first").self_attn
    features = attention.embed_dim // attention.num_heads
    rows = slice((2 * attention.num_heads + head) * features, None)
    rows = slice(rows.start, rows.start + features)
    x = stage.live.session.run.test["x"][SAMPLE.number : SAMPLE.number + 1]
    with torch.no_grad():
        before = model(x).softmax(1)[0].numpy()
        attention.in_proj_weight[rows], attention.in_proj_bias[rows] = 0.0, 0.0
        after = model(x).softmax(1)[0].numpy()
    return before, after


def test_a_dragged_score_and_a_muted_head_are_shown_as_they_are(stage, view, qtbot):
    assert watch(stage, view, qtbot)
    matrix = large(view)
    node, query = matrix.block.node, matrix.values.shape[0] - 1
    here = at(view, query, 1)
    qtbot.mousePress(view.board, Qt.MouseButton.LeftButton, pos=here)
    assert view.spot == Spot(node, 0, query, 1)
    base = view.hand.score()
    qtbot.mouseMove(view.board, here - QPoint(0, 2))
    assert not view.hand.edits, "a hand that trembles is no drag"
    qtbot.mouseMove(view.board, here - QPoint(0, 30))
    qtbot.mouseRelease(view.board, Qt.MouseButton.LeftButton, pos=here - QPoint(0, 30))
    assert view.hand.edits.score(view.spot) == pytest.approx(base + 1.5, abs=0.006)
    assert len(view.probes()) == 2
    assert watch(stage, view, qtbot)
    assert "score that you have set in its place" in texts(view)
    assert "as it is" in texts(view)
    assert "scores changed: 1, heads muted: 0" in view.note.full_text()
    assert len(view.board.ringed) >= 1
    view.hand.bar.mute.click()
    assert watch(stage, view, qtbot)
    assert "heads muted: 1" in view.note.full_text()
    assert any("zeros in place of the mix" in text for text in texts(view))
    view.hand.bar.reset.click()
    assert not view.hand.edits
    assert "What if" not in view.note.full_text()
    assert not view.hand.bar.reset.isEnabled()
    assert len(view.probes()) == 1
    assert watch(stage, view, qtbot)


@pytest.mark.parametrize("stage", ["attention"], indirect=True)
def test_bars_stand_for_what_torch_says_without_the_head(stage, view, qtbot):
    view.hand.bar.mute.click()
    shown = stage.look(view.probes())
    stage.show(shown)
    before, after = silenced(stage, 0)
    assert view.said.before == pytest.approx(before, abs=1e-5)
    assert view.said.after == pytest.approx(after, abs=1e-5)
    answers = {f"{START}/before", f"{START}/after"}
    bars = [m for m in view.sums.marks if isinstance(m, Bar) and m.claim.tensor in answers]
    assert {m.claim.tensor for m in bars} == answers
    assert len({round(m.rect.width(), 6) for m in bars}) == 1, (
        "bars that are compared have one scale"
    )
    assert np.abs(before - after).max() > 1e-3


def test_keys_reach_every_cell_and_change_its_score(stage, view, qtbot):
    view.board.setFocus()
    first = view.spot
    qtbot.keyClick(view.board, Qt.Key.Key_Up)
    assert view.spot == Spot(first.node, first.head, first.query - 1, first.key)
    for _ in range(40):
        qtbot.keyClick(view.board, Qt.Key.Key_Left)
    assert view.spot.key == 0
    base = view.hand.score()
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(view.board, Qt.Key.Key_Up, shift)
    assert view.hand.edits.score(view.spot) == pytest.approx(base + 0.5, abs=0.006)
    qtbot.keyClick(view.board, Qt.Key.Key_Down, shift)
    qtbot.keyClick(view.board, Qt.Key.Key_Down, shift)
    assert view.hand.edits.score(view.spot) == pytest.approx(base - 0.5, abs=0.011)
    qtbot.keyClick(view.board, Qt.Key.Key_Backspace)
    assert not view.hand.edits


def test_a_score_is_typed_and_a_hidden_one_cannot_be(stage, view, qtbot):
    field = view.hand.bar.score
    field.lineEdit().setText("2.75")
    field.editingFinished.emit()
    assert view.hand.edits.score(view.spot) == 2.75
    field.lineEdit().setText("much")
    field.editingFinished.emit()
    assert view.hand.edits.score(view.spot) == 2.75
    field.lineEdit().setText("900")
    field.editingFinished.emit()
    assert view.hand.edits.score(view.spot) == 50.0
    field.stepBy(-1)
    assert view.hand.edits.score(view.spot) == 49.9
    assert view.blocks[view.spot.node].causal
    view._choose(Spot(view.spot.node, 0, 0, 2))
    assert not field.isEnabled()
    assert "hides" in field.toolTip()
    view.board.nudged.emit(1)
    assert view.hand.edits.score(view.spot) is None


def test_another_sample_is_never_shown_with_the_answer_of_the_last_one(stage, view):
    view.hand.bar.mute.click()
    stage.show(stage.look(view.probes()))
    assert view.said is not None
    stage.context.selection.follow(type(SAMPLE)("test", 1))
    stage.show(stage.context.run.past.shown)
    view._on_what_if()
    assert view.said is None
    stage.show(stage.look(view.probes()))
    assert view.said is not None


def test_a_document_that_is_opened_begins_without_changes(stage, view, qtbot):
    view.hand.bar.mute.click()
    stage.context.document.load(OWN["forecast"]())
    assert not view.hand.edits
