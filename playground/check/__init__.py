"""Checks a document without torch; `playground.check(document)` is the whole of it."""

from playground.surface import make_callable

make_callable(__name__, "playground.check.check:check")
