"""What is to be compiled: everything about a step that is fixed, as plain values."""

from __future__ import annotations

import hashlib
import json
import platform
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

from playground.document.composites import expand
from playground.document.model import Document
from playground.i18n import tr
from playground.train.penalties import decays, l1_rates

if TYPE_CHECKING:
    from playground.train.session import Session

VERSION = 3  # of the compiled function and its interface; part of the key


class Refused(Exception):
    """Why a session cannot fly; one line in the user's language."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One step of a session, as far as it is fixed.

    Parameters
    ----------
    document : dict
        The network, flat, as JSON.
    loss, optimizer : str
    options : dict
        Of the optimiser: momentum, betas, eps, alpha.
    l1, decay : dict
        Name of a weight -> its rate of regularisation; those without one are left out.
    clip : float
    batch_size : int
    trainable : tuple of str
        Names of the weights that the optimiser moves.
    resting : tuple of str
        Names of the modules in eval mode.
    fields : tuple
        (shape of a sample, dtype) of each input of the network, the target last.
    cores : int
    """

    document: dict[str, Any]
    loss: str
    optimizer: str
    options: dict[str, Any]
    l1: dict[str, float]
    decay: dict[str, float]
    clip: float
    batch_size: int
    trainable: tuple[str, ...]
    resting: tuple[str, ...]
    fields: tuple[tuple[tuple[int, ...], str], ...]
    cores: int

    @property
    def key(self) -> str:
        """A hash of the plan, of this machine and of everything that compiles."""
        fixed = asdict(self)
        document = fixed.pop("document")
        fixed["nodes"] = [
            (n["id"], n["block"], n.get("params"), n.get("muted")) for n in document["nodes"]
        ]
        fixed["wires"] = document["wires"]
        fixed["models"] = document["train"]["models"]
        words = json.dumps([VERSION, machine(), fixed], sort_keys=True, default=str)
        return hashlib.sha256(words.encode()).hexdigest()[:32]


def make_plan(session: Session) -> Plan:
    """The plan of a session's steps as they are now; its optimiser must have made one.

    Raises
    ------
    Refused
        It cannot be compiled.
    """
    run, experiment = session.run, session.experiment
    _refuse(session)
    model = run.models["main"]
    group = run.optimizers["main"].param_groups[0]
    sources = fields_of(session)
    parameters = dict(model.named_parameters())
    given = decays(run.flat, parameters, experiment.weight_decay)
    return Plan(
        document=expand(session.document).model_dump(mode="json"),
        loss=experiment.loss,
        optimizer=experiment.optimizer,
        options={
            name: group[name] for name in ("momentum", "betas", "eps", "alpha") if name in group
        },
        l1=l1_rates(run.flat, parameters, experiment.l1),
        decay={name: rate for name, rate in zip(parameters, given, strict=True) if rate},
        clip=experiment.clip_grad_norm,
        batch_size=run.controls.batch_size or experiment.batch_size,
        trainable=tuple(name for name, p in parameters.items() if p.requires_grad),
        resting=tuple(name for name, m in model.named_modules() if not m.training),
        fields=tuple((tuple(t.shape[1:]), str(t.dtype).removeprefix("torch.")) for t in sources),
        cores=torch.get_num_threads(),
    )


def fields_of(session: Session) -> list[torch.Tensor]:
    """The training samples: each input of the network, then the targets."""
    run = session.run
    names = run.inputs("main")
    return [*(run.train[name] for name in names), session.experiment._targets(run, "train")]


def _refuse(session: Session) -> None:
    run, experiment = session.run, session.experiment
    if experiment.key != "supervised":
        raise Refused(tr("Turbo does not know this kind of training yet."))
    if session.device.type != "cpu":
        raise Refused(tr("Turbo is made for the CPU so far."))
    if experiment.early_stopping:
        raise Refused(tr("Turbo cannot watch for early stopping."))
    if experiment.class_weight != "none":
        raise Refused(tr("Turbo cannot weight the classes yet."))
    if any(name not in run.train for name in run.inputs("main")):
        raise Refused(tr("Turbo cannot make noise."))
    if any(isinstance(part, torch.nn.RNNBase) for part in run.models["main"].modules()):
        # the compiler would unroll every step of the sequence
        raise Refused(tr("Turbo cannot compile recurrent layers yet."))
    if not any(p.requires_grad for p in run.models["main"].parameters()):
        raise Refused(tr("All blocks are frozen."))


@cache
def machine() -> tuple[str, ...]:
    """What compiled code depends on: processor, system, torch."""
    flags = ""
    if platform.system() == "Linux":
        lines = Path("/proc/cpuinfo").read_text(errors="replace").splitlines()
        flags = next((line for line in lines if line.startswith(("flags", "Features"))), "")
    return (
        platform.machine(),
        platform.system(),
        torch.__version__,
        platform.python_version(),
        hashlib.sha256(flags.encode()).hexdigest()[:16],
    )


def network_of(plan: Plan) -> torch.fx.GraphModule:
    """The network of a plan, with fresh weights, in the modes that the plan says."""
    from playground.build.modules import build

    model = build(Document.model_validate(plan.document))["main"]
    model.train()
    modules = dict(model.named_modules())
    for name in plan.resting:
        modules[name].training = False
    return model
