"""Variational autoencoder: codes that are spread so that new samples can be drawn."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import TYPE_CHECKING, ClassVar, Literal

from playground.experiments._descent import Descent
from playground.experiments._fit import check_batch, check_last_block
from playground.experiments._given_back import refuse_other_than_shares
from playground.experiments._latent import ROLES, find_problems
from playground.experiments.base import Problem, Report, Snapshot, experiment, param
from playground.i18n import mark

if TYPE_CHECKING:
    from torch import Tensor

    from playground.train.run import Run


@experiment("vae", title="Variational autoencoder")
class Vae(Descent):
    """Write each sample as a small cloud of codes, and read it back from any point of that cloud.

    Models: encoder sample (*shape) -> mean and log-variance of the code (2 * latent,), decoder code
    (latent,) -> reconstruction (*shape), with bce_with_logits its logits. The decoder starts at a
    Noise block: in training it gets mean + deviation * noise (reparametrised), later plain noise.
    The loss is the reconstruction's -log p(x|z) plus beta times the KL divergence of the code's
    cloud from a standard normal one, in nats a sample; with beta 1 that is -ELBO.
    Source: Kingma & Welling 2014, Auto-encoding variational Bayes, arXiv:1312.6114; beta: Higgins
    et al. 2017, beta-VAE, ICLR.
    """

    roles: ClassVar[tuple[str, ...]] = ROLES
    suggested_lenses: ClassVar[tuple[str, ...]] = ("loss", "latent_plane", "reconstructions")
    first: ClassVar[tuple[str, ...]] = ("loss", "beta")
    measure: ClassVar[str] = mark("−log p(x|z) + β·KL (nats a sample)")

    loss: Literal["bce_with_logits", "mse"] = param(
        "bce_with_logits",
        help="What the decoder gives: probabilities 0..1 as logits, or the middle of a normal.",
    )
    beta: float = param(
        1.0,
        ge=0.0,
        le=1000.0,
        help="Weight of the KL divergence: more makes tidier codes, and blurs what is read back.",
    )
    deviation: float = param(
        1.0,
        gt=0.0,
        le=1000.0,
        log=True,
        advanced=True,
        help="For mse: standard deviation of the normal around what the decoder gives.",
    )
    lr: float = param(
        0.001, gt=0.0, le=100.0, log=True, title="Learning rate", help="Size of each step downhill."
    )

    def problems(self, report: Report) -> Iterable[Problem]:
        """Codes and data that do not fit, a decoder that reads data, and the like."""
        models = report.models
        if not set(ROLES) <= set(models):
            return  # the check itself names the missing model
        yield from find_problems(report)
        decoder = models["decoder"].output
        if decoder in report.nodes:
            yield from check_last_block(self.loss, report, decoder)
        yield from check_batch(self.batch_size, report)

    def train(self, run: Run) -> Generator[Snapshot | None, None, str]:
        """Encode, draw a code, decode, compare; both networks step down the same loss."""
        (field,) = run.inputs("encoder")
        if self.loss == "bce_with_logits":
            refuse_other_than_shares(run.train[field])
        batches = run.batches(field, batch_size=self.batch_size)

        def loss(batch: list[Tensor]) -> Tensor:
            reconstruction, divergence = self._terms(run, batch[0], run.generator)
            return (reconstruction + self.beta * divergence).mean()

        return (yield from self.descend(run, batches, loss, self.loss, ROLES))

    def evaluate(self, run: Run) -> dict[str, float]:
        """Both terms on the test samples, with the same noise each time; in nats a sample.

        Returns
        -------
        dict of str to float
            "reconstruction/test", "kl/test", "negative_elbo/test", their sum, and "loss/test", in
            which beta weighs the second.
        """
        import torch

        (field,) = run.inputs("encoder")
        if not len(run.test[field]):
            return {}
        generator = torch.Generator(run.device).manual_seed(run.document.train.seed)
        reconstruction, divergence = (
            term.mean().item() for term in self._terms(run, run.test[field], generator)
        )
        return {
            "loss/test": reconstruction + self.beta * divergence,
            "reconstruction/test": reconstruction,
            "kl/test": divergence,
            "negative_elbo/test": reconstruction + divergence,
        }

    def _terms(self, run: Run, x: Tensor, generator: object) -> tuple[Tensor, Tensor]:
        """-log p(x|z) and KL(q(z|x) | N(0, 1)), both (N,) in nats."""
        from playground.experiments._elbo import divergence, draw_code, surprise

        mean, log_variance = run.models["encoder"](x).chunk(2, dim=1)
        z = draw_code(mean, log_variance, generator)
        back = run.models["decoder"](z)
        return surprise(self.loss, back, x, self.deviation), divergence(mean, log_variance)
