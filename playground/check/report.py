"""The result of a check: what every block takes, gives and costs, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from playground.blocks.base import Block, Cost, Shape
from playground.check.problems import Problem
from playground.data.base import Dataset, Field
from playground.document.composites.expand import Expansion
from playground.document.model import Document, ModelSpec, Node, Wire
from playground.parameters import Parametric

NO_COST = Cost()


@dataclass(frozen=True, slots=True)
class NodeReport:
    """One block of the document, checked."""

    node: Node
    block: Block | None  # None: unknown block or bad parameters
    inputs: tuple[Shape | None, ...] = ()  # shapes that arrive, in the order of ports and wires
    output: Shape | None = None  # None: not known because of a fault here or upstream
    cost: Cost = NO_COST
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a check found. Shapes and costs are for one sample.

    Blocks inside composites have entries under their paths, such as `stage.0.conv`. So have the
    composites themselves, with what all inside costs together, and their ports.
    """

    document: Document
    nodes: Mapping[str, NodeReport]  # in an order in which inputs come before outputs
    problems: tuple[Problem, ...] = ()  # errors first
    dataset: Dataset | None = None
    fields: Mapping[str, Field] = field(default_factory=dict)
    experiment: Parametric | None = (
        None  # with the document's parameters; None: unknown or bad ones
    )
    models: Mapping[str, ModelSpec] = field(default_factory=dict)
    # role -> model: those of the document, or the obvious ones where it names none
    incoming: Mapping[str, tuple[Wire, ...]] = field(default_factory=dict, repr=False)
    judged: bool = False  # the kind of training knew data, models and shapes and gave its opinion
    expansion: Expansion | None = field(default=None, repr=False)
    # how the composites were opened; None for a document without any
    inner: Report | None = field(default=None, repr=False)  # the check of the flat document
    worst_inside: Mapping[str, Problem] = field(default_factory=dict, repr=False)
    # instance of a composite -> the worst problem of the blocks inside
    twins: Mapping[str, Problem] = field(default_factory=dict, repr=False)
    # blocks of linked composites -> their problem, which `problems` says of another instance

    _placed: dict[str, list[Problem]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def ok(self) -> bool:
        """Whether it can be built and trained (warnings do not count)."""
        return not any(p.severity == "error" for p in self.problems)

    @property
    def flat(self) -> Document:
        """The network without composites: what is built. Its ids are paths."""
        return self.document if self.inner is None else self.inner.document

    @property
    def blocks(self) -> Mapping[str, NodeReport]:
        """The entries of `nodes` without those of composites and their ports."""
        if self.inner is None:
            return self.nodes
        return {id: self.nodes[id] for id in self.inner.nodes}

    @property
    def cost(self) -> Cost:
        """Sum over all blocks; weights that several use count once."""
        costs = [n.cost for n in self.blocks.values()]
        return Cost(
            parameters=sum(c.parameters for c in costs),
            flops=sum(c.flops for c in costs),
            activations=sum(c.activations for c in costs),
        )

    def shape(self, node: str) -> Shape | None:
        """Output shape of a block, or None while it is not known."""
        found = self.nodes.get(node)
        return found.output if found else None

    def worst(self, node: str) -> Problem | None:
        """The worst problem of a block, or of what is inside of it; None when there is none."""
        found = self.nodes.get(node)
        own, inside = found.problem if found else None, self.worst_inside.get(node)
        if own is None or (own.severity != "error" and inside is not None):
            return inside or own
        return own

    def port_shape(self, node: str, port: str = "out") -> Shape | None:
        """Shape of what a block gives at one of its ports, or None while it is not known."""
        opened = self.expansion.opened.get(node) if self.expansion else None
        if opened is None or self.expansion is None:
            return self.shape(node)
        ends = [e for id in opened.outputs.get(port, ()) for e in self.expansion.ports.get(id, ())]
        return self.shape(ends[0][0]) if ends else None

    def problems_of(self, node: str) -> tuple[Problem, ...]:
        """All problems placed on one block."""
        if not self._placed:  # once a report: thousands of blocks may ask
            for problem in self.problems:
                self._placed.setdefault(problem.node, []).append(problem)
        return tuple(self._placed.get(node, ()))
