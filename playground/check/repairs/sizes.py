"""Repairs of shapes with the right axes and wrong sizes: sums, windows, rearrangements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from playground.blocks.base import Shape, numel
from playground.check.fixes import (
    Layer,
    delete,
    exchange,
    insert_before,
    layers_to,
    set_outputs,
    set_value,
    words,
)
from playground.check.problems import Fix, Problem
from playground.check.repairs.ranks import images
from playground.check.report import NodeReport, Report
from playground.document import topology
from playground.document.model import Document, Wire
from playground.i18n import tr
from playground.parameters import ParamInfo
from playground.registry import blocks

REACH = 64  # how far from its value a whole number is tried

# A window that does not fit: first what changes the network least.
_FIRST = ("kernel_size", "padding", "dilation", "output_padding", "groups")


def wrong_shape(problem: Problem, checked: NodeReport, report: Report) -> Iterator[Fix]:
    """Make the tensors that meet alike, or change the parameter that does not fit."""
    assert checked.block is not None
    arrived = [shape for shape in checked.inputs if shape is not None]
    yield from _values(checked)
    if len(set(arrived)) > 1:
        yield from _meet(checked, report)
    if "shape" in type(checked.block).model_fields and len(arrived) == 1:
        yield from _rearrange(checked, report, arrived[0])
    if len(arrived) == 1:
        yield delete(checked.node.id)


# --- parameters -----------------------------------------------------------------------------------


def _values(checked: NodeReport) -> Iterator[Fix]:
    """For each whole number among the parameters the nearest value that fits."""
    infos = {info.name: info for info in type(checked.block).infos() if info.kind == "int"}  # type: ignore[union-attr]
    for name in sorted(infos, key=lambda n: _FIRST.index(n) if n in _FIRST else len(_FIRST)):
        value = _nearest_that_fits(checked, infos[name])
        if value is not None:
            yield set_value(checked.node.id, name, value)


def _nearest_that_fits(checked: NodeReport, info: ParamInfo) -> int | None:
    now = getattr(checked.block, info.name)
    if type(now) is not int:
        return None
    least = now - REACH if info.minimum is None else info.minimum
    most = now + REACH if info.maximum is None else info.maximum
    for step in range(1, REACH + 1):
        for value in (now - step, now + step):
            if least <= value <= most and _fits(checked, info.name, value):
                return value
    return None


def _fits(checked: NodeReport, name: str, value: int) -> bool:
    """Whether the block would take its inputs with another value of one parameter."""
    assert checked.block is not None
    try:
        type(checked.block).make({**checked.node.params, name: value}).shapes(*checked.inputs)
    except Exception:  # noqa: BLE001 - a plug-in's block may raise anything
        return False
    return True


# --- tensors that meet ----------------------------------------------------------------------------


def _meet(checked: NodeReport, report: Report) -> Iterator[Fix]:
    """Bring tensors of different shapes to one shape, or put them side by side."""
    id = checked.node.id
    ends = [(w, s) for w in report.incoming[id] if (s := report.shape(w.source))]
    joining = checked.node.block == "concat"
    for number, wanted in enumerate(_targets(ends, report)):
        odd = [(wire, shape) for wire, shape in ends if shape != wanted]
        if len(odd) == 1 and odd[0][1][1:] == wanted[1:] and not joining:
            wider = set_outputs(report, odd[0][0].source, wanted[0])
            if wider is not None:
                yield wider
        way = _fitting if joining else layers_to
        ways = [way(shape, wanted) for _, shape in odd]
        if all(ways):
            chosen = [(wire, found[0]) for (wire, _), found in zip(odd, ways, strict=True)]
            yield _insert_all(chosen, id)
        if number == 0 and not joining and "concat" in blocks:
            yield exchange(checked, "concat")


def _targets(ends: list[tuple[Wire, Shape]], report: Report) -> list[Shape]:
    """Shapes that all could take: first that of the longest way, for the short one is a shortcut.

    Among ways of the same length the most frequent shape comes first.
    """
    sources = {wire.source for wire, _ in ends}
    count = Counter(shape for _, shape in ends)
    depth = {
        wire.source: len(sources & topology.ancestors(report.document, wire.source))
        for wire, _ in ends
    }
    order = sorted(ends, key=lambda end: (-depth[end[0].source], -count[end[1]]))
    return list(dict.fromkeys(shape for _, shape in order))[:3]


def _fitting(shape: Shape, wanted: Shape) -> list[list[Layer]]:
    """New blocks that make an image as high and wide as another; its channels may differ."""
    if len(shape) != len(wanted):
        return [[("flatten", {})]] if len(wanted) == 1 else []
    if len(shape) != 3:
        return []
    if shape[1:] == wanted[1:]:
        return [[]]
    smaller, larger = shape[1] // wanted[1], wanted[1] // shape[1]
    if smaller > 1 and shape[2] // wanted[2] == smaller:
        return [[("max_pool2d", {"kernel_size": smaller})]]
    if larger > 1 and wanted[1:] == (larger * shape[1], larger * shape[2]):
        return [[("upsample", {"scale_factor": larger})]]
    return []


def _insert_all(chosen: list[tuple[Wire, list[Layer]]], id: str) -> Fix:
    """Put new blocks on wires that end at the same block."""
    chosen = [(wire, layers) for wire, layers in chosen if layers]

    def edit(doc: Document) -> Document:
        for wire, layers in chosen:
            for key, params in layers:
                doc = insert_before(doc, wire, key, params)
                wire = wire.with_(source=doc.nodes[-1].id, source_port="out")
        return doc

    names = ", ".join(dict.fromkeys(words(layers) for _, layers in chosen))
    if len(chosen) == 1:
        source = chosen[0][0].source
        title = tr("Insert {blocks} on {source} → {id}", blocks=names, source=source, id=id)
    else:
        title = tr("Insert {blocks} before {id}", blocks=names, id=id)
    return Fix(title, edit)


# --- rearrangements -------------------------------------------------------------------------------


def _rearrange(checked: NodeReport, report: Report, arrived: Shape) -> Iterator[Fix]:
    """A Reshape for as many numbers as arrive, or as many numbers as it needs."""
    have, wanted = numel(arrived), tuple(checked.block.shape)  # type: ignore[union-attr]
    id = checked.node.id
    for axis in range(len(wanted)):
        others = numel(wanted[:axis] + wanted[axis + 1 :])
        if others > 0 and have % others == 0:
            yield set_value(id, "shape", (*wanted[:axis], have // others, *wanted[axis + 1 :]))
    if -1 not in wanted:
        source = report.incoming[id][0].source
        wider = set_outputs(report, source, numel(wanted)) if len(arrived) == 1 else None
        if wider is not None:
            yield wider
    if len(wanted) == 3:
        for shape in images(have, report):
            yield set_value(id, "shape", shape)
