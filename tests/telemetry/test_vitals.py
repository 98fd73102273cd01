"""The vitals are those of the tensors, and taking them changes nothing."""

from __future__ import annotations

import copy
import dataclasses
import math

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from playground.telemetry.probes import forward
from playground.telemetry.probes.recall import Recall
from playground.telemetry.probes.targets import Targets, baseline_of_classes, baseline_of_numbers
from playground.telemetry.probes.vitals import BlockVitals, Vitals


def vitals_of(arrays):
    return {name[7:]: BlockVitals.from_array(array) for name, array in arrays.items()}


def step(bench, lr=0.1):
    """One step of gradient descent by hand, then what the run calls after a step."""
    model = bench.models["main"]
    loss = model(bench.train["x"]).square().mean()
    gradients = torch.autograd.grad(loss, list(model.parameters()))
    with torch.no_grad():
        for p, g in zip(model.parameters(), gradients, strict=True):
            p.grad = g
            p -= lr * g
    calls = list(bench.next_step)
    bench.next_step.clear()
    for call in calls:
        call()


def test_outputs_are_summed_up_as_they_are(classify):
    found = vitals_of(Vitals().measure(classify))
    model = classify.models["main"]
    x = classify.train["x"]
    with forward.untouched(model):
        made = forward.Outputs(model).collect(x)  # 20 samples: all of them are looked at
    for node in ("hidden", "norm", "act", "out"):
        values = made[node]
        assert found[node].largest == pytest.approx(values.abs().max().item())
        assert found[node].lowest == pytest.approx(values.min().item())
        spread = values.var(0, correction=0).mean().sqrt().item()
        assert found[node].spread == pytest.approx(spread, rel=1e-5)
        assert found[node].step == classify.step
    uneven = (made["out"].sum(1) - 1).abs().max().item()
    assert found["out"].uneven == pytest.approx(uneven, rel=1e-5)
    assert math.isnan(found["hidden"].uneven)


def test_the_update_is_how_far_one_step_went(classify):
    probe, model = Vitals(), classify.models["main"]
    probe.measure(classify)
    before = copy.deepcopy(model.state_dict())
    step(classify)
    after = copy.deepcopy(model.state_dict())
    step(classify)  # a later step does not count
    found = vitals_of(probe.measure(classify))
    for node in ("hidden", "out", "norm"):
        names = [f"{node}.weight", f"{node}.bias"]
        old = torch.cat([before[name].flatten() for name in names])
        new = torch.cat([after[name].flatten() for name in names])
        ratio = ((new - old).norm() / old.norm()).item()
        assert found[node].update == pytest.approx(ratio, rel=1e-4)
        own = list(getattr(model, node).parameters())
        pull = torch.cat([p.grad.flatten() for p in own]).square().mean().sqrt().item()
        assert found[node].gradient == pytest.approx(pull, rel=1e-4)
        weight = torch.cat([p.detach().flatten() for p in own]).square().mean().sqrt().item()
        assert found[node].weight == pytest.approx(weight, rel=1e-4)
        assert found[node].parameters == sum(p.numel() for p in own)


def test_saturated_and_dead_units_are_counted(classify):
    model = classify.models["main"]
    with torch.no_grad():
        model.norm.bias[:] = torch.tensor([9.0, 0.0, -9.0, 0.0, 0.0])
        model.norm.weight[:] = 0.1
    assert vitals_of(Vitals().measure(classify))["act"].saturated == pytest.approx(2 / 5)
    relu = classify.document.node("act").with_(block="relu")
    nodes = tuple(relu if n.id == "act" else n for n in classify.document.nodes)
    model.act.forward = torch.relu
    bench = dataclasses.replace(classify, document=classify.document.with_(nodes=nodes))
    found = vitals_of(Vitals().measure(bench))["act"]
    with forward.untouched(model):
        values = forward.Outputs(model).collect(bench.train["x"])["act"]
    assert found.dead == pytest.approx(((values > 0).sum(0) == 0).float().mean().item())
    assert found.dead == pytest.approx(1 / 5)  # the unit with the bias of -9


