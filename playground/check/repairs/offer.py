"""Offers only repairs that work: each is tried on the document before anybody sees its button."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import overload

from playground.check.fixes import MAX_FIXES
from playground.check.problems import Fix, Problem
from playground.check.repairs.finders import FINDERS
from playground.check.report import NodeReport, Report
from playground.document import topology
from playground.document.composites.refold import folded
from playground.document.composites.unfold import unfolded
from playground.document.model import Document

Check = Callable[[Document, Report], Report]
Place = tuple[str, str, str]

MAX_TRIED = 32  # repairs that are tried for one problem: one a dataset, where that is unknown
MAX_REPAIRED = 32  # problems that are offered repairs, fewer in a graph beyond 250 blocks:
MAX_WORK = 8000  # trying one repair means to look at all blocks once

# A wire at fault hides what else is wrong with the wires of the same block.
WIRING = {"unknown_port", "missing_wire", "too_many_wires", "cycle", "wrong_rank"}
OF_BLOCKS = WIRING.union(
    ("unknown_block", "bad_parameter", "block_failed", "unknown_field", "wrong_shape")
)


class Offers(Sequence[Fix]):
    """The repairs of one problem, worked out when somebody first looks at them."""

    def __init__(self, problem: Problem, check: Check) -> None:
        self._problem, self._check = problem, check
        self.report: Report | None = None  # set as soon as it is complete

    @cached_property
    def _found(self) -> tuple[Fix, ...]:
        if self.report is None:
            return ()
        find = candidates if self.report.inner is None else lifted
        likely = find(self._problem, self.report)
        return mending(likely, self._problem, self.report, self._check)

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> Fix: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Fix]: ...
    def __getitem__(self, index: int | slice) -> Fix | Sequence[Fix]:
        return self._found[index]

    def __repr__(self) -> str:
        return repr(self._found)


def with_offers(report: Report, problems: Iterable[Problem], check: Check) -> Report:
    """The report with these problems, each with the repairs that mend it.

    Parameters
    ----------
    check : callable
        Document and report of an earlier state -> report: what tries a repair.
    """
    limit = max(MAX_FIXES, min(MAX_REPAIRED, MAX_WORK // max(1, len(report.nodes))))
    offers: list[Offers] = []
    found: list[Problem] = []
    for problem in problems:
        fixes: Sequence[Fix] = ()
        if len(offers) < limit:
            fixes = Offers(problem, check)
            offers.append(fixes)
        found.append(replace(problem, fixes=fixes))
    report = replace(report, nodes=_with_first(report, found), problems=tuple(found))
    for offer in offers:
        offer.report = report
    return report


def _with_first(report: Report, problems: Iterable[Problem]) -> dict[str, NodeReport]:
    """The blocks, each with the first of its problems."""
    first: dict[str, Problem] = {}
    for problem in problems:
        first.setdefault(problem.node, problem)
    first = {**report.twins, **first}
    return {
        id: checked if checked.problem is first.get(id) else replace(checked, problem=first.get(id))
        for id, checked in report.nodes.items()
    }


def candidates(problem: Problem, report: Report) -> Iterator[Fix]:
    """All repairs that are worth a try, the likeliest first. Never raises."""
    yield from problem.fixes
    find, checked = FINDERS.get(problem.kind), report.nodes.get(problem.node)
    if find is None or checked is None:
        return
    try:
        yield from find(problem, checked, report)
    except Exception:
        logging.getLogger(__name__).warning("repairs of %s", problem.kind, exc_info=True)


def lifted(problem: Problem, report: Report) -> Iterator[Fix]:
    """The same for a document with composites, as edits of the definitions. Never raises.

    Repairs know the flat network. They are made on a view with all composites opened, which has
    the same ids, and what they change there is brought back.
    """
    if problem.node in report.nodes and problem.node not in report.blocks:
        yield from problem.fixes  # those of a composite are edits of the document
        return
    expanded = report.expansion
    assert expanded is not None
    opened = [
        path
        for path, one in expanded.opened.items()
        if one.copies and not any(part.isdigit() and part != "0" for part in path.split("."))
    ]
    view = unfolded(report.document, opened)
    seen = replace(
        report,
        document=view,
        nodes={node.id: report.nodes[node.id] for node in view.nodes if node.id in report.nodes},
        incoming=topology.incoming(view),
        inner=None,
    )
    for fix in candidates(_as_seen(problem, report, seen), seen):
        yield Fix(
            fix.title,
            lambda doc, fix=fix: folded(doc, fix.edit(unfolded(doc, opened)), opened),  # type: ignore[misc]
        )


def _as_seen(problem: Problem, report: Report, seen: Report) -> Problem:
    """The problem with its wire as the view has it: from the first of repeats, not the last."""
    before, after = (r.incoming.get(problem.node, ()) for r in (report, seen))
    for old, new in zip(before, after, strict=False):
        if str(old) == problem.place:
            return replace(problem, place=str(new))
    return problem


def mending(
    fixes: Iterable[Fix], problem: Problem, report: Report, check: Check
) -> tuple[Fix, ...]:
    """The first three repairs that remove the problem and cause no other.

    A repair may uncover errors that nobody could see before. Those who do so are offered only when
    no other repair does without.
    """
    clean: list[Fix] = []
    uncovering: list[Fix] = []
    results: list[Document] = [report.document]
    for fix in islice(fixes, MAX_TRIED):
        if len(clean) == MAX_FIXES:
            break
        try:
            mended = fix.edit(report.document)
        except Exception as error:  # noqa: BLE001 - e.g. no room at the edge of the canvas
            logging.getLogger(__name__).debug("repair %s: %s", fix.title, error)
            continue
        if mended in results:  # another way to the same document
            continue
        results.append(mended)
        left = errors_left(problem, report, check(mended, report))
        if left == 0:
            clean.append(fix)
        elif left is not None:
            uncovering.append(fix)
    return tuple((clean or uncovering)[:MAX_FIXES])


def errors_left(problem: Problem, before: Report, after: Report) -> int | None:
    """How many errors came to light with a repair; None when it did not mend or broke something."""
    if any(_place(p) == _place(problem) for p in after.problems):
        return None
    known = {_place(p) for p in before.problems}
    new = [p for p in after.problems if p.severity == "error" and _place(p) not in known]
    if not all(_was_hidden(p, problem, before) for p in new):
        return None
    return len(new)


def _place(problem: Problem) -> Place:
    return problem.kind, problem.node, problem.place


def _was_hidden(new: Problem, mended: Problem, before: Report) -> bool:
    """Whether an error could not be seen before the repair, so that it is not the repair's."""
    if not new.node:
        return not before.judged
    old = before.nodes.get(new.node)
    if old is None:
        return False  # a block that the repair put in
    if new.kind not in OF_BLOCKS:
        return old.output is None or not before.judged
    if new.kind == "missing_wire" and mended.kind != "cycle":
        wires = before.incoming.get(new.node, ())
        if any(wire.target_port == new.place for wire in wires):
            return False  # the repair took that wire
    if old.block is None:
        return True
    if new.node == mended.node:
        return new.kind in WIRING and mended.kind in WIRING and new.place != mended.place
    return old.output is None and old.problem is None
