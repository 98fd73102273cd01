"""Adversarial training: the losses are the formula's, and each network learns from its own."""

from __future__ import annotations

from itertools import islice, pairwise

import numpy as np
import pytest
import torch

from playground.build.modules import build
from playground.check.check import check
from playground.document import edits
from playground.document.model import DataSpec, Document, Node, Wire
from playground.experiments._adversarial import Pair, descend, draw, energy_distance, modes
from playground.telemetry.probes.samples import Samples
from playground.train.cadence import StepCadence
from playground.train.controls import Controls, Steering
from playground.train.result import train
from playground.train.session import Session


@pytest.fixture(autouse=True)
def one_core():
    cores = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(cores)


def game(*, made=2, verdict=1, source="noise", data=None, seed=3, **params) -> Document:
    """A small generator and a small discriminator of points in the plane."""
    start = (
        {"block": "noise", "params": {"features": 4}} if source == "noise" else {"block": source}
    )
    forger = [
        {"id": "z", **start},
        {"id": "gen", "block": "linear", "params": {"out_features": 16}},
        {"id": "gen_act", "block": "relu"},
        {"id": "fake", "block": "linear", "params": {"out_features": made}},
    ]
    judge = [
        {"id": "x", "block": "input"},
        {"id": "dis", "block": "linear", "params": {"out_features": 16}},
        {"id": "dis_act", "block": "leaky_relu"},
        {"id": "verdict", "block": "linear", "params": {"out_features": verdict}},
    ]
    lines = [[n["id"] for n in nodes] for nodes in (forger, judge)]
    return Document.model_validate(
        {
            "data": {"dataset": "ring", "params": {"num_samples": 200, **(data or {})}},
            "nodes": [*forger, *judge],
            "wires": [[f"{a}.out", f"{b}.in"] for line in lines for a, b in pairwise(line)],
            "train": {
                "experiment": "gan",
                "models": {
                    "generator": {"input": "z", "output": "fake"},
                    "discriminator": {"input": "x", "output": "verdict"},
                },
                "params": {"batch_size": 20, **params},
                "steps": 50,
                "seed": seed,
            },
        }
    )


def after(document: Document, steps: int, controls: Controls | None = None):
    """A session after some steps, and its newest snapshot."""
    session = Session(
        document, device="cpu", steering=Steering(controls), cadence=StepCadence(every=1)
    )
    snapshots = list(islice(session.steps(), steps + 1))
    return session, snapshots[-1]


def weights(models, role):
    return torch.cat([p.detach().flatten() for p in models[role].parameters()])


def kinds(document: Document) -> list[str]:
    return [problem.kind for problem in check(document).problems]


def test_the_first_losses_are_those_of_the_formula():
    document = game()
    _, snapshot = after(document, 1)

    fresh = Session(document, device="cpu")
    generator, discriminator = fresh.models["generator"], fresh.models["discriminator"]
    (real,) = next(fresh.run.batches("x", batch_size=20))
    noise = torch.Generator().manual_seed(3)
    with torch.no_grad():
        fake = generator(torch.randn(20, 4, generator=noise))
        on_real = -torch.log(torch.sigmoid(discriminator(real))).mean()
        on_fake = -torch.log(1 - torch.sigmoid(discriminator(fake))).mean()
    assert snapshot.scalars["loss/discriminator"] == pytest.approx((on_real + on_fake).item())

    # the generator is judged by the discriminator that has just learned
    judge = after(document, 1)[0].models["discriminator"]
    with torch.no_grad():
        fooled = torch.sigmoid(judge(generator(torch.randn(20, 4, generator=noise))))
    assert snapshot.scalars["loss/generator"] == pytest.approx(-torch.log(fooled).mean().item())


def test_label_smoothing_is_the_loss_of_torch_with_softer_targets():
    document = game(label_smoothing=0.2)
    _, snapshot = after(document, 1)
    fresh = Session(document, device="cpu")
    (real,) = next(fresh.run.batches("x", batch_size=20))
    noise = torch.Generator().manual_seed(3)
    judge = fresh.models["discriminator"]
    bce = torch.nn.functional.binary_cross_entropy_with_logits
    with torch.no_grad():
        fake = fresh.models["generator"](torch.randn(20, 4, generator=noise))
        wanted = bce(judge(real), torch.full((20, 1), 0.8)) + bce(judge(fake), torch.zeros(20, 1))
    assert snapshot.scalars["loss/discriminator"] == pytest.approx(wanted.item())


