"""Progression of diabetes."""

from __future__ import annotations

import numpy as np

from playground.data._bundled import bundled
from playground.data._parts import Measured
from playground.data.base import Field, Samples, dataset
from playground.i18n import mark

FEATURES = (
    mark("age"),
    mark("sex"),
    mark("body mass index"),
    mark("mean blood pressure"),
    mark("total cholesterol"),
    mark("LDL cholesterol"),
    mark("HDL cholesterol"),
    mark("total / HDL cholesterol"),
    mark("log of triglycerides"),
    mark("blood sugar"),
)
UNITS = (mark("years"), "", "kg/m²", "mmHg", "", "", "", "", "", "")


@dataset("diabetes", title="Diabetes progression", group="Real data")
class Diabetes(Measured):
    """Predict how far diabetes has progressed after a year from a patient's first examination.

    Fields: x (10,) in units that the source states, or in standard deviations when standardised;
    y (1,), a score from 25 to 346 without unit, or in its standard deviations. 442 patients.
    Source: Efron, Hastie, Johnstone and Tibshirani 2004, Least angle regression.
    """

    source = "Efron, Hastie, Johnstone and Tibshirani 2004, Least angle regression"

    def fields(self) -> dict[str, Field]:
        x = self.features(FEATURES, units=UNITS)
        return {"x": x, "y": self.number(mark("disease progression"))}

    def count(self) -> int:
        return 442

    def load(self, rng: np.random.Generator) -> Samples:
        x, y = bundled("diabetes", (442, 10))
        return Samples({"x": x.astype(np.float32), "y": y.astype(np.float32)[:, None]})
