"""Whether a generator, a discriminator and the data can play; pure arithmetic on a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, cast

from playground.blocks.base import Shape, format_shape
from playground.check.fixes import delete, exchange, give_shape
from playground.check.problems import Fix, Problem
from playground.check.report import Report
from playground.check.roles import name_models
from playground.data.base import Field
from playground.document import edits, topology
from playground.document.model import Document, ModelSpec
from playground.experiments._batches import check_batch_size
from playground.i18n import tr
from playground.registry import blocks

ROLES = ("generator", "discriminator")
_BATCH_NORMS = ("batch_norm1d", "batch_norm2d")


class Playing(Protocol):
    """A kind of training in which a generator plays against a discriminator."""

    @property
    def loss(self) -> str:
        """The rule of the game: "non_saturating", "least_squares", "wgan_gp"."""

    @property
    def batch_size(self) -> int:
        """Real samples a step."""

    @property
    def label_smoothing(self) -> float:
        """How much less than 1 real samples are called real."""


def is_condition(field: Field) -> bool:
    """Whether a field tells the kind of a sample in numbers, so that a network can be asked for it.

    That is a label written one-hot; the field that is forged has no classes.
    """
    return field.kind == "float" and bool(field.classes) and len(field.shape) == 1


def noise_shapes(document: Document) -> list[Shape]:
    """Shapes of the noise that the generator takes, one for each of its arguments that is noise."""
    nodes = [document.node(id) for id in document.train.models["generator"].inputs]
    made = [(blocks.get(node.block).make(node.params, node.id)) for node in nodes]
    return [block.infer({}, {}) for block in made if not block.reads]


def find_problems(game: Playing, report: Report) -> Iterator[Problem]:
    """Everything that would make the game fail, or teach nothing."""
    models = report.document.train.models
    if not set(ROLES) <= set(models):
        return  # the check itself names the missing model
    generator, discriminator = (models[role] for role in ROLES)
    yield from _from_noise(report, generator)
    yield from _one_field(report, discriminator)
    yield from _same_kinds(report, generator, discriminator)
    yield from _same_shape(report, generator, discriminator)
    yield from _one_logit(report, discriminator)
    if game.loss == "wgan_gp":
        yield from _mixing_critic(report, discriminator)
        yield from _smooth_critic(game)
    yield from check_batch_size(game.batch_size, report)


def _field(report: Report, id: str) -> Field | None:
    """The field of the data that a block reads; None for one that reads none."""
    found = report.nodes.get(id)
    if found is None or found.block is None or not found.block.reads:
        return None
    return report.fields.get(getattr(found.block, "field", ""))


def _reads(report: Report, id: str) -> bool:
    found = report.nodes.get(id)
    return found is not None and found.block is not None and found.block.reads


def _conditions(report: Report, model: ModelSpec) -> dict[str, str]:
    """Field that tells the kind -> the block of a model that reads it."""
    found = {}
    for id in model.inputs:
        field = _field(report, id)
        if field is not None and is_condition(field):
            found[cast(str, getattr(report.nodes[id].block, "field", ""))] = id
    return found


def _from_noise(report: Report, generator: ModelSpec) -> Iterator[Problem]:
    asked = _conditions(report, generator).values()
    for id in generator.inputs:
        if _reads(report, id) and id not in asked:
            yield Problem(
                "generator_reads_data",
                tr("The generator must make samples from noise, but it starts at an Input block."),
                hint=tr("Start it with a Noise block."),
                node=id,
                fixes=(*name_models(report, ROLES[:1]), exchange(report.nodes[id], "noise")),
            )
    if asked and set(asked) == set(generator.inputs):
        id = next(iter(asked))
        yield Problem(
            "generator_without_noise",
            tr("The generator knows the class alone: it can make one sample of each, no more."),
            hint=tr("Join a Noise block and the class by a Concat block; name both as inputs."),
            node=id,
            fixes=(*name_models(report, ROLES[:1]), exchange(report.nodes[id], "noise")),
        )


def _one_field(report: Report, discriminator: ModelSpec) -> Iterator[Problem]:
    asked = _conditions(report, discriminator).values()
    found = [report.nodes.get(id) for id in discriminator.inputs if id not in asked]
    reading = [n for n in found if n is not None and n.block is not None and n.block.reads]
    if len(found) != 1 or len(reading) != len(found):
        yield Problem(
            "discriminator_input",
            tr("The discriminator judges one field of the data: start it at one Input block."),
            hint=tr("Name one Input block as its input."),
            node=discriminator.inputs[0] if discriminator.inputs else "",
            place="train.models.discriminator",
            fixes=(
                *name_models(report, ROLES[1:]),
                *(exchange(n, "input") for n in found if n is not None and n not in reading),
            ),
        )


def _same_kinds(
    report: Report, generator: ModelSpec, discriminator: ModelSpec
) -> Iterator[Problem]:
    """Both must know the class, or none: else there is nothing to win by keeping to it."""
    made, judged = (_conditions(report, model) for model in (generator, discriminator))
    for field in {**made, **judged}:
        if (field in made) == (field in judged):
            continue
        knows, other = ROLES if field in made else ROLES[::-1]
        yield Problem(
            "one_sided_condition",
            tr(
                "The {knows} is told {field} of each sample, but the {other} is not.",
                knows=tr(knows),
                field=field,
                other=tr(other),
            ),
            hint=tr("Let both read it, or none."),
            node={**made, **judged}[field],
            fixes=name_models(report, ROLES),
        )


def _same_shape(
    report: Report, generator: ModelSpec, discriminator: ModelSpec
) -> Iterator[Problem]:
    asked = _conditions(report, discriminator).values()
    made = report.shape(generator.output)
    judged = [report.shape(id) for id in discriminator.inputs if id not in asked]
    if made is None or not judged or None in judged or made in judged:
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


def _mixing_critic(report: Report, discriminator: ModelSpec) -> Iterator[Problem]:
    """The penalty asks for the gradient of each sample's verdict to that sample alone."""
    for id in topology.subgraph(report.document, discriminator):
        found = report.nodes.get(id)
        if found is None or found.block is None or found.node.muted:
            continue
        normal = found.node.block in _BATCH_NORMS
        if not (normal or found.block.mixes_samples):
            continue
        yield Problem(
            "batch_norm_in_critic",
            tr(
                "The gradient penalty looks at each sample by itself, but {id} mixes the samples "
                "of a batch.",
                id=id,
            ),
            hint=tr("Use layer normalisation in the discriminator.")
            if normal
            else tr("Delete it, or take another loss."),
            node=id,
            severity="warning",
            fixes=(exchange(found, "layer_norm") if normal else delete(id),),
        )


def _smooth_critic(game: Playing) -> Iterator[Problem]:
    if not game.label_smoothing:
        return
    yield Problem(
        "smoothing_without_labels",
        tr("wgan_gp has no labels to smooth: its discriminator gives scores of any size."),
        hint=tr("Set label_smoothing to 0."),
        place="train.params.label_smoothing",
        severity="warning",
        fixes=(
            Fix(
                tr("Set {name} to {value}", name="label_smoothing", value=0),
                lambda doc: edits.set_train_param(doc, "label_smoothing", 0.0),
            ),
        ),
    )