def test_a_loss_leaves_no_gradient_in_the_other_network():
    generator, discriminator = torch.nn.Linear(4, 2), torch.nn.Linear(2, 1)
    before = discriminator.weight.clone()
    optimizer = torch.optim.SGD(generator.parameters(), lr=0.1)
    loss = discriminator(generator(torch.ones(3, 4))).mean()
    descend(optimizer, loss)
    assert generator.weight.grad is not None
    assert discriminator.weight.grad is None
    assert torch.equal(discriminator.weight, before)


def test_it_learns_the_data_and_finds_both_modes():
    document = game(
        data={"num_modes": 2, "std": 0.3, "num_samples": 500},
        lr_generator=0.005,
        lr_discriminator=0.005,
        batch_size=64,
    )
    result = train(document, steps=600, device="cpu")
    _, distance = result.history["distance/test"]
    assert distance[-1] < 0.4 * distance[0]
    assert result.metrics["modes"] == 2
    assert result.metrics["high_quality"] > 0.6


def test_two_runs_give_the_same_weights_to_the_last_bit():
    first, second = (after(game(), 20)[0].models for _ in range(2))
    for role in ("generator", "discriminator"):
        assert torch.equal(weights(first, role), weights(second, role))


def test_a_learning_rate_set_in_the_run_reaches_both_networks():
    document = game(lr_generator=0.01, lr_discriminator=0.02)
    start = build(document)
    session, snapshot = after(document, 5, Controls(lr=0.0))
    assert snapshot.scalars["lr"] == 0.0
    for role in ("generator", "discriminator"):
        assert torch.equal(weights(session.models, role), weights(start, role))


def test_the_discriminator_trains_as_often_as_it_is_told():
    slow, fast = (after(game(discriminator_steps=n), 1)[0].run.epoch for n in (1, 3))
    assert fast == pytest.approx(3 * slow)


def test_a_frozen_generator_stays_and_the_discriminator_learns():
    document = edits.set_frozen(game(), ["gen", "fake"])
    start = build(document)
    session, _ = after(document, 3)
    assert torch.equal(weights(session.models, "generator"), weights(start, "generator"))
    assert not torch.equal(
        weights(session.models, "discriminator"), weights(start, "discriminator")
    )


@pytest.mark.parametrize("optimizer", ["adam", "adamw", "rmsprop", "sgd", "adagrad"])
def test_every_optimizer_moves_both_networks(optimizer):
    document = game(optimizer=optimizer)
    start = build(document)
    session, _ = after(document, 2)
    for role in ("generator", "discriminator"):
        assert not torch.equal(weights(session.models, role), weights(start, role))


def test_data_without_test_samples_has_no_distance():
    _, snapshot = after(game(data={"test_share": 0.0}), 1)
    assert "distance/test" not in snapshot.scalars
    assert "modes" in snapshot.scalars


def test_a_good_game_has_no_problem():
    assert kinds(game()) == []


def test_samples_of_another_shape_are_a_problem_with_a_repair():
    document = game(made=3)
    (problem,) = check(document).problems
    assert (problem.kind, problem.node) == ("sample_shape", "fake")
    assert "3" in problem.message
    assert "2" in problem.message
    assert kinds(problem.fixes[0].edit(document)) == []


def test_a_verdict_of_several_numbers_is_a_problem_with_a_repair():
    document = game(verdict=2)
    (problem,) = check(document).problems
    assert (problem.kind, problem.node) == ("verdict_shape", "verdict")
    assert kinds(problem.fixes[0].edit(document)) == []


def test_a_generator_that_reads_data_is_a_problem():
    assert kinds(game(source="input")) == ["generator_reads_data"]


def test_a_discriminator_that_judges_noise_is_a_problem():
    document = game()
    start = document.node("x").with_(block="noise", params={"features": 2})
    assert "discriminator_input" in kinds(edits.replace_node(document, start))


def test_a_batch_larger_than_the_data_is_refused_before_training():
    (problem,) = check(game(batch_size=161)).problems
    assert (problem.kind, problem.place) == ("batch_too_large", "train.params.batch_size")
    assert "161" in problem.message
    assert "160" in problem.message
    assert kinds(problem.fixes[0].edit(game(batch_size=161))) == []


def test_noise_has_the_asked_shapes_and_depends_on_the_seed_alone():
    first, second = (draw([(4,), (2, 3)], 5, torch.Generator().manual_seed(1)) for _ in range(2))
    assert [tuple(t.shape) for t in first] == [(5, 4), (5, 2, 3)]
    assert all(torch.equal(a, b) for a, b in zip(first, second, strict=True))


def test_energy_distance_of_two_points_and_of_equal_samples():
    a = torch.zeros(1, 2)
    assert energy_distance(a, torch.tensor([[3.0, 4.0]])) == pytest.approx(np.sqrt(2 * 5))
    many = torch.randn(50, 1, 4, 4, generator=torch.Generator().manual_seed(0))
    assert energy_distance(many, many) == pytest.approx(0, abs=1e-3)


