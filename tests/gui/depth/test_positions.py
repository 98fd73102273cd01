"""The view of positional encodings: the numbers that the block adds, or by which it turns."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from PySide6.QtCore import Qt
from shown_depth import network, show

from playground.gui.cursor import Unit
from playground.gui.depth._claims import Computed
from playground.gui.depth._marks import Bar, Words
from playground.gui.depth.positions import PositionsLayer
from playground.gui.depth_model import Level, Place, view_for

KINDS = {
    "sine": {"kind": "sine"},
    "waves": {"kind": "sine", "base": 50.0},
    "learned": {"kind": "learned"},
    "rotary": {"kind": "rotary"},
    "heads": {"kind": "rotary", "num_heads": 2, "base": 100.0},
}


def open_(qtbot, make_context, kind="sine", shape=(8, 8), cell=(3, 1), **options):
    context = make_context(network(("positional_encoding", KINDS[kind]), shape=shape))
    place = Place("n0", Level.LAYER, cell[:1], cell)
    return show(qtbot, context, "positions-layer", place, **options).feed()


def encoding(view):
    """The picture of the encoding."""
    return next(m for m in view.sheet.marks if isinstance(m, Computed))


def bars(view):
    return [m for m in view.sheet.marks if isinstance(m, Bar)]


def written_down(kind, steps, features, weight=None):
    """The encoding once more, from the papers, number by number."""
    params = KINDS[kind]
    if params["kind"] == "learned":
        return weight
    base, heads = params.get("base", 10000.0), params.get("num_heads", 1)
    each = features // heads
    found = np.empty((steps, features))
    for t in range(steps):
        for c in range(features):
            angle = t / base ** (2 * (c % each // 2) / each)
            waves = (math.sin, math.cos) if params["kind"] == "sine" else (math.cos, math.sin)
            found[t, c] = waves[c % 2](angle)
    return found


@pytest.mark.parametrize("size", [(760, 480), (420, 260)])
@pytest.mark.parametrize("shape", [(8, 8), (32, 2), (1, 64), (4, 16)])
@pytest.mark.parametrize("kind", ["sine", "learned", "rotary"])
def test_everything_shown_is_true(kind, shape, size, qtbot, make_context):
    shown = open_(qtbot, make_context, kind, shape, cell=(0, 0), size=size)
    assert shown.check(shape[0]) >= shape[0]


@pytest.mark.parametrize("kind", KINDS)
def test_numbers_are_those_of_the_papers(kind, qtbot, make_context):
    shown = open_(qtbot, make_context, kind)
    weight = None
    if kind == "learned":
        weight = shown.model.get_submodule("n0").weight.detach().numpy()
    wanted = written_down(kind, 8, 8, weight)
    assert encoding(shown.view).values == pytest.approx(wanted, abs=1e-6)
    products = [bar.value for bar in bars(shown.view)]
    assert products == pytest.approx((wanted @ wanted[3]).tolist(), abs=1e-5)
    assert shown.check() > 0


def test_the_layer_of_such_a_block_is_this_view(make_context):
    context = make_context(network(("positional_encoding", {}), shape=(8, 8)))
    found = context.document.report.blocks["n0"]
    assert view_for(found, Level.LAYER) is PositionsLayer
    assert view_for(found, Level.ARITHMETIC) is not PositionsLayer


def test_a_click_and_the_keys_choose_the_position(qtbot, make_context):
    shown = open_(qtbot, make_context)
    view, asked = shown.view, []
    view.place_wanted.connect(asked.append)
    at = encoding(view).cell(6, 2).center().toPoint()
    qtbot.mouseClick(view.sheet, Qt.MouseButton.LeftButton, pos=at)
    assert asked[-1].cell == (6, 2)
    view.set_place(asked[-1])
    matrix = encoding(view).values
    assert [bar.value for bar in bars(view)] == pytest.approx((matrix @ matrix[6]).tolist())
    assert view.step(0, 1, 0).unit == (7,)
    shown.check()


def test_hover_links_the_step_both_ways(qtbot, make_context):
    view = open_(qtbot, make_context).view
    cursor = view.context.cursor
    view.sheet.hovered.emit(encoding(view).hit(encoding(view).cell(5, 2).center()))
    assert cursor.unit == Unit("n0", (5, 2))
    cursor.set_unit(Unit("n0", (4, 1)))
    assert encoding(view).cell(4, 1) in view.sheet.ringed
    assert bars(view)[4].rect in view.sheet.ringed
    cursor.set_unit(None)
    view.sheet.hovered.emit(bars(view)[6].hit(bars(view)[6].rect.center()))
    assert cursor.unit == Unit("n0", (6,))
    row = encoding(view).cell(6, 0).united(encoding(view).cell(6, 7))
    (number,) = (m for m in view.sheet.marks if isinstance(m, Words) and m.index == (6,))
    assert view.sheet.ringed == (row, number.rect, bars(view)[6].rect)
    cursor.set_unit(Unit("n0", (99,)))
    assert view.sheet.ringed == ()


def test_a_bar_is_a_position_of_the_channel_that_was_chosen(qtbot, make_context):
    view = open_(qtbot, make_context).view
    asked = []
    view.place_wanted.connect(asked.append)
    view.sheet.clicked.emit(bars(view)[5].index)
    view.sheet.chosen.emit(bars(view)[5].index)
    assert [(place.level, place.cell) for place in asked] == [
        (Level.LAYER, (5, 1)),
        (Level.NEURON, (5, 1)),
    ]


def test_what_is_no_number_is_hatched(qtbot, make_context):
    def spoil(shown):
        with torch.no_grad():
            shown.model.get_submodule("n0").weight[2, 1] = math.nan

    shown = open_(qtbot, make_context, "learned", spoil=spoil)
    hatched = [r for r in shown.view.readings() if r.colour == ()]
    assert len(hatched) >= 1
    assert shown.check() > 0
