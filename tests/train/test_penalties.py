"""Regularisation of single blocks in training: by hand, by autograd, live, and in every engine."""

from __future__ import annotations

from itertools import islice

import pytest
import torch
from live_run import Live
from torch import nn
from torch.nn import functional as F

from playground.document.composites import expand, group, set_repeat
from playground.document.model import Node, Penalty, Wire
from playground.document.penalties import penalty_of, set_penalty
from playground.train.penalties import decays, l1_rates, l1_term
from playground.train.result import train
from playground.train.session import Session

L1, L2, NONE = Penalty(kind="l1", rate=0.05), Penalty(kind="l2", rate=0.5), Penalty()
LR = 0.1


def stepped(document):
    """First weights, those after one step, and the gradient of the bare loss."""
    session = Session(document, device="cpu")
    model = session.models["main"]
    before = {n: p.detach().clone() for n, p in model.named_parameters()}
    x, y = next(Session(document, device="cpu").run.batches("x", "y", batch_size=32))
    loss = F.binary_cross_entropy_with_logits(model(x), y.float().unsqueeze(1))
    gradient = dict(zip(before, torch.autograd.grad(loss, list(model.parameters())), strict=True))
    steps = session.steps()
    list(islice(steps, 2))
    steps.close()
    return before, {n: p.detach() for n, p in model.named_parameters()}, gradient


@pytest.mark.parametrize("seed", range(5))
def test_the_gradient_of_the_term_is_the_rate_times_the_sign(make_document, seed):
    generator = torch.Generator().manual_seed(seed)
    parameters = {
        f"{id}.{name}": nn.Parameter(torch.randn(*shape, generator=generator))
        for id in ("hidden", "out")
        for name, shape in (("weight", (3, 4)), ("bias", (3,)), ("kernel", (2, 3, 3, 3)))
    }
    own, rest = torch.rand(2, generator=generator).tolist()
    document = set_penalty(make_document(), ["hidden"], Penalty(kind="l1", rate=own))
    l1_term(parameters, l1_rates(document, parameters, rest)).backward()
    for name, parameter in parameters.items():
        if name.endswith("bias"):
            assert parameter.grad is None
        else:
            rate = own if name.startswith("hidden") else rest
            torch.testing.assert_close(parameter.grad, rate * parameter.detach().sign())


def test_without_rates_there_is_no_term(make_document):
    parameters = {"hidden.weight": nn.Parameter(torch.ones(2, 2))}
    assert l1_term(parameters, l1_rates(make_document(), parameters, 0.0)) == 0.0
    assert decays(make_document(), parameters, 0.3) == (0.3,)


@pytest.mark.parametrize("own", [L1, L2, NONE, None], ids=["l1", "l2", "none", "as the training"])
@pytest.mark.parametrize("l1", [0.0, 0.02])
@pytest.mark.parametrize("decay", [0.0, 0.3])
def test_a_step_costs_the_weights_of_one_block_its_own_penalty(make_document, own, l1, decay):
    plain = make_document(optimizer="sgd", lr=LR, l1=l1, weight_decay=decay)
    before, after, gradient = stepped(set_penalty(plain, ["hidden"], own))
    for name, w in before.items():
        is_weight, is_own = name.endswith("weight"), own is not None and name.startswith("hidden")
        cost = (l1 * w.sign() if is_weight else 0.0) + decay * w
        if is_own:
            cost = torch.zeros_like(w)
            if is_weight:
                cost = {"l1": own.rate * w.sign(), "l2": own.rate * w}.get(own.kind, cost)
        torch.testing.assert_close(after[name], w - LR * (gradient[name] + cost))


def test_l2_is_half_the_square_of_each_weight(make_document):
    document = set_penalty(make_document(optimizer="sgd", lr=LR), ["hidden"], L2)
    before, after, gradient = stepped(document)
    weight = before["hidden.weight"].clone().requires_grad_()
    (cost,) = torch.autograd.grad(0.5 * L2.rate * weight.square().sum(), weight)
    expected = before["hidden.weight"] - LR * (gradient["hidden.weight"] + cost)
    torch.testing.assert_close(after["hidden.weight"], expected)


