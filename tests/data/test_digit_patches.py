"""Pictures cut into squares are the same pictures."""

from __future__ import annotations

import numpy as np
import pytest

from playground.data.prepare import prepare
from playground.registry import datasets


@pytest.mark.parametrize("size", [1, 2, 4])
def test_a_patch_is_a_square_of_the_picture_row_after_row(size):
    rng = np.random.default_rng(0)
    pictures = datasets.get("digits").make({}).load(rng).arrays["x"]
    patches = datasets.get("digit_patches").make({"patch_size": str(size)}).load(rng).arrays["x"]
    side = 8 // size
    assert patches.shape == (1797, side * side, size * size)
    for row, column in [(0, 0), (0, side - 1), (side - 1, 0), (side // 2, side // 3)]:
        square = pictures[7, 0, row * size : (row + 1) * size, column * size : (column + 1) * size]
        assert np.array_equal(patches[7, row * side + column], square.reshape(-1))


@pytest.mark.parametrize("size", ["1", "2", "4"])
def test_they_are_disturbed_and_moved_as_pictures(size):
    """Noise apart, whose numbers are dealt out in another order, both are the same samples."""
    plain = prepare(datasets.get("digits").make({"augment_shift": 2}), 3)
    cut = datasets.get("digit_patches").make({"augment_shift": 2, "patch_size": size})
    prepared = prepare(cut, 3)
    for ours, theirs in ((prepared.train, plain.train), (prepared.test, plain.test)):
        assert np.array_equal(cut.pictures(ours.arrays["x"]), theirs.arrays["x"])
        assert np.array_equal(ours.arrays["y"], theirs.arrays["y"])
