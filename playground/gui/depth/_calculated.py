"""Tensors that stand nowhere but are worked out: shown like any other, claimed as expressions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

from playground.gui.depth._claims import Computed
from playground.gui.depth._histogram import Histogram
from playground.gui.depth._marks import Bar, Cells, Claim, Mark, Words

NAME = "calculated"  # stands for the tensor while its marks are made


def calculated(marks: Sequence[Mark], expression: str) -> Iterator[Mark]:
    """Marks that were made for the tensor `NAME`, claiming an expression instead."""
    for mark in marks:
        if isinstance(mark, Cells) and mark.tensor == NAME:
            values = {field.name: getattr(mark, field.name) for field in fields(Cells)}
            yield Computed(**values, formula=lambda *at: f"({expression})[{at!r}]")
        elif isinstance(mark, Histogram):
            made = mark.tensor == NAME
            yield replace(mark, formula=f"({expression})") if made else mark
        elif isinstance(mark, Words | Bar) and mark.claim is not None:
            formula = mark.claim.formula.replace(f't["{NAME}"]', f"({expression})")
            yield replace(mark, claim=Claim(formula=formula)) if formula else mark
        else:
            yield mark
