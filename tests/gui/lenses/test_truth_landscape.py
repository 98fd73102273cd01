"""The landscape: cells, scale, path and point against the arrays."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from playground.telemetry.probes.landscape import CANCELLED, DONE, FAILED, RUNNING, Landscape
from playground.telemetry.snapshot import Snapshot


def slice_of(state=DONE, part=1.0, ticket=0, seed=0):
    rng = np.random.default_rng(seed)
    losses = np.exp(rng.normal(size=(25, 25))).astype(np.float32)
    return {
        "landscape/state": np.array([state, part, 30, 256, ticket, 0.0]),
        "landscape/loss": losses,
        "landscape/extent": np.array([-1.0, 1.0, -2.0, 2.0]),
        "landscape/path": np.array(
            [[0, -0.8, 1.5, 2.0], [15, -0.2, 0.4, 1.0], [30, 0.0, 0.0, 0.0]]
        ),
    }


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_each_cell_has_the_colour_of_the_logarithm_of_its_loss(show, context, mode):
    context.theme.set_mode(mode)
    arrays = slice_of()
    losses = arrays["landscape/loss"]
    view = show("landscape", arrays)
    logs = np.log10(losses)
    share = (logs - logs.min()) / (logs.max() - logs.min())
    expected = context.theme.sequential(share, 1.0)
    assert np.abs(view.map.rgba.astype(int) - expected).max() <= 1
    assert view.scale_bar.low == pytest.approx(float(losses.min()), rel=1e-4)
    assert view.scale_bar.high == pytest.approx(float(losses.max()), rel=1e-4)
    view.map.set_path(np.zeros((0, 2)))
    painted = view.map.grab().toImage()
    for row, column in ((0, 0), (24, 24), (3, 20), (12, 5)):
        a, b = -1 + 2 * column / 24, -2 + 4 * row / 24
        at = view.map.place(a, b)
        assert view.map.cell_at(at) == (row, column)
        assert view.map.coordinates(at) == pytest.approx((a, b))
        seen = painted.pixelColor(at.toPoint()).getRgb()
        assert np.abs(np.array(seen) - view.map.rgba[row, column]).max() <= 2


def test_cells_that_are_not_computed_or_no_numbers_are_hatched(show):
    arrays = slice_of(RUNNING, 0.5)
    arrays["landscape/loss"][3, 4] = np.nan
    arrays["landscape/loss"][5, 6] = np.inf
    view = show("landscape", arrays)
    assert view.map.rgba[3, 4, 3] == view.map.rgba[5, 6, 3] == 0
    assert (view.map.rgba[0, :, 3] == 255).all()
    assert view.note.full_text() == "computed 50%"


def test_the_point_is_where_the_run_stands_and_moves_at_an_earlier_step(show, context, monkeypatch):
    arrays = slice_of()
    view = show("landscape", arrays)
    assert np.array_equal(view.map.path, arrays["landscape/path"][:, 1:3])
    assert view.map.marked == 2
    monkeypatch.setattr(context.run.past, "wanted", 14)
    context.run.snapshot.emit(Snapshot(1, 14, 0.0, {}, {}))
    assert view.map.marked == 1
    assert view.note.full_text() == "step 15, 1 away from the plane"
    context.cursor.set(2.0)
    assert view.map.marked == 0


def test_pointing_at_the_path_is_pointing_at_its_step(show, context):
    view = show("landscape", slice_of())
    view.map.pointed.emit(view.map.place(-0.2, 0.4))
    assert context.cursor.step == 15
    view.map.pointed.emit(view.map.place(0.9, -1.9))
    assert context.cursor.step is None
    cell = view.map.cell_at(view.map.place(0.9, -1.9))
    assert f"loss {view.losses[cell]:.3g}" in view.note.full_text()


def test_it_can_be_cancelled_and_computed_anew(show, context, qtbot):
    context.doctor.set_enabled(False)
    view = show("landscape", slice_of(RUNNING, 0.2))
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert context.run.steering.probes == {Landscape(ticket=0, going=False)}
    context.run.snapshot.emit(Snapshot(1, 2, 0.0, {}, slice_of(CANCELLED, 0.2)))
    assert "cancelled at 20%" in view.note.full_text()
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert context.run.steering.probes == {Landscape(ticket=1)}
    context.run.snapshot.emit(Snapshot(1, 3, 0.0, {}, slice_of(ticket=0)))
    assert view.losses is None  # of the old one
    view.choice.setCurrentIndex(1)
    view.choice.activated.emit(1)
    assert context.run.steering.probes == {Landscape(ticket=2, plane="path")}


def test_the_caption_says_that_a_slice_can_mislead(show):
    assert "can mislead" in show("landscape", slice_of()).caption.full_text()


def test_a_loss_that_cannot_be_computed_is_said(show):
    assert "cannot be computed" in show("landscape", slice_of(FAILED))._message.text()
