"""Checks, noise, scales and one-hot on the way from a dataset to a run."""

from __future__ import annotations

import numpy as np
import pytest

from playground.data._parts import Labelled, Measured, Tabular
from playground.data.base import Dataset, Field, Samples
from playground.data.prepare import fill_holes, mislabel, prepare, preview, stream
from playground.errors import DataError
from playground.registry import datasets


def make(key: str, **params) -> Dataset:
    return datasets.get(key).make(params)


class Fake(Tabular, Labelled):
    """Samples given by the test."""

    x: list = []
    y: list = []

    def fields(self) -> dict[str, Field]:
        return {"x": self.features(("height", "width")), "y": self.label(("no", "yes"))}

    def load(self, rng) -> Samples:
        x = np.array(self.x, dtype=np.float32).reshape(-1, 2)
        return Samples({"x": x, "y": np.array(self.y, dtype=np.int64)}, ("a note",))


FOUR = {"x": [[0, 1], [2, 1], [4, 1], [6, 1]], "y": [0, 1, 0, 1]}


def test_a_dataset_without_samples_is_refused():
    for ask in (prepare, preview):
        with pytest.raises(DataError, match="no samples"):
            ask(Fake(), 0)


@pytest.mark.parametrize("value", ["nan", "inf", "-inf"])
def test_a_value_that_is_no_number_is_found_with_row_and_column(value):
    x = [[0.0, 1.0], [2.0, 1.0], [4.0, float(value)], [6.0, 1.0]]
    with pytest.raises(DataError, match=rf'Sample 3 of "x" holds {value} .*\(column width\)'):
        # model_construct: JSON cannot hold such a number, a file or a plug-in can
        prepare(Fake.model_construct(**{**Fake().model_dump(), "x": x, "y": FOUR["y"]}), 0)


def test_a_label_that_is_no_class_is_found():
    with pytest.raises(DataError, match="Sample 2 has the label 2; there are the classes 0 to 1"):
        prepare(Fake(x=FOUR["x"], y=[0, 2, 0, 1]), 0)


def test_a_dataset_that_does_not_keep_its_word_is_a_bug_and_not_the_users_fault():
    class Liar(Fake):
        def load(self, rng):
            return Samples({"x": np.zeros((4, 3), np.float32), "y": np.zeros(4, np.int64)})

    with pytest.raises(ValueError, match="x holds"):
        prepare(Liar(), 0)


def test_standardising_measures_the_training_samples_only():
    raw = make("iris", standardise=False, test_share=0.5)
    prepared, plain = prepare(make("iris", test_share=0.5), 3), prepare(raw, 3)
    x = prepared.train.arrays["x"]
    assert np.allclose(x.mean(axis=0), 0, atol=1e-6)
    assert np.allclose(x.std(axis=0), 1, atol=1e-6)
    assert not np.allclose(prepared.test.arrays["x"].mean(axis=0), 0, atol=1e-3)
    scale = prepared.scaling["x"]
    for part in ("train", "test"):
        back = getattr(prepared, part).arrays["x"] * scale.std + scale.mean
        assert np.allclose(back, getattr(plain, part).arrays["x"], atol=1e-5)
    assert plain.scaling == {}


def test_a_constant_column_becomes_zeros():
    prepared = prepare(Fake(**FOUR), 0)
    for part in (prepared.train, prepared.test):
        assert (part.arrays["x"][:, 1] == 0).all()
    assert prepared.scaling["x"].std[1] == 1
    assert prepared.notes == ("a note",)


def test_the_target_of_a_regression_is_standardised_and_can_be_brought_back():
    prepared, plain = (
        prepare(make("diabetes", standardise_target=on, test_share=0.3), 1) for on in (True, False)
    )
    assert prepared.train.arrays["y"].std() == pytest.approx(1, abs=1e-6)
    scale = prepared.scaling["y"]
    back = prepared.test.arrays["y"] * scale.std + scale.mean
    assert np.allclose(back, plain.test.arrays["y"], atol=1e-3)
    assert (prepared.fields["y"].unit, plain.fields["y"].unit) == ("σ", "")


def test_units_follow_standardising():
    assert make("iris", standardise=False).fields()["x"].units == ("cm",) * 4
    x = make("iris").fields()["x"]
    assert (x.unit, x.units) == ("σ", ())


def test_label_noise_spoils_training_labels_only():
    clean, noisy = (prepare(make("digits", label_noise=n), 2) for n in (0.0, 0.3))
    assert np.array_equal(clean.test.arrays["y"], noisy.test.arrays["y"])
    wrong = (clean.train.arrays["y"] != noisy.train.arrays["y"]).mean()
    assert wrong == pytest.approx(0.3, abs=0.04)
    assert np.array_equal(clean.train.arrays["x"], noisy.train.arrays["x"])


