"""Fisher's irises."""

from __future__ import annotations

import numpy as np

from playground.data._bundled import bundled
from playground.data._parts import Labelled, Tabular
from playground.data.base import Field, Samples, dataset
from playground.i18n import mark

SPECIES = (mark("setosa"), mark("versicolor"), mark("virginica"))
FEATURES = (
    mark("sepal length"),
    mark("sepal width"),
    mark("petal length"),
    mark("petal width"),
)


@dataset("iris", title="Iris flowers", group="Real data")
class Iris(Tabular, Labelled):
    """Tell three species of iris apart by the length and width of their leaves.

    Fields: x (4,) in cm, or in standard deviations when standardised; y the species. 150 flowers.
    Source: Fisher 1936, Annals of Eugenics 7; data of Anderson 1935.
    """

    source = "Fisher 1936, The use of multiple measurements in taxonomic problems"

    def fields(self) -> dict[str, Field]:
        return {"x": self.features(FEATURES, units=("cm",) * 4), "y": self.label(SPECIES)}

    def count(self) -> int:
        return 150

    def load(self, rng: np.random.Generator) -> Samples:
        x, y = bundled("iris", (150, 4))
        return Samples({"x": x.astype(np.float32), "y": y.astype(np.int64)})
