"""Generative adversarial training: two networks, two losses, one game."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar, Literal, Protocol, cast, runtime_checkable

from playground.blocks.base import Shape, format_shape
from playground.check.fixes import exchange, give_shape
from playground.check.problems import Problem
from playground.check.roles import name_models
from playground.document.model import Document, ModelSpec
from playground.experiments._batches import check_batch_size
from playground.experiments.base import Experiment, Report, Snapshot, experiment, param
from playground.i18n import tr
from playground.registry import blocks, datasets

if TYPE_CHECKING:
    import numpy as np

    from playground.train.run import Run

JUDGED = 500  # samples of each kind that `evaluate` compares


@experiment("gan", title="GAN")
class Gan(Experiment):
    """Two networks play against each other: a generator forges samples, a discriminator judges.

    Models: generator noise (latent,) -> sample (*shape), discriminator sample (*shape) -> logit
    (1,), positive for "real". Each step trains the discriminator `discriminator_steps` times, then
    the generator once. A learning rate set in the run is the generator's; the discriminator's
    follows in proportion.
    Source: Goodfellow et al. 2014, arXiv:1406.2661, with the non-saturating loss of the generator;
    defaults of Radford et al. 2015, arXiv:1511.06434; one-sided label smoothing of Salimans et al.
    2016, arXiv:1606.03498.
    """

    roles: ClassVar[tuple[str, ...]] = ("generator", "discriminator")
    suggested_lenses: ClassVar[tuple[str, ...]] = ("loss", "samples", "metrics")

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

    label_smoothing: float = param(
        0.0,
        ge=0.0,
        lt=0.5,
        advanced=True,
        help="Real samples are called real by this much less than 1: a less sure discriminator.",
    )

    def problems(self, report: Report) -> Iterable[Problem]:
        """Shapes that do not meet, a generator that reads data, a batch that is too large."""
        models = report.document.train.models
        if not set(self.roles) <= set(models):
            return  # the check itself names the missing model
        generator, discriminator = models["generator"], models["discriminator"]
        yield from _noise_only(report, generator)
        yield from _one_field(report, discriminator)
        yield from _same_shape(report, generator, discriminator)
        yield from _one_logit(report, discriminator)
        yield from check_batch_size(self.batch_size, report)

    def train(self, run: Run) -> Generator[Snapshot | None, None, str | None]:
        """Play for ever; one `yield` a step of the generator."""
        import torch
        from torch.nn.functional import softplus

        from playground.experiments._adversarial import descend, draw
        from playground.train.optimizers import set_lr
        from playground.train.penalties import added_l1

        generator, discriminator = run.models["generator"], run.models["discriminator"]
        betas = (self.beta1, self.beta2)
        gen_opt = run.optimizer("generator", self.optimizer, lr=self.lr_generator, betas=betas)
        dis_opt = run.optimizer(
            "discriminator", self.optimizer, lr=self.lr_discriminator, betas=betas
        )
        gen_cost, dis_cost = added_l1(run, "generator"), added_l1(run, "discriminator")
        noise = noise_shapes(run.flat)
        batches = run.batches(*run.inputs("discriminator"), batch_size=self.batch_size)
        while True:
            lr = run.lr(self.lr_generator)
            set_lr(gen_opt, lr)
            set_lr(dis_opt, lr * self.lr_discriminator / self.lr_generator)

            for _ in range(self.discriminator_steps):
                (real,) = next(batches)
                with torch.no_grad():
                    fake = generator(*draw(noise, len(real), run.generator))
                # softplus(-l) = -log sigmoid(l): the loss of calling a logit l "real"
                verdict = discriminator(real)
                on_real = (softplus(-verdict) + self.label_smoothing * verdict).mean()
                dis_loss = on_real + softplus(discriminator(fake)).mean()
                run.expect_finite("loss/discriminator", dis_loss)
                descend(dis_opt, dis_cost(dis_loss))

            fake = generator(*draw(noise, len(real), run.generator))
            gen_loss = softplus(-discriminator(fake)).mean()
            run.expect_finite("loss/generator", gen_loss)
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

        from playground.experiments._adversarial import draw, energy_distance, modes

        (field,) = run.inputs("discriminator")
        real = run.test[field][:JUDGED]
        generator = torch.Generator(run.device).manual_seed(run.document.train.seed)
        fake = run.models["generator"](*draw(noise_shapes(run.flat), JUDGED, generator))
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


def noise_shapes(document: Document) -> list[Shape]:
    """Shapes of the noise that the generator takes, one for each of its arguments."""
    nodes = [document.node(id) for id in document.train.models["generator"].inputs]
    return [blocks.get(node.block).make(node.params, node.id).infer({}, {}) for node in nodes]


def _noise_only(report: Report, generator: ModelSpec) -> Iterator[Problem]:
    for id in generator.inputs:
        found = report.nodes.get(id)
        if found is not None and found.block is not None and found.block.reads:
            yield Problem(
                "generator_reads_data",
                tr("The generator must make samples from noise, but it starts at an Input block."),
                hint=tr("Start it with a Noise block."),
                node=id,
                fixes=(*name_models(report, ("generator",)), exchange(found, "noise")),
            )


def _one_field(report: Report, discriminator: ModelSpec) -> Iterator[Problem]:
    found = [report.nodes.get(id) for id in discriminator.inputs]
    reading = [n for n in found if n is not None and n.block is not None and n.block.reads]
    if len(found) != 1 or len(reading) != len(found):
        yield Problem(
            "discriminator_input",
            tr("The discriminator judges one field of the data: start it at one Input block."),
            hint=tr("Name one Input block as its input."),
            node=discriminator.inputs[0] if discriminator.inputs else "",
            place="train.models.discriminator",
            fixes=(
                *name_models(report, ("discriminator",)),
                *(exchange(n, "input") for n in found if n is not None and n not in reading),
            ),
        )


def _same_shape(
    report: Report, generator: ModelSpec, discriminator: ModelSpec
) -> Iterator[Problem]:
    made = report.shape(generator.output)
    judged = [report.shape(id) for id in discriminator.inputs]
    if made is None or None in judged or made in judged:
        return
    wanted = cast(Shape, judged[0])
    yield Problem(
        "sample_shape",
        tr(
            "The generator makes samples of shape {made}, but the data has the shape {wanted}.",
            made=format_shape(made),
            wanted=format_shape(wanted),
        ),
        hint=tr(
            "Make the last block of the generator give the shape {wanted}.",
            wanted=format_shape(wanted),
        ),
        node=generator.output,
        fixes=tuple(give_shape(report, generator.output, wanted)),
    )


def _one_logit(report: Report, discriminator: ModelSpec) -> Iterator[Problem]:
    verdict = report.shape(discriminator.output)
    if verdict is None or verdict == (1,):
        return
    yield Problem(
        "verdict_shape",
        tr(
            "The discriminator must end in one number, real or forged, but it gives {shape}.",
            shape=format_shape(verdict),
        ),
        hint=tr("End it with a Linear block of 1 output."),
        node=discriminator.output,
        fixes=tuple(give_shape(report, discriminator.output, (1,))),
    )
