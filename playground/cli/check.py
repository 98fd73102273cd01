"""`playground check`: shapes, parameters, FLOPs and problems of a document."""

from __future__ import annotations

from collections.abc import Iterator

from playground.blocks.base import format_shape
from playground.check.problems import Problem
from playground.check.report import NodeReport, Report
from playground.cli.options import FileArgument, JsonOption, LangOption
from playground.cli.report import console, show_json
from playground.document.composites.definitions import is_port
from playground.document.library import load
from playground.errors import join
from playground.i18n import tr

HELP = tr("Show shapes, parameters, FLOPs and problems of a document, block by block.")


def check(file: FileArgument, json: JsonOption = False, lang: LangOption = None) -> int:
    """Check a document; exit status 1 when there is an error."""
    from playground.check.check import check as check_document

    report = check_document(load(file))
    if json:
        _show_rows(report)
    else:
        _show_table(report)
    return 0 if report.ok else 1


def _show_rows(report: Report) -> None:
    for node, found in _blocks(report):
        show_json(
            {
                "event": "node",
                "node": node,
                "block": found.node.block,
                "inputs": found.inputs,
                "output": found.output,
                "parameters": found.cost.parameters,
                "flops": found.cost.flops,
                "activations": found.cost.activations,
            }
        )
    for problem in report.problems:
        show_json({"event": "problem", **problem.to_json()})
    errors = sum(p.severity == "error" for p in report.problems)
    show_json(
        {
            "event": "done",
            "ok": report.ok,
            "errors": errors,
            "warnings": len(report.problems) - errors,
            "parameters": report.cost.parameters,
            "flops": report.cost.flops,
            "activations": report.cost.activations,
        }
    )


def _show_table(report: Report) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, show_footer=True)
    table.add_column(tr("Block"), footer=tr("Sum"), overflow="fold")
    table.add_column(tr("Kind"))
    table.add_column(tr("Takes"))
    table.add_column(tr("Gives"))
    table.add_column(tr("Parameters"), footer=f"{report.cost.parameters:,}", justify="right")
    table.add_column(tr("FLOPs a sample"), footer=f"{report.cost.flops:,}", justify="right")
    bad = {p.node for p in report.problems if p.severity == "error"}
    for node, found in _blocks(report):
        table.add_row(*_cells(node, found), style="red" if node in bad else None)
    out = console()
    out.print(table)
    for problem in report.problems:
        style = "red" if problem.severity == "error" else "yellow"
        out.print(Text(_words(problem), style=style))
    if not report.problems:
        out.print(Text(tr("No problems."), style="green"))


def _blocks(report: Report) -> Iterator[tuple[str, NodeReport]]:
    """All blocks by path; a composite stands before what is inside, with the sum of it."""
    return ((id, found) for id, found in report.nodes.items() if not is_port(found.node))


def _cells(node: str, found: NodeReport) -> tuple[str, ...]:
    def shape(value: tuple[int, ...] | None) -> str:
        return "?" if value is None else format_shape(value)

    return (
        node,
        tr(found.block.title) if found.block is not None else found.node.block,
        ", ".join(shape(arrived) for arrived in found.inputs),
        shape(found.output),
        f"{found.cost.parameters:,}" if found.cost.parameters else "",
        f"{found.cost.flops:,}" if found.cost.flops else "",
    )


def _words(problem: Problem) -> str:
    """Severity, place, message, hint and possible repairs, on as few lines as they need."""
    kind = tr("Error") if problem.severity == "error" else tr("Warning")
    place = problem.node or problem.place
    if problem.node and problem.place:
        place = f"{problem.node} ({problem.place})"
    head = f"{kind}: {place}: " if place else f"{kind}: "
    fixes = "".join(f"\n    [{fix.title}]" for fix in problem.fixes)
    return head + join(problem.message, problem.hint) + fixes
