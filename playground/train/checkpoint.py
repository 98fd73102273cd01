"""Weights in safetensors files, named `block.parameter`. No pickle, anywhere, ever."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor, nn

from playground.blocks.base import format_shape
from playground.document.format import replace_file
from playground.errors import WeightsError
from playground.i18n import reason_of, tr

FORMAT, VERSION = "neural-playground-weights", "1"


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What came of loading weights; all are names such as "hidden.weight".

    Parameters
    ----------
    loaded : tuple of str
        Taken from the file.
    missing : tuple of str
        In the network, not in the file: they keep their values.
    unexpected : tuple of str
        In the file, not in the network: ignored.
    mismatched : tuple of str
        In both, with different shapes: they keep their values.
    """

    loaded: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unexpected: tuple[str, ...] = ()
    mismatched: tuple[str, ...] = ()


def save_weights(models: Mapping[str, nn.Module], path: str | Path, step: int = 0) -> None:
    """Write the weights and running statistics of all models; leaves the old file or the new one.

    Parameters
    ----------
    models : mapping
        Role -> network. Block ids are unique in a document, so roles are no part of the names.
    path : path
    step : int
        Optimiser steps finished, noted in the file.

    Raises
    ------
    WeightsError
        The file cannot be written.
    """
    tensors = {name: t.detach().to("cpu").contiguous() for name, t in _state(models).items()}
    data = save(tensors, {"format": FORMAT, "version": VERSION, "step": str(step)})
    _write(Path(path), data)


def load_weights(
    models: Mapping[str, nn.Module], path: str | Path, *, strict: bool = True
) -> LoadReport:
    """Copy the weights of a file into the models, in place.

    Parameters
    ----------
    models : mapping
        Role -> network.
    path : path
    strict : bool
        Every weight of the network must be in the file, with its shape; otherwise nothing is
        loaded. False takes what fits.

    Raises
    ------
    WeightsError
        The file is missing, is no safetensors file, or does not fit the network.
    """
    path = Path(path)
    have = _state(models)
    try:
        if not path.is_file():
            raise WeightsError(
                tr("{path} is a folder, not a file.", path=path)
                if path.is_dir()
                else tr("There is no file {path}.", path=path)
            )
        with safe_open(path, framework="pt") as file:
            came = {name: file.get_tensor(name) for name in file.keys() if name in have}  # noqa: SIM118
            unexpected = tuple(sorted(set(file.keys()) - set(have)))
    except (SafetensorError, OSError, ValueError, RuntimeError) as error:
        raise WeightsError(
            tr("{name} cannot be read: {reason}.", name=path, reason=reason_of(error))
            if isinstance(error, OSError)
            else tr("{path} is no safetensors file, or only a part of one.", path=path),
            hint=tr("Choose a file that was saved as weights."),
        ) from error
    return _copy(have, came, unexpected, path, strict)


def _copy(
    have: dict[str, Tensor],
    came: dict[str, Tensor],
    unexpected: tuple[str, ...],
    path: Path,
    strict: bool,
) -> LoadReport:
    missing = tuple(name for name in have if name not in came)
    both = [name for name in have if name in came]
    mismatched = tuple(name for name in both if not _fits(came[name], have[name]))
    report = LoadReport(
        loaded=tuple(name for name in both if name not in mismatched),
        missing=missing,
        unexpected=unexpected,
        mismatched=mismatched,
    )
    if strict and (missing or mismatched):
        raise _misfit(have, came, report, path)
    with torch.no_grad():
        for name in report.loaded:
            have[name].copy_(came[name])
    return report


def _misfit(
    have: dict[str, Tensor], came: dict[str, Tensor], report: LoadReport, path: Path
) -> WeightsError:
    hint = tr("These weights belong to another network; build the one they were saved with.")
    if report.mismatched:
        name = report.mismatched[0]
        message = tr(
            '"{name}" is {came} in {path}, but {have} in this network.',
            name=name,
            came=format_shape(tuple(came[name].shape)),
            have=format_shape(tuple(have[name].shape)),
            path=path.name,
        )
    else:
        name = report.missing[0]
        message = tr(
            'There is no "{name}" ({have}) in {path}; it holds: {names}.',
            name=name,
            have=format_shape(tuple(have[name].shape)),
            path=path.name,
            names=", ".join((*report.loaded, *report.unexpected)[:8]) or tr("none"),
        )
    return WeightsError(message, hint, name.rpartition(".")[0])


def _fits(came: Tensor, have: Tensor) -> bool:
    return came.shape == have.shape and came.is_floating_point() == have.is_floating_point()


def _state(models: Mapping[str, nn.Module]) -> dict[str, Tensor]:
    state: dict[str, Tensor] = {}
    for model in models.values():
        state.update(model.state_dict())
    return state


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    except OSError as error:
        raise WeightsError(
            tr(
                "The weights cannot be saved to {path}: {error}.", path=path, error=reason_of(error)
            ),
            hint=tr("Check the free space and that the folder may be written to."),
        ) from error
