"""The loss around the weights of a network, and the way that the run took there."""

from __future__ import annotations

import copy
import time
import weakref
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Literal

import numpy as np

from playground.telemetry.probes.base import Bench, Probe
from playground.telemetry.probes.losses import LOSSES, as_target

if TYPE_CHECKING:
    from torch import nn

    from playground.telemetry.landscape import Checkpoint, Slice

CHECKPOINTS: Final = "checkpoints"  # key of `Bench.memory`: callable that gives the earlier weights
OLD: Final = "landscape"  # key of the slice that is there

RUNNING, DONE, CANCELLED, FAILED = range(4)


@dataclass(frozen=True)
class Landscape(Probe):
    """Look at the loss on a plane through the current weights; a thread computes it point by point.

    Only for a model "main" with a loss. Arrays:

    - ``landscape/loss``: float32 (S, S), the training loss of the samples below, without weights of
      classes and without regularisation; NaN where it is not computed yet. A row is a place along
      the second direction.
    - ``landscape/extent``: float64 (4,), ends of the first axis, then of the second.
    - ``landscape/path``: float64 (K, 4): step, both coordinates, distance from the plane.
    - ``landscape/state``: float64 (6,): state (0 to 3, see the constants), part that is done, step
      of the centre, samples, ticket, 1 for the plane of the path.

    Statistics of batch normalisation stay as they are in the centre.

    Parameters
    ----------
    ticket : int
        Another one begins anew.
    plane : str
        "random": filter-normalised directions. "path": where the run moved most.
    going : bool
        False cancels it.
    samples : int
        Training samples, spread over all.
    """

    ticket: int = 0
    plane: Literal["random", "path"] = "random"
    going: bool = True
    samples: int = 256

    repeatable: ClassVar[bool] = False  # at an earlier step the point moves, not the plane

    @property
    def name(self) -> str:
        return "landscape"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        model = bench.models.get("main")
        if model is None:
            return {}
        key = (self.ticket, self.plane, self.samples)
        holder: _Holder | None = bench.memory.get(OLD)
        if holder is None or holder.key != key:
            if not self.going:
                return {}
            if holder is not None:
                holder.found.stop.set()
            found = self._begin(bench)
            if found is None:
                return {}
            holder = bench.memory[OLD] = _Holder(key, found)
            found.start()
        found = holder.found
        found.asked = time.monotonic()
        if not self.going:
            found.stop.set()
        weights = dict(model.named_parameters())
        if found.plane is not None and not found.fits(weights):
            return {}
        found.follow(bench.step, weights)
        return self._arrays(found)

    def _begin(self, bench: Bench) -> Slice | None:
        """Copies of everything that the thread needs."""
        from playground.telemetry.landscape import Slice
        from playground.telemetry.probes import forward

        target, loss = forward.target_of(bench.document), forward.loss_of(bench.document)
        model = bench.models["main"]
        if target not in bench.train or loss not in LOSSES or not list(model.parameters()):
            return None
        some = forward.spread(bench, self.samples, self)
        arguments = [a.cpu() for a in forward.inputs_of(bench, "main", some, self)]
        own = copy.deepcopy(model).cpu().eval()
        for part in own.modules():
            part._forward_hooks.clear()
            part._forward_pre_hooks.clear()
        for parameter in own.parameters():
            parameter.requires_grad_(False)
            parameter.grad = None
        y = some[target].cpu()

        def measure(network: nn.Module) -> float:
            outputs = network(*arguments)
            return float(LOSSES[loss](outputs, as_target(y, loss, outputs)))

        earlier: Callable[[], Sequence[Checkpoint]] = bench.memory.get(CHECKPOINTS, tuple)
        return Slice(
            own,
            measure,
            seed=bench.seed + self.ticket,
            along_path=self.plane == "path",
            step=bench.step,
            checkpoints=earlier(),
        )

    def _arrays(self, found: Slice) -> dict[str, np.ndarray]:
        state = FAILED if found.failed else DONE
        if found.done < found.size**2 and not found.failed:
            state = CANCELLED if found.stop.is_set() else RUNNING
        part = found.done / found.size**2
        numbers = (state, part, found.step, self.samples, self.ticket, self.plane == "path")
        arrays = {"landscape/state": np.array(numbers, dtype=np.float64)}
        if found.plane is not None:
            arrays["landscape/loss"] = found.losses.copy()
            arrays["landscape/extent"] = np.array(found.plane.extent)
            arrays["landscape/path"] = np.array(found.path, dtype=np.float64).reshape(-1, 4)
        return arrays


class _Holder:
    """Keeps a slice in the memory of a run; where that is forgotten, the thread ends."""

    def __init__(self, key: object, found: Slice) -> None:
        self.key, self.found = key, found
        weakref.finalize(self, found.stop.set)
