"""Supervised learning: it learns, its numbers are right, and it says what does not fit."""

from __future__ import annotations

from itertools import islice, pairwise

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from playground.check.check import check
from playground.document.model import Document
from playground.registry import experiments
from playground.train.cadence import StepCadence
from playground.train.result import train
from playground.train.session import Session


@pytest.fixture(autouse=True)
def one_core():
    cores = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(cores)


def network(
    data="xor", outputs=1, hidden=8, last=(), norm=False, steps=400, data_params=None, **params
) -> Document:
    nodes = [
        {"id": "x", "block": "input"},
        {"id": "hidden", "block": "linear", "params": {"out_features": hidden}},
        *([{"id": "norm", "block": "batch_norm1d"}] if norm else []),
        {"id": "act", "block": "tanh"},
        {"id": "out", "block": "linear", "params": {"out_features": outputs}},
        *({"id": key, "block": key} for key in last),
    ]
    ids = [node["id"] for node in nodes]
    return Document.model_validate(
        {
            "data": {"dataset": data, "params": data_params or {}},
            "nodes": nodes,
            "wires": [[f"{a}.out", f"{b}.in"] for a, b in pairwise(ids)],
            "train": {
                "models": {"main": {"input": "x", "output": ids[-1]}},
                "params": params,
                "steps": steps,
                "seed": 7,
            },
        }
    )


def xor(**params) -> Document:
    return network(**{"loss": "bce_with_logits", "lr": 0.03, **params})


def kinds(document: Document) -> list[str]:
    return [problem.kind for problem in check(document).problems]


def problem(document: Document, kind: str):
    return next(p for p in check(document).problems if p.kind == kind)


def weights_after(document: Document, steps: int) -> dict[str, torch.Tensor]:
    session = Session(document)
    list(islice(session.steps(), steps + 1))
    return {n: t.clone() for n, t in session.models["main"].state_dict().items()}


# --- learning --------------------


@pytest.mark.parametrize(
    ("optimizer", "lr"),
    [("sgd", 0.5), ("adam", 0.03), ("adamw", 0.03), ("rmsprop", 0.01), ("adagrad", 0.1)],
)
def test_every_optimiser_learns_xor(optimizer, lr):
    result = train(xor(optimizer=optimizer, lr=lr, steps=800))
    assert result.metrics["accuracy/test"] > 0.9


@pytest.mark.parametrize("loss", ["bce_with_logits", "mse", "l1", "smooth_l1"])
def test_every_loss_learns_two_classes_with_one_output(loss):
    result = train(xor(loss=loss, steps=800))
    assert result.metrics["accuracy/test"] > 0.9


@pytest.mark.parametrize("loss", ["cross_entropy", "bce_with_logits", "mse"])
def test_one_output_a_class_learns_too(loss):
    result = train(network("iris", outputs=3, loss=loss, lr=0.02, steps=400))
    assert result.metrics["accuracy/test"] > 0.85
    assert result.metrics["accuracy/train"] > 0.9


@pytest.mark.parametrize("loss", ["mse", "l1", "smooth_l1"])
def test_regression_learns_a_plane(loss):
    metrics = train(network("plane", loss=loss, lr=0.02, steps=600)).metrics
    assert metrics["r2/test"] > 0.9
    assert "accuracy/test" not in metrics


def test_one_hot_targets_learn_with_cross_entropy():
    doc = network("iris", outputs=3, data_params={"one_hot": True}, loss="cross_entropy", lr=0.02)
    assert train(doc).metrics["accuracy/test"] > 0.85


def test_every_schedule_learns_and_is_shown_as_the_learning_rate():
    for schedule in ("constant", "step", "cosine", "one_cycle", "warmup"):
        result = train(xor(schedule=schedule, steps=600))
        assert result.metrics["accuracy/test"] > 0.85, schedule
    rates = train(xor(schedule="cosine", steps=600)).history["lr"][1]
    assert rates[0] == pytest.approx(0.03)
    assert rates[-1] < 1e-4
    assert (np.diff(rates) <= 0).all()


# --- the arithmetic of a step --------------------


