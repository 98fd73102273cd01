"""Which port may be wired to which, and why not. Pure; the words go to the user."""

from __future__ import annotations

from playground.blocks.base import Port, format_shape
from playground.check.report import Report
from playground.document import topology
from playground.document.composites import is_port
from playground.document.model import PORT_IN, PORT_OUT, Document, Wire
from playground.gui.graph.kinds import composite_key, kind_of_key, ports_of, ready_keys
from playground.i18n import tr
from playground.registry import blocks


class Fitting:
    """Says of many wires from one block, or to it, whether they may be drawn.

    Parameters
    ----------
    document, report : Document, Report
        As they are when the gesture begins.
    node : str
        The block at the fixed end of the wires.
    forward : bool
        The wires start at that block; otherwise they end there.
    """

    def __init__(self, document: Document, report: Report, node: str, forward: bool) -> None:
        self.document, self.report = document, report
        reach = topology.ancestors if forward else topology.descendants
        self._circular = reach(document, node)  # a wire to these would close a circle
        self._forward = forward
        self._drawn = {w for w in document.wires if node == (w.source if forward else w.target)}

    def refusal(self, wire: Wire) -> str:
        """Why this wire must not be drawn, in the user's language; "" when it may."""
        if wire.source == wire.target:
            return tr("A block cannot feed itself.")
        port = port_of(self.document, wire.target, wire.target_port, "inputs")
        if wire in self._drawn and not (port is not None and port.many):
            return tr("These two ports are connected already.")
        if (wire.target if self._forward else wire.source) in self._circular:
            return tr(
                "{source} already depends on {target}: the wire would close a circle.",
                source=wire.source,
                target=wire.target,
            )
        shape = self.report.shape(wire.source)
        if port is None or shape is None or port.accepts(shape):
            return ""
        message = tr(
            "{target} needs {accepted}, but {source} gives {shape}.",
            target=wire.target,
            accepted=port.words(),
            source=wire.source,
            shape=format_shape(shape),
        )
        return f"{message} {port.way_out(shape)}"


def port_of(document: Document, node: str, name: str, side: str) -> Port | None:
    """The declared port of a block; None for a block nobody knows or a port it does not have.

    Parameters
    ----------
    document : Document
        Holds the node.
    node, name : str
        Id of the block and name of the port.
    side : str
        "inputs" or "outputs".
    """
    ports = ports_of(document, document.node(node), side)
    return next((port for port in ports if port.name == name), None)


def join(document: Document, wire: Wire) -> tuple[Wire, ...]:
    """The wires that have to go when this one is drawn: those at an input that takes one only."""
    port = port_of(document, wire.target, wire.target_port, "inputs")
    if port is None or port.many:
        return ()
    end = (wire.target, wire.target_port)
    return tuple(w for w in document.wires if (w.target, w.target_port) == end)


def keys(document: Document) -> list[str]:
    """Keys of all blocks that can be placed: the composites of the document, then the catalogue.

    Then those composites that come with the program; inside of a composite also its ports.
    """
    ports = (PORT_IN, PORT_OUT) if any(map(is_port, document.nodes)) else ()
    own = (composite_key(one.id) for one in document.composites)
    return [*own, *blocks, *ready_keys(), *ports]


def blocks_after(document: Document, shape: tuple[int, ...] | None) -> list[str]:
    """Keys of the blocks whose first input takes this shape."""
    found = []
    for key in keys(document):
        inputs = kind_of_key(document, key).inputs
        if inputs and (shape is None or inputs[0].accepts(shape)):
            found.append(key)
    return found


def blocks_before(document: Document) -> list[str]:
    """Keys of the blocks that put something out."""
    return [key for key in keys(document) if kind_of_key(document, key).outputs]


def blocks_without_input(document: Document) -> list[str]:
    """Keys of the blocks that a network begins with."""
    return [key for key in keys(document) if not kind_of_key(document, key).inputs]
