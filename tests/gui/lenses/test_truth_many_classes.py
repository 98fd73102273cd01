"""Views on the answers of a classifier of 3,000 classes, and the way from a cell to its samples."""

from __future__ import annotations

import numpy as np
import pytest
from truths import Judge

CLASSES = 3000


def answers(count=80):
    rng = np.random.default_rng(6)
    probabilities = rng.dirichlet(np.ones(CLASSES), size=count).astype(np.float32)
    probabilities[3] = np.nan
    return {
        "predictions/probabilities": probabilities,
        "predictions/targets": rng.integers(0, CLASSES, size=count),
        "predictions/inputs": rng.uniform(size=(count, 2)).astype(np.float32),
    }


@pytest.mark.parametrize("key", ["confusion", "predictions", "calibration"])
def test_it_is_drawn_and_says_how_many_are_no_numbers(show, context, key):
    view = show(key, answers())
    assert view.is_filled
    view.grab()
    assert "1 answers are NaN" in view.note.full_text()


def test_the_scores_of_three_thousand_classes_are_true_and_sorted_at_once(show, context):
    arrays = answers()
    view = show("class_scores", arrays)
    assert view.model.rowCount() == CLASSES
    view.model.sort(4)
    support = np.bincount(np.delete(arrays["predictions/targets"], 3), minlength=CLASSES)
    assert np.array_equal(support[view.model.order], np.sort(support))
    sound = {name: np.delete(array, 3, axis=0) for name, array in arrays.items()}
    judge = Judge(sound, context.theme.tokens)
    last = view.readings()[-400:]  # the classes with most samples
    assert not [fault for r in last if (fault := judge.fault(r))]


def test_a_cell_of_the_matrix_leaves_only_its_samples_in_the_gallery(show, context):
    arrays = answers()
    matrix, gallery = show("confusion", arrays), show("predictions", arrays)
    said, true = arrays["predictions/probabilities"].argmax(1), arrays["predictions/targets"]
    there = np.isin(true, matrix.shown) & np.isin(said, matrix.shown)
    there[3] = False
    one = int(np.flatnonzero(there)[0])
    row = int(np.flatnonzero(matrix.shown == true[one])[0])
    column = int(np.flatnonzero(matrix.shown == said[one])[0])
    matrix.matrix.clicked.emit(row, column)
    assert set(gallery.shown) == set(np.flatnonzero((true == true[one]) & (said == said[one])))
    matrix.matrix.clicked.emit(row, column)
    assert len(gallery.shown) == 60
