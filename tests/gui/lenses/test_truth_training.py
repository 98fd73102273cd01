"""What the lenses on training show, read back from the view and compared with the tensors."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from playground.gui.cursor import Unit
from playground.gui.widgets.scale_bar import short
from playground.telemetry.probes.distributions import KINDS, histogram
from playground.telemetry.probes.flow import BlockFlow
from playground.telemetry.snapshot import Snapshot


def spread(step, scale=1.0, node="hidden", shape=(7, 3)):
    generator = torch.Generator().manual_seed(step)
    tensors = {kind: scale * torch.randn(*shape, generator=generator) for kind in KINDS}
    arrays = {
        f"distributions/{kind}/{node}": histogram(tensor, step).to_array()
        for kind, tensor in tensors.items()
    }
    return tensors, arrays


def send(context, step, arrays):
    snapshot = Snapshot(run=1, step=step, seconds=0.0, scalars={}, arrays=arrays)
    context.run.measured.emit(snapshot)
    context.run.snapshot.emit(snapshot)


def test_a_ridge_is_the_histogram_of_its_tensor_on_the_axis_that_is_written(show, context):
    tensors, arrays = spread(1)
    view = show("ridges", arrays)
    for kind in KINDS:
        plot, values = view.plots[kind], tensors[kind].numpy().ravel()
        (drawn,) = plot.histograms
        counts, edges = np.histogram(values, len(drawn.counts), (values.min(), values.max()))
        assert drawn.counts.sum() == values.size
        assert np.abs(drawn.counts - counts).sum() <= 2  # float32 against float64 at an edge
        outline = plot.outline(0)
        x = [plot.value_at(outline.at(i).x()) for i in range(outline.count())]
        assert np.allclose(x, np.repeat(edges, 2), atol=1e-4)
        high = plot.base_of(0) - np.array([outline.at(i).y() for i in range(outline.count())])
        assert np.allclose(high[1:-1:2], drawn.counts / drawn.counts.max() * plot.tallest)
        assert plot.range[0] <= values.min()
        assert values.max() <= plot.range[1]


def test_ridges_gather_over_the_run_and_an_earlier_step_stands_out(show, context, monkeypatch):
    view = show("ridges", spread(0)[1])
    for step in (10, 20, 30):
        send(context, step, spread(step)[1])
    plot = view.plots["weights"]
    assert [h.step for h in plot.histograms] == [0, 10, 20, 30]
    monkeypatch.setattr(context.run.past, "wanted", 15)
    tensors, arrays = spread(15)
    context.run.snapshot.emit(Snapshot(1, 15, 0.0, {}, arrays))
    assert [h.step for h in plot.histograms] == [0, 10, 15, 20, 30]
    assert plot.seen == 15
    low, high = float(tensors["weights"].min()), float(tensors["weights"].max())
    assert f"weights {short(low)} … {short(high)}" in view.note.full_text()


def test_pointing_at_a_step_lifts_the_nearest_ridge_in_all_three(show, context):
    view = show("ridges", spread(0)[1])
    send(context, 50, spread(50)[1])
    context.cursor.set(47.0)
    assert {plot.marked for plot in view.plots.values()} == {50}
    plot = view.plots["weights"]
    view.plots["weights"].pointed.emit(plot.histograms[0].step)
    assert context.cursor.step == 0
    context.cursor.set(None)
    assert {plot.marked for plot in view.plots.values()} == {None}


def test_numbers_that_are_not_finite_are_counted_and_said(show, context):
    tensor = torch.tensor([1.0, float("nan"), 2.0, float("inf")])
    view = show("ridges", {"distributions/weights/hidden": histogram(tensor, 3).to_array()})
    context.cursor.set(3)
    assert "2 not finite" in view.note.full_text()


def flow(step, values, moved=None, update=None):
    found = {}
    for place, (node, gradient) in enumerate(values.items()):
        block = BlockFlow(step, 0, place, gradient)
        if moved is not None:
            block = BlockFlow(step, 0, place, gradient, moved, update[node])
        found[f"flow/{node}"] = block.to_array()
    return found


def test_update_lines_are_log10_of_the_ratios_at_the_steps_they_were_measured(show, context):
    gradients = {"hidden": 1.0, "out": 1.0}
    view = show("updates", flow(5, gradients, 4, {"hidden": 2e-3, "out": 0.05}))
    send(context, 9, flow(9, gradients, 6, {"hidden": 1e-4, "out": 0.5}))
    x, y = view.lines["hidden"].getData()
    assert list(x) == [4, 6]
    assert np.allclose(y, np.log10([2e-3, 1e-4]))
    assert np.allclose(view.lines["out"].getData()[1], np.log10([0.05, 0.5]))
    assert view.guide.value() == pytest.approx(-3)
    low, high = view.plot.y_range
    assert low <= -4
    assert high >= np.log10(0.5)
    context.cursor.set(4)
    assert "hidden 0.002" in view.note.full_text()
    assert "out 0.05" in view.note.full_text()


def test_gradients_lie_by_depth_and_the_slope_is_said(show, context):
    gradients = {f"l{i}": 10.0 ** (i - 6) for i in range(6)}
    view = show("gradient_depth", flow(5, gradients))
    assert view.blocks == tuple(gradients)
    x, y = view.dots.getData()
    assert np.allclose(x, range(6))
    assert np.allclose(y, np.log10(list(gradients.values())))
    assert view.slope.backwards == pytest.approx(0.1)
    assert "×0.1 a block towards the input (6 blocks, R² 1.00)" in view.words.text()
    assert "vanishes" in view.words.text()
    fit_x, fit_y = view.fit.getData()
    assert np.allclose(fit_y, np.interp(fit_x, x, y))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"a": 1e-3, "b": 1.1e-3}, "keeps its size"),
        ({"a": 4e-3, "b": 1e-3}, "neither"),
        ({"a": 1.0, "b": 1e-3}, "explodes"),
        ({"a": 1e-3}, "Only one block"),
        ({"a": 0.0, "b": 1e-3}, "exactly 0"),
        ({"a": np.inf, "b": 1e-3}, "no finite number"),
    ],
)
def test_each_case_of_gradients_has_its_own_words(show, values, words):
    assert words in show("gradient_depth", flow(5, values)).words.text()


def test_a_block_that_is_pointed_at_elsewhere_is_a_larger_dot(show, context):
    view = show("gradient_depth", flow(5, {"hidden": 1.0, "out": 0.1}))
    context.cursor.set_unit(Unit("out", (2,)))
    assert [spot.size() for spot in view.dots.points()] == [8, 12]


def test_dead_units_are_the_shares_of_zeros(show, context):
    share = np.random.default_rng(3).uniform(size=48).astype(np.float32)
    share[[3, 17]] = 1.0
    share[9] = np.nan
    view = show("dead_units", {"silent/act": share})
    (tile,) = view.tiles.tiles
    assert np.array_equal(tile.values.ravel(), share, equal_nan=True)
    assert np.array_equal(tile.rgba.reshape(-1, 4), context.theme.sequential(share, 1.0))
    assert tile.caption == "act: 2 of 48"
    assert view.note.full_text().startswith("2 of 48 units")
    assert (view.scale_bar.low, view.scale_bar.high) == (0, 1)
    view.tiles.hovered.emit(0, 1, 2)
    assert context.cursor.unit == Unit("act", (tile.values.shape[1] + 2,))
