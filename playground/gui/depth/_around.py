"""What stands around a block: where its numbers come from, and who uses them."""

from __future__ import annotations

from playground.check.report import NodeReport, Report
from playground.document import topology
from playground.explain.activation import FUNCTIONS
from playground.telemetry.probes.inside import sources_of

_PASSING = ("dropout", *FUNCTIONS)  # blocks that mix no units


def sources(report: Report, node: str) -> list[str]:
    """Ids of the blocks that feed a block, in the order of its ports and wires."""
    return sources_of(report.flat, node) if node in report.flat.by_id else []


def activation_after(report: Report, node: str) -> str:
    """The activation that alone takes what a block puts out, "" for none."""
    after = _only_after(report, node)
    return after.node.id if after is not None and _key(after) in FUNCTIONS else ""


def linear_after(report: Report, node: str) -> str:
    """The fully connected layer that takes the units of a block, maybe through an activation."""
    for _ in range(len(report.flat.nodes)):
        after = _only_after(report, node)
        if after is None:
            return ""
        if _key(after) == "linear":
            return after.node.id
        if _key(after) not in _PASSING:
            return ""
        node = after.node.id
    return ""


def flattened(report: Report, node: str) -> tuple[int, ...]:
    """Shape of the image that was made a row of numbers right before a block; () for none."""
    before = sources(report, node)
    found = report.blocks.get(before[0]) if before else None
    if found is None or _key(found) != "flatten" or len(found.inputs) != 1:
        return ()
    shape = found.inputs[0] or ()
    return shape if len(shape) in (2, 3) else ()


def _only_after(report: Report, node: str) -> NodeReport | None:
    wires = topology.outgoing(report.flat).get(node, ())
    if len(wires) != 1:
        return None
    found = report.blocks.get(wires[0].target)
    return found if found is not None and found.block is not None else None


def _key(found: NodeReport) -> str:
    """Key of its block; a muted one hands its input on, whatever it is."""
    return "dropout" if found.node.muted else found.node.block
