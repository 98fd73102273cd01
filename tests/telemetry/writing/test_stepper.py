"""Step by step the scores are those of the whole window, whatever the network."""

from __future__ import annotations

import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playground.telemetry.writing.stepper import Stepper

ATTEND = ("multihead_attention", {"num_heads": 2, "causal": True})
HAND = [  # attention block by block: its scores need all steps at once
    ("matmul", {"transpose_other": True, "scale": True}, "embed", "embed"),
    ("causal_mask", {}),
    ("softmax", {}),
    ("matmul", {}, "softmax_2", "embed"),
]
MIDDLES = {
    "nothing": [],
    "linear layers": [("linear", {"out_features": 6}), ("layer_norm", {}), ("gelu", {})],
    "rnn": [("rnn", {"hidden_size": 5, "num_layers": 2})],
    "lstm": [("lstm", {"hidden_size": 5, "num_layers": 2, "dropout": 0.3})],
    "gru": [("dropout", {"p": 0.4}), ("gru", {"hidden_size": 7})],
    "attention": [ATTEND],
    "attention without bias": [("multihead_attention", {"causal": True, "bias": False})],
    "queries and keys apart": [
        ("linear", {"out_features": 6}, "embed"),
        ("multihead_attention", {"num_heads": 2, "causal": True}, "embed", "linear_0", "embed"),
    ],
    "one source for keys": [
        ("tanh", {}, "embed"),
        ("multihead_attention", {"num_heads": 2, "causal": True}, "embed", "tanh_0", "tanh_0"),
    ],
    "dot product": [("scaled_dot_product_attention", {"num_heads": 2, "causal": True})],
    "sine": [("positional_encoding", {"kind": "sine"}), ATTEND],
    "learned": [("positional_encoding", {"kind": "learned"}), ATTEND],
    "rotary": [("positional_encoding", {"kind": "rotary", "num_heads": 2}), ATTEND],
    "layer": [("transformer_encoder_layer", {"causal": True})],
    "norm last": [
        ("transformer_encoder_layer", {"causal": True, "norm_first": False, "activation": "gelu"})
    ],
    "residual": [
        ATTEND,
        ("add", {}, "embed", "multihead_attention_0"),
        ("rms_norm", {}),
        ("feed_forward", {"dropout": 0.2}),
        ("concat", {"dim": -1}, "feed_forward_3", "add_1"),
    ],
    "attention and memory": [ATTEND, ("gru", {"hidden_size": 6})],
    "by hand": HAND,
}
WHOLE = {"by hand"}  # these are worked out anew at each token
ENDLESS = {"nothing", "linear layers", "rnn", "lstm", "gru"}


def tokens_of(count: int) -> list[int]:
    return torch.randint(0, 90, (count,), generator=torch.Generator().manual_seed(2)).tolist()


def scores(model, tokens):
    return model(torch.tensor([tokens]))[0, -1]


@pytest.mark.parametrize("name", MIDDLES)
def test_scores_are_those_of_the_full_pass_for_every_length(name, network, built):
    document, model, field = built(network(*MIDDLES[name]))
    stepper = Stepper(document, model, field.shape[0])
    assert stepper.kept == (name not in WHOLE)
    assert (stepper.context is None) == (name in ENDLESS)
    tokens = tokens_of(12)
    for start in (1, 3, 12):
        stepper.reset()
        found = stepper.feed(tokens[:start])
        torch.testing.assert_close(found, scores(model, tokens[:start]), atol=1e-4, rtol=1e-4)
        for end in range(start, 12):
            found = stepper.feed([tokens[end]])
            expected = scores(model, tokens[: end + 1])
            torch.testing.assert_close(found, expected, atol=1e-4, rtol=1e-4)


