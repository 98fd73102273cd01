"""What probes share: looking at models without leaving a trace, and what flows into them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any, cast

import torch
from torch import fx, nn

from playground.document.model import Document
from playground.registry import blocks, experiments
from playground.telemetry.probes.base import Bench
from playground.telemetry.probes.own import Own, Split

PutOut = Callable[[str, torch.Tensor, Mapping[str, torch.Tensor]], torch.Tensor]


@contextmanager
def untouched(*models: fx.GraphModule) -> Iterator[None]:
    """Gradients off and eval mode inside; afterwards modes and random numbers are as before.

    Eval mode keeps the statistics of batch norm as they are. Modes are put back module by module,
    because a frozen block may be in eval mode inside a model in training.
    """
    training = [part for model in models for part in model.modules() if part.training]
    devices = {p.device.index or 0 for m in models for p in m.parameters() if p.is_cuda}
    with ExitStack() as stack:
        stack.enter_context(torch.random.fork_rng(devices=list(devices)))
        stack.enter_context(torch.no_grad())
        try:
            for part in training:
                part.training = False
            yield
        finally:
            for part in training:
                part.training = True


def modules_of(model: fx.GraphModule) -> dict[str, nn.Module]:
    """Block id -> its module, for every block that has one; repeats may have the same."""
    names: Mapping[str, str] = model.meta.get("modules") or {
        n: n for n, _ in model.named_children()
    }
    return {id: model.get_submodule(name) for id, name in names.items()}


def weights_of(module: nn.Module) -> list[nn.Parameter]:
    """Its weight; of a module that has several, all parameters with two axes or more."""
    weight = getattr(module, "weight", None)
    if isinstance(weight, nn.Parameter):
        return [weight]
    if weight is not None:
        return []
    return [parameter for parameter in module.parameters() if parameter.ndim > 1]


def own_modules(model: fx.GraphModule) -> dict[str, nn.Module]:
    """The same without blocks that use the weights of another one."""
    found: dict[int, str] = {}
    modules = modules_of(model)
    for id, module in modules.items():
        found.setdefault(hash(module), id)
    return {id: modules[id] for id in found.values()}


def field_read(document: Document, node: str) -> str | None:
    """The field of the data that a block reads, or None for a block that reads none (noise)."""
    spec = document.by_id[node]
    block = blocks.get(spec.block).make(spec.params)
    return cast(str, block.field) if block.reads else None


def field_judged(bench: Bench) -> str:
    """The field that a generator forges: what the discriminator reads besides labels."""
    inputs = bench.document.train.models["discriminator"].inputs
    read = [field_read(bench.document, node) or "x" for node in inputs]
    plain = [name for name in read if name in bench.fields and not bench.fields[name].classes]
    return (plain or read)[0]


def inputs_of(
    bench: Bench,
    role: str,
    samples: Mapping[str, torch.Tensor],
    key: Hashable,
) -> list[torch.Tensor]:
    """The model's arguments: fields from `samples`, and for noise fixed latents.

    A network that is told a time gets the samples with half of the noise steps done.

    Parameters
    ----------
    bench : Bench
        What is looked at.
    role : str
        Which model.
    samples : mapping
        Field -> tensor (N, *field); all with the same N.
    key : hashable
        Under which fixed latents are kept in `bench.memory`; holds the probe and whatever N depends
        on.

    Returns
    -------
    list of torch.Tensor
        One batch of N an input block, in the order of the model's arguments.
    """
    first = next(iter(samples.values()))
    if _denoises(bench.document, role):
        return _noised(bench, role, samples)
    arguments = []
    for node in bench.document.train.models[role].inputs:
        field = field_read(bench.document, node)
        if field is not None:
            arguments.append(samples[field])
        else:
            arguments.append(latents(bench, node, len(first), (key, node)))
    return arguments


def _denoises(document: Document, role: str) -> bool:
    """Whether a network learns to see the noise in samples, and is told their time."""
    starts = [document.by_id[node].block for node in document.train.models[role].inputs]
    steps = "timesteps" in experiments.get(document.train.experiment).model_fields
    return steps and "input" in starts and "time_embedding" in starts


def _noised(bench: Bench, role: str, samples: Mapping[str, torch.Tensor]) -> list[torch.Tensor]:
    """What a diffusion network sees in the middle of the process, with noise fixed by the seed."""
    from playground.telemetry.diffusion import Denoiser

    denoiser = Denoiser(bench.document, bench.models[role], bench.train)
    x = samples[denoiser.field]
    t = torch.full((len(x),), denoiser.process.timesteps // 2, device=x.device)
    drawn = torch.randn(x.shape, generator=torch.Generator().manual_seed(bench.seed))
    return denoiser.arguments(denoiser.process.noised(x, t, drawn.to(x)), t)


def latents(bench: Bench, node: str, count: int, key: Hashable) -> torch.Tensor:
    """Fixed noise (count, *shape) of a noise block: drawn once, from the document's seed alone."""
    if key not in bench.memory:
        spec = bench.document.by_id[node]
        shape = blocks.get(spec.block).make(spec.params).infer({}, {})
        generator = torch.Generator().manual_seed(bench.seed)
        drawn = torch.randn(count, *shape, generator=generator)
        bench.memory[key] = drawn.to(next(iter(bench.train.values())).device)
    return cast(torch.Tensor, bench.memory[key])


