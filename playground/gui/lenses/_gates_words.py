"""How one number of a gate or state comes about, as a line of words and numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from playground.explain.base import Number, Term
from playground.explain.recurrent import GATES, gate_sum, state_sum
from playground.gui.depth._marks import Claim
from playground.gui.lenses._gates_state import FREE, Cell, Layer
from playground.gui.truth import written
from playground.i18n import tr

SIGNS = {"sigmoid": "σ", "tanh": "tanh", "relu": "relu"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or sign, or a number with what it claims to be."""

    text: str
    claim: Claim | None = None
    glued: bool = False  # to the piece before: no gap, no new line between them


def pieces(layer: Layer, cell: Cell, most: int) -> list[Piece]:
    """The whole line; of a weighted sum the `most` largest terms. [] for the input: it is given."""
    if layer.free is not None and cell.strip.startswith(FREE):
        return pieces(layer.free, replace(cell, strip=cell.strip.removeprefix(FREE)), most)
    made, strip = layer.unrolled, cell.strip
    value = Piece(
        written(float(layer.strips[strip][cell.step, cell.unit])),
        Claim(layer.name(strip), (cell.step, cell.unit)),
    )
    if strip == "x":
        return [Piece("x ="), value]
    if strip in layer.held:
        return [Piece(f"{strip} ="), value, Piece(tr("(held)"))]
    before = made.before(cell.step)
    if strip in GATES[made.kind]:
        found, applied = gate_sum(made, strip, cell.step, cell.unit, most)
        formula = total_formula(layer, cell)
        total = written(found.total.value), Claim(formula=formula)
        line = [Piece(f"{strip} ="), value, Piece(f"= {SIGNS[applied.function]}(")]
        line += [Piece(*total, glued=True), Piece("),", glued=True), Piece(*total), Piece("=")]
        line += _terms(layer, found.terms)
        if found.left_out:
            shown = " + ".join(_product(layer, term) for term in found.terms)
            line += [
                Piece("+"),
                Piece(written(found.rest), Claim(formula=f"({formula}) - ({shown})")),
                Piece(tr("({n} more)", n=found.left_out)),
            ]
        return line
    found = state_sum(made, strip, cell.step, cell.unit)
    line = [Piece(f"{strip} ="), value, Piece("=")]
    if made.kind == "lstm" and strip == "c":
        names = (("f", tr("c before")), ("i", "g"))
    elif made.kind == "lstm":
        names = (("o", "tanh(c)"),)
    else:
        names = (("(1 − z)", "n"), ("z", tr("h before")))
    for place, (term, words) in enumerate(zip(found.terms, names, strict=True)):
        line += [Piece("+")] if place else []
        for number, (factor, word) in enumerate(zip(term.factors, words, strict=True)):
            formula = _state_formula(layer, cell, word, before)
            line += [Piece("·", glued=True)] if number else []
            line += [Piece(f"{word} ", glued=number > 0)]
            line.append(Piece(written(factor.value), Claim(formula=formula), glued=True))
    return line


def _terms(layer: Layer, terms: tuple[Term, ...]) -> Iterator[Piece]:
    for place, term in enumerate(terms):
        if place:
            yield Piece("+")
        for number, factor in enumerate(term.factors):
            if number:
                yield Piece("·", glued=True)
            claim = Claim(formula=_place(layer, factor))
            yield Piece(written(factor.value), claim, glued=number > 0)


def _place(layer: Layer, factor: Number) -> str:
    """The formula of a number that stands in a tensor of the layer."""
    assert factor.ref is not None  # all factors of weighted sums do
    index = ", ".join(map(str, factor.ref.index))
    return f'float(t["{layer.name(factor.ref.tensor)}"][{index}])'


def _product(layer: Layer, term: Term) -> str:
    return " * ".join(_place(layer, factor) for factor in term.factors)


def total_formula(layer: Layer, cell: Cell) -> str:
    """What a gate's function is applied to, as a numpy expression of the snapshot's arrays."""
    made = layer.unrolled
    row = GATES[made.kind].index(cell.strip) * made.h_th.shape[1] + cell.unit
    named = made.weights.named()
    own = [f't["{layer.name("bias_hh")}"][{row}]'] if "bias_hh" in named else []
    before = made.before(cell.step)
    if before is not None:
        own.append(_dot(layer, "weight_hh", row, "h", before))
    state = " + ".join(own) or "0.0"
    if cell.strip == "n":
        state = f't["{layer.name("r")}"][{cell.step}, {cell.unit}].astype(float) * ({state})'
    parts = [_dot(layer, "weight_ih", row, "x", cell.step), state]
    if "bias_ih" in named:
        parts.append(f't["{layer.name("bias_ih")}"][{row}]')
    return " + ".join(parts)


def _dot(layer: Layer, weight: str, row: int, vector: str, step: int) -> str:
    return (
        f't["{layer.name(weight)}"][{row}].astype(float) '
        f'@ t["{layer.name(vector)}"][{step}].astype(float)'
    )


def _state_formula(layer: Layer, cell: Cell, word: str, before: int | None) -> str:
    def at(name: str, step: int | None) -> str:
        return f't["{layer.name(name)}"][{step}, {cell.unit}].astype(float)'

    if word == "tanh(c)":
        return f"np.tanh({at('c', cell.step)})"
    if word == "(1 − z)":
        return f"1.0 - {at('z', cell.step)}"
    if word in layer.unrolled.gates:
        return at(word, cell.step)
    return "0.0" if before is None else at(cell.strip, before)
