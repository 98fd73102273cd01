"""What a network, a selection or a model costs: parameters, FLOPs, activations and their memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from playground.check.report import Report
from playground.document import topology
from playground.document.change import outwards

BYTES_PER_NUMBER = 4  # float32


@dataclass(frozen=True, slots=True)
class CostSummary:
    """What some blocks cost for one sample in the forward pass.

    Parameters
    ----------
    blocks : int
        How many blocks are counted.
    parameters : int
        Numbers that training adjusts, frozen ones among them.
    trainable : int
        The same without those of frozen blocks.
    flops : int
        Additions, multiplications and the like; a multiply-add counts as 2.
    activations : int
        Numbers in all outputs together.
    inner : int
        Numbers inside the blocks that training keeps as well.
    complete : bool
        False when a block's shape is not known: the true cost is then larger.
    """

    blocks: int = 0
    parameters: int = 0
    trainable: int = 0
    flops: int = 0
    activations: int = 0
    inner: int = 0
    complete: bool = True

    @property
    def parameter_bytes(self) -> int:
        """Memory of the parameters in float32."""
        return self.parameters * BYTES_PER_NUMBER

    @property
    def activation_bytes(self) -> int:
        """Memory that training keeps of one sample for the way back, in float32."""
        return (self.activations + self.inner) * BYTES_PER_NUMBER


def summarise(report: Report, ids: Iterable[str] | None = None) -> CostSummary:
    """The cost of the whole graph, or of the blocks with these ids; unknown ids do not count.

    A composite counts as all the blocks inside.
    """
    found = [report.nodes[id] for id in _meant(report, ids)]
    return CostSummary(
        blocks=len(found),
        parameters=sum(n.cost.parameters for n in found),
        trainable=sum(n.cost.parameters for n in found if not n.node.frozen),
        flops=sum(n.cost.flops for n in found),
        activations=sum(n.cost.activations for n in found),
        inner=sum(n.cost.inner for n in found),
        complete=all(n.output is not None for n in found),
    )


def _meant(report: Report, ids: Iterable[str] | None) -> Iterable[str]:
    """The blocks that are counted, each once."""
    if ids is None:
        return report.blocks
    wanted = dict.fromkeys(ids)
    if report.expansion is None:
        return [id for id in wanted if id in report.nodes]
    return [id for id in report.blocks if any(outer in wanted for outer in outwards(id))]


def of_model(report: Report, role: str = "main") -> CostSummary:
    """The cost of one model of the document; nothing when it has no such model."""
    model = report.models.get(role)
    return summarise(report, topology.subgraph(report.flat, model) if model else ())
