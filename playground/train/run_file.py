"""A whole run in one file: weights, optimiser state, step, and all else that it needs to go on.

A safetensors file like any of weights, with more tensors, whose names hold a "/", and one JSON in
its metadata. No pickle, anywhere, ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import torch
from pydantic import BaseModel, ConfigDict, Field, model_validator
from safetensors.torch import save
from torch import Tensor

from playground.document.format import reads, writes
from playground.errors import PlaygroundError, WeightsError
from playground.i18n import tr
from playground.train.checkpoint import FORMAT, LoadReport, weights_in, write_file
from playground.train.optimizers import OptimizerState
from playground.train.order import OrderState
from playground.train.run import Run
from playground.train.state import RunState, weights_of
from playground.train.tensor_file import TensorFile, read_tensors

VERSION, ENTRY = "2", "run"  # of files with more than weights; where their JSON stands
Count = Annotated[int, Field(ge=0, le=10**15)]
Name = Annotated[str, Field(max_length=200)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", allow_inf_nan=False, strict=True)


_ZERO = torch.tensor(0.0)
_ADAM = {"step", "exp_avg", "exp_avg_sq"}
_SLOTS: dict[str, tuple[set[str], set[str]]] = {  # kind -> slots it must have, and may have
    "sgd": (set(), {"momentum_buffer"}),
    "adam": (_ADAM, set()),
    "adamw": (_ADAM, set()),
    "rmsprop": ({"step", "square_avg"}, {"momentum_buffer"}),
    "adagrad": ({"step", "sum"}, set()),
}
Part = Annotated[float, Field(ge=0.0, lt=1.0)]


class _Optimizer(_Strict):
    role: Name
    kind: Literal["sgd", "adam", "adamw", "rmsprop", "adagrad"]
    momentum: Part | None = None
    alpha: Part | None = None
    betas: tuple[Part, Part] | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        needed = {"sgd": "momentum", "adam": "betas", "adamw": "betas", "rmsprop": "alpha"}
        if self.kind in needed and getattr(self, needed[self.kind]) is None:
            raise ValueError(f"{self.kind} without {needed[self.kind]}")
        return self

    def options(self) -> dict[str, Any]:
        """Those that are known."""
        return self.model_dump(exclude={"role", "kind"}, exclude_none=True)


class _Order(_Strict):
    name: Name
    epoch: Count
    taken: Count


class _Words(_Strict):
    """The JSON of a checkpoint; its tensors are named after places in these lists."""

    step: Count
    epoch: Annotated[float, Field(ge=0.0, le=1e15)]
    seconds: Annotated[float, Field(ge=0.0, le=1e12)]
    optimizers: list[_Optimizer]
    orders: list[_Order]
    kept: dict[Name, dict[Name, int | float | str | bool | None]]
    meters: dict[Name, list[float]]
    numbers: dict[Name, float]
    scalars: dict[Name, float]
    document: str


def save_run(state: RunState, path: str | Path) -> None:
    """Write a state; leaves the old file or the new one.

    Raises
    ------
    WeightsError
        The file cannot be written.
    """
    words = _Words(
        step=state.step,
        epoch=state.epoch,
        seconds=state.seconds,
        optimizers=[
            _Optimizer.model_validate({"role": role, "kind": found.kind, **found.options})
            for role, found in state.optimizers.items()
        ],
        orders=[
            _Order(name=name, epoch=found.epoch, taken=found.taken)
            for name, found in state.orders.items()
        ],
        kept={name: dict(found) for name, found in state.kept.items()},
        meters={name: list(found) for name, found in state.meters.items()},
        numbers=dict(state.numbers),
        scalars={n: v for n, v in state.scalars.items() if v == v and abs(v) != float("inf")},
        document=writes(state.document),
    )
    metadata = {"format": FORMAT, "version": VERSION, "step": str(state.step)}
    tensors = {name: tensor.contiguous().clone() for name, tensor in _named(state)}
    write_file(Path(path), save(tensors, {**metadata, ENTRY: words.model_dump_json()}))


def read_run(path: str | Path) -> RunState:
    """Read what `save_run` wrote.

    Raises
    ------
    WeightsError
        The file is missing, unsound, or holds weights alone.
    """
    path = Path(path)
    file = read_tensors(path)
    if ENTRY not in file.metadata:
        raise WeightsError(
            tr("{path} holds weights, but not the state of a run.", path=path.name),
            hint=tr("Load its weights instead, to start a run with them."),
        )
    try:
        words = _Words.model_validate_json(file.metadata[ENTRY])
        document = reads(words.document, path.name)
        return _state(file, words, document)
    except (KeyError, ValueError, RuntimeError, PlaygroundError) as error:
        raise WeightsError(
            tr("The state of the run in {path} is damaged.", path=path.name),
            hint=tr("Load its weights instead, to start a run with them."),
        ) from error


def fit(state: RunState, run: Run) -> tuple[RunState, LoadReport]:
    """The part of a state that fits a run, filled up with what the run has.

    Blocks are found by their ids. Optimisers start afresh for weights that do not fit.
    """
    have = weights_of(run.models)
    came = state.weights
    both = [name for name in have if name in came]
    loaded = tuple(name for name in both if came[name].shape == have[name].shape)
    report = LoadReport(
        loaded=loaded,
        missing=tuple(name for name in have if name not in came),
        unexpected=tuple(name for name in came if name not in have),
        mismatched=tuple(name for name in both if name not in loaded),
    )
    weights = {n: came[n] if n in loaded else t.detach().cpu() for n, t in have.items()}
    optimizers = {
        role: replace(found, slots={n: s for n, s in found.slots.items() if n in loaded})
        for role, found in state.optimizers.items()
        if role in run.models
    }
    return replace(state, weights=weights, optimizers=optimizers), report


def _named(state: RunState) -> Iterator[tuple[str, Tensor]]:
    yield from state.weights.items()
    for number, optimizer in enumerate(state.optimizers.values()):
        for name, slots in optimizer.slots.items():
            for slot, tensor in slots.items():
                yield f"optimizer/{number}/{name}/{slot}", tensor
    for number, order in enumerate(state.orders.values()):
        yield f"order/{number}", order.generator
    for name, generator in state.generators.items():
        yield f"generator/{name}", generator


def _state(file: TensorFile, words: _Words, document: Any) -> RunState:
    """Put a state together; ValueError or KeyError where the file contradicts itself."""
    tensors = {name: torch.from_numpy(array.copy()) for name, array in file.arrays.items()}
    generators = {
        name.partition("/")[2]: _generator(tensors[name])
        for name in tensors
        if name.startswith("generator/")
    }
    return RunState(
        document=document,
        step=words.step,
        epoch=words.epoch,
        seconds=words.seconds,
        weights={name: tensors[name] for name in weights_in(file)},
        optimizers={
            found.role: OptimizerState(
                found.kind,
                found.options(),
                _slots(tensors, f"optimizer/{number}/", found.kind),
            )
            for number, found in enumerate(words.optimizers)
        },
        orders={
            found.name: OrderState(_generator(tensors[f"order/{n}"]), found.epoch, found.taken)
            for n, found in enumerate(words.orders)
        },
        generators=generators,
        kept=words.kept,
        meters={name: (total, int(count)) for name, (total, count) in words.meters.items()},
        numbers=words.numbers,
        scalars=words.scalars,
    )


def _slots(tensors: Mapping[str, Tensor], start: str, kind: str) -> dict[str, dict[str, Tensor]]:
    found: dict[str, dict[str, Tensor]] = {}
    for name, tensor in tensors.items():
        if name.startswith(start):
            weight, slot = name[len(start) :].split("/")
            if not tensor.is_floating_point():
                raise ValueError(f"{name} holds no numbers of an optimiser")
            found.setdefault(weight, {})[slot] = tensor
    needed, optional = _SLOTS[kind]
    for slots in found.values():
        if not needed <= slots.keys() <= needed | optional or slots.get("step", _ZERO).ndim:
            raise ValueError(f"these are not the slots of {kind}")
    return found


def _generator(tensor: Tensor) -> Tensor:
    if tensor.dtype != torch.uint8 or tensor.ndim != 1:
        raise ValueError("this is no state of random numbers")
    mine = torch.Generator()
    if len(tensor) == len(mine.get_state()):  # one of a graphics card is of another kind
        mine.set_state(tensor)
    return tensor
