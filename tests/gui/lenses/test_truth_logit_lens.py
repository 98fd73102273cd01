"""The logit lens: names, clicks, keys, linked layers, and what it says where it cannot be."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from truths import Judge

from playground.document.model import Document
from playground.gui.cursor import Unit
from playground.gui.truth import written
from playground.registry import lenses
from playground.telemetry.probes.writing import packed
from playground.telemetry.snapshot import Snapshot

LAYERS = ("place", "first", "second")


def network(residual=True):
    nodes = [
        ("x", "input", {}),
        ("embed", "embedding", {"num_embeddings": 11, "embedding_dim": 8}),
        ("place", "positional_encoding", {}),
    ]
    if residual:
        nodes += [
            (id, "transformer_encoder_layer", {"nhead": 2, "causal": True}) for id in LAYERS[1:]
        ]
    nodes += [("norm", "layer_norm", {}), ("out", "linear", {"out_features": 11})]
    return Document(
        data={"dataset": "sort"},
        nodes=[{"id": id, "block": key, "params": params} for id, key, params in nodes],
        wires=[[f"{a[0]}.out", f"{b[0]}.in"] for a, b in pairwise(nodes)],
        train={"models": {"main": {"input": "x", "output": "out"}}},
    )


def regression():
    return Document(
        data={"dataset": "adding_problem"},
        nodes=[
            {"id": "x", "block": "input"},
            {"id": "first", "block": "transformer_encoder_layer", "params": {"nhead": 1}},
            {"id": "last", "block": "last_step"},
            {"id": "out", "block": "linear", "params": {"out_features": 1}},
        ],
        wires=[["x.out", "first.in"], ["first.out", "last.in"], ["last.out", "out.in"]],
        train={
            "models": {"main": {"input": "x", "output": "out"}},
            "params": {"loss": "mse"},
        },
    )


def arrays(steps=12, layers=LAYERS, k=5, each=True, seed=0, left_out=("embed",)):
    rng = np.random.default_rng(seed)
    shares = rng.dirichlet(np.ones(11), size=(len(layers), steps)).astype(np.float32)
    top = np.argsort(-shares, axis=-1)[..., :k]
    found = {
        "top": top,
        "shares": np.take_along_axis(shares, top, -1),
        "layers": packed(layers),
        "left_out": packed(left_out),
        "head": packed(("norm", "out")),
        "at": np.array([1, 1, 3, int(each)]),
    }
    if each:
        found["tokens"] = rng.integers(11, size=steps)
    return {f"logit_lens/{name}": value for name, value in found.items()}


@pytest.fixture
def open_(qtbot, make_context):
    def open_(found=None, size=(640, 420), document=None):
        context = make_context(document or network())
        view = lenses.get("logit_lens")(context)
        qtbot.addWidget(view)
        view.resize(*size)
        view.show()
        qtbot.waitExposed(view)
        if found is not None:
            context.run.snapshot.emit(
                Snapshot(run=1, step=1, seconds=0.0, scalars={}, arrays=found)
            )
        return view

    return open_


def faults(view, found):
    view.grab()
    judge = Judge(found, view.context.theme.tokens)
    image, readings = view.grab().toImage(), view.readings()
    assert readings
    return [(r, fault) for r in readings if (fault := judge.fault(r, image))]


def texts(view):
    return [getattr(mark, "text", "") for mark in view.sheet.marks]


def center(view, row, column):
    return QPointF(view.board.cells.cell(row, column).center()).toPoint()


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("size", [(320, 260), (640, 420), (1300, 300)])
@pytest.mark.parametrize(
    "case", [{}, {"each": False, "steps": 1}, {"steps": 90}, {"layers": LAYERS * 12}]
)
def test_every_cell_and_every_bar_is_true(case, size, mode, open_):
    found = arrays(**case)
    view = open_(found, size)
    view.context.theme.set_mode(mode)
    assert not faults(view, found)
    view._choose((0, 0))
    assert not faults(view, found)


def test_tokens_are_named_as_in_the_vocabulary(open_):
    found = arrays()
    view = open_(found)
    vocabulary = view.context.document.report.fields["x"].vocabulary
    words = [r.words for r in view.readings() if r.words]
    assert words == [vocabulary[n] for n in found["logit_lens/top"][..., 0].ravel()]
    read = [vocabulary[n] for n in found["logit_lens/tokens"]]
    assert [text for text in texts(view) if text in vocabulary][: len(read)] == read


def test_a_click_lists_what_a_layer_would_say_at_a_step(open_, qtbot):
    found = arrays()
    view = open_(found)
    qtbot.mouseClick(view.sheet, Qt.MouseButton.LeftButton, pos=center(view, 1, 4))
    assert view.spot == (1, 4)
    vocabulary = view.context.document.report.fields["x"].vocabulary
    token = vocabulary[found["logit_lens/tokens"][4]]
    assert f"after first, step 4 ({token})" in texts(view)
    for share in found["logit_lens/shares"][1, 4]:
        assert written(float(share), 3) in texts(view)
    tip = view.board.cells.tip(view.board.cells.cell(1, 4).center())
    assert tip.startswith(f"after first, step 4 ({token}): ")


def test_keys_go_from_cell_to_cell(open_, qtbot):
    view = open_(arrays())
    assert view.spot == (2, 11)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(view.sheet, key)
    assert view.spot == (1, 9)
    assert view.board.cells.cell(1, 9) in view.sheet.ringed


def test_layers_are_blocks_of_the_graph(open_):
    view = open_(arrays())
    cursor = view.context.cursor
    view.sheet.hovered.emit((1, 4))
    assert cursor.unit == Unit("first")
    assert len(view.sheet.ringed) == 2
    cursor.set_unit(Unit("second", (3, 5)))
    assert view.sheet.ringed[1] == view.board.cells.cell(2, 3)
    cursor.set_unit(Unit("second", (99, 0)))
    assert view.sheet.ringed[1].width() == view.board.cells.rect.width()
    view.sheet.hovered.emit(None)
    assert cursor.unit is None
    assert len(view.sheet.ringed) == 1


def test_what_is_left_out_is_said(open_):
    words = open_(arrays()).note.full_text()
    assert "norm → out read the stream after each layer" in words
    assert "left out, as their output has another shape: embed" in words
    assert "left out" not in open_(arrays(left_out=())).note.full_text()


def test_what_is_no_number_is_hatched_and_has_no_name(open_):
    found = arrays()
    found["logit_lens/shares"][0, 3] = np.nan
    view = open_(found)
    assert not faults(view, found)
    assert sum(bool(r.words) for r in view.readings()) == 3 * 12 - 1
    view._choose((0, 3))
    assert not faults(view, found)


@pytest.mark.parametrize("document", [network(residual=False), regression()])
def test_a_network_that_cannot_be_read_so_is_told_why(document, open_):
    view = open_(document=document)
    assert view.context.document.report.ok
    assert "residual stack" in view._message.text()
    assert view.probes() == ()
    assert not view.is_filled


def test_a_network_that_is_opened_later_is_read_too(show, context, qtbot):
    found, document = arrays(), network()
    context.document.load(document)
    qtbot.waitUntil(lambda: context.document.report.document is document)
    view = show("logit_lens", found)
    assert not faults(view, found)
