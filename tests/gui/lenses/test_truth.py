"""Every number and colour of a lens is read back from the view and compared with its tensor."""

from __future__ import annotations

import pathlib
import re

import numpy as np
import pytest
from PySide6.QtGui import QColor

from playground.explain.evaluation import confusion_matrix
from playground.gui.lenses.surface import class_colours
from playground.gui.theme import Theme
from playground.gui.widgets.scale_bar import short
from playground.registry import lenses
from playground.telemetry.snapshot import Snapshot


def rgb(text):
    return QColor(text).getRgb()[:3]


def random(*shape, seed=0):
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_signed_scale_is_symmetric_and_its_neutral_colour_is_exactly_zero(mode):
    theme = Theme(mode)
    values = np.array([-2.0, -9.0, 0.0, 2.0, 9.0, 1.0])
    colours = theme.diverging(values, 2.0)
    t = theme.tokens
    ends = [rgb(t.negative), rgb(t.zero), rgb(t.positive)]
    assert [tuple(c[:3]) for c in colours[[0, 2, 3]]] == ends
    assert tuple(colours[1]) == tuple(colours[0])
    assert tuple(colours[4]) == tuple(colours[3])
    halfway = (np.array(rgb(t.zero)) + np.array(rgb(t.positive))) / 2
    assert np.abs(colours[5][:3] - halfway).max() <= 1.5


def test_nan_gets_no_colour_of_the_scale():
    assert (Theme().diverging(np.array([np.nan]), 1.0) == 0).all()
    assert (Theme().sequential(np.array([np.nan]), 1.0) == 0).all()


@pytest.mark.parametrize("shape", [(3, 5), (1, 1), (40, 7), (6,)])
def test_weights_of_a_linear_block(show, context, shape):
    weights = random(*shape)
    view = show("weights", {"weights/hidden": weights}, node="hidden")
    (tile,) = view.tiles.tiles
    limit = float(np.abs(weights).max())
    assert np.array_equal(tile.values, np.atleast_2d(weights))
    assert np.array_equal(tile.rgba, context.theme.diverging(np.atleast_2d(weights), limit))
    assert (view.scale_bar.low, view.scale_bar.high) == (-limit, limit)
    assert (
        f"mean {short(float(weights.mean()), 2)}, SD {short(float(weights.std()), 2)}"
        in view.note.full_text()
    )


