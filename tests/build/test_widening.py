"""Every pattern in which a layer becomes wider: the function stays, or a reason says why not."""

from __future__ import annotations

import pytest
import torch
from surgery import answer, conv, edited, learned, line, linear, moments, same_answer, state

from playground.document import edits

RELU, TANH = ("relu", {}), ("tanh", {})


def chain(*blocks, data="digits", wires=()):
    """Blocks in a line; those without an id get their kind as id."""
    named = [b if len(b) == 3 else (b[0], *b) for b in blocks]
    return line(named, data, wires)


def mlp(*middle, width=6):
    return chain(linear("a", width), *middle, linear("out", 3), data="iris")


def cnn(*middle, width=4):
    """Convolution, what is in question, and the usual end of an image network."""
    end = [("max_pool2d", {}), ("flatten", {}), linear("f", 6), TANH, linear("out", 10)]
    return chain(conv("a", width), *middle, *end)


def grouped(id, width, groups, kernel=3, **more):
    return conv(id, width, kernel, groups=groups, **more)


def up(id, width, groups=1):
    return (id, "conv_transpose2d", {"out_channels": width, "kernel_size": 3, "padding": 1,
                                     "stride": 1, "groups": groups})  # fmt: skip


def widened(document, **widths):
    """Set widths by id; `id__groups` sets the groups of a convolution."""
    for name, value in widths.items():
        id, _, other = name.partition("__")
        block = document.node(id).block
        own = "out_features" if block == "linear" else "out_channels"
        document = edits.set_param(document, id, other or own, value)
    return document


BN, LN, SM = ("batch_norm2d", {}), ("layer_norm", {}), ("softmax", {})
CHANNELS = ("softmax", {"dim": 1})
SHORTCUT = (("relu", "add"),)

