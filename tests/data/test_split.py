"""Who trains and who is tested on."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.data._split import split
from playground.errors import DataError


def parts(count, share, labels=None, classes=(), seed=0):
    order = np.random.default_rng(seed).permutation(count)
    return split(count, labels, classes, share, order)


@settings(deadline=None)
@given(
    sizes=st.lists(st.integers(2, 40), min_size=1, max_size=8),
    share=st.floats(0.001, 0.9),
    seed=st.integers(0, 2**63 - 1),
)
def test_every_class_is_in_both_parts_in_its_share(sizes, share, seed):
    labels = np.repeat(np.arange(len(sizes)), sizes)
    train, test = parts(len(labels), share, labels, tuple("abcdefgh")[: len(sizes)], seed)
    assert sorted([*train, *test]) == list(range(len(labels)))
    for label, size in enumerate(sizes):
        tested = int((labels[test] == label).sum())
        assert 1 <= tested <= size - 1
        assert abs(tested - size * share) <= 1 or tested in (1, size - 1)


@settings(deadline=None)
@given(count=st.integers(2, 300), share=st.floats(0.001, 0.9), seed=st.integers(0, 1000))
def test_without_classes_the_share_is_exact_and_no_part_is_empty(count, share, seed):
    train, test = parts(count, share, seed=seed)
    assert sorted([*train, *test]) == list(range(count))
    assert len(test) == min(max(int(count * share + 0.5), 1), count - 1)


def test_the_total_is_the_share_of_all():
    labels = np.repeat(np.arange(3), 50)
    train, test = parts(150, 0.25, labels, ("a", "b", "c"))
    assert (len(train), len(test)) == (112, 38)


def test_share_0_keeps_all_for_training_even_a_class_with_one_sample():
    train, test = parts(3, 0.0, np.array([0, 0, 1]), ("a", "b"))
    assert sorted(train) == [0, 1, 2]
    assert len(test) == 0


def test_a_larger_share_keeps_the_test_samples_of_a_smaller_one():
    labels = np.arange(90) % 3
    few, many = (set(parts(90, share, labels, tuple("abc"))[1]) for share in (0.1, 0.4))
    assert few < many


def test_a_class_with_one_sample_is_refused_by_name():
    with pytest.raises(DataError, match='The class "lynx" has one sample') as refused:
        parts(5, 0.2, np.array([0, 0, 1, 0, 0]), ("cat", "lynx"))
    assert "test_share" in refused.value.hint


def test_one_sample_alone_cannot_be_split():
    with pytest.raises(DataError, match="one sample"):
        parts(1, 0.2)


def test_a_class_without_samples_is_left_alone():
    train, test = parts(10, 0.2, np.zeros(10, dtype=np.int64), ("here", "absent"))
    assert (len(train), len(test)) == (8, 2)