def test_more_label_noise_keeps_the_wrong_labels_of_less():
    labels = np.arange(1000) % 5
    less, more, most = (mislabel(labels, 5, n, stream(0, "labels")) for n in (0.1, 0.4, 1.0))
    hit = less != labels
    assert (less[hit] == more[hit]).all()
    assert (most != labels).all()
    assert set(most) == set(range(5))


def test_noise_is_in_standard_deviations_of_each_column():
    plain, noisy = (
        prepare(make("breast_cancer", standardise=False, noise=n), 2) for n in (0.0, 0.5)
    )
    error = noisy.train.arrays["x"] - plain.train.arrays["x"]
    ratio = error.std(axis=0) / plain.train.arrays["x"].std(axis=0)
    assert np.allclose(ratio, 0.5, atol=0.1)


def test_noise_on_pictures_stays_in_range():
    x = prepare(make("digits", noise=0.5), 0).train.arrays["x"]
    assert (x.min(), x.max()) == (0.0, 1.0)


def test_the_split_does_not_change_the_noise():
    def by_truth(share):
        plain, noisy = (
            prepare(make("iris", standardise=False, test_share=share, noise=n), 4)
            for n in (0.0, 0.1)
        )
        pairs = zip(plain.train.arrays["x"], noisy.train.arrays["x"], strict=True)
        found: dict[bytes, set[bytes]] = {}
        for before, after in pairs:  # some irises have the same measurements
            found.setdefault(before.tobytes(), set()).add(after.tobytes())
        return found

    much, little = by_truth(0.5), by_truth(0.2)
    assert all(much[flower] <= little[flower] for flower in much)


def test_the_noise_does_not_change_the_split():
    plain, noisy = (prepare(make("digits", noise=n, label_noise=n), 4) for n in (0.0, 0.1))
    assert np.array_equal(plain.test.arrays["y"], noisy.test.arrays["y"])


def test_shifted_copies_are_added_to_the_training_part_only():
    plain, more = (prepare(make("digits", augment_shift=px), 5) for px in (0, 2))
    n = len(plain.train)
    assert len(more.train) == 2 * n
    assert np.array_equal(more.test.arrays["x"], plain.test.arrays["x"])
    x, y = more.train.arrays["x"], more.train.arrays["y"]
    assert np.array_equal(x[:n], plain.train.arrays["x"])
    assert np.array_equal(y[:n], y[n:])
    moves = {
        (dy, dx)
        for before, after in zip(x[:200, 0], x[n : n + 200, 0], strict=True)
        for dy in range(-2, 3)
        for dx in range(-2, 3)
        if np.array_equal(moved(before, dy, dx), after)
    }
    assert moves == {(dy, dx) for dy in range(-2, 3) for dx in range(-2, 3)}


def moved(picture: np.ndarray, dy: int, dx: int) -> np.ndarray:
    """The picture moved down and right, black where nothing is known."""
    out = np.zeros_like(picture)
    for row in range(8):
        for column in range(8):
            if 0 <= row - dy < 8 and 0 <= column - dx < 8:
                out[row, column] = picture[row - dy, column - dx]
    return out


def test_one_hot_says_the_same_as_the_label():
    plain, hot = (prepare(make("wine", one_hot=on), 6) for on in (False, True))
    assert np.array_equal(hot.train.arrays["y"].argmax(axis=1), plain.train.arrays["y"])


def test_label_noise_and_one_hot_work_together():
    noisy, hot = (prepare(make("wine", label_noise=0.5, one_hot=on), 6) for on in (False, True))
    assert np.array_equal(hot.train.arrays["y"].argmax(axis=1), noisy.train.arrays["y"])


def test_holes_are_filled_with_the_mean_of_the_training_rows():
    x = np.array([[1, np.nan], [3, np.nan], [np.nan, np.nan], [100, 7]], dtype=np.float32)
    filled = fill_holes(x, np.array([0, 1, 2]))
    assert filled.tolist() == [[1, 0], [3, 0], [2, 0], [100, 7]]


def test_test_share_0_leaves_an_empty_test_part_of_the_right_shape():
    prepared = prepare(make("digits", test_share=0.0, one_hot=True), 0)
    assert len(prepared.train) == 1797
    assert prepared.test.arrays["x"].shape == (0, 1, 8, 8)
    assert prepared.test.arrays["y"].shape == (0, 10)


def test_streams_are_independent_and_take_every_seed():
    draws = {
        (seed, purpose): stream(seed, purpose).random()
        for seed in (0, 1, 2**32, 2**63 - 1)
        for purpose in ("load", "split")
    }
    assert len(set(draws.values())) == len(draws)


def test_a_class_as_target_is_never_standardised():
    class Both(Measured, Fake):
        pass

    y = prepare(Both(**FOUR), 0).train.arrays["y"]
    assert y.dtype == np.int64
