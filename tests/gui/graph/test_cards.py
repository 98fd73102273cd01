"""Cards show what document, check and snapshot say."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from playground import i18n
from playground.document import edits
from playground.document.model import Document, Node, Wire
from playground.gui.graph import health
from playground.telemetry.probes.weights import Weights
from playground.telemetry.snapshot import Snapshot

DIGITS = {
    "title": "Digits",
    "data": {"dataset": "digits"},
    "nodes": [
        {"id": "x", "block": "input", "at": [0, 0]},
        {"id": "conv", "block": "conv2d", "params": {"out_channels": 8}, "at": [220, 0]},
        {"id": "flat", "block": "flatten", "at": [440, 0]},
        {"id": "out", "block": "linear", "params": {"out_features": 10}, "at": [660, 0]},
    ],
    "wires": [["x.out", "conv.in"], ["conv.out", "flat.in"], ["flat.out", "out.in"]],
    "train": {
        "models": {"main": {"input": "x", "output": "out"}},
        "params": {"loss": "cross_entropy"},
    },
}


@pytest.fixture
def digits(make_context, show):
    return show(make_context(Document(**DIGITS)))


def tell(view, step=1, **arrays) -> None:
    """A snapshot arrives."""
    named = {name.replace("__", "/"): np.asarray(value) for name, value in arrays.items()}
    run = view.context.run
    run.newest = Snapshot(run=1, step=step, seconds=0.0, scalars={}, arrays=named)
    view.live.repaint()
    run.snapshot.emit(run.newest)


def pixels(images) -> np.ndarray:
    """RGBA of several QImages of one size, (n, height, width, 4)."""
    plain = [image.convertToFormat(image.Format.Format_RGBA8888) for image in images]
    return np.stack([np.array(p.constBits()).reshape(p.height(), p.width(), 4) for p in plain])


def test_a_card_states_title_settings_parameters_and_ports(digits):
    facts = digits.canvas.cards["conv"].facts
    assert (facts.title, facts.settings) == ("Conv 2-D", "3×3 × 8")
    assert facts.foot == "80 params"
    assert [p.name for p in facts.inputs + facts.outputs] == ["in", "out"]
    assert digits.canvas.cards["x"].facts.title == "Handwritten digits"
    assert digits.canvas.cards["flat"].facts.foot.replace("×", "") != ""


def test_wires_show_the_shape_and_grow_with_the_tensor(digits):
    labels = {item.wire.source: item for item in digits.canvas.wires()}
    assert labels["x"].tensor == (1, 8, 8)
    assert "1×8×8" in labels["x"].toolTip()
    from playground.gui.graph.wire import thickness

    assert thickness((1,)) < thickness((256,)) < thickness((64, 32, 32))


def test_the_picture_of_a_card_is_the_tensor_through_the_colour_scale(digits, qtbot):
    maps = np.random.default_rng(0).normal(size=digits.canvas.cards["conv"].facts.shape)
    tell(digits, activations__conv=maps.astype(np.float32))
    card = digits.canvas.cards["conv"]
    qtbot.waitUntil(lambda: card.picture.images != (), timeout=2000)
    shown = pixels(card.picture.images)
    theme = digits.context.theme
    expected = theme.diverging(maps.astype(np.float32), float(np.abs(maps).max()))
    assert np.array_equal(shown, expected)
    assert f"{np.abs(maps).max():.3g}" in card.toolTip()


def test_a_tensor_of_another_shape_is_not_shown(digits, qtbot):
    tell(digits, activations__conv=np.ones((2, 2, 2), np.float32), activations__flat=np.ones(3))
    assert digits.canvas.cards["conv"].picture.images == ()
    assert digits.canvas.cards["flat"].picture.images == ()


def test_class_bars_are_the_softmax_and_say_so(digits, qtbot):
    logits = np.linspace(-2, 3, 10).astype(np.float32)
    tell(digits, activations__out=logits, activations__target=np.int64(4))
    card = digits.canvas.cards["out"]
    qtbot.waitUntil(lambda: card.picture.bars != (), timeout=2000)
    softmax = np.exp(logits) / np.exp(logits).sum()
    assert [bar.end for bar in card.picture.bars] == pytest.approx(list(softmax), abs=1e-6)
    assert [bar.label for bar in card.picture.bars] == [str(n) for n in range(10)]
    assert (card.picture.choice, card.picture.target) == (9, 4)
    assert "softmax" in card.toolTip()
    assert digits.canvas.cards["x"].pulse.foot == "class 4"


def test_gradient_and_health_stand_in_the_foot(digits, qtbot):
    shape = digits.canvas.cards["conv"].facts.shape
    tell(
        digits,
        activations__conv=np.ones(shape, np.float32),
        gradients__conv=np.array([0.0213], np.float32),
        gradients__out=np.array([np.nan], np.float32),
    )
    cards = digits.canvas.cards
    qtbot.waitUntil(lambda: cards["conv"].pulse.gradient == "|∇| 2e-2", timeout=2000)
    assert cards["conv"].pulse.health == "good"
    assert cards["out"].pulse.health == "bad"
    assert "NaN" in cards["out"].toolTip()


@pytest.mark.parametrize(
    ("values", "gradient", "expected"),
    [
        (None, None, ""),
        (np.ones(3), None, "good"),
        (np.ones(3), 0.0, "warning"),
        (np.zeros(3), 0.5, "warning"),
        (np.array([1.0, np.inf]), 0.5, "bad"),
        (np.ones(3), float("nan"), "bad"),
    ],
)
def test_health_has_a_reason_unless_it_is_good(values, gradient, expected):
    state, reason = health.health_of(values, gradient)
    assert state == expected
    assert bool(reason) == (expected in ("warning", "bad"))


@pytest.mark.parametrize(
    ("value", "text"), [(0.0213, "2e-2"), (0.0, "0"), (123.0, "1e2"), (float("nan"), "NaN")]
)
def test_a_gradient_is_written_in_four_characters(value, text):
    assert health.short(value) == text


def test_a_card_does_not_change_its_size_while_it_learns(digits, qtbot):
    card = digits.canvas.cards["conv"]
    before = card.geometry.card
    tell(digits, activations__conv=np.ones(card.facts.shape), gradients__conv=np.array([1e-12]))
    qtbot.waitUntil(lambda: card.pulse.gradient != "", timeout=2000)
    assert card.geometry.card == before
    width = QFontMetricsF(digits.canvas.look.small_number).horizontalAdvance(card.foot.text())
    assert width < before.width() - 30


def test_a_new_run_forgets_the_pictures_of_the_old_one(digits, qtbot):
    card = digits.canvas.cards["conv"]
    tell(digits, activations__conv=np.ones(card.facts.shape, np.float32))
    qtbot.waitUntil(lambda: card.picture.images != (), timeout=2000)
    digits.context.run.restarted.emit(2)
    assert card.picture.images == ()


def test_an_unknown_block_is_a_placeholder_with_its_wires(make_context, show):
    nodes = (Node(id="x", block="input"), Node(id="odd", block="quantum_layer", at=(220, 0)))
    wires = (Wire(source="x", target="odd", target_port="left"),)
    view = show(make_context(Document(nodes=nodes, wires=wires)))
    card = view.canvas.cards["odd"]
    assert card.facts.unknown
    assert card.facts.title == "quantum_layer"
    assert [p.name for p in card.facts.inputs] == ["left"]
    assert card.facts.problem is not None
    (item,) = view.canvas.wires()
    assert item.path().pointAtPercent(1) == card.port_place("in:left")
    view.grab()


def test_an_error_puts_a_badge_on_the_card_and_colours_the_wires_to_it(digits):
    model = digits.context.document
    before = digits.grab().toImage()
    model.push("break", lambda d: edits.disconnect(d, d.wires[1]))
    model.push("break", lambda d: edits.connect(d, Wire(source="conv", target="out")))
    card = digits.canvas.cards["out"]
    assert card.facts.problem.severity == "error"
    assert card.facts.problem.message in card.toolTip()
    faulty = {item.wire.source for item in digits.canvas.wires() if item.faulty}
    assert "conv" in faulty
    assert digits.grab().toImage() != before
    model.undo_stack.undo()
    model.undo_stack.undo()
    assert card.facts.problem is None
    assert not any(item.faulty for item in digits.canvas.wires())


def test_undo_and_rename_keep_cards_and_document_together(digits):
    model = digits.context.document
    model.push("rename", lambda d: edits.rename_node(d, "conv", "first"))
    assert set(digits.canvas.cards) == {"x", "first", "flat", "out"}
    model.push("widen", lambda d: edits.set_param(d, "first", "out_channels", 4))
    assert digits.canvas.cards["first"].facts.settings == "3×3 × 4"
    model.undo_stack.setIndex(0)
    assert set(digits.canvas.cards) == {"x", "conv", "flat", "out"}
    assert sum(1 for _ in digits.canvas.wires()) == 3


def test_class_names_follow_the_data(digits):
    model = digits.context.document
    model.push("data", lambda d: edits.set_data(d, "iris"))
    assert digits.canvas.cards["x"].facts.title != "Handwritten digits"
    assert digits.canvas.cards["out"].facts.loss == ""


def test_no_title_is_cut_in_chinese(digits, monkeypatch):
    long = "二维卷积层（含步长与填充）"
    monkeypatch.setattr(i18n, "catalogue", lambda code: {"Conv 2-D": long})
    i18n.set_language("zh")
    QApplication.sendEvent(digits, QEvent(QEvent.Type.LanguageChange))
    card = digits.canvas.cards["conv"]
    assert card.facts.title == long
    assert card.title.text() == long
    needed = QFontMetricsF(digits.canvas.look.title).horizontalAdvance(long)
    assert card.geometry.card.width() > needed + 40


def test_a_theme_switch_repaints_pictures_and_cards(digits, qtbot):
    card = digits.canvas.cards["conv"]
    maps = np.full(card.facts.shape, 0.0, np.float32)
    maps[0, 0, 0] = -1
    tell(digits, activations__conv=maps)
    qtbot.waitUntil(lambda: card.picture.images != (), timeout=2000)
    light = pixels(card.picture.images)
    digits.context.theme.set_mode("dark")
    qtbot.waitUntil(lambda: not np.array_equal(pixels(card.picture.images), light), timeout=2000)
    assert digits.canvas.look.tokens == digits.context.theme.tokens


def test_three_hundred_cards_are_all_there_and_an_edit_touches_only_its_own(make_context, show):
    nodes = [Node(id="x", block="input")]
    nodes += [
        Node(id=f"n{i}", block="tanh", at=((i % 20) * 200, (i // 20) * 160)) for i in range(1, 300)
    ]
    wires = [Wire(source=a.id, target=b.id) for a, b in pairwise(nodes)]
    view = show(make_context(Document(nodes=tuple(nodes), wires=tuple(wires))))
    assert len(view.canvas.cards) == 300
    assert sum(1 for _ in view.canvas.wires()) == 299
    paths = {item: item.path() for item in view.canvas.wires()}
    view.context.document.push("move", lambda d: edits.move_nodes(d, {"n150": (0, -500)}))
    moved = {item.wire for item in view.canvas.wires() if item.path() != paths[item]}
    assert moved == {
        Wire(source="n149", target="n150"),
        Wire(source="n150", target="n151"),
    }
    view.grab()


def test_a_small_convolution_shows_its_kernels(digits, qtbot):
    card = digits.canvas.cards["conv"]
    weights = np.random.default_rng(4).normal(size=(8, 1, 3, 3)).astype(np.float32)
    assert Weights("conv") in digits.context.run.steering.probes
    tell(digits, activations__conv=np.ones(card.facts.shape), weights__conv=weights)
    qtbot.waitUntil(lambda: card.picture.kernels != (), timeout=2000)
    shown = pixels(card.picture.kernels)
    expected = digits.context.theme.diverging(weights, float(np.abs(weights).max()))
    assert np.array_equal(shown, expected[:, 0])
    digits.grab()


def test_a_large_convolution_shows_no_kernels(digits):
    model = digits.context.document
    model.push("widen", lambda d: edits.set_param(d, "conv", "out_channels", 64))
    assert digits.canvas.cards["conv"].facts.kernels.shown == 0
    assert Weights("conv") not in digits.context.run.steering.probes
