"""Trains a document; `playground.train(document, steps=...)` is the whole of it."""

from playground.surface import make_callable

make_callable(__name__, "playground.train.result:train")
