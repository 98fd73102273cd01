"""Whether a prediction is right."""

from __future__ import annotations

import re

from playground.explain.chain_rule.moves import Move

SHARE = 0.05  # of the number: an estimate in the head


def asked(move: Move) -> float:
    """The number that is to be predicted: the result, or by how much a weight changes."""
    if move.step is not None:
        return move.step[1].value - move.step[0].value
    return move.result.value


def is_sign_right(sign: int, value: float) -> bool:
    """Whether a number is positive (1), negative (-1) or exactly 0."""
    return sign == (value > 0) - (value < 0)


def parse(text: str) -> tuple[float, float] | None:
    """A typed number and half a unit of its last digit; None for anything else."""
    text = text.strip().replace("−", "-").replace(",", ".")
    found = re.fullmatch(r"([+-]?\d*(?:\.(\d*))?)(?:e([+-]?\d+))?", text, re.IGNORECASE)
    if found is None or not any(c.isdigit() for c in found[1]):
        return None
    exponent = max(-300, min(300, int(found[3] or 0)))
    return float(found[1]) * 10.0**exponent, 0.5 * 10.0 ** (exponent - len(found[2] or ""))


def is_number_right(text: str, value: float) -> bool | None:
    """Right to within 5 %, or to the digits that were typed; None where it is no number."""
    found = parse(text)
    if found is None:
        return None
    number, half = found
    if value and number * value < 0:
        return False  # the sign counts
    return abs(number - value) <= max(SHARE * abs(value), min(half, 0.05) * 1.000001)
