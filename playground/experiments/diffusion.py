"""Diffusion: learn to take noise away, a little at a time, until a new sample is left."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import TYPE_CHECKING, ClassVar, Literal

from playground.experiments._denoise import find_problems
from playground.experiments._descent import Descent
from playground.experiments._fit import check_batch, check_weights
from playground.experiments.base import Problem, Report, Snapshot, experiment, param

if TYPE_CHECKING:
    from torch import Tensor

    from playground.telemetry.diffusion import Denoiser
    from playground.train.run import Run

JUDGED = 500  # samples of points that `evaluate` makes and compares
CHUNK = 2048  # samples evaluated at once


@experiment("diffusion", title="Diffusion")
class Diffusion(Descent):
    """See which noise was added to a sample; taking it away step by step turns noise into samples.

    Models: main, noised sample (*shape) and its time (waves, from Time embedding blocks) -> the
    noise in it (*shape). Samples are centred and scaled by one mean and one deviation of all
    training numbers; each batch draws its times and its noise anew. The loss is the mean squared
    error of the noise. While samples are made, each guess of the sample behind the noise is kept
    within the range of the training numbers.
    Source: Ho, Jain & Abbeel 2020, Denoising diffusion probabilistic models, arXiv:2006.11239;
    cosine schedule: Nichol & Dhariwal 2021, arXiv:2102.09672.
    """

    suggested_lenses: ClassVar[tuple[str, ...]] = ("loss", "denoising", "metrics")
    first: ClassVar[tuple[str, ...]] = ("timesteps", "noise_schedule")
    loss: ClassVar[str] = "mse"

    timesteps: int = param(
        200,
        ge=2,
        le=4000,
        log=True,
        title="Noise steps",
        help="In how many steps a sample becomes noise, and noise a sample: more is finer, slower.",
    )
    noise_schedule: Literal["cosine", "linear"] = param(
        "cosine", help="How much noise each step adds: cosine spares the sample at both ends."
    )
    lr: float = param(
        0.001, gt=0.0, le=100.0, log=True, title="Learning rate", help="Size of each step downhill."
    )
    batch_size: int = param(
        128, ge=1, le=65536, log=True, help="Samples per step: more make it slower, but less noisy."
    )

    def problems(self, report: Report) -> Iterable[Problem]:
        """A network that is not told the time, or gives something else than noise on the data."""
        spec = report.models.get("main")
        if spec is None or spec.output not in report.nodes:
            return  # the check itself says so
        yield from find_problems(report, spec)
        yield from check_batch(self.batch_size, report)
        yield from check_weights(report, spec.output)

    def train(self, run: Run) -> Generator[Snapshot | None, None, str]:
        """Add noise, have the network see it, compare."""
        denoiser = _denoiser(run)
        batches = run.batches(denoiser.field, batch_size=self.batch_size)

        def loss(batch: list[Tensor]) -> Tensor:
            return self._loss(denoiser, batch[0], run.generator)

        return (yield from self.descend(run, batches, loss, "mse"))

    def evaluate(self, run: Run) -> dict[str, float]:
        """Loss on the test samples, with the same times and noise each time.

        Of points (one axis) also "distance/test", the energy distance of new samples, made from
        the same noise each time, to the test samples, in the data's unit; 0 is best.
        """
        import torch

        from playground.experiments._adversarial import energy_distance

        denoiser = _denoiser(run)
        x = run.test[denoiser.field]
        if not len(x):
            return {}
        dice = torch.Generator(run.device).manual_seed(run.document.train.seed)
        parts = [x[start : start + CHUNK] for start in range(0, len(x), CHUNK)]
        total = sum(len(part) * self._loss(denoiser, part, dice).item() for part in parts)
        scalars = {"loss/test": total / len(x)}
        if x.ndim == 2:
            scalars["distance/test"] = energy_distance(denoiser.sample(JUDGED, dice), x[:JUDGED])
        return scalars

    def _loss(self, denoiser: Denoiser, x: Tensor, dice: object) -> Tensor:
        """Mean squared error of the noise that the network sees in samples (N, *shape)."""
        import torch
        from torch.nn import functional as F

        draw = {"generator": dice, "device": x.device}
        t = torch.randint(self.timesteps, (len(x),), **draw)  # type: ignore[call-overload]
        noise = torch.randn(x.shape, **draw)  # type: ignore[call-overload]
        noised = denoiser.process.noised(x, t, noise)
        return F.mse_loss(denoiser.model(*denoiser.arguments(noised, t)), noise)


def _denoiser(run: Run) -> Denoiser:
    """The network of a run with its process; kept in the run's memory."""
    from playground.telemetry.diffusion import Denoiser

    key = ("diffusion", "denoiser")
    if key not in run.memory:
        run.memory[key] = Denoiser(run.flat, run.models["main"], run.train)
    made: Denoiser = run.memory[key]
    return made
