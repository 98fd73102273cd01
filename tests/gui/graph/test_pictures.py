"""Pictures hold the tensor's numbers through the stated colour scale, nothing else."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from playground.gui.graph import card_paint, pictures
from playground.gui.graph.body import to_images
from playground.gui.theme import Theme


@pytest.fixture
def theme(qapp):
    return Theme()


def painted(values: np.ndarray, scale, zoom: float, offset: float = 0.0) -> np.ndarray:
    """The picture of a tensor as it is on the screen, RGBA."""
    plan = pictures.plan(values.shape)
    width, height = plan.size
    screen = QImage(int(width * zoom), int(height * zoom), QImage.Format.Format_ARGB32)
    screen.fill(0)
    painter = QPainter(screen)
    painter.scale(zoom, zoom)
    pixels = to_images(pictures.images(values, plan, scale))
    card_paint.images(painter, QPointF(offset, offset), pixels, plan)
    painter.end()
    plain = screen.convertToFormat(QImage.Format.Format_RGBA8888)
    return np.array(plain.constBits()).reshape(plain.height(), plain.width(), 4)


def colour_at(screen: np.ndarray, zoom: float, x: float, y: float) -> tuple[int, ...]:
    """Colour at a place of the picture in scene px."""
    return tuple(int(c) for c in screen[int(y * zoom), int(x * zoom)])


@pytest.mark.parametrize("zoom", [1.0, 2.5])
@pytest.mark.parametrize("shape", [(1, 8, 8), (8, 8, 8), (16, 4, 4), (3, 5, 7), (64, 2, 3)])
@pytest.mark.parametrize("signed", [False, True])
def test_every_pixel_on_the_screen_is_a_number_of_the_tensor(theme, shape, signed, zoom):
    rng = np.random.default_rng(1)
    values = rng.normal(size=shape).astype(np.float32)
    values = values if signed else np.abs(values)
    scale = theme.diverging if signed else theme.sequential
    plan = pictures.plan(shape)
    screen = painted(values, scale, zoom)
    expected = scale(values, float(np.abs(values).max()))
    assert plan.shown == plan.total == shape[0]
    for number in range(shape[0]):
        left, top = plan.place(number)
        for y in range(shape[1]):
            for x in range(shape[2]):
                middle_x = left + (x + 0.5) * plan.cell[0] / shape[2]
                middle_y = top + (y + 0.5) * plan.cell[1] / shape[1]
                got = colour_at(screen, zoom, middle_x, middle_y)
                assert got == tuple(expected[number, y, x])


@pytest.mark.parametrize("zoom", [0.5, 0.92, 1.0, 1.37])
def test_no_map_bleeds_into_its_neighbour(theme, zoom):
    shades = np.arange(1.0, 9.0)
    values = np.broadcast_to(shades[:, None, None], (8, 8, 8))
    plan = pictures.plan(values.shape)
    screen = painted(values, theme.sequential, zoom, offset=0.3)
    for number, colour in enumerate(theme.sequential(shades, 8.0)):
        left, top = (int((n + 0.3) * zoom) - 1 for n in plan.place(number))
        width, height = (int(n * zoom) + 3 for n in plan.cell)
        part = screen[max(0, top) : top + height, max(0, left) : left + width].reshape(-1, 4)
        solid = {tuple(int(c) for c in pixel) for pixel in part if pixel[3] == 255}
        assert solid == {tuple(int(c) for c in colour)}


def test_gaps_between_maps_are_transparent(theme):
    plan = pictures.plan((4, 4, 4))
    screen = painted(np.ones((4, 4, 4)), theme.sequential, 1.0)
    assert colour_at(screen, 1.0, plan.cell[0] + 1, 5)[3] == 0


@pytest.mark.parametrize("shape", [(17,), (64,), (256,), (1000,), (2, 3, 4, 5)])
def test_every_cell_is_a_number_of_the_tensor_in_its_order(theme, shape):
    values = np.random.default_rng(2).normal(size=shape).astype(np.float32)
    plan = pictures.plan(shape)
    screen = painted(values, theme.diverging, 1.0)
    flat = theme.diverging(values.reshape(-1), float(np.abs(values).max()))
    assert plan.kind == "cells"
    for number in range(plan.shown):
        row, column = divmod(number, plan.columns)
        x, y = (column + 0.5) * plan.cell[0], (row + 0.5) * plan.cell[1]
        assert colour_at(screen, 1.0, x, y) == tuple(flat[number])


@pytest.mark.parametrize("shape", [(1, 1), (1, 70), (12, 30), (100, 64), (500, 3)])
def test_a_column_of_a_sequence_is_a_step_and_a_row_a_feature(theme, shape):
    values = np.random.default_rng(2).normal(size=shape).astype(np.float32)
    plan = pictures.plan(shape)
    screen = painted(values, theme.diverging, 1.0)
    colours = theme.diverging(values, float(np.abs(values).max()))
    assert plan.kind == "strip"
    assert plan.columns == min(shape[0], pictures.MAX_STEPS)
    assert plan.rows == min(shape[1], pictures.MAX_FEATURES)
    for step in range(0, plan.columns, 7):
        for feature in range(plan.rows):
            x, y = (step + 0.5) * plan.cell[0], (feature + 0.5) * plan.cell[1]
            assert colour_at(screen, 1.0, x, y) == tuple(colours[step, feature])


def test_tokens_get_a_place_each_as_far_as_a_card_goes():
    assert pictures.plan_tokens(5, ("a", "b")).columns == 5
    long = pictures.plan_tokens(500, ("a", "b"))
    assert (long.total, long.shown) == (500, long.columns * pictures.TOKEN_ROWS)
    assert pictures.plan_tokens(5, ("[MASK]", "b")).cell[0] > long.cell[0]


@pytest.mark.parametrize(
    "shape", [(1,), (5,), (16,), (17,), (5000,), (3, 3), (300, 90), (1, 28, 28), (512, 1, 1)]
)
def test_a_picture_never_grows_too_large_for_a_card(shape):
    width, height = pictures.plan(shape).size
    assert 0 < width <= 160
    assert 0 < height <= 180


def test_an_unknown_or_empty_shape_has_no_picture():
    assert pictures.plan(None).kind == "none"
    assert pictures.plan((0,)).kind == "none"
    assert pictures.plan(None).size == (0, 0)


def test_a_number_that_is_not_finite_is_transparent_and_does_not_set_the_scale(theme):
    values = np.array([[[np.nan, 1.0], [np.inf, 0.5]]])
    screen = painted(values, theme.sequential, 1.0)
    assert colour_at(screen, 1.0, 5, 5)[3] == 0
    assert colour_at(screen, 1.0, 50, 5) == tuple(theme.sequential(np.array(1.0), 1.0))


def test_signed_bars_grow_from_the_middle_in_proportion(theme):
    bars = pictures.bars(np.array([2.0, -1.0, 0.0]), ("a", "b"), theme.diverging, signed=True)
    assert [(b.start, b.end) for b in bars] == [(0.5, 1.0), (0.25, 0.5), (0.5, 0.5)]
    assert [b.label for b in bars] == ["a", "b", ""]
    assert bars[0].colour == tuple(theme.diverging(np.array(2.0), 2.0))
    assert bars[1].colour == tuple(theme.diverging(np.array(-1.0), 2.0))


def test_bars_of_a_broken_tensor_are_empty(theme):
    bars = pictures.bars(np.array([np.nan, np.inf]), (), theme.sequential, signed=False)
    assert [(b.start, b.end) for b in bars] == [(0.0, 0.0), (0.0, 0.0)]


def test_probabilities_are_torchs_softmax_and_sigmoid():
    import torch

    logits = np.array([2.0, -700.0, 710.0], dtype=np.float32)
    softmax = torch.tensor(logits).double().softmax(0).numpy()
    np.testing.assert_allclose(pictures.probabilities(logits, "cross_entropy"), softmax)
    sigmoid = torch.tensor(logits).double().sigmoid().numpy()
    np.testing.assert_allclose(
        pictures.probabilities(logits, "bce_with_logits"), sigmoid, atol=1e-15
    )
    both = pictures.probabilities(np.array([0.3]), "bce_with_logits")
    assert both.sum() == pytest.approx(1)
    assert both[1] == pytest.approx(float(torch.sigmoid(torch.tensor(0.3))), abs=1e-6)
    assert list(pictures.probabilities(np.array([1.5]), "mse")) == [1.5]
