"""Whether tokens arrive where tokens are wanted, and numbers everywhere else.

Shapes do not tell them apart: five tokens and five numbers both have the shape (5,).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from playground.check.fixes import insert_before, remove_wire, set_value, words
from playground.check.problems import Fix, Problem
from playground.check.report import NodeReport, Report
from playground.document.model import Wire
from playground.i18n import tr


def check_tokens(report: Report) -> Iterator[Problem]:
    """An error for each wire that brings tokens to a block of numbers, or numbers to one of tokens.

    Also for an embedding with fewer rows than there are tokens. Blocks with a fault of their own
    are left out: what follows from that is not reported again.
    """
    vocabularies = tokens_of(report)
    for id, checked in report.nodes.items():
        if checked.block is None or checked.output is None or checked.node.muted:
            continue
        ports = {port.name: port for port in checked.block.inputs}
        for wire in report.incoming.get(id, ()):
            size = vocabularies.get(wire.source)
            if size is not None and not ports[wire.target_port].tokens:
                yield _needs_numbers(wire, size)
            elif size is not None:
                yield from _enough_rows(checked, size)
            elif ports[wire.target_port].tokens and report.fields:
                yield _needs_tokens(wire)


def tokens_of(report: Report) -> Mapping[str, int]:
    """Blocks that put out tokens -> how many different ones there are.

    Those are the blocks that read such a field, and muted ones behind them.
    """
    if not any(field.kind == "token" for field in report.fields.values()):
        return {}
    found: dict[str, int] = {}
    for id, checked in report.nodes.items():
        if checked.block is not None and checked.block.reads:
            field = report.fields.get(getattr(checked.block, "field", ""))
            if field is not None and field.kind == "token":
                found[id] = len(field.vocabulary)
        elif checked.node.muted:
            wires = report.incoming.get(id, ())
            if wires and wires[0].source in found:
                found[id] = found[wires[0].source]
    return found


def _needs_numbers(wire: Wire, size: int) -> Problem:
    rows = {"num_embeddings": size}
    embed = Fix(
        tr(
            "Insert {blocks} before {id}",
            blocks=words([("embedding", rows)]),
            id=wire.target,
        ),
        lambda document: insert_before(document, wire, "embedding", rows),
    )
    return Problem(
        "tokens_arrive",
        tr(
            "{id} calculates with numbers, but {source} gives tokens.",
            id=wire.target,
            source=wire.source,
        ),
        hint=tr("Put an Embedding block between them: it has a row of numbers for each token."),
        node=wire.target,
        place=str(wire),
        fixes=(embed,),
    )


def _needs_tokens(wire: Wire) -> Problem:
    return Problem(
        "numbers_arrive",
        tr("{id} takes tokens, but {source} gives numbers.", id=wire.target, source=wire.source),
        hint=tr("Connect it with an Input block that reads tokens, or choose other data."),
        node=wire.target,
        place=str(wire),
        fixes=(remove_wire(wire),),
    )


def _enough_rows(checked: NodeReport, size: int) -> Iterator[Problem]:
    rows = getattr(checked.block, "num_embeddings", None)
    if rows is None or rows >= size:
        return
    id = checked.node.id
    yield Problem(
        "too_few_rows",
        tr("{id} has {rows} rows, but there are {n} tokens.", id=id, rows=rows, n=size),
        hint=tr("Give it {n} rows.", n=size),
        node=id,
        place="num_embeddings",
        fixes=(set_value(id, "num_embeddings", size),),
    )
