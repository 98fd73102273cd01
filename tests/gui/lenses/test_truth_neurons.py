"""The lens that shows a whole network as neurons: what it draws, and what can be done to it."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from live_run import Live
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from truths import Judge

from playground.document import edits
from playground.document.library import load
from playground.gui.cursor import Unit
from playground.gui.depth_model import Level
from playground.gui.lenses._neuron_columns import columns_of
from playground.gui.lenses._neuron_marks import MISSING, BiasDot, Edges, SmallMap, indices, palette
from playground.gui.lenses._neuron_net import Button
from playground.gui.lenses._neuron_points import Points, Warp
from playground.gui.lenses._neuron_state import Choice
from playground.gui.selection import Sample
from playground.gui.weight_hand import Place
from playground.registry import lenses
from playground.telemetry.snapshot import Snapshot
from playground.train.session import LOOK


class Look:
    """The lens on a training that was stopped."""

    def __init__(self, qtbot, context, document, size=(900, 560)):
        self.context = context
        context.document.load(document)
        qtbot.waitUntil(lambda: context.document.report.ok, timeout=20_000)
        self.live = Live(context.document.document, steps=3)
        self.lens = lenses.get("neurons")(context)
        qtbot.addWidget(self.lens)
        self.lens.resize(*size)
        self.lens.show()
        qtbot.waitExposed(self.lens)
        self.look()

    def look(self, **changed):
        """Show where the run is, some arrays put in the place of others."""
        self.live.steering.probes = frozenset(self.lens.probes())
        found = self.live.generator.send(LOOK)
        arrays = {**found.arrays, **changed}
        snapshot = Snapshot(run=1, step=found.step, seconds=0.0, scalars={}, arrays=arrays)
        self.context.run.past.shown = snapshot
        self.context.run.snapshot.emit(snapshot)
        self.arrays = arrays
        return arrays

    def marks(self, kind):
        return [m for m in self.lens.sheet.marks if isinstance(m, kind)]

    def mouse(self, kind, at, button=Qt.MouseButton.LeftButton):
        sheet = self.lens.sheet
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
        event = QMouseEvent(
            kind,
            QPointF(at),
            QPointF(sheet.mapToGlobal(QPointF(at).toPoint())),
            button,
            held,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(sheet, event)

    def click(self, at):
        self.mouse(QEvent.Type.MouseButtonPress, at)
        self.mouse(QEvent.Type.MouseButtonRelease, at)


@pytest.fixture
def xor(qtbot, context):
    return Look(qtbot, context, load("xor-mlp"))


def test_every_pixel_of_every_neuron_is_its_output(xor):
    model = xor.live.session.models["main"]
    theme = xor.context.theme
    shown = xor.marks(SmallMap)
    assert len(shown) == 2 + 6 + 1
    left, right, low, high = xor.arrays["neurons/extent"]
    middles = (np.arange(100) + 0.5) / 100
    x, y = np.meshgrid(left + middles * (right - left), low + middles * (high - low))
    grid = torch.tensor(np.stack([x.ravel(), y.ravel()], 1), dtype=torch.float32)
    with torch.no_grad():
        hidden = torch.tanh(model.get_submodule("hidden")(grid))
        out = model.get_submodule("out")(hidden)
    wanted = {"x": grid, "act": hidden, "out": out}
    for small in shown:
        values = wanted[small.unit.node][:, small.unit.index[0]].numpy().reshape(100, 100)[::-1]
        table = np.array([QColorParts(c) for c in small.table])
        colours = theme.diverging(values.astype(float), small.scale.high)
        assert np.abs(table[small.places].astype(int) - colours[..., :3]).max() <= 2


def QColorParts(argb):
    return (argb >> 16) & 255, (argb >> 8) & 255, argb & 255


def test_colours_are_those_of_the_theme_and_what_is_no_number_has_none(context):
    values = np.array([[-2.0, -1.0, -0.3], [0.0, 0.4, 1.0], [np.nan, np.inf, -np.inf]], np.float32)
    places, table = indices(values, 1.0), palette(context.theme)
    assert (places[2] == MISSING).all()
    assert table[MISSING] >> 24 == 0
    wanted = context.theme.diverging(values[:2], 1.0)[..., :3]
    shown = np.array([[QColorParts(table[p]) for p in row] for row in places[:2]])
    assert (shown == wanted).all()


def test_columns_are_layers_with_what_follows_them(context, qtbot):
    def columns(name):
        context.document.load(load(name))
        qtbot.waitUntil(lambda: context.document.report.ok, timeout=20_000)
        return [(c.node, c.layer, c.units) for c in columns_of(context.document.report)]

    assert columns("xor-mlp") == [("x", "", 2), ("act", "hidden", 6), ("out", "out", 1)]
    assert columns("digits-mlp")[0][2] == 64
    assert columns("digits-cnn") == []
    assert columns("gan-ring") == []


def test_it_says_what_it_needs(qtbot, context):
    context.document.load(load("digits-cnn"))
    qtbot.waitUntil(lambda: context.document.report.ok, timeout=20_000)
    lens = lenses.get("neurons")(context)
    qtbot.addWidget(lens)
    lens.show()
    assert "chain of fully connected layers" in lens._message.text()
    assert lens.probes() == ()


def test_a_line_is_dragged_and_the_weight_follows(xor, monkeypatch):
    told = []
    monkeypatch.setattr(xor.context.hand, "why_not", lambda: "")
    monkeypatch.setattr(xor.context.run, "set_weight", lambda *a: told.append(a))
    edges = xor.marks(Edges)[0]
    start, end = QPointF(*edges.starts[1]), QPointF(*edges.ends[4])
    at = start + 0.93 * (end - start)  # near its neuron, where no other line is as near
    weight = edges.near(at)
    assert (weight.node, weight.index) == ("hidden", (4, 1))
    assert weight.value == xor.arrays["neurons/hidden/weight"][4, 1]
    xor.mouse(QEvent.Type.MouseButtonPress, at)
    xor.mouse(QEvent.Type.MouseMove, at - QPointF(0, 30))
    xor.mouse(QEvent.Type.MouseMove, at - QPointF(0, 50))
    xor.mouse(QEvent.Type.MouseButtonRelease, at - QPointF(0, 50))
    node, name, index, value = told[-1]
    assert (node, name, index) == ("hidden", "weight", (4, 1))
    whole = xor.lens.shown.weights_scale("hidden").high
    assert value == pytest.approx(weight.value + 0.5 * whole)
    assert xor.context.hand.undo_text() == str(Place("hidden", "weight", (4, 1)))


def test_a_bias_is_dragged_too(xor, monkeypatch):
    told = []
    monkeypatch.setattr(xor.context.hand, "why_not", lambda: "")
    monkeypatch.setattr(xor.context.run, "set_weight", lambda *a: told.append(a))
    dot = xor.marks(BiasDot)[2]
    at = dot.rect.center()
    xor.mouse(QEvent.Type.MouseButtonPress, at)
    xor.mouse(QEvent.Type.MouseMove, at + QPointF(0, 40))
    xor.mouse(QEvent.Type.MouseButtonRelease, at + QPointF(0, 40))
    assert told[-1][:3] == ("hidden", "bias", (2,))
    assert told[-1][3] < dot.value


def test_a_drag_that_cannot_be_is_refused_with_a_reason(xor):
    said = []
    xor.context.notices.pointed.connect(lambda text, _: said.append(text))
    at = xor.marks(BiasDot)[0].rect.center()
    xor.mouse(QEvent.Type.MouseButtonPress, at)
    xor.mouse(QEvent.Type.MouseMove, at + QPointF(0, 40))
    assert said == [xor.context.hand.why_not()]
    assert said[0]


def test_a_dot_that_is_clicked_is_followed_and_every_neuron_shows_its_value(xor):
    points = xor.marks(Points)[0]
    inside = [i for i, spot in enumerate(points.spots) if points.rect.contains(QPointF(*spot))]
    number = inside[7]
    found = points.near(QPointF(*points.spots[number]))[1]
    xor.click(QPointF(*points.spots[found.number]))
    assert xor.context.selection.sample == found
    arrays = xor.look()
    x = xor.live.session.run.train["x"][found.number]
    assert np.allclose(arrays["neurons/x/value"], x.numpy())
    assert np.allclose(arrays["neurons/point"], x.numpy())
    texts = {r.text for r in xor.lens.readings() if r.tensor == "neurons/act/value"}
    assert texts


def test_pointing_links_both_ways(xor):
    small = xor.marks(SmallMap)[3]
    xor.mouse(QEvent.Type.MouseMove, small.rect.center(), Qt.MouseButton.NoButton)
    assert xor.context.cursor.unit == small.unit == Unit("act", (1,))
    xor.context.cursor.set_unit(Unit("hidden", (5,)))
    assert xor.lens.sheet.ringed == (xor.marks(SmallMap)[7].rect,)
    lit = [(r, c) for r in range(6) for c in range(2) if xor.marks(Edges)[0].lit(r, c)]
    assert lit == [(5, 0), (5, 1)]
    dot = xor.marks(Points)[0]
    xor.mouse(QEvent.Type.MouseMove, QPointF(*dot.spots[0]), Qt.MouseButton.NoButton)
    assert xor.context.cursor.sample is not None
    QApplication.sendEvent(xor.lens.sheet, QEvent(QEvent.Type.Leave))
    assert xor.context.cursor.sample is None
    assert xor.context.cursor.unit is None


def test_the_double_click_opens_the_neuron(xor):
    at = xor.marks(SmallMap)[4].rect.center()
    xor.mouse(QEvent.Type.MouseButtonDblClick, at)
    place = xor.context.depth.place
    assert (place.node, place.level, place.unit) == ("hidden", Level.NEURON, (2,))


def test_plus_and_minus_change_the_layer(xor, qtbot):
    less, more = xor.marks(Button)
    xor.click(more.rect.center())
    assert xor.context.document.document.by_id["hidden"].params["out_features"] == 7
    qtbot.waitUntil(lambda: xor.lens.columns[1].units == 7, timeout=5000)
    xor.context.document.undo_stack.undo()
    qtbot.waitUntil(lambda: xor.lens.columns[1].units == 6, timeout=5000)
    assert less.told != more.told


def test_before_the_activation_and_the_bent_grid(xor):
    xor.lens.choose(Choice(before=True))
    arrays = xor.look()
    act, hidden = np.tanh(arrays["neurons/hidden/maps"]), xor.live.session.models["main"]
    assert act.shape == (6, 100, 100)
    xor.lens.choose(Choice(warped=True, test=True))
    xor.click(xor.marks(SmallMap)[2].rect.center())
    xor.click(xor.marks(SmallMap)[5].rect.center())
    arrays = xor.look()
    assert arrays["neurons/act/pair"].tolist() == [3, 0]
    wanted = arrays["neurons/act/maps"][[3, 0]]
    assert np.array_equal(arrays["neurons/act/warp"], wanted)
    assert len(xor.marks(Warp)) == 1
    with torch.no_grad():
        made = torch.tanh(hidden.get_submodule("hidden")(xor.live.session.run.test["x"]))
    assert np.allclose(arrays["neurons/act/test"], made[:, [3, 0]].numpy(), atol=1e-6)


def test_more_than_two_inputs_are_cut_by_a_plane(qtbot, context):
    look = Look(qtbot, context, load("iris-mlp"))
    x = look.live.session.run.train["x"]
    mean = x.mean(0).numpy()
    look.lens.cut((2, 0))
    arrays = look.look()
    assert np.allclose(arrays["neurons/origin"], mean * [0, 1, 0, 1], atol=1e-6)
    assert np.allclose(arrays["neurons/train"], x[:, [2, 0]].numpy(), atol=1e-5)
    assert "mean" in look.lens.bar.note.text() or look.lens.bar.note.toolTip()
    look.lens.cut("pca")
    arrays = look.look()
    centred = (x - x.mean(0)).numpy()
    _, _, right = np.linalg.svd(centred, full_matrices=False)
    for ours, theirs in zip(arrays["neurons/directions"], right[:2], strict=True):
        assert abs(float(ours @ theirs)) == pytest.approx(1.0, abs=1e-4)


def test_what_is_no_number_is_hatched(xor):
    maps = xor.arrays["neurons/act/maps"].copy()
    weight = xor.arrays["neurons/hidden/weight"].copy()
    maps[1, 40], weight[0, 0] = np.nan, np.inf
    xor.look(**{"neurons/act/maps": maps, "neurons/hidden/weight": weight})
    assert (xor.marks(SmallMap)[3].places == MISSING).any()
    hatched = [r for r in xor.lens.readings() if r.colour == ()]
    assert {r.tensor for r in hatched} >= {"neurons/hidden/weight"}
    xor.lens.grab()


def test_wide_layers_show_what_fits_and_scroll(qtbot, context):
    wide = edits.set_param(load("xor-mlp"), "hidden", "out_features", 1000)
    look = Look(qtbot, context, wide, size=(600, 400))
    column = look.lens.standings[1]
    assert column.count < 30
    at = column.tiles[0].center()
    assert look.lens.scroll(at, 1)
    look.look()
    assert look.marks(SmallMap)[2].unit == Unit("act", (1,))
    assert len(look.arrays["neurons/act/maps"]) == column.count
    assert not look.lens.scroll(look.lens.standings[0].tiles[0].center(), 1)


def test_a_sample_that_is_not_there_leaves_the_pictures(xor):
    xor.context.selection.follow(Sample("train", 10**6))
    arrays = xor.look()
    assert "neurons/act/value" not in arrays or xor.lens.is_filled
    assert len(xor.marks(SmallMap)) == 9


def test_keys_go_from_neuron_to_neuron(xor, qtbot):
    sheet = xor.lens.sheet
    sheet.setFocus()
    qtbot.keyClick(sheet, Qt.Key.Key_Left)
    qtbot.keyClick(sheet, Qt.Key.Key_Down)
    assert xor.lens.gaze.at == (1, 1)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert xor.context.depth.place.unit == (1,)


def test_a_smaller_lens_has_no_room_for_the_large_neuron(qtbot, context):
    look = Look(qtbot, context, load("xor-mlp"), size=(420, 260))
    assert not look.marks(Points)
    assert look.marks(SmallMap)
    assert look.lens.sheet.childAt(QPoint(1, 1)) is None


def test_numbers_of_any_network_are_shown_as_they_are(qtbot, context, show):
    context.document.load(load("xor-mlp"))
    qtbot.waitUntil(lambda: context.document.report.ok, timeout=20_000)
    rng = np.random.default_rng(3)

    def some(*shape):
        return rng.normal(size=shape).astype(np.float32)

    arrays = {"neurons/extent": np.float32([-1, 1, -2, 2]), "neurons/train": some(5, 2)}
    for node, units in (("x", 2), ("act", 6), ("hidden", 6), ("out", 1)):
        arrays[f"neurons/{node}/maps"] = some(units, 30, 30)
        arrays[f"neurons/{node}/units"] = np.arange(units)
        arrays[f"neurons/{node}/value"] = some(units)
    for node, shape in (("hidden", (6, 2)), ("out", (1, 6))):
        arrays[f"neurons/{node}/weight"], arrays[f"neurons/{node}/bias"] = (
            some(*shape),
            some(shape[0]),
        )
    arrays["data/train_y"] = np.arange(5) % 2
    view = show("neurons", arrays)
    view.resize(900, 560)
    judge = Judge(arrays, context.theme.tokens)
    readings = view.readings()
    assert {r.tensor for r in readings} >= {f"neurons/{n}/weight" for n in ("hidden", "out")}
    assert not [(r, fault) for r in readings if (fault := judge.fault(r))]
    arrays["neurons/hidden/weight"][2, 1] += 0.5
    assert [r for r in readings if judge.fault(r)]
