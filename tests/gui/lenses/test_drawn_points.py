"""Points painted, dragged and erased with the mouse while a network trains on them."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from truths import Judge

from playground.data._cloud import MOST, PLANE
from playground.document import edits
from playground.document.format import reads, writes
from playground.document.library import load
from playground.gui.lenses.surface import SurfaceLens
from playground.train.engine.base import make_engine

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def shown(context, qtbot):
    lens = SurfaceLens(context)
    qtbot.addWidget(lens)
    lens.resize(480, 520)
    lens.show()
    qtbot.waitExposed(lens)
    return lens


def spot(lens, x, y):
    scene = lens.plot.getViewBox().mapViewToScene(QPointF(x, y))
    return lens.plot.mapFromScene(scene)


def stroke(lens, *points):
    viewport = lens.plot.viewport()
    places = [spot(lens, *point) for point in points]
    QTest.mousePress(viewport, LEFT, PLAIN, places[0])
    for place in places[1:]:
        QTest.mouseMove(viewport, place)
    QTest.mouseRelease(viewport, LEFT, PLAIN, places[-1])


def trained_points(context):
    arrays = context.run.shown.arrays
    return np.concatenate([arrays["data/train_x"], arrays["data/test_x"]])


@pytest.fixture(params=["thread", "process"])
def training(request, make_context, mlp, qtbot):
    document = edits.set_train(edits.set_data_param(mlp, "num_samples", 100), steps=10**9)
    context = make_context(document, steps=None)
    context.doctor.set_enabled(False)
    context.run.engine = make_engine(request.param)
    context.run.begin()
    lens = shown(context, qtbot)
    context.run.play()
    qtbot.waitUntil(lambda: lens.is_filled and context.run.step_count > 20)
    context.brush.set(active=True, tool="paint", target=1.0, radius=0.3, density=4)
    return lens


def test_a_stroke_is_trained_on_without_a_reset_and_is_one_step_of_the_history(training, qtbot):
    lens, context = training, training.context
    run, step = context.run.shown.run, context.run.step_count
    stroke(lens, (-1, 1), (-0.5, 1), (0, 1), (0.5, 1))
    data = context.document.report.dataset
    assert context.document.document.data.dataset == "drawn"
    count = data.count()
    assert 130 < count <= 160  # dabs all along the way, however few moves there were
    qtbot.waitUntil(lambda: len(trained_points(context)) == count)
    np.testing.assert_allclose(
        sorted(map(tuple, trained_points(context))), sorted(map(tuple, data.cloud().x)), atol=1e-6
    )
    assert context.run.shown.run == run
    assert context.run.step_count > step
    qtbot.waitUntil(lambda: not lens.layer.is_ahead)
    assert reads(writes(context.document.document)) == context.document.document
    context.document.undo_stack.undo()
    assert context.document.document.data.dataset == "moons"
    qtbot.waitUntil(lambda: len(trained_points(context)) == 100)
    assert context.run.shown.run == run
    assert not context.document.undo_stack.canUndo()


def test_a_point_is_dragged_and_points_are_erased(training, qtbot):
    lens, context = training, training.context
    context.brush.set(radius=0.0)
    stroke(lens, (2.6, -2.6))
    context.brush.set(tool="drag")
    stroke(lens, (2.6, -2.6), (0, -2), (-2.6, -2.6))
    cloud = context.document.report.dataset.cloud()
    np.testing.assert_allclose(cloud.x[-1], (-2.6, -2.6), atol=0.1)
    assert len(cloud) == 101
    context.brush.set(tool="erase", radius=0.2)
    stroke(lens, (-2.6, -2.6))
    assert context.document.report.dataset.count() == 100
    qtbot.waitUntil(lambda: len(trained_points(context)) == 100)
    context.brush.set(radius=2.0)
    stroke(lens, (0, 0), (3, 0), (-3, 0), (0, 3), (0, -3), (3, 3), (-3, -3))
    context.brush.clear()
    assert any("No points" in p.message for p in context.document.report.problems)
    context.document.undo_stack.undo()
    assert context.document.report.ok or context.document.report.dataset.count()


def test_points_are_drawn_from_nothing_and_one_class_alone_trains(make_context, mlp, qtbot):
    context = make_context(edits.set_data(mlp, "drawn"))
    lens = shown(context, qtbot)
    assert not lens.is_filled
    context.brush.set(active=True, radius=1.0, density=40)
    stroke(lens, (0, 0))
    assert context.document.report.dataset.count() == 40
    assert context.document.report.ok
    assert lens.layer.points.getData()[0].size == 0 or lens.layer.is_ahead
    qtbot.waitUntil(lambda: lens.layer.points.getData()[0].size == 40)


def test_a_class_more_has_a_colour_and_an_output(make_context, mlp, qtbot):
    context = make_context(mlp)
    lens = shown(context, qtbot)
    context.brush.set(active=True)
    assert len(lens.tools.colours) == 2
    lens.tools.more.click()
    assert len(lens.tools.colours) == 3
    assert context.document.report.shape("out") == (3,)
    stroke(lens, (0, 0), (1, 0), (2, 0))
    assert context.document.report.ok
    assert context.document.report.dataset.class_sizes()[2] > 1


def test_a_table_is_pasted_and_what_cannot_be_taken_is_told(make_context, mlp, qtbot):
    context = make_context(edits.set_data(mlp, "drawn"))
    told = []
    context.notices.posted.connect(lambda text, _kind: told.append(text))
    context.brush.paste("nonsense")
    assert "no points" in told[-1]
    QGuiApplication.clipboard().setText("1,1,0\n1,2,0\n-1,1,1\n-1,2,1\n99,0,1")
    tools = shown(context, qtbot).tools
    tools.paste_action.trigger()
    assert context.document.report.dataset.count() == 4
    assert "outside" in told[-1]
    context.brush.paste("\n".join(f"{i % 5} {i % 3} 1" for i in range(100_000)))
    assert context.document.report.dataset.count() == MOST
    context.brush.set(radius=0.5, density=5)
    context.brush.press((0, 0))
    context.brush.release()
    assert "At most" in told[-1]


def test_values_are_drawn_for_a_regression(make_context, mlp, qtbot):
    document = edits.set_data(mlp, "plane")
    document = edits.set_param(document, "out", "out_features", 1)
    context = make_context(edits.set_train_param(document, "loss", "mse"))
    assert context.document.report.ok
    lens = shown(context, qtbot)
    context.brush.set(active=True, target=0.5, radius=0.0)
    assert lens.tools.value.isVisibleTo(lens)
    context.brush.press((1, 1))
    context.brush.release()
    cloud = context.document.report.dataset.cloud()
    assert cloud.y[-1] == 0.5
    assert context.document.report.ok


def test_tables_and_pictures_cannot_be_drawn_on(make_context, mlp, qtbot):
    context = make_context(edits.set_data(mlp, "iris"))
    lens = shown(context, qtbot)
    assert not lens.draw.isVisibleTo(lens)
    told = []
    context.brush.said.connect(told.append)
    context.brush.press((0, 0))
    assert "plane" in told[-1]
    assert context.document.document.data.dataset == "iris"


@pytest.mark.parametrize("key", ["moons", "plane"])
def test_discretised_the_surface_shows_decisions_and_test_data_can_be_left_out(
    make_context, mlp, qtbot, key
):
    document = edits.set_data(mlp, key)
    if key == "plane":
        document = edits.set_param(document, "out", "out_features", 1)
        document = edits.set_train_param(document, "loss", "mse")
    context = make_context(document, steps=None)
    context.run.begin()
    lens = shown(context, qtbot)
    qtbot.waitUntil(lambda: lens.is_filled)
    assert len({reading.colour for reading in lens.readings() if reading.colour}) > 3
    lens.discrete.click()
    lens.tested.click()
    readings = lens.readings()
    assert len({reading.colour for reading in readings if reading.colour}) <= 3
    assert not any("test_x" in reading.formula for reading in readings)
    judge = Judge(context.run.shown.arrays, context.theme.tokens)
    assert not [f for f in map(judge.fault, readings) if f]
    lens.tested.click()
    assert any("test_x" in reading.formula for reading in lens.readings())


def test_a_single_output_becomes_one_a_class(make_context, qtbot):
    context = make_context(load("xor-mlp"))
    context.brush.set(active=True, radius=0.5, density=5)
    context.brush.add_class()
    context.brush.press((0, 0))
    context.brush.release()
    assert context.document.report.shape("out") == (3,)
    assert context.document.report.ok


def test_a_hand_that_leaves_the_plane_paints_nothing_out_there(make_context, mlp):
    context = make_context(edits.set_data(mlp, "drawn"))
    context.brush.set(active=True, radius=0.0)
    context.brush.press((0, 0))
    context.brush.move((1e9, 0))
    context.brush.release()
    cloud = context.document.report.dataset.cloud()
    assert 100 < len(cloud) < 200
    assert abs(cloud.x).max() <= PLANE
