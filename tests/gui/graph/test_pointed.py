"""Linked hover on cards: the pointer tells which number it is on, cards light what others tell."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from playground.document.model import Document
from playground.gui.cursor import Unit
from playground.gui.graph.card import Card
from playground.gui.graph.pointed import box, index_at, rectangle
from playground.telemetry.snapshot import Snapshot

CONV = {
    "data": {"dataset": "digits"},
    "nodes": [
        {"id": "x", "block": "input", "at": [0, 0]},
        {"id": "conv", "block": "conv2d", "params": {"out_channels": 4}, "at": [220, 0]},
        {"id": "flat", "block": "flatten", "at": [440, 0]},
        {"id": "out", "block": "linear", "params": {"out_features": 10}, "at": [660, 0]},
    ],
    "wires": [["x.out", "conv.in"], ["conv.out", "flat.in"], ["flat.out", "out.in"]],
    "train": {"models": {"main": {"input": "x", "output": "out"}}},
}


@pytest.fixture
def context(make_context):
    return make_context(Document(**CONV))


@pytest.fixture
def fed(view, context):
    """The canvas with numbers on every card."""
    cards = view.canvas.cards.values()
    shapes = {f"activations/{c.facts.id}": c.facts.shape for c in cards}
    arrays = {
        name: np.linspace(-1, 1, int(np.prod(shape))).reshape(shape)
        for name, shape in shapes.items()
    }
    snapshot = Snapshot(run=1, step=1, seconds=0.0, scalars={}, arrays=arrays)
    context.run.snapshot.emit(snapshot)
    view.live._draw(snapshot)
    return view


def point_at(view, card: Card, index) -> None:
    middle = card.pos() + rectangle(card, index).center()
    QTest.mouseMove(view.viewport(), view.mapFromScene(middle))


def grab(view, card: Card) -> QImage:
    rect = view.mapFromScene(card.scene_card()).boundingRect()
    return view.viewport().grab().toImage().copy(rect & view.viewport().rect())


@pytest.mark.parametrize("id", ["x", "conv", "flat", "out"])
def test_every_number_that_is_drawn_lies_where_it_is_found(id, fed):
    card = fed.canvas.cards[id]
    drawn = 0
    for index in itertools.product(*map(range, card.facts.shape)):
        rect = rectangle(card, index)
        assert card.geometry.picture.contains(rect.center())
        assert index_at(card, rect.center()) == index
        drawn += 1
    assert drawn == np.prod(card.facts.shape)


def test_boxes_of_a_map_are_cut_off_at_its_edge(fed):
    card = fed.canvas.cards["conv"]
    high, wide = card.facts.shape[1:]
    whole = rectangle(card, (2,))
    assert box(card, 2, (0, high), (0, wide)) == whole
    assert box(card, 2, (-3, high + 3), (-3, wide + 3)) == whole
    assert box(card, 2, (1, 2), (3, 4)) == rectangle(card, (2, 1, 3))
    assert box(card, 2, (high, high + 2), (0, wide)) == QRectF()
    assert box(card, 4, (0, 1), (0, 1)) == QRectF()
    assert box(fed.canvas.cards["out"], 0, (0, 1), (0, 1)) == QRectF()


def test_there_is_nothing_beside_the_picture_nor_before_the_first_number(view):
    card = view.canvas.cards["conv"]
    assert index_at(card, card.geometry.picture.center()) is None
    assert rectangle(card, (9,)) == QRectF()
    assert rectangle(card, (0, 0, 0, 0)) == QRectF()


def test_the_pointer_on_a_picture_tells_the_unit_and_its_card_lights_it(fed, context):
    card = fed.canvas.cards["conv"]
    point_at(fed, card, (1, 2, 3))
    assert context.cursor.unit == Unit("conv", (1, 2, 3))
    (lit,) = fed.pointed.outlines()
    assert lit.contains(card.pos() + rectangle(card, (1, 2, 3)).center())
    QTest.mouseMove(fed.viewport(), fed.mapFromScene(card.pos() + card.geometry.header.center()))
    assert context.cursor.unit is None
    assert fed.pointed.outlines() == []


def test_a_press_ends_the_pointing(fed, context, hand):
    card = fed.canvas.cards["conv"]
    point_at(fed, card, (1, 2, 3))
    hand.press(card.pos() + rectangle(card, (1, 2, 3)).center())
    assert context.cursor.unit is None
    fed.cancel_gesture()


@pytest.mark.parametrize("index", [(), (2,), (2, 1), (2, 1, 3)])
def test_a_card_lights_what_others_point_at_and_goes_out(index, fed, context):
    card, other = fed.canvas.cards["conv"], fed.canvas.cards["flat"]  # before it: its field
    dark, other_dark = grab(fed, card), grab(fed, other)
    context.cursor.set_unit(Unit("conv", index))
    assert grab(fed, card) != dark
    assert grab(fed, other) == other_dark
    context.cursor.set_unit(Unit("conv", (9,)))  # it has only four maps
    assert grab(fed, card) == dark
    context.cursor.set_unit(Unit("conv", index))
    context.cursor.set_unit(None)
    assert grab(fed, card) == dark


def test_bars_of_classes_are_classes(fed, context):
    card = fed.canvas.cards["out"]
    assert card.facts.loss
    point_at(fed, card, (3,))
    assert (context.cursor.unit, context.cursor.label) == (Unit("out", (3,)), 3)
    fed.hovered.emit(None)
    assert (context.cursor.unit, context.cursor.label) == (None, None)
    context.cursor.set_label(7)
    assert fed.pointed.outlines() == [rectangle(card, (7,)).translated(card.pos())]


def test_from_afar_the_whole_card_is_lit(fed, context):
    fed.zoom_by(0.1 / fed.zoom)
    context.cursor.set_unit(Unit("conv", (2,)))
    assert fed.pointed.outlines() == [fed.canvas.cards["conv"].scene_card()]


def test_a_card_that_is_deleted_is_no_longer_lit(fed, context):
    context.cursor.set_unit(Unit("conv", (2,)))
    context.selection.set(("conv",))
    fed.delete_selected()
    assert fed.pointed.outlines() == []


def test_a_composite_stands_for_the_block_whose_output_it_shows(fed, context):
    context.selection.set(("conv", "flat"))
    fed.group_selection()
    (id,) = set(fed.canvas.cards) - {"x", "out"}
    context.cursor.set_unit(Unit(f"{id}.flat", (5,)))
    assert fed.pointed.outlines()
    context.cursor.set_unit(Unit(f"{id}.conv", (1,)))
    assert fed.pointed.outlines() == []
