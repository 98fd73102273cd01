"""Whether a network, its data and its loss fit together; pure arithmetic on a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from playground.blocks.base import Shape, format_shape
from playground.check.fixes import (
    Layer,
    delete,
    exchange,
    give_shape,
    insert_after,
    nearest,
    words,
)
from playground.check.problems import Fix, Problem
from playground.check.report import Report
from playground.check.roles import use_output
from playground.data.base import Field
from playground.data.prepare import count_train
from playground.document import edits
from playground.document.model import Document
from playground.experiments._batches import check_batch_size, set_batch_size
from playground.i18n import mark, tr

_BATCH_NORMS = {"batch_norm1d", "batch_norm2d"}
_RANGES = {  # what comes out of blocks that do not let every number through
    "relu": mark("no number below 0"),
    "sigmoid": mark("only numbers between 0 and 1"),
    "softmax": mark("only numbers between 0 and 1"),
    "tanh": mark("only numbers between -1 and 1"),
}


class Predicting(Protocol):
    """A kind of training that compares the output of "main" with a field of the data."""

    @property
    def loss(self) -> str:
        """Its loss: "cross_entropy", "mse", ..."""

    @property
    def target(self) -> str:
        """The field."""

    @property
    def batch_size(self) -> int:
        """Samples a step."""


def find_problems(experiment: Predicting, report: Report) -> Iterator[Problem]:
    """Everything that would make the training fail or teach nothing."""
    spec = report.models.get("main")
    if spec is None or spec.output not in report.nodes:
        return  # the check itself says so
    yield from _check_target(experiment, report, spec.output)
    yield from check_batch(experiment.batch_size, report)
    yield from check_weights(report, spec.output)


def check_weights(report: Report, output: str) -> Iterator[Problem]:
    """An error where nothing can be trained."""
    if report.ok and report.nodes and not report.cost.parameters:
        yield Problem(
            "nothing_to_train",
            tr("No block of the network has weights, so there is nothing to train."),
            hint=tr("Insert a block with weights, such as Linear."),
            node=output,
            fixes=tuple(_insert_weights(report, output)),
        )


def _insert_weights(report: Report, output: str) -> Iterator[Fix]:
    """A layer with weights at the end that keeps the shape."""
    shape = report.shape(output) or ()
    layers: dict[int, Layer] = {
        1: ("linear", {"out_features": shape[0]} if shape else {}),
        3: ("conv2d", {"out_channels": shape[0]} if shape else {}),
    }
    if len(shape) in layers:
        layer = layers[len(shape)]
        title = tr("Insert {blocks} after {id}", blocks=words([layer]), id=output)
        yield Fix(title, lambda document: insert_after(document, output, [layer]))


def _check_target(experiment: Predicting, report: Report, output: str) -> Iterator[Problem]:
    if not report.fields:
        return  # no data: the check itself says so
    target = report.fields.get(experiment.target)
    if target is None:
        close = nearest(experiment.target, report.fields)
        others = reversed(list(report.fields))  # the first is x, which goes into the network
        likely = dict.fromkeys([*close, *others])
        yield Problem(
            "target_missing",
            tr(
                'The data has no field "{field}" to predict; it has: {fields}.',
                field=experiment.target,
                fields=", ".join(report.fields),
            ),
            hint=tr("Choose another target or other data."),
            place="train.params.target",
            fixes=tuple(map(_predict, likely)),
        )
        return
    shape = report.shape(output)
    if shape is not None:
        yield from _check_loss(experiment.loss, target, shape, report, output)
        yield from check_last_block(experiment.loss, report, output)


def _check_loss(
    loss: str, target: Field, shape: Shape, report: Report, output: str
) -> Iterator[Problem]:
    accepted = accepted_outputs(loss, target)
    compares_values = loss in {"mse", "l1", "smooth_l1"}
    if target.kind == "token" and not accepted:
        yield Problem(
            "loss_does_not_fit",
            tr("{loss} compares numbers, but the target is tokens.", loss=loss),
            hint=tr("Use {loss}.", loss="cross_entropy"),
            place="train.params.loss",
            fixes=(
                *([_use_loss("cross_entropy")] if shape in _answers(target) else []),
                *_use_loss_with(report, output, "cross_entropy", _answers(target)[0]),
            ),
        )
    elif not accepted:  # a loss for classes, and a target without
        yield Problem(
            "loss_does_not_fit",
            tr("{loss} compares classes, but the target is a number.", loss=loss),
            hint=tr("Use mse, l1 or smooth_l1."),
            place="train.params.loss",
            fixes=tuple(_use_loss_of_numbers(target, shape, report, output)),
        )
    elif shape not in accepted:
        yield _wrong_output(loss, target, shape, report, output, accepted)
    elif compares_values and target.classes:
        better = "bce_with_logits" if shape == (1,) else "cross_entropy"
        yield Problem(
            "loss_for_numbers",
            tr(
                "{loss} treats the classes as amounts; learning them is slower and less sure.",
                loss=loss,
            ),
            hint=tr("Use {loss}.", loss=better),
            place="train.params.loss",
            severity="warning",
            fixes=(_use_loss(better),),
        )


def _wrong_output(
    loss: str, target: Field, shape: Shape, report: Report, output: str, accepted: tuple[Shape, ...]
) -> Problem:
    fits = [fix for wanted in accepted for fix in give_shape(report, output, wanted)]
    count = len(target.classes)
    losses = [
        _use_loss(other)
        for other in ("cross_entropy", "bce_with_logits")
        if other != loss and shape in accepted_outputs(other, target)
    ]
    if count >= 2 and loss not in ("cross_entropy", "bce_with_logits") and not losses:
        losses = _use_loss_with(report, output, "cross_entropy", (count,))
        fits, losses = losses, fits  # a loss of numbers learns classes badly
    fixes = [*_other_ends(report, output, accepted), *fits[:1], *losses, *fits[1:]]
    message = tr(
        "{loss} needs {accepted} from the last block, but it gives {shape}.",
        loss=loss,
        accepted=tr(" or ").join(format_shape(a) for a in accepted),
        shape=format_shape(shape),
    )
    if target.classes:
        hint = tr("The data has {n} classes: one output a class.", n=len(target.classes))
    elif target.kind == "token":
        n = len(target.vocabulary)
        hint = tr("The data has {n} tokens: at each step one output for each of them.", n=n)
    else:
        hint = tr("The output needs the shape of the target.")
    return Problem("loss_does_not_fit", message, hint=hint, node=output, fixes=tuple(fixes))


def _use_loss_of_numbers(target: Field, shape: Shape, report: Report, output: str) -> Iterator[Fix]:
    """A loss that compares numbers, and as many outputs as the target has numbers."""
    if shape in accepted_outputs("mse", target):
        yield from map(_use_loss, ("mse", "smooth_l1", "l1"))
        return
    yield from _use_loss_with(report, output, "mse", target.shape)


def _use_loss_with(report: Report, output: str, loss: str, wanted: Shape) -> list[Fix]:
    """Another loss together with the outputs that it needs."""
    use = _use_loss(loss)

    def both(fit: Fix) -> Fix:
        title = tr("{first}, then: {second}", first=use.title, second=fit.title)
        return Fix(title, lambda document: fit.edit(use.edit(document)))

    return [both(fit) for fit in give_shape(report, output, wanted)]


def _other_ends(report: Report, output: str, accepted: tuple[Shape, ...]) -> list[Fix]:
    """Blocks behind which nothing comes and that give what the loss needs."""
    leaving = {wire.source for wire in report.document.wires}
    return [
        use_output(id)
        for id, checked in report.nodes.items()
        if checked.output in accepted and checked.inputs and id != output and id not in leaving
    ]


def accepted_outputs(loss: str, target: Field) -> tuple[Shape, ...]:
    """Output shapes (one sample) that a loss can compare with a target; () if none."""
    count = len(target.classes)
    if target.kind == "token":
        return _answers(target) if loss == "cross_entropy" else ()
    if loss == "cross_entropy":
        return ((count,),) if count >= 2 else ()
    if loss == "bce_with_logits" and not count:
        return ()
    if not count:
        return (target.shape,)
    single: tuple[Shape, ...] = ((1,),) if count == 2 and target.kind == "class" else ()
    return (*single, (count,)) if loss != "bce_with_logits" else ((count,), *single)


def _answers(target: Field) -> tuple[Shape, ...]:
    """What answers a target of tokens: at each step a score for each of them."""
    return ((*target.shape, len(target.vocabulary)),)


def check_last_block(loss: str, report: Report, output: str) -> Iterator[Problem]:
    """Losses on logits apply softmax or sigmoid themselves, and need scores of any size."""
    doubled = {"cross_entropy": "softmax", "bce_with_logits": "sigmoid"}.get(loss)
    checked = report.nodes[output]
    if doubled is None or checked.block is None or checked.node.muted:
        return
    if checked.node.block == doubled:
        yield Problem(
            "activation_twice",
            tr(
                "{loss} applies {block} itself; this block does it a second time.",
                loss=loss,
                block=doubled,
            ),
            hint=tr("Remove the block: the loss takes raw scores (logits)."),
            node=output,
            severity="warning",
            fixes=(delete(output),),
        )
    elif checked.node.block in _RANGES:
        yield Problem(
            "limited_scores",
            tr(
                "{loss} takes scores of any size, but {id} gives {range}.",
                loss=loss,
                id=output,
                range=tr(_RANGES[checked.node.block]),
            ),
            hint=tr("Remove the block: the loss takes raw scores (logits)."),
            node=output,
            severity="warning",
            fixes=(delete(output),),
        )


def check_batch(size: int, report: Report) -> Iterator[Problem]:
    """A batch larger than the data, and batch normalisation of a single sample."""
    yield from check_batch_size(size, report)
    norms = [
        id
        for id, checked in report.nodes.items()
        if checked.node.block in _BATCH_NORMS and not checked.node.muted
    ]
    if size == 1 and norms:
        yield Problem(
            "batch_of_one",
            tr("Batch normalisation needs at least 2 samples in a batch, but the batch size is 1."),
            hint=tr("Set the batch size to 2 or more."),
            node=norms[0],
            fixes=(
                set_batch_size(_usual_size(report)),
                _use_layer_norm(report, norms),
                _delete_all(norms),
            ),
        )


def _use_layer_norm(report: Report, norms: list[str]) -> Fix:
    repairs = [exchange(report.nodes[id], "layer_norm") for id in norms]

    def edit(document: Document) -> Document:
        for repair in repairs:
            document = repair.edit(document)
        return document

    if len(repairs) == 1:
        return repairs[0]
    return Fix(tr("Use layer normalisation in all {n} places", n=len(norms)), edit)


def _delete_all(norms: list[str]) -> Fix:
    if len(norms) == 1:
        return delete(norms[0])
    return Fix(
        tr("Delete all {n} batch normalisations", n=len(norms)),
        lambda document: edits.remove_and_reconnect(document, norms),
    )


def _usual_size(report: Report) -> int:
    total = count_train(report.dataset) if report.dataset is not None else None
    return min(32, total or 32)


def _set_train(title: str, name: str, value: object) -> Fix:
    def edit(document: Document) -> Document:
        return edits.set_train_param(document, name, value)

    return Fix(title, edit)


def _predict(field: str) -> Fix:
    return _set_train(tr("Predict {field}", field=field), "target", field)


def _use_loss(loss: str) -> Fix:
    return _set_train(tr("Use {loss}", loss=loss), "loss", loss)
