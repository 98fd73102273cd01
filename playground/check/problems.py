"""What is wrong with a document, in words a learner understands, with repairs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from playground.document.model import Document

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair: one undoable edit behind one button."""

    title: str  # in the user's language, e.g. "Insert Flatten before out"
    edit: Callable[[Document], Document]


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a document: what came, what is accepted, what to do and where.

    Parameters
    ----------
    kind : str
        Stable snake_case name of the kind, e.g. "wrong_rank".
    message, hint : str
        In the user's language.
    node : str
        Id of the block, "" for the whole document.
    place : str
        Where else: "data", "train.params.loss", "wires[3]"; "" when the block says enough.
    severity : str
        "error": it cannot be trained. "warning": it can, but probably should not.
    fixes : sequence of Fix
        In a report: at most three repairs, the likeliest first; each is known to remove the
        problem, and they are worked out when somebody looks. Where a problem is made: all repairs
        that are worth a try.
    """

    kind: str
    message: str
    hint: str = ""
    node: str = ""
    place: str = ""
    severity: Severity = "error"
    fixes: Sequence[Fix] = ()

    def to_json(self) -> dict[str, object]:
        """A plain object for `playground check --json`."""
        return {
            "kind": self.kind,
            "severity": self.severity,
            "node": self.node,
            "place": self.place,
            "message": self.message,
            "hint": self.hint,
            "fixes": [fix.title for fix in self.fixes],
        }
