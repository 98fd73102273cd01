"""Real data that comes with scikit-learn, read without importing scikit-learn.

The import costs more than a second, the files milliseconds. Where their layout is another one than
we know, scikit-learn itself reads them; a test compares both ways.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from playground.errors import DataError
from playground.i18n import tr

Table = tuple[np.ndarray, np.ndarray]  # features (N, F), targets (N,), both float64


def _folder() -> Path:
    spec = find_spec("sklearn")  # finds the package without running it
    if spec is None or not spec.submodule_search_locations:
        raise DataError(
            tr("The data comes with scikit-learn, which is not installed."),
            hint=tr("Install it: pip install scikit-learn"),
        )
    return Path(next(iter(spec.submodule_search_locations))) / "datasets" / "data"


def _read(name: str) -> Table:
    folder = _folder()
    if name == "diabetes":
        features = np.loadtxt(folder / "diabetes_data_raw.csv.gz")
        return features, np.loadtxt(folder / "diabetes_target.csv.gz")
    file, header = {
        "digits": ("digits.csv.gz", 0),
        "iris": ("iris.csv", 1),
        "wine": ("wine_data.csv", 1),
        "breast_cancer": ("breast_cancer.csv", 1),
    }[name]
    table = np.loadtxt(folder / file, delimiter=",", skiprows=header)
    return table[:, :-1], table[:, -1]


def ask_sklearn(name: str) -> Table:
    """The same numbers through scikit-learn's own reader."""
    from sklearn import datasets

    options: dict[str, Any] = {"scaled": False} if name == "diabetes" else {}
    features, targets = getattr(datasets, f"load_{name}")(return_X_y=True, **options)
    return np.asarray(features, dtype=np.float64), np.asarray(targets, dtype=np.float64)


@cache
def bundled(name: str, shape: tuple[int, int]) -> Table:
    """Features and targets of one of scikit-learn's real datasets.

    Parameters
    ----------
    name : str
        "digits", "iris", "wine", "breast_cancer" or "diabetes".
    shape : tuple of int
        Samples and features there must be.
    """
    try:
        features, targets = _read(name)
    except (OSError, ValueError):
        features = targets = np.empty(0)
    if features.shape != shape or targets.shape != shape[:1]:
        features, targets = ask_sklearn(name)
    features.setflags(write=False)  # everybody gets the same arrays
    targets.setflags(write=False)
    return features, targets