def loss_of(document: Document) -> str:
    """The loss that the document trains with ("cross_entropy", ...), "" where it has no choice."""
    experiment: Any = experiments.get(document.train.experiment).make(document.train.params)
    return str(getattr(experiment, "loss", ""))


def target_of(document: Document) -> str:
    """The field of the data that the experiment predicts, "" where it predicts none."""
    experiment: Any = experiments.get(document.train.experiment).make(document.train.params)
    return str(getattr(experiment, "target", ""))


def meaning(outputs: torch.Tensor, loss: str) -> torch.Tensor:
    """What raw outputs (N, C) say under a loss.

    cross_entropy: softmax, probabilities of C classes. bce_with_logits: sigmoid; one output becomes
    the probabilities (N, 2) of both classes. Any other loss: the values themselves.
    """
    if loss == "cross_entropy":
        return outputs.softmax(dim=1)
    if loss == "bce_with_logits":
        yes = outputs.sigmoid()
        return torch.cat([1 - yes, yes], dim=1) if yes.shape[1:] == (1,) else yes
    return outputs


def split_of(bench: Bench, split: str) -> Mapping[str, torch.Tensor]:
    """Field -> tensor of "train" or "test"."""
    return bench.train if split == "train" else bench.test


def one_of(bench: Bench, split: Split, number: int) -> dict[str, torch.Tensor]:
    """Field -> batch of one: a sample of a split, or one's own; {} when there is no such sample."""
    if isinstance(split, str):
        samples = split_of(bench, split)
        if not 0 <= number < num_samples(samples):
            return {}
        return {field: values[number : number + 1] for field, values in samples.items()}
    return _own(bench, split)


def _own(bench: Bench, own: Own) -> dict[str, torch.Tensor]:
    """Its x, and its y where the user has said what it is and the data has such labels."""
    if "x" not in bench.train or bench.fields["x"].shape != own.shape:
        return {}
    there = bench.train["x"]
    found = {"x": torch.from_numpy(own.array())[None].to(there)}
    target = bench.fields.get("y")
    if own.label is not None and target is not None and own.label < len(target.classes):
        y = torch.tensor([own.label], device=there.device)
        if target.kind == "float":
            y = torch.nn.functional.one_hot(y, len(target.classes)).float()
        found["y"] = y
    return found


def spread(bench: Bench, count: int, key: Hashable) -> Mapping[str, torch.Tensor]:
    """At most `count` training samples, spread over all: the same ones at every reading.

    `key` is where they are kept in `bench.memory`; it holds the probe.
    """
    place = (key, "spread")
    if place not in bench.memory:
        total = num_samples(bench.train)
        rows = torch.linspace(0, total - 1, min(count, total)).long()
        bench.memory[place] = {n: v[rows.to(v.device)] for n, v in bench.train.items()}
    return cast(Mapping[str, torch.Tensor], bench.memory[place])


def num_samples(samples: Mapping[str, torch.Tensor]) -> int:
    """Samples of a split; 0 without any field."""
    return len(next(iter(samples.values()))) if samples else 0


class Outputs(fx.Interpreter):
    """Runs a model operation by operation and keeps what every block puts out.

    Parameters
    ----------
    model : fx.GraphModule
        From `build`.
    put_out : callable or None
        Gets a block, its output and the outputs of all blocks so far; gives what goes on in place
        of that output.
    """

    def __init__(self, model: fx.GraphModule, put_out: PutOut | None = None) -> None:
        super().__init__(model)
        self._nodes: dict[str, list[str]] = {}  # fx name -> blocks; a muted block shares a name
        for node, fx_name in model.meta["outputs"].items():
            self._nodes.setdefault(fx_name, []).append(node)
        self._put_out = put_out
        self._found: dict[str, torch.Tensor] = {}

    def collect(self, *arguments: torch.Tensor) -> dict[str, torch.Tensor]:
        """Block id -> its output for a batch, in the order of execution."""
        self.run(*arguments)
        return self._found

    def run_node(self, n: fx.Node) -> Any:
        """Run one operation; a block's last operation is the block's output."""
        result = super().run_node(n)
        for node in self._nodes.get(n.name, ()):
            if self._put_out is not None:
                result = self._put_out(node, result, self._found)
            self._found[node] = result
        return result
