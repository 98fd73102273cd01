"""Which units of a layer matter most: those with large weights on the way in and on the way out."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from playground.build.gather import absorbs, layout_of
from playground.build.units import Flow, Ints, Network

Energies = NDArray[np.float64]  # (units,) sums of squares


class Strengths:
    """L2 norms of the weights into and out of each unit of a network.

    Layers whose outputs are added (a residual network) keep the same units: their squares are added
    up, too.
    """

    def __init__(self, network: Network, flow: Flow) -> None:
        self._network, self._flow = network, flow
        self._tied: dict[str, set[str]] = {}
        self._out: dict[str, Energies] | None = None

    def strongest(self, id: str, count: int, in_order: bool = False) -> Ints:
        """Numbers of the `count` strongest units of a block, ascending; the first ones in order."""
        if in_order or layout_of(self._network.modules[id]) is None:
            return np.arange(count)
        if self._out is None:
            self._tie()
            self._out = self._ways_out()
        group = [g for g in self._tied.get(id, {id}) if len(self._flow.outputs[g]) >= count]
        size = len(self._flow.outputs[id])
        same = [g for g in group if len(self._flow.outputs[g]) == size]
        way_in = sum((self._way_in(g) for g in same), np.zeros(size))
        way_out = sum((self._out[g] for g in same if g in self._out), np.zeros(size))
        strength = way_in * way_out if way_out.any() else way_in
        strongest: Ints = np.sort(np.argsort(-strength, kind="stable")[:count])
        return strongest

    def _way_in(self, id: str) -> Energies:
        total = np.zeros(len(self._flow.outputs[id]))
        module = self._network.modules.get(id)
        if module is None:  # an input
            return total
        layout = layout_of(module) or {}
        for name, tensor in module.state_dict().items():
            if "out" in layout.get(name, ()):
                axis = layout[name].index("out")
                squares = tensor.detach().double().square().transpose(0, axis)
                total += squares.reshape(len(squares), -1).sum(1).cpu().numpy()
        return total

    def _ways_out(self) -> dict[str, Energies]:
        flow = self._flow
        totals = {id: np.zeros(len(flow.outputs[id])) for id in flow.makers}
        for id, module in self._network.modules.items():
            layout = layout_of(module)
            if layout is None or not absorbs(module) or id not in flow.inputs:
                continue
            axis = layout["weight"].index("in")
            weight = module.get_parameter("weight").detach().double()
            energies = weight.square().transpose(0, axis).flatten(1).sum(1).cpu().numpy()
            units = flow.inputs[id][0]
            for number in np.unique(units.makers):
                rows = units.makers == number
                np.add.at(totals[flow.makers[number]], units.numbers[rows], energies[rows])
        return totals

    def _tie(self) -> None:
        """Blocks whose units meet, number by number, in a block with several inputs."""
        groups: dict[str, set[str]] = defaultdict(set)
        for id, taken in self._flow.inputs.items():
            if len(taken) < 2 or any(len(u) != len(self._flow.outputs[id]) for u in taken):
                continue
            makers = {self._flow.makers[number] for units in taken for number in units.makers}
            joined = set().union(makers, *(groups[maker] for maker in makers if maker in groups))
            for maker in joined:
                groups[maker] = joined
        self._tied = dict(groups)
