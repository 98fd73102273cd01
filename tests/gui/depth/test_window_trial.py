"""A window is tried out on the block itself: what it would give, why not, and one step back."""

from __future__ import annotations

import pytest
import torch
from shown_depth import network, show

from playground.document import edits
from playground.explain.windows import Axis, size_formula
from playground.gui.depth._windows import Spot
from playground.gui.depth_model import Level, Place

KINDS = (("conv2d", "conv-layer"), ("max_pool2d", "pool-layer"), ("avg_pool2d", "pool-layer"))


def open_(qtbot, make_context, kind, **params):
    key, view = kind
    context = make_context(network((key, params)))
    shown = show(qtbot, context, view, Place("n0", Level.LAYER)).feed()
    shown.view.set_mode("window")
    return shown.view


@pytest.mark.parametrize("kind", KINDS)
def test_a_window_is_tried_and_taken_in_one_step_that_undo_brings_back(qtbot, make_context, kind):
    view = open_(qtbot, make_context, kind)
    model, trial = view.context.document, view.trial
    before = model.document
    assert trial.isVisible()
    assert not trial.take.isEnabled()
    trial.fields["kernel_size"].setValue(4)
    trial.fields["stride"].setValue(2)
    trial.fields["padding"].setValue(1)
    assert trial.outcome()[1][1:] == (4, 4)
    assert model.document is before
    trial.take.click()
    block = model.report.blocks["n0"].block
    assert (block.kernel_size, block.stride, block.padding) == (4, 2, 1)
    assert model.report.blocks["n0"].output[1:] == (4, 4)
    model.undo_stack.undo()
    assert model.document == before
    view.redraw()
    assert trial.fields["kernel_size"].value() == getattr(view.block, "kernel_size")  # noqa: B009


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_check_refuses_is_said_and_cannot_be_taken(qtbot, make_context, kind):
    view = open_(qtbot, make_context, kind)
    view.trial.fields["kernel_size"].setValue(30)
    assert not view.trial.take.isEnabled()
    reason = view.trial.outcome()[2]
    assert "30" in reason
    assert any(getattr(mark, "text", "") == reason for mark in view.sheet.marks)


def test_an_input_that_is_lost_and_a_block_that_is_deleted_are_said(qtbot, make_context):
    view = open_(qtbot, make_context, KINDS[0])
    model = view.context.document
    model.push("cut", lambda doc: edits.remove_nodes(doc, ["shape"]))
    view.trial.fields["stride"].setValue(3)
    assert view.trial.outcome()[2]
    model.push("gone", lambda doc: edits.remove_nodes(doc, ["n0"]))
    view.trial.fields["stride"].setValue(2)
    assert view.trial.outcome()[0] is None


def test_an_empty_stride_of_a_pooling_is_the_side_of_its_window(qtbot, make_context):
    view = open_(qtbot, make_context, KINDS[1], stride=1)
    view.trial.fields["stride"].setValue(0)
    assert view.trial.outcome()[1] == (1, 4, 4)


@pytest.mark.parametrize(
    ("axis", "ceil", "text"),
    [
        (Axis(8, 8, 3, 1, 1), False, "(8 + 2·1 − 3)/1 + 1 = 8"),
        (Axis(8, 3, 3, 2), False, "⌊(8 + 2·0 − 3)/2⌋ + 1 = 3"),
        (Axis(8, 4, 3, 2), True, "⌈(8 + 2·0 − 3)/2⌉ + 1 = 4"),
        (Axis(3, 2, 2, 2, 1), False, "⌊(3 + 2·1 − 2)/2⌋ + 1 = 2"),
        (Axis(3, 2, 2, 2, 1), True, "⌈(3 + 2·1 − 2)/2⌉ + 1 − 1 = 2"),
        (Axis(8, 4, 3, 1, 0, 2), False, "(8 + 2·0 − 2·(3 − 1) − 1)/1 + 1 = 4"),
    ],
)
def test_the_size_of_the_output_is_a_sum_with_its_numbers(axis, ceil, text):
    assert size_formula(axis, ceil) == text


@pytest.mark.parametrize(
    ("kind", "tried"),
    [
        (KINDS[0], {"stride": 2, "padding": 3}),
        (KINDS[0], {"dilation": 2, "padding": 1}),
        (KINDS[1], {"kernel_size": 3, "stride": 1, "padding": 1}),
        (KINDS[2], {"kernel_size": 4, "padding": 2}),
    ],
)
def test_the_map_of_a_tried_window_is_what_torch_would_make(qtbot, make_context, kind, tried):
    key, view = kind
    block = {"out_channels": 3} if key == "conv2d" else {}
    shown = show(
        qtbot, make_context(network((key, block), shape=(2, 4, 8))), view, Place("n0", Level.LAYER)
    ).feed()
    shown.view.set_mode("window")
    for name, value in tried.items():
        shown.view.trial.fields[name].setValue(value)
    shown.view.trial.picture.slide.play(False)
    found, _size, reason = shown.view.trial.outcome()
    assert not reason
    x = torch.from_numpy(shown.arrays["inside/n0/in/0"])
    made = found.build((2, 4, 8)).eval()
    if key == "conv2d":
        made.load_state_dict(shown.model.get_submodule("n0").state_dict())
    wanted = made(x[None])[0, 0].detach().numpy()
    cells = [m for m in shown.view.sheet.marks if getattr(m, "formula", None) is not None]
    assert len(cells) == 1
    assert cells[0].values == pytest.approx(wanted, abs=1e-5)
    assert shown.check(least=wanted.size + 32) > 0  # the image, the map, their numbers


def test_a_kernel_of_another_size_has_no_map_yet_and_says_why(qtbot, make_context):
    view = open_(qtbot, make_context, KINDS[0])
    view.trial.fields["kernel_size"].setValue(5)
    texts = [getattr(mark, "text", "") for mark in view.sheet.marks]
    assert any("at random" in text for text in texts), texts


def test_the_tried_window_goes_where_the_pointer_is(qtbot, make_context):
    view = open_(qtbot, make_context, KINDS[0])
    view.trial.fields["stride"].setValue(2)
    view._on_hovered(Spot("out", (0, 1, 2)))
    picture = view.trial.picture
    assert picture.slide.at == (1, 2)
    assert view.context.cursor.unit is None  # it is no unit of the block as it is
    window, cell = view.sheet.ringed
    assert window.width() == pytest.approx(3 * picture.image.width() / 8)
    assert picture.target.contains(cell)
    view._on_hovered(Spot("in", (0, 7, 7)))
    assert picture.slide.at == (3, 3)
    before = view.context.depth.place
    view._on_clicked(Spot("out", (0, 3, 3)))
    view._on_chosen(Spot("out", (0, 3, 3)))
    assert view.context.depth.place == before
