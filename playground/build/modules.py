"""From a document to plain torch modules.

Each model becomes one `torch.fx.GraphModule` that needs nothing of this project: its submodules and
the last operation of every block bear the block's id, so a tensor can be traced to the block that
made it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any

import torch
from torch import fx, nn

from playground.blocks.base import Block
from playground.check.check import check
from playground.check.report import NodeReport, Report
from playground.document import topology
from playground.document.change import outwards
from playground.document.model import Document, ModelSpec, Scope, Wire
from playground.errors import BuildError
from playground.i18n import tr


def build(
    document: Document,
    report: Report | None = None,
    modules: Mapping[str, nn.Module] | None = None,
) -> dict[str, fx.GraphModule]:
    """Make the networks that the document describes, with fresh weights.

    The weights start as torch's own layers start them, and depend on the document's seed and the
    block's id only: adding a block leaves the first weights of all others as they were. The random
    numbers of the rest of the program are not touched.

    Parameters
    ----------
    document : Document
    report : Report, optional
        A check of this very document, when there is one already.
    modules : mapping, optional
        Block id -> module that the networks take as it is, instead of a fresh one.

    Returns
    -------
    dict of str to torch.fx.GraphModule
        Role ("main", "generator", ...) -> network on the CPU, in training mode. Its arguments are
        the model's input blocks. `model.meta["outputs"]` maps block id -> name of the fx node of
        its output, `model.meta["modules"]` block id -> name of its module. Blocks inside composites
        have their paths for ids: their weights are called `stage.0.conv.weight`. Two roles that
        share a block share its module, and so do repeats that share their weights.

    Raises
    ------
    BuildError
        The document has a problem; the error names the first one.
    """
    report = check(document) if report is None else report
    for problem in report.problems:
        if problem.severity == "error":
            raise BuildError(problem.message, problem.hint, problem.node or problem.place)
    if not report.models:
        raise BuildError(
            tr("The document does not say which blocks are the model."),
            hint=tr("Name its input and its output block."),
        )
    shared: dict[str, nn.Module] = dict(modules or {})
    return {role: _Builder(report, spec, shared).model() for role, spec in report.models.items()}


def ordered_sources(block: type[Block] | Block, wires: Sequence[Wire]) -> list[str]:
    """Ids of the blocks that feed a block: by port, then in the order of the file."""
    return [w.source for port in block.inputs for w in wires if w.target_port == port.name]


def block_seed(seed: int, id: str) -> int:
    """Seed of one block's first weights: the same on every machine and for every neighbourhood."""
    digest = blake2b(f"{seed}/{id}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


class _Builder:
    """Writes the fx graph of one model."""

    def __init__(self, report: Report, spec: ModelSpec, shared: dict[str, nn.Module]) -> None:
        self.report, self.spec, self.shared = report, spec, shared
        self.document = report.flat
        self.incoming = topology.incoming(self.document)
        self.first = self.document.shared if isinstance(self.document, Scope) else {}
        self.modules: dict[str, str] = {}  # block id -> name of its module
        self.root = nn.Module()
        self.graph = fx.Graph()
        self.tracer = fx.proxy.GraphAppendingTracer(self.graph)
        self.values: dict[str, fx.Node] = {}  # block id -> what it gives

    def model(self) -> fx.GraphModule:
        for id in self.spec.inputs:
            self.values[id] = self._argument(id)
        for id in topology.subgraph(self.document, self.spec):
            if id not in self.values:
                self.values[id] = self._call(self.report.nodes[id])
        self.graph.output(self.values[self.spec.output])
        self.graph.lint()
        model = fx.GraphModule(self.root, self.graph, class_name="Model")
        # A step of a small network is mostly Python: fx's own call only prints tracebacks to the
        # screen, and a name in __dict__ is found at once (torch keeps it in step with _modules).
        type(model).__call__ = nn.Module.__call__  # type: ignore[method-assign]
        for part in [model, *map(model.get_submodule, _containers(self.modules.values()))]:
            part.__dict__.update(part.named_children())
        model.meta["outputs"] = {id: node.name for id, node in self.values.items()}
        model.meta["modules"] = dict(self.modules)
        return model

    def _argument(self, id: str) -> fx.Node:
        node = self.graph.placeholder(_free(id))
        node.target = node.name  # fx keeps names clear of torch's own, but not those of arguments
        return node

    def _call(self, checked: NodeReport) -> fx.Node:
        node, block = checked.node, checked.block
        assert block is not None  # a check without errors has made every block
        arguments = self._arguments(node.id, block)
        if node.muted:
            return arguments[0]
        module = self._module(checked)
        if module is not None:
            name = self.modules[node.id] = self.first.get(node.id, node.id)
            _put(self.root, name, module)
            return self._invoke(node.id, name, block, arguments)
        result: fx.Node = block.apply(*self._proxies(arguments)).node
        if (
            result not in arguments
        ):  # an Add with one wire hands its input on: that bears its own name
            result._rename(_free(node.id))
        return result

    def _invoke(self, id: str, name: str, block: Block, arguments: list[fx.Node]) -> fx.Node:
        """A call of the block's module, and what the block makes of its result."""
        called: list[fx.Node] = []

        def call(*args: Any, **kwargs: Any) -> fx.Proxy:
            made: fx.Proxy = self.tracer.create_proxy("call_module", name, args, kwargs)
            called.append(made.node)
            return made

        result: fx.Node = block.invoke(call, *self._proxies(arguments)).node
        if result not in called:  # the last operation bears the block's id
            called[0]._rename(f"{_free(id)}_call")
        if result.name != _free(id):
            result._rename(_free(id))
        return result

    def _proxies(self, nodes: Iterable[fx.Node]) -> list[fx.Proxy]:
        return [fx.Proxy(node, self.tracer) for node in nodes]

    def _arguments(self, id: str, block: Block) -> list[fx.Node]:
        sources = ordered_sources(block, self.incoming.get(id, ()))
        stranger = next((s for s in sources if s not in self.values), None)
        if stranger is not None or not sources:
            raise BuildError(
                tr(
                    'The block "{id}" needs "{source}", which no input of the model leads to.',
                    id=id,
                    source=stranger or block.inputs[0].name if block.inputs else id,
                ),
                hint=tr("Name that input block as an input of the model, or take the wire away."),
                node=id,
            )
        return [self.values[source] for source in sources]

    def _module(self, checked: NodeReport) -> nn.Module | None:
        id = self.first.get(checked.node.id, checked.node.id)
        if id in self.shared:
            return self.shared[id]
        assert checked.block is not None
        with torch.random.fork_rng(devices=[]):
            # the CPU's generator alone: torch.manual_seed would seed those of the GPUs as well
            torch.default_generator.manual_seed(block_seed(self._seed, id))
            module = checked.block.build(*known_shapes(checked))
        if module is not None:
            self.shared[id] = module
            module.requires_grad_(not checked.node.frozen)
        return module

    @property
    def _seed(self) -> int:
        return self.report.document.train.seed


def _free(id: str) -> str:
    """A name for a variable of `forward`, whose first argument is called self."""
    return "self_" if id == "self" else id.replace(".", "_")


def _put(root: nn.Module, path: str, module: nn.Module) -> None:
    """Add a module under a path, with the modules that hold it."""
    *holders, name = path.split(".")
    for holder in holders:
        if holder not in root._modules:
            root.add_module(holder, nn.Module())
        root = root.get_submodule(holder)
    root.add_module(name, module)


def _containers(paths: Iterable[str]) -> list[str]:
    """The modules that only hold others."""
    return list(dict.fromkeys(outer for path in paths for outer in outwards(path)[1:]))


def known_shapes(checked: NodeReport) -> tuple[Any, ...]:
    """Shapes that arrive at a block of a document without errors."""
    return tuple(shape for shape in checked.inputs if shape is not None)
