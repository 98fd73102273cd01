"""Blocks of attention: nobody sees the future, nothing becomes NaN, and positions mean places."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode

from playground.blocks.causal_mask import HIDDEN
from playground.errors import ShapeError
from playground.registry import blocks

T, F = 7, 12


def numbers(*shape: int) -> torch.Tensor:
    return torch.randn(2, *shape, generator=torch.Generator().manual_seed(3))


def worker(key: str, params: dict, *shapes):
    """What a block does in a trained network, as a function of batched tensors."""
    block = blocks.get(key).make(params)
    module = block.build(*shapes)
    if module is None:
        return block.apply
    module.eval()
    return lambda *xs: block.invoke(module, *xs)


CAUSAL = [
    ("multihead_attention", {"num_heads": 3}, 3),
    ("multihead_attention", {"num_heads": 1, "bias": False}, 3),
    ("scaled_dot_product_attention", {"num_heads": 3}, 3),
    ("scaled_dot_product_attention", {}, 3),
    ("transformer_encoder_layer", {"nhead": 3}, 1),
    ("transformer_encoder_layer", {"nhead": 2, "norm_first": False, "activation": "gelu"}, 1),
]


@pytest.mark.parametrize(("key", "params", "wires"), CAUSAL)
@pytest.mark.parametrize("learning", [True, False], ids=["with gradients", "without"])
def test_a_causal_block_tells_no_step_about_later_ones(key, params, wires, learning):
    with torch.set_grad_enabled(learning):
        work = worker(key, {**params, "causal": True}, *[(T, F)] * wires)
        x = numbers(T, F)
        y, changed = work(*[x] * wires), x.clone()
        changed[:, 4:] = 9.0
        after = work(*[changed] * wires)
    assert torch.allclose(after[:, :4], y[:, :4], atol=1e-6)
    assert not torch.allclose(after[:, 4:], y[:, 4:], atol=1e-2)


@pytest.mark.parametrize("norm_first", [True, False])
@pytest.mark.parametrize("causal", [True, False])
@pytest.mark.parametrize("activation", ["relu", "gelu"])
def test_the_fused_layer_after_training_gives_what_training_gives(norm_first, causal, activation):
    params = {"norm_first": norm_first, "causal": causal, "activation": activation, "dropout": 0.0}
    block = blocks.get("transformer_encoder_layer").make(params)
    module, x = block.build((T, F)), numbers(T, F)
    trained = block.invoke(module.train(), x)
    with torch.no_grad():
        fused = block.invoke(module.eval(), x)
    assert torch.allclose(trained, fused, atol=1e-5)


@pytest.mark.parametrize("causal", [True, False])
def test_the_fused_attention_gives_what_training_gives(causal):
    block = blocks.get("multihead_attention").make({"causal": causal})
    module, x = block.build(*[(T, F)] * 3), numbers(T, F)
    trained = block.invoke(module.train(), x, x, x)
    with torch.no_grad():
        fused = block.invoke(module.eval(), x, x, x)
    assert torch.allclose(trained, fused, atol=1e-5)


def test_attention_drawn_step_by_step_is_attention():
    q, k, v = numbers(T, F), numbers(T, F) + 0.3, numbers(T, 5)
    scores = worker("matmul", {"transpose_other": True, "scale": True})(q, k)
    shares = worker("softmax", {}, (T, T))(worker("causal_mask", {})(scores))
    drawn = worker("matmul", {})(shares, v)
    whole = worker("scaled_dot_product_attention", {"causal": True})(q, k, v)
    assert torch.allclose(drawn, whole, atol=1e-6)
    assert torch.equal(shares.triu(1), torch.zeros(2, T, T))


@pytest.mark.parametrize("diagonal", [-20, -3, -1, 0, 2, 20])
@pytest.mark.parametrize("shape", [(6, 6), (2, 6, 6), (1, 1)])
def test_a_mask_never_hides_all_of_a_row(diagonal, shape):
    scores = (numbers(*shape) * 1e4).requires_grad_()
    masked = worker("causal_mask", {"diagonal": diagonal})(scores)
    shares = masked.softmax(-1)
    shares.square().sum().backward()
    assert shares.isfinite().all()
    assert scores.grad.isfinite().all()
    assert torch.allclose(shares.sum(-1), torch.ones(()))
    for row in range(shape[-1]):
        seen = [s for s in range(shape[-1]) if s - row <= diagonal] or [row]
        hidden = [s for s in range(shape[-1]) if s not in seen]
        assert (shares[..., row, hidden] == 0).all()
        assert (masked[..., row, hidden] == HIDDEN).all()
        assert torch.equal(masked[..., row, seen], scores[..., row, seen])


def test_heads_that_do_not_fit_are_refused_with_a_way_out():
    block = blocks.get("multihead_attention").make({"num_heads": 8})
    with pytest.raises(ShapeError, match="12 features cannot be dealt out to 8 heads") as error:
        block.shapes((T, F), (T, F), (T, F))
    assert error.value.hint == "Set num_heads to 6, or make the features a multiple of 8."


def test_queries_and_keys_may_differ_in_length_and_width():
    block = blocks.get("multihead_attention").make({})
    shapes = [(T, F), (5, 9), (5, 4)]
    assert block.shapes(*shapes) == (T, F)
    module = block.build(*shapes)
    assert block.invoke(module, *(numbers(*s) for s in shapes)).shape == (2, T, F)
    with pytest.raises(ShapeError, match="7 queries and 5 keys"):
        blocks.get("multihead_attention").make({"causal": True}).shapes(*shapes)


@pytest.mark.parametrize("features", [1, 6, 7])
def test_sine_positions_are_those_of_the_paper(features):
    x = numbers(T, features)
    added = worker("positional_encoding", {}, (T, features))(x) - x
    for t in range(T):
        for i in range(features):
            angle = t / 10000 ** (2 * (i // 2) / features)
            wave = math.cos(angle) if i % 2 else math.sin(angle)
            assert added[0, t, i].item() == pytest.approx(wave, abs=1e-5)


@pytest.mark.parametrize("heads", [1, 3])
def test_rotary_products_depend_on_how_far_apart_two_steps_are(heads):
    q, k = torch.randn(F, generator=torch.Generator().manual_seed(1)), torch.linspace(-1, 1, F)
    turn = worker("positional_encoding", {"kind": "rotary", "num_heads": heads}, (T, F))
    rows = [turn(x.expand(1, T, F))[0].unflatten(1, (heads, -1)) for x in (q, k)]
    products = torch.einsum("thd,shd->hts", *rows).numpy()
    for head in products:
        for gap in range(-T + 1, T):
            assert np.ptp(np.diagonal(head, gap)) < 1e-5
    assert torch.allclose(rows[0].norm(dim=-1)[0], rows[0].norm(dim=-1)[-1])


def test_learned_positions_take_shorter_sequences_too():
    block = blocks.get("positional_encoding").make({"kind": "learned"})
    module = block.build((T, F))
    x = numbers(3, F)
    assert torch.equal(block.invoke(module, x), x + module.weight[:3])


@pytest.mark.parametrize("heads", [1, 4])
def test_flops_of_matrix_products_agree_with_torch(heads):
    shapes = [(T, F), (5, 9), (5, 4)]
    block = blocks.get("multihead_attention").make({"num_heads": heads, "bias": False})
    with FlopCounterMode(display=False) as counter:
        block.build(*shapes)(*(torch.zeros(1, *s) for s in shapes), need_weights=True)
    softmax_and_scale = heads * (T * (5 * 5 - 2) + T * 5)
    assert block.cost(*shapes, (T, F)).flops == counter.get_total_flops() + softmax_and_scale


def test_attention_is_quadratic_in_the_length_and_a_feed_forward_is_not():
    def flops(key: str, steps: int, wires: int = 1) -> int:
        shapes = [(steps, F)] * wires
        return blocks.get(key).make({}).cost(*shapes, shapes[0]).flops

    attention = [flops("scaled_dot_product_attention", n, 3) for n in (500, 1000)]
    assert attention[1] / attention[0] == pytest.approx(4, rel=1e-2)
    assert flops("feed_forward", 1000) == 2 * flops("feed_forward", 500)
