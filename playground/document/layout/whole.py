"""The layout of a whole graph: the way in for everybody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from playground.document.layout.base import Card, Deadline, Direction, Placement
from playground.document.layout.clusters import Frame, clustered
from playground.document.layout.layout import too_large, turned, turned_back
from playground.document.model import Wire


def layout(
    cards: Mapping[str, Card],
    wires: Sequence[Wire],
    *,
    frames: Sequence[Frame] = (),
    direction: Direction = "right",
    max_width: float | None = None,
    seconds: float | None = None,
) -> Placement:
    """Find places for the cards of a graph, and ways for its wires.

    Wires run along the flow, pass no foreign card, and cross as little as the search finds.
    The same graph gets the same layout everywhere; the order of cards and wires matters only
    between equally good layouts.

    Parameters
    ----------
    cards : mapping of str to Card
        Node id -> outline of its card.
    wires : sequence of Wire
        Between those cards; several may lie side by side, and cycles are allowed.
    frames : sequence of collections of str
        Ids of cards that stay together, with nothing foreign between them; frames may lie in each
        other. Where two overlap, the smaller one is not kept.
    direction : "right" or "down"
        Where the flow goes.
    max_width : float, optional
        Px; longer chains go on in another row (or column, when the flow goes down).
    seconds : float, optional
        How long it may take.

    Returns
    -------
    Placement
        Centres of the cards; the whole has its top left corner near (0, 0).

    Raises
    ------
    LayoutTooLargeError
        When the time is not enough.
    """
    deadline = Deadline(seconds, too_large(len(cards), len(wires)))
    outlines, _ = turned(cards, {}, direction)
    made = clustered(outlines, wires, frames, direction, max_width, deadline)
    return turned_back(made, direction)
