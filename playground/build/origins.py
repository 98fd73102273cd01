"""Which unit of the network in training each unit of the new one is, or is a copy of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from torch import nn

from playground.build.copies import copied, followed, groups_of, is_depthwise
from playground.build.gather import absorbs, layout_of
from playground.build.identity import starts_as_identity
from playground.build.places import width
from playground.build.recurrent import own_units
from playground.build.strength import Strengths
from playground.build.units import Flow, Ints, Network, Units, makes_units, match


class Fitting(Protocol):
    """What a block had learned."""

    def fits(self, kind: str, module: nn.Module) -> bool:
        """Whether a block of this kind with this module could have learned it."""


class Origins:
    """Follows the units of the new network, and decides for each block which ones it gets.

    Parameters
    ----------
    old, new : Network
    before : Flow
        The units of the old one.
    remembered : mapping
        Id -> `Kept` of blocks that are to have back what they had learned, where it fits.
    identity : bool
        New layers that can start by handing on what they take.

    Attributes
    ----------
    made : dict
        Block -> old unit of each unit that it makes now; negative where there is none.
    identities : set of str
        Blocks that start by handing on what they take.
    offsets : dict
        Block -> how often each of its units is in a softmax, against which its biases are set off.
    after : Flow
        The units of the new network.
    """

    def __init__(
        self,
        old: Network,
        new: Network,
        before: Flow,
        remembered: Mapping[str, Fitting],
        identity: bool,
    ) -> None:
        self.old, self.new, self.before = old, new, before
        self.remembered, self.identity = remembered, identity
        self.strengths = Strengths(old, before)
        self.targets: dict[str, list[str]] = defaultdict(list)  # block -> those it leads to
        for wires in new.incoming.values():
            for wire in wires:
                self.targets[wire.source].append(wire.target)
        self.made: dict[str, Ints] = {}
        self.identities: set[str] = set()
        self.offsets: dict[str, Ints] = {}
        self.after = Flow(new, self._source, self._level)
        self.after.trace()  # asks both on its way

    def taken(self, id: str, same_shapes: bool) -> Ints:
        """For each unit that a block takes now, which one it was among those it took before."""
        new = [units.labels for units in self.after.inputs[id]]
        old = [units.labels for units in self.before.inputs[id]]
        if not new or not old:
            return np.arange(0)
        found = match(new[0], old[0])
        if (found < 0).all() and same_shapes and len(new[0]) == len(old[0]):
            return np.arange(len(found))  # other units in their place: the weights stay as they are
        return found

    def _source(self, id: str, count: int, taken: Sequence[Units]) -> Ints | None:
        """Which of its old units each unit is that a block makes now."""
        module, was = self.new.modules[id], self.old.modules.get(id)
        if was is None or type(was) is not type(module):
            if self.identity and id not in self.remembered and starts_as_identity(module):
                self.identities.add(id)
                return None
            return self._remember(id, np.arange(count) - count)  # negative: never seen before
        if is_depthwise(module):
            return self._remember(id, self._channels(id, count, was))
        old = len(self.before.outputs[id])
        back = self.remembered.get(id)
        if back and back.fits(self.new.nodes[id].node.block, module):
            return self._remember(id, np.arange(count))
        if isinstance(module, nn.RNNBase) and isinstance(was, nn.RNNBase):
            return self._remember(id, own_units(was, module, self._ends_at(id)))
        if old == count:
            return self._remember(id, np.arange(count))
        partner = self._partner(id, count)
        if partner is not None:
            return self._remember(id, partner)
        ends, groups = self._ends_at(id), self._groups(id, old, count)
        if ends and count > old:
            return self._remember(id, np.concatenate([np.arange(old), np.arange(old - count, 0)]))
        if count > old or groups > 1:
            return self._remember(id, copied(old, count, groups))
        return self._remember(id, self.strengths.strongest(id, count, in_order=ends))

    def _channels(self, id: str, count: int, was: nn.Module) -> Ints:
        """Of a depthwise convolution: each of its units follows the channel that it takes."""
        old, had = len(self.before.outputs[id]), len(self.before.inputs[id][0])
        if not is_depthwise(was) and had > 1:
            return np.arange(count) - count
        return followed(self.taken(id, old == count), count, old, had)

    def _groups(self, id: str, old: int, count: int) -> int:
        """Into how many groups the units of a block fall, in which they have to stay."""
        found, seen, waiting = {groups_of(self.new.modules[id])}, {id}, [id]
        while waiting:
            for target in self.targets[waiting.pop()]:
                module = self.new.modules.get(target)
                if target in seen:
                    continue
                seen.add(target)
                if is_depthwise(module) or self._hands_on(target, count):
                    waiting.append(target)
                elif groups_of(module) > 1:
                    found.add(groups_of(module))
        most = max(found)
        fits = all(most % n == 0 for n in found) and not (old % most or count % most)
        return most if fits else 1

    def _level(self, id: str, counts: Ints) -> bool:
        """Set the scores of copies off against how often they are there, before a softmax."""
        at = id
        while True:
            sources = self.new.sources(at)
            if (
                len(sources) != 1
                or len(self.targets[sources[0]]) != 1
                or sources[0] in self.new.ends
            ):
                return False  # somebody else wants the scores as they are
            at = sources[0]
            module = self.new.own(at)
            if not (self.new.nodes[at].node.muted or isinstance(module, nn.Dropout)):
                return self._set_off(at, module, counts)

    def _set_off(self, id: str, module: nn.Module | None, counts: Ints) -> bool:
        """By the biases of a block that nobody else uses."""
        if module is None or "bias" not in (layout_of(module) or ()) or id in self.remembered:
            return False
        owner = self.new.names[id]
        shared = sum(name == owner for name in self.new.names.values()) > 1
        if shared or getattr(module, "bias", None) is None:
            return False
        self.offsets[id] = counts
        return True

    def _remember(self, id: str, source: Ints) -> Ints:
        self.made[id] = source
        return source

    def _partner(self, id: str, count: int) -> Ints | None:
        """Units that others, already traced, have where they are added to those of this block."""
        was = len(self.before.outputs[id])
        seen, waiting = {id}, [id]
        while waiting:
            for target in self.targets[waiting.pop()]:
                if target in seen or not self._hands_on(target, count):
                    continue
                for other in self.new.sources(target):
                    new, old = self.after.outputs.get(other), self.before.outputs.get(other)
                    if new and old and (len(new), len(old)) == (count, was):
                        return match(new.labels, old.labels)
                seen.add(target)
                waiting.append(target)
        return None

    def _hands_on(self, id: str, count: int) -> bool:
        """Whether a block works unit by unit on so many units."""
        module = self.new.modules.get(id)
        return self._width(id) == count and not (module is not None and makes_units(module))

    def _width(self, id: str) -> int:
        found = self.new.nodes.get(id)
        return width(found.output if found is not None else None)

    def _ends_at(self, id: str) -> bool:
        """Whether units of a block reach the end of a network: then each has its own meaning."""
        seen, waiting = {id}, [id]
        while waiting:
            at = waiting.pop()
            if at in self.new.ends:
                return True
            for target in self.targets[at]:
                module = self.new.modules.get(target)
                if target not in seen and not (module is not None and absorbs(module)):
                    seen.add(target)
                    waiting.append(target)
        return False