@pytest.mark.parametrize("name", MIDDLES)
def test_beyond_the_context_the_window_slides_and_memories_go_on(name, network, built):
    document, model, field = built(network(*MIDDLES[name]))
    stepper, tokens = Stepper(document, model, field.shape[0]), tokens_of(30)
    stepper.feed(tokens[:7])
    for end in range(8, 31):
        assert stepper.is_full == (name not in ENDLESS and end > 12)
        found = stepper.feed([tokens[end - 1]])
        window = tokens[:end] if name in ENDLESS else tokens[max(0, end - 12) : end]
        torch.testing.assert_close(found, scores(model, window), atol=1e-4, rtol=1e-4)


def test_several_tokens_in_the_middle_see_what_was_there_before_them(network, built):
    document, model, field = built(network(*MIDDLES["rotary"], *MIDDLES["gru"]))
    stepper, tokens = Stepper(document, model, field.shape[0]), tokens_of(12)
    for start, end in ((0, 2), (2, 7), (7, 8), (8, 12)):
        found = stepper.feed(tokens[start:end])
        torch.testing.assert_close(found, scores(model, tokens[:end]), atol=1e-4, rtol=1e-4)


def test_more_tokens_than_the_context_holds_at_once_keep_the_last(network, built):
    document, model, field = built(network(*MIDDLES["learned"]))
    stepper, tokens = Stepper(document, model, field.shape[0]), tokens_of(40)
    found = stepper.feed(tokens)
    torch.testing.assert_close(found, scores(model, tokens[-12:]), atol=1e-4, rtol=1e-4)


def test_a_context_longer_than_the_first_caches_and_tables(network, built):
    document, model, field = built(network(*MIDDLES["sine"], length=300))
    stepper, tokens = Stepper(document, model, field.shape[0]), tokens_of(300)
    stepper.feed(tokens[:1])
    for end in range(2, 301):
        found = stepper.feed([tokens[end - 1]])
    torch.testing.assert_close(found, scores(model, tokens), atol=1e-4, rtol=1e-4)


def test_muted_blocks_let_everything_through(network, built):
    middle = [ATTEND, ("gru", {"hidden_size": 8}), ("layer_norm", {})]
    document, model, field = built(network(*middle, muted=(0, 1)))
    stepper, tokens = Stepper(document, model, field.shape[0]), tokens_of(12)
    for end in range(1, 13):
        found = stepper.feed([tokens[end - 1]])
        torch.testing.assert_close(found, scores(model, tokens[:end]), atol=1e-4, rtol=1e-4)


def test_weights_that_change_are_the_ones_that_count(network, built):
    document, model, field = built(network(*MIDDLES["residual"]))
    stepper, tokens = Stepper(document, model, field.shape[0]), tokens_of(5)
    stepper.feed(tokens)
    for parameter in model.parameters():
        parameter += 0.05
    stepper.reset()
    torch.testing.assert_close(stepper.feed(tokens), scores(model, tokens), atol=1e-4, rtol=1e-4)


PARTS = st.sampled_from(
    [
        ("linear", {"out_features": 8}),
        ("layer_norm", {}),
        ("rms_norm", {}),
        ("tanh", {}),
        ("feed_forward", {"activation": "silu"}),
        ("gru", {"hidden_size": 8}),
        ("lstm", {"hidden_size": 8}),
        ATTEND,
        ("transformer_encoder_layer", {"causal": True}),
        ("positional_encoding", {"kind": "rotary"}),
        ("scaled_dot_product_attention", {"causal": True}),
    ]
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(middle=st.lists(PARTS, max_size=5), start=st.integers(1, 12))
def test_random_networks_agree_too(middle, start, network, built):
    document, model, field = built(network(*middle))
    stepper, tokens = Stepper(document, model, field.shape[0]), tokens_of(12)
    found = stepper.feed(tokens[:start])
    for end in range(start, 12):
        found = stepper.feed([tokens[end]])
    torch.testing.assert_close(found, scores(model, tokens), atol=1e-4, rtol=1e-4)
