"""Which samples train and which are kept aside to test."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from playground.errors import DataError
from playground.i18n import tr


def split(
    count: int,
    labels: np.ndarray | None,
    classes: Sequence[str],
    test_share: float,
    order: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Row numbers of the training and of the test samples, both in the order that is given.

    With labels (N,), every class has its share in both parts and at least one sample in each.

    Raises
    ------
    DataError
        Too few samples, or a class with one sample, to have both parts.
    """
    if test_share == 0:
        return order, order[:0]
    if count < 2:
        raise DataError(
            tr("There is one sample, which cannot be both trained and tested on."),
            hint=tr("Add samples, or set test_share to 0."),
            node="data",
        )
    if labels is None:
        num_test = count - num_train(count, (), test_share)
        return order[num_test:], order[:num_test]
    check_classes(labels, classes, test_share)
    wanted = _shares(np.bincount(labels, minlength=len(classes)), test_share)
    shuffled = labels[order]
    tested = np.zeros(count, dtype=bool)
    for label, number in enumerate(wanted):
        tested[np.flatnonzero(shuffled == label)[:number]] = True
    return order[~tested], order[tested]


def num_train(count: int, class_sizes: Sequence[int], test_share: float) -> int:
    """How many of `count` samples `split` gives to the training part.

    Without sizes of the classes it takes them for large enough to be divided freely.
    """
    if test_share == 0:
        return count
    if len(class_sizes):
        return count - int(_shares(np.asarray(class_sizes), test_share).sum())
    return count - min(max(int(count * test_share + 0.5), 1), count - 1)


def _shares(sizes: np.ndarray, test_share: float) -> np.ndarray:
    """Test samples of each class: `test_share` of all, what is left to the largest fractions."""
    exact = sizes * test_share
    wanted = np.floor(exact).astype(np.int64)
    left = int(exact.sum() + 0.5) - int(wanted.sum())
    # stable: of equal fractions the first class goes first, on every machine
    for label in np.argsort(wanted - exact, kind="stable")[:left]:
        wanted[label] += 1
    return np.clip(wanted, np.minimum(sizes, 1), np.maximum(sizes - 1, 0))


def sizes_of(labels: np.ndarray, classes: Sequence[str]) -> tuple[int, ...]:
    """How many samples each class has."""
    return tuple(np.bincount(labels, minlength=len(classes)).tolist())


def check_classes(labels: np.ndarray, classes: Sequence[str], test_share: float) -> None:
    """Refuse a class that is too small to be in both parts; datasets in files ask this early."""
    sizes = np.bincount(labels, minlength=len(classes))
    if test_share == 0 or not (sizes == 1).any():
        return
    raise DataError(
        tr(
            'The class "{name}" has one sample, which cannot be both trained and tested on.',
            name=classes[int(np.argmax(sizes == 1))],
        ),
        hint=tr("Add samples of that class, remove it, or set test_share to 0."),
        node="data",
    )
