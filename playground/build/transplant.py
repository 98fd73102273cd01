"""From the network in training to the one the user has just drawn: what was learned stays.

Blocks that an edit did not reach keep their modules. A wider layer gets copies of its units, and
the layers behind it split the columns between them, so that the function stays the same; a narrower
one keeps its strongest units. See `units` for how columns are found again after rewiring.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor, nn

from playground.build.gather import Axis, Gather, absorbs, gather, layout_of
from playground.build.modules import block_seed
from playground.build.strength import Strengths
from playground.build.units import Flow, Ints, Network, Units, makes_units, match
from playground.check.report import Report

Slots = Mapping[str, Tensor]  # what an optimiser remembers of one weight: "exp_avg" -> tensor
Memories = Mapping[str, Mapping[str, Slots]]  # role -> name of a weight -> slots


@dataclass(frozen=True, slots=True)
class Kept:
    """What one block had learned: the tensors of its module, and the slots of its weights.

    Parameters
    ----------
    kind : str
        Key of the block.
    tensors : mapping
        "weight" -> tensor.
    slots : mapping
        Role -> "weight" -> slots.
    """

    kind: str
    tensors: Mapping[str, Tensor]
    slots: Memories

    @property
    def nbytes(self) -> int:
        """Bytes of all its tensors."""
        found = [t for by in self.slots.values() for slots in by.values() for t in slots.values()]
        return sum(tensor.nbytes for tensor in (*self.tensors.values(), *found))

    def fits(self, kind: str, module: nn.Module) -> bool:
        """Whether a block of this kind with this module could have learned it."""
        shapes = {name: tensor.shape for name, tensor in self.tensors.items()}
        return kind == self.kind and shapes == shapes_of(module)


@dataclass(frozen=True, slots=True)
class Transplant:
    """What becomes of each block, and the tensors that the new networks go on with.

    Parameters
    ----------
    kept, resized, new, removed : tuple of str
        Ids of blocks: as they were; with other sizes, or units in another order; started afresh;
        no longer there.
    tensors : mapping
        Name ("hidden.weight") -> values for the new networks, where they differ from what the
        modules hold.
    slots : mapping
        Role -> name of a weight -> slots for the new optimiser. Tensors are shared with the old one
        where nothing changed.
    left : mapping
        Id -> what a resized or removed block had learned before.
    """

    kept: tuple[str, ...]
    resized: tuple[str, ...]
    new: tuple[str, ...]
    removed: tuple[str, ...]
    tensors: Mapping[str, Tensor] = field(default_factory=dict, repr=False)
    slots: Memories = field(default_factory=dict, repr=False)
    left: Mapping[str, Kept] = field(default_factory=dict, repr=False)

    def apply(self, network: Network) -> None:
        """Write the tensors into the new networks, in place."""
        state = {n: t for model in network.models.values() for n, t in model.state_dict().items()}
        with torch.no_grad():
            for name, tensor in self.tensors.items():
                state[name].copy_(tensor)


def shapes_of(module: nn.Module) -> dict[str, torch.Size]:
    """Name of a tensor of a module -> its shape."""
    return {name: tensor.shape for name, tensor in module.state_dict().items()}


def reusable(old: Network, report: Report) -> dict[str, nn.Module]:
    """Modules that the networks of a new document can share with the old ones, by block id.

    Those of blocks with the same kind, parameters and input shapes. What repeats share stays with
    the first of them: the others get modules of their own when they share no longer.
    """
    flat = report.inner or report
    found = {}
    for id in old.modules:
        module = old.own(id)
        if module is None:
            continue
        before, after = old.nodes[id], flat.nodes.get(id)
        if after is not None and (before.block, before.inputs) == (after.block, after.inputs):
            found[id] = module
    return found


def transplant(
    old: Network,
    new: Network,
    slots: Memories,
    *,
    seed: int = 0,
    remembered: Mapping[str, Kept] | None = None,
    identity: bool = False,
) -> Transplant:
    """Decide what each tensor of the new networks starts with. Nothing is changed yet.

    Parameters
    ----------
    old : Network
        In training until now.
    new : Network
        Fresh, except for the modules that it shares with the old one.
    slots : mapping
        What the optimisers remember of the weights of the old networks.
    seed : int
        For the parts into which columns are split.
    remembered : mapping, optional
        Id -> what a block is to have back, where it fits: undo, and blocks that were muted.
    identity : bool
        New linear layers and convolutions that keep the shape start by handing on what they take.
    """
    return _Surgeon(old, new, slots, remembered or {}, identity, seed).operate()


class _Surgeon:
    """The work of one `transplant`."""

    def __init__(
        self,
        old: Network,
        new: Network,
        slots: Memories,
        remembered: Mapping[str, Kept],
        identity: bool,
        seed: int,
    ) -> None:
        self.seed = seed
        self.old, self.new, self.slots = old, new, slots
        self.remembered, self.identity = remembered, identity
        self.tensors: dict[str, Tensor] = {}
        self.moved: dict[str, dict[str, Slots]] = {role: {} for role in slots}
        self.before = Flow(old).trace()
        self.strengths = Strengths(old, self.before)
        self.ends = new.ends
        self.targets: dict[str, list[str]] = defaultdict(list)  # block -> those it leads to
        for wires in new.incoming.values():
            for wire in wires:
                self.targets[wire.source].append(wire.target)
        self.made: dict[str, Ints] = {}  # block -> old unit of each unit it makes now
        self.identities: set[str] = set()
        self.after = Flow(new, self._source)
        self.after.trace()  # asks `_source` on its way

    def operate(self) -> Transplant:
        before, after = self.old.blocks(), self.new.blocks()
        fates = {id: self._fate(id) for id in after}
        left = {
            id: self._kept(id)
            for id in before
            if self.old.own(id) is not None
            and self.old.modules[id].state_dict()
            and fates.get(id) != "kept"
        }
        return Transplant(
            kept=tuple(id for id in after if fates[id] == "kept"),
            resized=tuple(id for id in after if fates[id] == "resized"),
            new=tuple(id for id in after if fates[id] == "new"),
            removed=tuple(id for id in before if id not in fates),
            tensors=self.tensors,
            slots=self.moved,
            left=left,
        )

    # -- units ------------------------------------------------------------------------------------

    def _source(self, id: str, count: int, taken: Sequence[Units]) -> Ints | None:
        """Which of its old units each unit is that a block makes now."""
        module, was = self.new.modules[id], self.old.modules.get(id)
        if was is None or type(was) is not type(module):
            if self.identity and id not in self.remembered and starts_as_identity(module):
                self.identities.add(id)
                return None
            return self._remember(id, np.arange(count) - count)  # negative: never seen before
        old = len(self.before.outputs[id])
        back = self.remembered.get(id)
        if old == count or (back and back.fits(self._kind(self.new, id), module)):
            return self._remember(id, np.arange(count))
        partner = self._partner(id, count)
        if partner is not None:
            return self._remember(id, partner)
        if count < old:
            keep = self.strengths.strongest(id, count, in_order=self._ends_at(id))
            return self._remember(id, keep)
        more = np.arange(old, count)
        extra = more - count if self._ends_at(id) else (more - old) % old
        return self._remember(id, np.concatenate([np.arange(old), extra]))

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
        return found.output[0] if found is not None and found.output else 1

    def _ends_at(self, id: str) -> bool:
        """Whether units of a block reach the end of a network: then each has its own meaning."""
        seen, waiting = {id}, [id]
        while waiting:
            at = waiting.pop()
            if at in self.ends:
                return True
            for target in self.targets[at]:
                module = self.new.modules.get(target)
                if target not in seen and not (module is not None and absorbs(module)):
                    seen.add(target)
                    waiting.append(target)
        return False

    # -- tensors ----------------------------------------------------------------------------------

    def _kind(self, network: Network, id: str) -> str:
        return network.nodes[id].node.block

    def _fate(self, id: str) -> str:
        """Fill in the tensors of one block; says what became of it."""
        module, was = self.new.own(id), self.old.modules.get(id)  # which it may have shared
        here = id in self.old.nodes
        same_kind = here and self._kind(self.old, id) == self._kind(self.new, id)
        if module is None or not module.state_dict():
            return "kept" if same_kind else "new"
        back = self.remembered.get(id)
        if back is not None and back.fits(self._kind(self.new, id), module):
            self._give_back(id, back)
            return "kept" if was is None else "resized"
        if id in self.identities:
            self._identify(id, module)
            return "new"
        if was is None or not same_kind or type(was) is not type(module):
            return "new"
        return self._follow(id, module, was)

    def _follow(self, id: str, module: nn.Module, was: nn.Module) -> str:
        layout, old, new = layout_of(module), was.state_dict(), module.state_dict()
        shapes = shapes_of(module) == shapes_of(was)
        taken = self._taken(id, shapes)
        if len(taken) and (taken < 0).all():
            return "new"  # it takes nothing that it knows
        made = self.made.get(id, taken)
        plans: dict[str, Gather] = {}
        for name, tensor in new.items():
            same: tuple[Axis, ...] = ("same",) * tensor.ndim
            axes = same if layout is None else layout.get(name, same)
            seed = block_seed(self.seed, f"{id}.{name}")
            plan = None
            if name in old and (layout is not None or shapes):
                plan = gather(axes, old[name], tensor, made, taken, seed)
            if plan is not None:
                plans[name] = plan
            elif name == "weight":
                return "new"
        for name, plan in plans.items():
            if module is not was or not plan.nothing:
                self.tensors[f"{id}.{name}"] = plan.take(old[name], new[name])
            self._move_slots(f"{id}.{name}", plan)
        return "kept" if shapes and all(plan.nothing for plan in plans.values()) else "resized"

    def _taken(self, id: str, same_shapes: bool) -> Ints:
        """For each unit that a block takes now, which one it was among those it took before."""
        new = [units.labels for units in self.after.inputs[id]]
        old = [units.labels for units in self.before.inputs[id]]
        if not new or not old:
            return np.arange(0)
        found = match(new[0], old[0])
        if (found < 0).all() and same_shapes and len(new[0]) == len(old[0]):
            return np.arange(len(found))  # other units in their place: the weights stay as they are
        return found

    def _move_slots(self, name: str, plan: Gather) -> None:
        for role, by_name in self.slots.items():
            if name in by_name:
                self.moved[role][name] = {
                    slot: t if plan.nothing or not t.ndim else plan.take(t, None)
                    for slot, t in by_name[name].items()
                }

    def _give_back(self, id: str, back: Kept) -> None:
        for name, tensor in back.tensors.items():
            self.tensors[f"{id}.{name}"] = tensor
        for role, by_name in back.slots.items():
            if role in self.moved:
                for name, slots in by_name.items():
                    self.moved[role][f"{id}.{name}"] = {s: t.clone() for s, t in slots.items()}

    def _identify(self, id: str, module: nn.Module) -> None:
        weight = module.get_parameter("weight")
        ones = torch.empty_like(weight, requires_grad=False)
        if weight.ndim == 2:
            nn.init.eye_(ones)
        else:
            nn.init.dirac_(ones, getattr(module, "groups", 1))
        self.tensors[f"{id}.weight"] = ones
        if getattr(module, "bias", None) is not None:
            self.tensors[f"{id}.bias"] = torch.zeros_like(module.get_parameter("bias"))

    def _kept(self, id: str) -> Kept:
        names = self.old.modules[id].state_dict()
        slots = {
            role: {
                name: {slot: t.clone() for slot, t in by_name[f"{id}.{name}"].items()}
                for name in names
                if f"{id}.{name}" in by_name
            }
            for role, by_name in self.slots.items()
        }
        tensors = {name: tensor.detach().clone() for name, tensor in names.items()}
        return Kept(self._kind(self.old, id), tensors, slots)


def starts_as_identity(module: nn.Module) -> bool:
    """Whether a fresh module can hand on exactly what it takes."""
    if isinstance(module, nn.Linear):
        return module.in_features == module.out_features
    if not isinstance(module, nn.Conv2d) or module.in_channels != module.out_channels:
        return False
    return all(
        kernel % 2 == 1 and stride == 1 and padding == dilation * (kernel - 1) // 2
        for kernel, stride, padding, dilation in zip(
            module.kernel_size,
            module.stride,
            module.padding if isinstance(module.padding, tuple) else (-1, -1),
            module.dilation,
            strict=True,
        )
    )
