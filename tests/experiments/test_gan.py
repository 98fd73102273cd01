"""Adversarial training: the losses are the formula's, and each network learns from its own."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from games import after, game, kinds, weights

from playground.build.modules import build
from playground.check.check import check
from playground.document import edits
from playground.experiments._adversarial import descend, draw, energy_distance, modes
from playground.train.controls import Controls
from playground.train.result import train
from playground.train.session import Session


@pytest.fixture(autouse=True)
def one_core():
    cores = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(cores)


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


@pytest.mark.parametrize("player", ["generator", "discriminator"])
def test_one_player_may_learn_alone(player):
    document = game()
    start = build(document)
    session, snapshot = after(document, 3, Controls(players=player))
    assert {"loss/generator", "loss/discriminator"} <= set(snapshot.scalars)
    for role in ("generator", "discriminator"):
        stays = torch.equal(weights(session.models, role), weights(start, role))
        assert stays == (role != player)


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
