"""Diffusion: the process is the paper's, the loss is the formula's, and samples become the data."""

from __future__ import annotations

import math
from itertools import islice, pairwise

import numpy as np
import pytest
import torch

from playground.blocks.time_embedding import TimeEmbedding
from playground.check.check import check
from playground.document import edits
from playground.document.composites import expand
from playground.document.model import Document
from playground.telemetry.diffusion import Denoiser, Process, kept_share
from playground.telemetry.probes.activations import Activations
from playground.telemetry.probes.base import Bench
from playground.train.cadence import StepCadence
from playground.train.result import train
from playground.train.session import Session


@pytest.fixture(autouse=True)
def one_core():
    cores = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(cores)


def blurred(*, made=2, time="time_embedding", told=True, data=None, steps=40, **params) -> Document:
    """A small network that sees noise in points of the plane."""
    nodes = [
        {"id": "x", "block": "input"},
        {"id": "time", "block": time, "params": {"features": 8}},
        {"id": "both", "block": "concat"},
        {"id": "hidden", "block": "linear", "params": {"out_features": 32}},
        {"id": "act", "block": "silu"},
        {"id": "out", "block": "linear", "params": {"out_features": made}},
    ]
    if not told:
        nodes = [n for n in nodes if n["id"] not in ("time", "both")]
    chained = [n["id"] for n in nodes if n["id"] != "time"]
    wires = [[f"{a}.out", f"{b}.in"] for a, b in pairwise(chained)]
    return Document.model_validate(
        {
            "data": {"dataset": "ring", "params": {"num_samples": 400, **(data or {})}},
            "nodes": nodes,
            "wires": [*wires, *([["time.out", "both.in"]] if told else [])],
            "train": {
                "experiment": "diffusion",
                "models": {"main": {"input": ["x", "time"] if told else "x", "output": "out"}},
                "params": {"timesteps": 20, "batch_size": 64, **params},
                "steps": steps,
                "seed": 3,
            },
        }
    )


def kinds(document: Document) -> list[str]:
    return [problem.kind for problem in check(document).problems]


def denoiser_of(document: Document) -> Denoiser:
    run = Session(document, device="cpu").run
    return Denoiser(run.flat, run.models["main"], run.train)


# --- the process ----------------------------------------------------------------------------------


def test_the_cosine_schedule_is_that_of_the_paper():
    kept = kept_share(1000, "cosine")

    def f(t):
        return math.cos((t / 1000 + 0.008) / 1.008 * math.pi / 2) ** 2

    for t in (0, 1, 250, 500, 900):  # before the last steps, which are cut at 0.999
        assert kept[t].item() == pytest.approx(f(t + 1) / f(0), rel=1e-9)
    assert 0 < kept[-1] < 1e-6


def test_the_linear_schedule_of_1000_steps_is_that_of_the_paper():
    kept = kept_share(1000, "linear")
    assert kept[0].item() == pytest.approx(1 - 1e-4)
    wanted = np.prod(1 - np.linspace(1e-4, 0.02, 1000))
    assert kept[-1].item() == pytest.approx(wanted)
    assert kept_share(50, "linear")[-1] < 1e-3, "fewer steps are larger"


@pytest.mark.parametrize("schedule", ["cosine", "linear"])
@pytest.mark.parametrize("timesteps", [2, 7, 1000])
def test_less_and_less_is_kept(schedule, timesteps):
    kept = kept_share(timesteps, schedule)
    assert kept.shape == (timesteps,)
    assert (kept.diff() < 0).all()
    assert ((kept > 0) & (kept < 1)).all()


def test_noise_at_once_is_noise_step_by_step():
    """Adding the noise of each step one after the other gives the same mean and variance."""
    x = torch.tensor([[1.0], [3.0]]).repeat(20000, 1)
    process = Process.of(10, "cosine", x)
    generator = torch.Generator().manual_seed(0)
    kept, slow = process.kept_T.float(), process.scaled(x)
    for t in range(7):
        share = kept[t] / (kept[t - 1] if t else 1.0)
        noise = torch.randn(x.shape, generator=generator)
        slow = share.sqrt() * slow + (1 - share).sqrt() * noise
    t_n = torch.full((len(x),), 6)
    fast = process.noised(x, t_n, torch.randn(x.shape, generator=generator))
    for group in (0, 1):
        a, b = slow[group::2], fast[group::2]
        assert a.mean().item() == pytest.approx(b.mean().item(), abs=0.03)
        assert a.var().item() == pytest.approx(b.var().item(), rel=0.05)


def test_who_knows_the_noise_finds_the_sample():
    x = torch.randn(50, 2, generator=torch.Generator().manual_seed(0)) * 3 + 1
    process = Process.of(30, "cosine", x)
    noise = torch.randn(50, 2, generator=torch.Generator().manual_seed(1))
    for t in (0, 10, 25):
        noised = process.noised(x, torch.full((50,), t), noise)
        assert torch.allclose(process.guess(noised, t, noise), process.scaled(x), atol=1e-3)


def test_a_step_back_is_that_of_the_paper_where_no_guess_is_cut():
    """Equation 11 of Ho et al.: the mean is (x - beta / sqrt(1 - kept) noise) / sqrt(1 - beta)."""
    process = Process(kept_share(40, "cosine"), 0.0, 1.0, -1e9, 1e9)
    x, noise, fresh = torch.randn(3, 6, 2, generator=torch.Generator().manual_seed(0))
    for t in (39, 20, 1):
        kept, before = process.kept_T[t].item(), process.kept_T[t - 1].item()
        beta = 1 - kept / before
        mean = (x - beta / math.sqrt(1 - kept) * noise) / math.sqrt(1 - beta)
        deviation = math.sqrt((1 - before) / (1 - kept) * beta)
        wanted = mean + deviation * fresh
        assert torch.allclose(process.step_back(x, t, noise, fresh), wanted, rtol=1e-4, atol=1e-4)
    last = process.step_back(x, 0, noise, fresh)
    assert torch.allclose(last, process.guess(x, 0, noise)), "the last step adds no noise"


