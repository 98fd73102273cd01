"""The illnesses, one a file, causes before what they cause."""

from playground.train.health.rules import (
    dead_units,
    discriminator_wins,
    exploding,
    imbalance,
    mode_collapse,
    not_finite,
    overfitting,
    pairing,
    plateau,
    rate_high,
    rate_low,
    saturated,
    vanishing,
)
from playground.train.health.rules.base import Rule

RULES: tuple[Rule, ...] = (
    not_finite.RULE,
    pairing.RULE,
    dead_units.RULE,
    saturated.RULE,
    exploding.RULE,
    vanishing.RULE,
    rate_high.RULE,
    rate_low.RULE,
    imbalance.RULE,
    plateau.RULE,
    overfitting.RULE,
    discriminator_wins.RULE,
    mode_collapse.RULE,
)
