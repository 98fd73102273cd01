"""The helper process: compiles one plan, checks it against torch, leaves it in the cache."""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import torch
from torch import Tensor, fx, nn

from playground.train.turbo.convolution import SmallConvolutions
from playground.train.turbo.plan import Plan, network_of
from playground.train.turbo.program import Program, slots_of

NODES = 1200  # operations of all steps together: more take too long to compile
MOST_STEPS = 16  # in one call: more save nothing, and a pause would come late
TOLERANCE = 1e-4  # of a weight after the steps of one call, against torch's own step


def main() -> None:
    """Read a request from standard input, answer on standard output, end with the parent."""
    if os.name == "posix":
        os.setsid()  # the C++ compiler is in this group, and ends with it
        os.nice(10)  # the training goes first
    request = json.loads(sys.stdin.readline())
    Thread(target=_end_with_parent, daemon=True).start()
    answer = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever the compiler prints is no answer
    try:
        found = make(request["plan"], Path(request["folder"]), request["key"])
    except Exception as error:  # noqa: BLE001 - any network may meet any limit of the compiler
        found = {"reason": "failed", "detail": f"{type(error).__name__}: {error}"[:300]}
    print(json.dumps(found), file=answer, flush=True)


def _end_with_parent() -> None:
    sys.stdin.read()
    if os.name == "posix":
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def make(request: dict[str, Any], folder: Path, key: str) -> dict[str, Any]:
    """Compile; {"steps": K} or {"reason": ...}, which is also written into the cache."""
    request["fields"] = tuple((tuple(shape), dtype) for shape, dtype in request["fields"])
    request |= {name: tuple(request[name]) for name in ("trainable", "resting")}  # JSON has lists
    plan = Plan(**request)
    torch.set_num_threads(plan.cores)
    found = _compile(plan, folder, key)
    if found.get("reason") != "no_compiler":  # that one may be installed tomorrow
        _replace(folder / f"{key}.json", lambda path: path.write_text(json.dumps(found)))
    return found


def _compile(plan: Plan, folder: Path, key: str) -> dict[str, Any]:
    from torch._inductor import aoti_compile_and_package, config
    from torch._inductor.cpp_builder import get_cpp_compiler
    from torch._inductor.exc import InvalidCxxCompiler
    from torch.fx.experimental.proxy_tensor import make_fx

    warnings.simplefilter("ignore")
    try:
        get_cpp_compiler()
    except InvalidCxxCompiler:
        return {"reason": "no_compiler"}
    config.cpp.threads = plan.cores
    model = network_of(plan)
    with SmallConvolutions():
        one = make_fx(Program(plan, model, 1))(*examples(plan, model, 1))
    if _is_random(one):
        return {"reason": "random"}
    steps = max(1, min(MOST_STEPS, NODES // max(len(one.graph.nodes), 1)))
    inputs = tuple(examples(plan, model, steps))
    with SmallConvolutions():
        traced = make_fx(Program(plan, model, steps))(*inputs)
    exported = torch.export.export(_Traced(traced), inputs, strict=False)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        package = aoti_compile_and_package(exported, package_path=f"{scratch}/steps.pt2")
        library = Path(scratch) / "steps.so"
        with zipfile.ZipFile(package) as archive:
            name = next(n for n in archive.namelist() if n.endswith(".so"))
            library.write_bytes(archive.read(name))
        difference = compare(plan, model, steps, library)
        if not difference < TOLERANCE:
            return {"reason": "differs", "detail": f"{difference:.1e}"}
        library.replace(folder / f"{key}.so")
    return {"steps": steps, "difference": difference}


def _is_random(traced: fx.GraphModule) -> bool:
    ops = [node.target for node in traced.graph.nodes if node.op == "call_function"]
    return any(torch.Tag.nondeterministic_seeded in getattr(op, "tags", ()) for op in ops)


class _Traced(nn.Module):
    """Traced operations, as `torch.export` takes them."""

    def __init__(self, operations: nn.Module) -> None:
        super().__init__()
        self.operations = operations

    def forward(self, *inputs: Tensor) -> Any:
        return self.operations(*inputs)


def examples(plan: Plan, model: nn.Module, steps: int) -> list[Tensor]:
    """Inputs of the right shapes, see `program`; random, but sound."""
    generator = torch.Generator().manual_seed(0)
    parameters = dict(model.named_parameters())
    weights = [parameters[name].detach().clone() for name in plan.trainable]
    slots = [torch.full_like(w, 1e-2) for _ in slots_of(plan) for w in weights]
    buffers = [b.detach().clone() for b in model.buffers()]
    others = [p.detach().clone() for n, p in parameters.items() if n not in set(plan.trainable)]
    fields = [
        _field((steps, plan.batch_size, *shape), dtype, generator) for shape, dtype in plan.fields
    ]
    shares = torch.full((steps, plan.batch_size), 1.0 / plan.batch_size)
    numbers = torch.tensor([[1e-3, 1e-3, 1.0]] * steps)
    return [*weights, *slots, *buffers, *others, *fields, shares, numbers]


def _field(shape: tuple[int, ...], dtype: str, generator: torch.Generator) -> Tensor:
    kind = getattr(torch, dtype)
    if kind.is_floating_point:
        return torch.rand(shape, generator=generator, dtype=kind)
    return torch.zeros(shape, dtype=kind)  # a label or token that there is in any case


def compare(plan: Plan, model: nn.Module, steps: int, library: Path) -> float:
    """Largest difference of a weight after some steps, compiled and as torch computes them."""
    ours, theirs = examples(plan, model, steps), examples(plan, model, steps)
    torch._C._aoti.AOTIModelContainerRunnerCpu(str(library), 1).run(ours)
    Program(plan, model, steps)(*theirs)
    pairs = zip(ours[: len(plan.trainable)], theirs, strict=False)
    return max(float((a - b).abs().max()) for a, b in pairs)


def _replace(path: Path, write: Callable[[Path], object]) -> None:
    scratch = path.with_suffix(f".{os.getpid()}")
    write(scratch)
    scratch.replace(path)
