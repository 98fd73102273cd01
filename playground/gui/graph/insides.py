"""Which blocks of the flat network stand behind a card: itself, or what is inside a composite."""

from __future__ import annotations

from functools import lru_cache

from playground.check.report import Report


def source(report: Report, id: str) -> str:
    """The block whose output a card shows: of a composite, the one that feeds its first output."""
    expansion = report.expansion
    if expansion is None:
        return id
    if id in expansion.ports:
        ends = expansion.ports[id]
        return ends[0][0] if ends else ""
    opened = expansion.opened.get(id)
    if opened is None:
        return id
    ports = next(iter(opened.outputs.values()), ())
    ends = tuple(end for port in ports for end in expansion.ports.get(port, ()))
    return ends[0][0] if ends else ""


def blocks(report: Report, id: str) -> tuple[str, ...]:
    """The blocks behind a card; none for a port."""
    expansion = report.expansion
    if expansion is None or (id not in expansion.opened and id not in expansion.ports):
        return (id,)
    return _inside(tuple(report.inner.nodes), id)


@lru_cache(maxsize=256)
def _inside(ids: tuple[str, ...], outer: str) -> tuple[str, ...]:
    start = f"{outer}."
    return tuple(id for id in ids if id.startswith(start))
