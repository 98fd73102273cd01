"""Whether a network, its data and its loss fit together; pure arithmetic on a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from playground.blocks.base import Shape, format_shape
from playground.check.fixes import set_outputs
from playground.check.problems import Fix, Problem
from playground.check.report import Report
from playground.data.base import Field
from playground.data.prepare import count_train
from playground.document import edits, topology
from playground.document.model import Document
from playground.experiments._batches import check_batch_size, set_batch_size
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.experiments.supervised import Supervised

_BATCH_NORMS = {"batch_norm1d", "batch_norm2d"}


def find_problems(experiment: Supervised, report: Report) -> Iterator[Problem]:
    """Everything that would make the training fail or teach nothing."""
    spec = report.models.get("main")
    if spec is None or spec.output not in report.nodes:
        return  # the check itself says so
    yield from _check_target(experiment, report, spec.output)
    yield from _check_batch(experiment, report)
    if report.ok and report.nodes and not report.cost.parameters:
        yield Problem(
            "nothing_to_train",
            tr("No block of the network has weights, so there is nothing to train."),
            hint=tr("Insert a block with weights, such as Linear."),
            node=spec.output,
        )


def _check_target(experiment: Supervised, report: Report, output: str) -> Iterator[Problem]:
    if not report.fields:
        return  # no data: the check itself says so
    target = report.fields.get(experiment.target)
    if target is None:
        yield Problem(
            "target_missing",
            tr(
                'The data has no field "{field}" to predict; it has: {fields}.',
                field=experiment.target,
                fields=", ".join(report.fields),
            ),
            hint=tr("Choose another target or other data."),
            place="train.params.target",
            fixes=(_set_train(tr("Predict y"), "target", "y"),) if "y" in report.fields else (),
        )
        return
    shape = report.shape(output)
    if shape is not None:
        yield from _check_loss(experiment.loss, target, shape, report, output)
        yield from _check_last_block(experiment.loss, report, output)


def _check_loss(
    loss: str, target: Field, shape: Shape, report: Report, output: str
) -> Iterator[Problem]:
    accepted = accepted_outputs(loss, target)
    compares_values = loss in {"mse", "l1", "smooth_l1"}
    if not accepted:  # a loss for classes, and a target without
        yield Problem(
            "loss_does_not_fit",
            tr("{loss} compares classes, but the target is a number.", loss=loss),
            hint=tr("Use mse, l1 or smooth_l1."),
            place="train.params.loss",
            fixes=(_use_loss("mse"),),
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
    fixes = []
    wider = set_outputs(report, output, accepted[0][0]) if len(accepted[0]) == 1 else None
    if wider is not None:
        fixes.append(wider)
    if shape == (1,) and len(target.classes) == 2 and loss == "cross_entropy":
        fixes.append(_use_loss("bce_with_logits"))
    words = tr(
        "{loss} needs {accepted} from the last block, but it gives {shape}.",
        loss=loss,
        accepted=tr(" or ").join(format_shape(a) for a in accepted),
        shape=format_shape(shape),
    )
    if target.classes:
        hint = tr("The data has {n} classes: one output a class.", n=len(target.classes))
    else:
        hint = tr("The output needs the shape of the target.")
    return Problem("loss_does_not_fit", words, hint=hint, node=output, fixes=tuple(fixes))


def accepted_outputs(loss: str, target: Field) -> tuple[Shape, ...]:
    """Output shapes (one sample) that a loss can compare with a target; () if none."""
    count = len(target.classes)
    if loss == "cross_entropy":
        return ((count,),) if count >= 2 else ()
    if loss == "bce_with_logits" and not count:
        return ()
    if not count:
        return (target.shape,)
    single: tuple[Shape, ...] = ((1,),) if count == 2 and target.kind == "class" else ()
    return (*single, (count,)) if loss != "bce_with_logits" else ((count,), *single)


def _check_last_block(loss: str, report: Report, output: str) -> Iterator[Problem]:
    """Losses on logits apply softmax or sigmoid themselves; twice flattens the gradients."""
    doubled = {"cross_entropy": "softmax", "bce_with_logits": "sigmoid"}.get(loss)
    checked = report.nodes[output]
    if checked.block is None or checked.node.muted or checked.node.block != doubled:
        return
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
        fixes=(_remove_last(output),),
    )


def _check_batch(experiment: Supervised, report: Report) -> Iterator[Problem]:
    size = experiment.batch_size
    yield from check_batch_size(size, report)
    norm = next((i for i, n in report.nodes.items() if n.node.block in _BATCH_NORMS), None)
    if size == 1 and norm is not None and not report.nodes[norm].node.muted:
        yield Problem(
            "batch_of_one",
            tr("Batch normalisation needs at least 2 samples in a batch, but the batch size is 1."),
            hint=tr("Set the batch size to 2 or more."),
            node=norm,
            fixes=(set_batch_size(_usual_size(report)),),
        )


def _usual_size(report: Report) -> int:
    total = count_train(report.dataset) if report.dataset is not None else None
    return min(32, total or 32)


def _set_train(title: str, name: str, value: object) -> Fix:
    def edit(document: Document) -> Document:
        return edits.set_train_param(document, name, value)

    return Fix(title, edit)


def _use_loss(loss: str) -> Fix:
    return _set_train(tr("Use {loss}", loss=loss), "loss", loss)


def _remove_last(output: str) -> Fix:
    def edit(document: Document) -> Document:
        before = topology.incoming(document)[output][0].source
        models = {  # first, because a model without its output would be removed as well
            role: spec.with_(output=before) if spec.output == output else spec
            for role, spec in document.train.models.items()
        }
        return edits.remove_nodes(edits.set_train(document, models=models), [output])

    return Fix(tr("Remove {node}", node=output), edit)
