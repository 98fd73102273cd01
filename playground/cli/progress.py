"""What `playground train` shows while it trains: JSON rows, a progress bar, or plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from playground.cli.report import console, show_json
from playground.document.model import Document
from playground.errors import join
from playground.i18n import tr

if TYPE_CHECKING:
    from rich.console import Console

    from playground.train.health import Finding

LINES = 20  # how many lines a run prints where there is no terminal for a bar

# Scalar -> how it is shown, the most telling first; rows have many more.
COLUMNS = {
    "loss/train": "{:.4f}",
    "loss/test": "{:.4f}",
    "accuracy/test": "{:.1%}",
    "exact/test": "{:.1%}",
    "bits_per_character/test": "{:.3f}",
    "mae/test": "{:.4g}",
    "r2/test": "{:.3f}",
    "loss/generator": "{:.4f}",
    "loss/discriminator": "{:.4f}",
    "modes": "{:.0f}",
}


class Display(Protocol):
    """Shows the rows of a run and, at its end, the summary."""

    def row(self, row: Mapping[str, Any]) -> None:
        """One row: "step", "seconds" and the scalars."""

    def finding(self, finding: Finding) -> None:
        """The training doctor has found something."""

    def done(self, summary: Mapping[str, Any]) -> None:
        """The run is over."""


@contextmanager
def display(document: Document, *, as_json: bool) -> Iterator[Display]:
    """The display that fits: JSON when asked for, a bar on a terminal, lines elsewhere."""
    if as_json:
        yield _Rows()
    elif console().is_terminal:
        with _Bar(document) as bar:
            yield bar
    else:
        yield _Lines(document.train.steps)


class _Rows:
    def row(self, row: Mapping[str, Any]) -> None:
        show_json(row)

    def finding(self, finding: Finding) -> None:
        show_json({"event": "finding", **finding.to_json()})

    def done(self, summary: Mapping[str, Any]) -> None:
        show_json({"event": "done", **summary})


class _Lines:
    def __init__(self, steps: int) -> None:
        self._every, self._next = max(1, steps // LINES), 0

    def row(self, row: Mapping[str, Any]) -> None:
        if row["step"] >= self._next:
            self._next = row["step"] + self._every
            console().print(f"{row['step']:>8}  {numbers(row)}", soft_wrap=True)

    def finding(self, finding: Finding) -> None:
        show_finding(finding)

    def done(self, summary: Mapping[str, Any]) -> None:
        show_summary(summary)


class _Bar:
    def __init__(self, document: Document) -> None:
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )

        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[numbers]}"),
            TimeRemainingColumn(),
            console=console(),
        )
        title = tr(document.title) or tr("Training")
        self._task = self._progress.add_task(title, total=document.train.steps, numbers="")

    def __enter__(self) -> _Bar:
        self._progress.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._progress.stop()

    def row(self, row: Mapping[str, Any]) -> None:
        self._progress.update(self._task, completed=row["step"], numbers=numbers(row))

    def finding(self, finding: Finding) -> None:
        show_finding(finding, self._progress.console)

    def done(self, summary: Mapping[str, Any]) -> None:
        self._progress.update(self._task, completed=summary["steps"], numbers=numbers(summary))
        self._progress.stop()
        show_summary(summary)


def numbers(row: Mapping[str, Any]) -> str:
    """The most telling scalars of a row in one line."""
    return "  ".join(
        f"{name} {shape.format(row[name])}" for name, shape in COLUMNS.items() if name in row
    )


def show_finding(finding: Finding, out: Console | None = None) -> None:
    """What the training doctor found, for a person: the lines keep above a progress bar."""
    out = out or console()
    place = ": ".join(filter(None, (tr("Step {n}", n=finding.step), finding.node)))
    out.print(f"  ! {place}: {join(finding.message, finding.hint)}", soft_wrap=True, markup=False)
    for fix in finding.fixes:
        out.print(f"      › {fix.title}", soft_wrap=True, markup=False)


def show_summary(summary: Mapping[str, Any]) -> None:
    """The last lines of a run, for a person."""
    out = console()
    values = {
        "steps": f"{summary['steps']:,}",
        "seconds": f"{summary['seconds']:.1f}",
        "rate": f"{summary['steps_per_second']:,.0f}",
    }
    if summary["stopped"]:
        out.print(tr("Stopped after {steps} steps, {seconds} s, {rate} steps/s.", **values))
    else:
        out.print(tr("Done: {steps} steps, {seconds} s, {rate} steps/s.", **values))
    if summary.get("reason"):
        out.print(summary["reason"])
    for name, shape in COLUMNS.items():
        if name in summary:
            out.print(f"  {name:<20} {shape.format(summary[name])}")
    for path in summary["saved"]:
        out.print(tr("Saved {path}", path=path), soft_wrap=True)
