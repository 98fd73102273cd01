"""The arithmetic of attention, against torch."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.explain import attention


@st.composite
def layers(draw):
    heads, width = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    t = draw(st.integers(1, 6))
    causal = draw(st.booleans())
    s = t if causal else draw(st.integers(1, 6))
    torch.manual_seed(draw(st.integers(0, 1000)))
    bias = draw(st.booleans())
    module = torch.nn.MultiheadAttention(heads * width, heads, bias=bias, batch_first=True)
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.copy_(torch.randn_like(parameter))
    x = torch.randn(t, heads * width)
    return module, x, x if causal else torch.randn(s, heads * width), causal


def arrays(module):
    weight, bias = module.in_proj_weight, module.in_proj_bias
    return weight.detach().numpy(), None if bias is None else bias.detach().numpy()


@settings(max_examples=40, deadline=None)
@given(layers())
def test_weights_and_output_of_all_heads_are_those_of_torch(layer):
    module, x, y, causal = layer
    mask = torch.ones(len(x), len(y)).triu(1).bool() if causal else None
    out, weights = module(x, y, y, attn_mask=mask, average_attn_weights=False)
    weight, bias = arrays(module)
    found = attention.head_weights(
        weight, bias, x.numpy(), y.numpy(), num_heads=module.num_heads, causal=causal
    )
    assert found == pytest.approx(weights.detach().numpy(), abs=1e-5)
    made = attention.heads(x.numpy(), y.numpy(), y.numpy(), weight, bias, module.num_heads)
    mixed = attention.outputs(found, made.v_hse).astype(np.float32)
    last = module.out_proj(torch.from_numpy(mixed))
    assert torch.allclose(last, out, atol=1e-4)


@settings(max_examples=40, deadline=None)
@given(layers(), st.integers(1, 5))
def test_terms_and_what_is_left_out_make_the_sums(layer, most):
    module, x, y, causal = layer
    made = attention.heads(x.numpy(), y.numpy(), y.numpy(), *arrays(module), module.num_heads)
    weights = attention.softmax(attention.scores(made.q_htd, made.k_hsd, causal))
    head, i, j = module.num_heads - 1, len(x) - 1, 0
    product = attention.product(made.q_htd, made.k_hsd, head, i, j, most)
    score = attention.scores(made.q_htd, made.k_hsd)[head, i, j]
    assert product.total.value / math.sqrt(made.q_htd.shape[2]) == pytest.approx(score)
    mixed = attention.mixed(weights, made.v_hse, head, i, 0, most)
    whole = attention.outputs(weights, made.v_hse)[i, head * made.v_hse.shape[2]]
    assert mixed.total.value == pytest.approx(whole, abs=1e-6)
    for total in (product, mixed):
        assert len(total.terms) + total.left_out >= 1
        assert sum(t.value for t in total.terms) + total.rest == pytest.approx(
            total.total.value, abs=1e-5
        )


def test_a_row_of_which_all_is_hidden_has_no_shares_and_is_no_nan():
    hidden = np.full((1, 2, 3), -np.inf)
    hidden[0, 1, 2] = 4.0
    assert attention.softmax(hidden).tolist() == [[[0, 0, 0], [0, 0, 1]]]


def test_entropy_counts_the_keys_that_are_looked_at():
    weights = np.array([[[1, 0, 0, 0], [0.5, 0.5, 0, 0], [0.25] * 4]])
    assert attention.entropy(weights).tolist() == [[0.0, 1.0, 2.0]]
