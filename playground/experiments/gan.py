"""Generative adversarial training: two networks, two losses, one game."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import TYPE_CHECKING, ClassVar, Literal, Protocol, runtime_checkable

from playground.check.problems import Problem
from playground.experiments._players import ROLES, find_problems
from playground.experiments.base import Experiment, Report, Snapshot, experiment, param
from playground.registry import datasets

if TYPE_CHECKING:
    import numpy as np

    from playground.train.run import Run

JUDGED = 500  # samples of each kind that `evaluate` compares


@experiment("gan", title="GAN")
class Gan(Experiment):
    """Two networks play against each other: a generator forges samples, a discriminator judges.

    Models: generator noise (latent,) -> sample (*shape), discriminator sample (*shape) -> verdict
    (1,), the higher the more real: a logit, with least_squares 1 for "real" and 0 for "forged",
    with wgan_gp a score. Each step trains the discriminator `discriminator_steps` times, then the
    generator once. A learning rate set in the run is the generator's; the discriminator's follows
    in proportion. Where only one of them is to learn, both losses are measured as ever.
    Both may also read a label written one-hot: then samples are forged for the labels of the real
    ones beside them, and the discriminator judges the sample together with its label.
    Source: Goodfellow et al. 2014, arXiv:1406.2661, with the non-saturating loss of the generator;
    Mao et al. 2017, arXiv:1611.04076 (least squares); Gulrajani et al. 2017, arXiv:1704.00028
    (Wasserstein distance with gradient penalty); Mirza & Osindero 2014, arXiv:1411.1784 (labels);
    defaults of Radford et al. 2015, arXiv:1511.06434; one-sided label smoothing of Salimans et al.
    2016, arXiv:1606.03498.
    """

    roles: ClassVar[tuple[str, ...]] = ROLES
    suggested_lenses: ClassVar[tuple[str, ...]] = ("loss", "samples", "metrics")

    loss: Literal["non_saturating", "least_squares", "wgan_gp"] = param(
        "non_saturating",
        help="What both play for: who is right (logits), squared errors, or the gap of the scores.",
    )
    optimizer: Literal["adam", "adamw", "rmsprop", "sgd", "adagrad"] = param(
        "adam", help="Rule by which both networks turn gradients into new weights."
    )
    lr_generator: float = param(
        1e-3, gt=0.0, le=10.0, log=True, help="Step size of the generator.", title="Generator rate"
    )
    lr_discriminator: float = param(
        1e-3,
        gt=0.0,
        le=10.0,
        log=True,
        help="Step size of the discriminator.",
        title="Discriminator rate",
    )
    beta1: float = param(
        0.5,
        ge=0.0,
        lt=1.0,
        advanced=True,
        help="How long Adam remembers gradients; less than usual keeps the game from swinging.",
    )
    beta2: float = param(
        0.999,
        ge=0.0,
        lt=1.0,
        advanced=True,
        help="How long Adam remembers the squares of gradients.",
    )
    batch_size: int = param(
        64, ge=1, le=65536, log=True, help="Real samples, and as many forged ones, in each step."
    )
    discriminator_steps: int = param(
        1,
        ge=1,
        le=100,
        help="How often the discriminator is trained in each step of the generator.",
    )

    gradient_penalty: float = param(
        10.0,
        ge=0.0,
        le=1000.0,
        advanced=True,
        help="Weight of (|slope of the verdict| - 1)² in wgan_gp; other losses have no such term.",
    )
    label_smoothing: float = param(
        0.0,
        ge=0.0,
        lt=0.5,
        advanced=True,
        help="Real samples are called real by this much less than 1: a less sure discriminator.",
    )

    def problems(self, report: Report) -> Iterable[Problem]:
        """Shapes that do not meet, a generator that copies data, a batch that is too large."""
        return find_problems(self, report)

    def train(self, run: Run) -> Generator[Snapshot | None, None, str | None]:
        """Play for ever; one `yield` a step of the generator."""
        import torch

        from playground.experiments._adversarial import Pair, descend, fool, judge
        from playground.train.optimizers import set_lr
        from playground.train.penalties import added_l1

        pair, betas = Pair(run), (self.beta1, self.beta2)
        gen_opt = run.optimizer("generator", self.optimizer, lr=self.lr_generator, betas=betas)
        dis_opt = run.optimizer(
            "discriminator", self.optimizer, lr=self.lr_discriminator, betas=betas
        )
        gen_cost, dis_cost = added_l1(run, "generator"), added_l1(run, "discriminator")
        batches = run.batches(*pair.fields, batch_size=self.batch_size)
        while True:
            lr = run.lr(self.lr_generator)
            set_lr(gen_opt, lr)
            set_lr(dis_opt, lr * self.lr_discriminator / self.lr_generator)

            for _ in range(self.discriminator_steps):
                real = next(batches)
                with torch.no_grad():
                    fake = pair.forge(real, run.generator)
                on_real, on_fake = pair.verdict(real), pair.verdict(fake)
                dis_loss = judge(self.loss, on_real, on_fake, self.label_smoothing)
                if self.loss == "wgan_gp":
                    slope = pair.slope(real, fake, run.generator)
                    dis_loss = dis_loss + self.gradient_penalty * (slope - 1).square().mean()
                run.expect_finite("loss/discriminator", dis_loss)
                if run.controls.players != "generator":
                    descend(dis_opt, dis_cost(dis_loss))

            gen_loss = fool(self.loss, pair.verdict(pair.forge(real, run.generator)))
            run.expect_finite("loss/generator", gen_loss)
            if run.controls.players != "discriminator":
                descend(gen_opt, gen_cost(gen_loss))

            losses = {"loss/generator": gen_loss, "loss/discriminator": dis_loss}
            yield run.report({**losses, "lr": lr})

    def evaluate(self, run: Run) -> dict[str, float]:
        """Judge forged samples, made from the same noise each time, beside real ones.

        Returns
        -------
        dict of str to float
            "distance/test": energy distance to the test samples, in the data's unit; 0 is best.
            For data made of clouds (ring) also "modes", the clouds found, and "high_quality", the
            share of samples within 3 standard deviations of a cloud's centre.
        """
        import torch

        from playground.experiments._adversarial import Pair, energy_distance, modes

        pair = Pair(run)
        real = run.test[pair.field][:JUDGED]
        told = run.test if len(real) else run.train  # whose labels are forged for
        rows = torch.arange(JUDGED, device=run.device) % max(len(told[pair.field]), 1)
        generator = torch.Generator(run.device).manual_seed(run.document.train.seed)
        fake = pair.sample([told[field][rows] for field in pair.fields], generator)
        scalars = {"distance/test": energy_distance(fake, real)} if len(real) else {}
        data = datasets.get(run.document.data.dataset).make(run.document.data.params)
        if isinstance(data, Clouds):
            centres = torch.as_tensor(data.centres(), dtype=fake.dtype, device=fake.device)
            found, share = modes(fake, centres, reach=3 * data.std)
            scalars |= {"modes": float(found), "high_quality": share}
        return scalars


@runtime_checkable
class Clouds(Protocol):
    """Data that is drawn around known centres, such as the ring."""

    std: float  # standard deviation of each cloud, in the unit of x

    def centres(self) -> np.ndarray:
        """Centres of the clouds (M, *shape of x)."""
        ...
