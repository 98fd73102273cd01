"""What a network says about a sample with gates held, beside what it says without."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from playground.gui.depth._marks import Claim
from playground.gui.lenses._gates_words import Piece
from playground.gui.truth import written
from playground.i18n import tr

_EACH = 2  # of the largest shares, without and with held gates
_MOST = 4  # numbers that are no shares


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """Both answers to one sample.

    Parameters
    ----------
    node : str
        Id of the block whose gates are held.
    before, after : np.ndarray, shape (C,) or (T, C)
        Without and with held gates.
    names : sequence of str
        What the numbers are called, () where they have no names.
    """

    node: str
    before: np.ndarray
    after: np.ndarray
    names: Sequence[str]

    def pieces(self, step: int) -> list[Piece]:
        """The answer at a step, where there is one at each: number by number, before and after."""
        place: tuple[int, ...] = ()
        head = tr("Answer, free → held:")
        if self.before.ndim == 2:
            place = (min(step, len(self.before) - 1),)
            head = tr("Answer at step {step}, free → held:", step=place[0])
        before, after = self.before[place], self.after[place]
        line = [Piece(head)]
        named = len(self.names) == len(before)
        shown = self._shown(before, after, named)
        for number in shown:
            index = (*place, number)
            start = f"gates/{self.node}"
            name = self.names[number] if named else f"y{number}" if len(before) > 1 else ""
            line += [Piece(f"{name} ")] if name else []
            line.append(_number(before[number], f"{start}/answer", index, glued=bool(name)))
            line.append(Piece(" → ", glued=True))
            line.append(_number(after[number], f"{start}/held/answer", index))
        if len(before) > len(shown):
            line.append(Piece(tr("of {n}", n=len(before))))
        return line

    def _shown(self, before: np.ndarray, after: np.ndarray, named: bool) -> list[int]:
        if not named:
            return list(range(min(len(before), _MOST)))
        found: list[int] = []
        for values in (before, after):
            order = np.argsort(-np.nan_to_num(values), kind="stable")[:_EACH]
            found += [int(n) for n in order if int(n) not in found]
        return found


def _number(value: float, tensor: str, index: tuple[int, ...], glued: bool = True) -> Piece:
    return Piece(written(float(value)), Claim(tensor, index), glued=glued)


def answer_in(arrays: Mapping[str, np.ndarray], node: str, names: Sequence[str]) -> Answer | None:
    """Both answers of a snapshot; None where it has none."""
    before, after = (arrays.get(f"gates/{node}/{n}answer") for n in ("", "held/"))
    if before is None or after is None or before.shape != after.shape:
        return None
    return Answer(node, before, after, names)