KEPT = {
    "linear, tanh": (mlp(TANH), {"a": 11}),
    "linear, batch norm, relu": (mlp(("batch_norm1d", {}), RELU), {"a": 11}),
    "linear, dropout, gelu": (mlp(("dropout", {}), ("gelu", {})), {"a": 7}),
    "linear, layer norm, twice as wide": (mlp(LN, TANH), {"a": 12}),
    "linear, tanh, layer norm, three times as wide": (mlp(TANH, LN), {"a": 18}),
    "linear, layer norm without weights": (mlp(("layer_norm", {"elementwise_affine": False})),
                                           {"a": 12}),
    "linear, softmax, any width": (mlp(SM), {"a": 8}),
    "linear, dropout, softmax": (mlp(("dropout", {}), SM), {"a": 11}),
    "linear, softmax, twice as wide": (mlp(TANH, SM), {"a": 12}),
    "linear, batch norm, softmax": (mlp(("batch_norm1d", {}), SM), {"a": 8}),
    "linear, softmax, relu": (mlp(SM, RELU), {"a": 9}),
    "conv, batch norm, relu, pool, flatten, linear": (cnn(BN, RELU), {"a": 7}),
    "conv, layer norm over the image": (cnn(LN, RELU), {"a": 8}),
    "conv, layer norm over each row": (cnn(("layer_norm", {"num_axes": 1}), RELU), {"a": 7}),
    "conv, instance norm": (cnn(("instance_norm2d", {"affine": True}), RELU), {"a": 7}),
    "linear, minibatch stddev, twice as wide": (mlp(RELU, ("minibatch_stddev", {})), {"a": 12}),
    "conv, minibatch stddev, twice as wide": (cnn(RELU, ("minibatch_stddev", {})), {"a": 8}),
    "conv, softmax over channels": (cnn(CHANNELS), {"a": 6}),
    "conv, softmax over each row": (cnn(SM), {"a": 6}),
    "conv, softmax over channels, upsample": (cnn(CHANNELS, ("upsample", {})), {"a": 6}),
    "depthwise": (cnn(RELU, grouped("d", 4, 4), ("pointwise", *conv("p", 5, 1)[1:])),
                  {"a": 7, "d": 7, "d__groups": 7}),
    "depthwise with two kernels a channel": (cnn(RELU, grouped("d", 8, 4), conv("p", 5, 1)),
                                             {"a": 6, "d": 12, "d__groups": 6}),
    "depthwise with more kernels a channel": (cnn(RELU, grouped("d", 8, 4), conv("p", 5, 1)),
                                              {"d": 12}),
    "depthwise that grows in both": (cnn(RELU, grouped("d", 8, 4), conv("p", 5, 1)),
                                     {"a": 5, "d": 15, "d__groups": 5}),
    "depthwise twice": (cnn(grouped("d", 4, 4), RELU, grouped("e", 4, 4), BN, conv("p", 5, 1)),
                        {"a": 9, "d": 9, "d__groups": 9, "e": 9, "e__groups": 9}),
    "depthwise before a flatten": (cnn(grouped("d", 4, 4)), {"a": 6, "d": 6, "d__groups": 6}),
    "depthwise transposed": (cnn(RELU, up("d", 4, 4), conv("p", 5, 1)),
                             {"a": 6, "d": 6, "d__groups": 6}),
    "groups, more channels in": (cnn(RELU, grouped("g", 6, 2)), {"a": 8}),
    "groups, not twice as many": (cnn(BN, RELU, grouped("g", 6, 2)), {"a": 6}),
    "groups, more channels out": (cnn(RELU, grouped("g", 6, 2)), {"g": 10}),
    "groups, more of both": (cnn(RELU, grouped("g", 6, 2)), {"a": 10, "g": 8}),
    "groups after groups": (cnn(grouped("g", 8, 2), RELU, grouped("h", 8, 4)), {"g": 12, "h": 16}),
    "groups behind a depthwise": (cnn(grouped("d", 4, 4), grouped("g", 6, 2)),
                                  {"a": 6, "d": 6, "d__groups": 6, "g": 8}),
    "groups of a transposed convolution": (cnn(RELU, up("g", 6, 2)), {"a": 8, "g": 8}),
    "transposed": (cnn(RELU, up("t", 6)), {"a": 7, "t": 9}),
    "residual": (chain(conv("a", 4), RELU, conv("b", 4), BN, ("add", {}), ("flatten", {}),
                       linear("out", 10), wires=SHORTCUT), {"a": 7, "b": 7}),
    "residual around a depthwise": (
        chain(conv("a", 4), RELU, grouped("d", 4, 4), ("add", {}), ("flatten", {}),
              linear("out", 10), wires=SHORTCUT), {"a": 7, "d": 7, "d__groups": 7}),
    "residual into a layer norm": (
        chain(conv("a", 4), RELU, conv("b", 4), ("add", {}), LN, ("flatten", {}),
              linear("out", 10), wires=SHORTCUT), {"a": 8, "b": 8}),
    "concat": (chain(conv("a", 4), RELU, conv("b", 3), ("concat", {}), ("flatten", {}),
                     linear("out", 10), wires=[("relu", "concat")]), {"a": 7, "b": 5}),
    "concat into a layer norm, all twice as wide": (
        chain(conv("a", 4), RELU, conv("b", 3), ("concat", {}), LN, ("flatten", {}),
              linear("out", 10), wires=[("relu", "concat")]), {"a": 8, "b": 6}),
    "concat of a softmax and a relu": (
        chain(linear("a", 4), SM, linear("b", 3), RELU, ("concat", {}), linear("out", 3),
              data="iris", wires=[("softmax", "concat")]), {"a": 6, "b": 5}),
}  # fmt: skip

