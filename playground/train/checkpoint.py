"""Weights in safetensors files, named `block.parameter`. No pickle, anywhere, ever."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save
from torch import Tensor, nn

from playground.blocks.base import format_shape
from playground.document.whole_file import replace_file
from playground.errors import WeightsError, join
from playground.i18n import reason_of, tr
from playground.train.tensor_file import TensorFile, read_tensors

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
    converted : tuple of str
        Taken from bfloat16 numbers.
    """

    loaded: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unexpected: tuple[str, ...] = ()
    mismatched: tuple[str, ...] = ()
    converted: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether the network got all its weights."""
        return not (self.missing or self.mismatched)

    def __str__(self) -> str:
        """One or two sentences for the user; "" when there is nothing to say."""
        words = [] if self.whole else [self._fitting()]
        if self.converted:
            words.append(
                tr(
                    "{n} tensors were bfloat16, such as {name}: they are float32 now.",
                    n=len(self.converted),
                    name=self.converted[0],
                )
            )
        return join(*words)

    def _fitting(self) -> str:
        total = len(self.loaded) + len(self.missing) + len(self.mismatched)
        gone = ", ".join((*self.mismatched, *self.missing)[:4])
        return tr(
            "{n} of {total} tensors fit; these start afresh: {names}.",
            n=len(self.loaded),
            total=total,
            names=gone,
        )


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
    write_file(Path(path), data)


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
        The file is missing, is no sound safetensors file, or does not fit the network.
    """
    path, have = Path(path), _state(models)
    file = read_tensors(path)
    arrays = weights_in(file)
    came = {n: torch.from_numpy(array.copy()) for n, array in arrays.items() if n in have}
    unexpected = tuple(sorted(set(arrays) - set(have)))
    report = _copy(have, came, unexpected, path, strict)
    return replace(report, converted=tuple(n for n in report.loaded if n in file.converted))


def weights_in(file: TensorFile) -> dict[str, np.ndarray]:
    """The weights of a file, without what a checkpoint holds beside them."""
    return {name: array for name, array in file.arrays.items() if "/" not in name}


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


def write_file(path: Path, data: bytes) -> None:
    """Replace a file, whole or not at all; `WeightsError` says why not."""
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
