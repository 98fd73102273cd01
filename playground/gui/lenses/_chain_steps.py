"""Finding one's way among the moves of the chain rule."""

from __future__ import annotations

import numpy as np

from playground.explain.chain_rule import Move
from playground.explain.chain_rule.boxes import LOSS
from playground.i18n import tr


def next_block(moves: tuple[Move, ...], at: int) -> int:
    """Position behind the moves that belong together with the next one."""
    kinds = [(move.phase, move.node) for move in moves]
    end = at
    while end < len(moves) and kinds[end] == kinds[at]:
        end += 1
    return end


def of_box(moves: tuple[Move, ...], box: str, backward: bool) -> int | None:
    """The move that fills in a box: its gradient on the way back, else its value."""
    for phase in ("backward", "forward") if backward else ("forward", "backward"):
        found = [
            place
            for place, move in enumerate(moves)
            if move.box == box
            and move.phase == phase
            and (phase == "forward" or (move.edge is not None and move.edge[0] == box))
        ]
        if found:
            return found[-1]
    return None


def heading(move: Move, optimizer: str) -> str:
    """What a move is about, in the user's language."""
    if move.phase == "update":
        return tr("The step that {optimizer} would make", optimizer=optimizer)
    if move.box == LOSS:
        return tr("Forward: the loss")
    if move.phase == "forward":
        return tr("Forward: {node}", node=move.node)
    return tr("Backward: through {node}", node=move.node)


def unravel(place: int, shape: tuple[int, ...]) -> tuple[int, ...]:
    """A place in a flat array as an index."""
    return tuple(int(i) for i in np.unravel_index(place, shape))
