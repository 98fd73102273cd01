"""Whether a network can give its input back: what autoencoders and diffusion ask of a graph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from playground.blocks.base import Shape, format_shape
from playground.check.fixes import exchange, give_shape
from playground.check.problems import Fix, Problem
from playground.check.report import NodeReport, Report
from playground.data.base import Field
from playground.document import edits
from playground.document.model import Document, ModelSpec
from playground.errors import TrainError
from playground.i18n import tr

if TYPE_CHECKING:
    from torch import Tensor


def reads(report: Report, id: str) -> bool:
    """Whether this is a block that reads a field of the data."""
    found = report.nodes.get(id)
    return found is not None and found.block is not None and found.block.reads


def field_of(report: Report, id: str) -> Field | None:
    """The field that such a block reads; None for another block, or a field that is not there."""
    if not reads(report, id):
        return None
    return report.fields.get(str(getattr(report.nodes[id].block, "field", "")))


def data_shape(report: Report, model: ModelSpec) -> Shape | None:
    """Shape of the samples that a model reads; None where it does not read one field of numbers."""
    read = [id for id in model.inputs if reads(report, id)]
    field = field_of(report, read[0]) if len(read) == 1 else None
    return field.shape if field is not None and field.kind == "float" and field.shape else None


def check_reads_one(report: Report, model: ModelSpec, role: str) -> Iterator[Problem]:
    """An error unless a model reads exactly one field of numbers."""
    read = [id for id in model.inputs if reads(report, id)]
    if len(read) != 1:
        others = [report.nodes[id] for id in model.inputs if id in report.nodes and id not in read]
        yield Problem(
            "reads_no_single_field",
            tr(
                'The model "{role}" must read one field of the data, but it has {n} Input blocks.',
                role=role,
                n=len(read),
            ),
            hint=tr("Start it at one Input block."),
            node=model.inputs[0] if model.inputs else "",
            place=f"train.models.{role}",
            fixes=tuple(exchange(other, "input") for other in others) if not read else (),
        )
        return
    field = field_of(report, read[0])
    if field is not None and (field.kind != "float" or not field.shape):
        numbers = [n for n, f in report.fields.items() if f.kind == "float" and f.shape]
        yield Problem(
            "gives_back_symbols",
            tr("Only numbers can be given back, but {id} reads labels or tokens.", id=read[0]),
            hint=tr("Read a field of numbers."),
            node=read[0],
            place="field",
            fixes=tuple(_read(read[0], name) for name in numbers),
        )


def _read(id: str, field: str) -> Fix:
    title = tr("Set {name} of {id} to {value}", name="field", id=id, value=field)
    return Fix(title, lambda doc: edits.set_param(doc, id, "field", field))


def check_gives_back(report: Report, output: str, wanted: Shape | None) -> Iterator[Problem]:
    """An error for an output of another shape than the data."""
    made = report.shape(output)
    if made is None or wanted is None or made == wanted:
        return
    yield Problem(
        "not_the_shape_of_the_data",
        tr(
            "The network gives {made}, but the data has the shape {wanted}.",
            made=format_shape(made),
            wanted=format_shape(wanted),
        ),
        hint=tr("Make the last block give the shape {wanted}.", wanted=format_shape(wanted)),
        node=output,
        fixes=tuple(give_shape(report, output, wanted)),
    )


def others_among(report: Report, model: ModelSpec, allowed: str) -> list[NodeReport]:
    """Blocks at which a model starts that read no data and are not of the kind `allowed`."""
    found = [report.nodes[id] for id in model.inputs if id in report.nodes]
    return [
        n for n in found if n.block is not None and not n.block.reads and n.block.key != allowed
    ]


def begin_anew(document: Document, role: str, inputs: tuple[str, ...]) -> Document:
    """Let a model start at these blocks."""
    spec = document.train.models[role]
    changed = spec.with_(input=inputs[0] if len(inputs) == 1 else inputs)
    return edits.set_train(document, models={**document.train.models, role: changed})


def refuse_other_than_shares(x: Tensor) -> None:
    """Raise a `TrainError` unless all numbers lie from 0 to 1, as bce_with_logits needs it."""
    low, high = float(x.min()), float(x.max())
    if low < 0.0 or high > 1.0:
        raise TrainError(
            tr(
                "bce_with_logits compares probabilities, but the data runs from {low:.4g} to "
                "{high:.4g}.",
                low=low,
                high=high,
            ),
            hint=tr("Use mse."),
            node="train.params.loss",
        )
