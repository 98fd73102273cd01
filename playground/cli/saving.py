"""What `playground train --save DIR` leaves: document, weights, history and metrics."""

from __future__ import annotations

import csv
import io
import json
import math
from pathlib import Path
from typing import TYPE_CHECKING

from playground.document.format import replace_file, write
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
    _write(folder / HISTORY, _history(result))
    _write(folder / METRICS, _metrics(result))
    return tuple(str(folder / name) for name in (DOCUMENT, WEIGHTS, HISTORY, METRICS))


def _write(path: Path, text: str) -> None:
    try:
        replace_file(path, text.encode())
    except OSError as error:
        raise _not_saved(path, error) from None


def _history(result: Result) -> str:
    """One line a row, one column a scalar; a scalar that was not measured at a step is empty."""
    rows: dict[int, dict[str, float]] = {}
    for name, (steps, values) in result.history.items():
        for step, value in zip(steps.tolist(), values.tolist(), strict=True):
            rows.setdefault(step, {})[name] = value
    text = io.StringIO()
    writer = csv.DictWriter(text, ["step", *result.history], restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({"step": step, **row} for step, row in sorted(rows.items()))
    return text.getvalue()


def _metrics(result: Result) -> str:
    metrics = {
        name: value if math.isfinite(value) else None for name, value in result.metrics.items()
    }
    fields = {
        "steps": result.steps,
        "seconds": result.seconds,
        "steps_per_second": result.steps_per_second,
        **metrics,
    }
    return json.dumps(fields, indent=2, allow_nan=False) + "\n"


def _not_saved(path: Path, error: OSError) -> SaveError:
    return SaveError(
        tr("It cannot be saved: {reason}.", reason=error.strerror or str(error)),
        hint=tr("Choose another folder or free some space."),
        node=str(path),
    )
