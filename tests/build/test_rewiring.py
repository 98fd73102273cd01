"""Edits that add, remove and rewire blocks leave all that was learned where it belongs."""

from __future__ import annotations

import pytest
import torch
from surgery import (
    CNN,
    MLP,
    answer,
    edited,
    insert,
    learned,
    line,
    linear,
    moments,
    same_answer,
    state,
)
from torch import nn

from playground.document import edits
from playground.document.composites.grouping import group
from playground.document.composites.unpacking import unpack


@pytest.mark.parametrize(("kernel", "rows"), [(5, slice(1, 4)), (1, slice(0, 1)), (4, slice(1, 4))])
def test_a_kernel_is_padded_or_cut_around_its_middle(kernel, rows):
    document = line(CNN)
    old = learned(document)
    resized = edits.set_param(document, "c1", "kernel_size", kernel)
    resized = edits.set_param(resized, "c1", "padding", kernel // 2)
    new, result = edited(old, resized)
    weight, was = new.modules["c1"].weight, old.modules["c1"].weight
    if kernel == 1:
        assert torch.equal(weight, was[:, :, 1:2, 1:2])
    else:
        assert torch.equal(weight[:, :, rows, rows], was)
        assert weight.abs().sum().item() == pytest.approx(was.abs().sum().item())
    if kernel == 5:
        same_answer(old, new)
    assert "c1" in result.resized


def test_an_activation_in_between_or_taken_away_leaves_all_weights():
    document = line(MLP, "iris")
    old = learned(document)
    without = edits.remove_and_reconnect(document, ["act"])
    new, result = edited(old, without)
    assert result.removed == ("act",)
    assert not result.new
    assert not result.resized
    assert all(new.modules[id] is old.modules[id] for id in ("a", "b", "out"))
    _, again = edited(new, document)
    assert again.new == ("act",)
    assert not again.resized


@pytest.mark.parametrize(
    ("blocks", "data", "block", "before"),
    [
        (MLP, "iris", ("linear", {"out_features": 6}), "b"),
        (CNN, "digits", ("conv2d", {"out_channels": 4}), "c2"),
        (CNN, "digits", ("conv2d", {"out_channels": 6, "kernel_size": 5, "padding": 2}), "pool"),
    ],
)
def test_an_inserted_layer_may_start_as_identity(blocks, data, block, before):
    document = line(blocks, data)
    old = learned(document)
    more = insert(document, "more", *block, before)
    new, result = edited(old, more, identity=True)
    same_answer(old, new)
    assert result.new == ("more",)
    assert not result.resized
    fresh, plain = edited(old, more)
    assert plain.new == ("more",)
    assert not torch.equal(fresh.modules["more"].weight, new.modules["more"].weight)
    if before != "pool":
        assert torch.equal(fresh.modules[before].weight, old.modules[before].weight)


def test_a_new_branch_into_a_concat_changes_nothing_at_first():
    blocks = [linear("a", 4), ("side", "concat", {}), linear("out", 3)]
    document = line(blocks, "iris")
    old = learned(document)
    more = document.with_(
        nodes=(*document.nodes, {"id": "b", "block": "linear", "params": {"out_features": 5}}),
        wires=(*document.wires, ["x.out", "b.in"], ["b.out", "side.in"]),
    )
    new, result = edited(old, more)
    same_answer(old, new)
    assert result.new == ("b",)
    assert result.resized == ("out",)


def test_the_order_of_a_concat_may_change():
    blocks = [linear("a", 4), ("side", "concat", {}), linear("out", 3)]
    document = line(blocks, "iris")
    document = document.with_(
        nodes=(*document.nodes, {"id": "b", "block": "linear", "params": {"out_features": 5}}),
        wires=(*document.wires, ["x.out", "b.in"], ["b.out", "side.in"]),
    )
    old = learned(document)
    before = answer(old)
    swapped = document.with_(wires=tuple(reversed(document.wires)))
    new, result = edited(old, swapped)
    torch.testing.assert_close(answer(new), before)
    assert result.resized == ("out",)


def test_a_muted_block_gets_its_weights_back():
    document = line([*MLP[:2], linear("mid", 6), *MLP[2:]], "iris")
    old = learned(document)
    before = state(old)
    muted, without = edited(old, edits.set_muted(document, ["mid"], True))
    assert without.removed == ("mid",)
    back, _ = edited(muted, document, remembered=without.left)
    assert all(torch.equal(t, before[name]) for name, t in state(back).items())


def test_another_kind_of_block_under_the_same_id_starts_afresh():
    document = line(CNN)
    old = learned(document)
    nodes = tuple(
        n.with_(block="conv_transpose2d", params={"out_channels": 6, "kernel_size": 3, "stride": 1})
        if n.id == "c2"
        else n
        for n in document.nodes
    )
    new, result = edited(old, document.with_(nodes=nodes))
    assert "c2" in result.new
    assert isinstance(new.modules["c2"], nn.ConvTranspose2d)
    assert torch.equal(new.modules["f1"].weight, old.modules["f1"].weight)


def same_bits(old, new, called):
    """Every tensor of one network is in another one, under another name."""
    before, after = state(old), state(new)
    assert {called(name) for name in before} == set(after)
    assert all(torch.equal(tensor, after[called(name)]) for name, tensor in before.items())


def test_a_group_of_blocks_keeps_all_weights_and_so_does_its_unpacking():
    document = line(CNN)
    old = learned(document)
    slots = moments(old)
    grouped, id = group(document, ["c1", "n1", "r1", "c2"], "Stem")
    inside = {"c1", "n1", "c2"}

    def called(name):
        return f"{id}.{name}" if name.partition(".")[0] in inside else name

    new, result = edited(old, grouped, slots)
    same_bits(old, new, called)
    assert set(result.kept) == set(new.blocks())
    assert not result.removed
    assert result.slots["main"][f"{id}.c1.weight"] is not None
    back, again = edited(new, unpack(grouped, id), result.slots)
    same_bits(old, back, lambda name: name)
    for name, of_weight in slots["main"].items():
        assert torch.equal(again.slots["main"][name]["exp_avg"], of_weight["exp_avg"])


def test_a_wider_layer_inside_a_group_keeps_the_function():
    document, id = group(line(CNN), ["c1", "n1", "r1", "c2"], "Stem")
    old = learned(document)
    definition = document.composites[0]
    wider = edits.set_param(line(CNN), "c1", "out_channels", 7).node("c1")
    nodes = tuple(wider if node.id == "c1" else node for node in definition.nodes)
    new, result = edited(old, document.with_(composites=(definition.with_(nodes=nodes),)))
    same_answer(old, new)
    assert result.resized == (f"{id}.c1", f"{id}.n1", f"{id}.c2")


def test_a_block_with_another_name_keeps_its_weights():
    document = line(MLP, "iris")
    old = learned(document)
    new, result = edited(old, edits.rename_node(document, "b", "second"))
    assert set(result.kept) == set(new.blocks())
    assert not result.removed
    assert torch.equal(state(new)["second.weight"], state(old)["b.weight"])
