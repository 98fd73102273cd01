"""`playground write`: lets a trained language model go on with a text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from playground.cli.options import FileArgument, JsonOption, LangOption
from playground.cli.report import show_json, show_notice
from playground.cli.saving import WEIGHTS
from playground.cli.train import refuse_errors
from playground.document.library import load
from playground.errors import ParameterError
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.check.report import Report
    from playground.telemetry.writing.writer import Wish, Written

HELP = tr("Let a language model write on from a prompt.")

WeightsOption = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR", help=tr("Weights: a folder that --save has left, or a .safetensors file.")
    ),
]
PromptOption = Annotated[
    str, typer.Option(help=tr("The beginning; \\n is the end of a line."), show_default=False)
]
LengthOption = Annotated[int, typer.Option(min=1, help=tr("Tokens that are added."))]
TemperatureOption = Annotated[
    float, typer.Option(min=0.0, help=tr("0 takes the likeliest token, more dares more."))
]
TopKOption = Annotated[
    int, typer.Option(min=0, help=tr("Only so many of the likeliest tokens; 0 means all."))
]
TopPOption = Annotated[
    float,
    typer.Option(
        max=1.0,
        help=tr("Only the likeliest tokens that together have this probability; 1 means all."),
    ),
]
SeedOption = Annotated[int, typer.Option(help=tr("The same seed writes the same text."))]


def write(
    file: FileArgument,
    weights: WeightsOption = None,
    prompt: PromptOption = "",
    length: LengthOption = 200,
    temperature: TemperatureOption = 0.8,
    top_k: TopKOption = 0,
    top_p: TopPOption = 1.0,
    seed: SeedOption = 0,
    json: JsonOption = False,
    lang: LangOption = None,
) -> int:
    """Print the prompt as it was read and what follows; remarks go to standard error."""
    if not top_p > 0:
        raise ParameterError(
            tr("top_p is {value}; it must be above 0 and at most 1.", value=top_p), node="--top-p"
        )
    document = load(file)
    report = refuse_errors(document)

    from playground.telemetry.writing.sampling import Choice
    from playground.telemetry.writing.writer import Wish

    choice = Choice(temperature, top_k, top_p)
    wish = Wish(prompt.replace("\\n", "\n"), length, choice, seed)
    found, remarks = _written(report, weights, wish)
    if json:
        row: dict[str, object] = {
            "prompt": found.prompt,
            "text": found.text,
            "unknown": list(found.unknown),
            "cut": found.cut,
            "context_full": found.slid,
            "remarks": remarks,
        }
        show_json(row)
        return 0
    typer.echo(found.prompt + found.text)
    for remark in remarks:
        show_notice(remark)
    return 0


def _written(report: Report, weights: Path | None, wish: Wish) -> tuple[Written, list[str]]:
    """What the network wrote, and what is to be said about it."""
    import torch

    from playground.build.modules import build
    from playground.telemetry.writing.writer import field_to_write
    from playground.telemetry.writing.writer import write as write_on
    from playground.train.checkpoint import load_weights

    field = field_to_write(report.flat, report.fields)
    models = build(report.document, report)
    remarks = []
    if weights is None:
        remarks.append(tr("No --weights: this network has not learned anything yet."))
    else:
        load_weights(models, weights / WEIGHTS if weights.is_dir() else weights)
    with torch.inference_mode():
        found = write_on(report.flat, models["main"].eval(), field, wish)
    return found, [*remarks, *found.remarks(field.shape[0])]
