"""Adversarial training with other losses, other data, and labels that both networks read."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from games import after, game, kinds

from playground.check.check import check
from playground.document import edits
from playground.document.model import DataSpec, Document, Node, Wire
from playground.experiments._adversarial import Pair
from playground.telemetry.probes.samples import Samples
from playground.train.result import train
from playground.train.session import Session


@pytest.fixture(autouse=True)
def one_core():
    cores = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(cores)


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


def test_a_critic_that_compares_samples_is_a_warning_with_a_repair():
    document = with_norm(game(loss="wgan_gp"), "minibatch_stddev")
    (problem,) = check(document).problems
    assert (problem.kind, problem.node) == ("batch_norm_in_critic", "norm")
    assert kinds(problem.fixes[0].edit(document)) == []
    assert kinds(with_norm(game(), "minibatch_stddev")) == []


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


# --- other data -----------------------------------------------------------------------------------

DRAWN = "; ".join(f"{n % 7 - 3} {n % 5 - 2} {n % 2}" for n in range(70))


@pytest.mark.parametrize(
    ("key", "params"),
    [
        ("grid25", {"num_samples": 200}),
        ("moons", {}),
        ("drawn", {"points": DRAWN}),
        ("drawn", {"points": DRAWN, "targets": "numbers"}),
        ("wine", {}),
        ("digits", {}),
    ],
)
def test_it_forges_samples_of_any_data(key, params):
    document = edits.set_data(game(), key, params)
    if key in ("digits", "wine"):
        document = edits.set_param(document, "fake", "out_features", 64 if key == "digits" else 13)
    if key == "digits":
        (wire,) = (w for w in document.wires if w.source == "x")
        document = edits.insert_on_wire(document, wire, Node(id="flat", block="flatten"))
        shaped = Node(id="picture", block="reshape", params={"shape": (1, 8, 8)})
        document = edits.connect(
            edits.add_node(document, shaped), Wire(source="fake", target="picture")
        )
        models = document.train.models
        generator = models["generator"].with_(output="picture")
        document = edits.set_train(document, models={**models, "generator": generator})
    assert kinds(document) == []
    _, snapshot = after(document, 2)
    assert np.isfinite(snapshot.scalars["distance/test"])
    assert ("modes" in snapshot.scalars) == (key == "grid25")


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