def test_a_mode_counts_from_one_percent_of_the_samples_on():
    centres = torch.tensor([[0.0, 0.0], [10.0, 0.0], [20.0, 0.0]])
    samples = torch.zeros(200, 2)
    samples[:2, 0] = 10.5  # exactly 1 %
    samples[2, 0] = 20.0  # too few
    samples[3, 0] = 5.0  # between two clouds
    assert modes(samples, centres, reach=1.0) == (2, pytest.approx(199 / 200))


# --- other losses ---------------------------------------------------------------------------------


def first_losses(document: Document) -> dict[str, float]:
    """Losses of the first step, in plain formulas."""
    fresh = Session(document, device="cpu")
    judge = fresh.models["discriminator"]
    (real,) = next(fresh.run.batches("x", batch_size=20))
    noise = torch.Generator().manual_seed(3)
    with torch.no_grad():
        fake = fresh.models["generator"](torch.randn(20, 4, generator=noise))
    share = torch.rand(20, 1, generator=noise)
    between = (real + share * (fake - real)).requires_grad_()
    slopes = torch.autograd.grad(judge(between).sum(), between)[0].norm(dim=1)
    with torch.no_grad():
        on_real, on_fake = judge(real), judge(fake)
    return {
        "least_squares": (((on_real - 1) ** 2).mean() + (on_fake**2).mean()).item() / 2,
        "smooth": (((on_real - 0.8) ** 2).mean() + (on_fake**2).mean()).item() / 2,
        "wgan_gp": (on_fake.mean() - on_real.mean() + 10 * ((slopes - 1) ** 2).mean()).item(),
        "free": (on_fake.mean() - on_real.mean()).item(),
    }


@pytest.mark.parametrize(
    ("name", "params"),
    [
        ("least_squares", {"loss": "least_squares"}),
        ("smooth", {"loss": "least_squares", "label_smoothing": 0.2}),
        ("wgan_gp", {"loss": "wgan_gp"}),
        ("free", {"loss": "wgan_gp", "gradient_penalty": 0.0}),
    ],
)
def test_the_discriminators_loss_is_that_of_the_formula(name, params):
    document = game(**params)
    _, snapshot = after(document, 1)
    assert snapshot.scalars["loss/discriminator"] == pytest.approx(first_losses(document)[name])


@pytest.mark.parametrize("loss", ["least_squares", "wgan_gp"])
def test_the_generators_loss_is_that_of_the_formula(loss):
    document = game(loss=loss)
    judged, snapshot = after(document, 1)
    forger = Session(document, device="cpu").models["generator"]
    noise = torch.Generator().manual_seed(3)
    torch.randn(20, 4, generator=noise)  # what the discriminator saw
    if loss == "wgan_gp":
        torch.rand(20, 1, generator=noise)  # where its slope was measured
    with torch.no_grad():
        said = judged.models["discriminator"](forger(torch.randn(20, 4, generator=noise)))
    wanted = ((said - 1) ** 2).mean() / 2 if loss == "least_squares" else -said.mean()
    assert snapshot.scalars["loss/generator"] == pytest.approx(wanted.item())


def test_the_slope_of_a_linear_critic_is_the_length_of_its_weights():
    document = game(loss="wgan_gp")
    session = Session(document, device="cpu")
    pair = Pair(session.run)
    pair.discriminator = torch.nn.Linear(2, 1)
    with torch.no_grad():
        pair.discriminator.weight.copy_(torch.tensor([[3.0, 4.0]]))
    some = [torch.randn(6, 2)]
    slope = pair.slope(some, [torch.zeros(6, 2)], torch.Generator().manual_seed(0))
    assert slope.tolist() == pytest.approx([5.0] * 6)
    ((slope - 1) ** 2).mean().backward()
    assert pair.discriminator.weight.grad is not None


@pytest.mark.parametrize("loss", ["least_squares", "wgan_gp"])
def test_the_other_losses_learn_the_data_too(loss):
    document = game(
        data={"num_modes": 2, "std": 0.3, "num_samples": 500},
        loss=loss,
        lr_generator=0.001,
        lr_discriminator=0.005,
        discriminator_steps=3,
        beta1=0.0,
        batch_size=64,
    )
    _, distance = train(document, steps=500, device="cpu").history["distance/test"]
    assert distance[-1] < 0.5 * distance[0]


def with_norm(document: Document, block: str = "batch_norm1d") -> Document:
    (wire,) = (w for w in document.wires if w.source == "dis")
    return edits.insert_on_wire(document, wire, Node(id="norm", block=block))


