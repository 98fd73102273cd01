"""Neural Playground: draw a neural network, press Play, watch it learn.

>>> import playground
>>> document = playground.load("xor-mlp")  # a preset or a file
>>> playground.check(document).ok
True
>>> models = playground.build(document)  # role -> plain torch module
>>> result = playground.train(document, steps=500)

Importing this package imports nothing heavy: torch comes with the first `build` or `train`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from torch import nn

    from playground.check.report import Report
    from playground.document.model import Document
    from playground.train.result import Result

    def check(document: Document) -> Report:
        """Shapes, costs and problems of every block. Never raises; needs no torch."""

    def build(document: Document) -> dict[str, nn.Module]:
        """Role ("main", "generator", ...) -> plain torch module with seeded weights."""

    def train(document: Document, *, steps: int | None = None, **options: Any) -> Result:
        """Train a document here and now; see `playground.train.result.train`."""


__all__ = ["__version__", "build", "check", "load", "train"]

__version__ = "0.1.0"

_PACKAGES = frozenset({"build", "check", "train"})  # packages that can be called, see surface.py


def load(path_or_preset: str | Path) -> Document:
    """Read a document from a file, or a preset by its name.

    Raises
    ------
    FormatError
        Nothing of that name, or a file that is not a document; says what came and what is accepted.
    """
    from playground.document.library import load as load_document

    return load_document(path_or_preset)


def __getattr__(name: str) -> Any:
    if name in _PACKAGES:
        import importlib

        return importlib.import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
