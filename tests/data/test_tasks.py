"""Small tasks on symbols: each answer is right, and no question of the test was trained on."""

from __future__ import annotations

import numpy as np
import pytest

from playground.check.check import check
from playground.data._vocabulary import PAD, decode
from playground.data.prepare import prepare
from playground.document.model import Document
from playground.registry import datasets


def lines(key: str, part: str = "train", **params) -> list[tuple[str, str]]:
    """Whole sequences, and what of them counts."""
    dataset = datasets.get(key).make({"num_samples": 300, **params})
    vocabulary = dataset.fields()["x"].vocabulary
    samples = getattr(prepare(dataset, 1), part).arrays
    found = []
    for x, y, counts in zip(*(samples[name] for name in ("x", "y", "counts")), strict=True):
        assert (x[1:] == y[:-1]).all()
        whole = decode([x[0], *y], vocabulary)
        found.append((whole, decode(y[counts == 1], vocabulary)))
    return found


@pytest.mark.parametrize("mixed", [False, True])
@pytest.mark.parametrize("length", [1, 2, 7])
def test_sorted_symbols_and_reversed_ones(length, mixed):
    for key, answer in (("sort", sorted), ("reverse", reversed)):
        found = lines(key, length=length, num_symbols=9, mixed=mixed)
        for whole, counted in found:
            asked, answered = whole.rstrip(PAD).split(">")
            assert list(answered) == list(answer(asked))
            assert counted == answered
        lengths = {whole.index(">") for whole, _ in found}
        assert lengths == (set(range(1, length + 1)) if mixed else {length})


@pytest.mark.parametrize("digits", [1, 2, 9])
@pytest.mark.parametrize("reverse", [False, True])
def test_sums_are_right(digits, reverse):
    for whole, counted in lines("addition", digits=digits, reverse_sum=reverse):
        asked, total = whole.split("=")
        a, b = asked.split("+")
        assert len(a) == len(b) == digits
        assert int(total[::-1] if reverse else total) == int(a) + int(b)
        assert counted == total


@pytest.mark.parametrize("pairs", [1, 2, 5])
def test_pairs_come_back_and_their_second_half_counts(pairs):
    for whole, counted in lines("induction", pairs=pairs):
        first = [whole[i : i + 2] for i in range(0, 2 * pairs, 2)]
        again = [whole[i : i + 2] for i in range(2 * pairs, 4 * pairs, 2)]
        assert sorted(first) == sorted(again)
        assert len(set("".join(first))) == 2 * pairs
        assert counted == "".join(pair[1] for pair in again)


@pytest.mark.parametrize(
    ("key", "params"),
    [
        ("sort", {"length": 2}),
        ("reverse", {"length": 3, "num_symbols": 4, "mixed": True}),
        ("addition", {"digits": 1}),
        ("induction", {"pairs": 1, "num_symbols": 9}),
    ],
)
def test_where_there_are_few_questions_each_comes_once(key, params):
    dataset = datasets.get(key).make({**params, "num_samples": 100_000})
    found = [
        whole
        for part in ("train", "test")
        for whole, _ in lines(key, part, **{**params, "num_samples": 100_000})
    ]
    assert len(found) == len(set(found)) == dataset.count() < 1000


def test_pairs_that_need_more_symbols_than_there_are_say_so():
    document = Document.model_validate(
        {"data": {"dataset": "induction", "params": {"pairs": 5, "num_symbols": 8}}}
    )
    found = next(p for p in check(document).problems if p.kind == "bad_data")
    assert found.message == "5 pairs need 10 different symbols, but there are 8."
    assert found.place == "data.params.num_symbols"


def test_counts_are_numbers_that_say_yes_or_no():
    samples = datasets.get("sort").make({}).load(np.random.default_rng(0))
    assert samples.arrays["counts"].dtype == np.float32
    assert set(np.unique(samples.arrays["counts"])) == {0.0, 1.0}
