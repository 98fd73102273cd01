"""RNN, LSTM and GRU: what leaves them, how they are told, and that they equal torch by hand."""

from __future__ import annotations

from itertools import product

import pytest
import torch
from torch import Tensor, nn

from playground.build.code import export_code
from playground.build.modules import build
from playground.check.check import check
from playground.check.cost import summarise
from playground.cli.train import LARGE_STEP_FLOPS, cores_for
from playground.document.model import Document
from playground.errors import ShapeError
from playground.registry import blocks

KINDS = ("rnn", "lstm", "gru")


def document(kind: str = "lstm", length: int = 7, **params) -> Document:
    return Document.model_validate(
        {
            "data": {"dataset": "adding_problem", "params": {"length": length}},
            "nodes": [
                {"id": "x", "block": "input"},
                {"id": "memory", "block": kind, "params": {"output": "last", **params}},
                {"id": "out", "block": "linear", "params": {"out_features": 1}},
            ],
            "wires": [["x.out", "memory.in"], ["memory.out", "out.in"]],
            "train": {"params": {"loss": "mse"}, "steps": 5},
        }
    )


def gates_by_hand(x: Tensor, state: dict[str, Tensor], size: int) -> Tensor:
    """The last h of an LSTM, written out; weights as torch names them, gates i f g o."""
    h = c = x.new_zeros(len(x), size)
    for step in x.unbind(1):
        total = step @ state["weight_ih_l0"].T + state["bias_ih_l0"]
        total = total + h @ state["weight_hh_l0"].T + state["bias_hh_l0"]
        i, f, g, o = total.chunk(4, dim=1)
        c = f.sigmoid() * c + i.sigmoid() * g.tanh()
        h = o.sigmoid() * c.tanh()
    return h


def test_an_lstm_built_here_equals_one_written_by_hand():
    model = build(document(hidden_size=6))["main"].double()
    state = {n: p.detach().clone().requires_grad_() for n, p in model.memory.named_parameters()}
    last = nn.Linear(6, 1).double()
    last.load_state_dict(model.out.state_dict())
    x = torch.rand(4, 7, 2, dtype=torch.float64, generator=torch.Generator().manual_seed(1))
    expected = last(gates_by_hand(x, state, 6))
    found = model(x)
    torch.testing.assert_close(found, expected, atol=1e-5, rtol=0)
    (found**2).sum().backward()
    (expected**2).sum().backward()
    for name, tensor in state.items():
        gradient = model.memory.get_parameter(name).grad
        torch.testing.assert_close(gradient, tensor.grad, atol=1e-5, rtol=0)
    torch.testing.assert_close(model.out.weight.grad, last.weight.grad, atol=1e-5, rtol=0)


@pytest.mark.parametrize(("kind", "both"), list(product(KINDS, (False, True))))
def test_the_last_state_is_forwards_that_of_the_last_step_backwards_that_of_the_first(kind, both):
    params = {"hidden_size": 3, "num_layers": 2, "bidirectional": both}
    whole = blocks.get(kind).make(params)
    last = blocks.get(kind).make({**params, "output": "last"})
    module = whole.build((5, 4))
    x = torch.randn(2, 5, 4, generator=torch.Generator().manual_seed(2))
    steps, end = whole.invoke(module, x), last.invoke(module, x)
    assert torch.equal(end[:, :3], steps[:, -1, :3])
    if both:
        assert torch.equal(end[:, 3:], steps[:, 0, 3:])
        assert end.shape == (2, 6)


@pytest.mark.parametrize("kind", KINDS)
def test_a_sequence_of_one_step_is_one(kind):
    model = build(document(kind, length=1, bidirectional=True, hidden_size=4))["main"]
    assert model(torch.rand(3, 1, 2)).shape == (3, 1)


def test_dropout_of_one_layer_is_refused_with_the_way_out():
    with pytest.raises(ShapeError, match="there is one layer") as refused:
        blocks.get("lstm").make({"dropout": 0.5}).infer({"in": [(5, 2)]})
    assert "num_layers" in refused.value.hint
    assert blocks.get("lstm").make({"dropout": 0.5, "num_layers": 2}).infer({"in": [(5, 2)]})


@pytest.mark.parametrize(("kind", "output"), list(product(KINDS, ("last", "sequence"))))
def test_the_exported_program_gives_the_same_numbers(kind, output):
    doc = document(kind, bidirectional=True, num_layers=2, output=output)
    if output == "sequence":
        doc = document_with_mean(kind)
    model = build(doc)["main"].eval()
    scope: dict = {}
    exec(export_code(doc), scope)
    again = scope["model"].eval()
    again.load_state_dict(model.state_dict())
    x = torch.rand(3, 7, 2)
    assert torch.equal(again(x), model(x))


def document_with_mean(kind: str) -> Document:
    """All steps, averaged."""
    plain = document(kind, output="sequence").model_dump(mode="json", by_alias=True)
    plain["nodes"].insert(2, {"id": "mean", "block": "mean_over_time"})
    wires = [["x.out", "memory.in"], ["memory.out", "mean.in"], ["mean.out", "out.in"]]
    return Document.model_validate({**plain, "wires": wires})


def test_the_memory_for_training_counts_what_happens_inside():
    short, long = (summarise(check(document(length=n, hidden_size=8))) for n in (10, 20))
    # a step: 2 features, and for each unit four gates, the memory and the output
    assert long.activation_bytes - short.activation_bytes == 4 * 10 * (2 + 6 * 8)
    assert long.activations - short.activations == 10 * 2


def test_a_step_that_waits_for_the_one_before_is_trained_by_one_core(monkeypatch):
    monkeypatch.setattr("psutil.cpu_count", lambda logical: 8)
    batch = {"loss": "mse", "batch_size": 50}
    deep = document(length=100, hidden_size=64)
    deep = deep.model_copy(update={"train": deep.train.model_copy(update={"params": batch})})
    assert summarise(check(deep)).flops * 3 * 50 > LARGE_STEP_FLOPS
    assert cores_for(check(deep)) == 1
