"""What the lenses on answers show, read back from the view and compared with the arrays."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor

from playground.document.model import Document
from playground.explain.evaluation import calibration, class_scores
from playground.gui.cursor import Picked
from playground.gui.selection import Sample
from tests.gui.conftest import MLP


def answers(count=60, classes=2, seed=0, inputs=(2,)):
    rng = np.random.default_rng(seed)
    return {
        "predictions/probabilities": rng.dirichlet(np.ones(classes), size=count).astype(np.float32),
        "predictions/targets": rng.integers(0, classes, size=count),
        "predictions/inputs": rng.uniform(size=(count, *inputs)).astype(np.float32),
    }


@pytest.mark.parametrize("classes", [2, 9])
def test_each_cell_is_painted_with_the_share_of_its_true_class(show, context, classes):
    arrays = answers(200, classes)
    view = show("confusion", arrays)
    matrix, theme = view.matrix, context.theme
    painted = matrix.grab().toImage()
    ratio = painted.devicePixelRatio()
    targets, predicted = (
        arrays["predictions/targets"],
        arrays["predictions/probabilities"].argmax(1),
    )
    for row in range(classes):
        for column in range(classes):
            count = ((targets == row) & (predicted == column)).sum()
            share = count / (targets == row).sum()
            spot = matrix.cell_rect(row, column).topLeft() + QPointF(2.5, 2.5)
            seen = painted.pixelColor(int(spot.x() * ratio), int(spot.y() * ratio)).getRgb()[:3]
            if row == column:
                expected = theme.sequential(np.array(share), 1.0)[:3]
            else:
                ends = [np.array(QColor(c).getRgb()[:3]) for c in (theme.tokens.field, "#e5484d")]
                strength = 0.15 + 0.85 * share if share else 0.0
                expected = ends[0] + strength * (ends[1] - ends[0])
            assert np.abs(np.array(seen) - expected).max() <= 1.5
            assert f"{count} of {(targets == row).sum()} samples" in matrix.words((row, column))


def test_of_three_thousand_classes_the_confused_ones_are_shown(show):
    arrays = answers(80, 3000)
    view = show("confusion", arrays)
    assert len(view.matrix.counts) == 60
    for place, label in enumerate(view.shown):
        total = (arrays["predictions/targets"] == label).sum()
        assert view.matrix.totals[place] == total
    assert "60 classes with the most mistakes" in view.note.full_text()


def test_a_click_on_a_cell_shows_its_samples_and_another_click_all(show, context, qtbot):
    arrays = answers(60, 2)
    gallery, view = show("predictions", arrays), show("confusion", arrays)
    at = view.matrix.cell_rect(0, 1).center().toPoint()
    qtbot.mouseClick(view.matrix, Qt.MouseButton.LeftButton, pos=at)
    assert context.cursor.picked == Picked(0, 1)
    predicted = arrays["predictions/probabilities"].argmax(1)
    expected = np.flatnonzero((arrays["predictions/targets"] == 0) & (predicted == 1))
    assert set(gallery.shown) == set(expected)
    assert gallery.note.full_text().startswith(f"{len(expected)} of class ")
    assert view.matrix.picked == (0, 1)
    qtbot.mouseClick(gallery.all, Qt.MouseButton.LeftButton)
    assert context.cursor.picked == Picked()
    assert len(gallery.shown) == 60


def test_a_cell_can_be_picked_with_the_keys(show, context, qtbot):
    view = show("confusion", answers())
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(view.matrix, key)
    assert context.cursor.picked == Picked(0, 1)


def test_a_sample_that_is_pointed_at_is_found_in_every_view(show, context):
    arrays = answers()
    gallery, matrix = show("predictions", arrays), show("confusion", arrays).matrix
    gallery.tiles.hovered.emit(3, 0, 0)
    sample = context.cursor.sample
    assert sample == Sample("test", gallery.shown[3])
    said = int(arrays["predictions/probabilities"][sample.number].argmax())
    assert matrix.lit_cell == (int(arrays["predictions/targets"][sample.number]), said)
    assert gallery.tiles.lit == {3}
    gallery.tiles.hovered.emit(-1, -1, -1)
    assert matrix.lit_cell is None
    assert not gallery.tiles.lit


def test_a_class_that_is_pointed_at_is_found_in_every_view(show, context):
    arrays = answers()
    views = {key: show(key, arrays) for key in ("predictions", "confusion", "class_scores")}
    views["confusion"].matrix.pointed.emit((1, 0))
    assert context.cursor.label == 1
    lit = {views["predictions"].shown[i] for i in views["predictions"].tiles.lit}
    shown = set(views["predictions"].shown)
    assert lit == set(np.flatnonzero(arrays["predictions/targets"] == 1)) & shown
    (index,) = views["class_scores"].table.selectionModel().selectedRows()
    assert views["class_scores"].model.order[index.row()] == 1


def test_the_table_of_classes_holds_their_scores_in_any_order(show, context):
    arrays = answers(300, 6, seed=2)
    view = show("class_scores", arrays)
    predicted = arrays["predictions/probabilities"].argmax(1)
    scores = class_scores(arrays["predictions/targets"], predicted, 6)
    for column, sense in ((1, Qt.SortOrder.DescendingOrder), (4, Qt.SortOrder.AscendingOrder)):
        view.table.sortByColumn(column, sense)
        model, labels = view.model, []
        for row in range(6):
            cells = [model.data(model.index(row, c)) for c in range(5)]
            label = next(i for i, name in enumerate(model.names) if name == cells[0])
            labels.append(label)
            assert cells[1:4] == [
                f"{part[label]:.3f}" for part in (scores.precision, scores.recall, scores.f1)
            ]
            assert cells[4] == str(scores.support[label])
        values = (scores.precision, scores.support)[column == 4][labels]
        steps = np.diff(values)
        assert (steps <= 0).all() if column == 1 else (steps >= 0).all()
    view.table.clicked.emit(view.model.index(0, 0))
    assert context.cursor.picked == Picked(true=labels[0])
    assert f"recall {scores.recall.mean():.3f}" in view.note.full_text()


def test_a_class_nobody_names_has_no_precision_and_comes_last(show):
    probabilities = np.array([[0.1, 0.9], [0.2, 0.8]], dtype=np.float32)
    view = show(
        "class_scores",
        {"predictions/probabilities": probabilities, "predictions/targets": np.array([1, 1])},
    )
    for sense in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        view.table.sortByColumn(1, sense)
        assert list(view.model.order) == [1, 0]
        assert view.model.data(view.model.index(1, 1)) == "–"


def test_bars_of_calibration_are_the_shares_of_right_answers(show):
    arrays = answers(400, 3)
    view = show("calibration", arrays)
    expected = calibration(arrays["predictions/probabilities"], arrays["predictions/targets"])
    there = expected.counts > 0
    assert np.allclose(view.bars.opts["height"], expected.accuracy[there])
    assert np.allclose(view.bars.opts["x0"], expected.edges[:-1][there], atol=0.005)
    x, y = view.dots.getData()
    assert np.allclose(x, expected.certainty[there])
    assert np.allclose(y, expected.accuracy[there])
    assert f"error {expected.error:.3f}, 400 samples" in view.note.full_text()


@pytest.fixture
def regression(make_context):
    """A window's models around a network that predicts a number."""
    nodes = [*MLP["nodes"][:-1], {**MLP["nodes"][-1], "params": {"out_features": 1}}]
    train = {**MLP["train"], "params": {"loss": "mse"}}
    return make_context(
        Document(**{**MLP, "nodes": nodes, "train": train, "data": {"dataset": "diabetes"}})
    )


