"""The training sample that is nearest to each generated picture, against torch alone."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from stopped_look import Look
from truth_networks import image_game

from playground.gui.selection import Sample
from playground.gui.widgets.scale_bar import short


@pytest.fixture
def scene(qtbot, make_context):
    document = image_game()
    return Look(qtbot, make_context(document), document, "samples", (900, 520))


@pytest.fixture
def close(scene, qtbot):
    qtbot.keyClick(scene.view.closest, Qt.Key.Key_Space)
    scene.look()
    return scene


def test_nearest_ones_are_measured_only_while_they_are_wanted(scene, qtbot):
    assert scene.view.probes()[0].among == 0
    assert "samples/nearest" not in scene.arrays
    assert scene.view.real_label.full_text() == "Real"
    qtbot.keyClick(scene.view.closest, Qt.Key.Key_Space)
    (probe,) = scene.view.probes()
    assert probe in scene.context.run.steering.probes
    scene.look()
    assert scene.believe(scene.view.grab().toImage()) == 2 * 64 * 64
    qtbot.keyClick(scene.view.closest, Qt.Key.Key_Space)
    scene.look()
    assert scene.view.real_label.full_text() == "Real"
    assert scene.believe(scene.view.grab().toImage()) == 2 * 64 * 64
    assert {tile.caption for tile in scene.view.real_tiles.tiles} == {""}


def test_each_has_the_nearest_training_sample_beside_it_with_the_distance(close):
    train = close.live.session.run.train["x"]
    away = torch.cdist(torch.from_numpy(close.arrays["samples/fake"]).flatten(1), train.flatten(1))
    assert np.array_equal(close.arrays["samples/nearest"], away.argmin(1))
    assert np.allclose(close.arrays["samples/distance"], away.min(1).values, rtol=1e-4)
    view = close.view
    for i, (made, near) in enumerate(
        zip(view.fake_tiles.tiles, view.real_tiles.tiles, strict=True)
    ):
        assert np.array_equal(near.values, train[int(away[i].argmin())][0])
        said = short(float(close.arrays["samples/distance"][i]), 2)
        assert made.caption == near.caption == said
    assert f"Nearest of {len(train)} training samples" in view.real_label.full_text()
    sizes = [[r.getRect() for r in t.rectangles()] for t in (view.fake_tiles, view.real_tiles)]
    assert sizes[0] == sizes[1], "each lies in the same place of its grid"


def test_the_nearest_ones_are_training_samples_that_light_up(close, qtbot):
    view, cursor = close.view, close.context.cursor
    nearest = close.arrays["samples/nearest"]
    qtbot.mouseMove(view.real_tiles, view.real_tiles.rectangles()[5].center().toPoint())
    assert cursor.sample == Sample("train", int(nearest[5]))
    same = set(np.flatnonzero(nearest == nearest[5]).tolist())
    assert view.real_tiles.lit == view.fake_tiles.lit == same
    QApplication.sendEvent(view.real_tiles, QEvent(QEvent.Type.Leave))
    assert (cursor.sample, view.real_tiles.lit, view.fake_tiles.lit) == (None, set(), set())


def test_what_is_no_number_is_near_nothing(close):
    fake = close.arrays["samples/fake"].copy()
    fake[0] = np.nan
    away = close.arrays["samples/distance"].copy()
    away[0] = np.inf
    close.look(fake=fake, distance=away)
    assert not close.view.fake_tiles.tiles[0].caption[:1].isdigit()
    close.believe(close.view.grab().toImage())
