"""`playground train`: trains a document in the terminal."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Any

import typer

from playground.cli.options import FileArgument, JsonOption, LangOption
from playground.cli.progress import display
from playground.cli.saving import RUN, prepare_folder, save
from playground.cli.settings import apply_settings
from playground.document.library import load
from playground.document.model import Document
from playground.errors import BuildError, ParameterError, PlaygroundError, TrainError, join
from playground.i18n import tr
from playground.train.engine.base import ENGINES

if TYPE_CHECKING:
    from playground.check.report import Report
    from playground.telemetry.snapshot import Snapshot
    from playground.train.result import BrokenRun, Result

HELP = tr("Train a document in the terminal.")
LARGE_STEP_FLOPS = 1e8  # below it, one core finishes a step before others have started
STOPPED = 130  # exit status after Ctrl+C: 128 + SIGINT, as shells expect


StepsOption = Annotated[
    int | None, typer.Option(help=tr("Optimiser steps; the document's unless given."))
]
SecondsOption = Annotated[
    float | None, typer.Option(help=tr("Stop after this many seconds of training."))
]
SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="PATH=VALUE",
        help=tr("Change a setting for this run, such as train.params.lr=0.01. Repeatable."),
    ),
]
SeedOption = Annotated[int | None, typer.Option(help=tr("Seed; the document's unless given."))]
DeviceOption = Annotated[
    str, typer.Option(metavar="auto|cpu|cuda|mps", help=tr("Where to compute."))
]
EngineOption = Annotated[
    str, typer.Option(metavar="|".join(ENGINES), help=tr("What runs the training."))
]
WeightsOption = Annotated[
    Path | None,
    typer.Option(metavar="IN", help=tr("Start from the weights of this .safetensors file.")),
]
ResumeOption = Annotated[
    Path | None,
    typer.Option(
        metavar="IN",
        help=tr("Go on with the run of this file, or of this folder that --save has left."),
    ),
]
SaveOption = Annotated[
    Path | None,
    typer.Option(
        "--save", metavar="DIR", help=tr("Save document, weights, run, history and metrics here.")
    ),
]


def train(
    file: FileArgument,
    steps: StepsOption = None,
    seconds: SecondsOption = None,
    settings: SetOption = None,
    seed: SeedOption = None,
    device: DeviceOption = "auto",
    engine: EngineOption = "thread",
    weights: WeightsOption = None,
    resume: ResumeOption = None,
    save_to: SaveOption = None,
    json: JsonOption = False,
    lang: LangOption = None,
) -> int:
    """Train, show how it goes, save what `--save` asked for. Exit status 130 after Ctrl+C."""
    _check_options(engine, seconds)
    document = _document(file, settings or (), steps, seed)
    report = refuse_errors(document)
    if save_to is not None:  # better refused now than after an hour of training
        prepare_folder(save_to, report.cost.parameters)
    with _interrupt() as interrupted, display(document, as_json=json) as view:
        from playground.train.result import BrokenRun

        try:
            result = _trainer(engine, cores_for(report))(
                document,
                seconds=seconds,
                device=device,
                weights=weights,
                resume=_run_file(resume),
                on_row=lambda snapshot: view.row(_row(snapshot)),
                should_stop=interrupted.is_set,
                on_finding=view.finding,
            )
        except BrokenRun as failure:
            raise _with_saved(failure, save_to) from failure
        saved = save(result, save_to) if save_to is not None else ()
        stopped = interrupted.is_set()
        view.done(_summary(result, stopped, saved))
    return STOPPED if stopped else 0


def _run_file(given: Path | None) -> Path | None:
    """The file of a run; a folder is one that `--save` has left."""
    return given / RUN if given is not None and given.is_dir() else given


def _trainer(engine: str, cores: int) -> Callable[..., Result]:
    """`train.result.train`, here or in a process of its own."""
    if engine == "thread":
        import torch

        from playground.train.result import train as run_training

        torch.set_num_threads(cores)
        return run_training
    from playground.train.engine.whole import train_in_process

    return partial(train_in_process, cores=cores, turbo=engine == "turbo")


def _document(file: str, settings: Sequence[str], steps: int | None, seed: int | None) -> Document:
    words = [
        *settings,
        *([f"train.steps={steps}"] if steps is not None else []),
        *([f"train.seed={seed}"] if seed is not None else []),
    ]
    return apply_settings(load(file), words)


def _check_options(engine: str, seconds: float | None) -> None:
    if engine not in ENGINES:
        raise ParameterError(
            tr('There is no engine "{name}".', name=engine[:40]),
            hint=tr("There is: {names}.", names=", ".join(ENGINES)),
            node="--engine",
        )
    if seconds is not None and not seconds > 0:
        raise ParameterError(
            tr("The seconds are {value}; they must be greater than 0.", value=seconds),
            node="--seconds",
        )


def refuse_errors(document: Document) -> Report:
    """Raise the first error of the document, with its place; torch is not loaded for it."""
    from playground.check.check import check

    report = check(document)
    errors = [p for p in report.problems if p.severity == "error"]
    if errors:
        first = errors[0]
        raise BuildError(first.message, hint=first.hint, node=first.node or first.place)
    return report


def _with_saved(failure: BrokenRun, folder: Path | None) -> PlaygroundError:
    """The failure, with where the run that it ended is saved, or why it is not."""
    if folder is None:
        return failure
    try:
        save(failure.result, folder)
        saved = tr(
            "The run up to here, with the weights of step {step}, is saved in {folder}.",
            step=failure.result.steps,
            folder=folder,
        )
    except PlaygroundError as error:
        saved = str(error)
    return TrainError(failure.message, join(failure.hint, saved), failure.node)


def cores_for(report: Report) -> int:
    """All cores for large steps, one for small: there, sharing costs more than it saves.

    What comes one after the other, like the steps of a recurrent layer, cannot be shared.
    """
    import psutil

    samples = report.document.train.params.get("batch_size", 32)
    at_once = sum(found.cost.flops // found.cost.rounds for found in report.blocks.values())
    flops = 3 * samples * at_once  # backward takes about twice the forward
    return (psutil.cpu_count(logical=False) or 1) if flops > LARGE_STEP_FLOPS else 1


def _row(snapshot: Snapshot) -> dict[str, Any]:
    return {"step": snapshot.step, "seconds": snapshot.seconds, **snapshot.scalars}


@contextmanager
def _interrupt() -> Iterator[threading.Event]:
    """An event that the first Ctrl+C sets; the second one kills, whatever the program is doing."""
    event = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield event  # only the main thread receives signals
        return

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        event.set()
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    before = signal.signal(signal.SIGINT, on_signal)
    try:
        yield event
    finally:
        signal.signal(signal.SIGINT, before)


def _summary(result: Result, stopped: bool, saved: Sequence[str]) -> dict[str, Any]:
    return {
        "steps": result.steps,
        "seconds": result.seconds,
        "steps_per_second": result.steps_per_second,
        **result.metrics,
        "stopped": stopped,
        "reason": result.reason,
        "notes": result.notes,
        "findings": [finding.to_json() for finding in result.findings],
        "saved": saved,
    }
