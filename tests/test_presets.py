"""Every preset opens, is without fault, and trains; the slow ones prove its stated result."""

from __future__ import annotations

import numpy as np
import pytest
import torch

import playground
from benchmarks._stated import CLOUDS, COMPARISONS, RESULTS
from playground.document.composites import expand
from playground.document.format import read, writes
from playground.explain.slopes import slope_of
from playground.registry import datasets, experiments
from playground.resources import preset_paths
from playground.telemetry.probes.base import Bench
from playground.telemetry.probes.denoising import Denoising
from playground.telemetry.probes.memory import Memory
from playground.telemetry.probes.samples import Samples
from playground.train.result import Result
from playground.train.session import Session

PRESETS = sorted(preset_paths())


def slow(test):
    """A whole training; minutes where a machine is busy."""
    return pytest.mark.slow(pytest.mark.timeout(1200)(test))


@pytest.fixture(autouse=True)
def one_core():
    """The stated results do not depend on how many cores a machine has."""
    cores = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(cores)


def test_every_preset_states_a_result():
    assert sorted(RESULTS) == PRESETS


@pytest.mark.parametrize("name", PRESETS)
def test_it_reads_and_writes_back_the_same_bytes(name):
    path = preset_paths()[name]
    assert writes(read(path)).encode("utf-8") == path.read_bytes()


@pytest.mark.parametrize("name", PRESETS)
def test_it_is_without_problem_and_says_what_it_shows(name):
    document = playground.load(name)
    report = playground.check(document)
    assert report.problems == ()
    assert set(report.blocks) == {node.id for node in expand(document).nodes}
    assert document.title
    assert len(document.about) > 80
    assert document.train.experiment in experiments
    assert set(document.train.models) == set(experiments.get(document.train.experiment).roles)


@pytest.mark.parametrize("name", PRESETS)
def test_it_trains_a_few_steps(name):
    result = playground.train(playground.load(name), steps=3, device="cpu")
    assert result.steps == 3
    assert all(np.isfinite(value) for value in result.metrics.values())


@pytest.fixture(scope="module")
def trained():
    """Preset -> its whole training; each runs once."""
    cache: dict[str, Result] = {}

    def get(name: str) -> Result:
        if name not in cache:
            cache[name] = playground.train(playground.load(name), device="cpu")
        return cache[name]

    return get


@slow
@pytest.mark.parametrize("name", PRESETS)
def test_it_reaches_its_stated_result(name, trained):
    metrics = trained(name).metrics
    for scalar, comparison, value in RESULTS[name]:
        assert COMPARISONS[comparison](metrics[scalar], value), f"{scalar} is {metrics[scalar]}"


@slow
def test_train_and_test_part_ways_in_the_overfit_demo(trained):
    history = trained("overfit-demo").history
    _, on_train = history["loss/train"]
    _, on_test = history["loss/test"]
    best = on_test.argmin()
    assert 0 < best < len(on_test) // 2, "the test loss falls first, then turns"
    assert on_test[-1] > 2 * on_test[best]
    assert on_train[-1] < 0.5 * on_train[best]


def test_the_gradient_of_the_preset_that_shows_it_vanishes_from_the_first_step_on():
    faded(playground.train(playground.load("vanishing-gradients"), steps=1, device="cpu"))


@slow
def test_the_gradient_of_the_preset_that_shows_it_still_vanishes_at_the_end(trained):
    faded(trained("vanishing-gradients"))


def faded(result: Result) -> None:
    """On a logarithmic axis a straight line, and after thirty steps less than a thousandth."""
    lengths = Memory().measure(bench_of(result))["memory/memory/h"][0, 0][::-1]  # by the lag
    assert lengths[30] < 1e-3 * lengths[1]
    slope = slope_of(np.arange(len(lengths)), lengths)
    assert slope is not None
    assert slope.per_place < -0.05
    assert slope.r2 > 0.9


@slow
def test_a_judge_reads_the_forged_digits_as_it_reads_real_ones(trained):
    """A classifier that never saw a forged digit is sure of most of them, and of all ten kinds."""
    result = trained("gan-digits")
    reader = trained("digits-cnn").models["main"]
    forged = torch.from_numpy(forge(result, count=500))
    with torch.no_grad():
        probabilities, digits = reader(forged).softmax(dim=1).max(dim=1)
    assert (probabilities > 0.9).float().mean() >= 0.65
    shares = torch.bincount(digits, minlength=10) / len(digits)
    assert shares.min() >= 0.02, f"a digit is missing: {shares.tolist()}"


