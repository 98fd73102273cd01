"""What the units of a block are called, where they have names: the features of a network."""

from __future__ import annotations

from playground.check.report import Report


def unit_names(report: Report, node: str) -> tuple[str, ...]:
    """Names of the units that a block puts out, in their order; () where they have none.

    Those of an Input block are the names of the field that it reads, in English (pass them through
    tr); those of a Features block are symbols such as x₁². `node` may be a path into composites.
    """
    checked = (report.inner or report).nodes.get(node)
    if checked is None or checked.block is None or not checked.output:
        return ()
    names = checked.block.unit_names()
    if checked.block.reads:
        field = report.fields.get(getattr(checked.block, "field", ""))
        names = field.names if field is not None else ()
    return names if len(names) == checked.output[0] else ()
