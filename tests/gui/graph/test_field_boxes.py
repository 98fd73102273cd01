"""Boxes of the receptive field on cards: those of the network's own arithmetic, and only then."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from playground.document.model import Document
from playground.explain.receptive_field import receptive_fields
from playground.gui.cursor import Unit
from playground.gui.graph import field_boxes
from playground.gui.graph.pointed import index_at, rectangle
from playground.telemetry.snapshot import Snapshot

FAR = {"out_channels": 2, "dilation": 2, "padding": 2}
NETWORK = {  # strides, paddings, groups, a branch that is added, one that is joined, stamps, copies
    "data": {"dataset": "digits"},
    "nodes": [
        {"id": "x", "block": "input"},
        {"id": "conv", "block": "conv2d", "params": {"out_channels": 4, "padding": 2}},
        {"id": "pool", "block": "max_pool2d", "params": {"kernel_size": 2}},
        {"id": "deep", "block": "conv2d", "params": {"out_channels": 4, "groups": 4}},
        {"id": "sum", "block": "add"},
        {
            "id": "far",
            "block": "conv2d",
            "params": {"out_channels": 2, "dilation": 2, "padding": 2},
        },
        {"id": "both", "block": "concat", "params": {"dim": 1}},
        {"id": "part", "block": "conv2d", "params": {"out_channels": 6, "groups": 6}},
        {"id": "stamp", "block": "conv_transpose2d", "params": {"out_channels": 2}},
        {"id": "grow", "block": "upsample", "params": {"mode": "bilinear"}},
        {"id": "flat", "block": "flatten"},
        {"id": "out", "block": "linear", "params": {"out_features": 10}},
    ],
    "wires": [
        ["x.out", "conv.in"],
        ["conv.out", "pool.in"],
        ["pool.out", "deep.in"],
        ["pool.out", "sum.in"],
        ["deep.out", "sum.in"],
        ["sum.out", "both.in"],
        ["far.out", "both.in"],
        ["sum.out", "far.in"],
        ["both.out", "part.in"],
        ["part.out", "stamp.in"],
        ["stamp.out", "grow.in"],
        ["grow.out", "flat.in"],
        ["flat.out", "out.in"],
    ],
    "train": {"models": {"main": {"input": "x", "output": "out"}}},
}
for _number, _node in enumerate(NETWORK["nodes"]):
    _node["at"] = [240 * (_number % 4), 280 * (_number // 4)]


@pytest.fixture
def context(make_context):
    made = make_context(Document(**NETWORK))
    made.doctor.set_enabled(False)
    return made


@pytest.fixture
def fed(view, context, qtbot):
    """The canvas with numbers on every card."""
    qtbot.waitUntil(lambda: context.document.report.ok)
    context.run.restarted.disconnect(view.live._on_restarted)  # no network takes them away again
    cards = view.canvas.cards.values()
    arrays = {
        f"activations/{c.facts.id}": np.linspace(-1, 1, int(np.prod(c.facts.shape))).reshape(
            c.facts.shape
        )
        for c in cards
    }
    snapshot = Snapshot(run=1, step=1, seconds=0.0, scalars={}, arrays=arrays)
    context.run.snapshot.emit(snapshot)
    view.live._draw(snapshot)
    return view


def boxes(view) -> dict[str, list[QRectF]]:
    return {
        x.card.facts.id: [r.translated(-x.card.pos()) for r in x.rects()]
        for x in view.field_boxes.looked
    }


def texts(view) -> dict[str, str]:
    return {x.card.facts.id: text for x, text in view.field_boxes.words()}


def corners(card, rect) -> tuple:
    """The first and the last number in a box."""
    inset = QPointF(0.4, 0.4)
    return index_at(card, rect.topLeft() + inset), index_at(card, rect.bottomRight() - inset)


UNITS = [
    ("conv", (3, 0, 9)),
    ("pool", (1, 2, 2)),
    ("deep", (2, 0, 0)),
    ("sum", (1, 3, 1)),
    ("far", (0, 2, 2)),
    ("both", (0, 2, 2)),
    ("both", (5, 2, 2)),
    ("part", (1, 2, 4)),
    ("stamp", (1, 4, 4)),
    ("grow", (0, 9, 3)),
    ("flat", (37,)),
    ("out", (3,)),
]


@pytest.mark.parametrize(("node", "index"), UNITS)
def test_boxes_hold_what_the_cell_looks_at_map_by_map(node, index, fed, context):
    fields = receptive_fields(context.document.report, node, index)
    context.cursor.set_unit(Unit(node, index))
    shown = boxes(fed)
    before = {id for id, field in fields.items() if len(field.shape) == 3} - {node}
    assert set(shown) == before
    for id, rects in shown.items():
        card, seen = fed.canvas.cards[id], fields[id].full()
        if seen.all():
            assert rects == [rectangle(card, ())]
            continue
        channels = np.flatnonzero(seen.any((1, 2)))
        assert len(rects) == len(channels)
        for channel, rect in zip(channels, rects, strict=True):
            rows, columns = (np.flatnonzero(seen[channel].any(axis)) for axis in (1, 0))
            first, last = (channel, rows[0], columns[0]), (channel, rows[-1], columns[-1])
            assert corners(card, rect) == (first, last)


def test_what_is_added_looks_through_both_branches(fed, context):
    context.cursor.set_unit(Unit("pool", (1, 2, 2)))
    alone = boxes(fed)["conv"][0]
    context.cursor.set_unit(Unit("sum", (1, 2, 2)))
    assert boxes(fed)["conv"][0].contains(alone)
    assert boxes(fed)["conv"][0] != alone


def test_the_size_is_said_with_what_lies_in_the_padding(fed, context):
    context.cursor.set_unit(Unit("conv", (0, 5, 5)))
    assert texts(fed) == {"x": "3 × 3 px"}
    context.cursor.set_unit(Unit("conv", (0, 0, 5)))
    assert texts(fed) == {"x": "3 × 3 px, 1 × 3 without padding"}
    (looked,) = fed.field_boxes.looked
    assert looked.cut() == (True, False, False, False)
    context.cursor.set_unit(Unit("conv", (0, 9, 9)))
    assert fed.field_boxes.looked[0].cut() == (False, True, True, False)


def test_the_data_says_all_and_no_words_are_wider_than_another_card(fed, context):
    context.cursor.set_unit(Unit("part", (0, 0, 0)))
    for zoom in (1.0, 0.75, 0.5):
        fed.zoom_by(zoom / fed.zoom)
        said = texts(fed)
        assert "without padding" in said.pop("x")
        assert not any("padding" in text for text in said.values())
        for id, text in said.items():
            width = fed.canvas.cards[id].scene_card().width() * zoom
            assert fed.canvas.look.width(fed.canvas.look.small, text) < width


def test_from_afar_only_the_data_says_the_size_and_tiles_show_nothing(fed, context):
    context.cursor.set_unit(Unit("deep", (0, 2, 2)))
    fed.zoom_by(0.7 / fed.zoom)
    assert set(texts(fed)) == {"x", "conv", "pool"}
    fed.zoom_by(0.4 / fed.zoom)
    assert set(texts(fed)) == {"x"}
    fed.zoom_by(0.2 / fed.zoom)
    context.cursor.set_unit(None)
    dark = fed.viewport().grab().toImage()
    context.cursor.set_unit(Unit("deep", (0, 2, 2)))
    lit = fed.viewport().grab().toImage()
    for id in ("x", "conv", "pool"):
        place = fed.mapFromScene(fed.canvas.cards[id].scene_card()).boundingRect()
        assert lit.copy(place) == dark.copy(place)


def pictures(view, ids) -> dict[str, QImage]:
    """The inside of cards: beside them wires may find other ways at any time."""
    whole = view.viewport().grab().toImage()
    cards = {id: view.canvas.cards[id].scene_card().adjusted(14, 14, -14, -14) for id in ids}
    return {id: whole.copy(view.mapFromScene(r).boundingRect()) for id, r in cards.items()}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_boxes_are_painted_and_go_out_with_the_pointer(theme, context, request):
    context.theme.set_mode(theme)
    fed = request.getfixturevalue("fed")
    fed.fit_all()
    before = ("x", "conv", "pool", "deep", "sum", "both")  # map 1 of "both" is one of "sum"
    dark = pictures(fed, [*before, "far", "grow"])
    card = fed.canvas.cards["part"]
    spot = fed.mapFromScene(card.pos() + rectangle(card, (1, 2, 2)).center())
    QTest.mouseMove(fed.viewport(), spot + QPoint(40, 400))
    QTest.mouseMove(fed.viewport(), spot)
    assert set(boxes(fed)) == set(before)
    lit = pictures(fed, dark)
    assert {id for id in dark if lit[id] != dark[id]} == set(before)
    fed.hovered.emit(None)
    assert not fed.field_boxes.looked
    assert pictures(fed, dark) == dark


@pytest.mark.parametrize(
    "unit",
    [
        Unit("x", (0, 1, 1)),  # there is nothing before it
        Unit("conv", (1,)),  # a map is no cell
        Unit("conv", (9, 0, 0)),
        Unit("conv", (0, 0, 99)),
        Unit("gone", (0,)),
        Unit("conv", ()),
    ],
)
def test_what_is_no_cell_has_no_box(unit, fed, context):
    context.cursor.set_unit(unit)
    assert not fed.field_boxes.looked


def test_nothing_is_worked_out_while_nothing_is_pointed_at(fed, context, monkeypatch):
    asked = []
    monkeypatch.setattr(field_boxes, "receptive_fields", lambda *a: asked.append(a) or {})
    context.cursor.set_label(3)
    context.cursor.set(3.0)
    fed.viewport().grab()
    fed.canvas.reshaped.emit()
    assert not asked
    context.cursor.set_unit(Unit("conv", (0, 1, 1)))
    assert len(asked) == 1


def test_a_deep_network_is_walked_when_the_pointer_rests(fed, context, qtbot):
    context.cursor.set_unit(Unit("conv", (0, 1, 1)))
    fed.field_boxes._cost = 1.0
    context.cursor.set_unit(Unit("conv", (0, 2, 2)))
    assert not fed.field_boxes.looked
    qtbot.waitUntil(lambda: bool(fed.field_boxes.looked))
    fed.field_boxes._cost = 1.0
    context.cursor.set_unit(Unit("conv", (0, 3, 3)))
    context.cursor.set_unit(None)
    qtbot.wait(200)
    assert not fed.field_boxes.looked


def test_a_card_that_is_deleted_has_no_box(fed, context, qtbot):
    context.cursor.set_unit(Unit("deep", (0, 2, 2)))
    assert "conv" in boxes(fed)
    context.selection.set(("conv",))
    fed.delete_selected()
    fed.viewport().grab()
    assert "conv" not in boxes(fed)


def test_a_composite_draws_the_box_of_the_output_it_shows(fed, context, qtbot):
    context.selection.set(("conv", "pool"))
    fed.group_selection()
    (id,) = set(fed.canvas.cards) - {n["id"] for n in NETWORK["nodes"]}
    qtbot.waitUntil(lambda: context.document.report.ok)
    context.cursor.set_unit(Unit("deep", (1, 2, 2)))
    assert set(boxes(fed)) == {"x", id}
    context.cursor.set_unit(Unit(f"{id}.conv", (1, 2, 2)))  # not the one that the card shows
    assert set(boxes(fed)) == {"x"}
    fed.enter(id)
    context.cursor.set_unit(Unit(f"{id}.pool", (1, 2, 2)))
    assert any("conv" in card for card in boxes(fed))
    assert texts(fed)
