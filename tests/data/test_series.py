"""Sequences of numbers: what each dataset promises, and tables over time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from playground.data.base import Dataset
from playground.data.prepare import prepare
from playground.errors import DataError
from playground.registry import datasets


def make(key: str, **params) -> Dataset:
    return datasets.get(key).make(params)


def load(dataset: Dataset, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    arrays = dataset.load(np.random.default_rng(seed)).arrays
    return arrays["x"], arrays["y"]


def test_the_answer_to_the_adding_problem_is_the_sum_of_two_marked_numbers():
    x, y = load(make("adding_problem", length=31, num_samples=3000))
    assert (x[:, :15, 1].sum(1) == 1).all(), "one mark in the first half"
    assert (x[:, 15:, 1].sum(1) == 1).all(), "one in the second"
    for row in range(20):
        marked = x[row, x[row, :, 1] == 1, 0]
        assert y[row, 0] == pytest.approx(marked.sum())
    assert ((y - 1) ** 2).mean() == pytest.approx(1 / 6, rel=0.05), "of always answering 1"


def test_copy_memory_wants_the_letters_back_after_the_mark():
    dataset = make("copy_memory", lag=4, symbols=3, alphabet=5, num_samples=50)
    x, y = load(dataset)
    words = np.array(dataset.fields()["x"].vocabulary)
    for asked, answer in zip(words[x], words[y], strict=True):
        letters = "".join(asked[:3])
        assert set(letters) <= set("abcde")
        assert "".join(asked) == f"{letters}___>___"
        assert "".join(answer) == f"_______{letters}"


def test_delayed_recall_shows_the_letter_once():
    x, y = load(make("delayed_recall", lag=9, num_classes=3, noise=0.0, num_samples=60))
    assert x.shape == (60, 10, 4)
    assert np.array_equal(x[:, 0, :3].argmax(1), y)
    assert not x[:, 1:-1].any()
    assert (x[:, -1] == (0, 0, 0, 1)).all()


@pytest.mark.parametrize("key", ["mackey_glass", "sine"])
def test_a_forecast_is_of_the_next_step_and_tested_on_the_end(key):
    dataset = make(key, length=5, num_samples=100)
    x, y = load(dataset, seed=3)
    assert np.array_equal(x[1:, -1], y[:-1]), "the answer is the last step of the next window"
    assert np.array_equal(x[1:, :-1], x[:-1, 1:])
    prepared = prepare(dataset, seed=1)
    train, test = prepared.train.arrays["y"], prepared.test.arrays["y"]
    whole = np.concatenate([train, test])[:, 0]
    again = np.concatenate([prepared.train.arrays["x"], prepared.test.arrays["x"]])[1:, -1, 0]
    assert np.array_equal(whole[:-1], again), "the test follows the training part in time"


def test_a_sine_without_noise_obeys_the_rule_of_yule():
    x, y = load(make("sine", length=2, noise=0.0, period=10.0, num_samples=200))
    rule = 2 * np.cos(2 * np.pi / 10) * x[:, 1] - x[:, 0]
    assert np.abs(rule - y).max() < 1e-5


def test_mackey_glass_obeys_its_equation():
    x, y = load(make("mackey_glass", length=18, every=1, num_samples=300))
    series = np.concatenate([x[0, :, 0], y[:, 0]])
    slope = (series[2:] - series[:-2]) / 2  # central difference, of one unit of time
    delayed, now = series[:-18], series[17:-1]
    expected = 0.2 * delayed / (1 + delayed**10) - 0.1 * now
    assert np.abs(slope[16:] - expected).max() < 0.01 < np.abs(expected).max()
    assert 0.2 < series.min() < series.max() < 1.4


LENGTH_ONE = [
    ("sine", {"length": 1}),
    ("mackey_glass", {"length": 1}),
    ("adding_problem", {"length": 1}),
    ("copy_memory", {"lag": 1, "symbols": 1, "alphabet": 1}),
    ("delayed_recall", {"lag": 0}),
]


@pytest.mark.parametrize(("key", "params"), LENGTH_ONE)
def test_the_shortest_sequences_are_data_too(key, params):
    prepared = prepare(make(key, **params), seed=2)
    assert prepared.train.arrays["x"].shape[1:] == prepared.fields["x"].shape


def test_one_step_of_the_adding_problem_is_its_own_answer():
    x, y = load(make("adding_problem", length=1))
    assert np.array_equal(x[:, 0, 0], y[:, 0])


# -- tables ---------------------------------------------------------------------------------------


@pytest.fixture
def series(tmp_path: Path):
    def write(text: str, **params) -> Dataset:
        path = tmp_path / "series.csv"
        path.write_text(text)
        plain = {"path": str(path), "standardise": False, "test_share": 0.0, "length": 2}
        return make("csv_series", **{**plain, **params})

    return write


def test_rows_become_windows_and_the_target_lies_behind_them(series):
    x, y = load(series("a,b\n1,10\n2,20\n3,30\n4,40\n"))
    assert x.tolist() == [[[1, 10], [2, 20]], [[2, 20], [3, 30]]]
    assert y.tolist() == [[30], [40]]
    _, y = load(series("a,b\n1,10\n2,20\n3,30\n4,40\n", target="a", horizon=2))
    assert y.tolist() == [[4]]


def test_windows_of_one_row(series):
    x, y = load(series("7\n8\n9\n", length=1))
    assert x.tolist() == [[[7]], [[8]]]
    assert y.tolist() == [[8], [9]]


MIXED = "who,v\nann,1\nbob,5\nann,2\nann,3\nbob,6\neve,9\n"


def test_series_do_not_mix_and_short_ones_get_zeros_in_front(series):
    dataset = series(MIXED, series="who", length=2)
    samples = dataset.load(np.random.default_rng(0))
    found = {tuple(x[:, 0]): y[0] for x, y in zip(*samples.arrays.values(), strict=True)}
    assert found == {(1, 2): 3, (0, 5): 6}
    left_out, padded = samples.notes
    assert "1 of 3 series" in left_out
    assert "1 window comes from a series with fewer steps than 2: zeros" in padded


def test_zeros_stay_zeros_when_columns_are_standardised(series):
    dataset = series(MIXED, series="who", length=2, standardise=True)
    x, _ = load(dataset)
    assert sorted(x[:, 0, 0].tolist())[1] == 0 or 0 in x[:, 0, 0]
    assert dataset.fields()["x"].unit == "σ"


def test_scales_know_nothing_of_the_test_part(series):
    rows = "\n".join(str(n) for n in [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1000, 2000])
    prepared = prepare(series(rows, standardise=True, test_share=0.2, length=1), seed=0)
    assert np.abs(prepared.train.arrays["y"]).max() <= 1.1
    assert prepared.test.arrays["y"].max() > 100


REFUSED = [
    ("day,v\nmon,1\ntue,2\nwed,3\n", {}, "holds words", "ignore"),
    ("v\n1\n2\n", {"horizon": 2}, "A series has 2 rows at most; predicting needs 3", "horizon"),
    ("v\n1\n", {}, "A series has 1 rows at most; predicting needs 2", "path"),
    ("v,w\n1,2\n,3\n4,5\n", {}, "Line 3 has no value", "missing"),
    ("v,w\n1,2\n2,x\n4,5\n5,6\n", {}, 'Line 3: "x" in the column "w"', "path"),
    ("v,w\n1,2\n2,3\n", {"target": "u"}, 'There is no column "u"', "target"),
    ("v,w\n1,2\n2,3\n", {"series": "u"}, 'There is no column "u"', "series"),
    ("v,w\n1,2\n2,3\n", {"ignore": "v, w"}, "There is no column of numbers", "path"),
    ("", {}, "is empty", "path"),
]


@pytest.mark.parametrize(("text", "params", "words", "place"), REFUSED)
def test_a_useless_table_gets_one_clear_message(series, text, params, words, place):
    with pytest.raises(DataError, match=words) as refused:
        series(text, **params).fields()
    assert refused.value.node == f"data.params.{place}"


def test_rows_with_gaps_can_be_dropped(series):
    dataset = series("v,w\n1,2\n,3\n4,5\n6,7\n", missing="drop", length=1)
    samples = dataset.load(np.random.default_rng(0))
    assert samples.arrays["y"].tolist() == [[5], [7]]
    assert "1 of 4 rows" in samples.notes[0]
