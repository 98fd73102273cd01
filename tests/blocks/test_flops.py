"""FLOPs of the blocks: cases worked out by hand, and torch's own counter where it is right."""

from __future__ import annotations

import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode

from playground.registry import blocks

IMAGE = (4, 6, 8)  # 192 numbers

BY_HAND = [
    ("linear", {"out_features": 3}, [(5,)], 3 * (2 * 5 + 1)),
    ("linear", {"out_features": 3, "bias": False}, [(5,)], 3 * 2 * 5),
    # 2 maps of 6 x 8; each number from 4 channels of 3 x 3 and a bias
    ("conv2d", {"out_channels": 2}, [IMAGE], 2 * 48 * (2 * 4 * 9 + 1)),
    ("conv2d", {"out_channels": 2, "stride": 2, "bias": False}, [IMAGE], 2 * 12 * 2 * 4 * 9),
    # depthwise: each of the 4 maps sees one channel only
    ("conv2d", {"out_channels": 4, "groups": 4}, [IMAGE], 4 * 48 * (2 * 9 + 1)),
    # every input number times 2 patterns of 4 x 4; a bias on 2 maps of 12 x 16
    ("conv_transpose2d", {"out_channels": 2}, [IMAGE], 192 * 2 * 2 * 16 + 2 * 12 * 16),
    ("max_pool2d", {}, [IMAGE], 48 * 3),
    ("avg_pool2d", {}, [IMAGE], 48 * 4),
    ("avg_pool2d", {"kernel_size": 3, "stride": 3}, [IMAGE], 4 * 2 * 2 * 9),
    ("upsample", {}, [IMAGE], 0),
    ("upsample", {"mode": "bilinear"}, [IMAGE], 4 * 192 * 7),
    ("flatten", {}, [IMAGE], 0),
    ("reshape", {"shape": [192]}, [IMAGE], 0),
    ("dropout", {}, [IMAGE], 0),
    ("batch_norm1d", {}, [(5,)], 10),
    ("batch_norm2d", {}, [IMAGE], 2 * 192),
    # each of 4 channels of 48 pixels: mean 48, differences 48, variance 96, eps and root, division
    ("instance_norm2d", {}, [IMAGE], 4 * (5 * 48 + 2)),
    ("instance_norm2d", {"affine": True}, [IMAGE], 4 * (7 * 48 + 2)),
    # each sample's share of mean, difference, square and mean of them; the rest is the batch's
    ("minibatch_stddev", {}, [(5,)], 4 * 5),
    ("minibatch_stddev", {}, [IMAGE], 4 * 192),
    # mean (4 additions, 1 division), differences, squares, their mean, eps and root, divisions,
    # scales, shifts
    ("layer_norm", {}, [(5,)], 5 + 5 + 5 + 5 + 2 + 5 + 5 + 5),
    ("layer_norm", {"elementwise_affine": False}, [(5,)], 27),
    ("layer_norm", {"num_axes": 1, "bias": False}, [(3, 5)], 3 * (27 + 5)),
    ("add", {}, [IMAGE, IMAGE, IMAGE], 2 * 192),
    ("add", {}, [IMAGE], 0),
    ("concat", {}, [IMAGE, IMAGE], 0),
    ("relu", {}, [IMAGE], 192),
    ("leaky_relu", {}, [IMAGE], 2 * 192),
    ("gelu", {}, [IMAGE], 5 * 192),
    ("gelu", {"approximate": "tanh"}, [IMAGE], 9 * 192),
    ("silu", {}, [IMAGE], 4 * 192),
    ("tanh", {}, [IMAGE], 192),
    ("sigmoid", {}, [IMAGE], 3 * 192),
    ("softmax", {}, [(5,)], 4 + 5 + 5 + 4 + 5),
    # 7 steps of 5 features, 3 units: weights of features and state, two biases, tanh
    ("rnn", {"hidden_size": 3}, [(7, 5)], 7 * 3 * (2 * 5 + 2 * 3 + 2 + 1)),
    # four gates; sigmoid 3, tanh 1: i f o g are 10, f c + i g 3, o tanh(c) 2
    ("lstm", {"hidden_size": 3}, [(7, 5)], 7 * (4 * 3 * (2 * 5 + 2 * 3 + 2) + 3 * 15)),
    # r and z are 6; n = tanh(a + r b) 3; (1 - z) n + z h 4
    ("gru", {"hidden_size": 3, "output": "last"}, [(7, 5)], 7 * (3 * 3 * 18 + 3 * 13)),
    # two directions; the second layer takes both
    (
        "lstm",
        {"hidden_size": 3, "num_layers": 2, "bidirectional": True},
        [(7, 5)],
        7 * 2 * (4 * 3 * (2 * 5 + 2 * 3 + 2) + 3 * 15 + 4 * 3 * (2 * 6 + 2 * 3 + 2) + 3 * 15),
    ),
    ("last_step", {}, [(7, 5)], 0),
    ("mean_over_time", {}, [(7, 5)], 7 * 5),
    # squares and their mean, eps and root, division, scale
    ("rms_norm", {}, [(5,)], 5 + 5 + 2 + 5 + 5),
    ("rms_norm", {"elementwise_affine": False}, [(3, 5)], 3 * 17),
    # three steps: 5 -> 20 -> 5 with biases, 5 a number for GELU
    ("feed_forward", {}, [(3, 5)], 3 * (20 * 11 + 5 * 20 + 5 * 41)),
    ("feed_forward", {"hidden_features": 2, "activation": "relu"}, [(5,)], 2 * 11 + 2 + 5 * 5),
    # three projections and the last one; scores and mixing; 2 heads divide 3 * 3 scores and take
    # a softmax of each row
    (
        "multihead_attention",
        {"num_heads": 2},
        [(3, 4)] * 3,
        4 * 3 * 4 * 9 + 2 * 2 * 9 * 4 + 2 * 9 + 2 * 3 * 13,
    ),
    # other widths of keys and values, two of them
    (
        "multihead_attention",
        {"num_heads": 1, "bias": False},
        [(3, 4), (2, 5), (2, 6)],
        2 * 3 * 2 * 16 + 2 * 2 * 4 * (5 + 6) + 2 * 2 * 6 * 4 + 6 + 3 * 8,
    ),
    ("scaled_dot_product_attention", {}, [(3, 4), (2, 4), (2, 6)], 6 * (8 + 12 + 1) + 3 * 8),
    ("causal_mask", {}, [(5, 5)], 0),
    # 1 is added to 4 scales; 192 numbers are multiplied and shifted
    ("film", {}, [IMAGE, (8,)], 4 + 2 * 192),
    ("matmul", {}, [(3, 4), (4, 2)], 6 * 8),
    ("matmul", {"transpose_other": True, "scale": True}, [(3, 4), (2, 4)], 6 * 9),
    # attention as above, two layers 4 -> 6 -> 4, a ReLU, two norms of 30 a step, two additions
    (
        "transformer_encoder_layer",
        {"nhead": 2, "dim_feedforward": 6},
        [(3, 4)],
        (432 + 144 + 18 + 78) + 3 * (6 * 9 + 6 + 4 * 13) + 2 * 3 * (7 * 4 + 2) + 2 * 12,
    ),
    ("positional_encoding", {"kind": "learned"}, [(3, 4)], 12),
    # two waves: exponent and power each; at 3 places angle, sin and cos; 12 additions
    ("positional_encoding", {}, [(3, 4)], 2 * 2 + 3 * 2 * 3 + 12),
    # one wave a head; four products and two sums for each of 6 pairs
    (
        "positional_encoding",
        {"kind": "rotary", "num_heads": 2},
        [(3, 4)],
        1 * 2 + 3 * 1 * 3 + 6 * 6,
    ),
    ("softmax", {"dim": 1}, [IMAGE], 48 * (3 + 4 + 4 + 3 + 4)),
]


@pytest.mark.parametrize(("key", "params", "inputs", "expected"), BY_HAND)
def test_flops_by_hand(key, params, inputs, expected):
    block = blocks.get(key).make(params)
    output = block.shapes(*inputs)
    assert block.cost(*inputs, output).flops == expected


AGAINST_TORCH = [
    ("linear", {"out_features": 7}, (5,)),
    ("conv2d", {"out_channels": 6, "kernel_size": 3, "stride": 2, "dilation": 2}, (4, 12, 9)),
    ("conv2d", {"out_channels": 8, "kernel_size": 5, "padding": 2}, (4, 12, 9)),
    ("conv_transpose2d", {"out_channels": 6, "kernel_size": 3, "output_padding": 1}, (4, 5, 7)),
]


@pytest.mark.parametrize(("key", "params", "shape"), AGAINST_TORCH)
def test_flops_of_matrix_products_agree_with_torch(key, params, shape):
    # torch's counter leaves out the additions of a bias, so it is compared without one
    block = blocks.get(key).make({**params, "bias": False})
    module = block.build(shape)
    with FlopCounterMode(display=False) as counter:
        module(torch.zeros(1, *shape))
    assert block.cost(shape, block.infer({"in": [shape]})).flops == counter.get_total_flops()