def test_a_reading_leaves_no_trace(classify):
    model = classify.models["main"]
    before = copy.deepcopy(model.state_dict())
    random = torch.random.get_rng_state()
    for probe in (Vitals(), Targets(), Recall()):
        probe.measure(classify)
    assert all(torch.equal(before[n], t) for n, t in model.state_dict().items())
    assert torch.equal(random, torch.random.get_rng_state())
    assert model.drop.training


def test_frozen_blocks_have_no_update(classify):
    classify.models["main"].hidden.requires_grad_(False)
    found = vitals_of(Vitals().measure(classify))
    assert found["hidden"].parameters == 0
    assert math.isnan(found["hidden"].update)


def test_recall_counts_right_answers_class_by_class(classify):
    recall = Recall().measure(classify)["recall/train"]
    x, y = classify.train["x"], classify.train["y"]
    model = classify.models["main"]
    with forward.untouched(model):
        chosen = model(x).argmax(1)
    wanted = [(chosen[y == c] == c).float().mean().item() for c in range(3)]
    assert recall == pytest.approx(wanted)


def test_recall_of_one_logit(decide):
    recall = Recall().measure(decide)["recall/train"]
    x, y = decide.train["x"], decide.train["y"]
    model = decide.models["main"]
    with forward.untouched(model):
        chosen = (model(x)[:, 0] > 0).long()
    assert recall == pytest.approx([(chosen[y == c] == c).float().mean().item() for c in range(2)])


def test_nobody_asks_for_targets_where_there_are_none(forge):
    assert Targets().measure(forge) == {}
    assert Recall().measure(forge) == {}
    assert set(vitals_of(Vitals().measure(forge))) == {"z", "paint", "x", "judge"}


def test_targets_are_summed_up_once(classify, estimate):
    probe = Targets()
    first = probe.measure(classify)
    assert first["targets/counts"].tolist() == [7, 7, 6]
    assert probe.measure(classify)["targets/counts"] is first["targets/counts"]
    found = probe.measure(estimate)
    y = estimate.train["y"]
    assert found["targets/range"] == pytest.approx([y.min().item(), y.max().item()])


COUNTS = np.array([30, 10])
LABELS = torch.tensor([0] * 30 + [1] * 10)


@pytest.mark.parametrize(
    ("loss", "single", "function"),
    [
        ("cross_entropy", False, lambda out: F.cross_entropy(out.expand(40, 2), LABELS)),
        (
            "bce_with_logits",
            True,
            lambda out: F.binary_cross_entropy_with_logits(out[1].expand(40), LABELS.float()),
        ),
        ("mse", True, lambda out: F.mse_loss(out[1].expand(40), LABELS.float())),
        ("mse", False, lambda out: F.mse_loss(out.expand(40, 2), F.one_hot(LABELS).float())),
        (
            "smooth_l1",
            False,
            lambda out: F.smooth_l1_loss(out.expand(40, 2), F.one_hot(LABELS).float()),
        ),
    ],
)
def test_the_baseline_is_the_least_loss_of_one_answer_for_all(loss, single, function):
    """Torch looks for the best constant answer by itself and finds the same loss."""
    answer = torch.zeros(2, requires_grad=True)
    optimizer = torch.optim.LBFGS([answer], max_iter=200, line_search_fn="strong_wolfe")

    def closure():
        optimizer.zero_grad()
        value = function(answer)
        value.backward()
        return value

    optimizer.step(closure)
    assert baseline_of_classes(COUNTS, loss, single) == pytest.approx(
        function(answer).item(), rel=1e-3
    )


def test_the_baseline_of_numbers_is_their_spread():
    values = torch.tensor([[1.0], [2.0], [6.0]], dtype=torch.float64)
    assert baseline_of_numbers(values, "mse") == pytest.approx(values.var(correction=0).item())
    assert baseline_of_numbers(values, "l1") == pytest.approx((1 + 0 + 4) / 3)
