"""Runs to compare: what each was trained from, and its curves. Files to keep and to export them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from playground.document.format import reads, writes
from playground.document.model import Document
from playground.document.whole_file import replace_file
from playground.errors import FormatError, PlaygroundError, SaveError
from playground.i18n import reason_of, tr
from playground.telemetry.history import History

FORMAT: Final = "neural-playground-runs"
VERSION: Final = 1
MAX_BYTES: Final = 64 * 2**20
KEPT_POINTS: Final = 4096  # bins of a curve that comes from a file: none of its points is merged
NUM_COLOURS: Final = 10


@dataclass(slots=True, eq=False)
class RunRecord:
    """One run: the current one, which grows, or one that is over.

    Parameters
    ----------
    number : int
        Number of the run in this session; networks that nobody trained have one, too.
    document : Document
        What it was trained from; the newest one where it was edited while it trained.
    curves : History
        Every scalar over the optimiser steps.
    name : str
        What the user calls it; "" shows the number.
    colour : int
        0 to 9, number in the palette of ten.
    seconds : float
        Training time, pauses excluded.
    visible : bool
        Whether plots show it beside the current run.
    parent : tuple of int, optional
        Number of the run and the step at which this one branched off.
    events : list
        (step, text) of edits and findings, oldest first.
    place : int
        How many runs there were with it, those without a step left out; 0: as the number says.
    """

    number: int
    document: Document
    curves: History = field(default_factory=History)
    name: str = ""
    colour: int = 0
    seconds: float = 0.0
    visible: bool = True
    parent: tuple[int, int] | None = None
    events: list[tuple[int, str]] = field(default_factory=list)
    place: int = 0

    @property
    def title(self) -> str:
        """Name of the run in the user's language."""
        return self.name or tr("Run {n}", n=self.place or self.number)

    @property
    def steps(self) -> int:
        """Optimiser steps of its newest row."""
        return max((self.curves.last_step(name) for name in self.curves), default=0)

    def last(self) -> dict[str, float]:
        """Newest value of every scalar."""
        found = {name: self.curves.last(name) for name in self.curves}
        return {name: value for name, value in found.items() if value is not None}


class _Stored(BaseModel):
    """One run as a line of a file."""

    model_config = ConfigDict(extra="forbid")

    run: int = Field(ge=0)
    name: str = Field("", max_length=200)
    colour: int = Field(0, ge=0, lt=NUM_COLOURS)
    seconds: float = Field(0.0, ge=0)
    visible: bool = True
    parent: tuple[int, int] | None = None
    events: list[tuple[int, str]] = Field([], max_length=10_000)
    document: dict[str, Any]
    curves: dict[str, tuple[list[int], list[float | None]]] = Field(max_length=1000)


def kept_path(document_path: Path) -> Path:
    """Where the runs of a document lie that keeps them: `net.json` -> `net.runs.jsonl`."""
    return document_path.with_suffix(".runs.jsonl")


def write_runs(path: Path, runs: Iterable[RunRecord]) -> None:
    """Keep runs in a file, one JSON object a line; leaves the old file or the new one.

    Raises
    ------
    SaveError
        The file cannot be written, or would be too large to be read again.
    """
    lines = [json.dumps({"format": FORMAT, "version": VERSION})]
    lines += [json.dumps(_stored(run), ensure_ascii=False, allow_nan=False) for run in runs]
    _write(path, ("\n".join(lines) + "\n").encode())


