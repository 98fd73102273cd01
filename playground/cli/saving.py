"""What `playground train --save DIR` leaves: document, weights, history and metrics."""

from __future__ import annotations

import csv
import json
import math
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from playground.document.format import write
from playground.errors import SaveError
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.train.result import Result

DOCUMENT, WEIGHTS, HISTORY, METRICS = (
    "document.json",
    "weights.safetensors",
    "history.csv",
    "metrics.json",
)


def prepare_folder(folder: Path) -> None:
    """Make the folder and try to write in it, before any work is done for it.

    Raises
    ------
    SaveError
        It cannot be made or written to; the place is the folder.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".write-test"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise _not_saved(folder, error) from None


def save(result: Result, folder: Path) -> tuple[str, ...]:
    """Write everything a run made; returns the paths. Each file is replaced whole or not at all."""
    from playground.train.checkpoint import save_weights

    write(result.document, folder / DOCUMENT)
    save_weights(result.models, folder / WEIGHTS, result.steps)
    write_whole(folder / HISTORY, lambda path: _write_history(path, result))
    write_whole(folder / METRICS, lambda path: _write_metrics(path, result))
    return tuple(str(folder / name) for name in (DOCUMENT, WEIGHTS, HISTORY, METRICS))


def write_whole(path: Path, write_to: Callable[[Path], None]) -> None:
    """Let `write_to` fill a file beside `path`, then put it in its place."""
    part = path.with_name(path.name + ".part")
    try:
        write_to(part)
        os.replace(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise _not_saved(path, error) from None


def _write_history(path: Path, result: Result) -> None:
    """One line a row, one column a scalar; a scalar that was not measured at a step is empty."""
    rows: dict[int, dict[str, float]] = {}
    for name, (steps, values) in result.history.items():
        for step, value in zip(steps.tolist(), values.tolist(), strict=True):
            rows.setdefault(step, {})[name] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["step", *result.history], restval="")
        writer.writeheader()
        writer.writerows({"step": step, **row} for step, row in sorted(rows.items()))


def _write_metrics(path: Path, result: Result) -> None:
    metrics = {
        name: value if math.isfinite(value) else None for name, value in result.metrics.items()
    }
    fields = {
        "steps": result.steps,
        "seconds": result.seconds,
        "steps_per_second": result.steps_per_second,
        **metrics,
    }
    path.write_text(json.dumps(fields, indent=2, allow_nan=False) + "\n", encoding="utf-8")


def _not_saved(path: Path, error: OSError) -> SaveError:
    return SaveError(
        tr("It cannot be saved: {reason}.", reason=error.strerror or str(error)),
        hint=tr("Choose another folder or free some space."),
        node=str(path),
    )
