"""Cell nuclei of breast tumours."""

from __future__ import annotations

import numpy as np

from playground.data._bundled import bundled
from playground.data._parts import Labelled, Tabular
from playground.data.base import Field, Samples, dataset
from playground.i18n import mark

DIAGNOSES = (mark("malignant"), mark("benign"))
FEATURES = (
    mark("mean radius"),
    mark("mean texture"),
    mark("mean perimeter"),
    mark("mean area"),
    mark("mean smoothness"),
    mark("mean compactness"),
    mark("mean concavity"),
    mark("mean concave points"),
    mark("mean symmetry"),
    mark("mean fractal dimension"),
    mark("standard error of radius"),
    mark("standard error of texture"),
    mark("standard error of perimeter"),
    mark("standard error of area"),
    mark("standard error of smoothness"),
    mark("standard error of compactness"),
    mark("standard error of concavity"),
    mark("standard error of concave points"),
    mark("standard error of symmetry"),
    mark("standard error of fractal dimension"),
    mark("worst radius"),
    mark("worst texture"),
    mark("worst perimeter"),
    mark("worst area"),
    mark("worst smoothness"),
    mark("worst compactness"),
    mark("worst concavity"),
    mark("worst concave points"),
    mark("worst symmetry"),
    mark("worst fractal dimension"),
)


@dataset("breast_cancer", title="Breast cancer", group="Real data")
class BreastCancer(Tabular, Labelled):
    """Tell malignant from benign tumours by the shape of their cell nuclei under the microscope.

    Fields: x (30,), ten measurements as mean, standard error and mean of the three worst nuclei, in
    units that the source does not state, or in standard deviations when standardised; y the
    diagnosis. 569 patients. For learning only; it cannot diagnose anybody.
    Source: Wolberg, Mangasarian, Street and Street 1993, UCI Machine Learning Repository.
    """

    source = "Wolberg et al. 1993, Breast Cancer Wisconsin (Diagnostic). UCI"

    def fields(self) -> dict[str, Field]:
        return {"x": self.features(FEATURES), "y": self.label(DIAGNOSES)}

    def count(self) -> int:
        return 569

    def load(self, rng: np.random.Generator) -> Samples:
        x, y = bundled("breast_cancer", (569, 30))
        return Samples({"x": x.astype(np.float32), "y": y.astype(np.int64)})
