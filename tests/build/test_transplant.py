"""What was learned survives an edit: the function, the moments, and on undo every bit."""

from __future__ import annotations

import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from surgery import (
    CNN,
    MLP,
    answer,
    conv,
    edited,
    learned,
    line,
    linear,
    moments,
    same_answer,
    state,
)

from playground.build.modules import build
from playground.build.transplant import reusable, transplant
from playground.build.units import Network
from playground.check.check import check
from playground.document import edits

PLAIN = ["relu", "tanh", "gelu", "dropout", "leaky_relu"]


NORMS = (("batch_norm2d", {}), ("instance_norm2d", {"affine": True}))


@st.composite
def mlps(draw):
    blocks = []
    for number in range(draw(st.integers(1, 4))):
        blocks.append(linear(f"l{number}", draw(st.integers(1, 9))))
        if draw(st.booleans()):
            norm = draw(st.sampled_from(["batch_norm1d", "minibatch_stddev"]))
            blocks.append((f"n{number}", norm, {}))
        if draw(st.booleans()):
            blocks.append((f"a{number}", draw(st.sampled_from(PLAIN)), {}))
    return line([*blocks, linear("out", 3)], "iris")


@st.composite
def cnns(draw):
    """Convolutions with normalisation, pooling and shortcuts, then linear layers."""
    blocks, wires, width = [], [], draw(st.integers(1, 5))
    blocks.append(conv("stem", width))
    for number in range(draw(st.integers(1, 3))):
        before = blocks[-1][0]
        kind = draw(st.sampled_from(["plain", "residual", "dense"]))
        wide = width if kind == "residual" else draw(st.integers(1, 5))
        blocks.append(conv(f"c{number}", wide, draw(st.sampled_from([1, 3]))))
        if draw(st.booleans()):
            norm, params = draw(st.sampled_from(NORMS))
            blocks.append((f"n{number}", norm, params))
        blocks.append((f"a{number}", draw(st.sampled_from(PLAIN)), {}))
        if kind == "residual":
            blocks.append((f"s{number}", "add", {}))
            wires.append((before, f"s{number}"))
        if kind == "dense":
            blocks.append((f"s{number}", "concat", {}))
            wires.append((before, f"s{number}"))
        width = wide + width if kind == "dense" else wide
    if draw(st.booleans()):
        blocks.append(("pool", draw(st.sampled_from(["max_pool2d", "avg_pool2d"])), {}))
    blocks += [("flat", "flatten", {}), linear("f", draw(st.integers(1, 8))), ("act", "tanh", {})]
    return line([*blocks, linear("out", 10)], wires=wires)


def widen(document, factor):
    """All layers but the last by a factor: layers whose outputs are added have to go together."""
    for node in document.nodes:
        name = {"linear": "out_features", "conv2d": "out_channels"}.get(node.block)
        if name and node.id != "out":
            document = edits.set_param(document, node.id, name, node.params[name] * factor)
    return document


SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(mlps(), st.integers(2, 3))
def test_wider_layers_of_any_mlp_keep_its_function(document, factor):
    old = learned(document)
    new, result = edited(old, widen(document, factor))
    same_answer(old, new)
    assert not result.new
    assert not result.removed


@SLOW
@given(cnns(), st.integers(2, 3))
def test_wider_layers_of_any_cnn_keep_its_function(document, factor):
    old = learned(document)
    new, result = edited(old, widen(document, factor))
    same_answer(old, new)
    assert not result.new


@SLOW
@given(cnns(), st.data())
def test_one_wider_layer_resizes_only_what_it_touches(document, data):
    wider = [("f", "out_features")]
    adds = [node.id for node in document.nodes if node.block == "add"]
    if not adds:
        wider += [(n.id, "out_channels") for n in document.nodes if n.block == "conv2d"]
    id, name = data.draw(st.sampled_from(wider))
    old = learned(document)
    width = document.node(id).params[name] + data.draw(st.integers(1, 9))
    new, result = edited(old, edits.set_param(document, id, name, width))
    same_answer(old, new)
    assert id in result.resized
    for kept in result.kept:
        if kept in old.modules and old.modules[kept].state_dict():
            assert new.modules[kept] is old.modules[kept]


@SLOW
@given(cnns(), st.integers(2, 3))
def test_wider_and_back_again_gives_every_bit_back(document, factor):
    old, slots = learned(document), moments(learned(document))
    before, answered = state(old), answer(old)
    wide, there = edited(old, widen(document, factor), slots)
    back, again = edited(wide, document, there.slots, remembered=there.left)
    assert all(torch.equal(t, before[name]) for name, t in state(back).items())
    assert torch.equal(answer(back), answered)
    for name, of_weight in slots["main"].items():
        for slot, tensor in of_weight.items():
            assert torch.equal(again.slots["main"][name][slot], tensor)