@pytest.fixture
def context(request, make_context, mlp):
    if "regression" in request.fixturenames:
        return request.getfixturevalue("regression")
    return make_context(mlp)


def numbers(count=40, outputs=()):
    rng = np.random.default_rng(5)
    true = rng.normal(size=(count, *outputs)).astype(np.float32)
    said = true.reshape(count, -1) + rng.normal(size=(count, outputs[0] if outputs else 1))
    return {"predictions/values": said.astype(np.float32), "predictions/targets": true}


def test_residuals_lie_at_true_value_and_difference(show, regression):
    arrays = numbers()
    view = show("residuals", arrays)
    true, said = arrays["predictions/targets"], arrays["predictions/values"][:, 0]
    x, y = view.dots.getData()
    assert np.allclose(x, true)
    assert np.allclose(y, said.astype(float) - true)
    edges = np.append(view.bars.opts["x0"], view.bars.opts["x1"][-1])
    assert np.array_equal(
        view.bars.opts["height"], np.histogram(said.astype(float) - true, edges)[0]
    )
    regression.cursor.set_sample(Sample("test", 7))
    assert np.allclose(view.lit.getData()[0], true[7])
    assert "test sample 7" in view.note.full_text()


def test_each_of_several_outputs_has_its_residuals(show, regression):
    arrays = numbers(outputs=(3,))
    view = show("residuals", arrays)
    view.choice.setCurrentIndex(2)
    view.choice.activated.emit(2)
    assert np.allclose(view.dots.getData()[0], arrays["predictions/targets"][:, 2])


def test_a_view_for_classes_says_why_it_stays_empty_beside_a_regression(show, regression):
    for key in ("confusion", "class_scores", "calibration"):
        assert "needs a classifier" in show(key, numbers())._message.text()


def test_residuals_of_a_classifier_say_why_there_are_none(show, context):
    assert "not classes" in show("residuals", answers())._message.text()


@pytest.mark.parametrize("key", ["confusion", "class_scores", "calibration", "predictions"])
def test_without_a_test_split_each_view_asks_for_one(show, context, key):
    from playground.document import edits

    context.document.push("no split", lambda d: edits.set_data_param(d, "test_share", 0.0))
    assert "test share above 0" in show(key)._message.text()


@pytest.mark.parametrize("key", ["confusion", "class_scores", "calibration"])
def test_answers_that_are_all_nan_are_said_and_some_are_left_out(show, key):
    arrays = answers()
    arrays["predictions/probabilities"][::3] = np.nan
    assert "20 answers are NaN" in show(key, arrays).note.full_text()
    arrays["predictions/probabilities"] = np.full((60, 2), np.nan, dtype=np.float32)
    assert "All 60 answers" in show(key, arrays)._message.text()


@pytest.mark.parametrize("key", ["confusion", "class_scores", "calibration", "predictions"])
def test_a_single_class_is_no_trouble(show, key):
    arrays = answers()
    arrays["predictions/targets"] = np.zeros(60, dtype=np.int64)
    view = show(key, arrays)
    assert view._stack.currentWidget() is view.body
    view.grab()
