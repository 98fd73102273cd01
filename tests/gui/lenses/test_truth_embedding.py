"""The embedding: its points, shares, colours and pictures against the arrays."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from playground.gui.selection import Sample
from playground.gui.theme import class_colour
from playground.telemetry.probes.embedding import components


def embedded(count=40, inputs=(2,), seed=0):
    rng = np.random.default_rng(seed)
    labels = np.arange(count) % 2
    vectors, share = components(rng.normal(size=(count, 6)) + 8 * labels[:, None])
    return {
        "embedding/vectors/act": vectors.astype(np.float32),
        "embedding/share": share.astype(np.float32),
        "embedding/targets": labels,
        "embedding/inputs": rng.uniform(size=(count, *inputs)).astype(np.float32),
        "embedding/split": np.array(1),
    }


def test_samples_lie_at_their_first_two_components(show):
    arrays = embedded()
    view = show("embedding", arrays)
    points = arrays["embedding/vectors/act"][:, :2]
    assert np.allclose(view.plane.points, points)
    places = view.plane.places()
    steps = (places - places[0]) * [1, -1]
    scale = np.linalg.norm(steps[1]) / np.linalg.norm(points[1] - points[0])
    assert np.allclose(steps, scale * (points - points[0]), atol=1e-3)
    a, b = arrays["embedding/share"][:2]
    assert f"act: PCA, {a:.0%} + {b:.0%}" in view.note.full_text()
    colours = [colour.name() for colour in view.plane.colours]
    assert colours == [class_colour(int(label)) for label in arrays["embedding/targets"]]


def test_a_component_that_changes_its_sign_does_not_flip_the_picture(show, context):
    from playground.telemetry.snapshot import Snapshot

    arrays = embedded()
    view = show("embedding", arrays)
    before = view.plane.points.copy()
    flipped = {**arrays, "embedding/vectors/act": -arrays["embedding/vectors/act"]}
    context.run.snapshot.emit(Snapshot(1, 2, 0.0, {}, flipped))
    assert np.allclose(view.plane.points, before)


def test_images_are_the_inputs(show, context):
    arrays = embedded(inputs=(1, 3, 4))
    view = show("embedding", arrays)
    image = view.plane.images[5]
    sample = arrays["embedding/inputs"][5, 0]
    scale = float(arrays["embedding/inputs"].max())
    for row in range(3):
        for column in range(4):
            expected = context.theme.sequential(sample[row, column].astype(float), scale)
            assert image.pixelColor(column, row).getRgb() == tuple(expected)


def test_pointing_and_clicking_say_which_sample(show, context, qtbot):
    view = show("embedding", embedded())
    place = QPointF(*view.plane.places()[7])
    nearest = view.plane.sample_at(place)
    assert np.allclose(view.plane.places()[nearest], view.plane.places()[7], atol=1)
    qtbot.mouseClick(view.plane, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert context.selection.sample == Sample("test", nearest)
    context.cursor.set_sample(Sample("test", 3))
    assert view.plane.lit == {3}
    context.cursor.set_sample(None)
    context.cursor.set_label(1)
    assert view.plane.lit == set(range(1, 40, 2))


def test_tsne_comes_from_a_thread_and_can_be_cancelled(show, context, qtbot):
    view = show("embedding", embedded(300))
    flat = view.plane.points.copy()
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.map is not None and view.map.iteration > 0, timeout=20_000)
    assert view._work.busy
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)  # cancel
    assert not view._work.busy
    assert np.allclose(view.plane.points, flat)
    with qtbot.waitSignal(view._work.ended, timeout=60_000):
        view.start_map()
    assert view.map.iteration == 750
    assert np.allclose(view.plane.points, view.map.points)
    assert f"divergence {view.map.divergence:.2f}" in view.note.full_text()


def test_samples_that_are_nan_are_hidden_and_all_nan_is_said(show):
    arrays = embedded()
    arrays["embedding/vectors/act"] = arrays["embedding/vectors/act"].copy()
    arrays["embedding/vectors/act"][4] = np.nan
    view = show("embedding", arrays)
    view.grab()
    assert np.isnan(view.plane.places()[4]).all()
    arrays["embedding/vectors/act"] = np.full((40, 6), np.nan, dtype=np.float32)
    assert "NaN for every sample" in show("embedding", arrays)._message.text()


@pytest.mark.parametrize("shape", [(30, 5), (6, 40), (5, 1), (1, 3)])
def test_components_are_those_of_the_singular_values(shape):
    x = np.random.default_rng(2).normal(size=shape)
    found, share = components(x)
    centred = x - x.mean(0)
    left, values, _ = np.linalg.svd(centred, full_matrices=False)
    count = min(found.shape[1], len(values), shape[1])
    assert np.allclose(np.abs(found[:, :count]), np.abs(left * values)[:, :count], atol=1e-6)
    if values.any():
        assert np.allclose(share[:count], values[:count] ** 2 / (values**2).sum(), atol=1e-9)