CHANGED = {
    "layer norm, no multiple": (mlp(LN, TANH), {"a": 8}, "layer_norm weighs up 8 units"),
    "layer norm over the image": (cnn(LN), {"a": 6}, "layer_norm weighs up 6 units"),
    "minibatch stddev, no multiple": (
        mlp(RELU, ("minibatch_stddev", {})), {"a": 8}, "minibatch_stddev weighs up 8 units"),
    "softmax behind a tanh": (mlp(TANH, SM), {"a": 8}, "softmax weighs up 8 units"),
    "softmax whose scores others want": (
        chain(linear("a", 4), SM, ("add", {}), linear("out", 3), data="iris",
              wires=[("a", "add")]), {"a": 6}, "softmax weighs up 6 units"),
    "softmax, tanh": (mlp(SM, TANH), {"a": 12}, "tanh bends"),
    "softmax added to what is none": (
        chain(linear("a", 4), RELU, linear("b", 4), SM, ("add", {}), linear("out", 3),
              data="iris", wires=[("relu", "add")]), {"a": 8, "b": 8}, "add bends"),
    "concat of copies and others into a layer norm": (
        chain(conv("a", 4), RELU, conv("b", 3), ("concat", {}), LN, ("flatten", {}),
              linear("out", 10), wires=[("relu", "concat")]), {"a": 8}, "layer_norm weighs up 11"),
    "groups that become depthwise": (cnn(grouped("g", 8, 2)), {"g__groups": 4}, "g cannot be"),
    "other groups": (cnn(grouped("g", 8, 2), width=8), {"g__groups": 4}, "g cannot be resized"),
}  # fmt: skip


@pytest.mark.parametrize("name", KEPT)
def test_the_function_is_kept(name):
    document, widths = KEPT[name]
    old = learned(document)
    new, result = edited(old, widened(document, **widths))
    same_answer(old, new)
    assert result.reasons == ()
    assert not result.new
    assert set(widths) - {w for w in widths if "__" in w} <= set(result.resized)


@pytest.mark.parametrize("name", KEPT)
def test_copies_part_when_they_learn_and_undo_gives_every_bit_back(name):
    document, widths = KEPT[name]
    old = learned(document)
    slots, before = moments(old), state(old)
    new, there = edited(old, widened(document, **widths), slots)
    new.models["main"].train()
    torch.manual_seed(0)
    x = torch.randn(16, *old.nodes["x"].output)
    new.models["main"](x).square().sum().backward()
    assert all(p.grad is None or p.grad.isfinite().all() for p in new.models["main"].parameters())
    back, again = edited(new, document, there.slots, remembered=there.left)
    learnt = {n: t for n, t in state(back).items() if "num_batches" not in n}
    assert all(torch.equal(t, before[n]) for n, t in learnt.items())
    for weight, of_weight in slots["main"].items():
        for slot, tensor in of_weight.items():
            assert torch.equal(again.slots["main"][weight][slot], tensor)


@pytest.mark.parametrize("name", CHANGED)
def test_what_cannot_be_kept_is_said_with_its_reason(name):
    document, widths, words = CHANGED[name]
    old = learned(document)
    new, result = edited(old, widened(document, **widths))
    assert len(result.reasons) == 1
    assert result.reasons[0].startswith(words)
    assert (answer(old) - answer(new)).abs().max() > 1e-5  # else it would be no reason


@pytest.mark.parametrize("name", [*KEPT, *CHANGED])
def test_no_edit_but_a_wider_layer_gives_a_reason(name):
    document = (KEPT | CHANGED)[name][0]
    old = learned(document)
    inserted = edits.set_train_param(document, "lr", 0.5)
    new, result = edited(old, inserted)
    same_answer(old, new)
    assert result.reasons == ()
    assert not result.resized


def test_a_narrower_group_keeps_its_own_channels():
    document = cnn(RELU, grouped("g", 6, 2), width=8)
    old = learned(document)
    new, result = edited(old, widened(document, a=4))
    kept = [0, 1, 4, 5]
    assert torch.equal(new.modules["a"].weight, old.modules["a"].weight[kept])
    weight, was = new.modules["g"].weight, old.modules["g"].weight
    assert torch.equal(weight, was[:, :2])
    assert result.reasons == ()
