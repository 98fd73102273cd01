"""How good predictions are: tables and curves of classes, calibration and residuals. numpy only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


def confusion_matrix(targets: np.ndarray, predicted: np.ndarray, num_classes: int) -> np.ndarray:
    """Counts of (true class, predicted class), int64 (C, C)."""
    cells = targets.astype(np.int64) * num_classes + predicted
    return np.bincount(cells, minlength=num_classes**2).reshape(num_classes, num_classes)


def most_confused(targets: np.ndarray, predicted: np.ndarray, most: int) -> np.ndarray:
    """The classes with the most mistakes, in either role, ascending; at most `most` of them.

    Classes that never occur come last: with thousands of classes the rest of the matrix is empty.
    """
    wrong = targets != predicted
    classes, there = np.unique(np.concatenate([targets, predicted]), return_counts=True)
    mistakes = np.zeros(len(classes))
    for part in (targets[wrong], predicted[wrong]):
        np.add.at(mistakes, np.searchsorted(classes, part), 1.0)
    order = np.lexsort((classes, -there, -mistakes))[:most]
    return np.sort(classes[order])


@dataclass(frozen=True, slots=True, eq=False)
class ClassScores:
    """One number a class, each float64 (C,) between 0 and 1; NaN where there is nothing to divide.

    Parameters
    ----------
    precision : np.ndarray
        Of the samples taken for the class, the share that are of it.
    recall : np.ndarray
        Of the samples of the class, the share that are taken for it.
    f1 : np.ndarray
        Harmonic mean of both.
    support : np.ndarray
        Samples of the class, int64.
    """

    precision: np.ndarray
    recall: np.ndarray
    f1: np.ndarray
    support: np.ndarray


def class_scores(targets: np.ndarray, predicted: np.ndarray, num_classes: int) -> ClassScores:
    """Precision, recall, F1 and support of every class.

    Source: van Rijsbergen 1979, Information Retrieval, chapter 7.
    """
    hits = np.bincount(targets[targets == predicted], minlength=num_classes).astype(float)
    support = np.bincount(targets, minlength=num_classes)
    said = np.bincount(predicted, minlength=num_classes)
    with np.errstate(invalid="ignore"):
        return ClassScores(
            precision=hits / said,
            recall=hits / support,
            f1=2 * hits / (support + said),
            support=support,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """Whether a network is right as often as it is sure.

    Parameters
    ----------
    edges : np.ndarray, shape (B + 1,)
        Of the bins of certainty, 0 to 1.
    counts : np.ndarray, shape (B,)
        Samples in each bin.
    certainty, accuracy : np.ndarray, shape (B,)
        Mean certainty and share of right answers in each bin; NaN in an empty one.
    error : float
        Expected calibration error: mean |accuracy - certainty| over the samples, 0 to 1.
    """

    edges: np.ndarray
    counts: np.ndarray
    certainty: np.ndarray
    accuracy: np.ndarray
    error: float


def bins_of(sure: np.ndarray, bins: int = 10) -> np.ndarray:
    """Number of the bin, from 0, of each certainty from 0 to 1; a bin holds its upper edge."""
    return np.asarray(np.clip(np.ceil(sure * bins).astype(int) - 1, 0, bins - 1))


def calibration(probabilities: np.ndarray, targets: np.ndarray, bins: int = 10) -> Calibration:
    """Sort samples by the probability of the class they are taken for; compare with the truth.

    Samples whose probabilities are not finite are left out.

    Parameters
    ----------
    probabilities : np.ndarray, shape (N, C)
    targets : np.ndarray, shape (N,)
        Class labels.

    Notes
    -----
    A bin holds its upper edge, as in the source: Guo et al. 2017, arXiv:1706.04599.
    """
    sound = np.isfinite(probabilities).all(1)
    probabilities, targets = probabilities[sound].astype(float), targets[sound]
    edges = np.linspace(0.0, 1.0, bins + 1)
    sure = np.clip(probabilities.max(1, initial=0.0), 0.0, 1.0)
    right = (probabilities.argmax(1) == targets) if len(targets) else np.empty(0, bool)
    at = bins_of(sure, bins)
    counts = np.bincount(at, minlength=bins)
    with np.errstate(invalid="ignore"):
        certainty = np.bincount(at, sure, bins) / counts
        accuracy = np.bincount(at, right, bins) / counts
    gaps = np.where(counts > 0, np.abs(accuracy - certainty), 0.0)
    error = float((counts * gaps).sum() / len(sure)) if len(sure) else float("nan")
    return Calibration(edges, counts, certainty, accuracy, error)


@dataclass(frozen=True, slots=True, eq=False)
class Residuals:
    """Predicted minus true values of one output.

    Parameters
    ----------
    true, predicted, values : np.ndarray, shape (N,)
        Finite ones only; `values` are the residuals.
    rows : np.ndarray, shape (N,)
        Which sample each is.
    bias, spread : float
        Mean and standard deviation of the residuals, in units of the target.
    missing : int
        Predictions that are no finite number.
    edges, counts : np.ndarray
        Histogram of the residuals, symmetric around 0.
    """

    true: np.ndarray
    predicted: np.ndarray
    values: np.ndarray
    rows: np.ndarray
    bias: float
    spread: float
    missing: int
    edges: np.ndarray
    counts: np.ndarray


def residuals(predicted: np.ndarray, true: np.ndarray, bins: int = 21) -> Residuals:
    """Compare predictions with the truth; an odd number of bins has one around 0."""
    sound = np.isfinite(predicted) & np.isfinite(true)
    rows = np.flatnonzero(sound)
    said, right = predicted[sound].astype(float), true[sound].astype(float)
    values = said - right
    limit = float(np.abs(values).max(initial=0.0)) or 1.0
    counts, edges = np.histogram(values, bins, (-limit, limit))
    bias = float(values.mean()) if len(values) else float("nan")
    spread = float(values.std()) if len(values) else float("nan")
    missing = len(predicted) - len(rows)
    return Residuals(right, said, values, rows, bias, spread, missing, edges, counts)
