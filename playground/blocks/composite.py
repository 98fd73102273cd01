"""A block made of blocks. What is inside stands in the document."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from playground.blocks.base import Block, Port, block, param
from playground.document.composites.definitions import MAX_REPEAT, ports
from playground.document.model import COMPOSITE, PORT_IN, PORT_OUT, Composite


@block("composite", title="Composite", group="Core", listed=False)
class CompositeBlock(Block):
    """A piece of network made into one block, maybe repeated.

    Its ports are those of its definition, see `block_of`.
    """

    definition: str = param("", help="Which composite of the document this is.")
    repeat: int = param(
        1, ge=1, le=MAX_REPEAT, help="How many times it follows itself, output to input."
    )
    share_weights: bool = param(
        False, help="All repeats use the same weights, as in a recurrent network."
    )
    params: dict[str, Any] = param({}, help="Values of the parameters that the composite exposes.")


def block_of(definition: Composite) -> type[CompositeBlock]:
    """The class of a composite's instances: with its ports and its title."""
    return _class(
        definition.title or definition.id,
        tuple(ports(definition, PORT_IN)),
        tuple(ports(definition, PORT_OUT)),
    )


@lru_cache(maxsize=1024)
def _class(title: str, inputs: tuple[str, ...], outputs: tuple[str, ...]) -> type[CompositeBlock]:
    class Made(CompositeBlock):
        __doc__ = CompositeBlock.__doc__

    Made.key, Made.group, Made.title = COMPOSITE, CompositeBlock.group, title
    # what a port accepts depends on the blocks inside
    Made.inputs = tuple(Port(name, many=True) for name in inputs)
    Made.outputs = tuple(Port(name) for name in outputs)
    return Made
