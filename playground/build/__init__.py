"""Builds torch modules from a document; `playground.build(document)` is the whole of it."""

from playground.surface import make_callable

make_callable(__name__, "playground.build.modules:build")
