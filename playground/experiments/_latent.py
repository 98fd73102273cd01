"""Whether an encoder, a decoder and the data fit together; pure arithmetic on a report."""

from __future__ import annotations

from collections.abc import Iterator

from playground.blocks.base import Shape, format_shape
from playground.check.fixes import exchange, give_shape, set_value
from playground.check.problems import Fix, Problem
from playground.check.report import NodeReport, Report
from playground.check.roles import name_models
from playground.document import edits
from playground.document.model import Document, ModelSpec
from playground.experiments._given_back import check_gives_back, check_reads_one, data_shape
from playground.i18n import tr

ROLES = ("encoder", "decoder")


def find_problems(report: Report) -> Iterator[Problem]:
    """Everything that keeps a code from being written and read."""
    encoder, decoder = (report.models[role] for role in ROLES)
    yield from check_reads_one(report, encoder, "encoder")
    wrong = tuple(_from_noise(report, encoder, decoder))
    yield from wrong
    if decoder.output in report.nodes:
        yield from check_gives_back(report, decoder.output, data_shape(report, encoder))
    if not wrong:
        yield from _two_numbers_each(report, encoder, decoder)


def _from_noise(report: Report, encoder: ModelSpec, decoder: ModelSpec) -> Iterator[Problem]:
    found = [report.nodes[id] for id in decoder.inputs if id in report.nodes]
    noise = [n for n in found if n.block is not None and n.block.key == "noise"]
    if len(noise) == 1 and len(found) == 1:
        return
    wrong = [n for n in found if n not in noise]
    yield Problem(
        "decoder_input",
        tr("The decoder must start at one Noise block: the codes come in there."),
        hint=tr("Start it with a Noise block, whose length is the size of the code."),
        node=wrong[0].node.id if wrong else "",
        place="train.models.decoder",
        fixes=(
            *name_models(report, ROLES[1:]),
            *(_make_noise(n, report.shape(encoder.output)) for n in wrong[:1]),
        ),
    )


def _make_noise(start: NodeReport, told: Shape | None) -> Fix:
    """Exchange a block for noise of the length that the encoder's output is made for."""
    made = exchange(start, "noise")
    if told is None or len(told) != 1 or told[0] % 2:
        return made

    def edit(doc: Document) -> Document:
        return edits.set_param(made.edit(doc), start.node.id, "features", told[0] // 2)

    return Fix(made.title, edit)


def _two_numbers_each(report: Report, encoder: ModelSpec, decoder: ModelSpec) -> Iterator[Problem]:
    """The encoder says a mean and a log-variance for each number of the code."""
    made, code = report.shape(encoder.output), report.shape(decoder.inputs[0])
    if made is None or code is None or made == (2 * code[0],):
        return
    fixes = list(give_shape(report, encoder.output, (2 * code[0],)))
    if len(made) == 1 and made[0] % 2 == 0:
        fixes.append(set_value(decoder.inputs[0], "features", made[0] // 2))
    yield Problem(
        "code_shape",
        tr(
            "The encoder must give {wanted} numbers, a mean and a log-variance for each of the "
            "{n} of the code, but it gives {made}.",
            wanted=2 * code[0],
            n=code[0],
            made=format_shape(made),
        ),
        hint=tr("Give its last block twice as many outputs as the Noise block of the decoder has."),
        node=encoder.output,
        fixes=tuple(fixes),
    )
