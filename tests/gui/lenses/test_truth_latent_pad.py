"""The walk through the noise: what is made at a place, and what is nearest, against torch alone."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from games import game
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from stopped_look import Look
from truth_networks import image_game

from playground.document import edits
from playground.gui.selection import Sample


@pytest.fixture
def look(qtbot, make_context):
    return lambda document: Look(qtbot, make_context(document), document, "latent_pad", (640, 360))


def test_the_picture_is_made_of_the_place_and_the_noise_of_the_seed(look):
    scene = look(image_game())
    first, second = scene.view.columns
    first.setValue(3)
    second.setValue(1)
    scene.view.pad.move_to((1.2, -0.7))
    scene.look()
    z = torch.randn(1, 6, generator=torch.Generator().manual_seed(2))
    z[0, 3], z[0, 1] = 1.2, -0.7
    assert np.allclose(scene["noise"], z[0])
    assert np.allclose(scene["made"], scene.made(z), atol=1e-6)
    assert scene.believe(scene.view.grab().toImage()) == 2 * 64
    words = scene.view.note.full_text()
    assert "z1 = −0.70, z3 = 1.20" in words
    assert "4 other numbers" in words


def test_the_nearest_training_sample_and_its_distance(look):
    scene = look(image_game())
    train = scene.live.session.run.train["x"]
    away = torch.cdist(torch.from_numpy(scene["made"]).flatten(1), train.flatten(1))[0]
    assert int(scene["nearest"]) == int(away.argmin())
    assert np.array_equal(scene["beside"][0], train[int(away.argmin())])
    assert float(scene["distance"]) == pytest.approx(float(away.min()), rel=1e-4)
    assert f"the first {len(train)} training samples" in scene.view.note.full_text()
    assert f"number {int(away.argmin())}, distance" in scene.view.near_label.full_text()


def test_arrow_keys_move_the_point_and_the_view_asks_anew(look, qtbot):
    scene = look(image_game())
    pad = scene.view.pad
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(pad, key)
    qtbot.keyClick(pad, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert pad.point == (0.2, -0.09)
    (probe,) = scene.view.probes()
    assert probe.at == (0.2, -0.09)
    asked = scene.context.run.steering.probes
    assert [p for p in asked if p.name == "latent_pad"] == [probe]
    assert pad.accessibleDescription() == "z0 = 0.20, z1 = −0.09"
    qtbot.keyClick(pad, Qt.Key.Key_Home)
    assert pad.point == (0.0, 0.0)
    pad.move_to((99.0, -99.0))
    assert pad.point == (3.0, -3.0)


def test_the_point_goes_where_the_pointer_drags_it(look, qtbot):
    scene = look(image_game())
    pad = scene.view.pad
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(pad, left, pos=pad.place((1.0, 1.0)).toPoint())
    assert np.allclose(pad.point, (1, 1), atol=0.05)
    pad.grab()
    to = pad.place((-2.0, 0.5))
    event_at = to.toPoint()
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(event_at),
        QPointF(pad.mapToGlobal(event_at)),
        Qt.MouseButton.NoButton,
        left,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(pad, moved)
    assert np.allclose(pad.point, (-2, 0.5), atol=0.05)
    image = pad.grab().toImage()
    seen = image.pixelColor(pad.place(pad.point).toPoint()).name()
    assert seen == scene.context.theme.tokens.ink, "the point is painted where it is"


def test_the_two_numbers_are_never_the_same(look):
    scene = look(image_game())
    first, second = scene.view.columns
    first.setValue(1)
    assert (first.value(), second.value()) == (1, 2)
    second.setValue(1)
    assert (first.value(), second.value()) == (2, 1)
    second.setValue(5)
    first.setValue(5)
    assert (first.value(), second.value()) == (5, 0)


@pytest.mark.parametrize("features", [1, 2, 5])
def test_points_lie_in_the_plane_beside_the_data(look, features):
    scene = look(edits.set_param(game(), "z", "features", features))
    scene.view.pad.move_to((0.5, 1.5))
    scene.look()
    z = torch.randn(1, features, generator=torch.Generator().manual_seed(3))
    z[0, 0] = 0.5
    if features > 1:
        z[0, 1] = 1.5
    assert np.allclose(scene["made"], scene.made(z), atol=1e-6)
    train = scene.live.session.run.train["x"]
    assert np.array_equal(scene["cloud"], train[:400])
    away = torch.cdist(torch.from_numpy(scene["made"]), train)[0]
    assert int(scene["nearest"]) == int(away.argmin())
    assert scene.believe() == 2 * (len(scene["cloud"]) + 2)
    assert scene.view.columns[0].isVisible() == (features > 2)
    assert scene.view.pad.names == ("z0", "z1" if features > 1 else "")
    assert ("other numbers" in scene.view.note.full_text()) == (features > 2)


def test_what_is_no_number_is_said(look):
    scene = look(game())
    scene.look(made=np.float32([[np.nan, 1.0]]), distance=np.float32(np.nan))
    assert "No finite number" in scene.view.note.full_text()
    scene.view.grab()
    assert scene.believe() == 2 * len(scene["cloud"])


def test_the_nearest_one_is_a_training_sample(look, qtbot):
    scene = look(image_game())
    number, cursor = int(scene["nearest"]), scene.context.cursor
    tiles = scene.view.near_tiles
    qtbot.mouseMove(tiles, tiles.rectangles()[0].center().toPoint())
    assert (cursor.sample, tiles.lit) == (Sample("train", number), {0})
    QApplication.sendEvent(tiles, QEvent(QEvent.Type.Leave))
    assert (cursor.sample, tiles.lit) == (None, set())
    cursor.set_sample(Sample("train", number + 1))
    assert tiles.lit == set()


def test_looking_at_many_places_keeps_nothing_of_each(look):
    scene = look(image_game())
    before = None
    for x in range(4):
        scene.view.pad.move_to((0.1 * x, 0.3))
        scene.look()
        count = len(scene.live.session.run.memory)
        assert before in (None, count)
        before = count


def test_another_kind_of_training_is_said(show, mlp):
    view = show("latent_pad", {})
    assert not view.is_filled
    assert view.readings() == []