def test_copies_of_a_unit_go_different_ways():
    old = learned(line(MLP, "iris"))
    new, _ = edited(old, edits.set_param(line(MLP, "iris"), "a", "out_features", 12))
    weight = new.modules["b"].weight.detach()
    assert not torch.allclose(weight[:, :6], weight[:, 6:])
    torch.testing.assert_close(weight[:, :6] + weight[:, 6:], old.modules["b"].weight.detach())


def test_moments_go_where_their_weights_go():
    document = line(MLP, "iris")
    old = learned(document)
    slots = moments(old)
    _, result = edited(old, edits.set_param(document, "a", "out_features", 8), slots)
    moved = result.slots["main"]
    assert torch.equal(moved["a.weight"]["exp_avg"][:6], slots["main"]["a.weight"]["exp_avg"])
    assert moved["b.weight"]["exp_avg_sq"].shape == (5, 8)
    assert moved["b.weight"]["step"] == 9
    assert moved["out.weight"]["exp_avg"] is slots["main"]["out.weight"]["exp_avg"]


def test_a_narrower_layer_keeps_the_units_with_the_largest_weights():
    document = line(MLP, "iris")
    old = learned(document)
    with torch.no_grad():
        old.modules["a"].weight[[1, 4]] *= 0.01
        old.modules["b"].weight[:, [1, 4]] *= 0.01
    new, result = edited(old, edits.set_param(document, "a", "out_features", 4))
    kept = [0, 2, 3, 5]
    assert torch.equal(new.modules["a"].weight, old.modules["a"].weight[kept])
    assert torch.equal(new.modules["b"].weight, old.modules["b"].weight[:, kept])
    assert result.resized == ("a", "b")
    assert (answer(old) - answer(new)).abs().max() < 0.1


def test_narrower_channels_reach_norms_and_the_columns_behind_a_flatten():
    document = line(CNN)
    old = learned(document)
    with torch.no_grad():  # channel 2 of c2 and channel 0 of c1 do nothing
        old.modules["c2"].weight[2] = 0
        old.modules["c2"].bias[2] = 0
        old.modules["c1"].weight[0] = 0
        old.modules["c1"].bias[0] = 0
        old.modules["n1"].weight[0] = 0
        old.modules["n1"].bias[0] = 0
        old.modules["n1"].running_mean[0] = 0
    narrow = edits.set_param(document, "c2", "out_channels", 5)
    narrow = edits.set_param(narrow, "c1", "out_channels", 3)
    new, _ = edited(old, narrow)
    same_answer(old, new)
    assert new.modules["f1"].weight.shape == (12, 5 * 16)


def test_layers_that_are_added_keep_the_same_units():
    blocks = [
        conv("stem", 6),
        conv("c", 6),
        ("sum", "add", {}),
        ("flat", "flatten", {}),
        linear("out", 10),
    ]
    document = line(blocks, wires=[("stem", "sum")])
    old = learned(document)
    with torch.no_grad():
        for id in ("stem", "c"):
            old.modules[id].weight[[0, 3]] = 0
            old.modules[id].bias[[0, 3]] = 0
    narrow = edits.set_param(document, "stem", "out_channels", 4)
    narrow = edits.set_param(narrow, "c", "out_channels", 4)
    new, _ = edited(old, narrow)
    same_answer(old, new)


def test_more_classes_start_afresh_and_the_old_ones_stay_as_they_are():
    old = learned(line(MLP, "iris"))
    document = edits.set_param(line(MLP, "iris"), "out", "out_features", 5)
    document = edits.set_train_param(document, "loss", "mse")
    report = check(document)
    new = Network.of(report, build_anyway(document, report, reusable(old, report)))
    result = transplant(old, new, {})
    result.apply(new)
    weight = new.modules["out"].weight
    assert torch.equal(weight[:3], old.modules["out"].weight)
    assert not any(torch.equal(weight[3], row) for row in weight[:3])
    fewer, _ = edited(new, line(MLP, "iris"))
    assert torch.equal(fewer.modules["out"].weight, old.modules["out"].weight)


def build_anyway(document, report, modules):
    """Build although the loss does not like the number of outputs."""
    from dataclasses import replace

    return build(document, replace(report, problems=()), modules)
