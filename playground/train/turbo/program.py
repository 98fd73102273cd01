"""The function that is compiled: some steps of training as arithmetic on tensors.

Its inputs are, flat and in this order: the weights that are trained; the slots of the optimiser, by
name and then by weight; the running statistics; the weights that are not trained; the batches of
every field (K, B, ...), the target last; the share of each sample in the mean (K, B); the numbers
of each step (K, 3): learning rate, and for Adam the corrections of its two means. It changes
weights, slots and statistics in place, and gives the losses (K,).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.func import functional_call, grad_and_value
from torch.nn import functional as F

from playground.train.penalties import l1_term
from playground.train.turbo.plan import Plan

Tensors = dict[str, Tensor]
SLOTS = {  # what each optimiser remembers of a weight, by torch's own names
    "sgd": ("momentum_buffer",),
    "adam": ("exp_avg", "exp_avg_sq"),
    "adamw": ("exp_avg", "exp_avg_sq"),
    "rmsprop": ("square_avg", "momentum_buffer"),
    "adagrad": ("sum",),
}
_LOSSES: dict[str, Callable[..., Tensor]] = {
    "cross_entropy": F.cross_entropy,
    "bce_with_logits": F.binary_cross_entropy_with_logits,
    "mse": F.mse_loss,
    "l1": F.l1_loss,
    "smooth_l1": F.smooth_l1_loss,
}


def slots_of(plan: Plan) -> tuple[str, ...]:
    """Names of the slots that the optimiser of a plan keeps."""
    momentum = plan.options.get("momentum", 0.0)
    return tuple(s for s in SLOTS[plan.optimizer] if s != "momentum_buffer" or momentum)


class Program(nn.Module):
    """Some steps of training, as `torch.export` takes them.

    Parameters
    ----------
    plan : Plan
    model : nn.Module
    count : int
        Steps.
    """

    def __init__(self, plan: Plan, model: nn.Module, count: int) -> None:
        super().__init__()
        self.plan, self.count = plan, count
        self.names = plan.trainable
        self.buffers_of = [name for name, _ in model.named_buffers()]
        self.others = [n for n, _ in model.named_parameters() if n not in set(plan.trainable)]
        self._model = [model]  # in a list: its weights are inputs, not parts of this module

    def forward(self, *inputs: Tensor) -> Tensor:
        """Losses (K,) of the steps; see the module for the inputs."""
        plan, rest = self.plan, list(inputs)

        def take(names: Sequence[str]) -> Tensors:
            found = dict(zip(names, rest, strict=False))
            del rest[: len(names)]
            return found

        weights = take(self.names)
        slots = {slot: take(self.names) for slot in slots_of(plan)}
        buffers, others = take(self.buffers_of), take(self.others)
        olds = [weights, *slots.values(), buffers]
        *fields, shares, numbers = rest
        options = {**plan.options, "decay": plan.decay}
        descend, losses = grad_and_value(self._objective, has_aux=True), []
        for k in range(self.count):
            batch = [field[k] for field in fields]
            grads, (_, (loss, buffers)) = descend(weights, buffers, others, batch, shares[k])
            if plan.clip:
                grads = _clipped(grads, plan.clip)
            weights, slots = _UPDATES[plan.optimizer](weights, grads, slots, numbers[k], options)
            losses.append(loss)
        for old, new in zip(olds, [weights, *slots.values(), buffers], strict=True):
            for name, tensor in old.items():
                tensor.copy_(new[name])
        return torch.stack(losses)

    def _objective(
        self,
        weights: Tensors,
        buffers: Tensors,
        others: Tensors,
        batch: list[Tensor],
        share: Tensor,
    ) -> tuple[Tensor, tuple[Tensor, Tensors]]:
        """What is differentiated, and as extras the loss and the new statistics."""
        *x, y = batch
        fresh = {name: tensor.clone() for name, tensor in buffers.items()}  # changed in place
        outputs = functional_call(self._model[0], {**weights, **others, **fresh}, tuple(x))
        each = _LOSSES[self.plan.loss](outputs, y, reduction="none")
        loss = (each.reshape(each.shape[0], -1).mean(1) * share).sum()
        objective = loss + l1_term({**weights, **others}, self.plan.l1) if self.plan.l1 else loss
        return objective, (loss, fresh)


def _clipped(grads: Tensors, most: float) -> Tensors:
    """As `nn.utils.clip_grad_norm_`."""
    norm = torch.stack([g.square().sum() for g in grads.values()]).sum().sqrt()
    factor = (most / (norm + 1e-6)).clamp(max=1.0)
    return {name: g * factor for name, g in grads.items()}


Slots = dict[str, Tensors]
Update = Callable[[Tensors, Tensors, Slots, Tensor, Mapping[str, Any]], tuple[Tensors, Slots]]


def _sgd(p: Tensors, g: Tensors, slots: Slots, numbers: Tensor, o: Mapping[str, Any]) -> Any:
    lr, steps = numbers[0], _with_decay(p, g, o)
    if o["momentum"]:
        old = slots["momentum_buffer"]
        steps = {n: o["momentum"] * old[n] + steps[n] for n in p}
        slots = {"momentum_buffer": steps}
    return {n: p[n] - lr * steps[n] for n in p}, slots


def _adam(p: Tensors, g: Tensors, slots: Slots, numbers: Tensor, o: Mapping[str, Any]) -> Any:
    g = _with_decay(p, g, o)
    (beta1, beta2), (rate, root) = o["betas"], (numbers[1], numbers[2])
    m, v = slots["exp_avg"], slots["exp_avg_sq"]
    m = {n: m[n] + (g[n] - m[n]) * (1.0 - beta1) for n in p}
    v = {n: beta2 * v[n] + (1.0 - beta2) * g[n] * g[n] for n in p}
    new = {n: p[n] - rate * m[n] / (v[n].sqrt() / root + o["eps"]) for n in p}
    return new, {"exp_avg": m, "exp_avg_sq": v}


def _adamw(p: Tensors, g: Tensors, slots: Slots, numbers: Tensor, o: Mapping[str, Any]) -> Any:
    decay = o["decay"]
    p = {n: p[n] * (1.0 - numbers[0] * decay[n]) if n in decay else p[n] for n in p}
    return _adam(p, g, slots, numbers, {**o, "decay": {}})


def _rmsprop(p: Tensors, g: Tensors, slots: Slots, numbers: Tensor, o: Mapping[str, Any]) -> Any:
    lr, g, square = numbers[0], _with_decay(p, g, o), slots["square_avg"]
    square = {n: o["alpha"] * square[n] + (1.0 - o["alpha"]) * g[n] * g[n] for n in p}
    steps = {n: g[n] / (square[n].sqrt() + o["eps"]) for n in p}
    new = {"square_avg": square}
    if o["momentum"]:
        old = slots["momentum_buffer"]
        new["momentum_buffer"] = steps = {n: o["momentum"] * old[n] + steps[n] for n in p}
    return {n: p[n] - lr * steps[n] for n in p}, new


def _adagrad(p: Tensors, g: Tensors, slots: Slots, numbers: Tensor, o: Mapping[str, Any]) -> Any:
    lr, g, old = numbers[0], _with_decay(p, g, o), slots["sum"]
    total = {n: old[n] + g[n] * g[n] for n in p}
    return {n: p[n] - lr * g[n] / (total[n].sqrt() + o["eps"]) for n in p}, {"sum": total}


def _with_decay(p: Tensors, g: Tensors, o: Mapping[str, Any]) -> Tensors:
    decay = o["decay"]
    return {n: g[n] + decay[n] * p[n] if n in decay else g[n] for n in p}


_UPDATES: dict[str, Update] = {
    "sgd": _sgd,
    "adam": _adam,
    "adamw": _adamw,
    "rmsprop": _rmsprop,
    "adagrad": _adagrad,
}
