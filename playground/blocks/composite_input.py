"""A port of a composite, inside of it: where a wire enters."""

from __future__ import annotations

from playground.blocks.base import Block, block, param


@block("composite_input", title="Input port", group="Data", listed=False)
class InputPort(Block):
    """Where a wire enters a composite: an argument of its forward function."""

    inputs = ()

    port: str = param("in", help="Name of the port, unique among the inputs.")
