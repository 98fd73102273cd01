"""Real data read without importing scikit-learn is what scikit-learn gives."""

from __future__ import annotations

import numpy as np
import pytest

from playground.data import _bundled
from playground.registry import datasets

SHAPES = {
    "digits": (1797, 64),
    "iris": (150, 4),
    "wine": (178, 13),
    "breast_cancer": (569, 30),
    "diabetes": (442, 10),
}


@pytest.fixture
def forgetful():
    _bundled.bundled.cache_clear()
    yield
    _bundled.bundled.cache_clear()


@pytest.mark.parametrize("name", SHAPES)
def test_both_ways_of_reading_agree(name, forgetful):
    features, targets = _bundled.bundled(name, SHAPES[name])
    their_features, their_targets = _bundled.ask_sklearn(name)
    assert np.array_equal(features, their_features)
    assert np.array_equal(targets, their_targets)


def test_scikit_learn_is_asked_where_its_files_moved(monkeypatch, tmp_path, forgetful):
    monkeypatch.setattr(_bundled, "_folder", lambda: tmp_path)
    features, _ = _bundled.bundled("iris", SHAPES["iris"])
    assert features.shape == (150, 4)


@pytest.mark.parametrize("name", sorted(SHAPES.keys() - {"digits"}))
def test_names_are_in_scikit_learns_order(name):
    from sklearn import datasets as theirs

    bunch = getattr(theirs, f"load_{name}")()
    ours = datasets.get(name).make({}).fields()["x"].names
    assert len(ours) == len(bunch.feature_names)
    if name in {"iris", "wine"}:
        plain = [n.removesuffix(" (cm)").replace("_", " ").lower() for n in bunch.feature_names]
        spelled = [n.replace("colour", "color").lower() for n in ours]
        assert spelled == plain
    if name == "breast_cancer":
        words = [n.replace("standard error of ", "") for n in ours]
        assert words == [n.removesuffix(" error") for n in bunch.feature_names]
        assert datasets.get(name).make({}).fields()["y"].classes == tuple(bunch.target_names)


def test_digits_are_ink_from_0_to_1():
    x = datasets.get("digits").make({}).load(np.random.default_rng(0)).arrays["x"]
    assert (x.min(), x.max()) == (0.0, 1.0)


def test_diabetes_is_in_its_own_units():
    x = datasets.get("diabetes").make({}).load(np.random.default_rng(0)).arrays["x"]
    age, _, bmi, pressure = x[0, :4]
    assert (age, pressure) == (59, 101)
    assert bmi == pytest.approx(32.1)