def gradient_step(document: Document) -> tuple[dict, dict, dict]:
    """First weights, weights after one step of plain descent, and the gradient of the bare loss."""
    session = Session(document)
    model = session.models["main"]
    before = {n: p.detach().clone() for n, p in model.named_parameters()}
    x, y = next(Session(document).run.batches("x", "y", batch_size=32))
    loss = F.binary_cross_entropy_with_logits(model(x), y.float().unsqueeze(1))
    gradient = dict(zip(before, torch.autograd.grad(loss, list(model.parameters())), strict=True))
    list(islice(session.steps(), 2))
    return before, {n: p.detach() for n, p in model.named_parameters()}, gradient


def test_a_step_of_gradient_descent_is_the_one_computed_by_hand():
    before, after, gradient = gradient_step(xor(optimizer="sgd", lr=0.1))
    for name in before:
        torch.testing.assert_close(after[name], before[name] - 0.1 * gradient[name])


def test_l1_adds_the_sign_of_each_weight_but_not_of_biases():
    before, after, gradient = gradient_step(xor(optimizer="sgd", lr=0.1, l1=0.05))
    for name in before:
        penalty = 0.05 * before[name].sign() if name.endswith("weight") else 0.0
        torch.testing.assert_close(after[name], before[name] - 0.1 * (gradient[name] + penalty))


def test_l2_adds_each_parameter_itself():
    before, after, gradient = gradient_step(xor(optimizer="sgd", lr=0.1, weight_decay=0.5))
    for name in before:
        expected = before[name] - 0.1 * (gradient[name] + 0.5 * before[name])
        torch.testing.assert_close(after[name], expected)


def test_clipping_shortens_the_gradient_to_its_limit():
    before, after, gradient = gradient_step(xor(optimizer="sgd", lr=1.0, clip_grad_norm=0.001))
    norm = torch.cat([g.flatten() for g in gradient.values()]).norm()
    assert norm > 0.001
    for name in before:
        torch.testing.assert_close(
            after[name], before[name] - gradient[name] * 0.001 / (norm + 1e-6), rtol=1e-4, atol=1e-7
        )


def test_the_shown_training_loss_is_the_bare_loss_without_the_penalty():
    plain = train(xor(), steps=1).metrics["loss/train"]
    assert train(xor(l1=1.0), steps=1).metrics["loss/train"] == plain


# --- metrics --------------------


def test_regression_metrics_are_those_of_scikit_learn():
    from sklearn.metrics import mean_absolute_error, r2_score

    session = Session(network("diabetes", hidden=16, loss="mse"), cadence=StepCadence(100))
    scalars = list(islice(session.steps(), 101))[-1].scalars
    run = session.run
    with torch.no_grad():
        outputs = run.models["main"].eval()(run.test["x"]).numpy()
    truth = run.test["y"].numpy()
    assert scalars["mae/test"] == pytest.approx(mean_absolute_error(truth, outputs), rel=1e-5)
    assert scalars["r2/test"] == pytest.approx(r2_score(truth, outputs), rel=1e-4)


def test_without_test_samples_only_the_training_is_measured():
    metrics = train(xor(data_params={"test_share": 0.0}), steps=20).metrics
    assert "loss/test" not in metrics
    assert 0.0 <= metrics["accuracy/train"] <= 1.0


def test_evaluating_in_chunks_gives_the_same_numbers(monkeypatch):
    from playground.experiments import supervised

    whole = train(xor(), steps=50).metrics
    monkeypatch.setattr(supervised, "CHUNK", 7)
    chunks = train(xor(), steps=50).metrics
    assert chunks["accuracy/test"] == whole["accuracy/test"]
    assert chunks["loss/test"] == pytest.approx(whole["loss/test"], rel=1e-5)


def test_early_stopping_ends_the_run_with_the_reason_at_the_same_step_whoever_looks():
    document = network(
        "moons",
        hidden=64,
        data_params={"noise": 0.5, "num_samples": 60},
        loss="bce_with_logits",
        lr=0.05,
        early_stopping=5,
        steps=5000,
    )
    often = train(document, cadence=StepCadence(1))
    seldom = train(document, cadence=StepCadence(10**6))
    assert often.reason == "The test loss has not improved for 5 epochs."
    assert often.steps == seldom.steps < 5000
    steps, losses = often.history["loss/test"]
    best = int(np.argmin([loss for step, loss in zip(steps, losses, strict=True) if step % 2 == 0]))
    assert often.steps >= 2 * best


# --- what does not fit --------------------


def fixed(document: Document, kind: str) -> Document:
    repaired = problem(document, kind).fixes[0].edit(document)
    assert kind not in kinds(repaired)
    return repaired


