"""A port of a composite, inside of it: where a wire leaves."""

from __future__ import annotations

from playground.blocks.base import Block, Port, block, param


@block("composite_output", title="Output port", group="Data", listed=False)
class OutputPort(Block):
    """Where a wire leaves a composite: what its forward function returns."""

    inputs = (Port("in", many=True),)
    outputs = ()

    port: str = param("out", help="Name of the port, unique among the outputs.")
