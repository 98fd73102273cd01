"""The order in which the search offers blocks: pure.

What was typed decides first. Among blocks that match equally well come those that fit, then those
that this user has put there before, then those that the presets have there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from playground.gui.graph.habits import Links

# Points beside those of `fuzzy.score`, where a word start is worth 50 more than a phrase within a
# word, and that 50 more than scattered letters: all of these together never outweigh such a step.
_FITS = 20.0
_OWN, _OWN_MORE, _OWN_HALF = 7.0, 5.0, 3.0  # for the first time, for all others, half of them at
_COMMON = 6.0


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A block that the new one will be wired to, and on which side it lies."""

    block: str  # its key
    before: bool  # it feeds the new one


def bonus(
    keys: Iterable[str],
    fitting: frozenset[str],
    neighbours: Iterable[Neighbour],
    own: Links,
    common: Links,
) -> dict[str, float]:
    """Points of each block, to add to those for what was typed.

    Parameters
    ----------
    keys : iterable of str
        The blocks.
    fitting : frozenset of str
        Those of them that fit.
    neighbours : iterable of Neighbour
        What the block will be wired to; without any, every link of a block counts.
    own, common : Counter
        How often the user and the presets made each link.
    """
    near = tuple(neighbours)
    by_user, by_presets = _times(own, near), _times(common, near)
    most = max(by_presets.values(), default=1)
    found = {}
    for key in keys:
        times = by_user.get(key, 0)
        found[key] = (_FITS if key in fitting else 0.0) + _COMMON * by_presets.get(key, 0) / most
        if times:
            found[key] += _OWN + _OWN_MORE * (times - 1) / (times - 1 + _OWN_HALF)
    return found


def _times(links: Links, near: tuple[Neighbour, ...]) -> dict[str, int]:
    """How often each block stands beside those."""
    after = {neighbour.block for neighbour in near if neighbour.before}
    before = {neighbour.block for neighbour in near if not neighbour.before}
    found: dict[str, int] = {}
    for (source, target), times in links.items():
        if source in after or not near:
            found[target] = found.get(target, 0) + times
        if target in before or not near:
            found[source] = found.get(source, 0) + times
    return found
