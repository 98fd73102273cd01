"""What the doctor tells: one illness of a run, in words, with repairs."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import overload

from playground.check.check import check
from playground.check.fixes import MAX_FIXES
from playground.check.problems import Fix, Severity
from playground.check.report import Report
from playground.document.model import Document

MAX_TRIED = 8  # repairs of one finding that are tried


@dataclass(frozen=True, slots=True)
class Finding:
    """One illness of a training. It looks like a `check.problems.Problem` to whoever shows it.

    Parameters
    ----------
    kind : str
        Stable snake_case name of the illness, e.g. "dead_units".
    node : str
        Id of the block, "" for the training as a whole.
    step : int
        Optimiser steps finished when it began, as far as anybody looked.
    severity : str
        "error": going on is in vain. "warning": it learns, but worse than it could.
    message, hint : str
        What is the matter, with the numbers; why, and what helps. In the user's language.
    fixes : sequence of Fix
        At most three edits of the document, the likeliest first. Each has been tried: the document
        can still be trained after it. They are worked out when somebody looks.
    rewind_step : int or None
        The last step at which all was well; None where going back would not help.
    """

    kind: str
    node: str
    step: int
    severity: Severity
    message: str
    hint: str = ""
    fixes: Sequence[Fix] = field(default=(), compare=False, repr=False)
    rewind_step: int | None = None

    @property
    def place(self) -> str:
        """Where, for a finding without a block."""
        return "" if self.node else "train"

    def to_json(self) -> dict[str, object]:
        """A plain object for `playground train --json`."""
        return {
            "kind": self.kind,
            "severity": self.severity,
            "node": self.node,
            "step": self.step,
            "message": self.message,
            "hint": self.hint,
            "fixes": [fix.title for fix in self.fixes],
            "rewind_step": self.rewind_step,
        }


class Remedies(Sequence[Fix]):
    """The repairs of one finding that work on the document, tried when somebody first looks.

    Parameters
    ----------
    fixes : iterable of Fix
        All that are worth a try, the likeliest first.
    report : Report
        Of the document that they are for.
    """

    def __init__(self, fixes: Iterable[Fix], report: Report) -> None:
        self._fixes, self._report = fixes, report

    @cached_property
    def _found(self) -> tuple[Fix, ...]:
        return tried(self._fixes, self._report)

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> Fix: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Fix]: ...
    def __getitem__(self, index: int | slice) -> Fix | Sequence[Fix]:
        return self._found[index]


def tried(fixes: Iterable[Fix], report: Report) -> tuple[Fix, ...]:
    """The first three repairs that change the document and give it no new problem."""
    known = {(p.kind, p.node, p.place) for p in report.problems}
    results: list[Document] = [report.document]
    found: list[Fix] = []
    for fix in islice(fixes, MAX_TRIED):
        if len(found) == MAX_FIXES:
            break
        try:
            mended = fix.edit(report.document)
        except Exception as error:  # noqa: BLE001 - e.g. the block is gone
            logging.getLogger(__name__).debug("repair %s: %s", fix.title, error)
            continue
        if mended in results:
            continue
        results.append(mended)
        after = check(mended, report, wait=False)
        if all((p.kind, p.node, p.place) in known for p in after.problems):
            found.append(fix)
    return tuple(found)
