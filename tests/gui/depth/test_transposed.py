"""Views of a transposed convolution: what they show is the tensor; stamps, overlaps, both sides."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from shown_depth import network, show

from playground.gui.cursor import Unit
from playground.gui.depth._windows import Spot
from playground.gui.depth_model import Level, Place

KEY = "conv_transpose2d"
NETWORKS = {
    "plain": (network((KEY, {"out_channels": 5})), "n0"),
    "uneven, wide images": (
        network(
            ("conv2d", {"out_channels": 6}),
            (KEY, {"out_channels": 3, "kernel_size": 3, "output_padding": 1}),
            shape=(1, 4, 16),
        ),
        "n1",
    ),
    "dilated, grouped": (
        network(
            (
                KEY,
                {
                    "out_channels": 4,
                    "kernel_size": 3,
                    "stride": 3,
                    "dilation": 2,
                    "groups": 2,
                    "padding": 2,
                },
            ),
            shape=(2, 8, 4),
        ),
        "n0",
    ),
    "gaps without bias": (
        network((KEY, {"kernel_size": 1, "padding": 0, "bias": False, "out_channels": 3})),
        "n0",
    ),
}
VIEWS = (
    ("transposed-layer", Level.LAYER),
    ("transposed-unit", Level.NEURON),
    ("transposed-cell", Level.ARITHMETIC),
)


def open_(qtbot, make_context, name="plain", view=0, cell=(1, 0, 1), **options):
    document, node = NETWORKS[name]
    context = make_context(document)
    key, level = VIEWS[view]
    place = Place(node, level, cell[:1], cell)
    shown = show(qtbot, context, key, place, **options)
    if hasattr(shown.view, "slide"):
        shown.view.slide.play(False)
    return shown.feed()


@pytest.mark.parametrize("size", [(760, 480), (420, 260)])
@pytest.mark.parametrize("view", [0, 1, 2])
@pytest.mark.parametrize("name", NETWORKS)
def test_everything_shown_is_the_tensor(qtbot, make_context, name, view, size):
    for cell in ((1, 0, 1), (2, 5, 3)):
        shown = open_(qtbot, make_context, name, view, cell, size=size)
        assert shown.check() > 10
        shown.feed(step=7).check()


def cells(view, kind):
    return [
        m
        for m in view.sheet.marks
        if getattr(m, "unit", None) is not None and m.unit(0, 0).kind == kind
    ]


@pytest.mark.parametrize("name", NETWORKS)
def test_overlaps_are_counted_and_their_pattern_is_shown(qtbot, make_context, name):
    shown = open_(qtbot, make_context, name)
    shown.view.set_mode("overlap")
    shown.check(least=30)


@pytest.mark.parametrize("size", [(760, 480), (420, 260)])
@pytest.mark.parametrize("name", NETWORKS)
def test_the_stamp_of_each_input_is_its_number_times_the_kernel(qtbot, make_context, name, size):
    shown = open_(qtbot, make_context, name, 1, cell=(1, 0, 1), size=size)
    shown.view.set_mode("stamp")
    shown.view.slide.play(False)
    down, across = shown.view.x.shape[1:]
    for place in ((0, 0), (down // 2, across - 1), (down - 1, 0)):
        shown.view.slide.put(place)
        assert shown.view.at == place
        shown.check(least=10)


def test_in_the_picture_of_a_stamp_the_pointer_and_a_click_go_by_the_input(qtbot, make_context):
    view = open_(qtbot, make_context, view=1, cell=(1, 4, 5)).view
    view.set_mode("stamp")
    assert view.at == (1, 2)
    view._on_hovered(Spot("in", (0, 7, 6)))
    assert view.at == (7, 6)
    with qtbot.waitSignal(view.place_wanted, timeout=1000) as wanted:
        view._on_clicked(Spot("in", (0, 7, 6)))
    assert wanted.args == [Place("n0", Level.ARITHMETIC, (1,), (1, 14, 12))]
    view._on_hovered(Spot("out", (1, 1, 1)))
    assert view.at == (0, 0)
    view.set_mode("")
    assert view.at == (1, 1)
    assert view.slide.shape == (16, 16)


def test_gaps_between_stamps_leave_the_stamp_where_it_is(qtbot, make_context):
    view = open_(qtbot, make_context, "gaps without bias", 1, cell=(1, 2, 4)).view
    view.set_mode("stamp")
    assert view.at == (1, 2)
    view._on_hovered(Spot("out", (1, 1, 1)))
    assert view.at == (1, 2)


@pytest.mark.parametrize(
    ("name", "said"), [("plain", "each number gets 4 of them"), ("uneven, wide images", "1 to 4 ")]
)
def test_an_uneven_overlap_is_said(qtbot, make_context, name, said):
    shown = open_(qtbot, make_context, name)
    shown.view.set_mode("overlap")
    texts = [getattr(mark, "text", "") for mark in shown.view.sheet.marks]
    assert any(said in text for text in texts), texts


def test_pointing_at_an_input_cell_lights_its_stamp_in_every_output_map(qtbot, make_context):
    view = open_(qtbot, make_context).view
    view._on_hovered(Spot("in", (0, 4, 4)))
    assert view.context.cursor.unit == Unit("shape", (0, 4, 4))
    for mark in cells(view, "out"):
        (lit,) = [r for r in view.sheet.ringed if mark.rect.contains(r)]
        assert round(lit.width() / mark.cell(0, 0).width()) == 4
        assert abs(lit.left() - mark.cell(7, 7).left()) < 0.1


def test_pointing_at_an_output_cell_lights_the_inputs_that_reach_it(qtbot, make_context):
    view = open_(qtbot, make_context).view
    view._on_hovered(Spot("out", (2, 5, 6)))
    (image,) = cells(view, "in")
    (lit,) = [r for r in view.sheet.ringed if image.rect.contains(r)]
    assert round(lit.width() / image.cell(0, 0).width()) == 2
    assert abs(lit.top() - image.cell(2, 0).top()) < 0.1
    kernel = next(m for m in cells(view, "weight") if m.unit(0, 0).index[0] == 2)
    assert kernel.rect in view.sheet.ringed


def test_a_number_that_no_input_reaches_is_the_bias_alone(qtbot, make_context):
    shown = open_(qtbot, make_context, "gaps without bias", 1, cell=(1, 1, 1))
    view = shown.view
    assert view.looks_at(1, 1) == ((0, -1), (0, -1))
    assert not view.cell.inside.any()
    assert view.y[1, 1, 1] == view.cell.total == 0.0
    view._on_hovered(Spot("out", (1, 1, 1)))
    assert not any(m.rect.contains(r) for m in cells(view, "in") for r in view.sheet.ringed)
    shown.check()


def test_the_field_of_a_number_that_no_input_reaches_is_empty(qtbot, make_context):
    shown = open_(qtbot, make_context, "gaps without bias", 1, cell=(1, 1, 1))
    shown.view.set_mode("field")
    shown.feed().check()


def test_groups_are_stamped_by_their_own_channels_only(qtbot, make_context):
    view = open_(qtbot, make_context, "dilated, grouped").view
    view._on_hovered(Spot("out", (3, 4, 4)))
    first, second = cells(view, "in")
    assert not any(first.rect.contains(r) for r in view.sheet.ringed)
    assert any(second.rect.contains(r) for r in view.sheet.ringed)


def test_a_weight_that_is_no_number_spoils_only_what_it_reaches(qtbot, make_context):
    def spoil(shown):
        shown.model.get_submodule("n0").weight.data[0, 1, 0, 0] = float("nan")

    for view in (0, 1, 2):
        shown = open_(qtbot, make_context, view=view, cell=(1, 0, 0), spoil=spoil)
        shown.check()
        assert any(r.colour == () for r in shown.view.readings())
    assert np.isfinite(shown.view.cell.total)


@pytest.mark.parametrize("view", [0, 1, 2])
def test_a_dragged_cell_of_a_kernel_is_the_one_of_the_tensor(
    qtbot, make_context, monkeypatch, view
):
    shown = open_(qtbot, make_context, "dilated, grouped", view, cell=(3, 4, 4))
    context, sheet = shown.context, shown.view.sheet
    monkeypatch.setattr(context.hand, "why_not", lambda: "")
    monkeypatch.setattr(context.run, "remark", lambda *_: None)
    sent = []
    monkeypatch.setattr(context.run, "set_weight", lambda *wish: sent.append(wish))
    kernel = next(
        m
        for m in cells(shown.view, "weight")
        if m.tensor.endswith("weight") and m.unit(0, 0).index[0] == 3
    )
    start = kernel.cell(0, 2).center().toPoint()
    qtbot.mousePress(sheet, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(sheet, start - QPoint(0, 10))
    qtbot.mouseMove(sheet, start - QPoint(0, 50))
    qtbot.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=start - QPoint(0, 50))
    node, name, index, value = sent[-1]
    assert (node, name, index) == ("n0", "weight", (1, 1, 0, 2))
    before = float(shown.model.get_submodule("n0").weight.detach()[index])
    assert value == pytest.approx(before + 0.5 * shown.view.scale("param/weight").high, rel=1e-5)


def test_a_window_is_tried_on_the_output(qtbot, make_context):
    view = open_(qtbot, make_context).view
    view.set_mode("window")
    view.trial.fields["kernel_size"].setValue(3)
    view.trial.fields["output_padding"].setValue(1)
    texts = [getattr(mark, "text", "") for mark in view.sheet.marks]
    assert any("(8 − 1)·2 − 2·1 + 3 + 1 = 16" in text for text in texts), texts
    view.trial.take.click()
    block = view.context.document.report.blocks["n0"].block
    assert (block.kernel_size, block.output_padding) == (3, 1)
