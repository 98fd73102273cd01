"""An enlarged image taken apart is the one that torch makes."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from playground.explain.enlarge import Enlarged, blended


@settings(deadline=None, max_examples=60)
@given(
    st.tuples(st.integers(1, 5), st.integers(1, 5)),
    st.integers(1, 5),
    st.sampled_from(["nearest", "bilinear"]),
)
def test_every_number_and_every_fraction_is_torchs(sizes, factor, mode):
    x = torch.randn(1, 1, *sizes, dtype=torch.float64).requires_grad_()
    y = nn.Upsample(scale_factor=factor, mode=mode)(x)
    axes = [Enlarged(size, factor, mode == "bilinear") for size in sizes]
    values = x.detach().numpy()[0, 0]
    for place in np.ndindex(*y.shape[2:]):
        one = blended(values, axes, place)
        assert one.total == pytest.approx(y[(0, 0, *place)].item(), abs=1e-9)
        assert one.share.sum() == pytest.approx(1.0)
        (pull,) = torch.autograd.grad(y[(0, 0, *place)], x, retain_graph=True)
        shares = np.zeros(sizes)
        shares[np.ix_(*one.places)] = one.share
        np.testing.assert_allclose(shares, pull[0, 0].numpy(), atol=1e-9)
        lines = [axis.links[i] for axis, i in zip(axes, place, strict=True)]
        np.testing.assert_array_equal(np.logical_and.outer(*lines), shares > 0)
        spans = [np.nonzero(line)[0][[0, -1]].tolist() for line in lines]
        assert [list(a.span(i)) for a, i in zip(axes, place, strict=True)] == spans


@pytest.mark.parametrize("factor", range(1, 17))
def test_copies_are_of_the_pixel_that_torch_takes(factor):
    x = torch.arange(65.0)[None, None]
    copied = nn.Upsample(scale_factor=factor)(x)[0, 0].int().tolist()
    axis = Enlarged(65, factor, blend=False)
    assert [int(axis.places(i)[0]) for i in range(axis.windows)] == copied


@pytest.mark.parametrize("mode", ["nearest", "bilinear"])
@pytest.mark.parametrize("factor", [1, 2, 4])
def test_what_is_no_number_goes_where_torch_lets_it(mode, factor):
    x = torch.arange(12.0).reshape(1, 1, 3, 4)
    x[0, 0, 1, 2] = torch.nan
    y = nn.Upsample(scale_factor=factor, mode=mode)(x)[0, 0].numpy()
    axes = [Enlarged(n, factor, mode == "bilinear") for n in (3, 4)]
    found = [blended(x[0, 0].numpy(), axes, place).total for place in np.ndindex(*y.shape)]
    np.testing.assert_allclose(np.reshape(found, y.shape), y, rtol=1e-5)


def test_a_pixel_knows_the_numbers_in_which_it_counts():
    assert Enlarged(4, 2, blend=False).windows_on(1).tolist() == [2, 3]
    assert Enlarged(4, 2, blend=True).windows_on(1).tolist() == [1, 2, 3, 4]