def test_batch_norm_in_a_critic_is_a_warning_with_a_repair():
    document = with_norm(game(loss="wgan_gp"))
    (problem,) = check(document).problems
    assert (problem.kind, problem.node) == ("batch_norm_in_critic", "norm")
    assert problem.severity == "warning"
    mended = problem.fixes[0].edit(document)
    assert mended.node("norm").block == "layer_norm"
    assert kinds(mended) == []


def test_batch_norm_is_fine_elsewhere():
    assert kinds(with_norm(game())) == []
    document = game(loss="wgan_gp")
    (wire,) = (w for w in document.wires if w.source == "gen")
    assert kinds(edits.insert_on_wire(document, wire, Node(id="norm", block="batch_norm1d"))) == []


def test_smoothing_labels_that_are_not_there_is_a_warning_with_a_repair():
    document = game(loss="wgan_gp", label_smoothing=0.1)
    (problem,) = check(document).problems
    assert (problem.kind, problem.severity) == ("smoothing_without_labels", "warning")
    assert kinds(problem.fixes[0].edit(document)) == []


# --- by class -------------------------------------------------------------------------------------


def asked(*, generator=True, discriminator=True, one_hot=True, first="z") -> Document:
    """The small game with a label for both networks, joined with noise and with the sample."""
    document = game(data=None)
    document = document.with_(
        data=DataSpec(
            dataset="moons",
            params={"num_samples": 200, "noise": 0.02, **({"one_hot": True} if one_hot else {})},
        )
    )
    told = {"generator": generator, "discriminator": discriminator}
    document = edits.add_node(document, Node(id="label", block="input", params={"field": "y"}))
    for role, source, target in (("generator", "z", "gen"), ("discriminator", "x", "dis")):
        if not told[role]:
            continue
        (wire,) = (w for w in document.wires if (w.source, w.target) == (source, target))
        joined = Node(id=f"both_{target}", block="concat")
        document = edits.insert_on_wire(document, wire, joined)
        document = edits.connect(document, Wire(source="label", target=joined.id))
        spec = document.train.models[role]
        inputs = (source, "label") if first != "label" else ("label", source)
        models = {**document.train.models, role: spec.with_(input=inputs)}
        document = edits.set_train(document, models=models)
    if not any(told.values()):
        document = edits.remove_nodes(document, ["label"])
    return document


@pytest.mark.parametrize("first", ["z", "label"])
def test_both_networks_may_read_the_label(first):
    assert kinds(asked(first=first)) == []
    session, snapshot = after(asked(first=first), 3)
    assert np.isfinite(snapshot.scalars["loss/generator"])
    assert "distance/test" in snapshot.scalars
    pair = Pair(session.run)
    assert pair.field == "x"
    real = next(session.run.batches(*pair.fields, batch_size=8))
    fake = pair.forge(real, torch.Generator().manual_seed(0))
    labels = pair.fields.index("y")
    assert fake[labels] is real[labels], "forged for the labels of the real ones"
    assert fake[1 - labels].shape == (8, 2)


def test_it_forges_what_it_is_asked_for():
    document = edits.set_train(
        asked(), params={"batch_size": 100, "lr_generator": 0.005, "lr_discriminator": 0.005}
    )
    result = train(document, steps=500, device="cpu")
    noise = torch.randn(300, 4, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        upper, lower = (
            result.models["generator"](noise, torch.eye(2)[[label]].expand(300, 2)).mean(0)
            for label in (0, 1)
        )
    assert upper[1] - lower[1] > 0.5, "the upper moon lies above the lower one"


def test_the_view_of_samples_shows_real_ones_beside_forged_ones_of_the_same_label():
    session, _ = after(asked(first="label"), 1)
    session.steering.probes = frozenset({Samples(count=6)})
    arrays = session.run.look().arrays
    assert arrays["samples/real"].shape == arrays["samples/fake"].shape == (6, 2)
    assert np.array_equal(arrays["samples/real"], session.run.train["x"][:6].numpy())


@pytest.mark.parametrize("role", ["generator", "discriminator"])
def test_a_label_that_only_one_of_them_knows_is_a_problem(role):
    document = asked(**{role: False})
    (problem,) = check(document).problems
    assert (problem.kind, problem.node) == ("one_sided_condition", "label")


def test_a_label_that_is_no_tensor_of_numbers_does_not_enter():
    assert not check(asked(one_hot=False)).ok


def test_a_label_alone_is_no_start_for_a_generator():
    document = asked()
    spec = document.train.models["generator"]
    (wire,) = (w for w in document.wires if w.source == "z")
    document = edits.remove_nodes(edits.disconnect(document, wire), ["z"])
    models = {**document.train.models, "generator": spec.with_(input="label")}
    assert kinds(edits.set_train(document, models=models)) == ["generator_without_noise"]
