"""What is special about Reshape: shapes as text, and sizes worked out."""

from __future__ import annotations

import pytest

from playground.blocks.reshape import Reshape
from playground.errors import ParameterError, ShapeError


@pytest.mark.parametrize(
    "given",
    [[1, 8, 8], (1, 8, 8), "1, 8, 8", "1,8,8", "1x8x8", "1×8×8", "[1, 8, 8]", " (1 8 8) "],
)
def test_a_shape_comes_as_numbers_or_text(given):
    assert Reshape.make({"shape": given}).shape == (1, 8, 8)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("", "whole numbers with commas"),
        ("8, eight", "whole numbers with commas"),
        ("8, 1.5", "whole numbers with commas"),
        ("1e3", "whole numbers with commas"),
        ([], "1 to 8 sizes"),
        ([1] * 9, "1 to 8 sizes"),
        ([0, 8], "at least 1"),
        ([8, -2], "at least 1"),
        ([10**20], "at least 1"),
        ("99999999999", "whole numbers with commas"),
        ([-1, 8, -1], "only one size can be -1"),
        ([8, 1.5], "whole number"),
        (None, "shape"),
    ],
)
def test_a_shape_nobody_can_use_is_refused_with_a_reason(given, reason):
    with pytest.raises(ParameterError, match=reason):
        Reshape.make({"shape": given})


def test_one_size_is_worked_out():
    assert Reshape(shape=(4, -1, 2)).shapes((8, 8)) == (4, 8, 2)


@pytest.mark.parametrize(
    ("shape", "wanted"), [((8, 9), "8×9"), ((-1, 7), "-1×7"), ((-1, 128), "-1×128")]
)
def test_numbers_that_do_not_fit_are_counted(shape, wanted):
    with pytest.raises(ShapeError) as caught:
        Reshape(shape=shape).shapes((64,))
    assert str(caught.value) == (
        f"64 numbers (64) cannot be arranged as {wanted}. "
        "Choose sizes whose product is 64; one of them can be -1."
    )
