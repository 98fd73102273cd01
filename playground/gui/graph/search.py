"""Search for a block to place: type a few letters, Enter places the best."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from playground.document.model import Wire
from playground.gui.graph import fitting, placing, ranking
from playground.gui.graph.kinds import kind_of_key, ready_keys
from playground.gui.graph.popup import Entry, Popup
from playground.gui.graph.ranking import Neighbour
from playground.gui.theme import family_colour
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.stage import Stage


@dataclass(frozen=True, slots=True)
class Offer:
    """Which blocks are offered, and what is best to choose there."""

    keys: tuple[str, ...]
    fitting: frozenset[str]  # the others are offered last
    neighbours: tuple[Neighbour, ...] = ()


class SearchPopup(Popup):
    """Offers kinds of blocks; `chosen` gives a block's key."""

    def __init__(self, view: Stage, offer: Offer) -> None:
        super().__init__(view.context, tr("Search for a block"), tr("No block matches."), view)
        self._document = view.context.document.document
        self._offer, self._habits = offer, view.habits
        self._bonus: dict[str, float] = {}
        self._habits.read.connect(self._rank)
        self._habits.ask_presets()
        self._rank()

    def entry(self, key: str) -> Entry:
        """Title and family."""
        cls = kind_of_key(self._document, key)
        ready = ready_keys().get(key)
        about = tr(ready.about if ready else cls.summary())
        quiet = key not in self._offer.fitting
        return Entry(tr(cls.title), tr(cls.group), family_colour(cls.group), about, quiet)

    def words(self, key: str) -> tuple[str, ...]:
        """Its title in the user's language and in English, its key."""
        cls = kind_of_key(self._document, key)
        return (tr(cls.title), cls.title, key.replace("_", " "), key.replace("_", ""))

    def bonus(self, key: str) -> float:
        """What fits comes first, then what the user and the presets have put there."""
        return self._bonus[key]

    def _rank(self) -> None:
        offer, habits = self._offer, self._habits
        self._bonus = ranking.bonus(
            offer.keys, offer.fitting, offer.neighbours, habits.own, habits.common
        )
        self.refresh()


def search(
    view: Stage,
    pos: QPointF | None,
    keys: Sequence[str] | None = None,
    wired_to: tuple[str, str] | None = None,
) -> SearchPopup:
    """Let the user choose a block that is placed; see `GraphView.open_search`."""
    place = pos if pos is not None else view.cursor_place()
    wire = _selected_wire(view) if pos is None and wired_to is None else None
    before = view.context.selection.node if wired_to is None and wire is None else ""
    if wire is not None:
        offer, place = _for_wire(view, wire), _middle(view, wire)
    else:
        offer = _for_port(view, keys, wired_to or ((before, "out:") if before else None))
    at = (place.x(), place.y())
    popup = SearchPopup(view, offer)

    def put(key: str) -> None:
        if wire is not None:
            view.editor.place_on_wire(key, wire, at)
        elif wired_to is not None:
            view.editor.place_wired(key, at, wired_to)
        else:
            view.editor.place_freely(key, place)

    popup.chosen.connect(put)
    after = _after(view, before)
    popup.chosen_with_shift.connect(after or put)
    popup.show_foot(
        tr("Enter puts it into the wire.")
        if wire is not None
        else tr("Enter places it, Shift+Enter wires it after {id}.", id=before)
        if after
        else ""
    )
    popup.open_at(view.viewport().mapToGlobal(view.mapFromScene(place)), offer.keys)
    return popup


def _after(view: Stage, before: str) -> Callable[[str], None] | None:
    if not before or not placing.has_output(view.context.document.document, before):
        return None
    return lambda key: view.editor.place_after(key, before)


def _for_port(view: Stage, keys: Sequence[str] | None, end: tuple[str, str] | None) -> Offer:
    """All blocks, or those that are given; what fits to a port is known where there is one."""
    model = view.context.document
    every = tuple(fitting.keys(model.document) if keys is None else keys)
    if end is None:
        fits = [] if model.document.nodes else fitting.blocks_without_input(model.document)
        return Offer(every, frozenset(fits or every))
    node, port = end
    forward = port.startswith("out:")
    neighbour = Neighbour(model.document.node(node).block, before=forward)
    if not forward:
        fits = fitting.blocks_before(model.document)
    elif placing.has_output(model.document, node):
        fits = fitting.blocks_after(model.document, model.report.shape(node))
    else:
        fits = list(every)
    return Offer(every, frozenset(fits), (neighbour,))


def _for_wire(view: Stage, wire: Wire) -> Offer:
    """What can be put into a wire."""
    document = view.context.document.document
    keys = tuple(key for key in fitting.keys(document) if view.editor.takes(key, wire))
    ends = (
        Neighbour(document.node(wire.source).block, before=True),
        Neighbour(document.node(wire.target).block, before=False),
    )
    return Offer(keys, frozenset(keys), ends)


def _selected_wire(view: Stage) -> Wire | None:
    """The wire that is selected, when it is all that is selected."""
    selection = view.context.selection
    return selection.wires[0] if len(selection.wires) == 1 and not selection.nodes else None


def _middle(view: Stage, wire: Wire) -> QPointF:
    item = next(item for item in view.canvas.wires() if item.wire == wire)
    return item.path().pointAtPercent(0.5)
