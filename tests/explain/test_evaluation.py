"""Scores against scikit-learn and against their definitions."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from sklearn.metrics import confusion_matrix as reference_matrix
from sklearn.metrics import precision_recall_fscore_support

from playground.explain.evaluation import (
    calibration,
    class_scores,
    confusion_matrix,
    most_confused,
    residuals,
)


@pytest.fixture(params=[2, 5, 40])
def labels(request):
    rng = np.random.default_rng(request.param)
    return rng.integers(0, request.param, 90), rng.integers(0, request.param, 90), request.param


def test_the_matrix_is_that_of_scikit_learn(labels):
    targets, predicted, count = labels
    expected = reference_matrix(targets, predicted, labels=range(count))
    assert np.array_equal(confusion_matrix(targets, predicted, count), expected)


def test_scores_are_those_of_scikit_learn(labels):
    targets, predicted, count = labels
    found = class_scores(targets, predicted, count)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        precision, recall, f1, support = precision_recall_fscore_support(
            targets, predicted, labels=range(count), zero_division=np.nan
        )
    assert np.allclose(found.precision, precision, equal_nan=True)
    assert np.allclose(found.recall, recall, equal_nan=True)
    assert np.array_equal(found.support, support)
    both = np.isfinite(precision) & np.isfinite(recall)
    assert np.allclose(found.f1[both], f1[both])


def test_of_thousands_of_classes_those_with_mistakes_come_first():
    targets = np.array([7, 7, 100, 2999, 5])
    predicted = np.array([7, 7, 2000, 2999, 5])
    assert list(most_confused(targets, predicted, 3)) == [7, 100, 2000]
    assert list(most_confused(targets, predicted, 60)) == [5, 7, 100, 2000, 2999]


def test_calibration_is_its_definition_bin_by_bin():
    rng = np.random.default_rng(1)
    probabilities = rng.dirichlet(np.ones(3), size=300)
    targets = rng.integers(0, 3, 300)
    found = calibration(probabilities, targets)
    sure, right = probabilities.max(1), probabilities.argmax(1) == targets
    error = 0.0
    for b in range(10):
        inside = (sure > b / 10) & (sure <= (b + 1) / 10)
        assert found.counts[b] == inside.sum()
        if inside.any():
            assert found.certainty[b] == pytest.approx(sure[inside].mean())
            assert found.accuracy[b] == pytest.approx(right[inside].mean())
            error += inside.mean() * abs(sure[inside].mean() - right[inside].mean())
        else:
            assert np.isnan(found.accuracy[b])
    assert found.error == pytest.approx(error)


def test_a_network_that_is_always_sure_and_right_is_calibrated():
    assert calibration(np.eye(4), np.arange(4)).error == 0
    assert calibration(np.eye(4), np.array([1, 2, 3, 0])).error == 1


def test_probabilities_that_are_nan_are_left_out():
    probabilities = np.array([[0.9, 0.1], [np.nan, np.nan]])
    assert calibration(probabilities, np.array([0, 0])).counts.sum() == 1
    assert np.isnan(calibration(np.full((2, 2), np.nan), np.zeros(2)).error)


def test_residuals_are_predicted_minus_true():
    true, said = np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.5, 2.0, np.nan, 3.0])
    found = residuals(said, true)
    assert list(found.values) == [0.5, 0.0, -1.0]
    assert list(found.rows) == [0, 1, 3]
    assert found.missing == 1
    assert found.bias == pytest.approx(-1 / 6)
    assert found.spread == pytest.approx(np.std([0.5, 0.0, -1.0]))
    assert found.counts.sum() == 3
    assert found.edges[0] == -found.edges[-1] == -1.0
