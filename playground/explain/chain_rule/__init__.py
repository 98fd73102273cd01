"""The chain rule on one sample: forward, back edge by edge, and the step it would make.

`Record` reads what the probe `backprop` measured, `moves_of` turns it into moves of which each is
one piece of arithmetic, `boxes_of` says what is drawn where.
"""

from playground.explain.chain_rule.boxes import Box, Edge, boxes_of
from playground.explain.chain_rule.moves import Line, Move, Number, Token
from playground.explain.chain_rule.record import Record
from playground.explain.chain_rule.trace import moves_of
from playground.explain.chain_rule.update import Rule

__all__ = [
    "Box",
    "Edge",
    "Line",
    "Move",
    "Number",
    "Record",
    "Rule",
    "Token",
    "boxes_of",
    "moves_of",
]