def test_weights_of_a_convolution_are_one_tile_a_kernel(show, context):
    weights = random(4, 2, 3, 5)
    view = show("weights", {"weights/hidden": weights}, node="hidden")
    limit = float(np.abs(weights).max())
    assert len(view.tiles.tiles) == 8
    for index, tile in enumerate(view.tiles.tiles):
        kernel = weights[index // 2, index % 2]
        assert np.array_equal(tile.values, kernel)
        assert np.array_equal(tile.rgba, context.theme.diverging(kernel, limit))
        assert tile.name == f"hidden.weight[{index // 2}, {index % 2}]"


def test_the_tile_under_the_pointer_is_the_number_it_shows(show, qtbot):
    from PySide6.QtCore import QPointF

    weights = random(3, 5)
    view = show("weights", {"weights/hidden": weights}, node="hidden")
    rect = view.tiles.rectangles()[0]
    for row in range(3):
        for column in range(5):
            at = QPointF(
                rect.left() + (column + 0.5) * rect.width() / 5,
                rect.top() + (row + 0.5) * rect.height() / 3,
            )
            assert view.tiles.find(at) == (0, row, column)
    painted = view.tiles.grab().toImage()
    ratio = painted.devicePixelRatio()
    spot = painted.pixelColor(int((rect.left() + 3) * ratio), int((rect.top() + 3) * ratio))
    assert np.abs(np.array(spot.getRgb()) - view.tiles.tiles[0].rgba[0, 0]).max() <= 1


@pytest.mark.parametrize("shape", [(3, 4, 6), (1, 1, 1), (16,), (33,), (64,)])
def test_activations_show_every_number_once(show, context, shape):
    values = np.abs(random(*shape))
    view = show("activations", {"activations/hidden": values}, node="hidden")
    shown = np.concatenate([tile.values.ravel() for tile in view.tiles.tiles])
    assert np.array_equal(shown, values.ravel())
    colours = np.concatenate([tile.rgba.reshape(-1, 4) for tile in view.tiles.tiles])
    assert np.array_equal(colours, context.theme.sequential(values.ravel(), float(values.max())))
    assert view.scale_bar.low == 0


def test_curves_are_the_rows_of_the_history(show):
    rows = [(s, {"loss/train": 1 / (s + 1), "loss/test": 2 / (s + 1)}) for s in range(60)]
    view = show("loss", rows=rows)
    assert set(view.curves) == {"train", "test"}
    for part in ("train", "test"):
        steps, values = view.curves[part].getData()
        assert list(steps) == list(range(60))
        assert list(values) == [row[f"loss/{part}"] for _, row in rows]
    assert view.plot.y_range[0] == 0
    assert view.plot.y_range[1] >= 2
    assert view.plot.x_range[1] >= 59


def test_there_is_room_for_all_curves_however_different(show):
    rows = [(s, {"loss/generator": 9.0, "loss/discriminator": 0.1}) for s in range(5)]
    view = show("loss", rows=rows)
    assert view.plot.y_range[0] == 0
    assert view.plot.y_range[1] >= 9


def test_an_accuracy_near_one_does_not_lie_on_the_edge(show):
    rows = [(s, {"accuracy/test": 0.97 + s / 200}) for s in range(5)]
    view = show("metrics", rows=rows)
    assert view.plot.y_range == (0, 1.05)


def test_a_logarithmic_axis_shows_the_logarithm(show):
    rows = [(s, {"loss/train": 10.0**-s}) for s in range(6)]
    view = show("loss", rows=rows)
    view.log.setChecked(True)
    _, values = view.curves["train"].getData()
    assert np.allclose(values, [0, -1, -2, -3, -4, -5])


def test_metrics_offers_what_the_run_reports(show):
    rows = [(s, {"accuracy/test": s / 10, "lr": 0.5}) for s in range(10)]
    view = show("metrics", rows=rows)
    offered = [view.choice.itemData(i) for i in range(view.choice.count())]
    assert offered == ["accuracy", "lr"]
    assert list(view.curves["test"].getData()[1]) == [s / 10 for s in range(10)]
    view.choice.setCurrentIndex(1)
    view.choice.activated.emit(1)
    assert list(view.curves[""].getData()[1]) == [0.5] * 10


def test_surface_of_two_classes_is_the_difference_of_their_probabilities(show, context):
    p = np.random.default_rng(1).uniform(size=(5, 7, 1)).astype(np.float32)
    values = np.concatenate([p, 1 - p], axis=2)
    extent = np.array([-1, 2, -3, 4], dtype=np.float32)
    points = {
        "data/train_x": random(20, 2),
        "data/train_y": np.arange(20) % 2,
        "data/test_x": random(6, 2, seed=2),
        "data/test_y": np.arange(6) % 2,
    }
    view = show("surface", {"surface/values": values, "surface/extent": extent, **points})
    expected = context.theme.diverging(0.6 * (values[..., 1] - values[..., 0]), 1.0)
    assert np.array_equal(view.image.image, expected)
    rect = view.image.mapRectToParent(view.image.boundingRect())
    assert (rect.left(), rect.right(), rect.top(), rect.bottom()) == (-1, 2, -3, 4)
    x, y = view.train.getData()
    assert np.allclose(np.stack([x, y], 1), points["data/train_x"])
    assert len(view.test.getData()[0]) == 6


@pytest.mark.parametrize("classes", [2, 3, 3000])
@pytest.mark.parametrize("discrete", [False, True])
def test_where_a_probability_is_no_number_the_surface_is_hatched(show, context, classes, discrete):
    p = np.random.default_rng(1).dirichlet(np.ones(classes), size=(4, 5)).astype(np.float32)
    p[1, 2, -1], p[3, 0] = np.nan, np.nan
    view = show("surface", {"surface/values": p, "surface/extent": np.array([-1, 1, -1, 1])})
    view.discrete.setChecked(discrete)
    context.run.snapshot.emit(
        Snapshot(
            1, 3, 0.0, {}, {"surface/values": p.copy(), "surface/extent": np.array([-1, 1] * 2)}
        )
    )
    holes = view.image.image[..., 3] == 0
    assert np.argwhere(holes).tolist() == [[1, 2], [3, 0]]
    before = view.plot.grab().toImage()
    view.image.hatch = context.theme.tokens.canvas
    view.image.update()
    assert view.plot.grab().toImage() != before


def test_a_certain_class_has_its_own_colour_and_an_undecided_point_none():
    theme = Theme()
    certain, undecided = np.eye(3), np.full((1, 3), 1 / 3)
    colours = class_colours(theme, np.concatenate([certain, undecided]))
    assert len({tuple(c) for c in colours}) == 4
    assert tuple(colours[3][:3]) == rgb(theme.tokens.zero)


def test_confusion_counts_every_sample_once(show):
    generator = np.random.default_rng(3)
    probabilities = generator.dirichlet(np.ones(4), size=50).astype(np.float32)
    targets = generator.integers(0, 4, size=50)
    view = show(
        "confusion",
        {"predictions/probabilities": probabilities, "predictions/targets": targets},
    )
    counts = view.matrix.counts
    predicted = probabilities.argmax(1)
    for true in range(4):
        for said in range(4):
            assert counts[true, said] == ((targets == true) & (predicted == said)).sum()
    assert counts.sum() == 50
    assert np.array_equal(counts, confusion_matrix(targets, predicted, 4))
    view.matrix.grab()


def test_predictions_show_the_wrong_ones_first_with_both_classes(show, context):
    probabilities = np.array([[0.9, 0.1], [0.2, 0.8], [0.6, 0.4]], dtype=np.float32)
    targets = np.array([0, 0, 0])
    inputs = np.random.default_rng(4).uniform(size=(3, 1, 2, 3)).astype(np.float32)
    view = show(
        "predictions",
        {
            "predictions/probabilities": probabilities,
            "predictions/targets": targets,
            "predictions/inputs": inputs,
        },
    )
    first, *rest = view.tiles.tiles
    assert "≠" in first.caption
    assert first.colour == context.theme.tokens.bad
    assert np.array_equal(first.values, inputs[1, 0])
    assert all(tile.colour == context.theme.tokens.good for tile in rest)
    assert view.note.full_text().startswith("1 of 3 wrong")


def test_predicted_numbers_lie_at_true_and_predicted_value(show):
    values, targets = random(20, 1), random(20, seed=5)
    view = show(
        "predictions",
        {
            "predictions/values": values,
            "predictions/targets": targets,
            "predictions/inputs": random(20, 3),
        },
    )
    x, y = view.points.getData()
    assert np.allclose(x, targets)
    assert np.allclose(y, values[:, 0])


def test_samples_of_images_use_one_scale_for_real_and_fake(show, context):
    real = np.random.default_rng(6).uniform(size=(4, 1, 3, 2)).astype(np.float32)
    fake = 2 * np.random.default_rng(7).uniform(size=(4, 1, 3, 2)).astype(np.float32)
    view = show("samples", {"samples/real": real, "samples/fake": fake})
    limit = float(real.max())
    for tiles, samples in ((view.real_tiles, real), (view.fake_tiles, fake)):
        assert len(tiles.tiles) == 4
        for tile, sample in zip(tiles.tiles, samples, strict=True):
            assert np.array_equal(tile.values, sample[0])
            assert np.array_equal(tile.rgba, context.theme.sequential(sample[0], limit))


def test_samples_in_the_plane_are_the_generated_points(show):
    real, fake = random(30, 2), random(30, 2, seed=8)
    view = show("samples", {"samples/real": real, "samples/fake": fake})
    x, y = view.fake_points.getData()
    assert np.allclose(np.stack([x, y], 1), fake)
    assert np.allclose(view.real_points.getData()[0], real[:, 0])


def test_every_lens_has_a_test_of_its_truth():
    here = pathlib.Path(__file__).parent
    text = "".join(path.read_text(encoding="utf-8") for path in here.glob("test_truth*.py"))
    for key in lenses:
        assert re.search(rf'show\(\s*"{key}"', text), key
