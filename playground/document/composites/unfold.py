"""Composites opened in place: their insides among the blocks around them, with a frame around."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from playground.document.composites.definitions import is_instance, is_port, read_instance
from playground.document.composites.flatten import Flattener, Opened, Part, Sources, drawn
from playground.document.composites.grouping import COLUMN, ROW
from playground.document.composites.paths import parent, walk
from playground.document.model import Composite, Document, Group, Node, Note, Point, Scope

_BESIDE = 100.0  # canvas pixels; what is nearer than that lies above or below


@dataclass(frozen=True, slots=True)
class Unfolding:
    """A document with composites opened in place, and how it came about.

    Parameters
    ----------
    view : Scope
    opened : mapping
        Path of an opened instance -> what was put in, one copy of it.
    insides : mapping
        Path of what is inside an opened instance, such as `stage.0` -> path of that instance.
    """

    view: Scope
    opened: Mapping[str, Opened]
    insides: Mapping[str, str]

    def inside_of(self, id: str) -> str:
        """Path of the inside that a block of the view lies in; "" for the outermost level."""
        above = parent(id)
        return above if above in self.insides else ""


def unfolded(doc: Document, opened: Collection[str]) -> Document:
    """The document with some instances replaced by their insides, with a frame around each.

    Blocks inside bear the ids that they have in `expand`; of a repeated composite the first copy is
    shown, or the one whose number ends the path. The blocks around move aside. `folded` brings an
    edited view back.

    Parameters
    ----------
    opened : collection of str
        Paths of instances. One inside another is shown only when the outer one is opened, too.

    Raises
    ------
    EditError
        There is no such instance.
    """
    return unfolding(doc, opened).view if opened else doc


def unfolding(doc: Document, opened: Collection[str]) -> Unfolding:
    """The same with what `folded` needs to know."""
    wanted = _wanted(doc, opened)

    def choose(path: str, _node: Node) -> Sequence[int] | None:
        return (wanted[path],) if path in wanted else None

    part = Flattener(doc, choose, muted_opens=True).run()
    places = _places(doc, part)
    groups, notes = list(doc.groups), list(doc.notes)
    for path, one in reversed(part.opened.items()):  # the outer ones first
        groups, extra = _frames(groups, path, one, part)
        notes += [_moved(note, one, places[path]) for note in one.definition.notes]
        groups += extra
    view = Scope(
        title=doc.title,
        about=doc.about,
        data=doc.data,
        nodes=tuple(
            node if places[node.id] == node.at else node.model_copy(update={"at": places[node.id]})
            for node in part.nodes
        ),
        wires=tuple(drawn(part, Sources(part))),
        groups=tuple(groups),
        notes=tuple(notes),
        composites=doc.composites,
        train=doc.train,
        view=doc.view,
        exposed=doc.exposed if isinstance(doc, Scope) else {},
    )
    insides = {one.copies[0]: path for path, one in part.opened.items()}
    return Unfolding(view, part.opened, insides)


def _wanted(doc: Document, opened: Collection[str]) -> dict[str, int]:
    """Canonical path of an instance -> which of its copies is shown."""
    found = {}
    for path in opened:
        head, _, tail = path.rpartition(".")
        steps = walk(doc, head if tail.isdigit() and head else path)
        copy = int(tail) if tail.isdigit() and head else 0
        if steps[-1].definition is not None:
            found[steps[-1].path] = min(copy, read_instance(steps[-1].node).repeat - 1)
    return found


def _moved(note: Note, one: Opened, centre: Point) -> Note:
    at = (centre[0] + note.at[0], centre[1] + note.at[1])
    return note.model_copy(update={"id": f"{one.copies[0]}.{note.id}", "at": at})


def _frames(
    groups: Iterable[Group], path: str, one: Opened, part: Part
) -> tuple[list[Group], list[Group]]:
    """The frames so far, now around what is inside; and the new ones: around it, and in it."""
    inside = one.copies[0]
    members = [f"{inside}.{node.id}" for node in one.definition.nodes if not is_port(node)]

    def replaced(frame: Group) -> Group:
        if path not in frame.nodes:
            return frame
        nodes = [m for id in frame.nodes for m in (members if id == path else [id])]
        return frame.model_copy(update={"nodes": tuple(nodes)})

    def prefixed(frame: Group) -> Group:
        nodes = tuple(f"{inside}.{id}" for id in frame.nodes if f"{inside}.{id}" not in part.ports)
        return frame.model_copy(update={"id": f"{inside}.{frame.id}", "nodes": nodes})

    title = one.node.title or one.definition.title or one.definition.id
    around = Group(id=frame_id(path), title=title, nodes=tuple(members), colour=1)
    found = [around] if members else []
    return [replaced(g) for g in groups], found + [prefixed(g) for g in one.definition.groups]


def frame_id(path: str) -> str:
    """Id of the frame around an opened instance."""
    return f"{path}/"


# --- places -----------------------------------------------------------------------------------


def _places(doc: Document, part: Part) -> dict[str, Point]:
    """Where everything goes: opened composites take the room that they need, others move aside."""
    places, _ = _spread(doc, "", part)
    return places


Box = tuple[float, float, float, float]  # left, top, right, bottom


def _spread(thing: Document | Composite, prefix: str, part: Part) -> tuple[dict[str, Point], Box]:
    """Path -> place, with what is inside opened instances, and the box around the blocks."""
    places = {prefix + n.id: n.at for n in thing.nodes if not (prefix and is_port(n))}
    insides: dict[str, tuple[dict[str, Point], Box]] = {}
    for node in thing.nodes:
        one = part.opened.get(prefix + node.id) if is_instance(node) else None
        if one is None:
            continue
        path = prefix + node.id
        inner, box = _spread(one.definition, f"{one.copies[0]}.", part)
        insides[path] = inner, box
        x, y = places[path]
        for other, (ox, oy) in places.items():
            if other != path:
                places[other] = _aside(ox, oy, x, y, box)
    box = _box(places, {path: inside[1] for path, inside in insides.items()})
    for path, (inner, _) in insides.items():
        x, y = places[path]
        places |= {id: (x + dx, y + dy) for id, (dx, dy) in inner.items()}
    return places, box


def _aside(ox: float, oy: float, x: float, y: float, box: Box) -> Point:
    """Where a block goes when another one at (x, y) opens."""
    left, top, right, bottom = box
    if abs(ox - x) >= _BESIDE:
        return ox + (max(right, 0.0) if ox > x else min(left, 0.0)), oy
    if oy == y:
        return ox, oy
    return ox, oy + (max(bottom, 0.0) if oy > y else min(top, 0.0))


def _box(places: Mapping[str, Point], insides: Mapping[str, Box]) -> Box:
    boxes = []
    for path, (x, y) in places.items():
        left, top, right, bottom = insides.get(path, (0.0, 0.0, 0.0, 0.0))
        boxes.append((x + left, y + top, x + right, y + bottom))
    if not boxes:
        return 0.0, 0.0, 0.0, 0.0
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def frame_box(view: Document, inside: str) -> Box | None:
    """The box on the canvas around the cards inside an opened instance; None when it is empty."""
    at = [node.at for node in view.nodes if node.id.startswith(f"{inside}.")]
    if not at:
        return None
    xs, ys = zip(*at, strict=True)
    return min(xs) - 40.0, min(ys) - 60.0, max(xs) + COLUMN, max(ys) + ROW