def read_runs(path: Path) -> list[RunRecord]:
    """The runs of a file.

    Raises
    ------
    FormatError
        There is no such file, or it is damaged, too large, of a newer version, or something else.
    """
    name = path.name
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ValueError(tr("it has more than {n} MB", n=MAX_BYTES // 2**20))
        lines = path.read_text(encoding="utf-8").splitlines()
        head = json.loads(lines[0]) if lines else None
        if not isinstance(head, dict) or head.get("format") != FORMAT:
            raise ValueError(tr("it holds no runs"))
        if head.get("version") != VERSION:
            version = str(head.get("version"))[:20]
            raise ValueError(tr("it is of version {version}, a newer one", version=version))
        return [_restored(json.loads(line), name) for line in lines[1:] if line.strip()]
    except (OSError, ValueError, RecursionError, PlaygroundError) as error:
        raise FormatError(
            tr("{name} cannot be read: {reason}.", name=name, reason=_reason(error)),
            hint=tr("The runs in it are left out; the file stays as it is."),
        ) from error


def to_csv(runs: Iterable[RunRecord]) -> str:
    """Everything plotted as a table: one row a run and step, one column a scalar."""
    runs = list(runs)
    names = list(dict.fromkeys(name for run in runs for name in run.curves))
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["run", "step", *names])
    for run in runs:
        for step, row in _rows(run):
            table.writerow([run.title, step, *(row.get(name, "") for name in names)])
    return out.getvalue()


def to_json_lines(runs: Iterable[RunRecord]) -> str:
    """Everything plotted, one JSON object a run and step; what is not finite is null."""
    lines = []
    for run in runs:
        for step, row in _rows(run):
            values = {name: v if np.isfinite(v) else None for name, v in row.items()}
            lines.append(json.dumps({"run": run.title, "step": step, **values}, ensure_ascii=False))
    return "\n".join(lines) + "\n" if lines else ""


def export(path: Path, runs: Iterable[RunRecord]) -> None:
    """Write the curves; the suffix says as what: .csv or .jsonl.

    Raises
    ------
    SaveError
        Another suffix, or the file cannot be written.
    """
    kinds = {".csv": to_csv, ".jsonl": to_json_lines}
    if path.suffix.lower() not in kinds:
        raise SaveError(
            tr("{name} has an ending that is no kind of table.", name=path.name),
            hint=tr("Choose one of .csv and .jsonl."),
        )
    _write(path, kinds[path.suffix.lower()](runs).encode())


def _rows(run: RunRecord) -> Iterator[tuple[int, dict[str, float]]]:
    """The points of all curves by step."""
    rows: dict[int, dict[str, float]] = {}
    for name in run.curves:
        for step, value in zip(*run.curves.curve(name), strict=True):
            rows.setdefault(int(step), {})[name] = float(value)
    return ((step, rows[step]) for step in sorted(rows))


def _stored(run: RunRecord) -> Mapping[str, Any]:
    return {
        "run": run.number,
        "name": run.name,
        "colour": run.colour,
        "seconds": round(run.seconds, 3),
        "visible": run.visible,
        "parent": run.parent,
        "events": run.events,
        "document": json.loads(writes(run.document)),
        "curves": {name: _points(run.curves, name) for name in run.curves},
    }


def _points(curves: History, name: str) -> tuple[list[int], list[float | None]]:
    steps, values = curves.curve(name)
    return steps.astype(int).tolist(), [v if np.isfinite(v) else None for v in values.tolist()]


def _restored(line: Any, name: str) -> RunRecord:
    try:
        stored = _Stored.model_validate(line)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or tr("a line")
        raise ValueError(f"{place}: {first['msg']}") from None
    curves = History(KEPT_POINTS)
    for key, (steps, values) in stored.curves.items():
        if len(steps) != len(values):
            raise ValueError(tr('the curve "{name}" has not as many values as steps', name=key))
        for step, value in zip(steps, values, strict=True):
            curves.append(step, {key: float("nan") if value is None else value})
    return RunRecord(
        number=stored.run,
        document=reads(json.dumps(stored.document), name),
        curves=curves,
        name=stored.name,
        colour=stored.colour,
        seconds=stored.seconds,
        visible=stored.visible,
        parent=stored.parent,
        events=stored.events,
    )


def _write(path: Path, data: bytes) -> None:
    try:
        if len(data) > MAX_BYTES:
            raise ValueError(tr("it would have more than {n} MB", n=MAX_BYTES // 2**20))
        replace_file(path, data)
    except (OSError, ValueError) as error:
        raise SaveError(
            tr("{name} could not be saved: {reason}.", name=path.name, reason=_reason(error)),
            hint=tr("The file is as it was before. Save it in another place."),
        ) from error


def _reason(error: BaseException) -> str:
    return reason_of(error) if isinstance(error, OSError) else str(error).removesuffix(".")
