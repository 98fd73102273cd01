"""Views of an upsampling: what they show is the tensor, with the fractions that torch takes."""

from __future__ import annotations

import pytest
from shown_depth import network, show

from playground.gui.depth._windows import Spot
from playground.gui.depth_model import Level, Place

NETWORKS = {
    "copied": network(("upsample", {"scale_factor": 3}), shape=(1, 4, 16)),
    "blended": network(
        ("conv2d", {"out_channels": 3}),
        ("upsample", {"scale_factor": 2, "mode": "bilinear"}),
        shape=(1, 8, 8),
    ),
    "thirds": network(("upsample", {"scale_factor": 3, "mode": "bilinear"}), shape=(4, 4, 4)),
    "one pixel": network(("upsample", {"scale_factor": 2, "mode": "bilinear"}), shape=(64, 1, 1)),
}
VIEWS = (
    ("upsample-layer", Level.LAYER),
    ("upsample-unit", Level.NEURON),
    ("upsample-cell", Level.ARITHMETIC),
)


def open_(qtbot, make_context, name="blended", view=0, cell=(0, 1, 0), **options):
    context = make_context(NETWORKS[name])
    key, level = VIEWS[view]
    node = "n1" if name == "blended" else "n0"
    shown = show(qtbot, context, key, Place(node, level, cell[:1], cell), **options)
    if hasattr(shown.view, "slide"):
        shown.view.slide.play(False)
    return shown.feed()


@pytest.mark.parametrize("size", [(760, 480), (420, 260)])
@pytest.mark.parametrize("view", [0, 1, 2])
@pytest.mark.parametrize("name", NETWORKS)
def test_everything_shown_is_the_tensor(qtbot, make_context, name, view, size):
    shown = open_(qtbot, make_context, name, view, size=size)
    assert shown.check() > 5
    shown.view.set_mode("gradient")
    shown.feed().check(least=1)
    shown.view.set_mode("field")
    shown.feed().check(least=1)


@pytest.mark.parametrize("view", [0, 1, 2])
def test_what_is_no_number_is_hatched(qtbot, make_context, view):
    def spoil(shown):
        shown.x[0, 0, 2, 2] = float("nan")

    shown = open_(qtbot, make_context, "blended", view, cell=(0, 4, 5), spoil=spoil)
    shown.check()
    assert any(r.colour == () for r in shown.view.readings())


def cells(view, kind):
    return [
        m
        for m in view.sheet.marks
        if getattr(m, "unit", None) is not None and m.unit(0, 0).kind == kind
    ]


def test_a_pixel_lights_its_copies_in_its_own_map_only(qtbot, make_context):
    view = open_(qtbot, make_context, "blended").view
    view._on_hovered(Spot("in", (1, 3, 3)))
    lit = [[r for r in view.sheet.ringed if m.rect.contains(r)] for m in cells(view, "out")]
    assert [len(found) for found in lit] == [0, 1, 0]
    cell = cells(view, "out")[1].cell(5, 5)
    assert lit[1][0].topLeft() == cell.topLeft()
    assert round(lit[1][0].width() / cell.width()) == 4


def test_a_number_is_told_with_its_fractions(qtbot, make_context):
    view = open_(qtbot, make_context, "blended", 2, cell=(1, 5, 6)).view
    texts = [getattr(mark, "text", "") for mark in view.sheet.marks]
    assert texts.count("0.19") == 2
    assert {"0.06", "0.56"} <= set(texts)
    assert view.looks_at(5, 6) == ((2, 3), (2, 3))


def test_there_is_no_window_to_try_and_no_shift(qtbot, make_context):
    assert set(open_(qtbot, make_context).view.buttons) == {"field", "gradient"}
