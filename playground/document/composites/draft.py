"""The insides of all composites, while an edited view is brought back to them."""

from __future__ import annotations

from dataclasses import dataclass, field

from playground.document.change import definition_id
from playground.document.composites.definitions import is_port
from playground.document.composites.paths import local
from playground.document.composites.unfold import Unfolding, frame_box
from playground.document.model import (
    PORT_IN,
    Composite,
    Document,
    Group,
    Node,
    Note,
    Wire,
    port_name,
)


@dataclass
class Sheet:
    """The inside of a composite, or the document itself, while it is changed."""

    nodes: dict[str, Node]
    wires: list[Wire]
    groups: list[Group] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def make_sheet(thing: Document | Composite) -> Sheet:
    """The inside of a thing as lists that can be changed."""
    return Sheet(dict(thing.by_id), list(thing.wires), list(thing.groups), list(thing.notes))


class Draft:
    """The document and its definitions as they become, and where the blocks of a view lie."""

    def __init__(self, doc: Document, before: Unfolding, view: Document) -> None:
        self.doc, self.before, self.view = doc, before, view
        self.sheets: dict[str, Sheet] = {"": make_sheet(doc)}  # definition -> its inside
        for one in before.opened.values():
            self.sheets.setdefault(one.definition.id, make_sheet(one.definition))
        self.names: dict[str, str] = {}  # id of a new block in the view -> path in the document
        self._ports_left: set[tuple[str, str]] = set()  # ports that lost a wire inside

    # -- where things are ----------------------------------------------------------------------

    def definition(self, inside: str) -> str:
        """The definition of what is inside an opened instance; "" for the document itself."""
        if not inside:
            return ""
        return self.before.opened[self.before.insides[inside]].definition.id

    def sheet(self, inside: str) -> Sheet:
        """What is inside an opened instance, as it becomes."""
        return self.sheets[self.definition(inside)]

    def inside_of(self, id: str) -> str:
        """The inside that a block of the view lies in, a new one where it was put."""
        return self.before.inside_of(self.names.get(id, id))

    def above(self, inside: str) -> str:
        """The inside around an opened instance."""
        return self.before.inside_of(self.before.insides[inside])

    def instance(self, inside: str) -> str:
        """Id of the opened instance within the inside around it."""
        return local(self.before.insides[inside])

    def way(self, inside: str) -> list[str]:
        """An inside and all around it, from the innermost outwards."""
        found = [inside]
        while inside:
            inside = self.above(inside)
            found.append(inside)
        return found

    def shifted(self, at: tuple[float, float], inside: str) -> tuple[float, float]:
        """A place on the canvas as a place in an inside."""
        sheet = self.sheet(inside)
        for node in self.before.view.nodes:
            if self.before.inside_of(node.id) == inside and local(node.id) in sheet.nodes:
                own = self._original(inside, local(node.id)).at
                return at[0] - node.at[0] + own[0], at[1] - node.at[1] + own[1]
        return at

    def _original(self, inside: str, id: str) -> Node:
        if not inside:
            return self.doc.by_id[id]
        return self.before.opened[self.before.insides[inside]].definition.by_id[id]

    def inside_at(self, at: tuple[float, float]) -> str:
        """The innermost opened instance whose frame lies around a place."""
        found, size = "", float("inf")
        for inside in self.before.insides:
            box = frame_box(self.before.view, inside)
            if box is not None and box[0] <= at[0] <= box[2] and box[1] <= at[1] <= box[3]:
                area = (box[2] - box[0]) * (box[3] - box[1])
                if area < size:
                    found, size = inside, area
        return found

    # -- ports that nothing needs any more -----------------------------------------------------

    def lost(self, inside: str, id: str) -> None:
        """A port inside lost a wire; without any it goes at the end."""
        if inside and is_port(self.sheet(inside).nodes[id]):
            self._ports_left.add((inside, id))

    def drop_ports(self) -> None:
        """Take away the ports that lost all their wires inside."""
        for inside, id in self._ports_left:
            sheet = self.sheet(inside)
            node = sheet.nodes.get(id)
            if node is None or any(id in (w.source, w.target) for w in sheet.wires):
                continue
            del sheet.nodes[id]
            if any(
                n.block == node.block and port_name(n) == port_name(node)
                for n in sheet.nodes.values()
            ):
                continue
            self.unplug(self.definition(inside), node)

    def unplug(self, definition: str, port: Node) -> None:
        """Take away the wires at all instances that end at a port."""
        name = port_name(port)
        for other in self.doc.composites:
            self.sheets.setdefault(other.id, make_sheet(other))
        for sheet in self.sheets.values():
            here = {n.id for n in sheet.nodes.values() if definition_id(n) == definition}
            if port.block == PORT_IN:
                sheet.wires = [
                    w for w in sheet.wires if (w.target_port, w.target in here) != (name, True)
                ]
            else:
                sheet.wires = [
                    w for w in sheet.wires if (w.source_port, w.source in here) != (name, True)
                ]
