"""Where a network is trained."""

from __future__ import annotations

import torch

from playground.errors import TrainError
from playground.i18n import tr

DEVICES = ("auto", "cpu", "cuda", "mps")
PLACE = "device"  # where a wrong name stands: the argument, and the option --device


def available_devices() -> tuple[str, ...]:
    """The names that work on this machine, "auto" first."""
    found = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    return ("auto", "cpu", *(name for name, there in found.items() if there))


def resolve_device(name: str) -> torch.device:
    """The device that a name means on this machine.

    "auto" is a CUDA graphics card where PyTorch can use one, else the CPU. Apple's "mps" is used
    only when it is asked for: for networks of the size that fit a screen, starting its kernels
    takes longer than the CPU needs for the whole step.

    Raises
    ------
    TrainError
        The device is not there, or nobody knows the name.
    """
    if name not in DEVICES:
        raise TrainError(
            tr('There is no device "{name}".', name=name[:80]),
            hint=tr("Use one of: {names}.", names=", ".join(available_devices())),
            node=PLACE,
        )
    there = available_devices()
    if name == "auto":
        return torch.device("cuda" if "cuda" in there else "cpu")
    if name in there:
        return torch.device(name)
    message = (
        tr("This PyTorch has no CUDA.")
        if name == "cuda" and torch.version.cuda is None and torch.version.hip is None
        else tr('This computer has no device "{name}" that PyTorch can use.', name=name)
    )
    raise TrainError(message, hint=tr("Use one of: {names}.", names=", ".join(there)), node=PLACE)
