"""Views of a pooling: what they show is the tensor; winner and gradient are torch's."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from shown_depth import network, show
from torch.nn import functional as F

from playground.gui.cursor import Unit
from playground.gui.depth._windows import Spot
from playground.gui.depth_model import Level, Place

POOLS = {
    "max": ("max_pool2d", {}, (1, 8, 8)),
    "wide, overlapping": ("max_pool2d", {"kernel_size": 3, "stride": 2, "padding": 1}, (2, 4, 8)),
    "dilated": ("max_pool2d", {"kernel_size": 2, "stride": 1, "dilation": 3}, (1, 8, 8)),
    "hanging over": ("max_pool2d", {"kernel_size": 3, "ceil_mode": True}, (1, 4, 16)),
    "average": ("avg_pool2d", {}, (4, 4, 4)),
    "padded average": (
        "avg_pool2d",
        {"kernel_size": 3, "stride": 2, "padding": 1, "ceil_mode": True},
        (1, 4, 16),
    ),
    "average of pixels": (
        "avg_pool2d",
        {"kernel_size": 3, "stride": 2, "padding": 1, "count_include_pad": False},
        (1, 8, 8),
    ),
    "1 x 1": ("max_pool2d", {"kernel_size": 1}, (64, 1, 1)),
    "everything": ("avg_pool2d", {"kernel_size": 8}, (1, 8, 8)),
}
VIEWS = (("pool-layer", Level.LAYER), ("pool-unit", Level.NEURON), ("pool-cell", Level.ARITHMETIC))


def open_(qtbot, make_context, name="max", view=0, cell=(0, 0, 0), **options):
    key, params, shape = POOLS[name]
    context = make_context(network((key, params), shape=shape))
    view_key, level = VIEWS[view]
    shown = show(qtbot, context, view_key, Place("n0", level, cell[:1], cell), **options)
    if hasattr(shown.view, "slide"):
        shown.view.slide.play(False)
    return shown.feed()


@pytest.mark.parametrize("mode", ["", "shift", "gradient", "field"])
@pytest.mark.parametrize("view", [0, 1, 2])
@pytest.mark.parametrize("name", POOLS)
def test_everything_shown_is_the_tensor(qtbot, make_context, name, view, mode):
    shown = open_(qtbot, make_context, name, view)
    shown.view.set_mode(mode)
    shown.feed().check()
    shown.view.resize(420, 260)
    shown.feed(step=7).check()


@pytest.mark.parametrize("name", POOLS)
@pytest.mark.parametrize("by", [(0, 1), (1, 0), (-1, -2)])
def test_what_survives_a_shift_is_what_torch_makes_of_the_moved_image(
    qtbot, make_context, name, by
):
    view = open_(qtbot, make_context, name).view
    view.by = by
    view.set_mode("shift")
    for channel in range(len(view.x)):
        pair = view.pair(channel)
        moved = torch.zeros(view.x.shape[1:])
        for row, column in np.ndindex(*view.x.shape[1:]):
            if (place := pair.moved.source(row, column)) is not None:
                moved[row, column] = float(view.x[(channel, *place)])
        p = {"kernel_size": 2, **POOLS[name][1]}
        function = F.max_pool2d if "max" in POOLS[name][0] else F.avg_pool2d
        expected = function(moved[None], **p)[0]
        np.testing.assert_allclose(pair.target, expected, atol=1e-6)


def test_the_arrows_move_the_input_and_stop_at_its_edge(qtbot, make_context):
    view = open_(qtbot, make_context).view
    view.set_mode("shift")
    assert view.arrows["→"].isVisible()
    view.arrows["→"].click()
    view.arrows["↓"].click()
    assert view.by == (1, 2)
    for _ in range(20):
        view.arrows["←"].click()
    assert view.by == (1, -8)
    view.set_mode("")
    assert not view.arrows["→"].isVisible()


def test_the_gradient_goes_to_the_winners_alone(qtbot, make_context):
    view = open_(qtbot, make_context).view
    view.set_mode("gradient")
    shown = [*view.probes()]
    assert any(probe.name == "backprop" for probe in shown)


def test_the_gradient_shown_is_zero_but_for_winners(qtbot, make_context):
    shown = open_(qtbot, make_context)
    shown.view.set_mode("gradient")
    shown.feed()
    view = shown.view
    pair = view.pair(0)
    _, winners = F.max_pool2d(torch.tensor(view.x[None]), 2, return_indices=True)
    expected = np.zeros(64)
    np.add.at(expected, winners.numpy().ravel(), pair.target.ravel())
    np.testing.assert_allclose(pair.source.ravel(), expected, atol=1e-7)
    assert np.abs(pair.target).max() > 0


def test_the_first_of_equal_numbers_wins_and_the_view_says_so(qtbot, make_context):
    def level(shown):
        shown.x[:] = 0.5

    view = open_(qtbot, make_context, view=1, spoil=level).view
    cell = view.taken(view.pair(0))
    assert cell.winner == (0, 0)
    assert "4" in view.rule(cell)


def test_nan_is_hatched_and_wins(qtbot, make_context):
    def spoil(shown):
        shown.x[0, 0, 2, 2] = float("nan")

    for view in (0, 1, 2):
        for mode in ("", "shift"):
            shown = open_(qtbot, make_context, view=view, spoil=spoil, cell=(0, 1, 1))
            shown.view.set_mode(mode)
            shown.feed().check()
            assert any(reading.colour == () for reading in shown.view.readings())


def test_pointing_at_either_side_lights_the_other_in_its_own_map_only(qtbot, make_context):
    view = open_(qtbot, make_context, "average").view
    view._on_hovered(Spot("out", (2, 1, 0)))
    assert view.context.cursor.unit == Unit("n0", (2, 1, 0))
    assert len(view.sheet.ringed) == 2
    view._on_hovered(Spot("in", (3, 3, 3)))
    assert view.context.cursor.unit == Unit("shape", (3, 3, 3))
    assert len(view.sheet.ringed) == 2


def test_the_pointer_places_the_window_also_on_a_moved_image(qtbot, make_context):
    view = open_(qtbot, make_context, view=1).view
    for mode in ("", "shift"):
        view.set_mode(mode)
        view._on_hovered(Spot("in", (0, 5, 6)))
        assert view.at == (2, 3)
        view._on_hovered(Spot("out", (0, 0, 1)))
        assert view.at == (0, 1)


def test_a_click_goes_to_the_number_and_its_derivatives(qtbot, make_context):
    view = open_(qtbot, make_context, view=1).view
    view._on_hovered(Spot("out", (0, 2, 1)))
    with qtbot.waitSignal(view.place_wanted, timeout=1000) as wanted:
        view._on_clicked(Spot("out", (0, 2, 1)))
    assert wanted.args == [Place("n0", Level.ARITHMETIC, (0,), (0, 2, 1))]


def test_theme_and_language_may_change_while_it_draws(qtbot, make_context):
    for view in (0, 1, 2):
        shown = open_(qtbot, make_context, view=view)
        shown.context.theme.set_mode("dark")
        shown.view.retranslate()
        shown.check()
