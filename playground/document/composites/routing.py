"""Draws and deletes wires of a view, through the ports of the opened composites between."""

from __future__ import annotations

from collections.abc import Callable

from playground.document.change import unused_id
from playground.document.composites.definitions import is_instance, is_port
from playground.document.composites.draft import Draft
from playground.document.composites.flatten import End
from playground.document.composites.grouping import COLUMN, ROW, unused_port
from playground.document.composites.paths import local
from playground.document.model import PORT_IN, PORT_OUT, Node, Wire, port_name


class Router:
    """Draws and deletes wires of the view, through the ports of the composites between."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def _at(self, id: str) -> tuple[str, str]:
        """The inside of a block of the view, and its id there."""
        path = self._draft.names.get(id, id)
        return self._draft.inside_of(path), local(path)

    # -- drawing

    def add(self, wire: Wire) -> None:
        """Draw a wire, with the ports that it needs."""
        (start, source), (goal, target) = self._at(wire.source), self._at(wire.target)
        if (
            source not in self._draft.sheet(start).nodes
            or target not in self._draft.sheet(goal).nodes
        ):
            return  # deleted in another instance of the same definition
        outwards, inwards = self._draft.way(start), self._draft.way(goal)
        common = next(inside for inside in outwards if inside in inwards)
        end = (source, wire.source_port)
        for inside in outwards[: outwards.index(common)]:
            end = self._out(inside, end)
        for inside in reversed(inwards[: inwards.index(common)]):
            deeper = (target, wire.target_port) if inside == goal else None
            end = self._into(inside, end, deeper)
        self._draw(goal, end, (target, wire.target_port))

    def _draw(self, inside: str, source: End, target: End) -> None:
        wires = self._draft.sheet(inside).wires
        new = Wire(source=source[0], source_port=source[1], target=target[0], target_port=target[1])
        port = self._draft.sheet(inside).nodes.get(source[0])
        if port is not None and is_port(port) and new in wires:
            return  # the port is wired already, only what leads to it was missing
        wires.append(new)

    def _out(self, inside: str, end: End) -> End:
        """Lead an end out of an opened instance."""
        sheet = self._draft.sheet(inside)
        for node in sheet.nodes.values():
            if node.block == PORT_OUT:
                fed = [(w.source, w.source_port) for w in sheet.wires if w.target == node.id]
                if fed == [end]:
                    return self._draft.instance(inside), port_name(node)
        node = self._new_port(inside, PORT_OUT)
        sheet.wires.append(Wire(source=end[0], source_port=end[1], target=node.id))
        return self._draft.instance(inside), port_name(node)

    def _into(self, inside: str, end: End, target: End | None) -> End:
        """Lead an end into an opened instance; gives the end inside.

        A port that gets nothing else will do; rather one that leads to the target already.
        """
        sheet, above = self._draft.sheet(inside), self._draft.above(inside)
        outer, id = self._draft.sheet(above), self._draft.instance(inside)
        free: Node | None = None
        for node in sheet.nodes.values():
            if node.block != PORT_IN:
                continue
            fed = [
                (w.source, w.source_port)
                for w in outer.wires
                if w.target == id and w.target_port == port_name(node)
            ]
            if fed == [end]:
                return node.id, "out"
            leads = [(w.target, w.target_port) for w in sheet.wires if w.source == node.id]
            if not fed and (leads == [target] or not leads):
                free = free or node
        port = free or self._new_port(inside, PORT_IN)
        outer.wires.append(
            Wire(source=end[0], source_port=end[1], target=id, target_port=port_name(port))
        )
        return port.id, "out"

    def _new_port(self, inside: str, block: str) -> Node:
        sheet = self._draft.sheet(inside)
        column = [n for n in sheet.nodes.values() if n.block == block]
        usual = "in" if block == PORT_IN else "out"
        name = unused_port(map(port_name, column), usual)
        if column:
            at = (column[-1].at[0], max(n.at[1] for n in column) + ROW)
        else:
            xs = [n.at[0] for n in sheet.nodes.values()] or [0.0]
            at = (min(xs) - COLUMN if block == PORT_IN else max(xs) + COLUMN, 0.0)
        id = unused_id(sheet.nodes, "input" if block == PORT_IN else "output")
        params = {} if name == usual else {"port": name}
        sheet.nodes[id] = Node(id=id, block=block, params=params, at=at)
        return sheet.nodes[id]

    # -- deleting

    def remove(self, wire: Wire) -> None:
        """Delete a wire: the piece of it that carries nothing else, the outermost of these."""
        (start, source), (goal, target) = self._at(wire.source), self._at(wire.target)
        ways = self._ways(start, (source, wire.source_port), goal, (target, wire.target_port))
        if not ways:
            return
        inside, piece = min(
            ways, key=lambda way: (self._carries(*way), len(self._draft.way(way[0])))
        )
        sheet = self._draft.sheet(inside)
        place = max(n for n, w in enumerate(sheet.wires) if w == piece)
        del sheet.wires[place]
        for id in (piece.source, piece.target):
            if id in sheet.nodes:
                self._draft.lost(inside, id)

    def _ways(self, start: str, source: End, goal: str, target: End) -> list[tuple[str, Wire]]:
        """The pieces of a wire of the view, from its target back to its source; () if cut."""
        found: list[tuple[str, Wire]] = []

        def back(inside: str, end: End) -> bool:
            """Follow the wires into an end, upstream."""
            sheet = self._draft.sheet(inside)
            for piece in reversed(sheet.wires):
                if (piece.target, piece.target_port) != end:
                    continue
                found.append((inside, piece))
                if self._reaches(inside, piece, start, source, back):
                    return True
                found.pop()
            return False

        return found if back(goal, target) else []

    def _reaches(
        self,
        inside: str,
        piece: Wire,
        start: str,
        source: End,
        back: Callable[[str, End], bool],
    ) -> bool:
        """Whether a piece begins at the source, or beyond a port."""
        if inside == start and (piece.source, piece.source_port) == source:
            return True
        node = self._draft.sheet(inside).nodes.get(piece.source)
        if node is None:
            return False
        if inside and node.block == PORT_IN:
            return back(self._draft.above(inside), (self._draft.instance(inside), port_name(node)))
        path = f"{inside}.{node.id}" if inside else node.id
        one = self._draft.before.opened.get(path) if is_instance(node) else None
        if one is None:
            return False
        deeper = one.copies[0]
        ports = [
            n
            for n in self._draft.sheet(deeper).nodes.values()
            if n.block == PORT_OUT and port_name(n) == piece.source_port
        ]
        return any(back(deeper, (port.id, "in")) for port in ports)

    def _carries(self, inside: str, piece: Wire) -> int:
        """How many other connections a piece of a wire carries, as far as one sees here."""
        sheet, draft = self._draft.sheet(inside), self._draft
        source, target = sheet.nodes.get(piece.source), sheet.nodes.get(piece.target)
        one = draft.before.opened.get(f"{inside}.{piece.target}" if inside else piece.target)
        count = 0
        if one is not None:  # what the port feeds inside
            deeper = draft.sheet(one.copies[0])
            ids = [
                n.id
                for n in deeper.nodes.values()
                if n.block == PORT_IN and port_name(n) == piece.target_port
            ]
            count += sum(w.source in ids for w in deeper.wires) - 1
        if inside and source is not None and source.block == PORT_IN:  # what else the port gets
            end = (draft.instance(inside), port_name(source))
            outer = draft.sheet(draft.above(inside)).wires
            count += sum((w.target, w.target_port) == end for w in outer) - 1
        if inside and target is not None and target.block == PORT_OUT:  # what the port feeds
            end = (draft.instance(inside), port_name(target))
            outer = draft.sheet(draft.above(inside)).wires
            count += sum((w.source, w.source_port) == end for w in outer) - 1
        return count
