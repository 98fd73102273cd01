"""Torch's global random numbers, as a session would have them if it were alone in the process."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, fx, nn

_RANDOM = ("drop", "rrelu", "rand", "bernoulli", "multinomial", "normal_", "gumbel", "poisson")


def draws(models: Mapping[str, nn.Module]) -> bool:
    """Whether a forward pass may draw random numbers; what is not known to draw none counts.

    To put a generator's state in place and to take it back is some per cent of the step of a tiny
    network, and most networks have no dropout.
    """
    return any(_may_draw(module) for model in models.values() for module in model.modules())


def _may_draw(module: nn.Module) -> bool:
    if isinstance(module, fx.GraphModule):
        calls = (n for n in module.graph.nodes if n.op in ("call_function", "call_method"))
        return any(_sounds_random(getattr(n.target, "__name__", str(n.target))) for n in calls)
    kind = type(module)
    if not kind.__module__.startswith("torch.nn.modules."):
        return True
    return _sounds_random(kind.__name__) or bool(getattr(module, "dropout", 0.0))


def _sounds_random(name: str) -> bool:
    return any(word in name.lower() for word in _RANDOM)


class Dice:
    """Dropout and its like draw from torch's global generators; here they get their own sequence.

    The numbers that others in the process draw between two steps change nothing for the session.
    `shake` before a step and `rest` after it take less than a microsecond together on a CPU.

    Parameters
    ----------
    seed : int
    device : torch.device
        Where the networks are.
    """

    def __init__(self, seed: int, device: torch.device) -> None:
        self._global = {"cpu": torch.default_generator}
        if device.type == "cuda":
            index = torch.cuda.current_device() if device.index is None else device.index
            self._global["cuda"] = torch.cuda.default_generators[index]
        made = {"cpu": torch.Generator(), "cuda": torch.Generator(device)}
        self._pairs = [
            (generator, made[name].manual_seed(seed).get_state())
            for name, generator in self._global.items()
        ]

    def shake(self) -> None:
        """Before a step: go on with the session's own numbers."""
        for generator, state in self._pairs:
            generator.set_state(state)

    def rest(self) -> None:
        """After a step: remember where they stand."""
        self._pairs = [(generator, generator.get_state()) for generator, _ in self._pairs]

    def capture(self) -> dict[str, Tensor]:
        """Kind of device -> state of its generator, uint8."""
        return {name: state for name, (_, state) in zip(self._global, self._pairs, strict=True)}

    def restore(self, states: Mapping[str, Tensor]) -> None:
        """Go on from there; a device that the states do not know keeps its numbers."""
        now = self.capture() | {n: s for n, s in states.items() if n in self._global}
        self._pairs = [(self._global[name], state) for name, state in now.items()]