@slow
def test_a_judge_is_sure_of_the_digits_of_the_convolutional_forger(trained):
    """On average over 500 forged digits, of which none is missing."""
    forged = torch.from_numpy(forge(trained("dcgan-digits"), count=500))
    reader = trained("digits-cnn").models["main"]
    with torch.no_grad():
        probabilities, digits = reader(forged).softmax(dim=1).max(dim=1)
    assert probabilities.mean() >= 0.8
    shares = torch.bincount(digits, minlength=10) / len(digits)
    assert shares.min() >= 0.01, f"a digit is missing: {shares.tolist()}"


@slow
@pytest.mark.parametrize(("name", "found", "share"), CLOUDS)
def test_a_forger_finds_the_clouds_and_leaves_the_room_between_them(name, found, share, trained):
    """Of 2,500 samples, so many lie within three standard deviations of a centre."""
    result = trained(name)
    data = result.document.data
    dataset = datasets.get(data.dataset).make(data.params)
    made = torch.from_numpy(forge(result, 2500))
    near = torch.cdist(made, torch.from_numpy(dataset.centres()).float()) <= 3 * dataset.std
    assert int((near.float().mean(0) >= 0.01).sum()) >= found
    assert near.any(1).float().mean() >= share


@slow
def test_an_autoencoder_says_more_in_eight_numbers_than_principal_components(trained):
    """Half of the error that the best linear code of eight numbers leaves."""
    result = trained("digits-autoencoder")
    data = Session(result.document, device="cpu").run
    train, test = (split["x"].flatten(1) for split in (data.train, data.test))
    middle, axes = train.mean(0), torch.linalg.svd(train - train.mean(0)).Vh[:8]
    linear = ((test - middle) @ axes.T @ axes + middle - test).square().mean().item()
    assert result.metrics["loss/test"] <= 0.6 * linear


@slow
def test_on_the_map_of_codes_a_digit_lies_among_its_like(trained):
    """Nobody told the encoder which digit it is, and it has two numbers to say it."""
    result = trained("digits-vae")
    data = Session(result.document, device="cpu").run
    with torch.no_grad():
        a, b = (result.models["encoder"](s["x"])[:, :2] for s in (data.train, data.test))
    near = torch.cdist(b, a).topk(15, largest=False).indices
    votes = torch.nn.functional.one_hot(data.train["y"][near], 10).sum(1).argmax(1)
    assert (votes == data.test["y"]).float().mean() >= 0.7


@slow
def test_points_from_noise_lie_on_the_roll_and_all_along_it(trained):
    result = trained("diffusion-swiss-roll")
    made, real = (torch.from_numpy(points) for points in denoised(result, 1000))
    away = torch.cdist(made, real)
    assert (away.min(1).values <= 0.2).float().mean() >= 0.85, "made points near real ones"
    assert (away.min(0).values <= 0.3).float().mean() >= 0.95, "real points near made ones"


@slow
def test_a_judge_reads_the_digits_that_come_out_of_noise(trained):
    """A classifier that never saw a made digit is sure of them; all ten are there, none copied."""
    made, real = (torch.from_numpy(images) for images in denoised(trained("diffusion-digits"), 300))
    reader = trained("digits-cnn").models["main"]
    with torch.no_grad():
        probabilities, digits = reader(made).softmax(dim=1).max(dim=1)
    assert probabilities.mean() >= 0.8
    assert (torch.bincount(digits, minlength=10) >= 6).all()
    assert torch.cdist(made.flatten(1), real.flatten(1)).min(1).values.median() > 0.5


def denoised(result: Result, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Samples of a trained diffusion network, as the lens shows them, and training samples."""
    found = Denoising(count=count, moments=2).measure(bench_of(result))
    return found["denoising/samples"][-1], found["denoising/real"]


def bench_of(result: Result) -> Bench:
    """A trained network as probes look at it."""
    data = Session(result.document, device="cpu").run
    return Bench(
        document=result.document,
        models=result.models,
        fields=data.fields,
        train=data.train,
        test=data.test,
        step=result.steps,
        seed=result.document.train.seed,
    )


def forge(result: Result, count: int) -> np.ndarray:
    """Samples of a trained generator, as the lens shows them."""
    bench = Bench(
        document=result.document,
        models=result.models,
        fields={},
        train={"x": torch.zeros(count, 1)},  # as many are forged
        test={},
        step=result.steps,
        seed=result.document.train.seed,
    )
    return Samples(count).measure(bench)["samples/fake"]