def test_a_network_that_fits_has_no_problems():
    assert kinds(xor()) == []
    assert kinds(network("iris", outputs=3)) == []


def test_cross_entropy_needs_one_output_a_class_and_the_repair_sets_the_last_linear():
    document = network("iris", outputs=5, last=("tanh",))
    found = problem(document, "loss_does_not_fit")
    assert found.message == "cross_entropy needs 3 from the last block, but it gives 5."
    assert found.severity == "error"
    assert fixed(document, "loss_does_not_fit").node("out").params["out_features"] == 3


def test_one_output_for_two_classes_can_also_change_the_loss():
    found = problem(network("xor", loss="cross_entropy"), "loss_does_not_fit")
    titles = [fix.title for fix in found.fixes]
    assert titles[-1] == "Use bce_with_logits"
    assert len(titles) == 2


def test_bce_needs_one_output_for_two_classes_or_one_a_class():
    assert kinds(network("xor", outputs=2, loss="bce_with_logits")) == []
    assert kinds(network("iris", outputs=3, loss="bce_with_logits")) == []
    document = network("iris", outputs=1, loss="bce_with_logits")
    assert fixed(document, "loss_does_not_fit").node("out").params["out_features"] == 3


def test_a_loss_of_classes_does_not_fit_numbers():
    for loss in ("cross_entropy", "bce_with_logits"):
        document = network("diabetes", loss=loss)
        assert "number" in problem(document, "loss_does_not_fit").message
        assert fixed(document, "loss_does_not_fit").train.params["loss"] == "mse"


def test_regression_needs_an_output_of_the_shape_of_the_target():
    document = network("diabetes", outputs=4, loss="mse")
    assert fixed(document, "loss_does_not_fit").node("out").params["out_features"] == 1


def test_a_loss_of_numbers_on_classes_is_a_warning_with_a_better_loss():
    document = xor(loss="mse")
    assert problem(document, "loss_for_numbers").severity == "warning"
    assert fixed(document, "loss_for_numbers").train.params["loss"] == "bce_with_logits"
    document = network("iris", outputs=3, loss="mse")
    assert fixed(document, "loss_for_numbers").train.params["loss"] == "cross_entropy"


@pytest.mark.parametrize(
    ("loss", "outputs", "last"),
    [("cross_entropy", 3, "softmax"), ("bce_with_logits", 3, "sigmoid")],
)
def test_an_activation_that_the_loss_applies_itself_is_a_warning_and_can_be_removed(
    loss, outputs, last
):
    document = network("iris", outputs=outputs, last=(last,), loss=loss)
    assert problem(document, "activation_twice").severity == "warning"
    repaired = fixed(document, "activation_twice")
    assert last not in repaired.by_id
    assert repaired.train.models["main"].output == "out"
    assert kinds(repaired) == []


def test_a_batch_larger_than_the_data_names_both_numbers():
    document = xor(batch_size=1000)
    found = problem(document, "batch_too_large")
    assert found.message == "A batch takes 1000 samples, but there are only 400 to train on."
    assert fixed(document, "batch_too_large").train.params["batch_size"] == 400


def test_batch_norm_cannot_take_batches_of_one():
    document = xor(norm=True, batch_size=1)
    assert problem(document, "batch_of_one").node == "norm"
    assert fixed(document, "batch_of_one").train.params["batch_size"] == 32


def test_a_missing_target_is_named_with_what_there_is():
    document = xor(target="z")
    found = problem(document, "target_missing")
    assert found.message == 'The data has no field "z" to predict; it has: x, y.'
    assert fixed(document, "target_missing").train.params.get("target", "y") == "y"


def test_a_network_without_weights_cannot_be_trained():
    document = Document.model_validate(
        {
            "data": {"dataset": "moons"},
            "nodes": [{"id": "x", "block": "input"}, {"id": "act", "block": "tanh"}],
            "wires": [["x.out", "act.in"]],
            "train": {"models": {"main": {"input": "x", "output": "act"}}},
        }
    )
    assert "nothing_to_train" in kinds(document)


def test_a_document_half_drawn_is_checked_without_a_failure():
    for nodes in ([], [{"id": "x", "block": "input"}]):
        document = Document.model_validate(
            {"nodes": nodes, "train": {"models": {"main": {"input": "x", "output": "gone"}}}}
        )
        report = check(document)
        found = list(experiments.get("supervised").make({}).problems(report))
        assert found == []
