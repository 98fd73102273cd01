"""From the network in training to the one the user has just drawn: what was learned stays.

Blocks that an edit did not reach keep their modules. A wider layer gets copies of its units, and
the layers behind it split the columns between them, so that the function stays the same; a narrower
one keeps its strongest units. See `units` for how columns are found again after rewiring.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor, nn

from playground.build.copies import Numbers, afresh, groups_of, regrouped
from playground.build.gather import Axis, Plan, absorbs, gather, gather_groups, layout_of
from playground.build.identity import identity_tensors
from playground.build.modules import block_seed
from playground.build.origins import Origins
from playground.build.recurrent import added
from playground.build.recurrent import plans as recurrent_plans
from playground.build.units import Flow, Ints, Network
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
    reasons : tuple of str
        Why blocks that have only become wider do not give what they gave, in the user's language.
    """

    kept: tuple[str, ...]
    resized: tuple[str, ...]
    new: tuple[str, ...]
    removed: tuple[str, ...]
    tensors: Mapping[str, Tensor] = field(default_factory=dict, repr=False)
    slots: Memories = field(default_factory=dict, repr=False)
    left: Mapping[str, Kept] = field(default_factory=dict, repr=False)
    reasons: tuple[str, ...] = ()

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
        self.remembered = remembered
        self.tensors: dict[str, Tensor] = {}
        self.moved: dict[str, dict[str, Slots]] = {role: {} for role in slots}
        self.before = Flow(old).trace()
        self.origins = Origins(old, new, self.before, remembered, identity)
        self.after = self.origins.after

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
            reasons=tuple(dict.fromkeys(self.after.reasons.values())),
        )

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
        if id in self.origins.identities:
            self.tensors |= {f"{id}.{n}": t for n, t in identity_tensors(module).items()}
            return "new"
        if was is None or not same_kind or type(was) is not type(module):
            return "new"
        fate = self._follow(id, module, was)
        if fate == "new":
            self.after.reasons.setdefault(id, afresh(id))
        return fate

    def _follow(self, id: str, module: nn.Module, was: nn.Module) -> str:
        old, new = was.state_dict(), module.state_dict()
        shapes = shapes_of(module) == shapes_of(was)
        taken = self.origins.taken(id, shapes)
        made = self.origins.made.get(id, taken)
        if any(len(known) and (known < 0).all() for known in (taken, made)):
            return "new"  # it takes or makes nothing that it knows
        plans = self._plans(id, module, was, taken, shapes)
        if plans is None:
            return "new"
        for name, plan in plans.items():
            if module is not was or not plan.nothing:
                self.tensors[f"{id}.{name}"] = plan.take(old[name], new[name])
            self._move_slots(f"{id}.{name}", plan)
        if id in self.origins.offsets and "bias" in plans:
            counts = torch.from_numpy(self.origins.offsets[id]).to(new["bias"])
            self.tensors[f"{id}.bias"] = plans["bias"].take(old["bias"], None) - counts.log()
        return "kept" if shapes and all(plan.nothing for plan in plans.values()) else "resized"

    def _plans(
        self, id: str, module: nn.Module, was: nn.Module, taken: Ints, shapes: bool
    ) -> Mapping[str, Plan] | None:
        """How each tensor of a block follows; None where its weight cannot."""
        if isinstance(module, nn.RNNBase) and isinstance(was, nn.RNNBase):
            return self._recurrent(id, module, was, taken)
        layout, old = layout_of(module, len(self.new.nodes[id].output or ())), was.state_dict()
        plans: dict[str, Plan] = {}
        for name, tensor in module.state_dict().items():
            same: tuple[Axis, ...] = ("same",) * tensor.ndim
            axes = same if layout is None else layout.get(name, same)
            plan = None
            if name in old and groups_of(module) > 1 and absorbs(module):
                plan = self._grouped(id, name, module, (old[name], tensor), taken)
            elif name in old and (layout is not None or shapes):
                plan = self._gathered(id, name, axes, (old[name], tensor), taken)
            if plan is not None:
                plans[name] = plan
            elif name == "weight" or layout is None:  # attention is kept whole or not at all
                return None
        return plans

    def _recurrent(
        self, id: str, module: nn.RNNBase, was: nn.RNNBase, taken: Ints
    ) -> Mapping[str, Plan] | None:
        if reason := added(id, was, module, self.new.modules.values()):
            self.after.reasons.setdefault(id, reason)
        made, seed = self.origins.made[id], block_seed(self.seed, id)
        return recurrent_plans(was, module, made, taken, seed, self._parts(id))

    def _gathered(
        self, id: str, name: str, axes: Sequence[Axis], pair: tuple[Tensor, Tensor], taken: Ints
    ) -> Plan | None:
        made, parts = self.origins.made.get(id, taken), self._parts(id)
        return gather(axes, *pair, made, taken, block_seed(self.seed, f"{id}.{name}"), parts)

    def _grouped(
        self, id: str, name: str, module: nn.Module, pair: tuple[Tensor, Tensor], taken: Ints
    ) -> Plan | None:
        """The same for convolutions whose channels are in groups."""
        if name != "weight":
            return self._gathered(id, name, ("out",), pair, taken)
        if groups_of(module) != groups_of(self.old.modules[id]):
            return None
        seed = block_seed(self.seed, f"{id}.{name}")
        plan = gather_groups(module, *pair, self.origins.made[id], taken, seed, self._parts(id))
        if plan is None:
            self.after.reasons[id] = regrouped(id)
        return plan

    def _parts(self, id: str) -> Numbers:
        taken = self.after.inputs[id]
        return taken[0].parts if taken else np.ones(0)

    def _move_slots(self, name: str, plan: Plan) -> None:
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
