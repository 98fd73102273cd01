"""Kind of problem -> the repairs that may mend it.

A finder is a generator that takes the problem, its checked block and the whole report. It may be
optimistic: what does not mend the problem is not offered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playground.check.problems import Fix, Problem
from playground.check.repairs import nodes, ranks, sizes, wires
from playground.check.report import NodeReport, Report

Finder = Callable[[Problem, NodeReport, Report], Iterator[Fix]]

FINDERS: dict[str, Finder] = {
    "unknown_block": nodes.unknown_block,
    "block_failed": nodes.block_failed,
    "unknown_field": nodes.unknown_field,
    "unknown_port": wires.unknown_port,
    "missing_wire": wires.missing_wire,
    "too_many_wires": wires.too_many_wires,
    "cycle": wires.cycle,
    "wrong_rank": ranks.wrong_rank,
    "wrong_shape": sizes.wrong_shape,
}