def test_l1_of_one_block_changes_the_first_step_of_no_other(make_document):
    plain = make_document(optimizer="sgd", lr=LR)
    (_, without, _), (_, with_l1, _) = stepped(plain), stepped(set_penalty(plain, ["out"], L1))
    moved = {name for name in without if not torch.equal(without[name], with_l1[name])}
    assert moved == {"out.weight"}


def test_the_shown_loss_is_without_it(make_document):
    plain = make_document(optimizer="sgd")
    heavy = set_penalty(plain, ["hidden"], Penalty(kind="l1", rate=10.0))
    losses = [train(doc, steps=1).metrics["loss/train"] for doc in (plain, heavy)]
    assert losses[0] == losses[1]


@pytest.mark.parametrize("optimizer", ["sgd", "adam", "adamw", "rmsprop", "adagrad"])
def test_a_change_in_the_run_resets_nothing_and_counts_from_the_next_step(make_document, optimizer):
    live = Live(make_document(optimizer=optimizer), 30)
    network, start = live.session.network, live.session.run.step
    weights = {n: t.clone() for n, t in live.weights.items()}
    slots = len(live.optimizer.state)
    event = live.edit(set_penalty(live.session.document, ["hidden"], L1))
    assert (event.kind, event.text) == ("edited", "hidden regularisation as the training → L1 0.05")
    assert live.session.network is network
    assert live.session.run.step > start
    assert len(live.optimizer.state) == slots
    assert weights.keys() == live.weights.keys()
    sizes = {n: float(t.abs().sum()) for n, t in live.weights.items()}
    live.edit(set_penalty(live.session.document, ["hidden"], Penalty(kind="l1", rate=1.0)))
    live.go(40)
    assert float(live.weights["hidden.weight"].abs().sum()) < 0.9 * sizes["hidden.weight"]
    live.generator.close()


def test_each_rate_is_a_group_of_the_optimiser_that_knows_its_weights(make_document):
    live = Live(make_document("dropout", weight_decay=0.1), 20)
    document = live.session.document
    live.edit(set_penalty(document, ["hidden"], L2))
    assert [g["weight_decay"] for g in live.optimizer.param_groups] == [0.5, 0.0, 0.1]
    live.edit(document)
    assert [g["weight_decay"] for g in live.optimizer.param_groups] == [0.1]
    live.generator.close()


def test_a_state_goes_on_under_another_penalty(make_document):
    """The optimiser's groups differ; what it remembers is kept by names."""
    document = make_document(optimizer="adam", weight_decay=0.01)
    first = Live(document, 20)
    state = first.session.capture()
    other = Live(set_penalty(document, ["hidden"], L2), 2)
    other.session.restore(state)
    assert other.session.run.step == first.session.run.step
    other.go(1)
    kept = {s["step"].item() for s in other.optimizer.state.values()}
    assert len(kept) == 1
    assert kept.pop() > 2
    first.generator.close()
    other.generator.close()


@pytest.mark.parametrize("share", [False, True])
def test_every_repeat_of_a_composite_costs_its_own_and_shared_weights_once(make_document, share):
    document = make_document(optimizer="sgd", lr=LR)
    wide = Node(id="mid", block="linear", params={"out_features": 8})
    nodes = [*document.nodes[:2], wide, *document.nodes[2:]]
    wires = [w for w in document.wires if w.source != "hidden"]
    wires += [Wire(source="hidden", target="mid"), Wire(source="mid", target="act")]
    document = document.with_(nodes=tuple(nodes), wires=tuple(wires))
    document, id = group(set_penalty(document, ["mid"], L1), ["mid"])
    document = set_repeat(document, id, 2, share_weights=share)
    before, after, gradient = stepped(document)
    inside = [name for name in before if name.startswith(f"{id}.") and name.endswith("weight")]
    assert len(inside) == (1 if share else 2)
    assert all(penalty_of(expand(document), name) == L1 for name in inside)
    for name, w in before.items():
        cost = L1.rate * w.sign() if name in inside else 0.0
        torch.testing.assert_close(after[name], w - LR * (gradient[name] + cost))
