"""Cards in columns, and every long wire cut into pieces from one column to the next."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from playground.document.layout.base import Card, Link

Near = tuple[int, float, float]  # an item of the next column, the port there, the port here


@dataclass(slots=True)
class Layered:
    """Items in columns; the first ones are the cards, the others are bends of wires.

    Parameters
    ----------
    cards : sequence of Card
        Their ports lie left and right: the flow goes to the right.
    layers : list of list of int
        Items of each column, from top to bottom.
    rank : list of int
        Column of each item.
    before, after : list of list of Near
        What each item is wired to in the column before and after it.
    chains : list of list of int
        For each wire the items it passes, in its own direction; for a wire that goes back these
        are bends only, beside its source, ..., beside its target.
    """

    cards: Sequence[Card]
    links: Sequence[Link]
    rank: list[int]
    layers: list[list[int]] = field(default_factory=list)
    before: list[list[Near]] = field(default_factory=list)
    after: list[list[Near]] = field(default_factory=list)
    chains: list[list[int]] = field(default_factory=list)

    @classmethod
    def make(cls, cards: Sequence[Card], links: Sequence[Link], rank: Sequence[int]) -> Layered:
        """Cut the wires of cards that have their columns already."""
        made = cls(cards, links, list(rank))
        made.layers = [[] for _ in range(max(rank, default=-1) + 1)]
        for card, place in enumerate(rank):
            made.layers[place].append(card)
        made.before, made.after = [[] for _ in rank], [[] for _ in rank]
        for link in links:
            made.chains.append(made._cut(link))
        return made

    def is_card(self, item: int) -> bool:
        """Whether the item is a card, not a bend."""
        return item < len(self.cards)

    def half(self, item: int) -> float:
        """Half the height of an item in px."""
        return self.cards[item].height / 2 if item < len(self.cards) else 0.0

    def goes_back(self, wire: int) -> bool:
        """Whether a wire runs against the flow, since it closes a cycle."""
        link = self.links[wire]
        return self.rank[link.source] >= self.rank[link.target]

    def _cut(self, link: Link) -> list[int]:
        first, last = self.rank[link.source], self.rank[link.target]
        if first >= last:
            bends = [self._bend(place) for place in range(last, first + 1)]
            for a, b in itertools.pairwise(bends):
                self._join(a, b, 0.0, 0.0)
            return bends[::-1]
        chain = [link.source, *(self._bend(place) for place in range(first + 1, last)), link.target]
        for number, (a, b) in enumerate(itertools.pairwise(chain)):
            leaves = link.leaves if number == 0 else 0.0
            self._join(a, b, leaves, link.enters if number == len(chain) - 2 else 0.0)
        return chain

    def _bend(self, place: int) -> int:
        item = len(self.rank)
        self.rank.append(place)
        self.layers[place].append(item)
        self.before.append([])
        self.after.append([])
        return item

    def _join(self, a: int, b: int, leaves: float, enters: float) -> None:
        self.after[a].append((b, enters, leaves))
        self.before[b].append((a, leaves, enters))
