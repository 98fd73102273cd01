"""Views of a convolution: what they show is the tensor, and both sides know of each other."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from shown_depth import network, show

from playground.gui.cursor import Unit
from playground.gui.depth._windows import Spot
from playground.gui.depth_model import Level, Place
from playground.gui.truth import written

NETWORKS = {
    "plain": (network(("conv2d", {"out_channels": 5})), "n0"),
    "deep, wide images": (
        network(("conv2d", {"out_channels": 6}), ("conv2d", {"out_channels": 3}), shape=(1, 4, 16)),
        "n1",
    ),
    "strided, dilated, grouped": (
        network(
            (
                "conv2d",
                {"out_channels": 4, "stride": 2, "dilation": 2, "groups": 2, "padding": 3},
            ),
            shape=(2, 8, 4),
        ),
        "n0",
    ),
    "1 x 1 without bias": (
        network(("conv2d", {"kernel_size": 1, "padding": 0, "bias": False, "out_channels": 3})),
        "n0",
    ),
}
VIEWS = (("conv-layer", Level.LAYER), ("conv-unit", Level.NEURON), ("conv-cell", Level.ARITHMETIC))


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
    shown = open_(qtbot, make_context, name, view, size=size)
    assert shown.check() > 20
    shown.feed(step=7).check()


def test_the_field_is_shown_with_the_derivatives_autograd_finds(qtbot, make_context):
    shown = open_(qtbot, make_context, "deep, wide images", 1, cell=(1, 2, 3))
    shown.view.set_mode("field")
    shown.feed().check()
    fields = shown.view.field.fields((1, 2, 3))
    assert fields["shape"].box.size == (5, 5)
    used = np.abs(shown.arrays["sensitivity/shape"]).sum(0) > 0
    assert not (used & ~fields["shape"].full()[0]).any()


@pytest.mark.parametrize("name", NETWORKS)
def test_shared_weights_stand_beside_a_dense_layer_with_both_counts(qtbot, make_context, name):
    shown = open_(qtbot, make_context, name)
    shown.view.set_mode("sharing")
    shown.feed().check(least=20)
    told = {reading.text for reading in shown.view.readings()}
    view = shown.view
    own = view.weight.size + (len(view.weight) if view.bias is not None else 0)
    dense = view.x.size * view.y.size + (view.y.size if view.bias is not None else 0)
    assert {f"{own:,}", f"{dense:,}"} <= told


def test_nan_is_hatched_and_said(qtbot, make_context):
    def spoil(shown):
        shown.x[0, 0, 2, 2] = float("nan")

    for view in (0, 1, 2):
        shown = open_(qtbot, make_context, view=view, spoil=spoil)
        shown.check()
        assert any(r.colour == () for r in shown.view.readings())


@pytest.mark.parametrize("view", [1, 2])
def test_a_weight_that_is_no_number_spoils_a_zero_of_the_padding_as_in_torch(
    qtbot, make_context, view
):
    def spoil(shown):
        shown.model.get_submodule("n0").weight.data[1, :, 0, 0] = float("nan")

    shown = open_(qtbot, make_context, view=view, cell=(1, 0, 0), spoil=spoil)
    assert np.isnan(shown.view.y[1, 0, 0])
    shown.check()


def cells(view, kind):
    return [
        m
        for m in view.sheet.marks
        if getattr(m, "unit", None) is not None and m.unit(0, 0).kind == kind
    ]


def test_pointing_at_an_output_cell_lights_its_window_and_kernels(qtbot, make_context):
    view = open_(qtbot, make_context).view
    out = cells(view, "out")[2]
    view._on_hovered(out.hit(out.cell(0, 3).center()))
    assert view.context.cursor.unit == Unit("n0", (2, 0, 3))
    (image,) = cells(view, "in")
    window = next(r for r in view.sheet.ringed if image.rect.contains(r))
    assert round(window.width() / image.cell(0, 0).width()) == 3
    assert round(window.height() / image.cell(0, 0).height()) == 2  # a row lies in the padding
    kernel = next(m for m in cells(view, "weight") if m.unit(0, 0).index[0] == 2)
    assert kernel.rect in view.sheet.ringed


def test_pointing_at_an_input_cell_lights_the_cells_that_look_at_it(qtbot, make_context):
    view = open_(qtbot, make_context).view
    view._on_hovered(Spot("in", (0, 4, 4)))
    assert view.context.cursor.unit == Unit("shape", (0, 4, 4))
    lit = [r for m in cells(view, "out") for r in view.sheet.ringed if m.rect.contains(r)]
    assert len(lit) == 5
    assert round(lit[0].width() / cells(view, "out")[0].cell(0, 0).width()) == 3


def test_what_another_view_points_at_lights_up_here(qtbot, make_context):
    view = open_(qtbot, make_context).view
    view.context.cursor.set_unit(Unit("shape", (0, 4, 4)))
    assert len(view.sheet.ringed) > 5
    view.context.cursor.set_unit(None)
    assert not view.sheet.ringed


def test_groups_look_at_their_own_channels_only(qtbot, make_context):
    view = open_(qtbot, make_context, "strided, dilated, grouped").view
    view._on_hovered(Spot("out", (3, 1, 1)))
    first, second = cells(view, "in")
    assert not any(first.rect.contains(r) for r in view.sheet.ringed)
    assert any(second.rect.contains(r) for r in view.sheet.ringed)


def test_the_window_slides_until_the_pointer_places_it(qtbot, make_context):
    view = open_(qtbot, make_context, view=1).view
    view.slide.put((0, 0))
    view.slide.step()
    assert view.at == (0, 1)
    view._on_hovered(Spot("in", (0, 5, 6)))
    assert view.at == (5, 6)
    view._on_hovered(Spot("out", (1, 2, 7)))
    assert view.at == (2, 7)
    view.slide.put((7, 7))
    view.slide.step()
    assert view.at == (0, 0)


def test_a_click_goes_to_the_arithmetic_of_the_cell(qtbot, make_context):
    view = open_(qtbot, make_context, view=1).view
    view._on_hovered(Spot("out", (1, 2, 7)))
    with qtbot.waitSignal(view.place_wanted, timeout=1000) as wanted:
        view._on_clicked(Spot("out", (1, 2, 7)))
    assert wanted.args == [Place("n0", Level.ARITHMETIC, (1,), (1, 2, 7))]


def test_a_term_shows_where_it_comes_from(qtbot, make_context):
    view = open_(qtbot, make_context, view=2, cell=(1, 4, 4)).view
    view._on_hovered(Spot("weight", (1, 0, 0, 2)))
    assert len(view.sheet.ringed) == 4  # patch, weight, product, and the place in the input
    (image,) = cells(view, "in")
    assert any(abs(r.left() - image.cell(3, 5).left()) < 1 for r in view.sheet.ringed)


def test_many_channels_are_drawn_only_where_they_are_seen(qtbot, make_context):
    document = network(
        ("conv2d", {"out_channels": 300, "kernel_size": 1, "padding": 0}),
        ("conv2d", {"out_channels": 512}),
        shape=(1, 4, 16),
    )
    context = make_context(document)
    shown = show(qtbot, context, "conv-layer", Place("n1", Level.LAYER)).feed()
    assert len(cells(shown.view, "out")) < 100
    first = [m.unit(0, 0).index[0] for m in cells(shown.view, "out")]
    shown.view.scroll("out", 3)
    shown.check()
    assert min(m.unit(0, 0).index[0] for m in cells(shown.view, "out")) > min(first)
    shown.view.scroll("out", 10_000)
    assert max(m.unit(0, 0).index[0] for m in cells(shown.view, "out")) == 511


def test_a_block_that_was_edited_waits_for_its_own_tensors(qtbot, make_context):
    shown = open_(qtbot, make_context)
    old = shown.arrays
    from playground.document import edits

    model = shown.context.document
    model.push("edit", lambda d: edits.set_param(d, "n0", "kernel_size", 5))
    shown.view._seen = {}
    from playground.telemetry.snapshot import Snapshot

    shown.context.run.snapshot.emit(Snapshot(1, 2, 0.0, {}, old))
    assert shown.view.report.block.kernel_size == 5
    shown.view.redraw()  # what was there stays until the new tensors come


def test_theme_and_language_may_change_while_it_draws(qtbot, make_context):
    for view in (0, 1, 2):
        shown = open_(qtbot, make_context, view=view)
        shown.context.theme.set_mode("dark")
        shown.view.retranslate()
        shown.check()


@pytest.mark.parametrize("view", [0, 1, 2])
def test_a_kernel_cell_is_dragged_up_and_the_run_gets_the_weight(
    qtbot, make_context, monkeypatch, view
):
    shown = open_(qtbot, make_context, view=view, cell=(1, 4, 4))
    context, sheet = shown.context, shown.view.sheet
    monkeypatch.setattr(context.hand, "why_not", lambda: "")
    monkeypatch.setattr(context.run, "remark", lambda *_: None)
    sent = []
    monkeypatch.setattr(context.run, "set_weight", lambda *wish: sent.append(wish))
    kernel = next(
        m
        for m in cells(shown.view, "weight")
        if m.tensor.endswith("weight") and m.unit(0, 0).index[0] == 1
    )
    before = float(shown.view.weight[1, 0, 0, 2])
    start = kernel.cell(0, 2).center().toPoint()
    qtbot.mousePress(sheet, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(sheet, start - QPoint(0, 10))
    qtbot.mouseMove(sheet, start - QPoint(0, 50))
    assert shown.view.drag.holds
    qtbot.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=start - QPoint(0, 50))
    node, name, index, value = sent[-1]
    assert (node, name, index) == ("n0", "weight", (1, 0, 0, 2))
    assert value == pytest.approx(before + 0.5 * shown.view.scale("param/weight").high, rel=1e-5)
    assert not shown.view.drag.holds


def test_a_sum_over_one_channel_is_written_out_with_its_numbers(qtbot, make_context):
    document = network(("conv2d", {"out_channels": 3}))
    shown = show(
        qtbot, make_context(document), "conv-cell", Place("n0", Level.ARITHMETIC, (2,), (2, 3, 4))
    ).feed()
    derived = [
        reading
        for reading in shown.view.readings()
        if reading.text and reading.where.top() > 0.5 * shown.view.height()
    ]
    assert shown.check(least=60) > 0
    kernel = shown.arrays["inside/n0/param/weight"][2, 0]
    texts = {reading.text for reading in derived}
    assert {written(float(w)) for w in kernel.ravel()} <= texts
    assert written(float(shown.arrays["inside/n0/param/bias"][2])) in texts
