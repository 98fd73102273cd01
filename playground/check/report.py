"""The result of a check: what every block takes, gives and costs, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from playground.blocks.base import Block, Cost, Shape
from playground.check.problems import Problem
from playground.data.base import Dataset, Field
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
    """Everything a check found. Shapes and costs are for one sample."""

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

    @property
    def ok(self) -> bool:
        """Whether it can be built and trained (warnings do not count)."""
        return not any(p.severity == "error" for p in self.problems)

    @property
    def cost(self) -> Cost:
        """Sum over all blocks."""
        costs = [n.cost for n in self.nodes.values()]
        return Cost(
            parameters=sum(c.parameters for c in costs),
            flops=sum(c.flops for c in costs),
            activations=sum(c.activations for c in costs),
        )

    def shape(self, node: str) -> Shape | None:
        """Output shape of a block, or None while it is not known."""
        found = self.nodes.get(node)
        return found.output if found else None

    def problems_of(self, node: str) -> tuple[Problem, ...]:
        """All problems placed on one block."""
        return tuple(p for p in self.problems if p.node == node)