def test_a_perfect_denoiser_turns_noise_into_the_data():
    """For normal data the best network is known; its samples have the data's mean and deviation."""
    x = torch.randn(4000, 1, generator=torch.Generator().manual_seed(0)) * 0.5 + 4.0
    denoiser = denoiser_of(blurred(timesteps=60))
    denoiser.process, denoiser.shape = Process.of(60, "cosine", x), x.shape[1:]
    kept = denoiser.process.kept_T.float()
    denoiser.arguments = lambda x, t: [x, t]
    denoiser.model = lambda x, t: (1 - kept[t]).sqrt()[:, None] * x  # E[noise | x] of a normal
    made = denoiser.sample(4000, torch.Generator().manual_seed(1))
    assert made.mean().item() == pytest.approx(4.0, abs=0.05)
    assert made.std().item() == pytest.approx(0.5, rel=0.08)


def test_waves_are_those_of_the_formula():
    block = TimeEmbedding.make({"features": 6})
    found = block.embed(torch.tensor([0, 5]))
    angles = [5 * 10000 ** (-2 * i / 6) for i in range(3)]
    assert found[0].tolist() == [0, 0, 0, 1, 1, 1]
    assert found[1].tolist() == pytest.approx(
        [*map(math.sin, angles), *map(math.cos, angles)], abs=1e-6
    )
    assert TimeEmbedding.make({"features": 5}).embed(torch.tensor([1])).shape == (1, 5)


# --- training -------------------------------------------------------------------------------------


def test_the_first_loss_is_the_error_of_the_noise():
    document = blurred()
    session = Session(document, device="cpu", cadence=StepCadence(every=1))
    snapshot = list(islice(session.steps(), 2))[-1]

    fresh = Session(document, device="cpu")
    (x,) = next(fresh.run.batches("x", batch_size=64))
    dice = torch.Generator().manual_seed(3)
    t, noise = torch.randint(20, (64,), generator=dice), torch.randn(64, 2, generator=dice)
    every = fresh.run.train["x"]
    kept = kept_share(20, "cosine")[t].float()[:, None]
    scaled = (x - every.mean()) / every.std(correction=0)
    noised = kept.sqrt() * scaled + (1 - kept).sqrt() * noise
    seen = fresh.models["main"](noised, TimeEmbedding.make({"features": 8}).embed(t))
    wanted = (seen - noise).square().mean().item()
    assert snapshot.scalars["loss/train"] == pytest.approx(wanted, rel=1e-5)


def test_it_learns_the_data():
    document = blurred(data={"num_modes": 2, "std": 0.2}, lr=0.01, timesteps=30)
    rows = StepCadence(every=300)
    _, distance = train(document, steps=1200, device="cpu", cadence=rows).history["distance/test"]
    assert distance[-1] < 0.5 * distance[0]


def test_two_runs_and_two_samples_are_the_same():
    first, second = (train(blurred(), steps=10, device="cpu") for _ in range(2))
    assert first.metrics["loss/test"] == second.metrics["loss/test"]
    assert first.metrics["distance/test"] == second.metrics["distance/test"]


def test_views_see_the_samples_with_half_of_the_noise():
    session = Session(blurred(), device="cpu")
    run = session.run
    bench = Bench(
        document=expand(session.document),
        models=run.models,
        fields=run.fields,
        train=run.train,
        test=run.test,
        step=0,
        seed=3,
    )
    found = Activations(sample=4).measure(bench)
    denoiser = Denoiser(run.flat, run.models["main"], run.train)
    noise = torch.randn(1, 2, generator=torch.Generator().manual_seed(3))
    wanted = denoiser.process.noised(run.train["x"][4:5], torch.tensor([10]), noise)
    assert found["activations/x"] == pytest.approx(wanted[0].numpy())
    waves = TimeEmbedding.make({"features": 8}).embed(torch.tensor([10]))
    assert found["activations/time"] == pytest.approx(waves[0].numpy())


# --- what does not fit ----------------------------------------------------------------------------


def test_a_good_network_has_no_problem():
    assert kinds(blurred()) == []


def test_another_shape_is_a_problem_with_a_repair():
    document = blurred(made=3)
    (problem,) = check(document).problems
    assert (problem.kind, problem.node) == ("not_the_shape_of_the_data", "out")
    assert kinds(problem.fixes[0].edit(document)) == []


def test_a_network_that_is_not_told_the_time_is_a_warning_with_a_repair():
    document = blurred(told=False)
    (problem,) = check(document).problems
    assert (problem.kind, problem.severity) == ("without_time", "warning")
    mended = problem.fixes[0].edit(document)
    assert kinds(mended) == []
    assert train(mended, steps=2, device="cpu").steps == 2
    assert train(document, steps=2, device="cpu").steps == 2


def test_noise_instead_of_time_is_a_problem_with_a_repair():
    document = blurred(time="noise")
    (problem,) = check(document).problems
    assert (problem.kind, problem.node) == ("diffusion_input", "time")
    assert kinds(problem.fixes[0].edit(document)) == []


def test_labels_have_no_noise():
    document = edits.set_param(blurred(), "x", "field", "mode")
    assert "gives_back_symbols" in kinds(document)
