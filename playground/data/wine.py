"""Chemical analysis of Italian wines."""

from __future__ import annotations

import numpy as np

from playground.data._bundled import bundled
from playground.data._parts import Labelled, Tabular
from playground.data.base import Field, Samples, dataset
from playground.i18n import mark

CULTIVARS = (mark("cultivar 1"), mark("cultivar 2"), mark("cultivar 3"))
FEATURES = (
    mark("alcohol"),
    mark("malic acid"),
    mark("ash"),
    mark("alcalinity of ash"),
    mark("magnesium"),
    mark("total phenols"),
    mark("flavanoids"),
    mark("nonflavanoid phenols"),
    mark("proanthocyanins"),
    mark("colour intensity"),
    mark("hue"),
    mark("OD280/OD315 of diluted wines"),
    mark("proline"),
)


@dataset("wine", title="Wine", group="Real data")
class Wine(Tabular, Labelled):
    """Tell from a chemical analysis which of three grape varieties a wine was made of.

    Fields: x (13,), in units that the source does not state, or in standard deviations when
    standardised; y the variety. 178 wines.
    Source: Aeberhard and Forina 1991, Wine, UCI Machine Learning Repository.
    """

    source = "Aeberhard and Forina 1991, Wine. UCI Machine Learning Repository"

    def fields(self) -> dict[str, Field]:
        return {"x": self.features(FEATURES), "y": self.label(CULTIVARS)}

    def count(self) -> int:
        return 178

    def load(self, rng: np.random.Generator) -> Samples:
        x, y = bundled("wine", (178, 13))
        return Samples({"x": x.astype(np.float32), "y": y.astype(np.int64)})
