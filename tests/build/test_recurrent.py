"""Edits of RNN, LSTM and GRU: they grow and keep their function, or a reason is said."""

from __future__ import annotations

import pytest
import torch
from surgery import answer, edited, learned, line, linear, moments, same_answer, state

from playground.document import edits

KINDS = ("rnn", "lstm", "gru")
SERIES = "delayed_recall"


def network(kind, *middle, **params):
    """A recurrent layer, what is in question, and five answers."""
    layer = ("memory", kind, {"hidden_size": 8, "output": "last", **params})
    named = [b if len(b) == 3 else (b[0], *b) for b in middle]
    return line([layer, *named, linear("out", 4)], SERIES)


GROWING = {
    "last state": {},
    "two layers": {"num_layers": 2},
    "both directions": {"bidirectional": True},
    "two layers, both directions": {"num_layers": 2, "bidirectional": True},
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", GROWING)
@pytest.mark.parametrize("size", [12, 16])
def test_a_wider_layer_keeps_the_function(kind, name, size):
    document = network(kind, ("tanh", {}), **GROWING[name])
    old = learned(document)
    slots, before = moments(old), state(old)
    wider = edits.set_param(document, "memory", "hidden_size", size)
    new, result = edited(old, wider, slots)
    same_answer(old, new)
    assert set(result.resized) == {"memory", "out"}
    assert result.reasons == ()
    assert not result.new
    for weight, of_weight in result.slots["main"].items():
        shape = new.models["main"].get_parameter(weight).shape
        assert all(slot.shape == shape for slot in of_weight.values() if slot.ndim)
    back, _ = edited(new, document, result.slots, remembered=result.left)
    assert all(torch.equal(tensor, before[name]) for name, tensor in state(back).items())


@pytest.mark.parametrize("kind", KINDS)
def test_what_stands_before_and_behind_may_grow_too(kind):
    steps = [linear("enter", 6), ("memory", kind, {"hidden_size": 8})]
    named = [*steps, ("norm", "layer_norm", {}), linear("each", 5), ("mean_over_time",) * 2 + ({},)]
    document = line([*named, linear("out", 4)], SERIES)
    old = learned(document)
    wider = edits.set_param(document, "enter", "out_features", 9)
    wider = edits.set_param(wider, "memory", "hidden_size", 16)
    wider = edits.set_param(wider, "each", "out_features", 7)
    new, result = edited(old, wider)
    same_answer(old, new)
    assert result.reasons == ()
    assert not result.new


def test_copies_part_when_they_learn():
    document = network("lstm")
    new, _ = edited(learned(document), edits.set_param(document, "memory", "hidden_size", 16))
    model = new.models["main"].train()
    optimizer = torch.optim.SGD(model.parameters(), 0.1)
    for _ in range(3):
        x = torch.randn(8, *new.nodes["x"].output)
        optimizer.zero_grad()
        model(x).square().sum().backward()
        optimizer.step()
    rows = model.memory.weight_hh_l0.detach()[:16]  # the input gate
    assert (rows[:8] - rows[8:]).abs().max() > 1e-4


@pytest.mark.parametrize("kind", KINDS)
def test_a_narrower_layer_keeps_its_first_units(kind):
    document = network(kind, bidirectional=True)
    old = learned(document)
    new, result = edited(old, edits.set_param(document, "memory", "hidden_size", 5))
    was, now = old.modules["memory"], new.modules["memory"]
    for end in ("l0", "l0_reverse"):
        whole, part = (getattr(m, f"weight_hh_{end}") for m in (was, now))
        gates = len(part) // 5
        expected = whole.reshape(gates, 8, 8)[:, :5, :5].reshape(-1, 5)
        assert torch.equal(part, expected)
    kept = [*range(5), *range(8, 13)]
    assert torch.equal(new.modules["out"].weight, old.modules["out"].weight[:, kept])
    assert "memory" in result.resized


OTHERS = {
    "a layer more": (network("lstm"), ("num_layers", 2)),
    "a layer less": (network("lstm", num_layers=2), ("num_layers", 1)),
    "a direction less": (network("lstm", bidirectional=True), ("bidirectional", False)),
    "a direction more, normalised": (network("gru", ("layer_norm", {})), ("bidirectional", True)),
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_layers_and_directions_give_a_reason(name):
    document, value = OTHERS[name]
    old = learned(document)
    new, result = edited(old, edits.set_param(document, "memory", *value))
    assert torch.equal(new.modules["memory"].weight_ih_l0, old.modules["memory"].weight_ih_l0)
    assert result.reasons == ("memory has other layers or directions",)
    assert (answer(old) - answer(new)).abs().max() > 1e-5


def test_a_direction_more_keeps_the_function_until_it_has_learned():
    document = network("lstm", num_layers=2)
    old = learned(document)
    new, result = edited(old, edits.set_param(document, "memory", "bidirectional", True))
    same_answer(old, new)
    assert result.reasons == ()
    assert new.modules["memory"].weight_ih_l0_reverse.abs().max() > 0


def test_another_kind_starts_afresh():
    old = learned(network("lstm"))
    new, result = edited(old, network("gru"))
    assert "memory" in result.new
    assert answer(new).isfinite().all()


def test_a_layer_at_the_end_gets_new_units():
    """What leaves the network has a meaning of its own: the old answers stay in their places."""
    last = ("memory", "lstm", {"hidden_size": 4, "output": "last"})
    document = line([last], SERIES)
    old = learned(document)
    more = edits.set_param(document, "memory", "hidden_size", 6)
    more = edits.set_data(more, "delayed_recall", {"num_classes": 6})
    new, result = edited(old, more)
    states = new.modules["memory"].weight_hh_l0.reshape(4, 6, 6)
    assert torch.equal(states[:, :4, :4].reshape(16, 4), old.modules["memory"].weight_hh_l0)
    assert not states[:, :4, 4:].any(), "the old units do not look at the new ones"
    rows = new.modules["memory"].weight_ih_l0.reshape(4, 6, -1)[:, 4:]
    assert rows.abs().max() > 0
    assert "memory" in result.resized


def test_a_longer_sequence_keeps_every_weight():
    document = network("gru")
    old = learned(document)
    longer = document.model_copy(
        update={"data": document.data.model_copy(update={"params": {"lag": 30}})}
    )
    new, result = edited(old, longer)
    assert {"memory", "out"} <= set(result.kept)
    assert all(torch.equal(tensor, state(new)[name]) for name, tensor in state(old).items())
