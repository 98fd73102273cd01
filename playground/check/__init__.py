"""Checks a document without torch; `playground.check(document)` is the whole of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.surface import make_callable

if TYPE_CHECKING:
    from playground.check.report import Report
    from playground.document.model import Document

make_callable(__name__, "playground.check.check:check")


def check_document(document: Document, previous: Report | None = None) -> Report:
    """Find all shapes, costs and problems; see `playground.check.check.check`."""
    from playground.check.check import check

    return check(document, previous)
