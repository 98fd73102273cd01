"""What a card shows of a composite: how often it is repeated, and whether others share it."""

from __future__ import annotations

from dataclasses import dataclass

from playground.document.change import definition_id
from playground.document.composites import is_instance, is_linked, read_instance
from playground.document.model import Document, Node

FAMILY = "#8b5e34"  # a box: no family of blocks is brown
MOST_SHEETS = 3


@dataclass(frozen=True, slots=True)
class Stack:
    """The facts of an instance of a composite that no other card has."""

    definition: str
    repeat: int = 1
    shared: bool = False  # all repeats have the same weights
    linked: bool = False  # others are instances of the same definition

    @property
    def badge(self) -> str:
        """How often it is there: `×4`, or `×4 =` with the same weights."""
        if self.repeat < 2:
            return ""
        return f"×{self.repeat} =" if self.shared else f"×{self.repeat}"

    @property
    def sheets(self) -> int:
        """How many sheets lie behind the card."""
        return min(self.repeat, MOST_SHEETS) - 1

    @property
    def family(self) -> str:
        """Its hue."""
        return FAMILY


def stack_of(document: Document, node: Node) -> Stack | None:
    """The facts of an instance; None for any other block."""
    if not is_instance(node):
        return None
    instance, definition = read_instance(node), definition_id(node)
    return Stack(
        definition,
        instance.repeat,
        instance.share_weights,
        is_linked(document, definition),
    )
