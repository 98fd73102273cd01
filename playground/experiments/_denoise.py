"""Whether a network can take noise from the data; pure arithmetic on a report."""

from __future__ import annotations

from collections.abc import Iterator

from playground.check.fixes import exchange
from playground.check.problems import Fix, Problem
from playground.check.report import Report
from playground.document import edits
from playground.document.model import Document, ModelSpec, Node, Wire
from playground.experiments._given_back import (
    begin_anew,
    check_gives_back,
    check_reads_one,
    data_shape,
    others_among,
    reads,
)
from playground.i18n import tr

_TIME = "time_embedding"


def find_problems(report: Report, spec: ModelSpec) -> Iterator[Problem]:
    """What keeps the model "main" from telling the noise in a sample of the data."""
    yield from check_reads_one(report, spec, "main")
    yield from check_gives_back(report, spec.output, data_shape(report, spec))
    wrong = others_among(report, spec, _TIME)
    for found in wrong:
        yield Problem(
            "diffusion_input",
            tr(
                "A diffusion network starts at an Input block and at Time embedding blocks, but "
                "{id} is neither.",
                id=found.node.id,
            ),
            hint=tr("Make it a Time embedding block."),
            node=found.node.id,
            fixes=(exchange(found, _TIME),),
        )
    told = any(getattr(report.nodes.get(id), "block", None) is not None for id in spec.inputs)
    timed = [
        id for id in spec.inputs if id in report.nodes and report.nodes[id].node.block == _TIME
    ]
    if told and not timed and not wrong:
        yield Problem(
            "without_time",
            tr("The network is not told the time: it has to guess how noisy each sample is."),
            hint=tr("Join a Time embedding block with the sample, or let it steer a FiLM block."),
            node=spec.output,
            severity="warning",
            fixes=tuple(_tell_time(report, spec)),
        )


def _tell_time(report: Report, spec: ModelSpec) -> Iterator[Fix]:
    """Of points: the waves stand beside the coordinates."""
    shape = data_shape(report, spec)
    source = next((id for id in spec.inputs if reads(report, id)), "")
    leaving = [wire for wire in report.document.wires if wire.source == source]
    if shape is None or len(shape) != 1 or len(leaving) != 1:
        return

    def edit(doc: Document) -> Document:
        x, y = doc.node(source).at
        time = Node(id=edits.fresh_id(doc, "time"), block=_TIME, at=(x, y + 140))
        doc = edits.add_node(doc, time)
        both = Node(id=edits.fresh_id(doc, "concat"), block="concat", at=(x + 200, y + 70))
        doc = edits.connect(
            edits.insert_on_wire(doc, leaving[0], both), Wire(source=time.id, target=both.id)
        )
        return begin_anew(doc, "main", (*spec.inputs, time.id))

    yield Fix(tr("Join {id} with a Time embedding", id=source), edit)
