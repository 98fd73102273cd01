"""Autoencoders: what is compared with what, the terms of the ELBO, and what is refused."""

from __future__ import annotations

from itertools import islice, pairwise

import pytest
import torch
from torch.distributions import Bernoulli, Normal, kl_divergence
from torch.nn import functional as F

from playground.check.check import check
from playground.document import edits
from playground.document.model import Document, ModelSpec
from playground.errors import TrainError
from playground.experiments._elbo import divergence, draw_code, surprise
from playground.train.cadence import StepCadence
from playground.train.result import train
from playground.train.session import Session


@pytest.fixture(autouse=True)
def one_core():
    cores = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(cores)


def line(*nodes):
    return [[f"{a['id']}.out", f"{b['id']}.in"] for a, b in pairwise(nodes)]


def linear(id, n):
    return {"id": id, "block": "linear", "params": {"out_features": n}}


def narrow(*, code=2, back=4, data="iris", **params) -> Document:
    """An autoencoder of flowers."""
    nodes = [
        {"id": "x", "block": "input"},
        linear("narrow", code),
        {"id": "act", "block": "tanh"},
        linear("back", back),
    ]
    return Document.model_validate(
        {
            "data": {"dataset": data},
            "nodes": nodes,
            "wires": line(*nodes),
            "train": {
                "experiment": "autoencoder",
                "models": {"main": {"input": "x", "output": "back"}},
                "params": params,
                "steps": 20,
            },
        }
    )


def cloudy(*, latent=1, told=None, back=4, start="noise", **params) -> Document:
    """A variational autoencoder of flowers."""
    writer = [
        {"id": "x", "block": "input"},
        linear("hidden", 8),
        {"id": "act", "block": "tanh"},
        linear("told", 2 * latent if told is None else told),
    ]
    first = {"block": "noise", "params": {"features": latent}} if start == "noise" else {}
    reader = [
        {"id": "z", **(first or {"block": start})},
        linear("open", 8),
        {"id": "open_act", "block": "tanh"},
        linear("back", back),
    ]
    return Document.model_validate(
        {
            "data": {"dataset": "iris"},
            "nodes": [*writer, *reader],
            "wires": [*line(*writer), *line(*reader)],
            "train": {
                "experiment": "vae",
                "models": {
                    "encoder": {"input": "x", "output": "told"},
                    "decoder": {"input": "z", "output": "back"},
                },
                "params": {"loss": "mse", **params},
                "steps": 20,
                "seed": 5,
            },
        }
    )


def first_step(document: Document):
    session = Session(document, device="cpu", cadence=StepCadence(every=1))
    return list(islice(session.steps(), 2))[-1].scalars


def kinds(document: Document) -> list[str]:
    return [problem.kind for problem in check(document).problems]


# --- autoencoder ----------------------------------------------------------------------------------


def test_the_input_is_what_is_to_be_given_back():
    document = narrow()
    fresh = Session(document, device="cpu")
    (x,) = next(fresh.run.batches("x", batch_size=32))
    wanted = F.mse_loss(fresh.models["main"](x), x)
    assert first_step(document)["loss/train"] == pytest.approx(wanted.item())


def test_the_test_loss_is_the_mean_over_all_test_samples():
    result = train(narrow(lr=0.02), steps=100, device="cpu")
    x = Session(narrow(), device="cpu").run.test["x"]
    wanted = F.mse_loss(result.models["main"](x), x)
    assert result.metrics["loss/test"] == pytest.approx(wanted.item(), rel=1e-5)
    assert result.metrics["loss/test"] < 0.5 * result.history["loss/test"][1][0]


def test_probabilities_are_asked_of_shares_only():
    with pytest.raises(TrainError, match="bce_with_logits compares probabilities"):
        train(narrow(loss="bce_with_logits"), steps=1, device="cpu")


def test_a_good_autoencoder_has_no_problem():
    assert kinds(narrow()) == []


def test_an_output_of_another_shape_is_a_problem_with_a_repair():
    document = narrow(back=3)
    (problem,) = check(document).problems
    assert (problem.kind, problem.node) == ("not_the_shape_of_the_data", "back")
    assert kinds(problem.fixes[0].edit(document)) == []


def test_labels_cannot_be_given_back():
    document = edits.set_param(narrow(), "x", "field", "y")
    problem = next(p for p in check(document).problems if p.kind == "gives_back_symbols")
    assert problem.node == "x"
    assert "gives_back_symbols" not in kinds(problem.fixes[0].edit(document))


def test_an_autoencoder_of_noise_is_a_problem_with_a_repair():
    start = narrow().node("x").with_(block="noise", params={"features": 4})
    document = edits.replace_node(narrow(), start)
    (problem,) = check(document).problems
    assert (problem.kind, problem.node) == ("reads_no_single_field", "x")
    assert kinds(problem.fixes[0].edit(document)) == []


# --- variational ----------------------------------------------------------------------------------


