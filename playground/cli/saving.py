"""What `playground train --save DIR` leaves: document, weights, run, history and metrics."""

from __future__ import annotations

import csv
import io
import json
import math
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playground.document.format import write
from playground.document.whole_file import replace_file
from playground.errors import PlaygroundError, SaveError
from playground.i18n import reason_of, tr

if TYPE_CHECKING:
    from playground.train.result import Result

DOCUMENT, WEIGHTS, RUN, HISTORY, METRICS = (
    "document.json",
    "weights.safetensors",
    "run.safetensors",
    "history.csv",
    "metrics.json",
)
COPIES = 4  # of each weight: on its own, and in the run with two moments
MARGIN = 2**20  # bytes for everything but the weights


def prepare_folder(folder: Path, parameters: int = 0) -> None:
    """Make the folder and try to write in it, before any work is done for it.

    Parameters
    ----------
    folder : Path
    parameters : int
        How many weights are to be saved in it, of 4 bytes each.

    Raises
    ------
    SaveError
        It cannot be made or written to, or there is too little room; the place is the folder.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".write-test"
        probe.write_bytes(b"")
        probe.unlink()
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise _not_saved(folder, reason_of(error)) from None
    needed = COPIES * 4 * parameters + MARGIN
    if free < needed:
        reason = tr(
            "it needs about {needed:.1f} MB, and {free:.1f} MB are free",
            needed=needed / 2**20,
            free=free / 2**20,
        )
        raise _not_saved(folder, reason)


def save(result: Result, folder: Path) -> tuple[str, ...]:
    """Write everything a run made; returns the paths. Each file is replaced whole or not at all.

    Raises
    ------
    PlaygroundError
        It cannot be written. The run is then saved in a new folder for temporary files, which the
        hint names, where that is possible.
    """
    try:
        return _save(result, folder)
    except PlaygroundError as error:
        try:
            rescue = Path(tempfile.mkdtemp(prefix="neural-playground-"))
            _save(result, rescue)
        except (OSError, PlaygroundError):
            raise error from None
        error.hint = tr("The run is saved in {folder} instead.", folder=rescue)
        raise


def _save(result: Result, folder: Path) -> tuple[str, ...]:
    from playground.train.checkpoint import save_weights

    write(result.document, folder / DOCUMENT)
    save_weights(result.models, folder / WEIGHTS, result.steps)
    names = [DOCUMENT, WEIGHTS, HISTORY, METRICS]
    if result.state is not None:  # of a run that failed nothing is left to go on from
        from playground.train.run_file import save_run

        save_run(result.state, folder / RUN)
        names.insert(2, RUN)
    _write(folder / HISTORY, _history(result))
    _write(folder / METRICS, _metrics(result))
    return tuple(str(folder / name) for name in names)


def _write(path: Path, text: str) -> None:
    try:
        replace_file(path, text.encode())
    except OSError as error:
        raise _not_saved(path, reason_of(error)) from None


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


def _not_saved(path: Path, reason: str) -> SaveError:
    return SaveError(
        tr("It cannot be saved: {reason}.", reason=reason),
        hint=tr("Choose another folder or free some space."),
        node=str(path),
    )
