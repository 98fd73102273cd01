"""Blocks that are the same but for their ids: renamed ones, and those put into a composite."""

from __future__ import annotations

from playground.build.units import Network
from playground.check.report import NodeReport, Report


def renamed(old: Network, report: Report) -> dict[str, str]:
    """Old id -> new id of the blocks of a network that a new document calls by another name.

    Those that only one of both has, when they are the same block with the same parameters and input
    shapes, and either bear the same name inside of another composite, or differ in nothing but
    their id. Where several could be meant, none is.
    """
    flat = report.inner or report
    gone = {id: found for id, found in old.nodes.items() if id not in flat.nodes}
    come = {id: found for id, found in flat.nodes.items() if id not in old.nodes}
    pairs = [(a, b) for a in gone for b in come if _same(a, gone[a], b, come[b])]
    return {
        a: b
        for a, b in pairs
        if sum(x == a for x, _ in pairs) == 1 and sum(y == b for _, y in pairs) == 1
    }


def _same(old: str, was: NodeReport, new: str, now: NodeReport) -> bool:
    if was.block is None or (was.block, was.inputs) != (now.block, now.inputs):
        return False
    if old.rpartition(".")[2] == new.rpartition(".")[2]:
        return True
    return was.node.model_copy(update={"id": new}) == now.node