def test_the_divergence_is_that_of_torch():
    generator = torch.Generator().manual_seed(0)
    mean, log_variance = torch.randn(2, 7, 3, generator=generator)
    wanted = kl_divergence(Normal(mean, (0.5 * log_variance).exp()), Normal(0.0, 1.0)).sum(1)
    assert torch.allclose(divergence(mean, log_variance), wanted, atol=1e-6)


def test_the_surprise_is_the_log_likelihood_of_torch():
    generator = torch.Generator().manual_seed(0)
    back = torch.randn(5, 1, 2, 3, generator=generator)
    x = torch.rand(5, 1, 2, 3, generator=generator)
    wanted = -Normal(back, 0.3).log_prob(x).flatten(1).sum(1)
    assert torch.allclose(surprise("mse", back, x, 0.3), wanted, rtol=1e-5)
    ink = (x > 0.5).float()
    wanted = -Bernoulli(logits=back).log_prob(ink).flatten(1).sum(1)
    assert torch.allclose(surprise("bce_with_logits", back, ink), wanted, rtol=1e-5)


def test_codes_have_the_mean_and_the_variance_and_let_gradients_through():
    mean = torch.full((20000, 1), 2.0, requires_grad=True)
    log_variance = torch.full((20000, 1), -1.0, requires_grad=True)
    z = draw_code(mean, log_variance, torch.Generator().manual_seed(0))
    assert z.mean().item() == pytest.approx(2.0, abs=0.02)
    assert z.var().item() == pytest.approx(torch.tensor(-1.0).exp().item(), rel=0.03)
    z.sum().backward()
    assert torch.equal(mean.grad, torch.ones_like(mean))
    assert torch.allclose(log_variance.grad, 0.5 * (z - mean).detach(), atol=1e-5)


@pytest.mark.parametrize("beta", [0.0, 1.0, 4.0])
def test_the_loss_is_the_reconstruction_and_beta_times_the_divergence(beta):
    document = cloudy(latent=2, beta=beta)
    fresh = Session(document, device="cpu")
    (x,) = next(fresh.run.batches("x", batch_size=32))
    mean, log_variance = fresh.models["encoder"](x).chunk(2, dim=1)
    noise = torch.randn(32, 2, generator=torch.Generator().manual_seed(5))
    back = fresh.models["decoder"](mean + (log_variance / 2).exp() * noise)
    nats = -Normal(back, 1.0).log_prob(x).sum(1)
    apart = kl_divergence(Normal(mean, (log_variance / 2).exp()), Normal(0.0, 1.0)).sum(1)
    wanted = (nats + beta * apart).mean().item()
    assert first_step(document)["loss/train"] == pytest.approx(wanted, rel=1e-5)


def test_a_code_of_one_number_learns_and_says_its_terms():
    result = train(cloudy(latent=1, lr=0.02, deviation=0.5), steps=150, device="cpu")
    found = result.metrics
    sum_ = found["reconstruction/test"] + found["kl/test"]
    assert found["negative_elbo/test"] == pytest.approx(sum_)
    assert found["loss/test"] == pytest.approx(sum_)
    assert found["kl/test"] > 0.3
    assert found["negative_elbo/test"] < result.history["negative_elbo/test"][1][0] - 0.5


def test_both_networks_learn_and_two_runs_are_the_same():
    def weights(models, role):
        return torch.cat([p.detach().flatten() for p in models[role].parameters()])

    start = Session(cloudy(), device="cpu").models
    first, second = (train(cloudy(), steps=5, device="cpu").models for _ in range(2))
    for role in ("encoder", "decoder"):
        assert torch.equal(weights(first, role), weights(second, role))
        assert not torch.equal(weights(first, role), weights(start, role))


def test_a_good_vae_has_no_problem():
    assert kinds(cloudy()) == []


@pytest.mark.parametrize("told", [1, 3, 6])
def test_the_encoder_says_two_numbers_for_each_of_the_code(told):
    document = cloudy(latent=1, told=told)
    (problem,) = check(document).problems
    assert (problem.kind, problem.node) == ("code_shape", "told")
    assert all(kinds(fix.edit(document)) == [] for fix in problem.fixes)
    assert len(problem.fixes) == (2 if told == 6 else 1)


def test_a_decoder_that_gives_another_shape_is_a_problem_with_a_repair():
    document = cloudy(back=5)
    (problem,) = check(document).problems
    assert (problem.kind, problem.node) == ("not_the_shape_of_the_data", "back")
    assert kinds(problem.fixes[0].edit(document)) == []


def test_a_decoder_that_reads_data_is_a_problem_with_a_repair():
    document = cloudy(start="input", latent=8)
    problem = next(p for p in check(document).problems if p.kind == "decoder_input")
    assert problem.node == "z"
    assert "decoder_input" not in kinds(problem.fixes[0].edit(document))


def test_the_models_of_a_vae_are_found_from_where_they_start():
    document = edits.set_train(cloudy(), models={})
    (problem,) = check(document).problems
    mended = problem.fixes[0].edit(document)
    assert mended.train.models["encoder"] == ModelSpec(input="x", output="told")
    assert mended.train.models["decoder"] == ModelSpec(input="z", output="back")
